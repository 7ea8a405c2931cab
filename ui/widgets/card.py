"""A flat rounded panel that groups what belongs together."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.painting import paint_panel, smooth


class Card(QWidget):
    """A container with a hairline border; `ground` is a palette token such as `blue_tint`.

    Widgets are added to `body`, a vertical layout whose margins and gaps are already set.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        ground: str = "card",
        padded: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self.body = QVBoxLayout(self)
        side = theme.padding if padded else 0
        self.body.setContentsMargins(side, side, side, side)
        self.body.setSpacing(theme.small_gap)

    def add(self, widget: QWidget) -> None:
        """Add a widget below the others."""
        self.body.addWidget(widget)

    def set_ground(self, ground: str) -> None:
        """Change the ground to another palette token."""
        self._ground = ground
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel(
            smooth(QPainter(self)),
            self.rect(),
            ground=self._theme.colour(self._ground),
            border=self._theme.colour(self._theme.palette.border_of(self._ground)),
            border_px=self._theme.line_width,
            radius=self._theme.radius,
        )
