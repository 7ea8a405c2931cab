"""A citizen at the window: shows states, touches what is there, keeps what was wished."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.flow import ScreenName
from tests.ui.render import make_kit
from tests.ui.states_citizen import NOW, OFFICE, State, citizen_states
from ui.citizen.models import AttractModel, CustomizeModel
from ui.citizen.screen import CitizenScreen
from ui.citizen.window import CitizenWindow
from ui.widgets.touch_button import TouchButton

_Widget = TypeVar("_Widget", bound=QWidget)


class Citizen:
    """Touches one shown window; its clock stands still until told, and a second passes per page."""

    def __init__(
        self, qtbot: QtBot, panel: str = "large", size: int = 0, *, stretch: bool = False
    ) -> None:
        self.seconds = 100.0
        self.wishes: list[object] = []
        self.kit = make_kit(panel, size, contrast=False, stretch=stretch)
        self.header = CustomizeModel(size, high_contrast=False, language="vi")
        self.window = CitizenWindow(windowed=True, clock=self._now)
        self.window.wished.connect(self.wishes.append)
        metrics = self.kit.theme.metrics
        self.window.resize(metrics.width_px, metrics.height_px)
        self._finger = QTest.createTouchDevice()
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)

    def _now(self) -> float:
        return self.seconds

    def show(self, name: ScreenName, model: object) -> CitizenScreen:
        """Show a screen and wait until it takes presses."""
        self.show_at_once(name, model)
        self.seconds += 1.0
        assert self.window.shown is not None
        return self.window.shown

    def show_at_once(self, name: ScreenName, model: object) -> None:
        """Show a screen in this very moment."""
        self.window.show_screen(name, model, self.kit, OFFICE, self.header)
        QCoreApplication.sendPostedEvents()

    def show_state(self, state_id: str) -> CitizenScreen:
        """Show one of the states of the sweep."""
        return self.show_one(next(s for s in citizen_states(self.kit) if s.id == state_id))

    def show_one(self, state: State) -> CitizenScreen:
        """Open the screen of a state anew, also when it could take the newer model in place."""
        if state.name is ScreenName.SEARCH:
            self.show_at_once(ScreenName.ATTRACT, AttractModel(OFFICE, NOW))
        screen = self.show(state.name, state.model)
        if state.memory is not None:
            screen.recall(state.memory)
            QCoreApplication.sendPostedEvents()
        return screen

    def all(self, kind: type[_Widget]) -> list[_Widget]:
        """Return every visible widget of a class."""
        return [w for w in self.window.findChildren(kind) if w.isVisible()]

    def button(self, name: str) -> TouchButton:
        """Return the visible button whose accessible name begins with `name`."""
        named = [b for b in self.all(TouchButton) if b.accessibleName().startswith(name)]
        assert named, f"{name!r} is not among {[b.accessibleName() for b in self.all(TouchButton)]}"
        return named[0]

    def has_button(self, name: str) -> bool:
        """Return whether such a button can be seen."""
        return any(b.accessibleName().startswith(name) for b in self.all(TouchButton))

    def tap(self, name: str) -> list[object]:
        """Touch a button and return what was wished by that."""
        return self.touch(self.button(name))

    def touch(self, widget: QWidget, point: QPoint | None = None) -> list[object]:
        """Touch a widget, in its middle if nowhere else."""
        before = len(self.wishes)
        where = widget.rect().center() if point is None else point
        QTest.touchEvent(self.window, self._finger).press(0, where, widget).commit()
        QTest.touchEvent(self.window, self._finger).release(0, where, widget).commit()
        return self.wishes[before:]
