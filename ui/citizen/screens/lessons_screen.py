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
_LEAST_MM = 110.0


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
        tiles = [self._tile(lesson) for lesson in model.lessons]
        self.lay_out_choices(
            head, tiles, min_cell_mm=_LEAST_MM, max_columns=3, max_per_page=MOST_PER_PAGE
        )

    def _tile(self, lesson: Lesson) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                lesson.title,
                icon=lesson.icon,
                detail="" if self.is_tight else lesson.summary,
                role=self.choice_role,
                kind=ButtonKind.CHOICE if self.is_tight else ButtonKind.TILE,
                payload=wishes.OpenLesson(lesson.id),
            )
        )
