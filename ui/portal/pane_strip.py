"""The strip that takes the toolbar's place when there is something to tell or to ask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.accessibility import announce
from ui.citizen.button_rows import ButtonRows
from ui.citizen.room import is_tight
from ui.citizen.screen import ScreenKit
from ui.portal import wishes
from ui.portal.host_words import host_words
from ui.portal.models import PageNews
from ui.portal.pane_messages import LONGEST_WORDS, NEWS, NEWS_ICONS, NO, READ, YES
from ui.theme.tokens import Tone
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import ButtonKind, TouchButton


class PaneStrip(QWidget):
    """One thing, and one or two buttons. Where few lines fit it takes the page's place as well.

    Signals: `wished` carries one dataclass of `ui.portal.wishes`.
    """

    wished = Signal(object)

    def __init__(self, kit: ScreenKit, news: PageNews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        text = kit.t(NEWS[news.kind], text=host_words(_short(news.text)))
        notice = Notice(kit.theme, text, NEWS_ICONS[news.kind], Tone.BLUE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.small_gap)
        column.addWidget(self._in_pages(notice) if is_tight(kit.theme) else notice)
        column.addWidget(ButtonRows(kit.theme, self._buttons(news)))
        announce(self, text)

    def _in_pages(self, notice: Notice) -> PagedBody:
        body = PagedBody(self._kit.theme, self._kit.t)
        body.set_blocks([notice])
        return body

    def _buttons(self, news: PageNews) -> list[TouchButton]:
        if news.kind not in YES:
            return [self._button(READ, "check", is_yes=False)]
        yes = self._button(YES[news.kind], "check", is_yes=True)
        return [yes, self._button(NO[news.kind], "x", is_yes=False)]

    def _button(self, text: str, icon: str, *, is_yes: bool) -> TouchButton:
        kind = ButtonKind.SECONDARY if is_yes else ButtonKind.QUIET
        wish = wishes.AnswerNews(is_yes)
        button = TouchButton(self._kit.theme, self._kit.t(text), icon=icon, kind=kind, payload=wish)
        button.activated_with.connect(self.wished)
        return button


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST_WORDS else f"{flat[:LONGEST_WORDS].rstrip()}…"
