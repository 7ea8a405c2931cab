"""One page of the portal that kiosks found changed: which step, where, how often and when last."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.portal_report import PortalReport
from kiosk.domain.procedure import Procedure
from ui.staff.arrange import icon_line
from ui.staff.content.wishes import SettleReport
from ui.staff.content.words import fact_label
from ui.staff.phrases import DOT, moment_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_MAY_BREAK = "\u200b"
"""A place in a long address where a line may end; nothing is seen of it."""


class ReportCard(Card):
    """Signal `wished` carries the wish to take the report off the list."""

    wished = Signal(object)

    def __init__(
        self,
        kit: StaffKit,
        procedure: Procedure,
        report: PortalReport,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, ground="red_tint", parent=parent)
        theme, t = kit.theme, kit.t
        side, edge = theme.padding, theme.mm(2)
        self.body.setContentsMargins(side, edge, edge, edge)
        words = QVBoxLayout()
        words.setSpacing(theme.mm(0.6))
        label = fact_label(t, procedure, f"steps[{report.step_id}]")
        missing = t("Trên Cổng không thấy chỗ cần bấm của bước này.")
        seen = t(
            "{count} lượt, mới nhất {when}", count=report.count, when=moment_text(report.latest)
        )
        words.addWidget(TextBlock(theme, label, TextRole.LABEL))
        words.addWidget(TextBlock(theme, missing))
        told = report.place.replace("/", f"/{_MAY_BREAK}") + DOT + seen
        words.addWidget(icon_line(theme, "globe", told, tone=Tone.RED, role=TextRole.CAPTION))
        settle = SettleReport(procedure.code, report.step_id, report.place)
        done = t("Đã xem lại")
        button = TouchButton(theme, done, icon="check", name=f"{done}: {label}", payload=settle)
        button.activated_with.connect(self.wished)
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        line.addLayout(words, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
