"""What a page may hand out: PDF files, into the visit's folder, to be printed and forgotten.

The name is ours. The page's word that it is a PDF is not enough: the first bytes have to say so.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEnginePage, QWebEngineProfile

from kiosk.services.visit_folder import VisitFolder
from ui.portal.web.request_guard import place_of

log = logging.getLogger(__name__)

LARGEST_BYTES = 20 * 1024 * 1024
_PDF = "application/pdf"
_MARK = b"%PDF-"
_State = QWebEngineDownloadRequest.DownloadState


class Downloads(QObject):
    """Takes PDF files from one profile into `folder`.

    Signals: `came` carries the Path of a PDF that is wholly there; `refused` comes for anything
    else.
    """

    came = Signal(object)
    refused = Signal()

    def __init__(
        self, profile: QWebEngineProfile, folder: VisitFolder, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._under_way: list[QWebEngineDownloadRequest] = []
        profile.downloadRequested.connect(self._on_requested)

    def print_page(self, page: QWebEnginePage) -> None:
        """Write the page itself as a PDF, for a page that wants to be printed."""
        path = self._new_file()
        if path is None:
            self.refused.emit()
            return
        page.pdfPrintingFinished.connect(self._on_page_written)
        page.printToPdf(str(path))

    def stop(self) -> None:
        """Give up what is still coming."""
        for download in self._under_way:
            download.cancel()
        self._under_way.clear()

    @Slot(QWebEngineDownloadRequest)
    def _on_requested(self, download: QWebEngineDownloadRequest) -> None:
        if download.mimeType() != _PDF or download.totalBytes() > LARGEST_BYTES:
            log.info("download refused: %s (%s)", place_of(download.url()), download.mimeType())
            download.cancel()
            self.refused.emit()
            return
        path = self._new_file()
        if path is None:
            download.cancel()
            self.refused.emit()
            return
        download.setDownloadDirectory(str(path.parent))
        download.setDownloadFileName(path.name)
        download.receivedBytesChanged.connect(self._on_more)
        download.isFinishedChanged.connect(self._on_finished)
        self._under_way.append(download)
        download.accept()

    def _new_file(self) -> Path | None:
        """Return where a new file goes; None when the disk is full or may not be written."""
        try:
            return self._folder.new_file("trang", ".pdf")
        except OSError as error:
            log.warning("no place for a page's paper: %s", error.strerror)
            return None

    @Slot()
    def _on_more(self) -> None:
        for download in self._under_way:
            if download.receivedBytes() > LARGEST_BYTES:
                download.cancel()

    @Slot()
    def _on_finished(self) -> None:
        done = [one for one in self._under_way if one.isFinished()]
        for download in done:
            self._under_way.remove(download)
            self._take(
                Path(download.downloadDirectory()) / download.downloadFileName(),
                is_whole=download.state() is _State.DownloadCompleted,
            )

    @Slot(str, bool)
    def _on_page_written(self, path: str, success: bool) -> None:
        self._take(Path(path), is_whole=success)

    def _take(self, path: Path, *, is_whole: bool) -> None:
        if is_whole and _begins_as_pdf(path):
            self.came.emit(path)
            return
        # What another program holds open goes with the visit's folder.
        with suppress(OSError):
            path.unlink()
        self.refused.emit()


def _begins_as_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_MARK)) == _MARK
    except OSError:
        return False
