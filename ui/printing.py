"""Prints PDFs through Qt on one named printer, and on no other.

Qt has two traps here (research/feasibility 5): an unknown name silently prints on the default
printer, and a stopped queue takes a job as if all were well. So the name is checked against the
system's list and against what QPrinter made of it, and the state is read before and after.

On Windows the state comes from the spooler's printer status. Many drivers always report "ready",
also when the printer is switched off or set to work offline, and a job may wait there unseen. On
CUPS a printer without paper shows only after its first try, and a queue told to reject jobs
(cupsreject) drops them without a word to Qt. So READY never means that paper came out: the app asks
the person.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kiosk.domain.errors import BugError
from kiosk.services.ports import PrinterState
from kiosk.services.printing import PrintRefused

_DEFAULT_DPI = 300
_LEAST_DPI = 180
_POINTS_PER_INCH = 72


class QtSlipPrinter:
    """The port SlipPrinter on Qt's print support; meant for the general lane, never the GUI thread.

    It keeps no state, so one object serves every call from any one thread at a time.
    """

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers the system knows; empty when there is no spooler."""
        return tuple(QPrinterInfo.availablePrinterNames())

    def state(self, printer: str) -> PrinterState:
        """Return what the system says about `printer` now."""
        if not printer:
            return PrinterState.NONE_CHOSEN
        known = self.printers()
        if not known:
            return PrinterState.NO_SPOOLER
        if printer not in known:
            return PrinterState.UNKNOWN_PRINTER
        stopped = QPrinterInfo.printerInfo(printer).state() == QPrinter.PrinterState.Error
        return PrinterState.STOPPED if stopped else PrinterState.READY

    def print_pdf(self, pdf: bytes, printer: str, title: str) -> None:
        """Spool `pdf` at its own page size.

        Raises PrintRefused before spooling, or after it when the queue meanwhile stopped or
        vanished; the job may then still wait in the queue and come out later, which is why a second
        try is always a new version of the slip. Raises BugError for bytes that are no PDF.
        """
        self._check(printer)
        self._spool(pdf, printer, title)
        self._check(printer)

    def _check(self, printer: str) -> None:
        state = self.state(printer)
        if state is not PrinterState.READY:
            raise PrintRefused(state, printer)

    def _spool(self, pdf: bytes, printer: str, title: str) -> None:
        data = QByteArray(pdf)
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        if document.status() != QPdfDocument.Status.Ready or document.pageCount() == 0:
            raise BugError(f"not a printable PDF: {document.error().name}")
        device = self._device(printer, title)
        _set_page(device, document.pagePointSize(0))
        painter = QPainter()
        if not painter.begin(device):
            raise self._refusal(printer, PrinterState.STOPPED)
        _draw_pages(document, device, painter)
        is_spooled = painter.end()
        document.close()
        if not is_spooled:
            raise self._refusal(printer, PrinterState.STOPPED)

    def _refusal(self, printer: str, unless_told: PrinterState) -> PrintRefused:
        """Return why `printer` took no job; `unless_told` when the system still says "ready"."""
        state = self.state(printer)
        return PrintRefused(unless_told if state is PrinterState.READY else state, printer)

    def _device(self, printer: str, title: str) -> QPrinter:
        known = QPrinterInfo.printerInfo(printer)
        device = QPrinter(known, QPrinter.PrinterMode.HighResolution)
        # Without a spooler QPrinter turns into a writer of PDF files; with a stale name it takes
        # the default printer. Either way this is not the printer that was asked for.
        is_file = device.outputFormat() != QPrinter.OutputFormat.NativeFormat
        if is_file or not device.isValid() or device.printerName() != printer:
            raise self._refusal(printer, PrinterState.UNKNOWN_PRINTER)
        device.setDocName(title)
        device.setResolution(_resolution(known))
        device.setFullPage(True)
        return device


def _resolution(known: QPrinterInfo) -> int:
    """Return the printer's own dots per inch up to 300: a thermal printer then scales nothing."""
    offered = [dpi for dpi in known.supportedResolutions() if _LEAST_DPI <= dpi <= _DEFAULT_DPI]
    return max(offered, default=_DEFAULT_DPI)


def _set_page(device: QPrinter, points: QSizeF) -> None:
    """Ask for the PDF's own page size, without margins.

    A driver without custom sizes (some thermal ones on Windows) keeps its nearest form. The page is
    drawn at its true size from the upper left corner all the same, so the result is only longer.
    """
    fuzzy = QPageSize.SizeMatchPolicy.FuzzyMatch
    size = QPageSize(points, QPageSize.Unit.Point, "", fuzzy)
    upright = QPageLayout.Orientation.Portrait
    device.setPageLayout(QPageLayout(size, upright, QMarginsF(0, 0, 0, 0)))


def _draw_pages(document: QPdfDocument, device: QPrinter, painter: QPainter) -> None:
    dpi = device.resolution()
    for page in range(document.pageCount()):
        if page:
            device.newPage()
        points = document.pagePointSize(page)
        width, height = (round(side * dpi / _POINTS_PER_INCH) for side in points.toTuple())
        picture = _on_white(document.render(page, QSize(width, height)))
        painter.drawImage(QRectF(0, 0, width, height), picture)


def _on_white(page: QImage) -> QImage:
    """Return a rendered page as grays on white: it comes transparent, which prints as black."""
    sheet = QImage(page.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, page)
    painter.end()
    return sheet.convertToFormat(QImage.Format.Format_Grayscale8)
