"""A short note on one help, on a page of its own; what looks like somebody's number is warned of.

The warning stands there while it is typed. It never blocks: the button then says that the note is
kept as it is.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.note import NOTE_MAX_LENGTH, NOTE_WARNINGS, note_risk
from kiosk.domain.text import nfc
from ui.accessibility import announce
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import ButtonKind, TouchButton


class NoteForm(QWidget):
    """Signals: `noted(text)`; `closed` when the note stays as it was."""

    noted = Signal(str)
    closed = Signal()

    def __init__(self, kit: StaffKit, note: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, t = kit.theme, kit.t
        self._t = t
        self.field = TextField(theme, max_length=NOTE_MAX_LENGTH, name=t("Ghi chú"))
        self._warning = Notice(theme, "", "warning", Tone.AMBER)
        back = TouchButton(theme, t("Quay lại"), icon="arrow-left")
        back.activated.connect(self.closed)
        self._done = TouchButton(theme, t("Xong"), icon="check", kind=ButtonKind.PRIMARY)
        self._done.activated.connect(self._on_done)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.gap)
        page.addWidget(PageHeader(theme, t("Ghi chú"), (), [back, self._done]))
        rule = t("Viết ngắn, tối đa 120 chữ cái. Không ghi số căn cước, mật khẩu, mã OTP.")
        page.addWidget(TextBlock(theme, rule, TextRole.BODY, colour="muted"))
        page.addWidget(self.field)
        page.addWidget(self._warning)
        page.addStretch(1)
        self.field.setText(note)
        self.field.textChanged.connect(self._on_typed)
        self._show_risk()

    def _show_risk(self) -> None:
        risk = note_risk(self.field.text())
        warning = self._t(NOTE_WARNINGS[risk]) if risk else ""
        if warning and self._warning.isHidden():
            announce(self, warning)
        self._warning.set_text(warning)
        self._warning.setVisible(risk is not None)
        self._done.set_text(self._t("Vẫn giữ ghi chú") if risk else self._t("Xong"))

    @Slot()
    def _on_typed(self) -> None:
        self._show_risk()

    @Slot()
    def _on_done(self) -> None:
        self.noted.emit(nfc(self.field.text()))
