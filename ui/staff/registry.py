"""Which class shows which page of the console; a page that is not here does not exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.staff.models import StaffScreenName
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.screens.assistance import AssistanceScreen
from ui.staff.screens.calls import CallsScreen
from ui.staff.screens.log_in import LogInScreen
from ui.staff.screens.slip import SlipScreen

SCREENS: Mapping[StaffScreenName, Callable[..., StaffScreen]] = {
    StaffScreenName.LOG_IN: LogInScreen,
    StaffScreenName.CALLS: CallsScreen,
    StaffScreenName.ASSISTANCE: AssistanceScreen,
    StaffScreenName.SLIP: SlipScreen,
}


def build_screen(kit: StaffKit, name: StaffScreenName, model: object) -> StaffScreen:
    """Return the page `name` showing `model`, one of `ui.staff.models`."""
    return SCREENS[name](kit, model)
