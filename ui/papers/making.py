"""What a lane does for one paper: makes its file of a picture, a file or sheets, and draws it.

Each job gets all it needs beforehand and changes nothing but the visit's folder.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage, QTransform

from kiosk.domain.visit_paper import SizeLimit, VisitPaper
from kiosk.services.paper_pages import PaperPage, page_of
from kiosk.services.paper_shelf import PaperShelf
from kiosk.services.sticks import FileKind, StickFile, read_paper
from ui.papers.pdf_pages import page_picture

_JPEG_QUALITY = 95
_QUARTER = 90


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, its sheets (None: they did not change), and the picture of the one in front."""

    paper: VisitPaper
    sheets: tuple[PaperPage, ...] | None
    picture: QImage = field(repr=False)


@dataclass(frozen=True, slots=True)
class Making:
    """One paper as it stands: `sheets`, and `at`, where a new one goes or which one is shown.

    `room` is the most that a picture of it is drawn in, in pixels. Everything raises KnownError.
    """

    shelf: PaperShelf
    paper_id: str
    title: str
    limit: SizeLimit
    sheets: tuple[PaperPage, ...]
    at: int
    room: QSize

    def from_image(self, image: QImage, turns: int) -> Made:
        """Make the paper with what a camera saw."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "JPEG", _JPEG_QUALITY)  # type: ignore[call-overload]
        return self._with(page_of(bytes(buffer.data().data()), turns))

    def from_file(self, file: StickFile) -> Made:
        """Make the paper with a file of a stick: a picture is one sheet, a PDF the whole paper."""
        kind, data = read_paper(file, self.limit.taken)
        if kind is FileKind.PICTURE:
            return self._with(page_of(data))
        paper = self.shelf.from_pdf(self.paper_id, self.title, data)
        return Made(paper, (), page_picture(data, 0, self.room))

    def from_sheets(self, sheets: tuple[PaperPage, ...]) -> Made:
        """Make the paper of other sheets."""
        paper = self.shelf.from_pages(self.paper_id, self.title, sheets, self.limit)
        return replace(self.drawn(paper), sheets=sheets)

    def drawn(self, paper: VisitPaper) -> Made:
        """Draw a sheet of a paper that is there."""
        at = min(self.at, paper.page_count - 1)
        return Made(paper, None, page_picture(paper.path.read_bytes(), at, self.room))

    def _with(self, sheet: PaperPage) -> Made:
        return self.from_sheets((*self.sheets[: self.at], sheet, *self.sheets[self.at + 1 :]))


def picture_of_image(image: QImage, turns: int) -> QImage:
    """Return what a camera saw, turned as the person has turned it."""
    return image.transformed(QTransform().rotate(_QUARTER * turns)) if turns else image
