"""The days of a filter: a usual stretch with one tap, or first and last day by steps."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.assistance import AssistanceFilter
from kiosk.domain.words import N_
from ui.staff.arrange import row
from ui.staff.field import Field
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.date_stepper import DateStepper
from ui.widgets.flow_row import FlowRow
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_ONE_DAY = timedelta(days=1)


def usual_stretches(today: date) -> tuple[tuple[str, date | None, date | None], ...]:
    """Return (label, first day, last day) of the stretches people ask for."""
    this_month = today.replace(day=1)
    last_of_before = this_month - _ONE_DAY
    return (
        (N_("Hôm nay"), today, today),
        (N_("7 ngày qua"), today - 6 * _ONE_DAY, today),
        (N_("Tháng này"), this_month, today),
        (N_("Tháng trước"), last_of_before.replace(day=1), last_of_before),
        (N_("Mọi ngày"), None, None),
    )


class DaysForm(QWidget):
    """Signals: `chosen(first day, last day)` as ISO text, "" for no bound; `closed`."""

    chosen = Signal(str, str)
    closed = Signal()

    def __init__(
        self,
        kit: StaffKit,
        wanted: AssistanceFilter,
        today: date,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        theme, t = kit.theme, kit.t
        self._first = self._stepper(wanted.first_day, today, t("Từ ngày"))
        self._last = self._stepper(wanted.last_day, today, t("Đến ngày"))
        back = TouchButton(theme, t("Quay lại"), icon="arrow-left")
        back.activated.connect(self._on_back)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.section_gap)
        page.addWidget(PageHeader(theme, t("Xem những ngày nào?"), (), [back]))
        page.addWidget(self._usual(today))
        page.addWidget(self._own())
        page.addStretch(1)

    def _stepper(self, iso: str, today: date, name: str) -> DateStepper:
        value = date.fromisoformat(iso) if iso else today
        return DateStepper(
            self._kit.theme,
            self._kit.t,
            value=value,
            today=today,
            maximum=today,
            quick_days=(),
            name=name,
        )

    def _usual(self, today: date) -> QWidget:
        flow = FlowRow(self._kit.theme)
        for label, first, last in usual_stretches(today):
            button = TouchButton(
                self._kit.theme,
                self._kit.t(label),
                kind=ButtonKind.SECONDARY,
                payload=(_iso(first), _iso(last)),
            )
            button.activated_with.connect(self._on_usual)
            flow.add(button)
        return flow

    def _own(self) -> QWidget:
        theme, t = self._kit.theme, self._kit.t
        show = TouchButton(theme, t("Xem những ngày này"), kind=ButtonKind.PRIMARY)
        show.activated.connect(self._on_own)
        fields = (
            Field(theme, t("Từ ngày"), self._first),
            Field(theme, t("Đến ngày"), self._last),
        )
        card = Card(theme)
        card.body.setSpacing(theme.gap)
        card.add(TextBlock(theme, t("Tự chọn ngày"), TextRole.HEADING))
        card.add(row(theme, *fields, shares=(1, 1), top=True))
        card.add(row(theme, show))
        return card

    @Slot(object)
    def _on_usual(self, stretch: tuple[str, str]) -> None:
        self.chosen.emit(*stretch)

    @Slot()
    def _on_own(self) -> None:
        first, last = sorted((self._first.value(), self._last.value()))
        self.chosen.emit(_iso(first), _iso(last))

    @Slot()
    def _on_back(self) -> None:
        self.closed.emit()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
