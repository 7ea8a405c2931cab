"""The tour of the mobile service: the list, a trip from plan to scan, a slip brought back."""

from __future__ import annotations

import shutil

from kiosk.demo import DEMO_SUPPORTERS
from kiosk.tour.stage import Stage
from kiosk.tour.visits import BEGIN

_PERSON = "Nguyễn T. V. D."


def plan_a_trip(stage: Stage) -> None:
    """The list says why somebody should not wait; a trip is planned from what it proposes."""
    stage.tap_console("Lưu động")
    stage.see_console("Phục vụ lưu động")
    stage.keep_console("mobile_list", "Home visits by village, most urgent first, with the reasons")
    stage.tap_console("In danh sách")
    stage.see_console("Bảng đã")
    _keep_file(stage, "run-list")
    stage.tap_console("Lập đợt")
    stage.see_console("Lập đợt lưu động")
    stage.tap_console(stage.codes["next_day"], "Sáng", "Chọn người")
    stage.see_console("Ai đi?")
    stage.tap_console(DEMO_SUPPORTERS[0], "Xong")
    stage.see_console("Lập đợt · 1 người")
    stage.keep_console("round_plan", "A trip: whom to visit, when, who goes, what to take along")
    stage.tap_console("Lập đợt · 1 người")
    stage.see_console("In bảng đi")


def ring_ahead_and_print(stage: Stage) -> None:
    """Whoever is rung agrees; the sheet has a code, boxes and lines for each person."""
    stage.tap_console(f"1, {_PERSON}")
    stage.see_console("Gọi trước khi đi")
    stage.keep_console("follow_up", "The case on a trip: ring ahead, or say how the visit went")
    stage.tap_console("Đồng ý")
    stage.see_console("Đã ghi.")
    stage.tap_console("In bảng đi")
    stage.see_console("Bảng đã")
    _keep_file(stage, "run-sheet")
    stage.keep_console("round", "The trip: rung, printed, waiting for its answers")


def scan_back(stage: Stage) -> None:
    """The row is scanned; nobody was home, and a new day is one tap; then the trip closes."""
    stage.scan(stage.console, stage.payload)
    stage.see_console("Lần này thế nào?")
    stage.tap_console("Không có nhà")
    stage.keep_console("follow_up", "An attempt: nobody was home, a new day is asked")
    stage.tap_console(f"{stage.codes['next_day']} · buổi chiều")
    stage.see_console("Đóng đợt được rồi.")
    stage.keep_console("round", "Every row has its answer")
    stage.tap_console("Đóng đợt")
    stage.see_console("Đã đóng đợt.")
    stage.keep_console("mobile_list", "Who was not met is back on the list, with the new day")


def bring_the_slip(stage: Stage) -> None:
    """With the console locked a citizen scans the slip and asks for another day."""
    stage.tap_citizen(BEGIN, "Tôi có phiếu hẹn")
    stage.see_citizen("Đưa mã vuông của phiếu vào máy đọc.")
    stage.keep_citizen("scan_slip", "Where a slip is held to the scanner")
    stage.scan(stage.citizen, stage.payload)
    stage.see_citizen("Xin đổi ngày")
    stage.keep_citizen("appointment", "The appointment on the slip, and how to prepare")
    stage.tap_citizen("Xin đổi ngày")
    stage.see_citizen("Ông/bà muốn đổi sang ngày nào?")
    stage.keep_citizen("move_date", "Asking for another day")
    stage.tap_citizen("Để cán bộ chọn ngày")
    stage.see_citizen("Đã xin đổi sang ngày khác.")
    stage.tap_citizen("Xong")
    stage.see_citizen(BEGIN)


def decide_on_the_wish(stage: Stage) -> None:
    """The wish stands at the appointments; staff leave the day as it is."""
    stage.tap_console("Lịch hẹn")
    stage.see_console("xin đổi ngày")
    stage.keep_console("appointments", "Appointments by half-day, and who asks for another day")
    stage.tap_console(_PERSON)
    stage.see_console("Giữ ngày cũ")
    stage.keep_console("follow_up", "The wish at its case: staff decide")
    stage.tap_console("Giữ ngày cũ")
    stage.driver.wait_for(
        lambda: not stage.driver.shows(stage.console, "Giữ ngày cũ"), "the wish to be answered"
    )


def _keep_file(stage: Stage, name: str) -> None:
    """Keep what was printed beside the pictures."""
    sheet = stage.newest(stage.office.paths.lists, f"{name}-*.pdf")
    shutil.copyfile(sheet, stage.album.folder / f"{name}.pdf")
