"""Which class shows which screen: the one list, so that no page can be forgotten by the tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.domain.flow import ScreenName
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.citizen.screens.home_screen import HomeScreen
from ui.citizen.screens.procedure_screen import ProcedureScreen
from ui.citizen.screens.procedures_screen import ProceduresScreen
from ui.citizen.screens.step_screen import StepScreen

ScreenBuilder = Callable[[ScreenKit, Any], CitizenScreen]
"""Each screen takes the model named after it in `ui.citizen.models`."""

SCREENS: dict[ScreenName, ScreenBuilder] = {
    ScreenName.HOME: HomeScreen,
    ScreenName.PROCEDURES: ProceduresScreen,
    ScreenName.PROCEDURE: ProcedureScreen,
    ScreenName.STEP: StepScreen,
}


def build_screen(kit: ScreenKit, name: ScreenName, model: object) -> CitizenScreen:
    """Return the screen `name` built from its model."""
    return SCREENS[name](kit, model)
