"""A small form that takes the place of a column's actions until it is confirmed or left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.accessibility import announce
from ui.staff.arrange import column
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class SideForm(QWidget):
    """A title, fields, the action and the way back. Signals: `confirmed`, `closed`.

    Without an `action` the fields themselves are what is tapped.
    """

    confirmed = Signal()
    closed = Signal()

    def __init__(
        self,
        kit: StaffKit,
        title: str,
        fields: Sequence[QWidget],
        action: str,
        *,
        kind: ButtonKind = ButtonKind.PRIMARY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._problem = Notice(theme, "", "warning-circle", Tone.RED)
        self._problem.hide()
        card = Card(theme)
        card.body.setSpacing(theme.gap)
        for widget in (TextBlock(theme, title, TextRole.HEADING), *fields, self._problem):
            card.add(widget)
        card.body.addLayout(self._actions(kit, action, kind))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column(theme, card))

    def set_problem(self, problem: str) -> None:
        """Say what is still missing, "" for nothing."""
        self._problem.set_text(problem)
        self._problem.setVisible(bool(problem))
        if problem:
            announce(self, problem)

    def show_action(self, action: str) -> None:
        """Offer an action from now on."""
        self._main.set_text(action)
        self._main.show()

    def _actions(self, kit: StaffKit, action: str, kind: ButtonKind) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(kit.theme.gap)
        back = TouchButton(kit.theme, kit.t("Quay lại"), icon="arrow-left")
        back.activated.connect(self._on_back)
        main = TouchButton(kit.theme, action, kind=kind)
        main.activated.connect(self._on_main)
        line.addWidget(back)
        line.addWidget(main, 1)
        main.setVisible(bool(action))
        self._main = main
        return line

    @Slot()
    def _on_back(self) -> None:
        self.closed.emit()

    @Slot()
    def _on_main(self) -> None:
        self.confirmed.emit()
