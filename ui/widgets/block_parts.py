"""Takes blocks apart that are higher than a page, so that nothing of them is ever cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.widgets.paged_area import height_in


@runtime_checkable
class Partible(Protocol):
    """A block that can be shown in parts, one after the other."""

    def told(self) -> str:
        """Return all that the block says; other words need other parts."""

    def parts(self, width: int, height: int) -> Sequence[QWidget]:
        """Return parts no higher than `height` pixels; the block itself may be the first."""

    def join(self) -> None:
        """Show all of it in one piece again."""


@dataclass(frozen=True, slots=True)
class _Made:
    """Parts, with the words and the size of the area that they were made for."""

    told: str
    size: QSize
    widgets: tuple[QWidget, ...]


class BlockParts:
    """The parts of the blocks of one paged area; they stay while its size and the words do.

    The area is handed in each time and not kept: two that know each other are let go of late.
    """

    def __init__(self) -> None:
        self._made: dict[QWidget, _Made] = {}

    def are_due(self, size: QSize) -> bool:
        """Return whether some block is in parts, and its words and the area's size still hold."""
        return any(self._is_due(block, size) for block in self._made)

    def of(self, block: QWidget, area: QWidget, page_height: int) -> Sequence[QWidget]:
        """Return the block, or the parts it needs on pages `page_height` pixels high."""
        if self._is_due(block, area.size()):
            return self._made[block].widgets
        self._let_go(block)
        width = area.width()
        if not isinstance(block, Partible) or height_in(block, width) <= page_height:
            return (block,)
        widgets = tuple(block.parts(width, page_height))
        for widget in widgets:
            if widget is not block:
                widget.setParent(area)
                widget.hide()
        self._made[block] = _Made(block.told(), area.size(), widgets)
        return widgets

    def added(self) -> Iterator[QWidget]:
        """Yield the parts that are no blocks themselves."""
        for block, made in self._made.items():
            yield from (widget for widget in made.widgets if widget is not block)

    def clear(self) -> None:
        """Let go of all parts and join the blocks."""
        for block in list(self._made):
            self._let_go(block)

    def _is_due(self, block: QWidget, size: QSize) -> bool:
        made = self._made.get(block)
        if made is None or not isinstance(block, Partible):
            return False
        return (made.told, made.size) == (block.told(), size)

    def _let_go(self, block: QWidget) -> None:
        made = self._made.pop(block, None)
        if made is None or not isinstance(block, Partible):
            return
        block.join()
        for widget in made.widgets:
            if widget is not block:
                widget.hide()
                widget.deleteLater()
