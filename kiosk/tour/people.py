"""Scenes about persons: a card fills the form, a returning person, withdrawal, trying a scanner."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.errors import BugError
from kiosk.domain.sample_card import SAMPLE_CARD
from kiosk.tour.stage import Stage
from ui.setup.models import LATER, SetupPageName

CARD = (
    "000148000000|012345678|Nguyễn Thị Ví Dụ|25121948|Nữ|"
    "Xóm 2, Thôn Ví Dụ 2, Xã Ví Dụ, Hà Nội|02052021"
)
"""A made-up card: no province has the code 000."""


def fill_from_card(stage: Stage) -> None:
    """With consent given, a card fills the form; the citizen's screen says nothing of it."""
    stage.see_console("Họ và tên")
    stage.scan(stage.console, CARD)
    stage.see_console("Đã điền từ thẻ")
    stage.keep_console("assistance", "A card fills the form; its number is kept nowhere")
    seen = stage.driver.words(stage.citizen)
    stage.demand(not any("Nguyễn Thị Ví Dụ" in text for text in seen), "the citizen's screen")


def withdraw_consent(stage: Stage) -> None:
    """The same card finds the person again, with what is open; they agree to nothing any more."""
    stage.tap_console("Quét phiếu", "Tìm người dân")
    stage.keep_console("person", "A person is looked for by telephone or card")
    stage.scan(stage.console, CARD)
    stage.see_console("Dừng ở")
    stage.keep_console("person", "A returning person: what is open and where they stopped")
    stage.tap_console("Rút đồng ý")
    stage.keep_console("person", "Withdrawing consent: what, and what follows")
    stage.tap_console("Cho phép cán bộ đến nhà giúp?", "Cho phép cán bộ gọi điện lại?")
    stage.tap_console("Ghi: rút đồng ý")
    stage.see_console("Tên và số điện thoại đã xóa.")
    stage.keep_console("person", "Withdrawn: the promise is closed, name and number erased")


def try_the_scanners(stage: Stage) -> None:
    """The lead tries a keyboard scanner with the sample, and sees the two other kinds."""
    stage.tap_console("Xã")
    stage.driver.wait_for(lambda: stage.desktop.office_window is not None, "the office's pages")
    window = stage.desktop.office_window
    if window is None:
        raise BugError("the office's pages went away")
    for page in range(2, LATER.index(SetupPageName.KEYBOARD_SCANNER) + 2):
        _go_on(stage, window, f"Bước {page} trên")
    stage.driver.see(window, "Chưa quét thẻ mẫu")
    stage.scan(window, SAMPLE_CARD)
    stage.driver.see(window, "đọc đúng tất cả")
    stage.album.keep(window, "setup", "A keyboard scanner, tried with the sample card")
    for title, what in (
        ("Máy quét qua cổng USB-COM", "A scanner on a serial port"),
        ("Camera chỉ bật khi cán bộ bấm", "A camera, which looks only when asked"),
    ):
        _go_on(stage, window, title)
        stage.album.keep(window, "setup", what)
    _go_on(stage, window, "Phiếu khôi phục")
    stage.driver.tap(window, "Tiếp tục")
    stage.driver.tap(window, "Bắt đầu dùng")
    stage.driver.wait_for(lambda: stage.desktop.office_window is None, "the end of the pages")


def _go_on(stage: Stage, window: QWidget, expected: str) -> None:
    """Save a page of the set-up and wait for the next one, which says `expected`."""
    stage.driver.tap(window, "Tiếp tục")
    stage.driver.see(window, expected)
