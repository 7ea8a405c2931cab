"""A whole visit by the keyboard alone, from the resting screen to the end, always with a focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.flow import ScreenName
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder
from ui.citizen import wishes as w
from ui.citizen.screens.search_screen import SearchScreen
from ui.widgets.touch_button import TouchButton


class Typist:
    """Somebody with a keyboard and no finger at the counter's screen."""

    def __init__(self, qtbot: QtBot, counter: Counter) -> None:
        self.counter = counter
        self.window = counter.citizen.window
        self._seconds = self.window._clock()
        self.window._clock = self._now
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def _now(self) -> float:
        return self._seconds

    @property
    def focused(self) -> QWidget:
        """What has the keyboard now."""
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        assert focused.isVisible()
        return focused

    def press(self, key: Qt.Key) -> None:
        """Press one key, as late after a change of page as a person would."""
        self._seconds += 1.0
        handle = self.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key)

    def type(self, text: str) -> None:
        """Type letters."""
        handle = self.window.windowHandle()
        assert handle is not None
        for letter in text:
            QTest.keyClick(handle, Qt.Key(ord(letter.upper())))

    def go_to(self, name: str, step: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Press `step` until the focus stands on what begins with `name`, and is seen there."""
        assert self.reaches(name, step), f"“{name}” was not reached"

    def reaches(self, name: str, step: Qt.Key = Qt.Key.Key_Tab) -> bool:
        """Press `step` until the focus stands on `name`; False when it comes round without."""
        passed: list[QWidget | None] = []
        while (focused := QApplication.focusWidget()) not in passed:
            if focused is not None:
                assert self.is_seen(focused)
                if focused.accessibleName().startswith(name):
                    return True
            passed.append(focused)
            self.press(step)
        return False

    @staticmethod
    def is_seen(widget: QWidget) -> bool:
        """Return whether the focus is painted where it stands."""
        return isinstance(widget, QLineEdit) or (
            isinstance(widget, TouchButton) and widget.hasFocus() and widget._shows_focus
        )

    def choose(self, name: str, step: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Go to a button, turning pages as far as needed, and press it."""
        while not self.reaches(name, step):
            self.go_to("Xem tiếp", step)
            self.press(Qt.Key.Key_Return)
        self.press(Qt.Key.Key_Return)


@pytest.fixture
def typist(qtbot: QtBot, open_counter: OpenCounter, folder: DemoFolder) -> Typist:
    """Return somebody at a counter whose citizen's window may have the keyboard."""
    return Typist(qtbot, open_counter(folder, "kiosk"))


def test_a_visit_from_the_resting_screen_to_the_end(typist: Typist) -> None:
    counter = typist.counter
    typist.press(Qt.Key.Key_Tab)
    typist.choose("Chạm vào màn hình để bắt đầu")
    counter.see_citizen(ScreenName.HOME)
    assert typist.is_seen(typist.focused)
    typist.choose("Gõ việc cần làm")
    counter.see_citizen(ScreenName.SEARCH)
    typist.type("dang ky khai sinh")
    counter.see_citizen(ScreenName.SEARCH, "Đăng ký khai sinh")
    counter.settled()
    typist.press(Qt.Key.Key_Return)
    typist.go_to("Đăng ký khai sinh", Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Space)
    counter.see_citizen(ScreenName.PROCEDURE)
    typist.choose("Không, trường hợp thường")
    assert typist.focused.accessibleName() == "Không, trường hợp thường"
    typist.choose("Làm ngay tại máy này")
    counter.see_citizen(ScreenName.STEP)
    typist.choose("Có rồi, đi tiếp")
    typist.choose("Tôi cần giúp đỡ", Qt.Key.Key_Backtab)
    counter.see_citizen(ScreenName.STUCK)
    typist.choose("Gọi cán bộ", Qt.Key.Key_Backtab)
    counter.see_citizen(ScreenName.WAITING)
    counter.stored_call()
    counter.settled()
    typist.choose("Tôi tự làm tiếp được")
    counter.see_citizen(ScreenName.STEP)
    while counter.is_at(ScreenName.STEP):
        typist.choose("Có rồi, đi tiếp")
    counter.see_citizen(ScreenName.DONE)
    typist.choose("Dễ")
    typist.choose("In phiếu mang về")
    counter.see_citizen(ScreenName.SLIP, "Phiếu số")
    counter.settled()
    typist.choose("Kết thúc và xóa", Qt.Key.Key_Backtab)
    counter.see_citizen(ScreenName.ATTRACT)


def test_esc_goes_back_and_ends_nothing_at_home(typist: Typist) -> None:
    counter = typist.counter
    counter.walk_to_step()
    seen = []
    for _ in range(4):
        typist.press(Qt.Key.Key_Escape)
        seen.append(typist.window.screen_name)
    assert seen == [
        ScreenName.PROCEDURE,
        ScreenName.PROCEDURES,
        ScreenName.HOME,
        ScreenName.HOME,
    ]
    assert counter.citizen.visit is not None


def test_arrows_go_where_they_point(typist: Typist) -> None:
    typist.counter.wish(w.Begin())
    typist.go_to("Sinh con")
    names = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up):
        typist.press(key)
        names.append(typist.focused.accessibleName())
    assert names == [
        "Kết hôn",
        "Sao y, chứng thực, bản sao",
        "Người cao tuổi, khó khăn",
        "Sinh con",
        "Gõ việc cần làm",
    ]


