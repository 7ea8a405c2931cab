"""A procedure of the national catalogue: no guide here, but its official page, and staff."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.blocks import grouped, pushed_up
from ui.citizen.models import ListedModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.qr_card import qr_card
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (62, 38)
_LARGEST_MM = 110.0


class ListedScreen(PagedScreen):
    """The name as the catalogue has it, who decides, the code, and the page as a QR."""

    def __init__(self, kit: ScreenKit, model: ListedModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._entry = model.entry
        self.subject = model.entry.code
        title = self.title(self.t("Việc này máy chưa có hướng dẫn"))
        name = TextBlock(self.theme, model.entry.name, TextRole.STRONG)
        facts = self._facts()
        content: list[QWidget] = [name, *facts]
        if not self.is_tight:
            card = Card(self.theme)
            card.add(grouped(facts, self.theme.small_gap))
            content = [name, card]
        self.lay_out(
            self.head(title, below=self.t("Cán bộ cùng làm với ông/bà.")),
            content,
            actions=self._actions(),
            aside=self._qr(),
            shares=_SHARES,
        )

    def _facts(self) -> list[QWidget]:
        entry = self._entry
        return [
            TextBlock(self.theme, self.t("Nơi giải quyết: {level}", level=entry.level)),
            TextBlock(self.theme, self.t("Mã thủ tục: {code}", code=entry.code)),
            self.muted(self.t("Quét mã vuông để xem trang chính thức.")),
        ]

    def _actions(self) -> QWidget:
        return self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("Cùng làm với cán bộ"),
                    icon="users",
                    kind=ButtonKind.PRIMARY,
                    payload=wishes.WithStaff(),
                )
            ]
        )

    def _qr(self) -> QWidget:
        name = self.t("Mã vuông dẫn đến trang chính thức")
        share = _SHARES[1] / sum(_SHARES)
        return pushed_up([qr_card(self.kit, self._entry.url, name, share, _LARGEST_MM)], 0)
