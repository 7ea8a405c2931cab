"""The lead's account: a name, and six digits of one's own choice, pressed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.staff import PIN_PROBLEM_LABELS, pin_problem
from kiosk.domain.text import nfc
from ui.accessibility import announce, describe
from ui.setup.models import LeadModel
from ui.setup.page import SetupPage
from ui.setup.wishes import SaveLead
from ui.staff.arrange import column
from ui.staff.field import Field
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.pin_pad import PinPad
from ui.widgets.text_block import TextBlock
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import TouchButton

_NAME_LENGTH = 60
_PAD_MM = 96


class LeadPage(SetupPage):
    """A PIN that is too easy to guess is refused at once, with the reason."""

    def __init__(self, kit: StaffKit, model: LeadModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Lãnh đạo văn phòng"),
            kit.t("Người này xem nhật ký, thêm cán bộ và sửa thông tin xã."),
            parent=parent,
        )
        self._saved_name = model.saved_name
        self._pins: list[str] = []
        self._shown = self._made() if model.saved_name else self._form()
        self.body.addWidget(self._shown, 1)
        self.refresh(model)

    def initial_focus(self) -> QWidget | None:
        return None if self._saved_name else self._name

    def go_on(self) -> None:
        if self._saved_name:
            super().go_on()
            return
        name = nfc(self._name.text())
        self._field.set_problem("" if name else self.t("Ghi họ và tên trước."))
        if name and len(self._pins) == 2:
            self.wished.emit(SaveLead(name, *self._pins))
        elif name:
            self._tell(self.t("Bấm mã PIN hai lần trước."))

    def refresh(self, model: object) -> None:
        """Show why the account was not made; the name stays, the PIN is pressed again."""
        if not isinstance(model, LeadModel) or self._saved_name:
            return
        if model.saved_name:
            self._show_made(model.saved_name)
            return
        self._field.set_problem(model.problems.get("name", ""))
        refused = model.problems.get("pin") or model.problems.get("pin_again") or ""
        if refused:
            self._pins = []
        self._ask()
        self._tell(refused)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the digits when the page is left."""
        super().hideEvent(event)
        if not self._saved_name:
            self._pins = []
            self._pad.clear()
            self._ask()

    def _show_made(self, name: str) -> None:
        self._saved_name = name
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = self._made()
        self.body.addWidget(self._shown, 1)

    def _made(self) -> QWidget:
        title = self.t("Đã có tài khoản: {name}", name=self._saved_name)
        text = self.t("Đổi mã PIN hay thêm người ở trang “Nhân sự”.")
        return MessagePanel(self.theme, "user-check", title, text, tone=Tone.GREEN)

    def _form(self) -> QWidget:
        self._name = TextField(self.theme, max_length=_NAME_LENGTH, name=self.t("Họ và tên"))
        self._field = Field(self.theme, self.t("Họ và tên"), self._name)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.section_gap)
        rules = Notice(
            self.theme,
            self.t("Sáu chữ số. Không lặp, không liền nhau, không phải ngày sinh."),
            "info",
        )
        left = column(self.theme, self._field, rules)
        line.addWidget(left, 1)
        line.addWidget(self._pad_card(), 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _pad_card(self) -> QWidget:
        self._asked = TextBlock(self.theme, "", TextRole.HEADING)
        self._told = Notice(self.theme, "", "warning-circle", Tone.RED)
        self._pad = PinPad(self.theme, self.t)
        describe(self._pad, self.t("Bàn phím mã PIN"))
        self._pad.entered.connect(self._on_pin)
        self._again = TouchButton(self.theme, self.t("Đặt mã khác"), icon="arrow-counter-clockwise")
        self._again.activated.connect(self._on_again)
        card = Card(self.theme)
        card.setFixedWidth(self.theme.mm(_PAD_MM))
        card.add(column(self.theme, self._asked, self._told, self._pad, self._again))
        return card

    def _ask(self) -> None:
        texts = (
            self.t("Đặt mã PIN 6 số"),
            self.t("Bấm lại mã ấy lần nữa"),
            self.t("Mã PIN đã khớp"),
        )
        self._asked.set_text(texts[len(self._pins)])
        self._pad.setVisible(len(self._pins) < 2)
        self._again.setVisible(bool(self._pins))

    def _tell(self, problem: str) -> None:
        self._told.set_text(problem)
        self._told.setVisible(bool(problem))
        if problem:
            announce(self, problem)

    @Slot(str)
    def _on_pin(self, pin: str) -> None:
        problem = pin_problem(pin)
        if problem is not None:
            self._tell(self.t(PIN_PROBLEM_LABELS[problem]))
            return
        if self._pins and pin != self._pins[0]:
            self._pins = []
            self._tell(self.t("Hai lần bấm chưa giống nhau. Đặt lại từ đầu."))
        else:
            self._pins.append(pin)
            self._tell("")
        self._ask()

    @Slot()
    def _on_again(self) -> None:
        self._pins = []
        self._pad.clear()
        self._tell("")
        self._ask()
