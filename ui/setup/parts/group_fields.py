"""The eight groups of the recovery sheet, to be typed; each full field leads to the next."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.services.recovery import GROUP_LENGTH, GROUPS
from ui.staff.field import Field
from ui.staff.screen import StaffKit
from ui.widgets.text_field import TextField

_COLUMNS = 4


class GroupFields(QWidget):
    """Signal `changed`; capitals and small letters are the same."""

    changed = Signal()

    def __init__(self, kit: StaffKit, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = [
            TextField(
                kit.theme,
                max_length=GROUP_LENGTH,
                name=kit.t("Nhóm {number}", number=number + 1),
            )
            for number in range(GROUPS)
        ]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(kit.theme.gap)
        for number, field in enumerate(self._fields):
            field.textEdited.connect(self._on_edited)
            label = kit.t("Nhóm {number}", number=number + 1)
            grid.addWidget(Field(kit.theme, label, field), *divmod(number, _COLUMNS))

    def typed(self) -> str:
        """Return what is typed, the groups apart."""
        return " ".join(field.text().strip() for field in self._fields)

    def is_full(self) -> bool:
        """Whether every group is whole."""
        return all(len(field.text().strip()) == GROUP_LENGTH for field in self._fields)

    def first(self) -> QWidget:
        """Return the first field, to begin typing in."""
        return self._fields[0]

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        field = self.focusWidget()
        if field in self._fields and len(text) == GROUP_LENGTH:
            at = self._fields.index(field)
            if at + 1 < len(self._fields):
                self._fields[at + 1].setFocus()
        self.changed.emit()
