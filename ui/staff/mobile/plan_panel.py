"""The right side of a plan: when, where, who goes, how many, and what that takes along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.calendar import HalfDay
from kiosk.domain.round import COMPANIONS_MAX_LENGTH, MOST_STOPS
from kiosk.services.round_plan import RoundDraft
from ui.staff.arrange import row
from ui.staff.field import Field
from ui.staff.mobile.kit_card import KitCard
from ui.staff.mobile.models import RoundPlanModel
from ui.staff.promise_date import PromiseDate
from ui.staff.screen import StaffKit
from ui.theme.tokens import Tone
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.notice import Notice
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.pager import PagedBody
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import ButtonKind, TouchButton


class PlanPanel(QWidget):
    """Signals: `changed(draft)`, `wants_villages`, `wants_team`, `saved`.

    Nothing is chosen beforehand but the village of the most urgent case.
    """

    changed = Signal(object)
    wants_villages = Signal()
    wants_team = Signal()
    saved = Signal()

    def __init__(
        self, kit: StaffKit, model: RoundPlanModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._draft = model.draft
        self._make_fields(model)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(kit.theme.gap)
        self._save = TouchButton(kit.theme, "", icon="check", kind=ButtonKind.PRIMARY)
        self._save.activated.connect(self.saved)
        self._card = KitCard(kit, model.kit)
        self._body = PagedBody(kit.theme, kit.t)
        self._body.set_blocks([*self._blocks(), self._card])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.gap)
        column.addWidget(self._body, 1)
        column.addLayout(self._notices)
        column.addWidget(self._save)
        self.show_model(model)

    def show_model(self, model: RoundPlanModel) -> None:
        """Take over what was worked out from the draft; the fields stay as they are."""
        self._draft = model.draft
        self._villages.set_text(self._village_names(model))
        self._team.set_text(self._team_names(model))
        for name, field in self._fields.items():
            field.set_problem(model.problems.get(name, ""))
        self._show_first(model.problems)
        self._card.show_kit(model.kit)
        self._show_notices(model)
        count = len(model.draft.follow_up_ids)
        self._save.set_text(
            self._kit.t("Lưu đợt · {count} người", count=count)
            if model.draft.round_id
            else self._kit.t("Lập đợt · {count} người", count=count)
        )

    def _make_fields(self, model: RoundPlanModel) -> None:
        kit, t, draft = self._kit, self._kit.t, model.draft
        self._day = PromiseDate(kit, model.today, draft.day)
        self._day.changed.connect(self._on_changed)
        halves = [Choice(HalfDay.MORNING, t("Sáng")), Choice(HalfDay.AFTERNOON, t("Chiều"))]
        self._half = ChoiceField(kit.theme, halves, name=t("Buổi"))
        self._half.set_value(draft.half_day)
        self._half.changed.connect(self._on_changed)
        self._villages = TouchButton(kit.theme, "", icon="map-pin", trailing_icon="caret-down")
        self._villages.activated.connect(self.wants_villages)
        self._team = TouchButton(kit.theme, "", icon="users", trailing_icon="caret-down")
        self._team.activated.connect(self.wants_team)
        self._companions = TextField(
            kit.theme,
            max_length=COMPANIONS_MAX_LENGTH,
            name=t("Mời cùng đi"),
            placeholder=t("ví dụ: công an xã"),
        )
        self._companions.setText(draft.companions)
        self._companions.textChanged.connect(self._on_changed)
        self._capacity = NumberStepper(
            kit.theme,
            t,
            value=draft.capacity,
            minimum=1,
            maximum=MOST_STOPS,
            name=t("Sức làm một buổi"),
        )
        self._capacity.changed.connect(self._on_changed)

    def _blocks(self) -> list[QWidget]:
        t, theme = self._kit.t, self._kit.theme
        labels = (
            ("day", t("Ngày đi"), self._day),
            ("half_day", t("Buổi"), self._half),
            ("village_ids", t("Thôn"), self._villages),
            ("team_ids", t("Ai đi"), self._team),
            ("companions", t("Mời cùng đi"), self._companions),
            ("capacity", t("Sức làm một buổi (người)"), self._capacity),
        )
        self._fields = {name: Field(theme, label, field) for name, label, field in labels}
        fields = self._fields
        second = row(theme, fields["half_day"], fields["capacity"], shares=(1, 1), top=True)
        self._block_of = {**fields, "half_day": second, "capacity": second}
        return list(dict.fromkeys(self._block_of.values()))

    def _show_first(self, problems: Mapping[str, str]) -> None:
        """Turn to the first field that has to be looked at."""
        marked = [block for name, block in self._block_of.items() if name in problems]
        if marked:
            self._body.show_block(marked[0])

    def _village_names(self, model: RoundPlanModel) -> str:
        names = [v.name for v in model.villages if v.id in model.draft.village_ids]
        return ", ".join(names) or self._kit.t("Mọi thôn")

    def _team_names(self, model: RoundPlanModel) -> str:
        names = [person.name for person in model.staff if person.id in model.draft.team_ids]
        return ", ".join(names) or self._kit.t("Chọn người")

    def _show_notices(self, model: RoundPlanModel) -> None:
        while self._notices.count():
            gone = self._notices.takeAt(0)
            widget = gone.widget() if gone else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        problems = [model.problem, model.problems.get("follow_up_ids", "")]
        for text in problems:
            if text:
                self._notices.addWidget(Notice(self._kit.theme, text, "warning-circle", Tone.RED))
        for text in model.warnings:
            self._notices.addWidget(Notice(self._kit.theme, text, "warning", Tone.AMBER))

    def _entered(self) -> RoundDraft:
        half = self._half.value()
        return replace(
            self._draft,
            day=self._day.value(),
            half_day=HalfDay(str(half)) if half else None,
            companions=self._companions.text(),
            capacity=self._capacity.value(),
        )

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self._entered())
