"""A slip on its way to paper: only a person says that it came out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.slip import PrintState
from kiosk.domain.slip_code import grouped
from kiosk.domain.words import N_
from ui.staff.models import StaffScreenName, StaffSlipModel
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import Open, Reprint, SlipAnswer, TrySlip
from ui.theme.tokens import TextRole, Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SIDE_MM = 110


@dataclass(frozen=True, slots=True)
class _View:
    """What one state says and offers; the actions are names of `_ACTIONS`."""

    icon: str
    tone: Tone
    title: str
    text: str
    actions: tuple[str, ...]


_VIEWS = {
    PrintState.SPOOLED: _View(
        "printer",
        Tone.BLUE,
        N_("Phiếu đã ra chưa?"),
        N_("Máy không nhìn thấy giấy. Xem khay rồi trả lời."),
        ("came_out", "did_not"),
    ),
    PrintState.CAME_OUT: _View(
        "check-circle",
        Tone.GREEN,
        N_("Đã đưa phiếu."),
        N_("Dặn người dân giữ phiếu và mang theo khi đến."),
        ("leave_first", "reprint"),
    ),
    PrintState.DID_NOT: _View(
        "warning",
        Tone.RED,
        N_("Phiếu chưa ra."),
        N_("Xem giấy, nắp và dây máy in, rồi in lại."),
        ("reprint_first", "leave"),
    ),
    PrintState.KEPT_AS_PDF: _View(
        "file-pdf",
        Tone.BLUE,
        N_("Chưa có máy in. Phiếu giữ ở tệp PDF."),
        N_("Chép mã phiếu cho người dân, in tệp khi có máy in."),
        ("leave_first", "reprint"),
    ),
}

_REFUSED = _View(
    "warning",
    Tone.RED,
    N_("Phiếu chưa ra."),
    N_("In lại sẽ ra một bản mới, bản cũ hết dùng."),
    ("reprint_first", "leave"),
)
"""The machine knows why: the problem's own cure stands below."""

_NOT_MADE = _View(
    "warning",
    Tone.RED,
    N_("Máy chưa làm được phiếu."),
    N_("Những gì đã ghi vẫn còn nguyên."),
    ("try", "leave"),
)


def _view_of(model: StaffSlipModel) -> _View:
    if not model.slip_id:
        return _NOT_MADE
    return _REFUSED if model.problem else _VIEWS[model.state]


class SlipScreen(StaffScreen):
    """“Phiếu đã ra chưa?”, the cure when it did not, and a reprint as a new version."""

    def __init__(self, kit: StaffKit, model: StaffSlipModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._slip_id = model.slip_id
        self.body.addWidget(PageHeader(self.theme, self.t("Phiếu hẹn")))
        self._show(model)

    def refresh(self, model: object) -> bool:
        """Show where the slip stands now."""
        if not isinstance(model, StaffSlipModel):
            return False
        self._slip_id = model.slip_id
        self._show(model)
        return True

    def _show(self, model: StaffSlipModel) -> None:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.section_gap)
        state = self._busy() if model.is_busy else self._state(model)
        line.addWidget(state, 1, Qt.AlignmentFlag.AlignTop)
        if model.slip_id:
            facts = self._facts(model)
            facts.setFixedWidth(self.theme.mm(_SIDE_MM))
            line.addWidget(facts, 0, Qt.AlignmentFlag.AlignTop)
        self.show_content(holder)

    def _busy(self) -> QWidget:
        busy = BusyNotice(self.theme, self.t("Đang gửi phiếu tới máy in."))
        busy.show()
        return busy

    def _state(self, model: StaffSlipModel) -> QWidget:
        view = _view_of(model)
        card = Card(self.theme)
        card.body.setSpacing(self.theme.gap)
        head = QHBoxLayout()
        head.setSpacing(self.theme.gap)
        head.addWidget(IconMark(self.theme, view.icon, size_mm=16, tone=view.tone, disc=True))
        words = QVBoxLayout()
        words.addWidget(TextBlock(self.theme, self.t(view.title), TextRole.TITLE))
        words.addWidget(TextBlock(self.theme, self.t(view.text)))
        head.addLayout(words, 1)
        card.body.addLayout(head)
        if model.problem:
            text = "\n".join(part for part in (f"**{model.problem}**", model.cure) if part)
            card.add(Notice(self.theme, text, "warning-circle", Tone.RED))
        card.body.addSpacing(self.theme.small_gap)
        card.body.addLayout(self._actions(view))
        return card

    def _actions(self, view: _View) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.theme.gap)
        for name in view.actions:
            line.addWidget(self._action(name), 1)
        return line

    def _action(self, name: str) -> TouchButton:
        text, icon, kind, slot = self._offers()[name]
        button = TouchButton(
            self.theme, text, icon=icon, kind=kind, min_mm=self.theme.main_button_mm
        )
        button.activated.connect(slot)
        return button

    def _offers(self) -> dict[str, tuple[str, str, ButtonKind, Callable[[], None]]]:
        """Return every action: its text, icon, kind and slot."""
        reprint, leave = self.t("In lại (bản mới)"), self.t("Về lời gọi")
        main, quiet = ButtonKind.PRIMARY, ButtonKind.SECONDARY
        return {
            "came_out": (self.t("Đã ra"), "check", quiet, self._on_came_out),
            "did_not": (self.t("Chưa ra"), "x", quiet, self._on_did_not),
            "reprint_first": (reprint, "printer", main, self._on_reprint),
            "reprint": (reprint, "printer", quiet, self._on_reprint),
            "try": (self.t("Thử lại"), "arrows-clockwise", main, self._on_try),
            "leave_first": (leave, "arrow-right", main, self._on_leave),
            "leave": (leave, "arrow-right", quiet, self._on_leave),
        }

    def _facts(self, model: StaffSlipModel) -> QWidget:
        facts = [
            (self.t("Số phiếu"), model.number, TextRole.HEADING),
            (self.t("Bản"), str(model.version), TextRole.HEADING),
            (self.t("Mã gõ tay"), grouped(model.code), TextRole.TITLE),
        ]
        if model.path:
            facts.append((self.t("Tệp PDF"), model.path, TextRole.BODY))
        card = Card(self.theme)
        for label, text, role in facts:
            card.add(TextBlock(self.theme, label, TextRole.CAPTION))
            block = TextBlock(self.theme, text, role)
            block.setMinimumWidth(1)  # a path is one long word, which may break anywhere
            card.add(block)
        return card

    @Slot()
    def _on_came_out(self) -> None:
        self.wished.emit(SlipAnswer(came_out=True))

    @Slot()
    def _on_did_not(self) -> None:
        self.wished.emit(SlipAnswer(came_out=False))

    @Slot()
    def _on_reprint(self) -> None:
        self.wished.emit(Reprint(self._slip_id))

    @Slot()
    def _on_try(self) -> None:
        self.wished.emit(TrySlip())

    @Slot()
    def _on_leave(self) -> None:
        self.wished.emit(Open(StaffScreenName.CALLS))
