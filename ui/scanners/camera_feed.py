"""A camera that is looked through for a while: its images go to whoever looks, and nowhere else.

Qt's multimedia part is read late, so the program runs without a camera and without that part.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoFrame, QVideoSink


class CameraState(Enum):
    """Whether the camera looks."""

    OFF = auto()
    LOOKING = auto()
    NOT_FOUND = auto()
    NOT_OPEN = auto()
    NO_SUPPORT = auto()


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera of this machine: what it is known by, and what it is called."""

    id: str
    name: str


def cameras() -> tuple[Camera, ...]:
    """Return the cameras of this machine; none where Qt's multimedia part is missing."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return ()
    found = QMediaDevices.videoInputs()
    return tuple(Camera(bytes(c.id().data()).decode(), c.description()) for c in found)


class CameraFeed(QObject):
    """Looks through one camera; what to do with each image, and with a fault, is told by `_see`.

    Signals: `pictured` the image just seen; `changed` the CameraState.
    """

    pictured = Signal(QImage)
    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = CameraState.OFF
        self._camera: QCamera | None = None
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None

    def look(self, camera_id: str) -> None:
        """Look through a camera until `stop` is called."""
        self.stop()
        try:
            from PySide6.QtMultimedia import QCamera, QMediaDevices
        except ImportError:
            self._move(CameraState.NO_SUPPORT)
            return
        found = [d for d in QMediaDevices.videoInputs() if d.id().data() == camera_id.encode()]
        if not found:
            self._move(CameraState.NOT_FOUND)
            return
        self._camera = QCamera(found[0], self)
        self._camera.errorOccurred.connect(self._on_error)
        self._set_up(self._camera)
        self.watch(self._camera)
        self._camera.start()

    def watch(self, camera: QCamera | None) -> None:
        """Look at what comes to a sink, from `camera` where there is one."""
        from PySide6.QtMultimedia import QMediaCaptureSession, QVideoSink

        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self._sink)
        if camera is not None:
            self._session.setCamera(camera)
        self._move(CameraState.LOOKING)

    @Slot()
    def stop(self) -> None:
        """Switch the camera off."""
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._on_frame)
        if self._camera is not None:
            self._camera.errorOccurred.disconnect(self._on_error)
            self._camera.stop()
        for part in (self._session, self._camera, self._sink):
            if part is not None:
                part.deleteLater()
        self._session = self._camera = self._sink = None
        self._move(CameraState.OFF)

    def _move(self, state: CameraState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit(state)

    def _set_up(self, camera: QCamera) -> None:
        """Prepare a camera before it starts; any will do as it is."""

    def _wants(self) -> bool:
        """Return whether the next frame is worth being made an image."""
        return True

    def _see(self, image: QImage) -> None:
        """Take an image that was just seen."""
        self.pictured.emit(image)

    @Slot("QVideoFrame")
    def _on_frame(self, frame: QVideoFrame) -> None:
        if not frame.isValid() or not self._wants():
            return
        image = frame.toImage()
        if not image.isNull():
            self._see(image)

    @Slot()
    def _on_error(self) -> None:
        self.stop()
        self._move(CameraState.NOT_OPEN)
