"""The pure rule of how blocks are split over pages; knows heights, not widgets."""

from __future__ import annotations

from collections.abc import Sequence


def paginate(
    heights: Sequence[int],
    available: int,
    spacing: int,
    leads_on: Sequence[bool] = (),
    *,
    choices: Sequence[int] = (),
    most_choices: int = 0,
) -> list[range]:
    """Return the indexes of each page, in order; there is always one page.

    A block that `leads_on` (a heading) is not the last of a page: it moves on with what follows,
    as far as both fit. A block taller than `available` gets a page of its own. With `most_choices`
    a page ends before the block that would bring more of the `choices` onto it.
    """
    pages: list[range] = []
    start = 0
    used = 0
    for index, height in enumerate(heights):
        wanted = height if index == start else used + spacing + height
        is_crowded = 0 < most_choices < sum(choices[start : index + 1])
        if index > start and (wanted > available or is_crowded):
            cut = _keep_headings(leads_on, start, index)
            while cut < index and _height(heights[cut : index + 1], spacing) > available:
                cut += 1
            pages.append(range(start, cut))
            start = cut
            wanted = _height(heights[start : index + 1], spacing)
        used = wanted
    pages.append(range(start, len(heights)))
    return pages


def _height(heights: Sequence[int], spacing: int) -> int:
    """Return the height of blocks below each other."""
    return sum(heights) + spacing * (len(heights) - 1)


def _keep_headings(leads_on: Sequence[bool], start: int, cut: int) -> int:
    """Move the cut up before the headings that stand right above it."""
    moved = cut
    while moved - 1 > start and moved - 1 < len(leads_on) and leads_on[moved - 1]:
        moved -= 1
    return moved
