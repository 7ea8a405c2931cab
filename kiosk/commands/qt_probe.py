"""What the doctor asks of Qt: printers and voices, without a window and without a display.

Qt is loaded when the first question comes. Where that fails, it is what the doctor finds.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.services.espeak import VOICES
from kiosk.services.ports import PrinterState

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtGui import QGuiApplication

    from ui.printing import QtSlipPrinter


class QtProbe:
    """Asks Qt, in a process that has no windows."""

    def printers(self) -> Sequence[str]:
        """Return the printers the system knows."""
        return self._printer.printers()

    def printer_state(self, name: str) -> PrinterState:
        """Return what the system says about a printer."""
        return self._printer.state(name)

    def voices(self) -> Sequence[str]:
        """Return the languages that the system's own voices speak."""
        _ = self._app
        with _quiet_qt():
            from ui.speech.system_speaker import SystemSpeaker

            speaker = SystemSpeaker()
            return tuple(language for language in VOICES if speaker.speaks(language))

    @cached_property
    def _printer(self) -> QtSlipPrinter:
        _ = self._app
        from ui.printing import QtSlipPrinter

        return QtSlipPrinter()

    @cached_property
    def _app(self) -> QGuiApplication:
        """The application that Qt's print system needs.

        On Linux without a display: a display that cannot be opened would end the process.
        """
        from PySide6.QtGui import QGuiApplication

        running = QGuiApplication.instance()
        if isinstance(running, QGuiApplication):
            return running
        offscreen = ["-platform", "offscreen"] if sys.platform == "linux" else []
        return QGuiApplication(["dong-hanh-so", *offscreen])


@contextmanager
def _quiet_qt() -> Iterator[None]:
    """Keep Qt's own words off the screen: what matters of them is in the check."""
    from PySide6.QtCore import qInstallMessageHandler

    former = qInstallMessageHandler(_say_nothing)
    try:
        yield
    finally:
        qInstallMessageHandler(former)


def _say_nothing(_kind: QtMsgType, _context: QMessageLogContext, _text: str) -> None:
    """Take a message of Qt's and drop it."""
