"""What papers of a visit stand on: this machine's camera, its sticks, and a reader of PDFs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.services.paper_shelf import PdfReader
from kiosk.services.sticks import stick_roots
from ui.papers.pdf_pages import QtPdfReader


@dataclass(frozen=True, slots=True)
class PapersDesk:
    """`scanner_camera` is the one that staff scan cards with: another one is taken, if there is."""

    scanner_camera: str = ""
    stick_roots: Callable[[], Sequence[Path]] = stick_roots
    reader: PdfReader = QtPdfReader()  # noqa: RUF009 - it keeps no state
