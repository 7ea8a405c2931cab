"""The lead's assistance log: filter it, read it, open an entry, export what is filtered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.assistance import (
    HELP_LEVEL_LABELS,
    OUTCOME_LABELS,
    SUCCESSES,
    Assistance,
    AssistanceFilter,
    Outcome,
)
from ui.staff.detour import Detour
from ui.staff.log.days_form import DaysForm
from ui.staff.log.filter_bar import FilterBar
from ui.staff.log.filters import LogFilter
from ui.staff.models import LogModel, StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.phrases import DOT, barrier_text, moment_text, place_text
from ui.staff.picker import Picker
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import ExportLog, FilterLog, Open, OpenEntry
from ui.theme.tokens import TextRole, Tone
from ui.widgets.choice import Choice
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.row_table import RowTable
from ui.widgets.table_data import Cell, Column, Row
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class LogScreen(StaffScreen):
    """The summary line counts the very rows below it."""

    def __init__(self, kit: StaffKit, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._picked: LogFilter | None = None
        self._detour = Detour(self._page())
        self.body.addWidget(self._detour, 1)

    def _page(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.gap)
        export = TouchButton(
            self.theme, self.t("Xuất Excel"), icon="file-xls", kind=ButtonKind.SECONDARY
        )
        export.setEnabled(bool(self._model.entries))
        export.activated.connect(self._on_export)
        column.addWidget(PageHeader(self.theme, self.t("Nhật ký hỗ trợ"), (), [export]))
        column.addWidget(self._filters())
        for text, icon, tone in (
            (self._model.message, "info", Tone.BLUE),
            (self._model.problem, "warning-circle", Tone.RED),
        ):
            if text:
                column.addWidget(Notice(self.theme, text, icon, tone))
        column.addWidget(TextBlock(self.theme, self._summary(), TextRole.STRONG))
        column.addWidget(self._rows(), 1)
        return holder

    def _filters(self) -> QWidget:
        bar = FilterBar(self.kit, self._model)
        bar.wants_days.connect(self._on_wants_days)
        bar.wants.connect(self._on_wants)
        bar.cleared.connect(self._on_cleared)
        return bar

    def _summary(self) -> str:
        t, summary = self.t, self._model.summary
        promised = summary.by_outcome.get(Outcome.FOLLOW_UP, 0)
        parts = [
            t("{count} lượt", count=summary.total),
            t("{count} làm được việc", count=summary.succeeded),
            t("{count} hẹn làm tiếp", count=promised),
            t("{count} phút hỗ trợ", count=summary.minutes),
        ]
        ease = self._model.ease
        if ease is not None:
            mark = f"{ease.average:.1f}".replace(".", ",")
            parts.append(t("Dễ làm {mark}/5 ({count} người)", mark=mark, count=ease.count))
        return DOT.join(parts)

    # Rows

    def _rows(self) -> QWidget:
        if not self._model.entries:
            return self._empty()
        titles = (
            (self.t("Lúc"), 1.4),
            (self.t("Thủ tục · bước"), 4.0),
            (self.t("Vướng mắc"), 3.6),
            (self.t("Mức"), 1.9),
            (self.t("Kết quả"), 2.1),
            (self.t("Thôn"), 1.9),
            (self.t("Cán bộ"), 1.9),
        )
        table = RowTable(self.theme, self.t, [Column(*title) for title in titles])
        table.set_rows([self._row(entry) for entry in self._model.entries])
        table.row_activated.connect(self._on_row)
        return table

    def _row(self, entry: Assistance) -> Row:
        t, names = self.t, self._model.names
        good = entry.outcome in SUCCESSES
        tone = Tone.GREEN if good else Tone.LOTUS if entry.outcome is Outcome.FOLLOW_UP else None
        minutes = t("{count} phút", count=entry.minutes)
        cells = (
            moment_text(entry.logged_at),
            place_text(t, names, entry.procedure_code, entry.step_id),
            ", ".join(barrier_text(t, code) for code in entry.barriers),
            t(HELP_LEVEL_LABELS[entry.level]) + DOT + minutes,
            Cell(t(OUTCOME_LABELS[entry.outcome]), tone=tone, strong=True),
            names.village(entry.village_id),
            entry.supporter_name,
        )
        return Row(cells, payload=entry.id)

    def _empty(self) -> QWidget:
        if self._model.problem:
            again = TouchButton(self.theme, self.t("Thử lại"), icon="arrows-clockwise")
            again.activated.connect(self._on_again)
            title, text = self.t("Chưa đọc được nhật ký."), self.t("Chờ một phút rồi thử lại.")
            return MessagePanel(self.theme, "cloud-slash", title, text, [again], tone=Tone.RED)
        if self._model.wanted != AssistanceFilter():
            title, text = self.t("Không có lượt nào như vậy."), self.t("Bỏ bớt điều kiện lọc.")
        else:
            title = self.t("Chưa có lượt hỗ trợ nào.")
            text = self.t("Mỗi lần giúp xong sẽ có một dòng ở đây.")
        return MessagePanel(self.theme, "list-checks", title, text)

    # Wishes

    def _wish(self, wanted: AssistanceFilter) -> None:
        self.wished.emit(FilterLog(wanted))

    @Slot()
    def _on_wants_days(self) -> None:
        form = DaysForm(self.kit, self._model.wanted, self._model.today)
        form.chosen.connect(self._on_days)
        form.closed.connect(self._on_closed)
        self._detour.open(form)

    @Slot(object)
    def _on_wants(self, one: LogFilter) -> None:
        self._picked = one
        everything = Choice("", self.t(one.everything))
        choices = [everything, *one.choices(self.kit, self._model)]
        value = one.value(self._model.wanted)
        picker = Picker(self.kit, self.t("Lọc nhật ký"), choices, values=(value,))
        picker.chosen.connect(self._on_picked)
        picker.closed.connect(self._on_closed)
        self._detour.open(picker)

    @Slot(str, str)
    def _on_days(self, first: str, last: str) -> None:
        self._detour.back()
        self._wish(replace(self._model.wanted, first_day=first, last_day=last))

    @Slot(object)
    def _on_picked(self, value: object) -> None:
        self._detour.back()
        if self._picked is not None:
            self._wish(self._picked.applied(self._model.wanted, str(value)))

    @Slot()
    def _on_cleared(self) -> None:
        self._wish(AssistanceFilter())

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()

    @Slot()
    def _on_export(self) -> None:
        self.wished.emit(ExportLog(self._model.wanted))

    @Slot(object)
    def _on_row(self, entry_id: object) -> None:
        self.wished.emit(OpenEntry(str(entry_id)))

    @Slot()
    def _on_again(self) -> None:
        self.wished.emit(Open(StaffScreenName.LOG))
