"""One fact with what citizens see, how it stands, and what the lead can say of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.content_review import FactDraft, FactStanding, FactState, Verdict
from kiosk.domain.procedure import Procedure
from ui.staff.arrange import icon_line
from ui.staff.content.wishes import MarkFact, OpenFact, TakeShipped
from ui.staff.content.words import STATES, fact_label, told_text
from ui.staff.phrases import DOT, moment_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class FactCard(Card):
    """The words at the left, the buttons at the right. Signal `wished` carries one wish.

    Where the shipped fact has changed since the office spoke, both stand on the card and the
    office chooses between them.
    """

    wished = Signal(object)

    def __init__(
        self,
        kit: StaffKit,
        procedure: Procedure,
        standing: FactStanding,
        draft: FactDraft | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, parent=parent)
        self._kit = kit
        self._procedure = procedure
        self._standing = standing
        side, edge = kit.theme.padding, kit.theme.mm(2)
        self.body.setContentsMargins(side, edge, edge, edge)
        line = QHBoxLayout()
        line.setSpacing(kit.theme.gap)
        words = QVBoxLayout()
        words.setSpacing(kit.theme.mm(0.6))
        for widget in (*self._words(), *self._marks(draft)):
            words.addWidget(widget)
        line.addLayout(words, 1)
        for button in self._buttons():
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)

    # Words

    def _words(self) -> list[QWidget]:
        t, theme, standing = self._kit.t, self._kit.theme, self._standing
        label = fact_label(t, self._procedure, standing.path)
        words: list[QWidget] = [TextBlock(theme, label, TextRole.LABEL)]
        if not self._has_two:
            shown = told_text(t, standing.path, standing.value, named=False)
            return [*words, TextBlock(theme, shown)] if shown else words
        entry = standing.entry
        is_own = entry is not None and entry.value is not None
        former = told_text(t, standing.path, entry.told) if entry else ""
        told = t("Bản của xã: {text}") if is_own else t("Lúc xã xem: {text}")
        shipped = t("Bản mới: {text}", text=told_text(t, standing.path, standing.shipped))
        words.append(TextBlock(theme, told.format(text=former)))
        return [*words, TextBlock(theme, shipped, TextRole.STRONG)]

    @property
    def _has_two(self) -> bool:
        return self._standing.state is FactState.CHANGED

    @property
    def _has_own(self) -> bool:
        entry = self._standing.entry
        return entry is not None and entry.value is not None

    def _marks(self, draft: FactDraft | None) -> list[QWidget]:
        theme, t, entry = self._kit.theme, self._kit.t, self._standing.entry
        text, icon, tone = STATES[self._standing.state]
        said = [t(text)]
        if entry is not None:
            said += [entry.staff_name, moment_text(entry.at), entry.note]
        line = DOT.join(part for part in said if part)
        marks = [icon_line(theme, icon, line, tone=tone, role=TextRole.CAPTION)]
        if draft is not None:
            typed = t("Có bản nháp chưa lưu") + DOT + moment_text(draft.at)
            marks.append(icon_line(theme, "pencil-simple", typed, tone=Tone.BLUE))
        return marks

    # Buttons

    def _buttons(self) -> list[TouchButton]:
        t, code, path = self._kit.t, self._procedure.code, self._standing.path
        edit = self._button(t("Sửa"), "pencil-simple", OpenFact(code, path))
        right = MarkFact(code, path, Verdict.RIGHT)
        if self._has_two and self._has_own:
            return [
                self._button(t("Giữ bản của xã"), "", right),
                self._button(t("Dùng bản mới"), "", TakeShipped(code, path)),
                edit,
            ]
        is_right = self._standing.is_done
        is_unsure = self._standing.state is FactState.UNSURE
        return [
            self._button(t("Đúng"), "check", right, is_on=is_right),
            edit,
            self._button(
                t("Chưa chắc"),
                "question",
                MarkFact(code, path, Verdict.UNSURE),
                is_on=is_unsure,
            ),
        ]

    def _button(self, text: str, icon: str, wish: object, *, is_on: bool = False) -> TouchButton:
        label = fact_label(self._kit.t, self._procedure, self._standing.path)
        button = TouchButton(
            self._kit.theme,
            text,
            icon=icon,
            kind=ButtonKind.SECONDARY if is_on else ButtonKind.QUIET,
            name=f"{text}: {label}",
            payload=wish,
        )
        button.activated_with.connect(self._on_wish)
        return button

    @Slot(object)
    def _on_wish(self, wish: object) -> None:
        self.wished.emit(wish)
