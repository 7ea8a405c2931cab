"""Scenes of a place that is kept for another day, and of staff who work on the citizen's screen."""

from __future__ import annotations

from kiosk.tour.read_back import rows_left
from kiosk.tour.stage import Stage
from kiosk.tour.visits import BEGIN


def keep_a_place(stage: Stage) -> None:
    """Hôm khác tôi quay lại: a slip without a name, to be photographed where nothing prints."""
    stage.tap_citizen(BEGIN, "Sinh con", "Đăng ký khai sinh", "Làm ngay tại máy này")
    stage.tap_citizen("Có rồi, đi tiếp", "Tôi đi lấy giấy tờ", "Hôm khác tôi quay lại")
    stage.see_citizen("Dùng đến hết")
    stage.keep_citizen("slip", "A slip that keeps the place, without a name")
    stage.tap_citizen("Kết thúc và xóa")
    stage.see_citizen(BEGIN)


def come_back_to_it(stage: Stage) -> None:
    """The slip leads back to the same step, also while staff are logged in."""
    payload = str(rows_left(stage.office.paths.database)["slips"][-1]["payload"])
    stage.scan(stage.citizen, payload)
    stage.see_citizen("Bước 2 trên")
    stage.keep_citizen("step", "Back at the same step with the slip")


def take_the_screen_over(stage: Stage, supporter: str) -> None:
    """A PIN on the same screen, a frame all around, and a button that gives it back."""
    stage.tap_citizen("Tôi cần giúp đỡ", "Tôi là cán bộ")
    stage.keep_citizen("take_over", "Staff take the citizen's screen over with their PIN")
    stage.tap_citizen(supporter, *stage.pins[supporter])
    stage.see_citizen("đang làm giúp ông/bà.")
    stage.keep_citizen("step", "The frame and the name are there as long as staff work")
    stage.tap_citizen("Cứ từ từ", "Trả lại cho ông/bà")
    stage.driver.wait_for(
        lambda: not stage.driver.shows(stage.citizen, "đang thao tác"), "the screen handed back"
    )
    stage.keep_citizen("step", "Handed back; the machine does not ask for a while")
    stage.tap_citizen("Kết thúc và xóa")
    stage.see_citizen(BEGIN)
