"""Waiting for staff: who is coming, or honestly that nobody has answered yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.help_call import WAITING_TITLES, WaitingStage
from kiosk.domain.words import N_
from ui.citizen import wishes
from ui.citizen.blocks import marked
from ui.citizen.models import WaitingModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import marked_line
from ui.citizen.screen import ScreenKit
from ui.citizen.words import time_words
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow_row import FlowRow
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_WITHOUT_STAFF = frozenset({WaitingStage.UNREACHABLE, WaitingStage.NOBODY, WaitingStage.WAYS_OUT})
"""Stages in which other ways are offered."""

_LINES = {
    WaitingStage.CALLING: N_("Ông/bà cứ ngồi đây."),
    WaitingStage.UNREACHABLE: N_("Máy tạm chưa nối được, sẽ tự gọi lại."),
    WaitingStage.NOBODY: N_("Ông/bà hỏi người ở quầy, hoặc chọn một cách."),
    WaitingStage.RECEIVED: N_("Ông/bà cứ ngồi đây, không cần xếp hàng."),
    WaitingStage.REPEATED: N_("Ông/bà cứ ngồi đây, máy vẫn gọi."),
    WaitingStage.WAYS_OUT: N_("Máy vẫn nhớ chỗ ông/bà đang làm."),
    WaitingStage.COMING: N_("Ông/bà cứ ngồi đây, không cần xếp hàng."),
}

_SHARES = (58, 42)


class WaitingScreen(PagedScreen):
    """The stage in large words; what to prepare meanwhile at the right or below."""

    def __init__(self, kit: ScreenKit, model: WaitingModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        # With another stage it begins at the top again, where the stage is told.
        self.subject = ("waiting", model.stage)
        self._model = model
        needs_ways = model.stage in _WITHOUT_STAFF
        rings = needs_ways and bool(model.hotline)
        besides = self._counter if rings else self._meanwhile_card
        aside = self.aside_that_fits(besides, _SHARES)
        content = self._lines()
        if aside is None and needs_ways:
            content = [*self._hotline(), *content]
        elif aside is None:
            content += self._meanwhile() if self.is_tight else self._meanwhile_card()
        if needs_ways and not (rings and aside):
            content.append(self._staff_row())
        self.lay_out(
            self._head(),
            content,
            actions=self._ways_out() if needs_ways else self._alone(),
            aside=aside,
            shares=_SHARES,
        )

    def _head(self) -> list[QWidget]:
        model = self._model
        text = self.t(WAITING_TITLES[model.stage], name=model.staff_name)
        role = TextRole.TITLE if self.is_tight or self.theme.is_compact else TextRole.DISPLAY
        title = self.title(text, role)
        if model.received_at is None:
            return [title]
        # On pages of few lines the mark would fill the first one.
        return [title, self._heard()] if self.is_tight else [self._heard(), title]

    def _heard(self) -> FlowRow:
        """Return the mark that a console has really received the call."""
        row = FlowRow(self.theme)
        when = self._model.received_at
        text = self.t("Đã báo cán bộ lúc {time}", time=time_words(when) if when else "")
        row.add(Chip(self.theme, text, "check-circle", Tone.GREEN))
        return row

    def _lines(self) -> list[QWidget]:
        lines: list[QWidget] = []
        # The title has already said to choose, and the next line says that the place is kept.
        if self._model.stage is not WaitingStage.WAYS_OUT or not self._model.where:
            lines.append(self.muted(self.t(_LINES[self._model.stage])))
        if self._model.where:
            kept = self.t("Máy giữ nguyên chỗ đang làm: {where}.", where=self._model.where)
            lines.append(self.muted(kept))
        return lines

    def _hotline(self) -> list[QWidget]:
        if not self._model.hotline:
            return []
        size_mm = 10.0 if self.is_tight else 14.0
        mark = IconMark(self.theme, "phone-call", size_mm=size_mm, filled=True)
        number = TextBlock(self.theme, self._model.hotline, TextRole.TITLE, colour="blue")
        call = marked(mark, number, self.theme.gap)
        if self.is_tight:
            return [call]
        card = Card(self.theme, ground="blue_tint")
        card.add(TextBlock(self.theme, self.t("Gọi điện cho xã:"), TextRole.BODY))
        card.add(call)
        return [card]

    def _counter(self) -> list[QWidget]:
        """Return what has to do with staff, so that the ways at the left are the person's own."""
        return [*self._hotline(), self._staff_row()]

    def _staff_row(self) -> QWidget:
        return self.rows([self._staff_button()], most_columns=1)

    def _meanwhile_card(self) -> list[QWidget]:
        card = Card(self.theme)
        card.body.setSpacing(self.theme.gap)
        for widget in self._meanwhile():
            card.add(widget)
        return [card]

    def _meanwhile(self) -> list[QWidget]:
        """Return who is coming, and what helps to have at hand."""
        lines = self._who_comes()
        lines.append(TextBlock(self.theme, self.t("Trong lúc chờ, để ra bàn"), TextRole.HEADING))
        lines += [marked_line(self.kit, "file-text", paper) for paper in self._model.prepare]
        phone = self.t("Điện thoại của ông/bà")
        lines.append(marked_line(self.kit, "device-mobile", phone))
        safety = self.t("Không đưa mật khẩu cho bất kỳ ai.")
        lines.append(marked_line(self.kit, "shield-check", safety, tone=Tone.GREEN))
        return lines

    def _who_comes(self) -> list[QWidget]:
        # Where room is short the title alone says the name.
        if self._model.stage is not WaitingStage.COMING or self.is_tight:
            return []
        mark = IconMark(
            self.theme, "user-check", size_mm=20.0, tone=Tone.LOTUS, filled=True, disc=True
        )
        name = TextBlock(self.theme, self._model.staff_name, TextRole.TITLE)
        return [marked(mark, name, self.theme.gap)]

    def _alone_button(self) -> TouchButton:
        return TouchButton(
            self.theme,
            self.t("Tôi tự làm tiếp được"),
            icon="arrow-left",
            kind=ButtonKind.SECONDARY,
            min_mm=self.theme.main_button_mm,
            payload=wishes.ManageAlone(),
        )

    def _slip_button(self) -> TouchButton:
        """Return the slip that leads back here, or the one of papers where no guide could."""
        keeps = self._model.keeps_place
        return TouchButton(
            self.theme,
            self.t("In phiếu giữ chỗ") if keeps else self.t("In tờ giấy cần mang"),
            icon="printer",
            min_mm=self.theme.main_button_mm,
            payload=wishes.KeepPlace() if keeps else wishes.PrintPapers(),
        )

    def _alone(self) -> QWidget:
        return self.rows([self._alone_button(), self._staff_button()])

    def _staff_button(self) -> TouchButton:
        """Return the way of whoever has come to work on this screen."""
        return TouchButton(
            self.theme,
            self.t("Tôi là cán bộ"),
            icon="user-check",
            payload=wishes.AskTakeOver(),
        )

    def _ways_out(self) -> QWidget:
        wait = TouchButton(
            self.theme,
            self.t("Chờ tiếp"),
            icon="hourglass",
            kind=ButtonKind.PRIMARY,
            payload=wishes.KeepWaiting(),
        )
        buttons = [wait, self._alone_button()]
        # Without a procedure there are no papers to print.
        if self._model.where:
            buttons.insert(1, self._slip_button())
        return self.rows(buttons)
