"""Figures that the console works out: shown once there is something to show, and exported."""

from __future__ import annotations

import openpyxl

from kiosk.domain.assistance import AssistanceFilter
from kiosk.domain.calendar import office_day
from kiosk.domain.visit import VisitEventKind
from kiosk.services.documents.assistance_xlsx import SUMMARY_SHEET
from tests.ui.shells.counter import Counter
from ui.staff import wishes as w
from ui.staff.models import StaffScreenName

WAIT = "chờ trung bình"


def rate(counter: Counter, value: int) -> None:
    """Let someone come to the kiosk and tap a face."""
    visits = counter.office.visits
    visit = visits.new_visit()
    visits.start(visit)
    visits.record(visits.mark(visit, VisitEventKind.RATED, value=value))


def test_the_wait_appears_with_the_first_call_that_is_taken(counter: Counter) -> None:
    counter.log_in()
    counter.see_console(StaffScreenName.CALLS, "Hôm nay")
    assert not counter.console_says(WAIT)
    counter.call()
    counter.stored_call()
    counter.settled()
    counter.pass_time(95)
    counter.take_call()
    counter.order(w.Open(StaffScreenName.CALLS))
    counter.see_console(StaffScreenName.CALLS, f"{WAIT}: 1:35")


def test_the_log_and_its_export_tell_how_easy_it_was(counter: Counter) -> None:
    counter.log_in("Mai")
    counter.order(w.Open(StaffScreenName.LOG))
    counter.see_console(StaffScreenName.LOG, "0 lượt")
    assert not counter.console_says("Dễ làm")
    for value in (3, 4, 5, 5, 5):
        rate(counter, value)
    today = office_day(counter.clock.now()).isoformat()
    wanted = AssistanceFilter(today, today)
    counter.order(w.FilterLog(wanted))
    counter.see_console(StaffScreenName.LOG, "Dễ làm 4,4/5 (5 người)")
    counter.order(w.ExportLog(wanted))
    counter.see_console(StaffScreenName.LOG, "Đã lưu 0 dòng")
    (file,) = counter.folder.paths.exports.iterdir()
    rows = openpyxl.load_workbook(file)[SUMMARY_SHEET].iter_rows(values_only=True)
    assert ("Trung bình, từ 1 đến 5", 4.4) in [row[:2] for row in rows]
