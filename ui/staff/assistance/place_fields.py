"""Where and with what help was given without the kiosk: nothing of it is known beforehand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.assistance import HELP_CHANNEL_LABELS, WITHOUT_KIOSK, AssistanceDraft
from ui.staff.field import Field
from ui.staff.models import AssistanceModel
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.touch_button import TouchButton


class PlaceFields(QObject):
    """The fields `channel`, `procedure` and `step`, to be laid out side by side.

    Signals: `changed`, and `wants_procedure` and `wants_step` (open a list).
    """

    changed = Signal()
    wants_procedure = Signal()
    wants_step = Signal()

    def __init__(
        self, kit: StaffKit, model: AssistanceModel, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        theme, t = kit.theme, kit.t
        self._kit, self._names = kit, model.names
        self.procedure_code = model.draft.procedure_code
        self.step_id = model.draft.step_id
        labels = [Choice(str(way), t(HELP_CHANNEL_LABELS[way])) for way in WITHOUT_KIOSK]
        self._channel = ChoiceField(theme, labels, name=t("Nơi giúp"))
        self._channel.set_value(model.draft.channel or None)
        self._channel.changed.connect(self._on_channel)
        self._procedure = TouchButton(theme, "", trailing_icon="caret-down")
        self._procedure.activated.connect(self.wants_procedure)
        self._step = TouchButton(theme, "", trailing_icon="caret-down")
        self._step.activated.connect(self.wants_step)
        self.channel = Field(theme, t("Nơi giúp"), self._channel)
        self.procedure = Field(theme, t("Thủ tục, nếu có"), self._procedure)
        self.step = Field(theme, t("Bước, nếu rõ"), self._step)
        self._show()

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """The steps of the procedure chosen, as (id, title)."""
        return tuple(
            (step_id, title)
            for (code, step_id), title in self._names.steps.items()
            if code == self.procedure_code
        )

    def apply(self, draft: AssistanceDraft) -> AssistanceDraft:
        """Return the draft with these values."""
        return replace(
            draft,
            channel=str(self._channel.value() or ""),
            procedure_code=self.procedure_code,
            step_id=self.step_id,
        )

    def set_procedure(self, code: str) -> None:
        """Take over a procedure, "" for none; a step of another one does not stay."""
        if code != self.procedure_code:
            self.procedure_code, self.step_id = code, ""
        self._show()
        self.changed.emit()

    def set_step(self, step_id: str) -> None:
        """Take over a step, "" for none."""
        self.step_id = step_id
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        t, code = self._kit.t, self.procedure_code
        self._procedure.set_text(self._names.procedure(code) or t("Chọn thủ tục"))
        step = self._names.step(code, self.step_id)
        self._step.set_text(step or t("Chọn bước"))
        self.step.setVisible(bool(self.steps))

    @Slot(object)
    def _on_channel(self, _value: object) -> None:
        self.changed.emit()
