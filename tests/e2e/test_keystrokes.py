"""The log in seconds: the taps really made on the real windows, by the keystroke-level model.

The figures stand in docs/keystrokes.md too, and are held against what is counted here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import open_office
from kiosk.demo import DEMO_SUPPORTERS, set_up_demo
from kiosk.desktop import Desktop, Surface, WindowRole
from kiosk.domain.calendar import HalfDay, office_day
from kiosk.services.paths import DataPaths
from kiosk.services.round_plan import RoundDraft
from kiosk.services.visits import VisitLog
from kiosk.services.working_days import coming_working_days
from kiosk.tour import console, visits
from kiosk.tour.album import Album
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import Driver
from kiosk.tour.read_back import rows_left
from kiosk.tour.stage import Stage
from tests.stories import NO_JOURNAL
from tests.support.keystrokes import SECONDS, Operator, Task, seconds, telex_keys
from tests.support.pdf import qr_texts
from tests.support.promises import promise_visit, somebody
from tests.ui.shells.counter import write_settings
from ui.theme.metrics import PanelMetrics

pytestmark = pytest.mark.timeout(300)

PANEL = PanelMetrics(476.0, 1920, 1080)
DOC = Path(__file__).parents[2] / "docs" / "keystrokes.md"
NAME, PHONE = "Nguyễn Thị Hoa", "0912345678"


class CountingDriver(Driver):
    """Counts what the hands do at the console, while there is a task."""

    def __init__(self) -> None:
        super().__init__()
        self.task = Task()
        self.console: QWidget | None = None

    def touch(self, window: QWidget, point: QPoint) -> None:
        if window is self.console:
            self.task.tap()
        super().touch(window, point)

    def type_keys(self, window: QWidget, text: str) -> None:
        if window is self.console:
            self.task.keys(telex_keys(text))
        super().type_keys(window, text)

    def press(self, window: QWidget, key: Qt.Key) -> None:
        """Press one key."""
        self.task.keys(1)
        self._key(window, key, "")


@pytest.fixture
def driver() -> CountingDriver:
    return CountingDriver()


@pytest.fixture
def stage(qapp: QApplication, driver: CountingDriver, tmp_path: Path) -> Iterator[Stage]:
    """Return the running program with a call at the console, and Lan before it."""
    paths = DataPaths(tmp_path / "data")
    paths.root.mkdir()
    write_settings(paths)
    clock = TourClock()
    office = open_office(paths, demo=True, clock=clock)
    pins = {account.name: account.pin for account in set_up_demo(office)}
    surfaces = {WindowRole.KIOSK: Surface(PANEL), WindowRole.STAFF: Surface(PANEL)}
    desktop = Desktop(qapp, office, office.setup.profile(), surfaces)
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    desktop.start()
    stage = Stage(driver, Album(pictures, driver), clock, office, desktop, pins)
    stage.choose_days()
    console.log_in(stage, DEMO_SUPPORTERS[0])
    visits.walk_until_stuck(stage)
    visits.call_for_help(stage)
    stage.see_console("Tôi đến ngay")
    driver.console, driver.task = stage.console, Task()
    yield stage
    windows = desktop.windows()
    desktop.stop()
    for window in windows:
        window.hide()
        window.deleteLater()
    desktop.deleteLater()


def test_a_known_visit_is_logged_in_six_taps_and_fifteen_seconds(
    stage: Stage, driver: CountingDriver
) -> None:
    """Take, level, one barrier changed, outcome, save: each is decided on its own."""
    for name in (
        "Tôi đến ngay",
        "Chỉ một câu",
        "Chọn nhầm thủ tục",
        "Tự làm tiếp",
        "Lưu, không in",
    ):
        driver.task.think()
        stage.tap_console(name)
    stage.see_console("Đang gọi giúp")

    assert driver.task.taps <= 6
    assert driver.task.seconds <= 15
    (entry,) = rows_left(stage.office.paths.database)["assistances"]
    assert (entry["level"], entry["outcome"]) == ("hint", "continued_alone")
    told("Ghi một lượt đã biết", driver.task)


def test_somebody_is_on_the_mobile_list_in_thirty_seconds(
    stage: Stage, driver: CountingDriver
) -> None:
    """From a form whose level and barriers are told; the citizen's own answers are not counted."""
    stage.tap_console("Tôi đến ngay")
    stage.see_citizen("đang đến chỗ ông/bà")
    stage.tap_console("Ngồi cạnh cùng làm")
    driver.task = task = Task()
    task.think()
    stage.tap_console("Hẹn làm tiếp")
    stage.tap_console("Cán bộ đến tận nhà")  # what “Hẹn làm tiếp” was tapped for
    task.think()
    stage.tap_console(stage.codes["day"], "buổi sáng")
    stage.tap_console("Người dân", "Hỏi ý kiến trên màn hình người dân")
    visits.give_consent(stage)
    stage.see_console("Họ và tên")
    task.think()
    driver.type_keys(stage.console, NAME)
    driver.press(stage.console, Qt.Key.Key_Tab)
    driver.press(stage.console, Qt.Key.Key_Tab)
    task.think()
    driver.type_keys(stage.console, PHONE)
    task.think()
    stage.tap_console("Thôn", "Thôn Ví Dụ 2")
    task.think()
    stage.tap_console("Lưu và in phiếu hẹn")
    stage.see_console("Số phiếu")

    assert task.seconds <= 30
    (promise,) = rows_left(stage.office.paths.database)["follow_ups"]
    assert promise["kind"] == "home_visit"
    (case,) = stage.office.follow_ups.open_cases(stage.office.accounts.staff()[0])
    assert case.follow_up.person is not None
    assert (case.follow_up.person.name, case.follow_up.person.phone) == (NAME, PHONE)
    told("Đưa một người vào danh sách lưu động", task)


