"""What one visit has by way of papers, and the one it is at."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QImage

from kiosk.domain.visit_paper import VisitPaper
from kiosk.services.paper_pages import PaperPage
from kiosk.services.paper_shelf import PaperShelf


@dataclass
class PaperWork:
    """Papers and their sheets by id, and the paper in front.

    `at` is its sheet that is shown, or the one to be put in; `turns` are the camera's quarters.
    `job` is the number of the work whose result is waited for, while `is_busy`.
    """

    shelf: PaperShelf | None = None
    papers: dict[str, VisitPaper] = field(default_factory=dict)
    sheets: dict[str, tuple[PaperPage, ...]] = field(default_factory=dict)
    paper_id: str = ""
    at: int = 0
    turns: int = 0
    from_camera: bool = True
    picture: QImage = field(default_factory=QImage)
    is_busy: bool = False
    problem: str = ""
    job: int = 0

    def choose(self, paper_id: str) -> None:
        """Put a paper in front; nothing is waited for any more that was begun before."""
        self.paper_id, self.at, self.problem = paper_id, 0, ""
        self.picture, self.is_busy = QImage(), False
        self.job += 1

    def begin(self) -> int:
        """Wait for one more piece of work, and for none before it; return its number."""
        self.is_busy, self.problem = True, ""
        self.job += 1
        return self.job

    @property
    def paper(self) -> VisitPaper | None:
        """The paper in front, once there is a file of it."""
        return self.papers.get(self.paper_id)

    @property
    def own_sheets(self) -> tuple[PaperPage, ...]:
        """The sheets of the paper in front; a PDF from a stick has none of ours."""
        return self.sheets.get(self.paper_id, ())

    @property
    def shown_sheet(self) -> int:
        """The sheet in front: after one was not added, the last."""
        count = self.paper.page_count if self.paper else 1
        return min(self.at, count - 1)
