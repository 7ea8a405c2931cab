"""What a scanned slip says, or the plain reason why it says nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.models import AppointmentModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import bring_card, bring_list, phone_line, when_card
from ui.citizen.screen import ScreenKit
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (58, 42)


class AppointmentScreen(PagedScreen):
    """The appointment of whoever holds the slip, without a name."""

    def __init__(
        self, kit: ScreenKit, model: AppointmentModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self.subject = "appointment"
        actions = self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("Xong"),
                    icon="check",
                    kind=ButtonKind.DONE,
                    payload=wishes.Finish(),
                ),
                TouchButton(
                    self.theme,
                    self.t("Làm việc khác"),
                    icon="house",
                    min_mm=self.theme.main_button_mm,
                    payload=wishes.GoHome(),
                ),
            ],
            centred=bool(model.problem),
        )
        if model.problem:
            hint = self.t("Bấm nút vàng, cán bộ sẽ xem giúp.")
            self.lay_out_message("qr-code", model.problem, hint, actions)
            return
        aside = None
        if model.bring:
            aside = self.aside_that_fits(partial(bring_card, kit, model.bring), _SHARES)
        content: list[QWidget] = []
        if model.due is not None:
            content.append(when_card(kit, model.due, model.half_day))
        content += phone_line(kit, model.phone)
        if aside is None:
            content += bring_list(kit, model.bring)
        head = self.head(self.title(self.t(model.how)), above=model.procedure)
        self.lay_out(head, content, actions=actions, aside=aside, shares=_SHARES)
