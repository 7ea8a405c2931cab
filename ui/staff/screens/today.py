"""What whoever is logged in has logged today: a tap opens an entry to be mended."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.assistance import (
    HELP_CHANNEL_LABELS,
    HELP_LEVEL_LABELS,
    OUTCOME_LABELS,
    Assistance,
)
from ui.staff.models import StaffScreenName, TodayModel
from ui.staff.page_header import PageHeader
from ui.staff.phrases import DOT, barrier_text, place_text, time_text
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import CorrectEntry, LogWithoutCall, Open
from ui.theme.tokens import TextRole, Tone
from ui.widgets.message_panel import MessagePanel
from ui.widgets.row_table import RowTable
from ui.widgets.table_data import Cell, Column, Row
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class TodayScreen(StaffScreen):
    """Rows newest first; no citizen's name is among them."""

    def __init__(self, kit: StaffKit, model: TodayModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        back = TouchButton(self.theme, self.t("Về lời gọi"), icon="arrow-left")
        back.activated.connect(self._on_back)
        new = TouchButton(
            self.theme,
            self.t("Ghi lượt giúp ngoài máy"),
            icon="file-plus",
            kind=ButtonKind.SECONDARY,
        )
        new.activated.connect(self._on_new)
        title = self.t("Lượt tôi đã ghi hôm nay")
        self.body.addWidget(PageHeader(self.theme, title, (), [back, new]))
        if model.entries:
            hint = self.t("Chạm một lượt để sửa. Bản cũ được giữ lại.")
            self.body.addWidget(TextBlock(self.theme, hint, TextRole.BODY, colour="muted"))
        self.body.addWidget(self._entries(), 1)

    def _entries(self) -> QWidget:
        t = self.t
        if self._model.problem:
            again = TouchButton(self.theme, t("Thử lại"), icon="arrows-clockwise")
            again.activated.connect(self._on_again)
            title = t("Chưa đọc được nhật ký.")
            return MessagePanel(
                self.theme, "cloud-slash", title, self._model.problem, [again], tone=Tone.RED
            )
        if not self._model.entries:
            title, text = t("Hôm nay chưa ghi lượt nào."), t("Giúp xong, lượt đó hiện ở đây.")
            return MessagePanel(self.theme, "list-checks", title, text)
        return self._table()

    def _table(self) -> QWidget:
        titles = (
            (self.t("Lúc"), 1.0),
            (self.t("Thủ tục · bước"), 4.0),
            (self.t("Nơi giúp"), 1.7),
            (self.t("Vướng mắc"), 3.4),
            (self.t("Mức"), 2.2),
            (self.t("Kết quả"), 2.2),
        )
        table = RowTable(self.theme, self.t, [Column(*title) for title in titles])
        table.set_rows([self._row(entry) for entry in self._model.entries])
        table.row_activated.connect(self._on_row)
        return table

    def _row(self, entry: Assistance) -> Row:
        t, names = self.t, self._model.names
        minutes = t("{count} phút", count=entry.minutes)
        cells = (
            time_text(entry.logged_at),
            place_text(t, names, entry.procedure_code, entry.step_id),
            t(HELP_CHANNEL_LABELS[entry.channel]),
            ", ".join(barrier_text(t, code) for code in entry.barriers),
            t(HELP_LEVEL_LABELS[entry.level]) + DOT + minutes,
            Cell(t(OUTCOME_LABELS[entry.outcome]), strong=True),
        )
        return Row(cells, payload=entry.id)

    @Slot(object)
    def _on_row(self, entry_id: object) -> None:
        self.wished.emit(CorrectEntry(str(entry_id)))

    @Slot()
    def _on_new(self) -> None:
        self.wished.emit(LogWithoutCall())

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(Open(StaffScreenName.CALLS))

    @Slot()
    def _on_again(self) -> None:
        self.wished.emit(Open(StaffScreenName.TODAY))
