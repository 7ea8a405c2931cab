"""How much help, what stood in the way, how long it took and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.assistance import (
    AGE_BAND_LABELS,
    HELP_LEVEL_LABELS,
    OUTCOME_LABELS,
    AssistanceDraft,
    Outcome,
)
from kiosk.domain.words import N_
from ui.staff.arrange import row
from ui.staff.assistance.barrier_chips import BarrierChips
from ui.staff.field import Field
from ui.staff.models import AssistanceModel
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import ButtonKind, TouchButton

_LONGEST_MINUTES = 480
_OUTCOME_ICONS = {
    Outcome.SUBMITTED: "check-circle",
    Outcome.DONE_AT_COUNTER: "bank",
    Outcome.CONTINUED_ALONE: "hand-pointing",
    Outcome.NOT_HERE: "map-pin",
    Outcome.FOLLOW_UP: "calendar-plus",
    Outcome.LEFT: "sign-out",
}


class HelpSection(QWidget):
    """The section every log entry needs; nothing is chosen but the citizen's barriers.

    Signals: `changed`, `wants_barriers` and `wants_village` (open a picker).
    """

    changed = Signal()
    wants_barriers = Signal()
    wants_village = Signal()

    def __init__(
        self, kit: StaffKit, model: AssistanceModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._names = model.names
        self._village_id = model.draft.village_id
        self._make_fields(model)
        self._body = PagedBody(kit.theme, kit.t, spacing=kit.theme.section_gap)
        self._body.set_blocks(self._blocks())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._body)

    # Values

    @property
    def outcome(self) -> str:
        """The outcome tapped so far, "" for none."""
        return str(self._outcome.value() or "")

    @property
    def barriers(self) -> tuple[str, ...]:
        """The codes of the barriers chosen."""
        return self._barriers.values()

    @property
    def village_id(self) -> str:
        """The village chosen, "" for none."""
        return self._village_id

    def set_barriers(self, codes: tuple[str, ...]) -> None:
        """Take over a choice made among all 31."""
        self._barriers.set_values(codes)
        self.changed.emit()

    def set_village(self, village_id: str) -> None:
        """Take over a village, "" for none."""
        self._village_id = village_id
        self._village.set_text(self._village_text())
        self.changed.emit()

    def apply(self, draft: AssistanceDraft) -> AssistanceDraft:
        """Return the draft with this section's values."""
        return replace(
            draft,
            barriers=self.barriers,
            level=str(self._level.value() or ""),
            minutes=self._minutes.value(),
            outcome=self.outcome,
            age_band=str(self._age.value() or ""),
            village_id=self._village_id,
        )

    def show_problems(self, problems: Mapping[str, str]) -> bool:
        """Show each sentence at its field; return whether one of them is here."""
        for name, field in self._fields.items():
            field.set_problem(problems.get(name, ""))
        return any(name in problems for name in self._fields)

    # Fields

    def _make_fields(self, model: AssistanceModel) -> None:
        kit, t, draft = self._kit, self._kit.t, model.draft
        self._level = self._choice(HELP_LEVEL_LABELS, draft.level, t("Mức hỗ trợ"))
        self._barriers = BarrierChips(kit, model.likely_barriers, draft.barriers)
        self._barriers.changed.connect(self.changed)
        self._barriers.wants_all.connect(self.wants_barriers)
        minutes = model.measured_minutes if draft.minutes is None else draft.minutes
        self._minutes = NumberStepper(
            kit.theme,
            t,
            value=minutes,
            minimum=0,
            maximum=_LONGEST_MINUTES,
            unit=t("phút"),
            name=t("Số phút"),
        )
        self._minutes.changed.connect(self._on_changed)
        self._outcome = self._outcome_tiles(draft.outcome)
        bands = {str(band): label for band, label in AGE_BAND_LABELS.items()}
        bands[""] = N_("Không ghi")
        self._age = self._choice(bands, draft.age_band, t("Nhóm tuổi"))
        self._village = TouchButton(kit.theme, self._village_text(), trailing_icon="caret-down")
        self._village.activated.connect(self.wants_village)

    def _choice(self, labels: Mapping[Any, str], chosen: str, name: str) -> ChoiceField:
        choices = [Choice(str(value), self._kit.t(label)) for value, label in labels.items()]
        field = ChoiceField(self._kit.theme, choices, name=name)
        if chosen:
            field.set_value(chosen)
        field.changed.connect(self._on_changed)
        return field

    def _outcome_tiles(self, chosen: str) -> ChoiceField:
        choices = [
            Choice(str(outcome), self._kit.t(label), _OUTCOME_ICONS[outcome])
            for outcome, label in OUTCOME_LABELS.items()
        ]
        is_wide = not self._kit.theme.is_compact
        field = ChoiceField(
            self._kit.theme,
            choices,
            kind=ButtonKind.TILE if is_wide else ButtonKind.CHOICE,
            columns=6 if is_wide else 3,
            name=self._kit.t("Kết quả"),
        )
        if chosen:
            field.set_value(chosen)
        field.changed.connect(self._on_changed)
        return field

    def _village_text(self) -> str:
        return self._names.village(self._village_id) or self._kit.t("Chọn thôn")

    def _blocks(self) -> list[QWidget]:
        t, theme = self._kit.t, self._kit.theme
        labels = (
            ("level", t("Mức hỗ trợ"), self._level),
            ("minutes", t("Số phút (máy đã đo)"), self._minutes),
            ("barriers", t("Vướng mắc"), self._barriers),
            ("outcome", t("Kết quả"), self._outcome),
            ("age_band", t("Nhóm tuổi, nếu muốn ghi"), self._age),
            ("village_id", t("Thôn, nếu muốn ghi"), self._village),
        )
        self._fields = {name: Field(theme, label, field) for name, label, field in labels}
        fields = self._fields
        return [
            row(theme, fields["level"], fields["minutes"], shares=(1, 0), top=True),
            fields["barriers"],
            fields["outcome"],
            row(theme, fields["age_band"], fields["village_id"], shares=(2, 1), top=True),
        ]

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
