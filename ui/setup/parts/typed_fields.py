"""Fields to type into, made from a list: a form is data plus a loop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kiosk.domain.text import nfc
from ui.staff.arrange import row
from ui.staff.field import Field
from ui.staff.screen import StaffKit
from ui.widgets.pager import PagedBody
from ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class TypedLine:
    """One field: its name in the data, its words, how long it may get, and whether it stands alone.

    Lines that do not stand alone share their row with the next one.
    """

    name: str
    label: str
    length: int
    help: str = ""
    alone: bool = False


class TypedFields(PagedBody):
    """Rows of one or two fields, on further pages where the panel is low."""

    def __init__(
        self,
        kit: StaffKit,
        lines: Sequence[TypedLine],
        values: Mapping[str, str],
        *,
        before: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, kit.t, parent=parent)
        self._typed: dict[str, TextField] = {}
        self._fields: dict[str, Field] = {}
        self._rows: list[QWidget] = []
        for group in _rows(lines):
            fields = [self._field(kit, line, values.get(line.name, "")) for line in group]
            self._rows.append(row(kit.theme, *fields, shares=(1,) * len(fields), top=True))
        self.set_blocks([*before, *self._rows])

    def _field(self, kit: StaffKit, line: TypedLine, value: str) -> Field:
        typed = TextField(kit.theme, max_length=line.length, name=kit.t(line.label))
        typed.setText(value)
        self._typed[line.name] = typed
        self._fields[line.name] = Field(kit.theme, kit.t(line.label), typed, kit.t(line.help))
        return self._fields[line.name]

    def values(self) -> dict[str, str]:
        """Return what is typed, in NFC and trimmed, by the names of the lines."""
        return {name: nfc(typed.text()) for name, typed in self._typed.items()}

    def clear(self) -> None:
        """Empty every field."""
        for typed in self._typed.values():
            typed.clear()

    def first(self) -> QWidget:
        """Return the first field, to begin typing in."""
        return next(iter(self._typed.values()))

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show each sentence at its field, and turn to the first one that has any."""
        for name, field in self._fields.items():
            field.set_problem(problems.get(name, ""))
        marked = next((field for name, field in self._fields.items() if name in problems), None)
        if marked is not None:
            self.show_block(next(line for line in self._rows if line.isAncestorOf(marked)))


def _rows(lines: Sequence[TypedLine]) -> Iterator[list[TypedLine]]:
    """Yield the lines of each row."""
    waiting: list[TypedLine] = []
    for line in lines:
        if line.alone and waiting:
            yield waiting
            waiting = []
        waiting.append(line)
        if line.alone or len(waiting) == 2:
            yield waiting
            waiting = []
    if waiting:
        yield waiting
