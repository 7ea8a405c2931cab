"""What a scanned slip says, or the plain reason why it says nothing."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.models import AppointmentModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import (
    bring_card,
    bring_list,
    hours_line,
    marked_line,
    phone_line,
    when_card,
)
from ui.citizen.screen import ScreenKit
from ui.citizen.words import day_words
from ui.theme.tokens import Tone
from ui.widgets.notice import Notice
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (58, 42)


class AppointmentScreen(PagedScreen):
    """The appointment of whoever holds the slip, without a name, and how to prepare for it."""

    def __init__(
        self, kit: ScreenKit, model: AppointmentModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        # With another wish it begins at the top again, where the wish is told.
        self.subject = ("appointment", model.is_wished, model.wished)
        self._model = model
        actions = self._actions()
        if model.problem:
            hint = self.t("Bấm nút vàng, cán bộ sẽ xem giúp.")
            self.lay_out_message("qr-code", model.problem, hint, actions)
            return
        aside = None
        if model.bring:
            aside = self.aside_that_fits(partial(bring_card, kit, model.bring), _SHARES)
        content = self._promise()
        if aside is None:
            content += bring_list(kit, model.bring)
        head = self.head(self.title(self.t(model.how)), above=model.procedure)
        self.lay_out(head, content, actions=actions, aside=aside, shares=_SHARES)

    def _promise(self) -> list[QWidget]:
        """Return the wish for another day, the promised one, how to prepare, whom to ring."""
        kit, model = self.kit, self._model
        content: list[QWidget] = []
        if model.is_wished:
            content.append(Notice(self.theme, self._wish(), "clock", Tone.GREEN))
        if model.due is not None:
            proviso = self.t("nếu chưa có tin báo") if model.is_wished else ""
            content.append(when_card(kit, model.due, model.half_day, proviso))
        content += [marked_line(kit, "check", self.t(line)) for line in model.prepare]
        if model.hours:
            content.append(hours_line(kit, model.hours))
        return [*content, *phone_line(kit, model.phone)]

    def _wish(self) -> str:
        """Return what was asked for; the card below says that its day holds until then."""
        if self._model.wished is None:
            return self.t("Đã xin đổi sang ngày khác.")
        day = day_words(self.t, self._model.wished)
        return self.t("Đã xin đổi sang **{day}**.", day=day)

    def _actions(self) -> QWidget:
        finish = TouchButton(
            self.theme,
            self.t("Xong"),
            icon="check",
            kind=ButtonKind.DONE,
            payload=wishes.Finish(),
        )
        other = self._other(self.t("Làm việc khác"), "house", wishes.GoHome())
        if self._model.days and not self._model.problem:
            other = self._other(self.t("Xin đổi ngày"), "calendar", wishes.AskToMove())
        return self.rows([finish, other], centred=bool(self._model.problem))

    def _other(self, text: str, icon: str, wish: object) -> TouchButton:
        least = self.theme.main_button_mm
        return TouchButton(self.theme, text, icon=icon, min_mm=least, payload=wish)
