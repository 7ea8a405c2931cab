"""The base of the three scanner pages: what to hold to the scanner, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.sample_card import SAMPLE_CARD
from ui.setup.models import ScannerModel
from ui.setup.page import SetupPage
from ui.setup.parts.scanner_trial import ScannerTrial
from ui.setup.wishes import PrintSample
from ui.staff.arrange import column, icon_line
from ui.staff.detour import Detour
from ui.staff.picker import Picker
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.choice import Choice
from ui.widgets.notice import Notice
from ui.widgets.qr_view import QrView
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import Align, TouchButton

_CODE_MM = 62.0


class ScannerPage(SetupPage):
    """At the left the sample card, at the right how to set the scanner up and how it did."""

    def __init__(
        self,
        kit: StaffKit,
        title: str,
        text: str,
        steps: Sequence[str],
        model: ScannerModel,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, title, text, parent=parent)
        self._chosen, self._devices = model.chosen, model.devices
        self._trial = ScannerTrial(kit)
        self._status = TextBlock(self.theme, "", TextRole.STRONG)
        self._message = Notice(self.theme, "", "info")
        self._problem = Notice(self.theme, "", "warning-circle", Tone.RED)
        self._choose = TouchButton(self.theme, "", trailing_icon="caret-down", align=Align.LEFT)
        self._choose.activated.connect(self._on_choose)
        self._detour = Detour(self._page(steps))
        self.body.addWidget(self._detour, 1)
        self.refresh(model)

    # What differs from kind to kind

    def target(self) -> QWidget:
        """Return what stands at the left: the sample card, to be held under the scanner."""
        code = QrView(self.theme, SAMPLE_CARD, size_mm=_CODE_MM, name=self.t("Mã của thẻ mẫu"))
        return column(self.theme, code)

    def chooser(self) -> Sequence[QWidget]:
        """Return what a device is chosen with; nothing where there is none to choose."""
        return ()

    def chosen_text(self, name: str) -> str:
        """Return what the chooser says; `name` is "" when none is chosen."""
        return name

    def show_image(self, image: QImage) -> None:
        """Show what the camera sees, where there is one."""

    def choose(self, device: str) -> None:
        """Try a device that was chosen."""

    # What is shown

    def refresh(self, model: object) -> None:
        if not isinstance(model, ScannerModel):
            return
        self._chosen, self._devices = model.chosen, model.devices
        self._choose.set_text(self.chosen_text(dict(model.devices).get(model.chosen, model.chosen)))
        self._trial.show_result(model.result)
        for widget, text in (
            (self._status, model.status),
            (self._message, model.message),
            (self._problem, model.problem),
        ):
            widget.set_text(text)
            widget.setVisible(bool(text))

    def _page(self, steps: Sequence[str]) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.section_gap)
        left = QVBoxLayout()
        left.setSpacing(self.theme.gap)
        left.addWidget(self.target(), 0, Qt.AlignmentFlag.AlignTop)
        left.addWidget(self._print_button())
        left.addStretch(1)
        line.addLayout(left)
        line.addWidget(self._how_to(steps), 1)
        return holder

    def _how_to(self, steps: Sequence[str]) -> QWidget:
        lines = [icon_line(self.theme, "caret-right", step, role=TextRole.BODY) for step in steps]
        strips = (self._status, self._trial, self._message, self._problem)
        return column(self.theme, *lines, *self.chooser(), *strips)

    def _print_button(self) -> TouchButton:
        button = TouchButton(self.theme, self.t("In thẻ mẫu"), icon="printer")
        button.activated.connect(self._on_print)
        return button

    @Slot()
    def _on_print(self) -> None:
        self.wished.emit(PrintSample())

    @Slot()
    def _on_choose(self) -> None:
        none = Choice("", self.chosen_text(""))
        choices = [Choice(device, name) for device, name in self._devices]
        picker = Picker(self.kit, self.title, [*choices, none], values=(self._chosen,))
        picker.chosen.connect(self._on_chosen)
        picker.closed.connect(self._on_closed)
        self._detour.open(picker)

    @Slot(object)
    def _on_chosen(self, device: object) -> None:
        self._detour.back()
        self._chosen = str(device)
        self.choose(self._chosen)

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()
