"""Which printer and paper this counter has, and what the counter is called."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.slip import Paper
from kiosk.domain.text import nfc
from kiosk.domain.words import N_
from ui.setup.models import PrinterModel
from ui.setup.page import SetupPage
from ui.setup.wishes import PrintTest, SavePrinter
from ui.staff.arrange import row
from ui.staff.detour import Detour
from ui.staff.field import Field
from ui.staff.picker import Picker
from ui.staff.screen import StaffKit
from ui.theme.tokens import Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.notice import Notice
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import Align, ButtonKind, TouchButton

_PAPERS = {Paper.ROLL_80: N_("Giấy cuộn 80 mm"), Paper.A4: N_("Giấy A4")}
_COUNTER_LENGTH = 20


class PrinterPage(SetupPage):
    """Without a printer slips are kept as PDF; a test print shows whether paper comes."""

    def __init__(self, kit: StaffKit, model: PrinterModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Máy in và giấy"),
            kit.t("Chưa có máy in cũng dùng được: phiếu giữ ở tệp PDF."),
            parent=parent,
        )
        self._printers = model.printers
        self._printer = model.printer
        self._make_fields(model)
        self._detour = Detour(self._page())
        self.body.addWidget(self._detour, 1)
        self.refresh(model)

    def refresh(self, model: object) -> None:
        if not isinstance(model, PrinterModel):
            return
        self._printers = model.printers
        self._message.set_text(model.message)
        self._message.setVisible(bool(model.message))
        self._problem.set_text(model.problem)
        self._problem.setVisible(bool(model.problem))
        self._is_busy = model.is_busy
        if model.is_busy:
            self._busy.start()
        else:
            self._busy.stop()
        self._show_chosen()

    def go_on(self) -> None:
        paper, counter = self._paper_chosen(), nfc(self._counter.text())
        self.wished.emit(SavePrinter(self._printer, paper, counter))

    def _make_fields(self, model: PrinterModel) -> None:
        theme, t = self.theme, self.t
        self._choose = TouchButton(
            theme, "", icon="printer", trailing_icon="caret-down", align=Align.LEFT
        )
        self._choose.activated.connect(self._on_choose)
        papers = [Choice(paper, t(label)) for paper, label in _PAPERS.items()]
        self._paper = ChoiceField(theme, papers, name=t("Giấy"))
        self._paper.set_value(model.paper)
        self._counter = TextField(theme, max_length=_COUNTER_LENGTH, name=t("Tên quầy"))
        self._counter.setText(model.counter)
        self._test = TouchButton(
            theme, t("In thử một tờ"), icon="printer", kind=ButtonKind.SECONDARY
        )
        self._test.activated.connect(self._on_test)
        self._busy = BusyNotice(theme, t("Đang gửi tờ in thử."))
        self._message = Notice(theme, "", "info")
        self._problem = Notice(theme, "", "warning-circle", Tone.RED)

    def _page(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.section_gap)
        fields = (
            Field(self.theme, self.t("Tên quầy, in trên phiếu và khi gọi cán bộ"), self._counter),
            Field(self.theme, self.t("Máy in"), self._choose),
            Field(self.theme, self.t("Giấy"), self._paper),
        )
        for field in fields:
            column.addWidget(field)
        column.addWidget(row(self.theme, self._test))
        for strip in (self._busy, self._message, self._problem):
            column.addWidget(strip)
        column.addStretch(1)
        return holder

    def _show_chosen(self) -> None:
        self._choose.set_text(self._printer or self.t("Không có máy in: giữ PDF"))
        self._test.setEnabled(bool(self._printer) and not self._is_busy)

    def _paper_chosen(self) -> Paper:
        return Paper(str(self._paper.value()))

    @Slot()
    def _on_choose(self) -> None:
        none = Choice("", self.t("Không có máy in: giữ PDF"), "file-pdf")
        choices = [Choice(name, name, "printer") for name in self._printers]
        picker = Picker(self.kit, self.t("Chọn máy in"), [*choices, none], values=(self._printer,))
        picker.chosen.connect(self._on_chosen)
        picker.closed.connect(self._on_closed)
        self._detour.open(picker)

    @Slot(object)
    def _on_chosen(self, printer: object) -> None:
        self._printer = str(printer)
        self._detour.back()
        self._show_chosen()

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()

    @Slot()
    def _on_test(self) -> None:
        self.wished.emit(PrintTest(self._printer, self._paper_chosen()))
