"""What the staff shell is given: use cases, content, and the facts of this machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.assistance import Assistance, AssistanceFilter
from kiosk.domain.office import OfficeProfile
from kiosk.services.accounts import Accounts
from kiosk.services.appointments import Appointments
from kiosk.services.assistance import AssistanceLog
from kiosk.services.calls import HelpDesk
from kiosk.services.catalogue import Catalogue
from kiosk.services.consent_sheets import ConsentSheets
from kiosk.services.consents import Consents
from kiosk.services.content_export import ContentExport
from kiosk.services.content_review import ContentReview
from kiosk.services.corrections import Corrections
from kiosk.services.duty import Duty
from kiosk.services.endings import Endings
from kiosk.services.figures import Ease, Figures
from kiosk.services.follow_ups import FollowUps
from kiosk.services.language import Translator
from kiosk.services.national import NationalCatalogue
from kiosk.services.office import OfficeSetup
from kiosk.services.paths import DataPaths
from kiosk.services.people import People
from kiosk.services.portal_reports import PortalReports
from kiosk.services.ports import Clock, SlipPrinter
from kiosk.services.rounds import Rounds
from kiosk.services.run_sheet import RunSheets
from kiosk.services.slips import Slips
from kiosk.services.stuck_signs import StuckSigns
from kiosk.services.take_overs import TakeOvers
from ui.lanes import Lanes
from ui.scanners.scanners import Scanners
from ui.slip_run import PrinterChoice
from ui.staff.models import Names
from ui.theme.metrics import PanelMetrics

Export = Callable[[Sequence[Assistance], AssistanceFilter, Names, Ease | None, datetime], bytes]


@dataclass(frozen=True, slots=True)
class StaffDesk:
    """Everything the console stands on."""

    lanes: Lanes
    clock: Clock
    catalogue: Catalogue
    profile: OfficeProfile
    counter: str
    office: OfficeSetup
    accounts: Accounts
    duty: Duty
    calls: HelpDesk
    signs: StuckSigns
    take_overs: TakeOvers
    consents: Consents
    consent_sheets: ConsentSheets
    people: People
    scanners: Scanners
    camera: str
    log: AssistanceLog
    corrections: Corrections
    figures: Figures
    follow_ups: FollowUps
    appointments: Appointments
    rounds: Rounds
    endings: Endings
    slips: Slips
    run_sheets: RunSheets
    content: ContentReview
    content_export: ContentExport
    portal_reports: PortalReports
    national: NationalCatalogue
    paths: DataPaths
    printer: SlipPrinter
    printer_choice: Callable[[], PrinterChoice]
    export: Export
    t: Translator
    metrics: PanelMetrics
    kiosk_metrics: PanelMetrics
    one_screen: bool

    def plain(self, message: str, fields: dict[str, object]) -> str:
        """Return a message of the services in the console's language."""
        return self.t(message, **fields)
