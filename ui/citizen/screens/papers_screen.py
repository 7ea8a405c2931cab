"""The papers of this visit: which the step needs, and which of them are ready."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.visit_paper import in_megabytes
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.papers.models import PaperRow, PapersModel
from ui.papers.wishes import ChoosePaper
from ui.theme.tokens import Tone
from ui.widgets.notice import Notice
from ui.widgets.touch_button import ButtonKind, TouchButton

MOST_PER_PAGE = 6


class PapersScreen(PagedScreen):
    """One large line for each paper: not there yet, to be looked at, or ready."""

    def __init__(self, kit: ScreenKit, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = "papers"
        self._model = model
        wanted = self.t("Trang đang chờ một tờ giấy")
        title = self.title(wanted if model.is_wanted else self.t("Giấy tờ để nộp"))
        choose = self.t("Chạm vào tờ cần đưa cho trang.")
        make = self.t("Chạm vào tờ giấy để chụp.")
        head = self.head(title, below=choose if model.is_wanted else make)
        choices = [self._choice(row) for row in model.rows]
        self.lay_out_choices(
            head,
            choices,
            min_cell_mm=140.0,
            max_columns=2,
            max_per_page=MOST_PER_PAGE,
            foot=[self._foot()],
        )

    def _foot(self) -> QWidget:
        if self._model.is_wanted and not self._model.takes_pdf:
            told = self.t("Chỗ này của trang chỉ nhận ảnh. Gọi cán bộ xem giúp.")
            return Notice(self.theme, told, "warning-circle", Tone.AMBER)
        told = self.t("Đã vào VNeID thì không cần ảnh căn cước.")
        return Notice(self.theme, told, "identification-card", Tone.BLUE)

    def _choice(self, row: PaperRow) -> TouchButton:
        paper = row.paper
        icon = "camera"
        if paper is not None:
            icon = "check-circle" if paper.is_clear else "eye"
        return self.wishing(
            TouchButton(
                self.theme,
                row.title,
                icon=icon,
                trailing_icon="caret-right",
                detail="" if self.is_tight else self._state(row),
                description=self._state(row),
                role=self.choice_role,
                kind=ButtonKind.CHOICE,
                payload=ChoosePaper(row.paper_id),
            )
        )

    def _state(self, row: PaperRow) -> str:
        paper = row.paper
        if paper is None:
            return self.t("Chưa có")
        if not paper.is_clear:
            return self.t("Chưa xem lại")
        size = in_megabytes(paper.size_bytes)
        return self.t("Đã có {n} trang, {size} MB", n=paper.page_count, size=size)
