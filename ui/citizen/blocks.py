"""Small ways of putting widgets together into one block of a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def grouped(widgets: Sequence[QWidget], spacing: int) -> QWidget:
    """Return the widgets below each other as one block: no page break comes between them."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return block


def pushed_up(widgets: Sequence[QWidget], spacing: int) -> QWidget:
    """Return the widgets at the top of a column that may be higher than they are."""
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(grouped(widgets, spacing))
    column.addStretch(1)
    return block


def marked(mark: QWidget, text: QWidget, spacing: int) -> QWidget:
    """Return `text` with a small mark beside it, both centred on each other."""
    block = QWidget()
    row = QHBoxLayout(block)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    row.addWidget(mark)
    row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
    return block
