"""Which class shows which page of the console.

`OFFICE` has no page here: the rail's “Xã” opens the set-up pages (`ui.setup`) instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.staff.models import StaffScreenName
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.screens.accounts import AccountsScreen
from ui.staff.screens.appointments import AppointmentsScreen
from ui.staff.screens.assistance import AssistanceScreen
from ui.staff.screens.calls import CallsScreen
from ui.staff.screens.content import ContentScreen
from ui.staff.screens.content_fact import ContentFactScreen
from ui.staff.screens.content_procedure import ContentProcedureScreen
from ui.staff.screens.entry import EntryScreen
from ui.staff.screens.follow_up import FollowUpScreen
from ui.staff.screens.leave import LeaveScreen
from ui.staff.screens.log import LogScreen
from ui.staff.screens.log_in import LogInScreen
from ui.staff.screens.mobile_list import MobileListScreen
from ui.staff.screens.national import NationalScreen
from ui.staff.screens.person import PersonScreen
from ui.staff.screens.round import RoundScreen
from ui.staff.screens.round_plan import RoundPlanScreen
from ui.staff.screens.scan import ScanScreen
from ui.staff.screens.slip import SlipScreen
from ui.staff.screens.today import TodayScreen

SCREENS: Mapping[StaffScreenName, Callable[..., StaffScreen]] = {
    StaffScreenName.LOG_IN: LogInScreen,
    StaffScreenName.CALLS: CallsScreen,
    StaffScreenName.ASSISTANCE: AssistanceScreen,
    StaffScreenName.SLIP: SlipScreen,
    StaffScreenName.TODAY: TodayScreen,
    StaffScreenName.MOBILE_LIST: MobileListScreen,
    StaffScreenName.FOLLOW_UP: FollowUpScreen,
    StaffScreenName.ROUND_PLAN: RoundPlanScreen,
    StaffScreenName.ROUND: RoundScreen,
    StaffScreenName.APPOINTMENTS: AppointmentsScreen,
    StaffScreenName.SCAN: ScanScreen,
    StaffScreenName.PERSON: PersonScreen,
    StaffScreenName.LOG: LogScreen,
    StaffScreenName.ENTRY: EntryScreen,
    StaffScreenName.ACCOUNTS: AccountsScreen,
    StaffScreenName.CONTENT: ContentScreen,
    StaffScreenName.CONTENT_PROCEDURE: ContentProcedureScreen,
    StaffScreenName.CONTENT_FACT: ContentFactScreen,
    StaffScreenName.NATIONAL: NationalScreen,
    StaffScreenName.LEAVE: LeaveScreen,
}


def build_screen(kit: StaffKit, name: StaffScreenName, model: object) -> StaffScreen:
    """Return the page `name` showing `model`, one of `ui.staff.models`."""
    return SCREENS[name](kit, model)
