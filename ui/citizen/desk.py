"""What the citizen's shell is given: use cases, content, and the facts of this machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.idle import IdlePolicy
from kiosk.domain.lesson import Lesson
from kiosk.domain.office import OfficeProfile
from kiosk.domain.search_answer import Answer
from kiosk.domain.stuck import StuckPolicy
from kiosk.services.appointments import Appointments
from kiosk.services.catalogue import Catalogue
from kiosk.services.consents import Consents
from kiosk.services.language import Translator
from kiosk.services.ports import Clock, SlipPrinter, Speaker
from kiosk.services.slips import Slips
from kiosk.services.stuck_signs import StuckSigns
from kiosk.services.take_overs import TakeOvers
from kiosk.services.visits import VisitLog
from ui.citizen.help_watch import HelpServices
from ui.lanes import Lanes
from ui.papers.desk import PapersDesk
from ui.portal.desk import PortalDesk
from ui.scanners.camera_scanner import CameraScanner
from ui.slip_run import PrinterChoice
from ui.theme.metrics import PanelMetrics


@dataclass(frozen=True, slots=True)
class CitizenDesk:
    """Everything the citizen's window stands on.

    `find` answers what was typed; it may take its time at the first question and is never asked in
    the GUI thread. `lessons` are those that can be opened here.
    """

    lanes: Lanes
    clock: Clock
    catalogue: Catalogue
    lessons: Sequence[Lesson]
    find: Callable[[str], Answer]
    office: OfficeProfile
    counter: str
    visits: VisitLog
    help: HelpServices
    signs: StuckSigns
    take_overs: TakeOvers
    consents: Consents
    slips: Slips
    appointments: Appointments
    camera: CameraScanner
    camera_id: str
    printer: SlipPrinter
    printer_choice: Callable[[], PrinterChoice]
    translators: Mapping[str, Translator]
    metrics: PanelMetrics
    speaker: Speaker
    idle: IdlePolicy
    stuck: StuckPolicy
    one_screen: bool
    portal: PortalDesk
    papers: PapersDesk
