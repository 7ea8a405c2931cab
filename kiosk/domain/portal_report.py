"""What kiosks report of the portal: on a page of a step, what is to be pressed was not there.

A report says where and when, and nothing of who stood there. Those of several visits about one
step and page are one thing to look at, with a count, until the lead has looked at it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.content_review import FactEntry, Verdict

_KEY = "portal"


@dataclass(frozen=True, slots=True)
class PortalReport:
    """A step and a page, as host and path; how many visits have reported it, and when last."""

    step_id: str
    place: str
    count: int
    latest: datetime


def report_path(step_id: str) -> str:
    """Return the path under which reports of a step stand in the list of what was said."""
    return f"{_KEY}[{step_id}]"


def open_reports(history: Iterable[FactEntry]) -> tuple[PortalReport, ...]:
    """Return what waits to be looked at in the entries of one procedure, the latest first."""
    waiting: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    for entry in history:
        key = (entry.path, str(entry.value))
        if entry.verdict is Verdict.MISSED:
            waiting[key].append(entry.at)
        elif entry.verdict is Verdict.SETTLED:
            waiting.pop(key, None)
    reports = (
        PortalReport(path[len(_KEY) + 1 : -1], place, len(times), max(times))
        for (path, place), times in waiting.items()
    )
    return tuple(sorted(reports, key=lambda report: report.latest, reverse=True))
