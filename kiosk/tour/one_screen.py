"""Scenes of one-screen mode: the amber band, the PIN on the same screen, only this visit's form."""

from __future__ import annotations

from kiosk.tour.console import log_in
from kiosk.tour.stage import Stage
from kiosk.tour.visits import BEGIN


def call_on_one_screen(stage: Stage, supporter: str) -> None:
    """Call; the band is read across the room; staff enter a PIN and see this call only."""
    stage.tap_citizen(BEGIN, "Người cao tuổi, khó khăn", "Trợ cấp hưu trí xã hội")
    stage.tap_citizen("Cùng làm với cán bộ")
    stage.see_citizen("CẦN HỖ TRỢ")
    stage.keep_citizen("call_band", "One screen: the amber band calls staff across the room")
    stage.tap_citizen("Cán bộ đến")
    log_in(stage, supporter)
    stage.see_console("Ghi nhận hỗ trợ")
    stage.keep_console("assistance", "One screen: after the PIN only this visit's form")
    stage.tap_console("Chỉ một câu", "Tự làm tiếp", "Lưu, không in")
    stage.see_citizen("Chọn cách làm")
    stage.keep_citizen("procedure", "The citizen goes on where they were")
