"""A finger and a keyboard for the tests of console and set-up: only what a person can do."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.services.language import Translator
from tests.ui.staff_samples import HA, rail
from ui.setup.models import SetupPageName
from ui.setup.wizard import SetupWizard
from ui.staff.models import RailModel, StaffScreenName
from ui.staff.screen import StaffKit
from ui.staff.window import StaffWindow
from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme
from ui.theme.tokens import Audience
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_Widget = TypeVar("_Widget", bound=QWidget)

LARGE = PanelMetrics(476.0, 1920, 1080)
SMALL = PanelMetrics(344.0, 1366, 768)


def plain(message: str) -> str:
    """Return a message as it is: Vietnamese."""
    return message


def staff_kit(metrics: PanelMetrics = SMALL) -> StaffKit:
    """Return the kit of a console in Vietnamese."""
    return StaffKit(Theme(metrics, audience=Audience.STAFF), Translator("vi", plain))


class Hands:
    """Taps and types in one shown window, and keeps what the window wished."""

    def __init__(
        self, qtbot: QtBot, window: StaffWindow | SetupWizard, metrics: PanelMetrics
    ) -> None:
        self._qtbot = qtbot
        self.kit = window.kit
        self.window = window
        self.wishes: list[object] = []
        self._finger = QTest.createTouchDevice()
        window.wished.connect(self.wishes.append)
        window.resize(metrics.width_px, metrics.height_px)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        self.settle()

    def settle(self) -> None:
        """Wait until the window takes presses again after a page changed."""
        self._qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        return self.window.is_settled

    def all(self, kind: type[_Widget]) -> list[_Widget]:
        """Return every visible widget of a class."""
        return [w for w in self.window.findChildren(kind) if w.isVisible()]

    def wait_for(self, text: str) -> None:
        """Wait until something that can be read contains `text`."""
        self._qtbot.waitUntil(lambda: text in self.texts())

    def button(self, text: str) -> TouchButton:
        """Return the one visible button with this text or accessible name."""
        found = [b for b in self.all(TouchButton) if text in (b.text(), b.accessibleName())]
        assert len(found) == 1, f"{len(found)} buttons “{text}”"
        return found[0]

    def texts(self) -> str:
        """Return everything that can be read, a line each."""
        blocks = [block.text() for block in self.all(TextBlock)]
        return "\n".join((*blocks, *(button.text() for button in self.all(TouchButton))))

    def tap(self, target: str | QWidget) -> None:
        """Put a finger on a button and lift it."""
        widget = self.button(target) if isinstance(target, str) else target
        window = self.window
        spot = widget.mapTo(window, QPoint(widget.width() // 2, widget.height() // 2))
        QTest.touchEvent(window, self._finger).press(0, spot, window).commit()
        QTest.touchEvent(window, self._finger).release(0, spot, window).commit()

    def keys(self, text: str) -> None:
        """Type on the keyboard, into whatever has the focus."""
        for character in text:
            focused = self.window.focusWidget()
            assert focused is not None, "nothing has the keyboard"
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QApplication.sendEvent(focused, event)

    def key(self, key: Qt.Key) -> None:
        """Press one key."""
        focused = self.window.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        QTest.keyClick(focused, key)

    def last(self, kind: type[object]) -> object:
        """Return the newest wish, which has to be of this class."""
        assert self.wishes, "nothing was wished"
        assert isinstance(self.wishes[-1], kind), self.wishes[-1]
        return self.wishes[-1]


def console(
    qtbot: QtBot,
    name: StaffScreenName,
    model: object,
    *,
    metrics: PanelMetrics = SMALL,
    rail_model: RailModel | None = None,
) -> Hands:
    """Return hands on a console that shows a page, with the lead logged in."""
    kit = staff_kit(metrics)
    window = StaffWindow(kit)
    shown = None if name is StaffScreenName.LOG_IN else rail_model or rail(name, HA)
    window.show_screen(name, model, kit, shown)
    return Hands(qtbot, window, metrics)


def set_up(
    qtbot: QtBot, name: SetupPageName, model: object, *, metrics: PanelMetrics = SMALL
) -> Hands:
    """Return hands on the set-up at one page."""
    window = SetupWizard(staff_kit(metrics))
    window.show_page(name, model)
    return Hands(qtbot, window, metrics)
