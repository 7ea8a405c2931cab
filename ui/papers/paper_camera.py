"""The camera that pictures papers: a camera on a stand, or the one built in.

It looks while its page is shown, keeps the image just seen until one is taken, and comes back by
itself when it was unplugged and is plugged in again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot
from PySide6.QtGui import QImage

from ui.scanners.camera_feed import CameraFeed, CameraState, cameras

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QMediaDevices

STARTS_WITHIN_MS = 8_000
"""A camera that shows nothing by then was refused to us by the system."""

_BETWEEN_IMAGES_MS = 60
_WANTED_DOTS = 2_480
_LEAST_RATE = 3.0

Format = tuple[int, int, float]
"""Width, height, and the most images a second."""


class PaperCamera(CameraFeed):
    """Looks through one of this machine's cameras; `avoid` is the id of the scanner's.

    `is_wanted` from `open` to `close`, whether there is a camera or not.
    """

    def __init__(self, avoid: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._avoid = avoid
        self._chosen = ""
        self.is_wanted = False
        self._devices: QMediaDevices | None = None
        self._latest = QImage()
        self._since = QElapsedTimer()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(STARTS_WITHIN_MS)
        self._first.timeout.connect(self._on_error)

    @property
    def count(self) -> int:
        """How many cameras there are to choose from."""
        return len(self._known())

    def open(self) -> None:
        """Look from now on."""
        self.is_wanted = True
        self._follow_devices()
        known = self._known()
        if not known:
            self.stop()
            self._move(CameraState.NOT_FOUND)
            return
        if self._chosen not in known:
            self._chosen = known[0]
        self.look(self._chosen)

    def open_next(self) -> None:
        """Look through the next camera."""
        known = self._known()
        if self._chosen in known:
            self._chosen = known[(known.index(self._chosen) + 1) % len(known)]
        self.open()

    def close(self) -> None:
        """Look no more, and forget what was seen."""
        self.is_wanted = False
        self.stop()

    def taken(self) -> QImage:
        """Return the image just seen; a null one while nothing was."""
        return self._latest

    def watch(self, camera: QCamera | None) -> None:
        """Look at what comes to a sink."""
        self._since.invalidate()
        super().watch(camera)
        self._first.start()

    @Slot()
    def stop(self) -> None:
        """Switch the camera off."""
        self._first.stop()
        self._latest = QImage()
        super().stop()

    def _known(self) -> list[str]:
        """Return the cameras, the scanner's own last."""
        ids = [camera.id for camera in cameras()]
        return sorted(ids, key=lambda one: one == self._avoid)

    def _follow_devices(self) -> None:
        if self._devices is not None:
            return
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:
            return
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._on_devices)

    @Slot()
    def _on_devices(self) -> None:
        """Follow a camera that was pulled out or plugged in."""
        if not self.is_wanted:
            return
        if self.state is not CameraState.LOOKING or self._chosen not in self._known():
            self.open()

    def _set_up(self, camera: QCamera) -> None:
        formats = camera.cameraDevice().videoFormats()
        best = best_format(
            [(f.resolution().width(), f.resolution().height(), f.maxFrameRate()) for f in formats]
        )
        if best is not None:
            camera.setCameraFormat(formats[best])

    def _wants(self) -> bool:
        return not self._since.isValid() or self._since.elapsed() >= _BETWEEN_IMAGES_MS

    def _see(self, image: QImage) -> None:
        self._since.start()
        self._first.stop()
        self._latest = image
        super()._see(image)


def best_format(formats: Sequence[Format]) -> int | None:
    """Return which format pictures a page well: the smallest that is fine enough, else the finest.

    Formats that hardly move are left out, unless there are no others.
    """
    moving = [n for n, (_w, _h, rate) in enumerate(formats) if rate >= _LEAST_RATE]
    numbers = moving or list(range(len(formats)))
    fine = [n for n in numbers if max(formats[n][:2]) >= _WANTED_DOTS]

    def dots(number: int) -> int:
        return formats[number][0] * formats[number][1]

    return min(fine, key=dots) if fine else max(numbers, key=dots, default=None)
