"""What the doctor asks of Qt: printers and voices, without a window and without a display.

Qt is loaded when the first question comes. Where that fails, it is what the doctor finds.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.services.ports import PrinterState

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtGui import QGuiApplication

    from ui.printing import QtSlipPrinter

ESPEAK = "espeak-ng"
PATIENCE_SECONDS = 10.0
SILENT_ENGINES = frozenset({"mock"})
"""Engines of QTextToSpeech that say nothing aloud."""


class QtProbe:
    """Asks Qt, in a process that has no windows."""

    def printers(self) -> Sequence[str]:
        """Return the printers the system knows."""
        return self._printer.printers()

    def printer_state(self, name: str) -> PrinterState:
        """Return what the system says about a printer."""
        return self._printer.state(name)

    def voices(self) -> Sequence[str]:
        """Return the languages that can be spoken; Qt is asked only when espeak-ng is not there."""
        return espeak_voices() or self._qt_voices()

    def _qt_voices(self) -> tuple[str, ...]:
        _ = self._app
        with _quiet_qt():
            from PySide6.QtTextToSpeech import QTextToSpeech

            engines = set(QTextToSpeech.availableEngines()) - SILENT_ENGINES
            spoken = [QTextToSpeech(engine).availableLocales() for engine in sorted(engines)]
        return tuple(locale.name() for locales in spoken for locale in locales)

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


def espeak_voices() -> tuple[str, ...]:
    """Return the Vietnamese voices of espeak-ng; none when it is not on PATH or cannot run."""
    program = shutil.which(ESPEAK)
    if program is None:
        return ()
    try:
        run = subprocess.run(
            [program, "--voices=vi"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    # A heading, then: Pty  Language  Age/Gender  VoiceName  File  Other languages
    rows = [line.split() for line in run.stdout.splitlines()[1:]]
    return tuple(row[1] for row in rows if len(row) > 1)


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
