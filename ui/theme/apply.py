"""Makes Qt's own parts follow the theme: style, palette and default font."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Set style, palette and font of the whole application."""
    app.setStyle("Fusion")
    app.setPalette(theme.qt_palette())
    app.setFont(theme.font(TextRole.BODY))
