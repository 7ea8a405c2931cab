"""Brings the keyboard up in a staff window when a field is touched, and takes it away again.

A finger brings it; a mouse, Tab or the program itself do not. The page moves up as far as needed,
so that the field stays in sight above the keys. A key of a real keyboard takes the panel away.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QTouchEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kiosk.domain.errors import BugError
from ui.keyboard.keyboard_panel import KeyboardPanel
from ui.keyboard.layouts import Layer
from ui.keyboard.line_target import LineTarget
from ui.theme.theme import Theme

_BELOW_FIELD_MM = 8.0
"""Room between the field and the keys, for what is said below the field."""


class KeyboardDock(QObject):
    """The keyboard of the window around `page`, which fills it and is moved by nobody else.

    `moved` is called whenever the page has moved, so that a second tap can be kept from what came
    to stand under the finger.
    """

    def __init__(
        self, page: QWidget, theme: Theme, t: Callable[[str], str], moved: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._window = page.parentWidget() or page
        self._theme = theme
        self._t = t
        self._moved = moved
        self._panel: KeyboardPanel | None = None
        self._field: QLineEdit | None = None
        self._lift = 0
        self._watched: QObject | None = None
        # What was touched is looked at once the touch itself has been dealt with.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_for_touched)
        self._touched: QLineEdit | None = None

    @property
    def panel(self) -> KeyboardPanel | None:
        """The keys, while they are shown."""
        return self._panel if self._field is not None else None

    @property
    def field(self) -> QLineEdit | None:
        """What is typed into, while the keys are shown."""
        return self._field

    def watch(self) -> None:
        """Look at the touches and keys that come to the window, once it is on a screen."""
        handle = self._window.window().windowHandle()
        if handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def use(self, theme: Theme, t: Callable[[str], str]) -> None:
        """Take another theme or language for the keys."""
        self.hide()
        self._theme, self._t = theme, t
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None

    def show_for(self, field: QLineEdit) -> None:
        """Show the keys for `field`, above which it stays in sight."""
        if self._panel is None:
            self._panel = KeyboardPanel(
                self._theme,
                self._t,
                done_text=self._t("Xong"),
                with_shift=True,
                parent=self._window,
            )
            self._panel.done.connect(self.hide)
        digits = bool(field.inputMethodHints() & Qt.InputMethodHint.ImhDigitsOnly)
        self._panel.show_layer(Layer.DIGITS if digits else Layer.LETTERS)
        self._panel.typist.aim_at(LineTarget(field))
        if self._field is None:
            _application().focusChanged.connect(self._on_focus_changed)
        self._field = field
        self.arrange()

    @Slot()
    def hide(self) -> None:
        """Take the keys away and let the page down again."""
        if self._panel is None or self._field is None:
            return
        _application().focusChanged.disconnect(self._on_focus_changed)
        self._field = None
        self._panel.typist.aim_at(None)
        self._panel.hide()
        self._raise_page(0)

    def arrange(self) -> None:
        """Fill the window, as it is now, with the page, and put the keys at its foot."""
        self._page.setGeometry(0, -self._lift, self._window.width(), self._window.height())
        if self._panel is None or self._field is None:
            return
        if not self._field.isVisible():  # it turned away with its page
            self.hide()
            return
        height = self._panel.height()
        top = self._window.height() - height
        self._panel.setGeometry(0, top, self._window.width(), height)
        place = self._field.mapTo(self._page, QPoint(0, self._field.height()))
        foot = place.y() + self._theme.mm(_BELOW_FIELD_MM)
        self._raise_page(max(0, min(foot - top, height)))
        self._panel.show()
        self._panel.raise_()

    def _raise_page(self, lift: int) -> None:
        if lift != self._lift:
            self._lift = lift
            self._page.move(0, -lift)
            self._moved()

    # What happens

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice touches of fields, and keys of a real keyboard; take none of them."""
        if event.type() is QEvent.Type.TouchEnd and isinstance(event, QTouchEvent):
            point = event.points()[0].position().toPoint()
            touched = self._window.childAt(self._window.mapFrom(self._window.window(), point))
            self._touched = touched if isinstance(touched, QLineEdit) else None
            if self._touched is not None:
                self._soon.start(0)
        elif event.type() is QEvent.Type.KeyPress:
            self.hide()
        return False

    @Slot()
    def _show_for_touched(self) -> None:
        field, self._touched = self._touched, None
        if field is not None and field.isVisible() and field.isEnabled():
            self.show_for(field)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _former: QWidget | None, now: QWidget | None) -> None:
        """Follow the focus from field to field, and leave with it."""
        if now is self._field:
            return
        if isinstance(now, QLineEdit) and self._window.isAncestorOf(now):
            self.show_for(now)
        else:
            self.hide()


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise BugError("a keyboard needs a running application")
    return application
