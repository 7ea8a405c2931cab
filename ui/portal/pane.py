"""The right side of the split: toolbar or strip, the line of progress, and the page below.

The page itself is a view that outlives this widget. In its place stands a calm screen whenever
there is nothing to see, so that nobody ever looks at a blank page.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.citizen.room import is_tight
from ui.citizen.screen import ScreenKit
from ui.portal.models import PageLook, PageNews, PageState
from ui.portal.page_slot import PageSlot
from ui.portal.pane_message import PaneMessage
from ui.portal.pane_strip import PaneStrip
from ui.portal.pane_toolbar import LoadLine, PaneToolbar


class PortalPane(QWidget):
    """Shows one moment of the page, and takes the next with `take` and `tell`.

    Signals: `wished` carries one dataclass of `ui.portal.wishes` or `ui.citizen.wishes`.
    """

    wished = Signal(object)

    def __init__(
        self,
        kit: ScreenKit,
        look: PageLook,
        news: PageNews | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._look = look
        self._news = news
        self._is_brief = False
        self._message: PaneMessage | None = None
        self._strip: PaneStrip | None = None
        self._toolbar = PaneToolbar(kit, look)
        self._toolbar.wished.connect(self.wished)
        self._line = LoadLine(kit.theme, look.progress)
        self.slot = PageSlot(kit.theme, kit.t("Trang của Cổng dịch vụ công"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(kit.theme.small_gap)
        for widget in (self._toolbar, self._line):
            self._column.addWidget(widget)
        self._column.addWidget(self.slot, 1)
        self.tell(news)
        self._show_look(look)

    def take(self, look: PageLook) -> bool:
        """Show the page's next moment; return whether something else stands in its place now."""
        former, self._look = self._look, look
        self._toolbar.take(look)
        self._line.set_progress(look.progress)
        if _stand_in(former) == _stand_in(look):
            return False
        self._show_look(look)
        return True

    def tell(self, news: PageNews | None) -> None:
        """Put a strip in the toolbar's place, or the toolbar back."""
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
        self._news = news
        if news is not None:
            self._strip = PaneStrip(self._kit, news)
            self._strip.wished.connect(self.wished)
            self._column.insertWidget(0, self._strip, 1 if is_tight(self._kit.theme) else 0)
        self._show_top()

    def be_brief(self, is_brief: bool) -> None:
        """Show the page without its toolbar, while the keys take the room."""
        self._is_brief = is_brief
        self._show_top()

    def _show_look(self, look: PageLook) -> None:
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None
        stands_in = _stand_in(look) is not None
        if stands_in:
            self._message = PaneMessage(self._kit, look)
            self._message.wished.connect(self.wished)
            self._column.addWidget(self._message, 1)
        self._show_top()

    def _show_top(self) -> None:
        """A page that is not there needs no toolbar: the calm screen has its own buttons."""
        is_page = _stand_in(self._look) is None
        covered = self._strip is not None and is_tight(self._kit.theme)
        self._toolbar.setVisible(is_page and self._strip is None and not self._is_brief)
        self._line.setVisible(is_page and not covered)
        self.slot.setVisible(is_page and not covered)


def _stand_in(look: PageLook) -> PageState | str | None:
    """Return what stands in the page's place: None while the page itself can be seen."""
    if look.state is PageState.REFUSED:
        return look.refused
    if not look.state.shows_page:
        return look.state
    return None if look.site else PageState.OPENING
