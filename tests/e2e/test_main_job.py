"""The main job from end to end: the real windows, fingers only, one day at the counter.

From the resting screen to a slip on real paper (CUPS and its PDF printer), the slip scanned back,
the visit at home tried, and the entry found by the office lead in the log and in the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication

from kiosk.app import Office, open_office
from kiosk.demo import DEMO_LEAD, DEMO_SUPPORTERS, set_up_demo
from kiosk.desktop import Desktop, Surface, WindowRole
from kiosk.services.documents.assistance_xlsx import ROWS_SHEET
from kiosk.services.paths import DataPaths
from kiosk.tour import console, visits
from kiosk.tour.album import Album
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import Driver
from kiosk.tour.read_back import rows_left
from kiosk.tour.stage import Stage
from tests.support.cups import PrivateCups, wait_for
from tests.support.cups import cups as cups  # noqa: PLC0414 - a fixture is found by its name here
from tests.support.pdf import qr_texts
from tests.ui.shells.counter import write_settings
from ui.theme.metrics import PanelMetrics

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("cups")]

PANEL = PanelMetrics(476.0, 1920, 1080)
PERSON = "Nguyễn Thị Ví Dụ"


@pytest.fixture
def clock() -> TourClock:
    """Return the clock of the day."""
    return TourClock()


@pytest.fixture
def office(tmp_path: Path, cups: PrivateCups, clock: TourClock) -> Office:
    """Return an office that is set up and prints on the printer of the test."""
    paths = DataPaths(tmp_path / "data")
    paths.root.mkdir()
    write_settings(paths, printer=cups.printer)
    return open_office(paths, demo=True, clock=clock)


@pytest.fixture
def stage(qapp: QApplication, office: Office, clock: TourClock, tmp_path: Path) -> Iterator[Stage]:
    """Return the running program: a citizen's window and a console."""
    pins = {account.name: account.pin for account in set_up_demo(office)}
    driver = Driver()
    surfaces = {WindowRole.KIOSK: Surface(PANEL), WindowRole.STAFF: Surface(PANEL)}
    desktop = Desktop(qapp, office, office.setup.profile(), surfaces)
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    desktop.start()
    yield Stage(driver, Album(pictures, driver), clock, office, desktop, pins)
    windows = desktop.windows()
    desktop.stop()
    for window in windows:
        window.hide()
        window.deleteLater()
    desktop.deleteLater()


def test_from_the_resting_screen_to_the_lead_s_workbook(stage: Stage, cups: PrivateCups) -> None:
    stage.choose_days()

    _get_help(stage)
    first = _print_a_slip(stage, cups)
    second = _print_it_again(stage, cups)
    _scan_back(stage, first, second)
    _visit_at_home(stage)
    _read_as_lead(stage)

    rows = rows_left(stage.office.paths.database)
    assert [row["payload"] for row in rows["slips"]] == [first, second]
    assert [row["print_state"] for row in rows["slips"]] == ["did_not", "came_out"]
    assert [row["result"] for row in rows["attempts"]] == ["not_home"]
    assert len(rows["assistances"]) == len(rows["follow_ups"]) == 1


def _get_help(stage: Stage) -> None:
    """From attract to a promise with the person who consented."""
    console.log_in(stage, DEMO_SUPPORTERS[0])
    stage.see_console("Đang gọi giúp")
    visits.walk_until_stuck(stage)
    visits.call_for_help(stage)
    console.take_the_call(stage)
    console.promise_a_visit(stage)
    visits.give_consent(stage)
    console.enter_the_person(stage)


def _print_a_slip(stage: Stage, cups: PrivateCups) -> str:
    """Save and print; the sheet is nowhere to be seen, and staff say so; return its payload."""
    stage.tap_console("Lưu và in phiếu hẹn")
    payload = _from_the_tray(stage, cups, version=1)
    stage.tap_console("Chưa ra")
    stage.see_console("Phiếu chưa ra.")
    return payload


def _print_it_again(stage: Stage, cups: PrivateCups) -> str:
    """A new version comes out and is handed over; the citizen sees the appointment."""
    stage.tap_console("In lại (bản mới)")
    payload = _from_the_tray(stage, cups, version=2)
    stage.tap_console("Đã ra")
    stage.see_console("Đang gọi giúp")
    visits.see_appointment(stage)
    return payload


def _from_the_tray(stage: Stage, cups: PrivateCups, version: int) -> str:
    """Return what the QR on the printed sheet says; the program only asks about the sheet."""
    stage.see_console("Phiếu đã ra chưa?")
    wait_for(lambda: _newest_slip(stage)["print_state"] == "spooled", "the spooler's word")
    slip = _newest_slip(stage)
    assert slip["version"] == version
    sheet = cups.printed(cups.known_title(slip["number"]), times=version).read_bytes()
    assert qr_texts(sheet, dpi=300) == [slip["payload"]]
    return str(slip["payload"])


def _newest_slip(stage: Stage) -> dict[str, Any]:
    return rows_left(stage.office.paths.database)["slips"][-1]


def _scan_back(stage: Stage, replaced: str, newest: str) -> None:
    """The lost sheet, should it turn up, says that it was replaced; the new one opens the case."""
    stage.scan_for_news(replaced, "the answer to a replaced slip")
    stage.see_console("bản mới")
    stage.scan(stage.console, newest)
    stage.see_console(PERSON)


def _visit_at_home(stage: Stage) -> None:
    """The list names the case; nobody was home, so a new day is promised."""
    stage.tap_console("Lưu động")
    stage.see_console("Phục vụ lưu động")
    stage.tap_console("Nguyễn T. V. D.", "Không có nhà")
    stage.tap_console(f"{stage.codes['next_day']} · buổi chiều")
    stage.see_console("Không có nhà · ")


def _read_as_lead(stage: Stage) -> None:
    """The lead opens the entry and finds it in the workbook."""
    stage.tap_console("Khóa")
    console.log_in(stage, DEMO_LEAD)
    stage.tap_console("Nhật ký")
    stage.see_console("Xuất Excel")
    stage.tap_console("Xuất Excel")
    path = stage.newest(stage.office.paths.exports, "assistance-*.xlsx")
    book = openpyxl.load_workbook(path, read_only=True)
    rows = list(book[ROWS_SHEET].iter_rows(values_only=True))
    book.close()
    assert len(rows) == 2, "a heading and the one entry"
    assert {"Đăng ký khai sinh", "1.001193", DEMO_SUPPORTERS[0]} <= set(rows[1])
    stage.tap_console("Đăng ký khai sinh")
    stage.see_console("Ngồi cạnh cùng làm")
