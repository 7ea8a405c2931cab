"""The skill lessons to choose from, six a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.lesson import Lesson
from ui.citizen import wishes
from ui.citizen.models import LessonsModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.widgets.touch_button import ButtonKind, TouchButton

MOST_PER_PAGE = 6
_COLUMNS = 3
_LEAST_MM = 96.0


class LessonsScreen(PagedScreen):
    """Asks what is to be learnt; without room the tiles lose what tells about them."""

    def __init__(self, kit: ScreenKit, model: LessonsModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        if not model.lessons:
            self.lay_out_message(
                "student",
                self.t("Chưa có bài học nào ở đây."),
                self.t("Bấm nút vàng, cán bộ sẽ chỉ giúp."),
            )
            return
        title = self.title(self.t("Học kỹ năng số trong 5 phút"))
        head = self.head(title, below=self.t("Chạm vào bài ông/bà muốn học."))
        self.lay_out_choices(
            head,
            self._tiles_that_fit(head, model.lessons),
            min_cell_mm=_LEAST_MM,
            max_columns=_COLUMNS,
            max_per_page=MOST_PER_PAGE,
        )

    def _tiles_that_fit(
        self, head: list[QWidget], lessons: tuple[Lesson, ...]
    ) -> list[TouchButton]:
        """Return tiles that tell what each is about, as long as one page holds all of them."""
        forms = [] if self.is_tight else [ButtonKind.TILE, ButtonKind.CHOICE]
        for kind in forms:
            told = [self._tile(lesson, kind, lesson.summary) for lesson in lessons]
            if self.fit_on_one_page(head, told, min_cell_mm=_LEAST_MM, max_columns=_COLUMNS):
                return told
        return [self._tile(lesson, ButtonKind.CHOICE) for lesson in lessons]

    def _tile(self, lesson: Lesson, kind: ButtonKind, summary: str = "") -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                lesson.title,
                icon=lesson.icon,
                detail=summary,
                role=self.choice_role,
                kind=kind,
                payload=wishes.OpenLesson(lesson.id),
            )
        )
