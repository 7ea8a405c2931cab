"""What the pages about papers show, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from kiosk.domain.visit_paper import VisitPaper
from kiosk.services.sticks import StickFile
from ui.scanners.camera_feed import CameraState


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper of the step, and the visit's file of it, if there is one by now."""

    paper_id: str
    title: str
    paper: VisitPaper | None = None


@dataclass(frozen=True, slots=True)
class PapersModel:
    """The papers of a step; `is_wanted` while the portal's page waits for one of them.

    `takes_pdf` is False where the page says that it takes none.
    """

    rows: tuple[PaperRow, ...]
    is_wanted: bool = False
    takes_pdf: bool = True


@dataclass(frozen=True, slots=True)
class PaperSourceModel:
    """Where a paper comes from; `sheet` counts from 1, more than 1 for one page more."""

    title: str
    sheet: int = 1


@dataclass(frozen=True, slots=True)
class PaperCameraModel:
    """What the camera does; `turns` are quarters clockwise."""

    title: str
    state: CameraState
    sheet: int = 1
    turns: int = 0
    camera_count: int = 1
    image: QImage = field(default_factory=QImage, repr=False)


@dataclass(frozen=True, slots=True)
class PaperStickModel:
    """What lies on the stick; `problem` says why a file was not taken."""

    title: str
    is_in: bool = False
    files: tuple[StickFile, ...] = field(default=(), repr=False)
    is_busy: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PaperCheckModel:
    """One page of a paper as its file shows it; `sheet` counts from 0.

    `picture` is null while it is being drawn. `is_made` papers were made of pages here, and take
    one more; `from_camera` tells where the page came from. `is_wanted` while the portal waits.
    """

    title: str
    paper: VisitPaper | None
    sheet: int = 0
    picture: QImage = field(default_factory=QImage, repr=False)
    is_busy: bool = False
    problem: str = ""
    is_made: bool = True
    from_camera: bool = True
    is_wanted: bool = False
