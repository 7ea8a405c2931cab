"""The set-up's work with scanners: choosing port and camera, and trying each with a sample card.

What comes from a scanner here is only compared with the sample: a real card that somebody tries
with is told apart from it and forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.sample_card import sample_result
from kiosk.domain.words import N_
from kiosk.services.atomic import write_bytes
from kiosk.services.documents.sample_card_pdf import sample_card_pdf
from ui.lanes import Lane
from ui.scanners.camera_feed import CameraState, cameras
from ui.scanners.scan import Scan
from ui.scanners.serial_scanner import PortState, serial_ports
from ui.setup import wishes as w
from ui.setup.models import SCANNERS, ScannerModel, SetupPageName

if TYPE_CHECKING:
    from ui.setup.shell import SetupShell

_PORT_STATES = {
    PortState.OFF: "",
    PortState.LISTENING: N_("Đang nghe cổng này."),
    PortState.NOT_OPEN: N_("Chưa mở được cổng. Xem dây máy quét; máy sẽ tự thử lại."),
    PortState.NO_SUPPORT: N_("Máy này chưa dùng được cổng nối tiếp."),
}
_CAMERA_STATES = {
    CameraState.OFF: "",
    CameraState.LOOKING: N_("Đang nhìn. Đưa thẻ mẫu vào giữa khung."),
    CameraState.NOT_FOUND: N_("Chưa thấy camera này. Cắm lại dây rồi bấm thử."),
    CameraState.NOT_OPEN: N_("Chưa mở được camera này. Cắm lại dây rồi bấm thử."),
    CameraState.NO_SUPPORT: N_("Máy này chưa dùng được camera."),
}
_SENT = N_("Đã gửi thẻ mẫu đến máy in.")
_KEPT = N_("Chưa có máy in. Thẻ mẫu đã lưu ở {path}")


class ScannerWork(QObject):
    """The pages of the three kinds of scanner."""

    def __init__(self, shell: SetupShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._page = SetupPageName.KEYBOARD_SCANNER
        self._model: ScannerModel | None = None
        self._scanners = shell.desk.scanners
        if self._scanners is not None:
            self._scanners.serial.changed.connect(self._on_port)
            self._scanners.camera.changed.connect(self._on_camera)
            self._scanners.camera.pictured.connect(shell.window.pictured)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {
            w.TryPort: self._on_try_port,
            w.SavePort: self._on_save_port,
            w.TryCamera: self._on_try_camera,
            w.SaveCamera: self._on_save_camera,
            w.PrintSample: self._on_print,
        }

    def entering(self, page: SetupPageName) -> None:
        """Begin a page afresh; a camera that was left looking goes out."""
        if page is not self._page:
            self._model = None
        self._page = page
        if self._scanners is not None and page is not SetupPageName.CAMERA_SCANNER:
            self._scanners.camera.stop()

    def model(self) -> ScannerModel:
        """Return the model of the page in front."""
        if self._model is None:
            self._model = self._fresh()
        self._model = replace(self._model, progress=self._shell.progress())
        return self._model

    def hear(self, scan: Scan) -> None:
        """Compare what was scanned with the sample, on whichever scanner's page."""
        if self._model is not None and self._page in SCANNERS:
            self._show(
                replace(self.model(), result=sample_result(scan.card), problem="", message="")
            )

    def on_refused(self, error: KnownError | BugError) -> None:
        """Tell of a failure on the page in front."""
        if self._model is not None and self._page in SCANNERS:
            self._show(replace(self.model(), problem=self._shell.plain(error)))

    def _fresh(self) -> ScannerModel:
        progress, settings, t = self._shell.progress(), self._shell.settings, self._shell.desk.t
        if self._page is SetupPageName.SERIAL_SCANNER:
            ports = tuple((p.name, f"{p.name} {p.description}".strip()) for p in serial_ports())
            status = t(_PORT_STATES[self._port_state])
            return ScannerModel(progress, ports, settings.scanner_port, status)
        if self._page is SetupPageName.CAMERA_SCANNER:
            found = tuple((camera.id, camera.name) for camera in cameras())
            return ScannerModel(progress, found, settings.camera)
        return ScannerModel(progress)

    @property
    def _port_state(self) -> PortState:
        return self._scanners.serial.state if self._scanners is not None else PortState.OFF

    def _show(self, model: ScannerModel) -> None:
        self._model = model
        if self._shell.is_showing(self._page):
            self._shell.show(self._page, self._model)

    def _on_try_port(self, wish: w.TryPort) -> None:
        self._show(replace(self.model(), chosen=wish.port, result=None, problem=""))
        if self._scanners is not None:
            self._scanners.serial.listen(wish.port)

    def _on_save_port(self, wish: w.SavePort) -> None:
        self._shell.keep_settings(replace(self._shell.settings, scanner_port=wish.port))

    def _on_try_camera(self, wish: w.TryCamera) -> None:
        self._show(replace(self.model(), chosen=wish.camera, result=None, problem=""))
        if self._scanners is not None:
            self._scanners.camera.look(wish.camera)

    def _on_save_camera(self, wish: w.SaveCamera) -> None:
        self._shell.keep_settings(replace(self._shell.settings, camera=wish.camera))

    @Slot(object)
    def _on_port(self, state: PortState) -> None:
        if self._page is SetupPageName.SERIAL_SCANNER:
            self._show(replace(self.model(), status=self._shell.desk.t(_PORT_STATES[state])))

    @Slot(object)
    def _on_camera(self, state: CameraState) -> None:
        if self._page is SetupPageName.CAMERA_SCANNER:
            is_looking = state is CameraState.LOOKING
            self._show(
                replace(
                    self.model(),
                    status=self._shell.desk.t(_CAMERA_STATES[state]),
                    is_looking=is_looking,
                )
            )

    def _on_print(self, _wish: w.PrintSample) -> None:
        lanes = self._shell.desk.lanes
        lanes.run(Lane.GENERAL, self._print, self._on_printed, self.on_refused)

    def _print(self) -> str:
        """Print the sample, or keep it where there is no printer; return what to tell."""
        shell = self._shell
        pdf = sample_card_pdf(shell.settings.paper)
        if shell.settings.printer:
            shell.desk.printer.print_pdf(pdf, shell.settings.printer, "dong-hanh-so-sample")
            return shell.desk.t(_SENT)
        path = shell.desk.paths.lists / "the-mau.pdf"
        write_bytes(path, pdf)
        return shell.desk.t(_KEPT, path=str(path))

    def _on_printed(self, message: str) -> None:
        self._show(replace(self.model(), message=message, problem=""))
