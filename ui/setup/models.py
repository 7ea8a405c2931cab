"""What each set-up page shows, as plain data put together by the shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.office import OfficeProfile, Village
from kiosk.domain.sample_card import SampleResult
from kiosk.domain.slip import Paper
from kiosk.domain.staff import Staff


class SetupPageName(StrEnum):
    """Every page of the set-up; those of the first run in its order."""

    WELCOME = "welcome"
    OFFICE = "office"
    VILLAGES = "villages"
    PANEL = "panel"
    PRINTER = "printer"
    KEYBOARD_SCANNER = "keyboard_scanner"
    SERIAL_SCANNER = "serial_scanner"
    CAMERA_SCANNER = "camera_scanner"
    LEAD = "lead"
    RECOVERY = "recovery"
    SUPPORTERS = "supporters"
    FINISH = "finish"
    JOIN = "join"
    SITES = "sites"


SCANNERS = (
    SetupPageName.KEYBOARD_SCANNER,
    SetupPageName.SERIAL_SCANNER,
    SetupPageName.CAMERA_SCANNER,
)
"""Three kinds of scanner, each tried on a page of its own; an office may have none."""

_APART = (SetupPageName.JOIN, SetupPageName.SITES, *SCANNERS)
FIRST_RUN = tuple(page for page in SetupPageName if page not in _APART)
LATER = (
    SetupPageName.OFFICE,
    SetupPageName.VILLAGES,
    SetupPageName.PANEL,
    SetupPageName.PRINTER,
    SetupPageName.SITES,
    *SCANNERS,
    SetupPageName.RECOVERY,
    SetupPageName.FINISH,
)
"""The pages the lead sees again from the console; accounts have a page of their own there."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the set-up stands; `position` counts from 1."""

    position: int
    total: int
    can_go_back: bool


@dataclass(frozen=True, slots=True)
class WelcomeModel:
    """What will be asked."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class OfficeModel:
    """The office's facts; `is_example` while the example is offered and nothing was saved."""

    progress: Progress
    profile: OfficeProfile
    is_example: bool = False
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VillagesModel:
    """The villages so far, and the rows of the last import that could not be taken."""

    progress: Progress
    villages: tuple[Village, ...]
    row_problems: tuple[tuple[int, str], ...] = ()
    imported: int = 0
    problem: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PanelModel:
    """The panel's width so far and its pixels, to draw a bank card's outline to scale."""

    progress: Progress
    width_mm: float
    width_px: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PrinterModel:
    """The printers of this machine, and what the last test print gave."""

    progress: Progress
    printers: tuple[str, ...]
    printer: str
    paper: Paper
    counter: str
    is_busy: bool = False
    message: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SitesModel:
    """The sites that the page beside the guide may show: entries as they are kept."""

    progress: Progress
    entries: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ScannerModel:
    """A scanner being tried; `devices` are (id, name), `status` says whether it is listened to.

    `result` is how the sample card came through, None before it was scanned.
    """

    progress: Progress
    devices: tuple[tuple[str, str], ...] = ()
    chosen: str = ""
    status: str = ""
    is_looking: bool = False
    result: SampleResult | None = None
    message: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class LeadModel:
    """The lead's account; `saved_name` when it was made already."""

    progress: Progress
    saved_name: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecoveryModel:
    """The groups of the recovery sheet, to be printed and typed back."""

    progress: Progress
    groups: tuple[str, ...]
    is_confirmed: bool = False
    is_busy: bool = False
    message: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class SupportersModel:
    """The accounts; `issued_pin` is shown once, then forgotten."""

    progress: Progress
    staff: tuple[Staff, ...]
    issued_for: str = ""
    issued_pin: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FinishModel:
    """What was set up, and what is still open."""

    progress: Progress
    profile: OfficeProfile
    villages: int
    supporters: int
    printer: str
    recovery_confirmed: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class JoinModel:
    """A second counter joins its office with the recovery sheet."""

    problem: str = ""
