"""Which class shows which screen: the one list, so that no page can be forgotten by the tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.domain.flow import ScreenName
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.citizen.screens.admit_site_screen import AdmitSiteScreen
from ui.citizen.screens.appointment_screen import AppointmentScreen
from ui.citizen.screens.attract_screen import AttractScreen
from ui.citizen.screens.consent_screen import ConsentScreen
from ui.citizen.screens.customize_screen import CustomizeScreen
from ui.citizen.screens.done_screen import DoneScreen
from ui.citizen.screens.fetch_screen import FetchScreen
from ui.citizen.screens.follow_up_screen import FollowUpScreen
from ui.citizen.screens.hold_screen import HoldScreen
from ui.citizen.screens.home_screen import HomeScreen
from ui.citizen.screens.lesson_screen import LessonScreen
from ui.citizen.screens.lessons_screen import LessonsScreen
from ui.citizen.screens.listed_screen import ListedScreen
from ui.citizen.screens.move_date_screen import MoveDateScreen
from ui.citizen.screens.not_here_screen import NotHereScreen
from ui.citizen.screens.paper_camera_screen import PaperCameraScreen
from ui.citizen.screens.paper_check_screen import PaperCheckScreen
from ui.citizen.screens.paper_source_screen import PaperSourceScreen
from ui.citizen.screens.paper_stick_screen import PaperStickScreen
from ui.citizen.screens.papers_screen import PapersScreen
from ui.citizen.screens.phone_screen import PhoneScreen
from ui.citizen.screens.portal_screen import PortalScreen
from ui.citizen.screens.procedure_screen import ProcedureScreen
from ui.citizen.screens.procedures_screen import ProceduresScreen
from ui.citizen.screens.quiz_screen import QuizScreen
from ui.citizen.screens.scan_slip_screen import ScanSlipScreen
from ui.citizen.screens.search_screen import SearchScreen
from ui.citizen.screens.slip_screen import SlipScreen
from ui.citizen.screens.step_screen import StepScreen
from ui.citizen.screens.stuck_screen import StuckScreen
from ui.citizen.screens.take_over_screen import TakeOverScreen
from ui.citizen.screens.waiting_screen import WaitingScreen

ScreenBuilder = Callable[[ScreenKit, Any], CitizenScreen]
"""Each screen takes the model named after it in `ui.citizen.models`."""

SCREENS: dict[ScreenName, ScreenBuilder] = {
    ScreenName.ATTRACT: AttractScreen,
    ScreenName.HOME: HomeScreen,
    ScreenName.SEARCH: SearchScreen,
    ScreenName.LISTED: ListedScreen,
    ScreenName.PROCEDURES: ProceduresScreen,
    ScreenName.PROCEDURE: ProcedureScreen,
    ScreenName.PHONE: PhoneScreen,
    ScreenName.STEP: StepScreen,
    ScreenName.PORTAL: PortalScreen,
    ScreenName.ADMIT_SITE: AdmitSiteScreen,
    ScreenName.PAPERS: PapersScreen,
    ScreenName.PAPER_SOURCE: PaperSourceScreen,
    ScreenName.PAPER_CAMERA: PaperCameraScreen,
    ScreenName.PAPER_STICK: PaperStickScreen,
    ScreenName.PAPER_CHECK: PaperCheckScreen,
    ScreenName.STUCK: StuckScreen,
    ScreenName.WAITING: WaitingScreen,
    ScreenName.CONSENT: ConsentScreen,
    ScreenName.DONE: DoneScreen,
    ScreenName.NOT_HERE: NotHereScreen,
    ScreenName.FOLLOW_UP: FollowUpScreen,
    ScreenName.SLIP: SlipScreen,
    ScreenName.SCAN_SLIP: ScanSlipScreen,
    ScreenName.APPOINTMENT: AppointmentScreen,
    ScreenName.MOVE_DATE: MoveDateScreen,
    ScreenName.FETCH: FetchScreen,
    ScreenName.HOLD: HoldScreen,
    ScreenName.TAKE_OVER: TakeOverScreen,
    ScreenName.CUSTOMIZE: CustomizeScreen,
    ScreenName.LESSONS: LessonsScreen,
    ScreenName.LESSON: LessonScreen,
    ScreenName.QUIZ: QuizScreen,
}


def build_screen(kit: ScreenKit, name: ScreenName, model: object) -> CitizenScreen:
    """Return the screen `name` built from its model."""
    return SCREENS[name](kit, model)
