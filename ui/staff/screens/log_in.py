"""Who is at the console: a name, six digits, and the wait after too many tries."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from kiosk.domain.staff import Role, Staff
from ui.accessibility import announce
from ui.staff.arrange import column
from ui.staff.models import LogInModel
from ui.staff.page_header import PageHeader
from ui.staff.phrases import clock_text
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import BackToCitizen, LogIn
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.pin_pad import PinPad
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_TICK_MS = 1000
_NAME_MM = 104
_FEW = 4
_KEY_MM = {True: 15.0, False: 20.0}
_NAME_HEIGHT_MM = {True: 18.0, False: 22.0}
"""Heights on a low panel and on one with room."""


class LogInScreen(StaffScreen):
    """Names as buttons at the left, the PIN pad at the right; nothing is chosen beforehand."""

    def __init__(
        self,
        kit: StaffKit,
        model: LogInModel,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._clock = clock
        self._model: LogInModel | None = None
        self._staff = model.staff
        self._chosen_id = model.chosen_id
        self._names = [self._name_button(person) for person in model.staff]
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._lay_out(model)
        self._take(model)

    def refresh(self, model: object) -> bool:
        """Show why a PIN was not taken; the chosen name stays."""
        if not isinstance(model, LogInModel) or model.staff != self._staff:
            return False
        if model is not self._model:
            self._take(model)
        return True

    def initial_focus(self) -> QWidget | None:
        return self._names[0] if self._names else None

    def _lay_out(self, model: LogInModel) -> None:
        """Stand in the middle of the window, since there is no rail here."""
        header = PageHeader(self.theme, self.t("Ai đang trực?"), (), self._way_out(model))
        self.body.setSpacing(self.theme.section_gap)
        if not model.staff:
            self.body.addWidget(header)
            self.body.addWidget(self._nobody(), 1)
            return
        card = self._pad_card()
        names = self._columns_of_names * self.theme.mm(_NAME_MM)
        width = names + self.theme.section_gap + card.width()
        height = header.sizeHint().height() + self.theme.section_gap + card.sizeHint().height()
        side = max(self.theme.margin, (self.theme.metrics.width_px - width) // 2)
        self.body.setContentsMargins(side, self.theme.margin, side, self.theme.margin)
        # The room above gives way where a call is announced, and the keys never move by themselves.
        free = (self.theme.metrics.height_px - height) // 2 - self.theme.margin
        above = QSpacerItem(0, max(0, free), vData=QSizePolicy.Policy.Maximum)
        self.body.addSpacerItem(above)
        self.body.addWidget(header)
        self.body.addWidget(self._columns(card), 1)

    @property
    def _columns_of_names(self) -> int:
        return 1 if len(self._staff) <= _FEW else 2

    def told(self) -> str:
        """Return why no PIN is taken, with the wait that is left; "" when one is."""
        return self._problem.text() if self._staff else ""

    def _way_out(self, model: LogInModel) -> list[QWidget]:
        if not model.is_one_screen:
            return []
        back = TouchButton(self.theme, self.t("Trả màn hình cho người dân"), icon="arrow-left")
        back.activated.connect(self._on_back)
        return [back]

    def _name_button(self, person: Staff) -> TouchButton:
        role = self.t("Lãnh đạo văn phòng") if person.role is Role.LEAD else self.t("Cán bộ hỗ trợ")
        choice = Choice(person.id, person.name, "user-circle", role)
        button = TouchButton(
            self.theme,
            choice.text,
            icon=choice.icon,
            detail=choice.detail,
            kind=ButtonKind.CHOICE,
            checkable=True,
            payload=choice.value,
            min_mm=_NAME_HEIGHT_MM[self.theme.is_compact],
            role=TextRole.HEADING,
        )
        button.activated_with.connect(self._on_name)
        return button

    def _nobody(self) -> QWidget:
        return MessagePanel(
            self.theme,
            "users",
            self.t("Chưa có ai được phép đăng nhập."),
            self.t("Nhờ lãnh đạo văn phòng thêm cán bộ ở trang “Nhân sự”."),
        )

    def _columns(self, card: QWidget) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.section_gap)
        grid = PagedGrid(
            self.theme,
            self.t,
            min_cell_mm=70,
            max_columns=self._columns_of_names,
            max_per_page=10,
            stretch=False,
        )
        grid.set_items(list(self._names))
        line.addWidget(grid, 1)
        line.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _pad_card(self) -> QWidget:
        """Return the card of the pad; its message comes below, so that no key moves."""
        centre = Qt.AlignmentFlag.AlignHCenter
        self._ask = TextBlock(self.theme, self.t("Chọn tên trước"), TextRole.HEADING, align=centre)
        self._pad = PinPad(self.theme, self.t, key_mm=_KEY_MM[self.theme.is_compact])
        self._pad.entered.connect(self._on_pin)
        self._problem = Notice(self.theme, "", "warning-circle", Tone.RED)
        card = Card(self.theme)
        self._problem.hide()
        card.setFixedWidth(self._pad.sizeHint().width() + 4 * self.theme.padding)
        card.add(column(self.theme, self._ask, self._pad, self._problem))
        return card

    def _take(self, model: LogInModel) -> None:
        """Show the model's problem and wait; without accounts there is nothing to show them on."""
        if not model.staff:
            return
        self._model = model
        self._message = model.problem
        self._free_at = self._clock() + model.wait_seconds
        self._pad.clear()
        self._mark(model.chosen_id or self._chosen_id)
        if model.problem:
            announce(self, model.problem)

    def _mark(self, staff_id: str) -> None:
        self._chosen_id = staff_id
        for button in self._names:
            button.setChecked(button.payload == staff_id)
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Count the wait down; the pad opens again when it is over."""
        left = max(0, math.ceil(self._free_at - self._clock()))
        chosen = next((p for p in self._staff if p.id == self._chosen_id), None)
        self._ask.set_text(
            self.t("{name}, nhập mã PIN", name=chosen.name) if chosen else self.t("Chọn tên trước")
        )
        lines = [self._message] if self._message else []
        if left:
            lines.append(self.t("Thử lại sau {time}.", time=clock_text(left)))
        self._problem.set_text("\n".join(lines))
        self._problem.setVisible(bool(lines))
        self._pad.setEnabled(chosen is not None and not left)
        if left:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot(object)
    def _on_name(self, staff_id: str) -> None:
        if staff_id != self._chosen_id:
            self._message = ""
        self._pad.clear()
        self._mark(staff_id)
        self._pad.setFocus()

    @Slot(str)
    def _on_pin(self, pin: str) -> None:
        self.wished.emit(LogIn(self._chosen_id, pin))

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(BackToCitizen())
