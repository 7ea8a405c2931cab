"""A camera as a scanner: it looks while staff ask it to, and no picture is kept anywhere.

Frames are decoded in a background lane, one at a time. Qt's multimedia part and the decoder are
read late, so the program runs without a camera and without either of them.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.domain.errors import BugError, KnownError
from kiosk.services.code_picture import GrayPicture, read_codes
from ui.lanes import Lane, Lanes

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoFrame, QVideoSink

LOOK_MS = 45_000
"""A camera nobody holds a card to goes out by itself."""

_log = logging.getLogger(__name__)


class CameraState(Enum):
    """Whether the camera looks."""

    OFF = auto()
    LOOKING = auto()
    NOT_FOUND = auto()
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


class CameraScanner(QObject):
    """Looks through one camera for a QR code.

    Signals: `read` carries the text of one code, and the camera goes out; `pictured` the image just
    seen, to aim by; `changed` the CameraState.
    """

    read = Signal(str)
    pictured = Signal(QImage)
    changed = Signal(object)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = CameraState.OFF
        self._lanes = lanes
        self._camera: QCamera | None = None
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None
        self._is_decoding = False
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(LOOK_MS)
        self._end.timeout.connect(self.stop)

    def look(self, camera_id: str) -> None:
        """Look through a camera until a code is read, `stop` is called, or nobody comes."""
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
        self._end.start()
        self._move(CameraState.LOOKING)

    @Slot()
    def stop(self) -> None:
        """Switch the camera off."""
        self._end.stop()
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

    @Slot("QVideoFrame")
    def _on_frame(self, frame: QVideoFrame) -> None:
        """Decode this frame, unless the one before is still being decoded."""
        if self._is_decoding or not frame.isValid():
            return
        image = frame.toImage()
        if image.isNull():
            return
        self._is_decoding = True
        self.pictured.emit(image)
        job = partial(read_codes, gray_picture(image))
        self._lanes.run(Lane.GENERAL, job, self._on_codes, self._on_undecoded)

    def _on_codes(self, codes: tuple[str, ...]) -> None:
        self._is_decoding = False
        if codes and self.state is CameraState.LOOKING:
            self.stop()
            self.read.emit(codes[0].strip())

    def _on_undecoded(self, error: KnownError | BugError) -> None:
        self._is_decoding = False
        _log.warning("camera: a frame could not be decoded: %s", type(error).__name__)
        self.stop()
        self._move(CameraState.NO_SUPPORT)

    @Slot()
    def _on_error(self) -> None:
        self.stop()
        self._move(CameraState.NOT_FOUND)


def gray_picture(image: QImage) -> GrayPicture:
    """Return the grays of an image, for the decoder."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return GrayPicture(bytes(gray.constBits()), gray.bytesPerLine(), gray.height())
