"""What a scanned slip says, or the plain reason why it says nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.models import AppointmentModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import bring_list, phone_line, when_card
from ui.citizen.screen import ScreenKit
from ui.widgets.touch_button import ButtonKind, TouchButton


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
        head = self.head(self.title(self.t(model.how)), above=model.procedure)
        self.lay_out(head, self._appointment(model), actions=actions)

    def _appointment(self, model: AppointmentModel) -> list[QWidget]:
        content: list[QWidget] = []
        if model.due is not None:
            content.append(when_card(self.kit, model.due, model.half_day))
        content += bring_list(self.kit, model.bring)
        content += phone_line(self.kit, model.phone)
        return content
