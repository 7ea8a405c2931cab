"""A label, its field and a line of help, tied together for eyes and for screen readers."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import describe
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock


class FormRow(QWidget):
    """Puts `label` above `field` and `help` below it; label and help are also spoken."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        help: str = "",  # noqa: A002 - the word the form's author reads
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._help = TextBlock(theme, help, TextRole.CAPTION)
        heading = TextBlock(theme, label, TextRole.LABEL)
        heading.setBuddy(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.mm(0.8 if theme.is_staff else 1.2))
        for part in (heading, field, self._help):
            column.addWidget(part)
        self._name = heading.text()
        self.set_help(help)

    def set_help(self, text: str) -> None:
        """Show another line of help below the field; an empty one takes no room."""
        self._help.set_text(text)
        self._help.setVisible(bool(text))
        describe(self.field, self._name, self._help.text())
