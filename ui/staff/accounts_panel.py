"""The accounts: add a supporter, block one, issue a PIN that is shown once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.staff import Role, Staff
from kiosk.domain.text import nfc
from ui.staff.arrange import row
from ui.staff.detour import Detour
from ui.staff.field import Field
from ui.staff.screen import StaffKit
from ui.staff.side_form import SideForm
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import ButtonKind, TouchButton

_NAME_LENGTH = 60
_FORM_MM = 150


class AccountsPanel(QWidget):
    """Everyone who may log in.

    While a PIN has been issued and not yet written down, nothing else is shown. Signals:
    `added(name)`, `blocked(staff id, is blocked)`, `pin_wanted(staff id)`, `pin_seen`.
    """

    added = Signal(str)
    blocked = Signal(str, bool)
    pin_wanted = Signal(str)
    pin_seen = Signal()

    def __init__(
        self,
        kit: StaffKit,
        staff: Sequence[Staff],
        *,
        issued_for: str = "",
        issued_pin: str = "",
        problem: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._name = TextField(kit.theme, max_length=_NAME_LENGTH, name=kit.t("Họ và tên"))
        self._name.returnPressed.connect(self._on_add)
        self._asked_id = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        is_issued = bool(issued_pin)
        main = self._issued(issued_for, issued_pin) if is_issued else self._list(staff, problem)
        self._detour = Detour(main)
        self._column.addWidget(self._detour)

    # The PIN, once

    def _issued(self, name: str, issued: str) -> QWidget:
        theme, t = self._kit.theme, self._kit.t
        centre = Qt.AlignmentFlag.AlignHCenter
        pin = f"{issued[:3]} {issued[3:]}"
        done = TouchButton(theme, t("Đã ghi lại"), icon="check", kind=ButtonKind.PRIMARY)
        done.activated.connect(self._on_seen)
        title = t("Mã PIN của {name}", name=name)
        card = Card(theme)
        card.body.setSpacing(theme.gap)
        card.add(TextBlock(theme, title, TextRole.HEADING, align=centre))
        card.add(TextBlock(theme, pin, TextRole.DISPLAY, align=centre))
        warning = t("Mã này chỉ hiện một lần. Ghi ra giấy, đưa tận tay.")
        card.add(Notice(theme, warning, "info"))
        card.add(done)
        card.setMaximumWidth(theme.mm(_FORM_MM))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        return holder

    # The list

    def _list(self, staff: Sequence[Staff], problem: str) -> QWidget:
        theme, t = self._kit.theme, self._kit.t
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.section_gap)
        add = TouchButton(theme, t("Thêm cán bộ"), icon="user-plus", kind=ButtonKind.PRIMARY)
        add.activated.connect(self._on_add)
        self._field = Field(theme, t("Họ và tên cán bộ hỗ trợ mới"), self._name)
        self._field.set_problem(problem)
        self._field.setMinimumWidth(theme.mm(_FORM_MM / 2))
        line = row(theme, self._field, add, shares=(1, 0), bottom=True)
        line.setMaximumWidth(theme.mm(_FORM_MM + 60))
        column.addWidget(line)
        if not staff:
            title, text = t("Chưa có cán bộ nào."), t("Gõ họ tên rồi bấm “Thêm cán bộ”.")
            column.addWidget(MessagePanel(theme, "users", title, text), 1)
            return holder
        body = PagedBody(theme, t)
        body.set_blocks([self._line(person) for person in staff])
        column.addWidget(body, 1)
        return holder

    def _line(self, person: Staff) -> QWidget:
        theme, t = self._kit.theme, self._kit.t
        is_lead = person.role is Role.LEAD
        role = t("Lãnh đạo văn phòng") if is_lead else t("Cán bộ hỗ trợ")
        card = Card(theme)
        card.body.setContentsMargins(theme.padding, theme.mm(2), theme.mm(2), theme.mm(2))
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextBlock(theme, person.name, TextRole.STRONG))
        words.addWidget(TextBlock(theme, role, TextRole.CAPTION))
        line.addLayout(words, 1)
        if person.is_blocked:
            line.addWidget(Chip(theme, t("đang khóa"), "lock", Tone.RED))
        for button in () if is_lead else self._buttons(person):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(line)
        return card

    def _buttons(self, person: Staff) -> tuple[TouchButton, ...]:
        theme, t = self._kit.theme, self._kit.t
        pin = TouchButton(
            theme,
            t("Cấp mã PIN mới"),
            icon="key",
            name=t("Cấp mã PIN mới cho {name}", name=person.name),
            payload=person,
        )
        pin.activated_with.connect(self._on_pin)
        text = t("Mở khóa") if person.is_blocked else t("Khóa tài khoản")
        block = TouchButton(
            theme,
            text,
            icon="lock-open" if person.is_blocked else "lock",
            kind=ButtonKind.QUIET if person.is_blocked else ButtonKind.DANGER,
            name=f"{text}: {person.name}",
            payload=person,
        )
        block.activated_with.connect(self._on_block)
        return (pin, block)

    # What is wanted

    @Slot()
    def _on_add(self) -> None:
        name = nfc(self._name.text())
        if name:
            self._field.set_problem("")
            self.added.emit(name)
        else:
            self._field.set_problem(self._kit.t("Ghi họ và tên trước."))

    @Slot(object)
    def _on_block(self, person: Staff) -> None:
        self.blocked.emit(person.id, not person.is_blocked)

    @Slot(object)
    def _on_pin(self, person: Staff) -> None:
        t = self._kit.t
        self._asked_id = person.id
        note = Notice(self._kit.theme, t("Mã cũ hết dùng ngay."), "info")
        title = t("Cấp mã PIN mới cho {name}?", name=person.name)
        form = SideForm(self._kit, title, (note,), t("Cấp mã mới"))
        form.setMaximumWidth(self._kit.theme.mm(_FORM_MM))
        form.confirmed.connect(self._on_pin_confirmed)
        form.closed.connect(self._on_closed)
        self._detour.open(form)

    @Slot()
    def _on_pin_confirmed(self) -> None:
        self._detour.back()
        self.pin_wanted.emit(self._asked_id)

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()

    @Slot()
    def _on_seen(self) -> None:
        self.pin_seen.emit()
