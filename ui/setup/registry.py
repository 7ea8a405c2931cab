"""Which class shows which set-up page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.setup.models import SetupPageName
from ui.setup.page import SetupPage
from ui.setup.pages.camera_scanner_page import CameraScannerPage
from ui.setup.pages.finish_page import FinishPage
from ui.setup.pages.join_page import JoinPage
from ui.setup.pages.keyboard_scanner_page import KeyboardScannerPage
from ui.setup.pages.lead_page import LeadPage
from ui.setup.pages.office_page import OfficePage
from ui.setup.pages.panel_page import PanelPage
from ui.setup.pages.printer_page import PrinterPage
from ui.setup.pages.recovery_page import RecoveryPage
from ui.setup.pages.serial_scanner_page import SerialScannerPage
from ui.setup.pages.sites_page import SitesPage
from ui.setup.pages.supporters_page import SupportersPage
from ui.setup.pages.villages_page import VillagesPage
from ui.setup.pages.welcome_page import WelcomePage
from ui.staff.screen import StaffKit

PAGES: Mapping[SetupPageName, Callable[..., SetupPage]] = {
    SetupPageName.WELCOME: WelcomePage,
    SetupPageName.OFFICE: OfficePage,
    SetupPageName.VILLAGES: VillagesPage,
    SetupPageName.PANEL: PanelPage,
    SetupPageName.PRINTER: PrinterPage,
    SetupPageName.KEYBOARD_SCANNER: KeyboardScannerPage,
    SetupPageName.SERIAL_SCANNER: SerialScannerPage,
    SetupPageName.CAMERA_SCANNER: CameraScannerPage,
    SetupPageName.LEAD: LeadPage,
    SetupPageName.RECOVERY: RecoveryPage,
    SetupPageName.SUPPORTERS: SupportersPage,
    SetupPageName.FINISH: FinishPage,
    SetupPageName.JOIN: JoinPage,
    SetupPageName.SITES: SitesPage,
}


def build_page(kit: StaffKit, name: SetupPageName, model: object) -> SetupPage:
    """Return the page `name` showing `model`, one of `ui.setup.models`."""
    return PAGES[name](kit, model)
