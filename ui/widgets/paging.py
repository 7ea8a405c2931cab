"""The pure rule of how blocks are split over pages; knows heights, not widgets."""

from __future__ import annotations

from collections.abc import Sequence


def paginate(
    heights: Sequence[int], available: int, spacing: int, leads_on: Sequence[bool] = ()
) -> list[range]:
    """Return the indexes of each page, in order; there is always one page.

    A block that `leads_on` (a heading) is never the last of a page: it moves on with what follows.
    A block taller than `available` gets a page of its own.
    """
    pages: list[range] = []
    start = 0
    used = 0
    for index, height in enumerate(heights):
        wanted = height if index == start else used + spacing + height
        if index > start and wanted > available:
            start_next = _keep_headings(leads_on, start, index)
            pages.append(range(start, start_next))
            start = start_next
            wanted = sum(heights[start : index + 1]) + spacing * (index - start)
        used = wanted
    pages.append(range(start, len(heights)))
    return pages


def _keep_headings(leads_on: Sequence[bool], start: int, cut: int) -> int:
    """Move the cut up before the headings that stand right above it."""
    moved = cut
    while moved - 1 > start and moved - 1 < len(leads_on) and leads_on[moved - 1]:
        moved -= 1
    return moved
