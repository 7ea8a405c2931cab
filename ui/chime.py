"""The gentle sound of a help call; QtMultimedia is imported late and may be missing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtWidgets import QApplication

from resources import sound_path

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

log = logging.getLogger(__name__)


class Chime(QObject):
    """Plays the call sound; without a sound device the system's own beep is all there is."""

    def __init__(self, *, is_on: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effect = self._load() if is_on else None
        self._is_on = is_on

    @Slot()
    def play(self) -> None:
        """Sound once."""
        if self._effect is not None:
            self._effect.play()
        elif self._is_on:
            QApplication.beep()

    def _load(self) -> QSoundEffect | None:
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError as error:
            log.warning("no sound: %s", error)
            return None
        if not QMediaDevices.audioOutputs():
            return None
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(sound_path("help-call"))))
        return effect
