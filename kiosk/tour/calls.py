"""Scenes around calls: help offered unasked, a call called off, help without the kiosk, a mend."""

from __future__ import annotations

from kiosk.domain.idle import WARN_AFTER_SECONDS
from kiosk.domain.stuck import BEFORE_WARNING_SECONDS
from kiosk.tour.stage import Stage
from kiosk.tour.visits import BEGIN

OFFER = "Ông/bà cần giúp, cứ bấm nút vàng."
PHONED = "Đăng ký khai tử"


def fall_silent_at_a_step(stage: Stage) -> None:
    """Nobody touches a step for long: one sentence here, a yellow mark there, and no sound."""
    stage.tap_console("Hỗ trợ")
    stage.tap_citizen(BEGIN, "Sinh con", "Đăng ký khai sinh", "Làm ngay tại máy này")
    stage.see_citizen("Bước 1 trên")
    stage.clock.skip(WARN_AFTER_SECONDS - BEFORE_WARNING_SECONDS + 1)
    stage.see_citizen(OFFER)
    stage.keep_citizen("step", "After a long silence the page offers help, and nothing moves")
    stage.see_console("có thể cần giúp")
    stage.keep_console("calls", "Staff see where somebody may be stuck, without a sound")
    stage.tap_citizen("Có rồi, đi tiếp")
    stage.driver.wait_for(
        lambda: not stage.driver.shows(stage.console, "có thể cần giúp"), "the mark to go"
    )


def call_it_off(stage: Stage) -> None:
    """A call can be handed to a colleague, or cancelled with a reason; then the step comes back."""
    stage.tap_citizen("Tôi cần giúp đỡ", "Gọi cán bộ")
    stage.see_citizen("Đã báo cán bộ")
    stage.tap_console("Tôi đến ngay")
    stage.see_citizen("đang đến chỗ ông/bà")
    stage.tap_console("Chuyển hoặc hủy lời gọi")
    stage.keep_console("assistance", "Hand the call to a colleague on duty, or cancel it")
    stage.tap_console("Người dân tự làm tiếp")
    stage.see_citizen("Bước 2 trên")
    stage.tap_citizen("Kết thúc và xóa")
    stage.see_citizen(BEGIN)


def help_by_telephone(stage: Stage) -> None:
    """Help without the kiosk in the same form; a number in the note is warned of."""
    stage.see_console("Ghi lượt giúp ngoài máy")
    stage.tap_console("Ghi lượt giúp ngoài máy", "Qua điện thoại", "Chọn thủ tục", PHONED)
    stage.tap_console("Chỉ một câu", "10", "Làm ở nơi khác", "Ghi chú, nếu cần")
    stage.driver.type_into(stage.console, "Ghi chú", "gọi 0912 345 678")
    stage.keep_console("assistance", "A note with a telephone number is warned of, not refused")
    stage.tap_console("Quay lại")
    stage.keep_console("assistance", "Help by telephone in the same form")
    stage.tap_console("Lưu")
    stage.see_console("Đang gọi giúp")


def mend_it(stage: Stage) -> None:
    """Its author mends an entry of today; what it said before is kept."""
    stage.tap_console("Lượt tôi đã ghi")
    stage.keep_console("today", "Today's entries of whoever is logged in")
    stage.tap_console(PHONED)
    stage.see_console("Sửa lượt đã ghi")
    stage.tap_console("Tự làm tiếp", "20", "Lưu")
    stage.see_console("Lượt tôi đã ghi hôm nay")


def read_what_it_said(stage: Stage) -> None:
    """The lead reads the entry with its history."""
    stage.tap_console("Nhật ký")
    stage.see_console("Xuất Excel")
    stage.tap_console(PHONED)
    stage.see_console("trước là")
    stage.keep_console("entry", "An entry that was mended, with what it said before")
