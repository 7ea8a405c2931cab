"""The appointment that staff have just made with the citizen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.blocks import pushed_up
from ui.citizen.models import FollowUpModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import bring_list, phone_line, when_card
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class FollowUpScreen(PagedScreen):
    """Who comes where on which day, what to bring, and the code to keep."""

    def __init__(self, kit: ScreenKit, model: FollowUpModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = "follow_up"
        content: list[QWidget] = [when_card(kit, model.due, model.half_day)]
        keep = self._slip(model)
        beside = keep is not None and not self.is_tight
        if keep is not None and not beside:
            content.append(keep)
        content += [*bring_list(kit, model.bring), *phone_line(kit, model.phone)]
        finish = TouchButton(
            self.theme, self.t("Xong"), icon="check", kind=ButtonKind.DONE, payload=wishes.Finish()
        )
        head = self.head(self.title(self.t(model.how)), above=self.t("Đã hẹn với ông/bà"))
        self.lay_out(
            head,
            content,
            actions=self.rows([finish]),
            aside=pushed_up([keep], 0) if keep is not None and beside else None,
        )

    def _slip(self, model: FollowUpModel) -> QWidget | None:
        """Return the number and the code, in case the paper gets lost."""
        if not model.code:
            return None
        card = Card(self.theme)
        card.add(self.muted(self.t("Phiếu hẹn số {number}", number=model.slip_number)))
        card.add(TextBlock(self.theme, model.code, TextRole.TITLE))
        return card
