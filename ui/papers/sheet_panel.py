"""A sheet with the buttons below it that turn to the others of its paper."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.citizen.screen import ScreenKit
from ui.papers.sheet_view import SheetView
from ui.papers.wishes import ShowSheet
from ui.widgets.page_bar import PageBar


class SheetPanel(QWidget):
    """Shows `view`, and ◀ ▶ where there are several sheets.

    Signals: `wished` carries a ShowSheet.
    """

    wished = Signal(object)

    def __init__(
        self,
        kit: ScreenKit,
        view: SheetView,
        sheet: int,
        count: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.gap)
        column.addWidget(view, 1)
        self._bar: PageBar | None = None
        if count > 1:
            self._bar = PageBar(kit.theme, kit.t)
            self._bar.show_page(sheet, count)
            self._bar.turned.connect(self._on_turned)
            self._bar.setFixedHeight(self._bar.height_for(view.sizeHint().width()))
            column.addWidget(self._bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose words or arrows by the width there is."""
        if self._bar is not None:
            self._bar.setFixedHeight(self._bar.height_for(event.size().width()))
        super().resizeEvent(event)

    @Slot(int)
    def _on_turned(self, by: int) -> None:
        self.wished.emit(ShowSheet(self._sheet + by))
