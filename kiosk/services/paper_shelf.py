"""The papers of one visit: made of pages, or taken from a stick, and written into its folder.

Every file is written once and never again: a page of the portal that was given one may still hold
on to it when the person has taken the picture anew. After the end of the visit nothing is written.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Protocol

from kiosk.domain.errors import KnownError
from kiosk.domain.visit_paper import SizeLimit, VisitPaper, file_stem
from kiosk.domain.words import N_
from kiosk.services.paper_pages import PaperPage, pdf_of
from kiosk.services.visit_folder import VisitFolder

log = logging.getLogger(__name__)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})


class PdfReader(Protocol):
    """Opens PDFs as the portal and its officials will."""

    def page_count(self, pdf: bytes) -> int:
        """Return the number of pages; raises KnownError for a locked or broken file."""
        ...


class PaperShelf:
    """Makes the files of one visit, in any lane, until it is closed."""

    def __init__(self, folder: VisitFolder, reader: PdfReader) -> None:
        self._folder = folder
        self._reader = reader
        self._lock = Lock()
        self._is_closed = False
        self._stems: dict[str, str] = {}
        self._written = 0

    def close(self) -> None:
        """Write nothing any more: the visit is over."""
        with self._lock:
            self._is_closed = True

    def from_pages(
        self, paper_id: str, title: str, pages: Sequence[PaperPage], limit: SizeLimit
    ) -> VisitPaper:
        """Return the paper that was made of pages; raises KnownError when they do not fit."""
        return self._keep(paper_id, title, pdf_of(pages, limit.made))

    def from_pdf(self, paper_id: str, title: str, pdf: bytes) -> VisitPaper:
        """Return the paper that was brought as a PDF; raises KnownError when it does not open."""
        return self._keep(paper_id, title, pdf)

    def _keep(self, paper_id: str, title: str, pdf: bytes) -> VisitPaper:
        count = self._reader.page_count(pdf)
        with self._lock:
            if self._is_closed:
                raise KnownError(N_("Lượt này đã xong."), "", "a paper came after its visit")
            return VisitPaper(paper_id, self._write(paper_id, title, pdf), count, len(pdf))

    def _write(self, paper_id: str, title: str, pdf: bytes) -> Path:
        self._written += 1
        # A folder for each, so that the name the portal shows is the paper's and nothing else.
        path = self._folder.path / f"giay-{self._written}" / f"{self._stem(paper_id, title)}.pdf"
        try:
            path.parent.mkdir(mode=0o700, parents=True)
            path.write_bytes(pdf)
        except OSError as error:
            path.unlink(missing_ok=True)
            raise _not_written(error) from error
        return path

    def _stem(self, paper_id: str, title: str) -> str:
        """Return the name of a paper's file, which no other paper of the visit has."""
        if paper_id not in self._stems:
            stem = usual = file_stem(title)
            number = 1
            while stem in self._stems.values():
                number += 1
                stem = f"{usual}-{number}"
            self._stems[paper_id] = stem
        return self._stems[paper_id]


def _not_written(error: OSError) -> KnownError:
    log_line = f"a paper was not written: {error.strerror}"
    if error.errno in _FULL:
        return KnownError(
            N_("Máy đã đầy, chưa giữ được giấy."), N_("Gọi cán bộ xem giúp máy."), log_line
        )
    return KnownError(N_("Máy chưa giữ được giấy."), N_("Gọi cán bộ xem giúp máy."), log_line)
