"""How much help, what stood in the way, how long it took and how it ended.

From a call the minutes run on until staff say otherwise; without the kiosk staff choose them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    whole_minutes,
)
from kiosk.domain.words import N_
from ui.staff.arrange import row
from ui.staff.assistance.barrier_chips import BarrierChips
from ui.staff.assistance.place_fields import PlaceFields
from ui.staff.field import Field
from ui.staff.models import AssistanceModel, FormKind
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import ButtonKind, TouchButton

_LONGEST_MINUTES = 480
_USUAL_MINUTES = (5, 10, 15, 20, 30, 45, 60)
_NOTE_SHOWN = 24
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

    `place` is there only without the kiosk. Signals: `changed`, and `wants_barriers`,
    `wants_village` and `wants_note` (open a page for it).
    """

    changed = Signal()
    wants_barriers = Signal()
    wants_village = Signal()
    wants_note = Signal()

    def __init__(
        self, kit: StaffKit, model: AssistanceModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._names = model.names
        self._village_id = model.draft.village_id
        self._minutes = model.draft.minutes
        self.note = model.draft.note
        self.place = None if model.is_at_kiosk else PlaceFields(kit, model, parent=self)
        if self.place is not None:
            self.place.changed.connect(self.changed)
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
    def is_told(self) -> bool:
        """Whether level and outcome, which no entry can do without, are chosen."""
        return self._level.value() is not None and bool(self.outcome)

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

    def set_note(self, note: str) -> None:
        """Take over a note, "" for none."""
        self.note = note
        self._note.set_text(self._note_text())
        self.changed.emit()

    def show_helped(self, seconds: float) -> None:
        """Let the minutes run on, unless staff have said how many there were."""
        if self._minutes is None and isinstance(self._duration, NumberStepper):
            self._duration.set_value(whole_minutes(seconds))

    def apply(self, draft: AssistanceDraft) -> AssistanceDraft:
        """Return the draft with this section's values; minutes are None while the clock's count."""
        placed = self.place.apply(draft) if self.place else draft
        return replace(
            placed,
            barriers=self.barriers,
            level=str(self._level.value() or ""),
            minutes=self._minutes,
            note=self.note,
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
        self._duration = self._stepper(model) if model.is_at_kiosk else self._usual_minutes()
        self._outcome = self._outcome_tiles(_outcomes(model), draft.outcome)
        bands = {str(band): label for band, label in AGE_BAND_LABELS.items()}
        bands[""] = N_("Không ghi")
        self._age = self._choice(bands, draft.age_band, t("Nhóm tuổi"))
        self._village = TouchButton(kit.theme, self._village_text(), trailing_icon="caret-down")
        self._village.activated.connect(self.wants_village)
        self._note = TouchButton(kit.theme, self._note_text(), icon="note-pencil")
        self._note.activated.connect(self.wants_note)

    def _stepper(self, model: AssistanceModel) -> NumberStepper:
        t = self._kit.t
        shown = whole_minutes(model.helped_seconds) if self._minutes is None else self._minutes
        stepper = NumberStepper(
            self._kit.theme,
            t,
            value=shown,
            minimum=0,
            maximum=_LONGEST_MINUTES,
            unit=t("phút"),
            name=t("Số phút"),
        )
        stepper.changed.connect(self._on_minutes)
        return stepper

    def _usual_minutes(self) -> ChoiceField:
        choices = [Choice(minutes, str(minutes)) for minutes in _USUAL_MINUTES]
        field = ChoiceField(self._kit.theme, choices, name=self._kit.t("Số phút"))
        field.set_value(self._minutes)
        field.changed.connect(self._on_minutes)
        return field

    def _choice(self, labels: Mapping[Any, str], chosen: str, name: str) -> ChoiceField:
        choices = [Choice(str(value), self._kit.t(label)) for value, label in labels.items()]
        field = ChoiceField(self._kit.theme, choices, name=name)
        if chosen:
            field.set_value(chosen)
        field.changed.connect(self._on_changed)
        return field

    def _outcome_tiles(self, outcomes: Sequence[Outcome], chosen: str) -> ChoiceField:
        choices = [
            Choice(str(outcome), self._kit.t(OUTCOME_LABELS[outcome]), _OUTCOME_ICONS[outcome])
            for outcome in outcomes
        ]
        is_wide = not self._kit.theme.is_compact
        field = ChoiceField(
            self._kit.theme,
            choices,
            kind=ButtonKind.TILE if is_wide else ButtonKind.CHOICE,
            columns=min(6 if is_wide else 3, len(choices)),
            name=self._kit.t("Kết quả"),
        )
        if chosen:
            field.set_value(chosen)
        field.changed.connect(self._on_changed)
        return field

    def _village_text(self) -> str:
        return self._names.village(self._village_id) or self._kit.t("Chọn thôn")

    def _note_text(self) -> str:
        if not self.note:
            return self._kit.t("Thêm ghi chú")
        return self.note if len(self.note) <= _NOTE_SHOWN else f"{self.note[:_NOTE_SHOWN]}…"

    def _blocks(self) -> list[QWidget]:
        t, theme = self._kit.t, self._kit.theme
        minutes = t("Số phút") if self.place else t("Số phút (máy đã đo)")
        labels: tuple[tuple[str, str, QWidget], ...] = (
            ("level", t("Mức hỗ trợ"), self._level),
            ("minutes", minutes, self._duration),
            ("barriers", t("Vướng mắc"), self._barriers),
            ("outcome", t("Kết quả"), self._outcome),
            ("age_band", t("Nhóm tuổi, nếu muốn ghi"), self._age),
            ("village_id", t("Thôn, nếu muốn ghi"), self._village),
            ("note", t("Ghi chú, nếu cần"), self._note),
        )
        self._fields = {name: Field(theme, label, field) for name, label, field in labels}
        fields = self._fields
        further = row(
            theme,
            fields["age_band"],
            fields["village_id"],
            fields["note"],
            shares=(2, 1, 1),
            top=True,
        )
        blocks = [
            row(theme, fields["level"], fields["minutes"], shares=(1, 0), top=True),
            fields["barriers"],
            fields["outcome"],
            further,
        ]
        if self.place is None:
            return blocks
        self._fields["channel"] = self.place.channel
        parts = (self.place.channel, self.place.procedure, self.place.step)
        return [row(theme, *parts, shares=(0, 3, 2), top=True), *blocks]

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot(object)
    def _on_minutes(self, minutes: object) -> None:
        self._minutes = minutes if isinstance(minutes, int) else None
        self.changed.emit()


def _outcomes(model: AssistanceModel) -> Sequence[Outcome]:
    """Return the outcomes to choose from; a correction neither makes nor unmakes a promise."""
    if model.kind is not FormKind.CORRECTION:
        return tuple(OUTCOME_LABELS)
    if model.draft.outcome == Outcome.FOLLOW_UP:
        return (Outcome.FOLLOW_UP,)
    return tuple(outcome for outcome in OUTCOME_LABELS if outcome is not Outcome.FOLLOW_UP)
