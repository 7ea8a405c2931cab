"""The calm screen in the page's place: what is the matter, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.accessibility import announce
from ui.citizen.button_rows import ButtonRows
from ui.citizen.screen import ScreenKit
from ui.citizen.wishes import OnPhone
from ui.portal import wishes
from ui.portal.host_words import host_words
from ui.portal.models import PageLook, PageState
from ui.portal.pane_messages import OPENING, TROUBLES
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class PaneMessage(Card):
    """A trouble with its buttons; while the first page opens there is nothing to press.

    Signals: `wished` carries one dataclass of `ui.portal.wishes` or `ui.citizen.wishes`.
    """

    wished = Signal(object)

    def __init__(self, kit: ScreenKit, look: PageLook, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent=parent)
        self._kit = kit
        theme, t = kit.theme, kit.t
        trouble = TROUBLES.get(look.state, OPENING)
        title, text = t(trouble.title), t(trouble.text, site=host_words(look.refused))
        body = PagedBody(theme, t)
        mark = [] if theme.is_compact else [IconMark(theme, trouble.icon, size_mm=20.0, disc=True)]
        heading = TextBlock(theme, title, TextRole.HEADING)
        body.set_blocks([*mark, heading, TextBlock(theme, text, TextRole.BODY)])
        self.body.setSpacing(theme.gap)
        self.body.addWidget(body, 1)
        buttons = self._buttons(look)
        if buttons:
            self.body.addWidget(ButtonRows(theme, buttons))
        announce(self, f"{title}. {text}")

    def _buttons(self, look: PageLook) -> list[TouchButton]:
        t = self._kit.t
        if look.state is PageState.OPENING:
            return []
        if look.state is not PageState.REFUSED:
            retry = self._button(t("Thử lại"), "arrows-clockwise", wishes.ReloadPage())
            return [retry, self._button(t("Làm trên điện thoại"), "device-mobile", OnPhone())]
        back = self._button(t("Về trang trước"), "arrow-left", wishes.PageBack())
        if look.refused.endswith(":"):
            return [back]
        return [back, self._button(t("Cán bộ cho phép"), "password", wishes.AskAdmission())]

    def _button(self, text: str, icon: str, wish: object) -> TouchButton:
        is_main = isinstance(wish, wishes.ReloadPage | wishes.PageBack)
        button = TouchButton(
            self._kit.theme,
            text,
            icon=icon,
            kind=ButtonKind.PRIMARY if is_main else ButtonKind.SECONDARY,
            min_mm=self._kit.theme.main_button_mm,
            payload=wish,
        )
        button.activated_with.connect(self.wished)
        return button
