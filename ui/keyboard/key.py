"""One key of the on-screen keyboard: never takes the focus, and repeats while held where it may."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from ui.keyboard.key_face import KeyFace
from ui.keyboard.layouts import Deed, KeySpec
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.button_face import ButtonContent, ButtonFace
from ui.widgets.button_style import ButtonKind
from ui.widgets.touch_button import TouchButton

# Letters may rightly come twice at once; this only swallows the bounce of one tap.
_GUARD_MS = 80
_REPEAT_AFTER_MS = 500
_REPEAT_EVERY_MS = 90

_KINDS = {
    Deed.TYPE: ButtonKind.KEY,
    Deed.LETTER: ButtonKind.KEY_MARK,
    Deed.TONE: ButtonKind.KEY_MARK,
    Deed.DONE: ButtonKind.KEY_DONE,
}


class Key(TouchButton):
    """Emits its `KeySpec` when a finger lifts from it; the erasing key also while it is held.

    `text` and `name` are ready to show and to speak; `min_mm` is the least height.
    """

    def __init__(
        self,
        theme: Theme,
        spec: KeySpec,
        *,
        text: str,
        name: str,
        role: TextRole,
        min_mm: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            text,
            icon=spec.icon,
            name=name,
            role=role,
            kind=_KINDS.get(spec.deed, ButtonKind.KEY_DEED),
            min_mm=min_mm,
            payload=spec,
            guard_ms=_GUARD_MS,
            parent=parent,
        )
        self.spec = spec
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._has_repeated = False
        self._repeat = QTimer(self)
        self._repeat.timeout.connect(self._on_held)

    def _make_face(self, content: ButtonContent) -> ButtonFace:
        return KeyFace(self._theme, content)

    def _press(self, down: bool) -> None:
        if self.spec.deed is Deed.ERASE and down != self.isDown():
            if down:
                self._has_repeated = False
                self._repeat.start(_REPEAT_AFTER_MS)
            else:
                self._repeat.stop()
        super()._press(down)

    def _activate(self) -> None:
        """Act on lifting, unless holding has done it already."""
        if not self._has_repeated:
            super()._activate()

    @Slot()
    def _on_held(self) -> None:
        self._has_repeated = True
        self._repeat.start(_REPEAT_EVERY_MS)
        self.activated_with.emit(self.payload)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go when the keyboard goes away under the finger."""
        self._press(False)
        super().hideEvent(event)
