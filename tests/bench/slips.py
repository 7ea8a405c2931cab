"""The slip as PDF, with its QR, on both kinds of paper: a fresh slip each time."""

from __future__ import annotations

import time

from kiosk.domain.slip import Paper
from kiosk.services.documents.slip_pdf import slip_pdf
from tests.bench.rows import Row
from tests.support.slips import slip_content


def slip_rows(repeats: int) -> list[Row]:
    """Return one row for each paper."""
    return [_row(paper, repeats) for paper in Paper]


def _row(paper: Paper, repeats: int) -> Row:
    slip_pdf(slip_content(), paper)
    times = []
    for _ in range(repeats):
        content = slip_content()
        start = time.monotonic()
        slip_pdf(content, paper)
        times.append((time.monotonic() - start) * 1000)
    return Row(f"slip PDF, {paper.value}", tuple(times), limit=150.0)
