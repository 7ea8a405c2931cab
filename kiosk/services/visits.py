"""Keeps the anonymous marks of each visit.

Marks are stamped on the spot (`new_visit`, `mark`) and stored later (`start`, `record`, `end`),
because the moment counts when the finger touched, not when the disk had time. Durations come from
the monotonic clock.
"""

from __future__ import annotations

from kiosk.domain.errors import BugError
from kiosk.domain.visit import Visit, VisitEnd, VisitEvent, VisitEventKind
from kiosk.services.ports import Clock, Store
from kiosk.services.trail import new_id


class VisitLog:
    """The visits of one citizen's window; `device` is where it stands."""

    def __init__(self, store: Store, clock: Clock, device: str) -> None:
        self._store = store
        self._clock = clock
        self._device = device
        self._number = 0
        self._visit_id = ""
        self._began = 0.0
        self._seq = 0

    def new_visit(self) -> Visit:
        """Return a new visit with the next number; touches no database."""
        self._number += 1
        self._visit_id = new_id()
        self._began = self._clock.monotonic()
        self._seq = 0
        return Visit(self._visit_id, self._number, self._clock.now())

    def mark(
        self,
        visit: Visit,
        kind: VisitEventKind,
        *,
        step_id: str = "",
        barrier: str = "",
        value: int | None = None,
    ) -> VisitEvent:
        """Return a mark of the visit going on, stamped now; touches no database."""
        if visit.id != self._visit_id:
            raise BugError("a mark was made in a visit that is over")
        self._seq += 1
        return VisitEvent(
            visit_id=visit.id,
            seq=self._seq,
            at=self._clock.now(),
            elapsed_ms=round((self._clock.monotonic() - self._began) * 1000),
            kind=kind,
            procedure_code=visit.procedure_code,
            step_id=step_id,
            barrier=barrier,
            value=value,
        )

    def start(self, visit: Visit) -> None:
        """Store that the visit began."""
        first = VisitEvent(visit.id, 0, visit.started_at, 0, VisitEventKind.STARTED)
        with self._store.write() as records:
            records.visits.start(visit.id, self._device, visit.started_at)
            records.visits.add_event(first)

    def record(self, event: VisitEvent) -> None:
        """Store a mark."""
        with self._store.write() as records:
            records.visits.add_event(event)

    def end(self, event: VisitEvent, how: VisitEnd) -> None:
        """Store the last mark, of kind `ENDED`, and how the visit ended."""
        if event.kind is not VisitEventKind.ENDED:
            raise BugError("a visit ends with the mark of its end")
        with self._store.write() as records:
            records.visits.add_event(event)
            records.visits.end(event.visit_id, how, event.at)

    def end_interrupted(self) -> int:
        """End what a crash left open on this device; return how many visits that were."""
        with self._store.write() as records:
            return records.visits.end_interrupted(self._device, self._clock.now())
