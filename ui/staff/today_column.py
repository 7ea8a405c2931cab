"""What was done today, and the ways to add to it: help without the kiosk, one's own entries."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.staff.figure_card import FigureCard
from ui.staff.models import CallsModel, StaffScreenName
from ui.staff.phrases import clock_text
from ui.staff.screen import StaffKit
from ui.staff.wishes import LogWithoutCall, Open
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_WIDTH_MM = 92


class TodayColumn(QWidget):
    """Figures of the whole office, and two buttons. Signal `wished` carries one wish."""

    wished = Signal(object)

    def __init__(self, kit: StaffKit, model: CallsModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, t = kit.theme, kit.t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap)
        column.addWidget(TextBlock(theme, t("Hôm nay"), TextRole.HEADING))
        grid = QGridLayout()
        grid.setSpacing(theme.gap)
        for index, (figure, label) in enumerate(_figures(kit, model)):
            grid.addWidget(FigureCard(theme, figure, label), *divmod(index, 2))
        column.addLayout(grid)
        without = TouchButton(
            theme,
            t("Ghi lượt giúp ngoài máy"),
            icon="file-plus",
            kind=ButtonKind.SECONDARY,
            payload=LogWithoutCall(),
        )
        mine = TouchButton(
            theme, t("Lượt tôi đã ghi"), icon="list-bullets", payload=Open(StaffScreenName.TODAY)
        )
        for button in (without, mine):
            button.activated_with.connect(self.wished)
            column.addWidget(button)
        self.setFixedWidth(theme.mm(_WIDTH_MM))


def _figures(kit: StaffKit, model: CallsModel) -> list[tuple[str, str]]:
    t = kit.t
    figures = [
        (str(model.today_total), t("lượt được giúp")),
        (str(model.today_succeeded), t("làm được việc")),
        (str(model.today_follow_ups), t("hẹn làm tiếp")),
    ]
    if model.average_wait_seconds is not None:
        figures.append((clock_text(model.average_wait_seconds), t("chờ trung bình")))
    return figures
