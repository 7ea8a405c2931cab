"""The header's settings on a page of their own, where the header has no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.citizen import wishes
from ui.citizen.blocks import grouped
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import CustomizeModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.preferences import ENGLISH, LARGER_NAMES, VIETNAMESE
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class CustomizeScreen(PagedScreen):
    """Text size, contrast and language; what holds now is marked."""

    def __init__(
        self, kit: ScreenKit, model: CustomizeModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self.subject = "customize"
        self._model = model
        content = [
            self._group(self.t("Cỡ chữ"), self._sizes()),
            self._group(self.t("Màu"), [self._contrast()]),
            self._group(self.t("Ngôn ngữ"), self._languages()),
        ]
        done = TouchButton(
            self.theme, self.t("Xong"), icon="check", kind=ButtonKind.DONE, payload=wishes.GoBack()
        )
        title = self.title(self.t("Chỉnh cho dễ nhìn"))
        self.lay_out([title], content, actions=self.rows([done]))

    def _group(self, name: str, buttons: Sequence[TouchButton]) -> QWidget:
        heading = TextBlock(self.theme, name, TextRole.STRONG)
        rows = ButtonRows(self.theme, buttons, most_columns=3)
        return grouped([heading, rows], self.theme.small_gap)

    def _exclusive(self, buttons: list[TouchButton], chosen: int) -> list[TouchButton]:
        group = QButtonGroup(self)
        for number, button in enumerate(buttons):
            button.setChecked(number == chosen)
            group.addButton(button)
            self.wishing(button)
        return buttons

    def _choice(self, text: str, wish: object, icon: str = "") -> TouchButton:
        return TouchButton(
            self.theme, text, icon=icon, kind=ButtonKind.CHOICE, checkable=True, payload=wish
        )

    def _sizes(self) -> list[TouchButton]:
        names = [self.t(name) for name in LARGER_NAMES]
        buttons = [self._choice(name, wishes.SetTextSize(n)) for n, name in enumerate(names)]
        return self._exclusive(buttons, self._model.text_size)

    def _contrast(self) -> TouchButton:
        button = TouchButton(
            self.theme,
            self.t("Tương phản cao"),
            kind=ButtonKind.CHECK,
            payload=wishes.ToggleContrast(),
        )
        button.setChecked(self._model.high_contrast)
        return self.wishing(button)

    def _languages(self) -> list[TouchButton]:
        known = (VIETNAMESE, ENGLISH)
        buttons = [self._choice(name, wishes.SetLanguage(code)) for code, name in known]
        chosen = next((n for n, (code, _) in enumerate(known) if code == self._model.language), 0)
        return self._exclusive(buttons, chosen)
