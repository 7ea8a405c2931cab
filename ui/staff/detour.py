"""A page that can give way to a picker for a moment and come back as it was."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class Detour(QStackedWidget):
    """Shows `main`; `open` puts another widget in its place, `back` takes it away again."""

    def __init__(self, main: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._main = main
        self._away: QWidget | None = None
        self._came_from: QWidget | None = None
        self.addWidget(main)

    @property
    def is_away(self) -> bool:
        """Whether something else than the main page is shown."""
        return self._away is not None

    def open(self, widget: QWidget) -> None:
        """Show `widget` instead of the main page; it is thrown away on the way back."""
        self.back()
        self._came_from = self.focusWidget()
        self._away = widget
        self.addWidget(widget)
        self.setCurrentWidget(widget)

    def back(self) -> None:
        """Show the main page again, with the keyboard where it was."""
        gone, self._away = self._away, None
        if gone is None:
            return
        self.setCurrentWidget(self._main)
        self.removeWidget(gone)
        gone.deleteLater()
        if self._came_from is not None and self._came_from.isVisibleTo(self):
            self._came_from.setFocus()
        self._came_from = None
