"""The lotus with the program's name and the office's line: who is speaking here."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.office import OfficeProfile
from kiosk.domain.words import N_
from ui.accessibility import describe
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.painting import paint_icon, smooth
from ui.widgets.text_flow import TextFlow

PROGRAM_NAME = N_("Đồng Hành Số")


class Brand(QWidget):
    """The mark and one or two lines beside it, painted as large as `height` pixels allow.

    `lines` is 2 for name and office, 1 for the name alone, 0 for the mark alone; the office line is
    shortened to the office's name with `brief`.
    """

    def __init__(
        self,
        kit: ScreenKit,
        office: OfficeProfile,
        height: int,
        *,
        lines: int = 2,
        brief: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._height = height
        self.lines = lines
        office_line = office.name if brief else " · ".join(filter(None, (office.desk, office.name)))
        self._name = TextFlow(kit.theme, kit.t(PROGRAM_NAME) if lines else "", self._role(height))
        self._office = TextFlow(kit.theme, office_line if lines > 1 else "", TextRole.SOURCE)
        self._mark = min(height * 3 // 4, kit.theme.mm(15.0))
        describe(self, f"{kit.t(PROGRAM_NAME)}. {office_line}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self._natural_width(), height)

    def flows(self) -> tuple[TextFlow, ...]:
        """Return the lines as they are painted."""
        return self._name, self._office

    def fits(self) -> bool:
        """Return whether the lines stand in the height without losing a mark."""
        name = self._name.line_px if self._name.plain else 0
        office = self._office.line_px if self._office.plain else 0
        return name + office <= self._height

    def _role(self, height: int) -> TextRole:
        """Return the larger role when both lines fit into `height`."""
        theme = self._theme
        both = theme.line_px(TextRole.HEADING) + theme.line_px(TextRole.SOURCE)
        return TextRole.HEADING if both <= height else TextRole.STRONG

    def _natural_width(self) -> int:
        text = max(self._name.natural_width(), self._office.natural_width())
        return self._mark + (self._theme.small_gap + text if text else 0)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        mark = QRect(0, (self.height() - self._mark) // 2, self._mark, self._mark)
        paint_icon(painter, self._theme, "lotus", "lotus", mark)
        left = self._mark + self._theme.small_gap
        room = max(1, self.width() - left)
        heights = self._name.height(room), self._office.height(room)
        top = (self.height() - sum(heights)) / 2
        lotus, muted = self._theme.colour("lotus"), self._theme.colour("muted")
        self._name.paint(painter, QPointF(left, top), room, lotus)
        self._office.paint(painter, QPointF(left, top + heights[0]), room, muted)