def test_a_row_of_the_sheet_is_answered_in_two_taps(stage: Stage, driver: CountingDriver) -> None:
    """From the scanned code on: done, nobody at home and a new day, or withdrawn and why."""
    answers = (
        ("Xong", "Ghi “Xong” và đóng"),
        ("Không có nhà", f"{stage.codes['next_day']} · buổi chiều"),
        ("Rút: thôi việc hẹn", "Không muốn nữa"),
    )
    payloads = printed_rows(stage, len(answers))
    for left, (payload, names) in enumerate(zip(payloads, answers, strict=True), start=1):
        stage.scan(stage.console, payload)
        stage.see_console("Lần này thế nào?")
        driver.task = Task()
        for name in names:
            driver.task.think()
            stage.tap_console(name)
        rest = len(answers) - left
        stage.see_console(f"Còn {rest} người chưa có kết quả." if rest else "Đóng đợt được rồi.")
        assert driver.task.taps == 2
        told("Ghi kết quả một dòng của bảng đi", driver.task)
    found = rows_left(stage.office.paths.database)["round_stops"]
    assert sorted(row["answer"] for row in found) == ["done", "not_home", "withdrawn"]


def printed_rows(stage: Stage, count: int) -> list[str]:
    """Promise visits to so many people, plan a trip to them, print it; return its rows' codes."""
    elsewhere = VisitLog(stage.office.store, stage.clock, "quay-2", NO_JOURNAL)
    office = replace(stage.office, visits=elsewhere)
    tomorrow = coming_working_days(office_day(stage.clock.now()), 1)[0]
    lan = office.accounts.staff()[0]
    village = office.setup.villages()[0]
    cases = [
        promise_visit(office, lan, somebody(number, village.id), f"{tomorrow}")
        for number in range(count)
    ]
    draft = RoundDraft(
        tomorrow,
        HalfDay.MORNING,
        team_ids=(lan.id,),
        follow_up_ids=tuple(case.id for case in cases),
    )
    sheet = office.run_sheets.make(office.rounds.plan(draft, lan).id, lan)
    return list(qr_texts(sheet, dpi=300))


def told(name: str, task: Task) -> None:
    """Hold what was counted against the line of that task in the documentation."""
    counts = task.counts()
    figures = [name, str(task.taps), *(str(counts[o.value]) for o in Operator)]
    line = f"| {' | '.join(figures)} | {task.seconds:.2f} s |"
    assert line in DOC.read_text(encoding="utf-8").splitlines(), line


# The model itself


def test_the_operators_are_published_with_their_times() -> None:
    lines = DOC.read_text(encoding="utf-8").splitlines()
    for operator, time in SECONDS.items():
        row = f"| {operator.value} | {time:.2f} s |"
        assert [line for line in lines if line.startswith(row)], row


def test_hands_move_between_keyboard_and_mouse() -> None:
    task = Task()
    task.think()
    task.tap()
    task.keys(3)
    task.keys(1)
    task.tap()
    assert task.counts() == {"K": 4, "P": 2, "B": 4, "H": 2, "M": 1}
    assert task.seconds == seconds(task.steps) == round(4 * 0.28 + 2.2 + 0.4 + 0.8 + 1.35, 2)


@pytest.mark.parametrize(
    ("text", "keys"),
    [("", 0), ("hoa", 3), ("Hoa", 4), ("Nguyễn", 9), ("đi", 3), ("Thị", 5), ("0912", 4)],
)
def test_vietnamese_takes_a_key_for_every_mark(text: str, keys: int) -> None:
    assert telex_keys(text) == keys
