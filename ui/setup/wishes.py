"""What a set-up page may wish for: pages emit one of these, the shell decides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.office import OfficeProfile
from kiosk.domain.slip import Paper


@dataclass(frozen=True, slots=True)
class GoNext:
    """The next page; only pages that have nothing to save wish it bare."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """The page before."""


@dataclass(frozen=True, slots=True)
class SaveOffice:
    """Name, desk, address, hot-line and hours as typed."""

    profile: OfficeProfile


@dataclass(frozen=True, slots=True)
class AddVillage:
    """One village as typed; every field but the name may be empty."""

    name: str
    former_commune: str = ""
    head_name: str = ""
    head_phone: str = ""
    km: str = ""


@dataclass(frozen=True, slots=True)
class RemoveVillage:
    """Take a village off the list."""

    village_id: str


@dataclass(frozen=True, slots=True)
class ImportVillages:
    """A CSV file chosen by the lead."""

    path: Path


@dataclass(frozen=True, slots=True)
class AddSite:
    """One more site for the page beside the guide, as typed."""

    entry: str


@dataclass(frozen=True, slots=True)
class RemoveSite:
    """Take a site off that list."""

    entry: str


@dataclass(frozen=True, slots=True)
class SavePanel:
    """The measured width of the panel."""

    width_mm: float


@dataclass(frozen=True, slots=True)
class SavePrinter:
    """The printer (empty: keep PDFs), its paper, and what this counter is called."""

    printer: str
    paper: Paper
    counter: str


@dataclass(frozen=True, slots=True)
class PrintTest:
    """Print a test slip on this printer and paper."""

    printer: str
    paper: Paper


@dataclass(frozen=True, slots=True)
class TryPort:
    """Listen to this serial port now; "" for none."""

    port: str


@dataclass(frozen=True, slots=True)
class SavePort:
    """Listen to this serial port from now on; "" for none."""

    port: str


@dataclass(frozen=True, slots=True)
class TryCamera:
    """Look through this camera now, until the sample was seen."""

    camera: str


@dataclass(frozen=True, slots=True)
class SaveCamera:
    """Offer this camera as a scanner from now on; "" for none."""

    camera: str


@dataclass(frozen=True, slots=True)
class PrintSample:
    """Print the sample card, or keep it as a PDF."""


@dataclass(frozen=True, slots=True)
class SaveLead:
    """The lead's name and the PIN, typed twice."""

    name: str
    pin: str
    pin_again: str


@dataclass(frozen=True, slots=True)
class PrintRecovery:
    """Print the recovery sheet, or keep it as a PDF."""


@dataclass(frozen=True, slots=True)
class ConfirmRecovery:
    """The recovery sheet typed back."""

    typed: str


@dataclass(frozen=True, slots=True)
class JoinOffice:
    """A second counter: the office's recovery sheet typed in."""

    typed: str


@dataclass(frozen=True, slots=True)
class AddSupporter:
    """A new account."""

    name: str


@dataclass(frozen=True, slots=True)
class BlockStaff:
    """Block an account, or let it in again."""

    staff_id: str
    is_blocked: bool


@dataclass(frozen=True, slots=True)
class IssuePin:
    """A new random PIN, shown once."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class PinSeen:
    """The issued PIN was written down; forget it."""


@dataclass(frozen=True, slots=True)
class Finish:
    """Open the office for citizens."""
