"""Puts one window in the place of another, so that nobody ever sees the desktop between them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

WINDOWED_SIZE = (1366, 768)


def bring_forward(window: QWidget | None, former: QWidget | None, *, windowed: bool) -> None:
    """Show `window`, in full or for trying out, and only then close the one before it."""
    if window is not None and windowed:
        window.resize(*WINDOWED_SIZE)
        window.show()
    elif window is not None:
        window.showFullScreen()
    if former is not None:
        former.close()
        former.deleteLater()
