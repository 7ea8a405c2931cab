"""The dark rail at the left: the pages of the console, who is logged in, and the way out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.words import N_
from ui.staff.models import RailModel, StaffScreenName
from ui.staff.rail_button import RailButton
from ui.staff.rail_mark import RailMark
from ui.staff.screen import StaffKit
from ui.staff.wishes import BackToCitizen, LeaveCitizenScreen, LogOut, Open
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock

_WIDTH_MM, _SIDE_MM, _LEAST_GAP_MM = 30, 1.5, 1.0


@dataclass(frozen=True, slots=True)
class _Item:
    """One button: what it wishes, and which pages it stands for."""

    text: str
    icon: str
    wish: object
    pages: tuple[StaffScreenName, ...] = ()


_Name = StaffScreenName
_PAGES = (
    _Item(
        N_("Hỗ trợ"),
        "hand-waving",
        Open(_Name.CALLS),
        (_Name.CALLS, _Name.ASSISTANCE, _Name.SLIP, _Name.TODAY),
    ),
    _Item(
        N_("Lưu động"),
        "van",
        Open(_Name.MOBILE_LIST),
        (_Name.MOBILE_LIST, _Name.FOLLOW_UP, _Name.ROUND_PLAN, _Name.ROUND),
    ),
    _Item(N_("Lịch hẹn"), "calendar-check", Open(_Name.APPOINTMENTS), (_Name.APPOINTMENTS,)),
    _Item(N_("Quét phiếu"), "qr-code", Open(_Name.SCAN), (_Name.SCAN, _Name.PERSON)),
)
_LEAD_PAGES = (
    _Item(N_("Nhật ký"), "list-checks", Open(_Name.LOG), (_Name.LOG, _Name.ENTRY)),
    _Item(
        N_("Nội dung"),
        "book-open",
        Open(_Name.CONTENT),
        (_Name.CONTENT, _Name.CONTENT_PROCEDURE, _Name.CONTENT_FACT, _Name.NATIONAL),
    ),
    _Item(N_("Nhân sự"), "users", Open(_Name.ACCOUNTS), (_Name.ACCOUNTS,)),
    _Item(N_("Xã"), "buildings", Open(_Name.OFFICE), (_Name.OFFICE,)),
)
_BACK = _Item(N_("Trả màn hình cho người dân"), "monitor", BackToCitizen())
_LEAVE = _Item(N_("Rời màn hình người dân"), "monitor-arrow-up", LeaveCitizenScreen())
_LOCK = _Item(N_("Khóa"), "lock", LogOut())
_END = _Item(N_("Thoát"), "sign-out", Open(_Name.LEAVE), (_Name.LEAVE,))


class Rail(QWidget):
    """The rail; signal `wished` carries one wish."""

    wished = Signal(object)

    def __init__(self, kit: StaffKit, model: RailModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._t = kit.t
        self._model = model
        self._buttons: list[tuple[_Item, RailButton]] = []
        self.setFixedWidth(kit.theme.mm(_WIDTH_MM))
        column = QVBoxLayout(self)
        side = kit.theme.mm(_SIDE_MM)
        column.setContentsMargins(side, kit.theme.mm(5), side, kit.theme.mm(5))
        column.setSpacing(kit.theme.gap)
        mark = RailMark(kit.theme)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        if model.is_demo:
            column.addWidget(self._line(self._t("Bản thử")))
        for item in _pages(model):
            column.addWidget(self._button(item, model))
        column.addStretch(1)
        name = self._line(given_name(model.staff.name))
        column.addWidget(name)
        for item in _foot(model):
            column.addWidget(self._button(item, model))
        # On a low panel with long words the mark gives way to the buttons, then gaps and the name.
        mark.setVisible(self._fits(column))
        if not self._fits(column):
            column.setSpacing(kit.theme.mm(_LEAST_GAP_MM))
            column.setContentsMargins(side, side, side, side)
        name.setVisible(self._fits(column))

    def show_figures(self, model: RailModel) -> bool:
        """Take over newer figures in place and return True, or False to be built anew."""
        if _without_figures(model) != _without_figures(self._model):
            return False
        self._model = model
        for item, button in self._buttons:
            count, is_marked, told = self._waiting(item, model)
            button.show_waiting(count, told, is_marked=is_marked)
        return True

    def _fits(self, column: QVBoxLayout) -> bool:
        return column.totalHeightForWidth(self.width()) <= self._theme.metrics.height_px

    def _line(self, text: str) -> TextBlock:
        centre = Qt.AlignmentFlag.AlignHCenter
        return TextBlock(self._theme, text, TextRole.LABEL, colour="rail_text", align=centre)

    def _button(self, item: _Item, model: RailModel) -> RailButton:
        count, is_marked, told = self._waiting(item, model)
        button = RailButton(
            self._theme,
            self._t(item.text),
            item.icon,
            count=count,
            is_marked=is_marked,
            description=told,
            payload=item.wish,
        )
        button.setChecked(model.current in item.pages)
        self._buttons.append((item, button))
        button.activated_with.connect(self._on_wish)
        return button

    def _waiting(self, item: _Item, model: RailModel) -> tuple[int, bool, str]:
        """Return how many wait behind a button, whether it is marked only, and what that means."""
        waits, stuck, wishes = model.waiting, model.may_be_stuck, model.wishes
        if _Name.APPOINTMENTS in item.pages and wishes:
            return wishes, False, self._t("{count} xin đổi ngày", count=wishes)
        if _Name.CALLS not in item.pages or not (waits or stuck):
            return 0, False, ""
        if waits:
            return waits, stuck > 0, self._t("{count} người chờ", count=waits)
        return 0, True, self._t("{count} người có thể cần giúp", count=stuck)

    @Slot(object)
    def _on_wish(self, wish: object) -> None:
        self.wished.emit(wish)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("rail"))


def _without_figures(model: RailModel) -> RailModel:
    return replace(model, waiting=0, may_be_stuck=0, wishes=0)


def _pages(model: RailModel) -> tuple[_Item, ...]:
    """Return the pages to offer; on the citizen's screen only the ways out of it."""
    if model.is_confined:
        return (_BACK, _LEAVE)
    return _PAGES + (_LEAD_PAGES if model.is_lead else ())


def _foot(model: RailModel) -> tuple[_Item, ...]:
    """Return the ways out: on one screen, locking and giving it back are the same thing."""
    if model.is_confined:
        return ()
    return (_BACK if model.is_one_screen else _LOCK, _END)


def given_name(full_name: str) -> str:
    """Return the last word of a Vietnamese name, by which people are called."""
    return full_name.rsplit(maxsplit=1)[-1] if full_name.split() else ""
