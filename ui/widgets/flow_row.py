"""Widgets side by side at their natural width, going on to further lines where they must."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.button_style import Align
from ui.widgets.paged_area import height_in


class FlowRow(QWidget):
    """A row that wraps; a child wider than the row takes a line of its own and wraps inside.

    A row higher than a page lends its later lines to rows of the pages that follow (`Partible`).
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
        self._lent: list[FlowRow] = []
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
        """Return what the widgets say; the lines follow from it."""
        own = (widget.accessibleName() for widget in self._items)
        return "\n".join((*own, *(row.told() for row in self._lent)))

    def parts(self, width: int, height: int) -> list[FlowRow]:
        """Return this row with its first lines and others with the rest, each within `height`."""
        _, *later = self._groups(width, height)
        self._lent = [self._lend(widgets) for widgets in later]
        return [self, *self._lent]

    def join(self) -> None:
        """Take all widgets back."""
        lent, self._lent = self._lent, []
        for row in lent:
            for widget in row.released():
                self.add(widget)

    def released(self) -> list[QWidget]:
        """Return the widgets, which another row takes over."""
        released, self._items = self._items, []
        return released

    def _groups(self, width: int, height: int) -> list[list[QWidget]]:
        """Return the widgets page by page; a line higher than a page stands alone."""
        groups: list[list[QWidget]] = []
        used = 0
        for line in self._lines(max(1, width)):
            widgets = [widget for widget, _ in line]
            needed = max(size.height() for _, size in line)
            if groups and used + self._spacing + needed <= height:
                groups[-1] += widgets
                used += self._spacing + needed
            else:
                groups.append(widgets)
                used = needed
        return groups

    def _lend(self, widgets: list[QWidget]) -> FlowRow:
        row = FlowRow(self._theme, spacing=self._spacing, align=self._align)
        for widget in widgets:
            self._items.remove(widget)
            row.add(widget)
        self._refresh()
        return row

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
