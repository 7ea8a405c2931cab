"""Who to call or to visit: the few facts a home visit needs, and none about health."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.assistance import PersonDraft
from kiosk.domain.person import PHONE_OWNER_LABELS, WHERE_MAX_LENGTH
from kiosk.domain.text import nfc
from kiosk.domain.words import N_
from ui.staff.arrange import row
from ui.staff.field import Field
from ui.staff.models import Names
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.pager import PagedBody
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import ButtonKind, TouchButton


@dataclass(frozen=True, slots=True)
class _Line:
    """One typed field of a person."""

    name: str
    label: str
    length: int
    digits_only: bool = False


_LINES = (
    _Line("name", N_("Họ và tên"), 60),
    _Line("birth_year", N_("Năm sinh"), 4, digits_only=True),
    _Line("phone", N_("Điện thoại"), 16),
    _Line("where_to_find", N_("Chỉ đường tới nhà (tối đa 80 chữ)"), WHERE_MAX_LENGTH),
)
_HARD_TO_MOVE, _LIVES_ALONE = "hard_to_move", "lives_alone"


class PersonFields(QWidget):
    """The fields of one person, and below them `actions`.

    Signals: `changed`, `wants_village` (open a picker).
    """

    changed = Signal()
    wants_village = Signal()

    def __init__(
        self,
        kit: StaffKit,
        names: Names,
        draft: PersonDraft,
        actions: Sequence[QWidget] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._names = names
        self._village_id = draft.village_id
        self._card_mark, self._person_id = draft.card_mark, draft.person_id
        self._lines = {line.name: self._line(line, draft) for line in _LINES}
        self._make_choices(draft)
        self._body = PagedBody(kit.theme, kit.t)
        self._body.set_blocks([*self._blocks(), row(kit.theme, *actions)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    @property
    def village_id(self) -> str:
        """The village chosen, "" for none."""
        return self._village_id

    def set_village(self, village_id: str) -> None:
        """Take over a village chosen in the picker."""
        self._village_id = village_id
        self._village.set_text(self._village_text())
        self.changed.emit()

    def fill(self, person: PersonDraft) -> None:
        """Take over what a card or a stored person says; what it does not say stays as typed.

        Unless it is another card than the one before: then all that stood there is somebody else's.
        """
        is_other = bool(self._card_mark and person.card_mark not in ("", self._card_mark))
        if is_other:
            self._clear()
        for name, field in self._lines.items():
            if getattr(person, name):
                field.setText(getattr(person, name))
        if person.phone_owner:
            self._owner.set_value(person.phone_owner)
        if person.village_id:
            self.set_village(person.village_id)
        flags = ((_HARD_TO_MOVE, person.hard_to_move), (_LIVES_ALONE, person.lives_alone))
        self._flags.set_values(
            [name for name, is_so in flags if is_so or name in self._flags.values()]
        )
        self._card_mark = person.card_mark or self._card_mark
        self._person_id = person.person_id
        self.changed.emit()

    def _clear(self) -> None:
        for field in self._lines.values():
            field.clear()
        self._owner.set_value(None)
        self._flags.set_values(())
        self.set_village("")

    def forget_card(self) -> None:
        """Let go of the card and of the stored person; what stands in the fields stays."""
        self._card_mark = self._person_id = ""
        self.changed.emit()

    def value(self) -> PersonDraft:
        """Return what is typed and chosen so far."""
        typed = {name: nfc(field.text()) for name, field in self._lines.items()}
        flags = self._flags.values()
        return PersonDraft(
            **typed,
            phone_owner=str(self._owner.value() or ""),
            village_id=self._village_id,
            hard_to_move=_HARD_TO_MOVE in flags,
            lives_alone=_LIVES_ALONE in flags,
            card_mark=self._card_mark,
            person_id=self._person_id,
        )

    def show_problems(self, problems: Mapping[str, str]) -> bool:
        """Show each sentence at its field; return whether one of them is here."""
        for name, field in self._fields.items():
            field.set_problem(problems.get(f"person.{name}", ""))
        return any(f"person.{name}" in problems for name in self._fields)

    def _line(self, line: _Line, draft: PersonDraft) -> TextField:
        field = TextField(
            self._kit.theme,
            max_length=line.length,
            name=self._kit.t(line.label),
            digits_only=line.digits_only,
        )
        field.setText(getattr(draft, line.name))
        field.textChanged.connect(self._on_changed)
        return field

    def _make_choices(self, draft: PersonDraft) -> None:
        kit, t = self._kit, self._kit.t
        owners = [Choice(str(owner), t(label)) for owner, label in PHONE_OWNER_LABELS.items()]
        self._owner = ChoiceField(kit.theme, owners, name=t("Điện thoại của ai"))
        self._owner.set_value(draft.phone_owner or None)
        flags = [Choice(_HARD_TO_MOVE, t("Khó đi lại")), Choice(_LIVES_ALONE, t("Ở một mình"))]
        self._flags = ChoiceField(
            kit.theme, flags, multiple=True, kind=ButtonKind.CHECK, columns=2, name=t("Cần biết")
        )
        chosen = ((_HARD_TO_MOVE, draft.hard_to_move), (_LIVES_ALONE, draft.lives_alone))
        self._flags.set_values([value for value, is_so in chosen if is_so])
        for field in (self._owner, self._flags):
            field.changed.connect(self._on_changed)
        self._village = TouchButton(kit.theme, self._village_text(), trailing_icon="caret-down")
        self._village.activated.connect(self.wants_village)

    def _village_text(self) -> str:
        return self._names.village(self._village_id) or self._kit.t("Chọn thôn")

    def _blocks(self) -> list[QWidget]:
        t, theme = self._kit.t, self._kit.theme
        fields = {line.name: Field(theme, t(line.label), self._lines[line.name]) for line in _LINES}
        fields["phone_owner"] = Field(theme, t("Điện thoại của ai"), self._owner)
        fields["village_id"] = Field(theme, t("Thôn"), self._village)
        self._fields = fields
        return [
            row(theme, fields["name"], fields["birth_year"], shares=(3, 1), top=True),
            row(theme, fields["phone"], fields["phone_owner"], shares=(1, 2), top=True),
            row(theme, fields["village_id"], fields["where_to_find"], shares=(1, 2), top=True),
            Field(theme, t("Cần biết"), self._flags),
        ]

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the name: hands are at the keyboard once consent is there."""
        super().showEvent(event)
        name = self._lines["name"]
        if not name.text():
            name.setFocus()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
