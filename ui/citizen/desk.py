"""What the citizen's shell is given: use cases, content, and the facts of this machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.idle import IdlePolicy
from kiosk.domain.office import OfficeProfile
from kiosk.services.appointments import Appointments
from kiosk.services.catalogue import Catalogue
from kiosk.services.consents import Consents
from kiosk.services.language import Translator
from kiosk.services.ports import Clock, SlipPrinter
from kiosk.services.slips import Slips
from kiosk.services.visits import VisitLog
from ui.citizen.help_watch import HelpServices
from ui.lanes import Lanes
from ui.slip_run import PrinterChoice
from ui.theme.metrics import PanelMetrics


@dataclass(frozen=True, slots=True)
class CitizenDesk:
    """Everything the citizen's window stands on."""

    lanes: Lanes
    clock: Clock
    catalogue: Catalogue
    office: OfficeProfile
    counter: str
    visits: VisitLog
    help: HelpServices
    consents: Consents
    slips: Slips
    appointments: Appointments
    printer: SlipPrinter
    printer_choice: Callable[[], PrinterChoice]
    translators: Mapping[str, Translator]
    metrics: PanelMetrics
    idle: IdlePolicy
    one_screen: bool
