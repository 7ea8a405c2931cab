"""What is known of the call while its help is being logged; the column at the left."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.help_call import HelpCall
from ui.staff.arrange import icon_line, row
from ui.staff.models import Names
from ui.staff.phrases import barrier_text, time_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text_block import TextBlock


class CallSummary(Card):
    """Counter, times, procedure, step and what the citizen tapped."""

    def __init__(
        self, kit: StaffKit, call: HelpCall, names: Names, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit.theme, parent=parent)
        theme, t = kit.theme, kit.t
        self.add(row(theme, Chip(theme, call.counter, "bell-ringing", Tone.AMBER)))
        procedure = names.procedure(call.procedure_code) or t("Chưa chọn thủ tục")
        self.add(TextBlock(theme, procedure, TextRole.HEADING))
        step = names.step(call.procedure_code, call.step_id)
        if step:
            self.add(TextBlock(theme, t("Bước: {step}", step=step)))
        for code in call.barriers:
            self.add(icon_line(theme, "hand-tap", barrier_text(t, code), tone=Tone.RED))
        for line in self._times(kit, call):
            self.add(TextBlock(theme, line, TextRole.CAPTION))

    def _times(self, kit: StaffKit, call: HelpCall) -> list[str]:
        lines = [kit.t("Gọi lúc {time}", time=time_text(call.called_at))]
        if call.taken_at is not None:
            lines.append(kit.t("Nhận lúc {time}", time=time_text(call.taken_at)))
        if call.handed_by_name:
            lines.append(kit.t("{name} chuyển sang", name=call.handed_by_name))
        return lines
