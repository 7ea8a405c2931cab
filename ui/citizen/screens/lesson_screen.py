"""One page of a skill lesson: a heading, two or three sentences and a picture."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.citizen import wishes
from ui.citizen.blocks import grouped, pushed_up
from ui.citizen.models import LessonModel
from ui.citizen.page_plan import PagePlan
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole, TextSize
from ui.widgets.card import Card
from ui.widgets.picture import Picture
from ui.widgets.progress import StepProgress
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

PART_OF = N_("Phần {current} trên {total}")
_SHARES = (54, 46)
_ASIDE, _BELOW = 0.8, 0.4
"""How much of the page's height a picture may take beside the words, and below them."""


class LessonScreen(PagedScreen):
    """Words at the left, the picture at the right or, with little room, below them.

    A page of a lesson is called a part: larger text may break it into pages of its own.
    """

    def __init__(self, kit: ScreenKit, model: LessonModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._page = model.shown
        self.subject = (model.lesson.id, model.page)
        beside = not self.is_tight and self.theme.text_size is not TextSize.LARGEST
        beside = beside and not self.theme.metrics.is_portrait
        content, turning = self._sentences(), self._turning()
        if not beside:
            content.append(self._picture(self._height_below(turning)))
        self.lay_out(
            self._head(),
            content,
            actions=turning,
            aside=self._beside() if beside else None,
            shares=_SHARES,
        )

    def _head(self) -> list[QWidget]:
        number, total = self._model.page + 1, len(self._model.lesson.pages)
        progress = StepProgress(self.theme, number, total, t=self.t, spoken=PART_OF)
        where = f"{self.t(PART_OF, current=number, total=total)} · {self._model.lesson.title}"
        place = TextBlock(self.theme, where, TextRole.LABEL, colour="blue")
        return [progress, place, self.title(self._page.title)]

    def _sentences(self) -> list[QWidget]:
        lines = [
            TextBlock(self.theme, line, self.word_role, bold_quotes=True)
            for line in self._page.text
        ]
        return list(lines) if self.is_tight else [grouped(lines, self.theme.gap)]

    def _height_below(self, turning: QWidget) -> float:
        """Return the millimetres of a picture below the words; a tight page is all its own."""
        if self.is_tight:
            plan = PagePlan(self.theme, None, turning)
            return self.theme.metrics.to_mm(plan.page_height)
        return self._room_mm() * _BELOW

    def _room_mm(self) -> float:
        return self.theme.metrics.to_mm(screen_room(self.theme).height())

    def _picture(self, max_height_mm: float) -> Picture:
        page = self._page
        return Picture(self.theme, page.picture, page.picture_alt, max_height_mm=max_height_mm)

    def _beside(self) -> QWidget:
        card = Card(self.theme)
        card.add(self._picture(self._room_mm() * _ASIDE))
        return pushed_up([card], self.theme.gap)

    def _turning(self) -> QWidget:
        """Return the way on, at the same spot on every page, and the way back after it."""
        is_last = self._model.page + 1 == len(self._model.lesson.pages)
        buttons = [
            TouchButton(
                self.theme,
                self.t("Trả lời vài câu hỏi") if is_last else self.t("Đi tiếp"),
                trailing_icon="arrow-right",
                kind=ButtonKind.PRIMARY,
                payload=wishes.GoOnLearning(),
            )
        ]
        if self._model.page > 0:
            buttons.append(
                TouchButton(
                    self.theme,
                    self.t("Phần trước"),
                    icon="arrow-left",
                    min_mm=self.theme.main_button_mm,
                    payload=wishes.PageBefore(),
                )
            )
        return self.rows(buttons)
