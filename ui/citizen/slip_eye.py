"""The camera on the citizen's side: it looks for a slip while that page is shown, and only then.

Where a machine has no other scanner the camera is how a slip is read. Staff may take the camera at
any moment; whatever it reads belongs to whoever began to look last.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from ui.scanners.camera_scanner import CameraScanner, CameraState

AGAIN_MS = 1000
"""It goes out after each code, and by itself after a while; by then a slip has led on."""


class SlipEye(QObject):
    """Looks through the camera called `camera_id`; "" is none.

    Signals: `pictured` carries what is seen, `failed` that the camera cannot be used.
    """

    pictured = Signal(QImage)
    failed = Signal()

    def __init__(self, camera: CameraScanner, camera_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._camera = camera
        self._id = camera_id
        self._is_wanted = self._is_starting = self.is_ours = False
        self.can_look = bool(camera_id)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._on_again)
        camera.changed.connect(self._on_changed)
        camera.pictured.connect(self._on_pictured)

    def want(self, *, is_wanted: bool) -> None:
        """Look from now on, or look no more; once it failed it is tried the next time."""
        if is_wanted is self._is_wanted:
            return
        self._is_wanted = is_wanted
        self._again.stop()
        if is_wanted:
            self._look()
            return
        if self.is_ours:
            self._camera.stop()
        self.is_ours, self.can_look = False, bool(self._id)

    def _look(self) -> None:
        if not self.can_look:
            return
        self._is_starting = True
        self._camera.look(self._id)
        self._is_starting = False

    @Slot()
    def _on_again(self) -> None:
        if self._camera.state is CameraState.OFF:
            self._look()

    @Slot(object)
    def _on_changed(self, state: CameraState) -> None:
        if state is CameraState.LOOKING:
            self.is_ours = self._is_starting
        elif not self._is_wanted:
            return
        elif state is CameraState.OFF:
            self._again.start()
        elif self._is_starting or self.is_ours:
            self._again.stop()
            self.can_look = False
            self.failed.emit()

    @Slot(QImage)
    def _on_pictured(self, image: QImage) -> None:
        if self.is_ours:
            self.pictured.emit(image)
