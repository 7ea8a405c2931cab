"""What the lead's pages on content show, as plain data put together by the shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.domain.content_review import FactEntry, FactStanding, Plain
from kiosk.domain.flow import ScreenName
from kiosk.domain.national import NationalImport
from kiosk.domain.office import OfficeProfile
from kiosk.domain.procedure import Procedure
from kiosk.services.content_review import ProcedureReview, ReviewLine
from ui.theme.metrics import PanelMetrics


@dataclass(frozen=True, slots=True)
class ContentModel:
    """Every procedure by its day of review; `problem` when they could not be read or exported."""

    lines: tuple[ReviewLine, ...]
    today: date
    imported: NationalImport | None = None
    is_exporting: bool = False
    message: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ContentProcedureModel:
    """One procedure with its facts; `undo_path` names the fact that was changed just now."""

    review: ProcedureReview
    today: date
    undo_path: str = ""
    message: str = ""
    problem: str = ""

    @property
    def procedure(self) -> Procedure:
        """The procedure as citizens see it."""
        return self.review.merged.procedure


@dataclass(frozen=True, slots=True)
class KioskPage:
    """What the citizen's window would show: the screen, its model, and the words to turn to."""

    screen: ScreenName
    model: object
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KioskLook:
    """The citizen's panel and the office named in its header."""

    metrics: PanelMetrics
    office: OfficeProfile


@dataclass(frozen=True, slots=True)
class ContentFactModel:
    """The form of one fact.

    `value` and `note` are what the form begins with; `page` is the citizen's page of what is typed
    now, `hints` are sentences on its wording, `problems` map a field to its sentence. A draft was
    kept at `draft_at`.
    """

    procedure: Procedure
    standing: FactStanding
    value: Plain
    look: KioskLook
    note: str = ""
    history: tuple[FactEntry, ...] = ()
    page: KioskPage | None = None
    hints: tuple[str, ...] = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    draft_at: datetime | None = None

    @property
    def subject(self) -> tuple[str, str, str]:
        """What the form is about; another subject is built anew."""
        entry = self.standing.entry
        return (self.procedure.code, self.standing.path, entry.id if entry else "")


@dataclass(frozen=True, slots=True)
class NationalModel:
    """The last import of the national catalogue, and the rows it left out: line and reason."""

    imported: NationalImport | None = None
    refused: tuple[tuple[int, str], ...] = ()
    is_importing: bool = False
    problem: str = ""