def test_an_arrow_that_points_nowhere_stays(typist: Typist) -> None:
    typist.counter.wish(w.Begin())
    typist.go_to("Sinh con")
    typist.press(Qt.Key.Key_Left)
    assert typist.focused.accessibleName() == "Sinh con"


def test_in_the_field_arrows_move_the_cursor(typist: Typist) -> None:
    typist.counter.wish(w.Begin(), w.OpenSearch())
    typist.type("khai")
    field = typist.focused
    assert isinstance(field, QLineEdit)
    typist.press(Qt.Key.Key_Left)
    assert (typist.focused, field.cursorPosition()) == (field, 3)


def test_typing_on_a_real_keyboard_makes_room_for_the_answers(typist: Typist) -> None:
    typist.counter.wish(w.Begin(), w.OpenSearch())
    screen = typist.window.shown
    assert isinstance(screen, SearchScreen)
    are_shown = [screen.is_typing]
    typist.type("k")
    are_shown.append(screen.is_typing)
    typist.go_to("Mở bàn phím")
    typist.press(Qt.Key.Key_Space)
    are_shown.append(screen.is_typing)
    assert are_shown == [True, False, True]
    assert typist.focused is screen.field


def test_a_change_of_looks_leaves_the_focus_where_it_was(typist: Typist) -> None:
    typist.counter.walk_to_step()
    typist.press(Qt.Key.Key_Tab)
    for name in ("Chữ lớn", "Tăng tương phản", "English"):
        typist.choose(name)
        assert typist.is_seen(typist.focused)
    assert typist.focused.accessibleName() == "Tiếng Việt"


def test_a_warning_can_be_answered_and_gives_the_focus_back(typist: Typist) -> None:
    typist.counter.walk_to_step()
    typist.go_to("Không giống")
    typist.counter.pass_time(180)
    typist.press(Qt.Key.Key_Tab)
    assert typist.window.idle_overlay is None
    assert typist.focused.accessibleName() == "Không giống"
    assert typist.is_seen(typist.focused)


def test_who_touches_is_shown_no_focus(typist: Typist) -> None:
    typist.counter.walk_to_step()
    assert QApplication.focusWidget() is None


def test_a_late_answer_leaves_the_focus_on_the_same_tile(typist: Typist) -> None:
    counter = typist.counter
    counter.wish(w.Begin(), w.OpenSearch())
    typist.type("khai sinh cho chau")
    counter.see_citizen(ScreenName.SEARCH, "Đăng ký khai sinh")
    counter.settled()
    typist.go_to("Đăng ký khai sinh", Qt.Key.Key_Down)
    tile = typist.focused
    screen = typist.window.shown
    assert isinstance(screen, SearchScreen)
    screen.field.setText("dang ky khai sinh")
    counter.settled()
    assert typist.focused is not tile
    assert typist.focused.accessibleName() == "Đăng ký khai sinh"
    assert typist.is_seen(typist.focused)
