"""The common build of the pages that show one sheet large: words and buttons beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.citizen.button_rows import ButtonRows
from ui.citizen.page_plan import PagePlan
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.room import screen_room
from ui.papers.sheet_view import SheetView
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (40, 60)
_WIDEST_MM = 150.0
_SHARE_UPRIGHT = 0.5
_SHARE_UPRIGHT_TIGHT = 0.34


class SheetPage(PagedScreen):
    """The sheet at the right, or below the words on an upright panel.

    Where all have no room only the main button stays, and the others turn pages with the words.
    """

    def lay_out_sheet(
        self,
        head: Sequence[QWidget],
        content: Sequence[QWidget],
        sheet: QWidget,
        main: TouchButton,
        others: Sequence[TouchButton],
    ) -> None:
        """Fill the page."""
        actions = self.rows([main, *others], most_columns=2, widest_mm=_WIDEST_MM)
        blocks = list(content)
        if not self._has_room(head, blocks, actions):
            blocks += [ButtonRows(self.theme, [one], widest_mm=_WIDEST_MM) for one in others]
            actions.deleteLater()
            actions = self.rows([main], widest_mm=_WIDEST_MM)
        self.lay_out(head, blocks, actions=actions, aside=sheet, shares=_SHARES, aside_stays=True)

    def _has_room(
        self, head: Sequence[QWidget], blocks: Sequence[QWidget], actions: QWidget
    ) -> bool:
        """Return whether all buttons may stand below the words, on one page."""
        if self.is_tight:
            return False
        shares = None if self.theme.metrics.is_portrait else _SHARES
        return PagePlan(self.theme, shares, actions).has_room(head, blocks)

    def sheet_view(
        self, name: str, *, icon: str = "camera", turns: int = 0, corners: bool = False
    ) -> SheetView:
        """Return the place of the sheet; upright it takes its share of the room."""
        height = 0
        if self.theme.metrics.is_portrait:
            share = _SHARE_UPRIGHT_TIGHT if self.is_tight else _SHARE_UPRIGHT
            height = round(screen_room(self.theme).height() * share)
        return SheetView(
            self.theme, name, icon=icon, turns=turns, corners=corners, height_px=height
        )

    def other(self, text: str, icon: str, wish: object) -> TouchButton:
        """Return one of the buttons beside the main one."""
        return TouchButton(
            self.theme, text, icon=icon, payload=wish, min_mm=self.theme.main_button_mm
        )

    def main(self, text: str, icon: str, wish: object, *, is_last: bool = False) -> TouchButton:
        """Return the page's main button; `is_last` ends what was begun."""
        kind = ButtonKind.DONE if is_last else ButtonKind.PRIMARY
        return TouchButton(self.theme, text, icon=icon, kind=kind, payload=wish)
