"""A slip on its way: what to do with it, whether it came out, and the code if it did not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.slip import PrintState
from ui.citizen import wishes
from ui.citizen.blocks import pushed_up
from ui.citizen.models import SlipModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import marked_line
from ui.citizen.qr_card import qr_card
from ui.citizen.screen import ScreenKit
from ui.citizen.words import day_words
from ui.theme.tokens import TextRole
from ui.widgets.busy import BusyNotice
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_NO_PAPER = frozenset({PrintState.DID_NOT, PrintState.KEPT_AS_PDF})
_LARGEST_QR_MM = 90.0


class SlipScreen(PagedScreen):
    """The program never claims that paper came out; only the person in front of it knows."""

    def __init__(self, kit: ScreenKit, model: SlipModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self.subject = ("slip", model.is_busy, model.state, model.tries)
        if model.is_busy:
            self._show_busy()
        elif not model.code:
            self._show_not_made()
        elif model.state in _NO_PAPER:
            self._show_code()
        elif model.state is PrintState.CAME_OUT:
            self._show_taken()
        else:
            self._show_question()

    def _finish(self) -> TouchButton:
        return TouchButton(
            self.theme, self.t("Xong"), icon="check", kind=ButtonKind.DONE, payload=wishes.Finish()
        )

    def _show_busy(self) -> None:
        """Say what to do next before the paper comes: nobody reads afterwards."""
        busy = BusyNotice(self.theme, self.t("Máy đang in, chờ một chút."), delay_ms=0)
        lines = (
            ("hand-pointing", self.t("Cầm tờ giấy ở khe máy in.")),
            ("calendar-check", self.t("Giữ phiếu, mang theo khi quay lại.")),
            ("phone", self.t("Cần hỏi thì gọi số trên phiếu.")),
        )
        content = [marked_line(self.kit, icon, text) for icon, text in lines]
        self.lay_out([self.title(self.t("Phiếu sắp ra ở máy in"))], [*content, busy])

    def _show_not_made(self) -> None:
        """Say that there is no slip: without one there is neither paper nor code to ask about."""
        again = TouchButton(
            self.theme,
            self.t("Thử lại"),
            icon="arrows-clockwise",
            kind=ButtonKind.PRIMARY,
            min_mm=self.theme.main_button_mm,
            payload=wishes.TrySlip(),
        )
        way = self.t("Bấm “Thử lại”. Chưa được thì bấm nút vàng.")
        actions = self.rows([again], centred=True)
        title = self.t("Máy chưa làm được phiếu")
        self.lay_out_message("receipt", title, way, actions)

    def _show_question(self) -> None:
        first = self._model.tries <= 1
        text = self.t("Phiếu đã ra chưa?") if first else self.t("Lần này phiếu đã ra chưa?")
        head = self.head(self.title(text), below=self.t("Nhìn khe máy in rồi bấm một nút."))
        answers = [
            TouchButton(
                self.theme,
                answer,
                icon=icon,
                kind=ButtonKind.SECONDARY,
                min_mm=self.theme.main_button_mm * 1.3,
                payload=wishes.SlipCameOut(came_out),
            )
            for answer, icon, came_out in (
                (self.t("Có, tôi đã cầm"), "check", True),
                (self.t("Chưa ra"), "x", False),
            )
        ]
        self.lay_out(
            head, [self._number_card()], actions=self.rows(answers, most_columns=2, equal=True)
        )

    def _number_card(self) -> QWidget:
        card = Card(self.theme)
        card.add(self.muted(self.t("Phiếu số {number}", number=self._model.number)))
        card.add(TextBlock(self.theme, self._model.code, TextRole.TITLE))
        return card

    def _until(self) -> str:
        """Return until when a kept place holds, or nothing."""
        until = self._model.valid_until
        return self.t("Dùng đến hết {day}.", day=day_words(self.t, until)) if until else ""

    def _show_taken(self) -> None:
        title = self.t("Ông/bà giữ phiếu nhé.")
        wipe = self.t("Bấm “Xong”, máy sẽ xóa hết.")
        text = f"{self._until()} {wipe}".strip()
        actions = self.rows([self._finish()], centred=True)
        self.lay_out_message("receipt", title, text, actions)

    def _show_code(self) -> None:
        """Give the code itself: large to copy, and as a QR to photograph."""
        model = self._model
        content: list[QWidget] = []
        if model.problem:
            content.append(Notice(self.theme, f"{model.problem} {model.cure}", "info"))
        card = Card(self.theme)
        card.add(self.muted(self.t("Phiếu số {number}, mã phiếu", number=model.number)))
        card.add(TextBlock(self.theme, model.code, TextRole.DISPLAY))
        content.append(card)
        if model.valid_until:
            content += [TextBlock(self.theme, self._until()), self._way_back()]
        self.lay_out(
            [self.title(self.t("Ông/bà chụp hoặc chép mã này"))],
            content,
            actions=self.rows([self._finish()]),
            aside=pushed_up([self._qr()], 0),
        )

    def _way_back(self) -> QWidget:
        told = self.t("Lần sau, bấm “Tôi có phiếu hẹn”, đưa mã vào máy.")
        return marked_line(self.kit, "qr-code", told)

    def _qr(self) -> QWidget:
        name = self.t("Mã vuông của phiếu")
        return qr_card(self.kit, self._model.payload, name, 0.4, _LARGEST_QR_MM)
