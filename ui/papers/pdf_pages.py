"""Opens a PDF with Qt's own reader: whether it opens at all, and what its pages look like.

Meant for the general lane, never the GUI thread. Each call opens the file for itself.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

_LOCKED = QPdfDocument.Error.IncorrectPassword


class QtPdfReader:
    """The port PdfReader on Qt's PDF part."""

    def page_count(self, pdf: bytes) -> int:
        """Return the number of pages; raises KnownError for a locked or broken file."""
        with _Opened(pdf) as document:
            return document.pageCount()


def page_picture(pdf: bytes, page: int, room: QSize) -> QImage:
    """Return a page, on white, as large as it fits into `room`; raises KnownError."""
    with _Opened(pdf) as document:
        points = document.pagePointSize(page).toSize()
        size = points.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        drawn = document.render(page, size)
    if drawn.isNull():
        raise _broken("a page could not be drawn")
    sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return sheet


class _Opened:
    """A PDF that is open within a `with` block."""

    def __init__(self, pdf: bytes) -> None:
        self._data = QByteArray(pdf)
        self._buffer = QBuffer(self._data)
        self._document = QPdfDocument()

    def __enter__(self) -> QPdfDocument:
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        error = self._document.error()
        if error is _LOCKED:
            raise KnownError(
                N_("Tệp này có khóa bằng mật khẩu."),
                N_("Chọn tệp khác, hoặc chụp tờ giấy ở đây."),
                "a PDF with a password",
            )
        if error is not QPdfDocument.Error.None_ or self._document.pageCount() == 0:
            raise _broken(error.name)
        return self._document

    def __exit__(self, *_error: object) -> None:
        self._document.close()
        self._buffer.close()


def _broken(why: str) -> KnownError:
    return KnownError(
        N_("Tệp này máy mở không được."),
        N_("Chọn tệp khác, hoặc chụp tờ giấy ở đây."),
        f"a PDF that does not open: {why}",
    )
