"""What is promised next: how, on which day, and what to bring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.assistance import AssistanceDraft, FollowUpDraft
from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import FOLLOW_UP_LABELS, FollowUpKind
from kiosk.domain.text import nfc
from ui.staff.arrange import row
from ui.staff.field import Field
from ui.staff.models import AssistanceModel
from ui.staff.promise_date import PromiseDate
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.pager import PagedBody
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import ButtonKind

_BRING_LENGTH = 80
_KIND_ICONS = {
    FollowUpKind.RETURN_TO_COUNTER: "bank",
    FollowUpKind.HOME_VISIT: "house-line",
    FollowUpKind.PHONE_CALL: "phone-call",
    FollowUpKind.REFER: "arrow-right",
}


class FollowUpSection(QWidget):
    """The promise; no kind, day or half day is chosen beforehand. Signal `changed`."""

    changed = Signal()

    def __init__(
        self, kit: StaffKit, model: AssistanceModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._papers = model.papers
        self._make_fields(model)
        self._body = PagedBody(kit.theme, kit.t, spacing=kit.theme.section_gap)
        self._body.set_blocks(self._blocks())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    @property
    def kind(self) -> FollowUpKind | None:
        """What is promised, None while nothing is chosen."""
        value = self._kind.value()
        return FollowUpKind(str(value)) if value else None

    def apply(self, draft: AssistanceDraft) -> AssistanceDraft:
        """Return the draft with this section's values."""
        due = self._due.value()
        free = nfc(self._other.text())
        papers = tuple(str(paper) for paper in self._bring.values()) if self._papers else ()
        follow_up = FollowUpDraft(
            kind=str(self._kind.value() or ""),
            due=due.isoformat() if due else "",
            half_day=str(self._half_day.value() or ""),
            bring=(*papers, free) if free else papers,
        )
        return replace(draft, follow_up=follow_up)

    def show_problems(self, problems: Mapping[str, str]) -> bool:
        """Show each sentence at its field; return whether one of them is here."""
        for name, field in self._fields.items():
            field.set_problem(problems.get(name, ""))
        return any(name in problems for name in self._fields)

    def _make_fields(self, model: AssistanceModel) -> None:
        kit, t, draft = self._kit, self._kit.t, model.draft.follow_up
        kinds = [
            Choice(str(kind), t(label), _KIND_ICONS[kind])
            for kind, label in FOLLOW_UP_LABELS.items()
        ]
        self._kind = ChoiceField(
            kit.theme, kinds, kind=ButtonKind.CHOICE, columns=2, name=t("Cách hẹn")
        )
        self._due = PromiseDate(
            kit, model.today, date.fromisoformat(draft.due) if draft.due else None
        )
        halves = [Choice(str(half), t(half.label)) for half in HalfDay]
        self._half_day = ChoiceField(kit.theme, halves, name=t("Buổi hẹn"))
        for field, value in ((self._kind, draft.kind), (self._half_day, draft.half_day)):
            if value:
                field.set_value(value)
            field.changed.connect(self._on_changed)
        self._due.changed.connect(self.changed)
        self._make_bring(model)

    def _make_bring(self, model: AssistanceModel) -> None:
        kit, t, chosen = self._kit, self._kit.t, model.draft.follow_up.bring
        choices = [Choice(title, title) for title in self._papers]
        self._bring = ChoiceField(
            kit.theme, choices, multiple=True, kind=ButtonKind.CHECK, columns=2, name=t("Giấy tờ")
        )
        self._bring.set_values([paper for paper in chosen if paper in self._papers])
        self._bring.changed.connect(self._on_changed)
        self._other = TextField(
            kit.theme, max_length=_BRING_LENGTH, name=t("Mang thêm"), placeholder=t("ví dụ: kính")
        )
        self._other.setText(", ".join(line for line in chosen if line not in self._papers))
        self._other.textChanged.connect(self._on_changed)

    def _blocks(self) -> list[QWidget]:
        t, theme = self._kit.t, self._kit.theme
        labels = (
            ("follow_up.kind", t("Cách hẹn"), self._kind),
            ("follow_up.due", t("Ngày hẹn"), self._due),
            ("follow_up.half_day", t("Buổi"), self._half_day),
            ("follow_up.bring", t("Mang theo"), self._bring),
            ("follow_up.other", t("Mang thêm, nếu có"), self._other),
        )
        self._fields = {name: Field(theme, label, field) for name, label, field in labels}
        fields = self._fields
        due = row(
            theme, fields["follow_up.due"], fields["follow_up.half_day"], shares=(1, 0), top=True
        )
        bring = [fields["follow_up.bring"]] if self._papers else []
        return [fields["follow_up.kind"], due, *bring, fields["follow_up.other"]]

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
