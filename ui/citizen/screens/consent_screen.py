"""Consent, one purpose at a time: two equal buttons, nothing chosen beforehand, then a summary."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.person import PURPOSE_QUESTIONS, Purpose
from ui.accessibility import announce
from ui.citizen import wishes
from ui.citizen.blocks import grouped
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import ConsentModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import marked_line
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class ConsentScreen(PagedScreen):
    """Asks each purpose on a page of its own and emits GiveConsent once the summary is confirmed.

    The answers given so far survive a change of size or language.
    """

    def __init__(self, kit: ScreenKit, model: ConsentModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = (model.purposes, tuple(sorted(model.answers.items())))
        self._model = model
        self._answers = {p: model.answers[p] for p in model.purposes if p in model.answers}
        self._blocks_area = PagedBody(self.theme, self.t)
        self._choice = self._choices()
        self._end = self._endings()
        actions = QWidget()
        column = QVBoxLayout(actions)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._choice)
        column.addWidget(self._end)
        self.lay_out([], self._blocks_area, actions=actions)
        self._show()

    @property
    def asked(self) -> Purpose | None:
        """The purpose being asked, or None on the summary."""
        return next((p for p in self._model.purposes if p not in self._answers), None)

    def _choices(self) -> ButtonRows:
        """Return the two answers: same kind, same size, neither marked."""
        self.yes, self.no = (
            TouchButton(
                self.theme, text, kind=ButtonKind.SECONDARY, min_mm=self.theme.main_button_mm
            )
            for text in (self.t("Đồng ý"), self.t("Không đồng ý"))
        )
        self.yes.activated.connect(self._on_yes)
        self.no.activated.connect(self._on_no)
        return ButtonRows(self.theme, [self.yes, self.no], most_columns=2, equal=True)

    def _endings(self) -> ButtonRows:
        self.send = TouchButton(self.theme, self.t("Đúng rồi"), icon="check", kind=ButtonKind.DONE)
        self.again = TouchButton(
            self.theme,
            self.t("Chọn lại"),
            icon="arrow-counter-clockwise",
            min_mm=self.theme.main_button_mm,
        )
        self.send.activated.connect(self._on_send)
        self.again.activated.connect(self._on_again)
        return ButtonRows(self.theme, [self.send, self.again], most_columns=2)

    def _show(self) -> None:
        """Show the question that is due, or the summary."""
        purpose = self.asked
        blocks = self._summary() if purpose is None else self._question(purpose)
        self._blocks_area.set_blocks(blocks)
        self._choice.setVisible(purpose is not None)
        self._end.setVisible(purpose is None)
        announce(self, self.accessibleName())

    def _question(self, purpose: Purpose) -> list[QWidget]:
        number = self._model.purposes.index(purpose) + 1
        where = self.t("Câu {n} trên {total}", n=number, total=len(self._model.purposes))
        label = TextBlock(self.theme, where, TextRole.LABEL, colour="blue")
        title = self.title(self.t(PURPOSE_QUESTIONS[purpose]))
        lines = [marked_line(self.kit, "shield-check", line) for line in self._model.lines]
        head = grouped([label, title], self.theme.small_gap)
        return [head, *lines]

    def _summary(self) -> list[QWidget]:
        lines = [self._answer_line(purpose) for purpose in self._model.purposes]
        return [self.title(self.t("Ông/bà đã chọn như sau")), *lines]

    def _answer_line(self, purpose: Purpose) -> QWidget:
        agreed = self._answers[purpose]
        answer = self.t("Đồng ý") if agreed else self.t("Không đồng ý")
        text = f"{self.t(PURPOSE_QUESTIONS[purpose])} **{answer}**"
        return marked_line(
            self.kit,
            "check-circle" if agreed else "x-circle",
            text,
            tone=Tone.GREEN if agreed else Tone.PLAIN,
        )

    @Slot()
    def _on_yes(self) -> None:
        self._answer(granted=True)

    @Slot()
    def _on_no(self) -> None:
        self._answer(granted=False)

    def _answer(self, *, granted: bool) -> None:
        if self.asked is not None:
            self._answers[self.asked] = granted
        self._show()

    @Slot()
    def _on_send(self) -> None:
        self.wished.emit(wishes.GiveConsent(dict(self._answers)))

    @Slot()
    def _on_again(self) -> None:
        self._answers.clear()
        self._show()

    def memory(self) -> object:
        """Return the answers given so far, and the page."""
        return dict(self._answers), super().memory()

    def recall(self, memory: object) -> None:
        """Go on where the answers had come to, on the same page."""
        if isinstance(memory, tuple):
            answers, place = memory
            self._answers = {p: answers[p] for p in self._model.purposes if p in answers}
            self._show()
            super().recall(place)
