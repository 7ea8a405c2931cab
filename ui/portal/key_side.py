"""The on-screen keyboard for the page: comes when a field has the focus, goes when none has.

Between two fields the page tells for a moment that none has it; so the keys go a little later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ui.citizen.screens.portal_screen import PortalScreen
from ui.portal.models import FieldKind

if TYPE_CHECKING:
    from ui.citizen.window import CitizenWindow
    from ui.portal.web.live_page import LivePage

GOES_AFTER_MS = 250


class KeySide(QObject):
    """Shows and hides the keys of the split in `window` for one page after the other."""

    def __init__(self, window: CitizenWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._live: LivePage | None = None
        self._is_wanted = False
        self._go = QTimer(self)
        self._go.setSingleShot(True)
        self._go.setInterval(GOES_AFTER_MS)
        self._go.timeout.connect(self._hide)

    def follow(self, live: LivePage) -> None:
        """Serve the fields of this page from now on."""
        self._live = live
        live.focused.connect(self._on_focused)
        live.view.hand_typed.connect(self._hide)

    def forget(self) -> None:
        """Serve no page any more."""
        self._go.stop()
        if self._live is not None:
            self._live.focused.disconnect(self._on_focused)
            self._live.view.hand_typed.disconnect(self._hide)
        self._live, self._is_wanted = None, False

    def step_in(self, screen: PortalScreen) -> None:
        """Show the keys on a screen built anew, if they were shown before."""
        screen.keys_done.connect(self._on_done)
        if self._is_wanted and self._live is not None:
            screen.show_keys(self._live.typing)

    @Slot(object)
    def _on_focused(self, kind: FieldKind) -> None:
        if kind is FieldKind.NONE:
            self._go.start()
            return
        self._go.stop()
        screen = self._window.shown
        if isinstance(screen, PortalScreen) and self._live is not None:
            self._is_wanted = True
            if screen.show_keys(self._live.typing):
                self._window.ignore_presses()

    @Slot()
    def _on_done(self) -> None:
        """Search where one was searching: many such fields have no button of their own.

        Anywhere else Enter would send a form that is not whole.
        """
        if self._live is not None and self._live.typing.kind is FieldKind.SEARCH:
            self._live.typing.enter()
        self._hide()

    @Slot()
    def _hide(self) -> None:
        self._go.stop()
        self._is_wanted = False
        screen = self._window.shown
        if isinstance(screen, PortalScreen) and screen.hide_keys():
            self._window.ignore_presses()
