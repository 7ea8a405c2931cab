"""Shows as many pages as its content needs, turned with large buttons instead of scrolling.

Subclasses say how their widgets are spread over pages of a given size and place those of one page.
The bar with the two buttons appears only when there is more than one page.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.accessibility import announce
from ui.theme.theme import Theme
from ui.widgets.page_bar import PageBar
from ui.widgets.readable import texts_of

_FIRST_WORDS = 4


def height_in(widget: QWidget, width: int) -> int:
    """Return the height a widget needs when it is `width` pixels wide."""
    if widget.hasHeightForWidth():
        wanted = widget.heightForWidth(width)
    else:
        wanted = max(widget.sizeHint().height(), widget.minimumSizeHint().height())
    return min(max(wanted, widget.minimumHeight()), widget.maximumHeight())


@dataclass(frozen=True, slots=True)
class PagePlace:
    """What stands first on a page: its first words, and how many texts come before it."""

    words: str
    number: int


class PagedArea(QWidget):
    """The base of everything that pages; `page` counts from 0.

    `page_changed(page, page_count)` comes whenever one of the two changes.
    """

    page_changed = Signal(int, int)

    def __init__(
        self, theme: Theme, t: Callable[[str], str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.t = t
        self.theme = theme
        self._widgets: list[QWidget] = []
        self._page = 0
        self._page_count = 1
        self._told = (0, 1)
        self._bar = PageBar(theme, t, parent=self)
        self._bar.hide()
        self._bar.turned.connect(self._on_turned)
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages there are; at least one."""
        return self._page_count

    def next_page(self) -> None:
        """Turn to the next page, if there is one."""
        self._go_to(self._page + 1)

    def previous_page(self) -> None:
        """Turn to the page before, if there is one."""
        self._go_to(self._page - 1)

    def show_block(self, widget: QWidget) -> None:
        """Turn to the page on which `widget` stands."""
        if widget in self._widgets:
            self._go_to(self._page_of(self._widgets.index(widget)))

    def place(self) -> PagePlace:
        """Return where the page that is shown begins, for an area that is built anew."""
        before = 0
        for piece in self._pieces_in_order():
            texts = _texts_or_one(piece)
            if not piece.isHidden():
                return PagePlace(_first_words(texts[0]), before)
            before += len(texts)
        return PagePlace("", 0)

    def return_to(self, place: PagePlace) -> None:
        """Turn to the page with the words of `place`; in another language, with its number."""
        nearest: tuple[bool, int, int] = (True, place.number + 1, 0)
        before = 0
        for index, piece in enumerate(self._pieces_in_order()):
            for text in _texts_or_one(piece):
                is_other = not place.words or place.words not in text
                nearest = min(nearest, (is_other, abs(before - place.number), index))
                before += 1
        self._go_to(self._page_of_piece(nearest[2]))

    def show_words(self, words: str) -> None:
        """Turn to the block that says just `words`, else to one that has them in what it says."""
        said = [
            (block, [w.accessibleName() for w in (block, *block.findChildren(QWidget))])
            for block in self._widgets
        ]
        exact = (block for block, texts in said if words in texts)
        within = (block for block, texts in said if any(words in text for text in texts))
        found = next(exact, None) or next(within, None)
        if found is not None:
            self.show_block(found)

    # What subclasses decide

    def _pieces_in_order(self) -> Sequence[QWidget]:
        """Return everything that stands on any of the pages, in order."""
        return self._widgets

    def _page_of_piece(self, number: int) -> int:
        """Return the page of what stands at this number in the order."""
        return self._page_of(number)

    @abstractmethod
    def _split(self, size: QSize) -> int:
        """Spread the widgets over pages of `size` and return how many pages that makes."""

    @abstractmethod
    def _place(self, page: int, area: QRect) -> Sequence[QWidget]:
        """Give the widgets of a page their places in `area` and return them."""

    @abstractmethod
    def _page_of(self, index: int) -> int:
        """Return the page of the widget with this index."""

    # Arranging

    def _take(self, widgets: Sequence[QWidget]) -> None:
        """Adopt new widgets, let go of the former ones and show the first page."""
        for former in self._widgets:
            if former not in widgets:
                former.hide()
                former.deleteLater()
        self._widgets = list(widgets)
        for widget in self._widgets:
            widget.hide()
            widget.setParent(self)
        self._page = 0
        self._arrange()

    def _arrange(self) -> None:
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return  # Nobody has given it a size yet.
        place = self._place_shown()
        bar_height = self._bar.height_for(self.width())
        count = self._split(self.size())
        if count > 1:
            count = self._split(QSize(self.width(), self._body_height(bar_height)))
        self._page_count = count
        self._page = min(self._page_at(place), count - 1) if self._widgets else 0
        top = self.height() - bar_height
        self._bar.setGeometry(0, top, self.width(), bar_height)
        self._show_page()

    def _place_shown(self) -> tuple[int, int]:
        """Return index and part of what is shown first: a new split stays at the same place."""
        visible = (i for i, widget in enumerate(self._widgets) if not widget.isHidden())
        return (next(visible, 0), 0)

    def _page_at(self, place: tuple[int, int]) -> int:
        """Return the page on which a place now is."""
        return self._page_of(place[0])

    def _body_height(self, bar_height: int) -> int:
        return max(1, self.height() - bar_height - self.theme.gap)

    def _show_page(self) -> None:
        paged = self._page_count > 1
        height = self._body_height(self._bar.height()) if paged else self.height()
        shown = self._place(self._page, QRect(0, 0, self.width(), height))
        for widget in self._widgets:
            widget.setVisible(widget in shown)
        self._bar.setVisible(paged)
        self._bar.show_page(self._page, self._page_count)
        self.update()
        if self._told != (self._page, self._page_count):
            self._told = (self._page, self._page_count)
            self.page_changed.emit(*self._told)

    def _go_to(self, page: int) -> None:
        if not 0 <= page < self._page_count or page == self._page:
            return
        self._page = page
        self._show_page()
        announce(self, self._bar.spoken())

    @Slot(int)
    def _on_turned(self, step: int) -> None:
        self._go_to(self._page + step)

    # Qt

    def minimumSizeHint(self) -> QSize:
        widest = max((w.minimumSizeHint().width() for w in self._widgets), default=0)
        return QSize(widest, self.theme.mm(2 * self.theme.button_mm))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(self.theme.mm(120), self.theme.mm(80)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_PageDown:
            self.next_page()
        elif event.key() == Qt.Key.Key_PageUp:
            self.previous_page()
        else:
            super().keyPressEvent(event)


def _texts_or_one(piece: QWidget) -> list[str]:
    """Return the texts of a piece; a picture counts as one without words."""
    return texts_of(piece) or [""]


def _first_words(text: str) -> str:
    """Return the beginning of a text, short enough to stay in one piece in any size."""
    return " ".join(text.split()[:_FIRST_WORDS])
