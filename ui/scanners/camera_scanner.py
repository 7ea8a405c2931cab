"""A camera as a scanner: it looks while staff ask it to, and no picture is kept anywhere.

Frames are decoded in a background lane, one at a time. The decoder is read late, so the program
runs without it.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.domain.errors import BugError, KnownError
from kiosk.services.code_picture import GrayPicture, read_codes
from ui.lanes import Lane, Lanes
from ui.scanners.camera_feed import CameraFeed, CameraState

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera

LOOK_MS = 45_000
"""A camera nobody holds a card to goes out by itself."""

_log = logging.getLogger(__name__)


class CameraScanner(CameraFeed):
    """Looks through one camera for a QR code, until one is read or nobody comes.

    Signals: `read` carries the text of one code, and the camera goes out.
    """

    read = Signal(str)

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._is_decoding = False
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(LOOK_MS)
        self._end.timeout.connect(self.stop)

    def watch(self, camera: QCamera | None) -> None:
        """Look at what comes to a sink, for a while."""
        super().watch(camera)
        self._end.start()

    @Slot()
    def stop(self) -> None:
        """Switch the camera off."""
        self._end.stop()
        super().stop()

    def _wants(self) -> bool:
        """Decode one frame at a time."""
        return not self._is_decoding

    def _see(self, image: QImage) -> None:
        self._is_decoding = True
        super()._see(image)
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


def gray_picture(image: QImage) -> GrayPicture:
    """Return the grays of an image, for the decoder."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return GrayPicture(bytes(gray.constBits()), gray.bytesPerLine(), gray.height())
