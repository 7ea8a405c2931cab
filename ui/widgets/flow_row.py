"""Widgets side by side at their natural width, going on to further lines where they must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.button_style import Align
from ui.widgets.paged_area import height_in


class FlowRow(QWidget):
    """A row that wraps; a child wider than the row takes a line of its own and wraps inside.

    With more lines than a page is high, it is shown in parts, each a row of its own.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        spacing: int | None = None,
        align: Align = Align.LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spacing = theme.gap if spacing is None else spacing
        self._align = align
        self._items: list[QWidget] = []
        self._further: list[FlowRow] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a widget at the end."""
        widget.setParent(self)
        widget.show()
        self._items.append(widget)
        self._refresh()

    def clear(self) -> None:
        """Remove and delete all widgets."""
        for widget in self._items:
            widget.hide()
            widget.deleteLater()
        self._items = []
        self._refresh()

    def told(self) -> str:
        """Return what all the widgets say, those in further parts as well."""
        rows = (self, *self._further)
        return "\n".join(item.accessibleName() for row in rows for item in row._items)

    def parts(self, width: int, height: int) -> Sequence[QWidget]:
        """Return rows that are no higher than `height` pixels, itself with the first lines."""
        self.join()
        first, *others = self._groups(width, height)
        self._items = first
        for items in others:
            row = FlowRow(self._theme, spacing=self._spacing, align=self._align)
            for item in items:
                row.add(item)
            self._further.append(row)
        self._refresh()
        return (self, *self._further)

    def join(self) -> None:
        """Take back the widgets of the further parts."""
        for row in self._further:
            items, row._items = row._items, []
            for item in items:
                self.add(item)
        self._further = []

    def _groups(self, width: int, height: int) -> list[list[QWidget]]:
        """Return the shown widgets, as many lines together as fit into `height` pixels."""
        groups: list[list[QWidget]] = [[]]
        room = height
        for line in self._lines(width):
            needed = max(size.height() for _, size in line)
            if groups[-1] and needed > room:
                groups.append([])
                room = height
            groups[-1] += [widget for widget, _ in line]
            room -= needed + self._spacing
        return groups

    def _refresh(self) -> None:
        self.updateGeometry()
        self._arrange()

    def _lines(self, width: int) -> Iterator[list[tuple[QWidget, QSize]]]:
        """Yield the lines, each with its widgets and their sizes."""
        line: list[tuple[QWidget, QSize]] = []
        used = 0
        for widget in self._items:
            if widget.isHidden():
                continue
            item_width = min(widget.sizeHint().width(), width)
            size = QSize(item_width, height_in(widget, item_width))
            if line and used + self._spacing + item_width > width:
                yield line
                line, used = [], 0
            used += item_width + (self._spacing if line else 0)
            line.append((widget, size))
        if line:
            yield line

    def _arrange(self) -> None:
        top = 0
        for line in self._lines(max(1, self.width())):
            height = max(size.height() for _, size in line)
            used = sum(size.width() for _, size in line) + self._spacing * (len(line) - 1)
            left = (self.width() - used) // 2 if self._align is Align.CENTER else 0
            for widget, size in line:
                widget.setGeometry(QRect(left, top, size.width(), height))
                left += size.width() + self._spacing
            top += height + self._spacing

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [max(size.height() for _, size in line) for line in self._lines(max(1, width))]
        return sum(heights) + self._spacing * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        widths = [w.sizeHint().width() for w in self._items if not w.isHidden()]
        width = sum(widths) + self._spacing * max(0, len(widths) - 1)
        return QSize(width, self.heightForWidth(max(1, width)))

    def minimumSizeHint(self) -> QSize:
        sizes = [w.minimumSizeHint() for w in self._items if not w.isHidden()]
        width = max((size.width() for size in sizes), default=0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._refresh()
        return super().event(event)
