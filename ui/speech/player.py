"""Plays samples from memory, so that nothing that was said ever lies in a file."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QIODevice, QObject, Slot

from kiosk.services.sound import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink

log = logging.getLogger(__name__)

Done = Callable[[bool], None]


class Player(Protocol):
    """Where sounds go."""

    def play(self, sound: Sound, done: Done) -> None:
        """Play a sound instead of the one before it; then tell `done` whether that went well."""
        ...

    def stop(self) -> None:
        """Fall silent; `done` is not called any more."""
        ...


class SoundPlayer(QObject):
    """The loudspeaker that the system uses now; its volume is the system's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._buffer: QBuffer | None = None
        self._done: Done | None = None

    @staticmethod
    def is_possible() -> bool:
        """Return whether Qt can play here: its sound part is there, and a device as well."""
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError as error:
            log.warning("no sound: %s", error)
            return False
        return bool(QMediaDevices.audioOutputs())

    def play(self, sound: Sound, done: Done) -> None:
        """Play a sound instead of the one before it; then tell `done` whether that went well."""
        from PySide6.QtMultimedia import QAudioSink, QMediaDevices

        self.stop()
        self._buffer = QBuffer(self)
        self._buffer.setData(sound.samples)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(QMediaDevices.defaultAudioOutput(), _format_of(sound), self)
        self._sink.stateChanged.connect(self._on_state)
        self._done = done
        self._sink.start(self._buffer)

    def stop(self) -> None:
        """Fall silent; `done` is not called any more."""
        self._done = None
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.stateChanged.disconnect(self._on_state)
            sink.stop()
            sink.deleteLater()
        buffer, self._buffer = self._buffer, None
        if buffer is not None:
            buffer.close()
            buffer.deleteLater()

    @Slot()
    def _on_state(self) -> None:
        """End when everything was played (idle), or when the device gave up (stopped).

        The state is asked for, as PySide cannot hand this enumeration to a slot.
        """
        from PySide6.QtMultimedia import QtAudio

        state = self._sink.state() if self._sink is not None else None
        if self._done is None or state not in (QtAudio.State.IdleState, QtAudio.State.StoppedState):
            return
        done, was_played = self._done, state is QtAudio.State.IdleState
        self.stop()
        done(was_played)


def _format_of(sound: Sound) -> QAudioFormat:
    from PySide6.QtMultimedia import QAudioFormat

    form = QAudioFormat()
    form.setSampleRate(sound.rate)
    form.setChannelCount(sound.channels)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
