"""The lead's page of the national catalogue: what was imported when, and which rows were not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.national import NationalImport
from ui.staff.arrange import icon_line
from ui.staff.content.models import NationalModel
from ui.staff.content.wishes import ImportNational
from ui.staff.detour import Detour
from ui.staff.facts_card import FactsCard
from ui.staff.file_list import TABLE_FILES, FileList
from ui.staff.models import StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.phrases import moment_text
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import Open
from ui.theme.tokens import TextRole, Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class NationalScreen(StaffScreen):
    """A new import takes the place of the last one; nothing is lost when a file is no good."""

    def __init__(self, kit: StaffKit, model: NationalModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._detour = Detour(self._page())
        self.body.addWidget(self._detour, 1)

    def _page(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.gap)
        header = PageHeader(self.theme, self.t("Danh mục quốc gia"), (), self._actions())
        column.addWidget(header)
        if self._model.is_importing:
            busy = BusyNotice(self.theme, self.t("Đang nhập danh mục."))
            column.addWidget(busy)
            busy.start()
        if self._model.problem:
            column.addWidget(Notice(self.theme, self._model.problem, "warning-circle", Tone.RED))
        columns = self.t("Tệp XLSX, CSV hoặc TSV. Dòng đầu: {names}", names=_COLUMNS)
        column.addWidget(TextBlock(self.theme, columns, TextRole.CAPTION))
        column.addWidget(self._imported(), 1)
        return holder

    def _actions(self) -> list[QWidget]:
        back = TouchButton(self.theme, self.t("Về danh sách"), icon="arrow-left")
        back.activated.connect(self._on_back)
        take = TouchButton(
            self.theme, self.t("Nhập từ tệp"), icon="upload-simple", kind=ButtonKind.PRIMARY
        )
        take.setEnabled(not self._model.is_importing)
        take.activated.connect(self._on_file)
        return [back, take]

    def _imported(self) -> QWidget:
        imported = self._model.imported
        if imported is None:
            title = self.t("Chưa nhập danh mục nào.")
            text = self.t("Có danh mục thì máy tìm được cả việc chưa có hướng dẫn.")
            return MessagePanel(self.theme, "globe", title, text)
        body = PagedBody(self.theme, self.t, spacing=self.theme.small_gap)
        body.set_blocks([self._facts(imported), *self._refused()])
        return body

    def _facts(self, imported: NationalImport) -> QWidget:
        t = self.t
        by = imported.staff_name or t("dòng lệnh")
        facts = (
            (t("Số thủ tục"), f"{imported.taken:,}".replace(",", ".")),
            (t("Nhập lúc"), moment_text(imported.at)),
            (t("Người nhập"), by),
            (t("Tệp"), imported.file),
            (t("Dòng bỏ qua"), str(imported.skipped)),
        )
        return FactsCard(self.theme, t("Lần nhập gần nhất"), facts)

    def _refused(self) -> list[QWidget]:
        rows = self._model.refused
        if not rows:
            return []
        heading = TextBlock(
            self.theme, self.t("Những dòng đã bỏ qua ({count})", count=len(rows)), TextRole.HEADING
        )
        return [heading, *(self._refusal(*row) for row in rows)]

    def _refusal(self, line: int, reason: str) -> QWidget:
        text = self.t("Dòng {number}: {reason}", number=line, reason=reason)
        return icon_line(self.theme, "warning-circle", text, tone=Tone.RED)

    @Slot()
    def _on_file(self) -> None:
        files = FileList(self.kit, TABLE_FILES)
        files.chosen.connect(self._on_chosen)
        files.closed.connect(self._on_closed)
        self._detour.open(files)

    @Slot(object)
    def _on_chosen(self, path: Path) -> None:
        self._detour.back()
        self.wished.emit(ImportNational(path))

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(Open(StaffScreenName.CONTENT))


_COLUMNS = "code, name, field, level, decision, url"
