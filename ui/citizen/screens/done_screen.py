"""The end of a guide: what comes next, how easy it was, and paper to take along."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.blocks import grouped, marked
from ui.citizen.face_row import FaceRow
from ui.citizen.models import DoneModel
from ui.citizen.office_word import UNSURE_REST
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import marked_line
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (56, 44)


class DoneScreen(PagedScreen):
    """Says only what is known: a dossier was submitted, or the steps are done."""

    def __init__(self, kit: ScreenKit, model: DoneModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self.subject = model.procedure.code
        content = [*self._track(), *self._next_steps()]
        aside = self.aside_that_fits(self._beside, _SHARES)
        if aside is not None:
            self.lay_out([self._mark_and_title()], content, aside=aside, shares=_SHARES)
            return
        faces = self._faces_below(screen_room(self.theme).width())
        self.lay_out(
            [self._mark_and_title()], [*faces, *content], actions=self._actions(beside=False)
        )

    def _beside(self) -> list[QWidget]:
        return [self._faces(self._aside_width()), self._actions(beside=True)]

    def _aside_width(self) -> int:
        room = screen_room(self.theme).width() - self.theme.section_gap
        return room * _SHARES[1] // sum(_SHARES)

    def _mark_and_title(self) -> QWidget:
        submitted = self._model.was_submitted
        text = self.t("Xong rồi! Hồ sơ đã nộp.") if submitted else self.t("Xong rồi!")
        size_mm = 14.0 if self.is_tight else 20.0
        mark = IconMark(
            self.theme, "check", size_mm=size_mm, tone=Tone.GREEN, filled=True, disc=True
        )
        return marked(mark, self.title(text), self.theme.gap)

    def _track(self) -> list[QWidget]:
        if not self._model.was_submitted:
            return []
        card = Card(self.theme)
        card.add(self.muted(self.t("Mã hồ sơ để theo dõi")))
        text = self.t("Chép từ màn hình cổng vào phiếu")
        card.add(TextBlock(self.theme, text, TextRole.STRONG))
        return [card]

    def _next_steps(self) -> list[QWidget]:
        steps = self._model.procedure.next_steps
        if not steps:
            return []
        heading = TextBlock(self.theme, self.t("Tiếp theo"), TextRole.HEADING)
        lines = [marked_line(self.kit, "caret-right", step) for step in steps]
        if self._model.is_unsure:
            lines.append(marked_line(self.kit, "info", self.t(UNSURE_REST)))
        return [heading, *lines]

    def _faces_below(self, width: int) -> list[QWidget]:
        return self._question(width) if self.is_tight else [self._faces(width)]

    def _faces(self, width: int) -> QWidget:
        card = Card(self.theme)
        room = width - 2 * self.theme.padding
        card.add(grouped(self._question(room), self.theme.small_gap))
        return card

    def _question(self, width: int) -> list[QWidget]:
        faces = FaceRow(self.kit, self._model.ease, width)
        faces.rated.connect(self.wished)
        question = TextBlock(self.theme, self.t("Hôm nay có dễ làm không?"), TextRole.HEADING)
        return [question, faces]

    def _actions(self, *, beside: bool) -> QWidget:
        rows = self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("In phiếu mang về"),
                    icon="printer",
                    kind=ButtonKind.PRIMARY,
                    payload=wishes.PrintPapers(),
                ),
                TouchButton(
                    self.theme,
                    self.t("Xong, không cần in"),
                    min_mm=self.theme.main_button_mm,
                    payload=wishes.Finish(),
                ),
            ],
            most_columns=1 if beside else 2,
            widest_mm=240.0 if beside else 150.0,
        )
        if self.is_tight:
            return rows
        wiped = self.t("Máy xóa mọi thứ ông/bà vừa chọn.")
        wipe_line = marked_line(self.kit, "shield-check", wiped, TextRole.CAPTION, tone=Tone.GREEN)
        return grouped([rows, wipe_line], self.theme.gap)
