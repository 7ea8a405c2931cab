"""Scenes of the lead's work on content: a fact checked, one corrected, met by the next citizen."""

from __future__ import annotations

import shutil

from kiosk.tour.stage import Stage
from kiosk.tour.visits import BEGIN

FEE = "Ví dụ: không thu"
"""No office's fee: the tour plays in a made-up one."""


def look_at_the_content(stage: Stage) -> None:
    """The procedures by day of review; one of them, whose way of submitting is found right."""
    stage.tap_console("Nội dung")
    stage.see_console("Xuất tệp")
    stage.keep_console("content", "Procedures by their day of review")
    stage.driver.type_into(stage.console, "Gõ tên hoặc mã thủ tục", "khai sinh")
    stage.tap_console("Đăng ký khai sinh, 1.001193")
    stage.see_console("Trang chính thức")
    stage.keep_console("content_procedure", "Its facts beside the official page as QR")
    stage.tap_console("Đúng: Cách nộp")
    stage.see_console("Cách nộp: xác nhận đúng.")
    stage.keep_console("content_procedure", "A fact vouched for, with the way to undo it")


def correct_a_fee(stage: Stage) -> None:
    """The form of a fact, and the kiosk's page that follows what is typed."""
    stage.tap_console("Sửa: Lệ phí")
    stage.see_console("Người dân sẽ thấy như thế này")
    stage.driver.type_into(stage.console, "Lời hiện trên màn hình", FEE)
    stage.driver.type_into(stage.console, "Theo văn bản nào, nếu có", "Nghị quyết ví dụ")
    stage.see_console("Tự lưu nháp")
    stage.keep_console("content_fact", "A fee corrected beside the kiosk's own page")
    stage.tap_console("Lưu")
    stage.see_console("Đã lưu: Lệ phí.")
    stage.keep_console("content_procedure", "The correction with author and time")


def meet_the_fee(stage: Stage) -> None:
    """The next citizen meets what the office has just corrected."""
    stage.driver.wait_for(
        lambda: "fee" in stage.office.catalogue.checks("1.001193"), "the corrected fee"
    )
    stage.tap_citizen(BEGIN, "Sinh con", "Đăng ký khai sinh")
    stage.see_citizen(FEE)
    stage.keep_citizen("procedure", "The office's own fee, and which facts it has checked")
    stage.tap_citizen("Kết thúc và xóa")
    stage.see_citizen(BEGIN)


def export_the_files(stage: Stage) -> None:
    """Complete files of all procedures, and the page of the national catalogue."""
    stage.tap_console("Về danh sách")
    stage.see_console("Gõ tên hoặc mã thủ tục")
    stage.tap_console("Xuất tệp")
    stage.see_console("Đã ghi ")
    file = stage.newest(stage.office.paths.exports, "content-*/1.001193.toml")
    shutil.copyfile(file, stage.album.folder / "content-1.001193.toml")
    stage.keep_console("content", "The export, complete files")
    stage.tap_console("Danh mục quốc gia")
    stage.see_console("Chưa nhập danh mục nào.")
    stage.keep_console("national", "The national catalogue, before the first import")
