"""The appointment that staff have just made with the citizen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.models import FollowUpModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import bring_card, bring_list, phone_line, when_card
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (58, 42)


class FollowUpScreen(PagedScreen):
    """Who comes where on which day, what to bring, and the code to keep."""

    def __init__(self, kit: ScreenKit, model: FollowUpModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = "follow_up"
        self._model = model
        aside = self.aside_that_fits(self._to_keep, _SHARES) if model.code or model.bring else None
        content: list[QWidget] = [when_card(kit, model.due, model.half_day)]
        content += phone_line(kit, model.phone)
        if aside is None:
            content += [*self._slip(), *bring_list(kit, model.bring)]
        finish = TouchButton(
            self.theme, self.t("Xong"), icon="check", kind=ButtonKind.DONE, payload=wishes.Finish()
        )
        head = self.head(self.title(self.t(model.how)), above=self.t("Đã hẹn với ông/bà"))
        actions = self.rows([finish])
        self.lay_out(head, content, actions=actions, aside=aside, shares=_SHARES)

    def _to_keep(self) -> list[QWidget]:
        return [*self._slip(), *bring_card(self.kit, self._model.bring)]

    def _slip(self) -> list[QWidget]:
        """Return the number and the code, in case the paper gets lost."""
        model = self._model
        if not model.code:
            return []
        card = Card(self.theme)
        card.add(self.muted(self.t("Phiếu hẹn số {number}", number=model.slip_number)))
        card.add(TextBlock(self.theme, model.code, TextRole.TITLE))
        return [card]
