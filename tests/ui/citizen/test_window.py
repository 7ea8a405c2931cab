"""The window: header, bar and overlays; the pause after a change; keys that do nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.flow import BarButton, ScreenName, bar_for
from kiosk.domain.help_call import WaitingStage
from tests.ui.citizen.hands import Citizen
from tests.ui.states_citizen import DEMO_OFFICE, citizen_states
from ui.citizen import wishes
from ui.citizen.demo_ribbon import DemoRibbon
from ui.citizen.models import CallBandModel
from ui.citizen.window import CitizenWindow

BAND = CallBandModel("Bàn 1", "Đăng ký khai sinh", "Bước 3", WaitingStage.RECEIVED)


@pytest.mark.parametrize(
    ("button", "wish"),
    [
        ("Quay lại", wishes.GoBack()),
        ("Về đầu", wishes.GoHome()),
        ("Kết thúc và xóa", wishes.Finish()),
        ("Tôi cần giúp đỡ", wishes.AskHelp()),
        ("Chữ rất lớn", wishes.SetTextSize(2)),
        ("Tăng tương phản", wishes.ToggleContrast()),
        ("English", wishes.SetLanguage("en")),
    ],
)
def test_header_and_bar_wish_what_they_say(citizen: Citizen, button: str, wish: object) -> None:
    citizen.show_state("step")
    assert citizen.tap(button) == [wish]


@pytest.mark.parametrize("panel", ["large", "small", "portrait"])
@pytest.mark.parametrize("size", range(3))
def test_help_never_moves_and_the_bar_is_whole(qtbot: QtBot, panel: str, size: int) -> None:
    citizen = Citizen(qtbot, panel, size)
    spots = set()
    for state in citizen_states(citizen.kit):
        citizen.show(state.name, state.model)
        bar = citizen.window.bar
        assert bar is not None
        assert {b for b in BarButton if bar.button(b)} == set(bar_for(state.name))
        help_button = bar.button(BarButton.HELP)
        assert help_button is not None
        spots.add((help_button.mapTo(citizen.window, help_button.rect().center())).toTuple())
    assert len(spots) == 1


def test_on_the_stuck_screen_help_calls_staff(citizen: Citizen) -> None:
    citizen.show_state("stuck")
    assert citizen.button("Gọi cán bộ").accessibleName() == "Gọi cán bộ"


def test_where_the_header_has_no_room_one_button_leads_to_a_page(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot, "portrait", 2)
    citizen.show_state("step")
    assert citizen.tap("Tùy chỉnh") == [wishes.Customize()]


def test_a_demonstration_office_is_marked(citizen: Citizen) -> None:
    state = next(s for s in citizen_states(citizen.kit) if s.id == "home")
    citizen.show(state.name, state.model)
    assert not citizen.all(DemoRibbon)
    citizen.window.show_screen(state.name, state.model, citizen.kit, DEMO_OFFICE, citizen.header)
    assert [ribbon.text() for ribbon in citizen.all(DemoRibbon)] == ["BẢN DÙNG THỬ"]


def test_presses_right_after_a_change_do_nothing(citizen: Citizen) -> None:
    state = next(s for s in citizen_states(citizen.kit) if s.id == "step")
    citizen.show_at_once(state.name, state.model)
    assert citizen.tap("Có rồi, đi tiếp") == []
    citizen.seconds += 0.39
    assert citizen.tap("Có rồi, đi tiếp") == []
    citizen.seconds += 0.02
    assert citizen.tap("Có rồi, đi tiếp") == [wishes.ConfirmStep()]


def test_every_press_is_told_even_when_it_does_nothing(citizen: Citizen, qtbot: QtBot) -> None:
    state = next(s for s in citizen_states(citizen.kit) if s.id == "step")
    citizen.show_at_once(state.name, state.model)
    with qtbot.waitSignal(citizen.window.touched):
        citizen.tap("Có rồi, đi tiếp")


def test_the_former_page_is_let_go(citizen: Citizen, qtbot: QtBot) -> None:
    first = citizen.show_state("step")
    with qtbot.waitSignal(first.destroyed):
        citizen.show_state("home")


def test_the_idle_warning_counts_and_one_touch_stops_it(citizen: Citizen, qtbot: QtBot) -> None:
    citizen.show_state("step")
    citizen.window.show_idle_warning(45)
    citizen.window.show_idle_warning(44)
    citizen.seconds += 1.0
    overlay = citizen.window.idle_overlay
    assert overlay is not None
    assert "Còn 44 giây" in overlay._text.text()
    with qtbot.waitSignal(citizen.window.still_here):
        citizen.touch(overlay.button)


def test_the_touch_that_takes_the_warning_away_goes_no_further(citizen: Citizen) -> None:
    citizen.show_state("step")
    citizen.window.show_idle_warning(45)
    citizen.seconds += 1.0
    citizen.window.touched.connect(citizen.window.hide_idle_warning)
    done = citizen.button("Có rồi, đi tiếp")
    assert citizen.touch(done) == []
    assert citizen.window.idle_overlay is None
    citizen.seconds += 1.0
    assert citizen.touch(done) == [wishes.ConfirmStep()]


def test_the_amber_band_calls_staff_and_lets_the_citizen_go_on(citizen: Citizen) -> None:
    citizen.show_state("waiting-received")
    citizen.window.show_call_band(BAND)
    citizen.seconds += 1.0
    assert citizen.tap("Cán bộ đến: nhập PIN") == [wishes.StaffHere()]
    assert citizen.tap("Tôi tự làm tiếp được") == [wishes.ManageAlone()]
    citizen.show_state("step")
    assert citizen.window.call_band is None


def test_a_kiosk_is_not_closed_by_hand(qtbot: QtBot) -> None:
    window = CitizenWindow()
    qtbot.addWidget(window)
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    window.allow_close()
    window.closeEvent(event)
    assert event.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_F4, Qt.Key.Key_Menu])
@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier], ids=["", "alt"]
)
def test_keys_of_a_desktop_do_nothing(
    citizen: Citizen, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    citizen.show_state("step")
    QTest.keyClick(citizen.window, key, held)
    assert citizen.window.isVisible()
    assert citizen.window.screen_name is ScreenName.STEP
    assert not citizen.wishes
