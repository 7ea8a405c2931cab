"""Keys for the typed code of a slip; a mistyped character is noticed before anything is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.slip_code import ALPHABET, CODE_LENGTH, grouped, normal_code
from ui.accessibility import announce, describe
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_COLUMNS = 6
_GUARD_MS = 120
_ERASE = "erase"
_WHOLE = CODE_LENGTH + 1


class CodePad(Card):
    """Shows what is typed in groups of three; signal `entered(code)` for a code that checks out.

    Physical keys, Backspace and Enter work too.
    """

    entered = Signal(str)

    def __init__(self, kit: StaffKit, *, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent=parent)
        self._t = kit.t
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        describe(self, kit.t("Bàn phím mã phiếu"))
        self.body.setSpacing(kit.theme.gap)
        self.add(TextBlock(kit.theme, kit.t("Gõ mã trên phiếu"), TextRole.HEADING))
        centre = Qt.AlignmentFlag.AlignHCenter
        self._shown = TextBlock(kit.theme, "", TextRole.DISPLAY, align=centre)
        self.add(self._shown)
        self._problem = Notice(kit.theme, "", "warning-circle", Tone.RED)
        self.add(self._problem)
        self.body.addLayout(self._keys(kit))
        self._go = TouchButton(
            kit.theme, kit.t("Mở phiếu"), icon="magnifying-glass", kind=ButtonKind.PRIMARY
        )
        self._go.activated.connect(self._on_go)
        self.add(self._go)
        self._show()

    def typed(self) -> str:
        """Return the characters typed so far."""
        return self._typed

    def clear(self) -> None:
        """Forget what was typed."""
        self._typed = ""
        self._show()

    def _keys(self, kit: StaffKit) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(kit.theme.gap)
        for index, character in enumerate((*ALPHABET, _ERASE)):
            erases = character == _ERASE
            key = TouchButton(
                kit.theme,
                "" if erases else character,
                icon="backspace" if erases else "",
                name=kit.t("Xóa chữ vừa bấm") if erases else character,
                role=TextRole.HEADING,
                payload=character,
                guard_ms=_GUARD_MS,
            )
            key.activated_with.connect(self._on_key)
            place = divmod(index, _COLUMNS)
            grid.addWidget(key, *place, 1, 2 if erases else 1)
        return grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        character = event.text().upper()
        if character and character in ALPHABET:
            self._type(character)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._type(_ERASE)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_go()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_key(self, character: object) -> None:
        self._type(str(character))

    def _type(self, character: str) -> None:
        if character == _ERASE:
            self._typed = self._typed[:-1]
        elif len(self._typed) < _WHOLE:
            self._typed += character
        self._show()

    def _show(self) -> None:
        self._shown.set_text(grouped(self._typed.ljust(_WHOLE, "·")))
        describe(self._shown, self._t("Mã phiếu"), self._typed)
        is_wrong = len(self._typed) == _WHOLE and normal_code(self._typed) is None
        text = self._t("Mã chưa khớp. So lại từng chữ với phiếu.") if is_wrong else ""
        if text and text != self._problem.text():
            announce(self, text)
        self._problem.set_text(text)
        self._problem.setVisible(is_wrong)
        self._go.setEnabled(normal_code(self._typed) is not None)

    @Slot()
    def _on_go(self) -> None:
        code = normal_code(self._typed)
        if code is not None:
            self.entered.emit(code)
