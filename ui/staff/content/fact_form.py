"""The form of one fact: a field for each of its texts, and the paper the office goes by."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.content_review import Plain
from kiosk.services.content_form import LONGEST_NOTE, fields_of, with_field
from ui.staff.content.words import field_label
from ui.staff.field import Field
from ui.staff.screen import StaffKit
from ui.widgets.pager import PagedBody
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_LINES = {"instruction": 3, "say": 2, "expect": 2, "": 3}
"""Lines a field is high at least; "" is that of a plain text or list."""


class FactForm(QWidget):
    """Fields in pages. Signal `changed` comes with every key."""

    changed = Signal()

    def __init__(
        self,
        kit: StaffKit,
        value: Plain,
        note: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._value = value
        self._areas: dict[str, TextArea] = {}
        self._fields: dict[str, Field] = {}
        for name, told in fields_of(value):
            self._add(name, told)
        hint = kit.t("Ví dụ: số nghị quyết, thông báo của xã")
        self._note = TextField(kit.theme, max_length=LONGEST_NOTE, placeholder=hint)
        self._note.setText(note)
        self._note.textChanged.connect(self._on_changed)
        paper = Field(kit.theme, kit.t("Theo văn bản nào, nếu có"), self._note)
        self._body = PagedBody(kit.theme, kit.t, spacing=kit.theme.gap)
        self._body.set_blocks([*self._fields.values(), paper])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    def _add(self, name: str, told: Plain) -> None:
        text = "\n".join(map(str, told)) if isinstance(told, list) else str(told)
        lines = _LINES.get(name, 1)
        area = TextArea(self._kit.theme, text, least_lines=lines)
        area.textChanged.connect(self._on_changed)
        self._areas[name] = area
        self._fields[name] = Field(self._kit.theme, field_label(self._kit.t, name), area)

    def value(self) -> Plain:
        """Return the fact as it is typed now."""
        value = self._value
        for name, told in fields_of(self._value):
            typed: Plain = self._areas[name].text()
            if isinstance(told, list):
                typed = list(self._areas[name].text().split("\n"))
            value = with_field(value, name, typed)
        return value

    def note(self) -> str:
        """Return the paper the office goes by."""
        return self._note.text()

    def first_field(self) -> QWidget | None:
        """Return the field to begin with."""
        return next(iter(self._areas.values()), None)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show each sentence at its field, and turn to the first of them."""
        for name, field in self._fields.items():
            field.set_problem(problems.get(name, ""))
        marked = [field for name, field in self._fields.items() if name in problems]
        if marked:
            self._body.show_block(marked[0])

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
