"""The lead's list of procedures by their day of review, with what has to be looked at.

Those come first for which a kiosk has found a page of the portal changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.calendar import is_overdue
from kiosk.domain.text import fold
from kiosk.services.content_review import ReviewLine
from ui.staff.content.models import ContentModel
from ui.staff.content.wishes import ExportContent, OpenContent
from ui.staff.models import StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.phrases import date_text, due_text, moment_text
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import Open
from ui.theme.tokens import TextRole, Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.chip import Chip
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.row_table import RowTable
from ui.widgets.table_data import Cell, Column, Row
from ui.widgets.text_block import TextBlock
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import ButtonKind, TouchButton

_SOUGHT_MM = 90


class ContentScreen(StaffScreen):
    """Overdue procedures come first and are red; a few typed letters narrow the list."""

    def __init__(self, kit: StaffKit, model: ContentModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._sought = ""
        self._table: RowTable | None = None
        header = PageHeader(self.theme, self.t("Nội dung"), self._chips(), self._actions())
        self.body.addWidget(header)
        self._add_messages()
        if not model.lines:
            self.body.addWidget(self._failed(), 1)
            return
        self.body.addWidget(self._search_line())
        self.body.addWidget(self._make_table(), 1)
        self._show_rows()

    def _chips(self) -> list[QWidget]:
        lines = self._model.lines
        late = sum(is_overdue(line.review_by, self._model.today) for line in lines)
        doubts = sum(bool(line.unsure or line.changed or line.reports) for line in lines)
        counted = (
            (late, self.t("{count} quá hạn", count=late), Tone.RED),
            (doubts, self.t("{count} cần xem", count=doubts), Tone.BLUE),
        )
        return [Chip(self.theme, text, tone=tone) for count, text, tone in counted if count]

    def _actions(self) -> list[QWidget]:
        export = TouchButton(
            self.theme, self.t("Xuất tệp"), icon="export", kind=ButtonKind.SECONDARY
        )
        export.setEnabled(bool(self._model.lines) and not self._model.is_exporting)
        export.activated.connect(self._on_export)
        national = TouchButton(self.theme, self.t("Danh mục quốc gia"), icon="globe")
        national.activated.connect(self._on_national)
        return [national, export]

    def _add_messages(self) -> None:
        if self._model.is_exporting:
            busy = BusyNotice(self.theme, self.t("Đang xuất tệp."))
            self.body.addWidget(busy)
            busy.start()
        if self._model.message:
            self.body.addWidget(Notice(self.theme, self._model.message, "info"))
        if self._model.problem and self._model.lines:
            problem = Notice(self.theme, self._model.problem, "warning-circle", Tone.RED)
            self.body.addWidget(problem)

    def _failed(self) -> QWidget:
        again = TouchButton(self.theme, self.t("Thử lại"), icon="arrows-clockwise")
        again.activated.connect(self._on_again)
        title = self.t("Chưa đọc được nội dung.")
        text = self._model.problem or self.t("Chờ một phút rồi thử lại.")
        return MessagePanel(self.theme, "cloud-slash", title, text, [again], tone=Tone.RED)

    def _search_line(self) -> QWidget:
        hint = self.t("Gõ tên hoặc mã thủ tục")
        field = TextField(self.theme, placeholder=hint, icon="magnifying-glass", name=hint)
        field.textChanged.connect(self._on_sought)
        field.setMinimumWidth(self.theme.mm(_SOUGHT_MM))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.section_gap)
        line.addWidget(field)
        told = TextBlock(self.theme, self._national(), TextRole.CAPTION)
        line.addWidget(told, 1, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _national(self) -> str:
        imported = self._model.imported
        if imported is None:
            return self.t("Chưa nhập danh mục quốc gia.")
        return self.t(
            "Danh mục quốc gia: {count} thủ tục, nhập {when}.",
            count=f"{imported.taken:,}".replace(",", "."),
            when=moment_text(imported.at),
        )

    # Rows

    def _make_table(self) -> RowTable:
        titles = (
            (self.t("Thủ tục"), 4.6),
            (self.t("Mã"), 1.5),
            (self.t("Hạn xem lại"), 2.2),
            (self.t("Đã kiểm tra"), 1.5),
            (self.t("Cần xem"), 2.6),
        )
        self._table = RowTable(self.theme, self.t, [Column(*title) for title in titles])
        self._table.row_activated.connect(self._on_row)
        return self._table

    def _show_rows(self) -> None:
        if self._table is not None:
            self._table.set_rows([self._row(line) for line in self._found()])

    def _found(self) -> Iterator[ReviewLine]:
        sought = fold(self._sought)
        return (
            line
            for line in self._model.lines
            if sought in fold(line.title) or self._sought.strip() in line.code
        )

    def _row(self, line: ReviewLine) -> Row:
        today = self._model.today
        is_late = is_overdue(line.review_by, today)
        due = f"{date_text(line.review_by)}\n{due_text(self.t, line.review_by, today)}"
        is_whole = line.done == line.total
        cells = (
            Cell(line.title, strong=True),
            line.code,
            Cell(due, tone=Tone.RED if is_late else None),
            Cell(f"{line.done}/{line.total}", tone=Tone.GREEN if is_whole else None),
            Cell(self._doubts(line), tone=Tone.RED if line.changed or line.reports else None),
        )
        return Row(cells, payload=line.code)

    def _doubts(self, line: ReviewLine) -> str:
        counted = (
            (line.reports, self.t("{count} trang Cổng đã khác", count=line.reports)),
            (line.changed, self.t("{count} có bản mới", count=line.changed)),
            (line.unsure, self.t("{count} chưa chắc", count=line.unsure)),
            (line.drafts, self.t("{count} bản nháp", count=line.drafts)),
        )
        return ", ".join(text for count, text in counted if count)

    # Wishes

    @Slot(str)
    def _on_sought(self, typed: str) -> None:
        self._sought = typed
        self._show_rows()

    @Slot(object)
    def _on_row(self, code: object) -> None:
        self.wished.emit(OpenContent(str(code)))

    @Slot()
    def _on_export(self) -> None:
        self.wished.emit(ExportContent())

    @Slot()
    def _on_national(self) -> None:
        self.wished.emit(Open(StaffScreenName.NATIONAL))

    @Slot()
    def _on_again(self) -> None:
        self.wished.emit(Open(StaffScreenName.CONTENT))
