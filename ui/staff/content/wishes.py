"""What the lead's pages on content may wish for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.domain.content_review import Plain, Verdict


@dataclass(frozen=True, slots=True)
class OpenContent:
    """One procedure of the list."""

    code: str


@dataclass(frozen=True, slots=True)
class MarkFact:
    """Say of a fact as citizens see it that it is right, or that nobody is sure."""

    code: str
    path: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class TakeShipped:
    """Let go of the office's own value and vouch for the shipped one."""

    code: str
    path: str


@dataclass(frozen=True, slots=True)
class UndoFact:
    """Take back what was said last of a fact."""

    code: str
    path: str


@dataclass(frozen=True, slots=True)
class SettleReport:
    """The lead has looked at a page of the portal that kiosks found changed."""

    code: str
    step_id: str
    place: str


@dataclass(frozen=True, slots=True)
class OpenFact:
    """The form of one fact."""

    code: str
    path: str


@dataclass(frozen=True, slots=True)
class AddPaper:
    """The form of a paper that is not there yet."""

    code: str


@dataclass(frozen=True, slots=True)
class FactTyped:
    """Every change of the form: shown to the lead as on the kiosk, and kept as a draft."""

    code: str
    path: str
    value: Plain
    note: str


@dataclass(frozen=True, slots=True)
class SaveFact:
    """Put this value in the fact's place; `{}` takes it away."""

    value: Plain
    note: str


@dataclass(frozen=True, slots=True)
class DropFactDraft:
    """Forget what was typed."""


@dataclass(frozen=True, slots=True)
class SetReviewDay:
    """The procedure was gone through; look again on this day."""

    code: str
    day: date


@dataclass(frozen=True, slots=True)
class ExportContent:
    """Write complete files: of one procedure, of all without a code."""

    code: str = ""


@dataclass(frozen=True, slots=True)
class ImportNational:
    """Take the national catalogue from this file."""

    path: Path
