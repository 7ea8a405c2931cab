"""One field of a form: its label, the field, and the plain sentence when it must be looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, Tone
from ui.widgets.form_row import FormRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock


class Field(QWidget):
    """A labelled field; `set_problem` says below it what is to be done, "" takes it away."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        help_text: str = "",
        *,
        problem: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.small_gap)
        column.addWidget(FormRow(theme, label, field, help_text))
        self._problem = TextBlock(theme, "", TextRole.LABEL, colour="red")
        self._line = self._problem_line()
        column.addWidget(self._line)
        self.set_problem(problem)

    def _problem_line(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.small_gap)
        size_mm = self._theme.metrics.to_mm(self._theme.line_px(TextRole.LABEL))
        mark = IconMark(self._theme, "warning-circle", size_mm=size_mm, tone=Tone.RED, bare=True)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._problem, 1)
        return holder

    def problem(self) -> str:
        """Return the sentence shown below the field, "" for none."""
        return self._problem.text()

    def set_problem(self, problem: str) -> None:
        """Show another sentence below the field, or none."""
        if problem and problem != self._problem.text():
            announce(self, problem)
        self._problem.set_text(problem)
        self._line.setVisible(bool(problem))
