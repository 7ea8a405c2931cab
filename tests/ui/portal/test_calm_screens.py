"""Beside every trouble of the page: a way to try again, the telephone, help, and the pictures."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.bench.finger import Finger
from tests.ui.citizen.hands import Citizen
from ui.citizen import wishes as cw
from ui.citizen.screens.portal_screen import PortalScreen
from ui.portal import wishes as w
from ui.portal.models import PageState

TROUBLES = [state for state in PageState if not state.shows_page]
PANELS = ["large", "small", "portrait"]


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", range(3))
def test_every_trouble_can_be_tried_again_left_and_asked_about(
    qtbot: QtBot, panel: str, size: int
) -> None:
    citizen = Citizen(qtbot, panel, size)
    for state in TROUBLES:
        citizen.show_state(f"portal-{state.name.lower().replace('_', '-')}")
        ways: dict[str, object] = {"Tôi cần giúp đỡ": cw.AskHelp()}
        if state is PageState.REFUSED:
            ways |= {"Về trang trước": w.PageBack(), "Cán bộ cho phép": w.AskAdmission()}
        else:
            ways |= {"Thử lại": w.ReloadPage(), "Làm trên điện thoại": cw.OnPhone()}
        for button, wish in ways.items():
            citizen.seconds += 1.0
            assert citizen.tap(button) == [wish], f"{state.name}: {button}"


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", range(3))
def test_the_guide_and_its_pictures_stay_beside_every_trouble(
    qtbot: QtBot, panel: str, size: int
) -> None:
    citizen = Citizen(qtbot, panel, size)
    finger = Finger(citizen.window)
    for state in TROUBLES:
        screen = citizen.show_state(f"portal-{state.name.lower().replace('_', '-')}")
        assert isinstance(screen, PortalScreen)
        assert not screen.pane.slot.isVisible()
        finger.find(cw.ConfirmStep)
        finger.tap(finger.find(w.ShowPictures))
        assert citizen.wishes[-1] == w.ShowPictures()


@pytest.mark.parametrize("panel", PANELS)
def test_the_page_has_sixty_parts_of_a_hundred_beside_or_below(qtbot: QtBot, panel: str) -> None:
    screen = Citizen(qtbot, panel).show_state("portal-shown")
    assert isinstance(screen, PortalScreen)
    guide, pane = screen.guide.geometry(), screen.pane.geometry()

    if panel == "portrait":
        assert pane.top() > guide.bottom()
        assert pane.width() == guide.width()
        assert pane.height() / (pane.height() + guide.height()) == pytest.approx(0.6, abs=0.01)
    else:
        assert pane.left() > guide.right()
        assert pane.height() == guide.height()
        assert pane.width() / (pane.width() + guide.width()) == pytest.approx(0.6, abs=0.01)
