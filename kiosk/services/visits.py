"""Keeps the anonymous marks of each visit.

Marks are stamped on the spot (`new_visit`, `mark`) and stored later (`start`, `record`, `end`),
because the moment counts when the finger touched, not when the disk had time. Durations come from
the monotonic clock. While the database does not answer, what is to be stored waits in the journal.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.help_call import CallState, CancelReason
from kiosk.domain.visit import Visit, VisitEnd, VisitEvent, VisitEventKind
from kiosk.services.calls import end_call
from kiosk.services.journal import Happened, Journal, JournalLine
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.trail import new_id

log = logging.getLogger(__name__)

BATCH = 500
"""Lines of the journal stored in one transaction: others may write in between."""

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class LeftVisit:
    """A visit that a restart cut off, and its last mark."""

    id: str
    started_at: datetime
    last: VisitEvent


class VisitLog:
    """The visits of one citizen's window; `device` is where it stands."""

    def __init__(self, store: Store, clock: Clock, device: str, journal: Journal) -> None:
        self._store = store
        self._clock = clock
        self._journal = journal
        self._number = 0
        self._visit_id = ""
        self._began = 0.0
        self._seq = 0
        self.device = device

    # On the spot: these touch neither database nor disk

    def new_visit(self) -> Visit:
        """Return a new visit with the next number."""
        self._number += 1
        self._visit_id = new_id()
        self._began = self._clock.monotonic()
        self._seq = 0
        return Visit(self._visit_id, self._number, self._clock.now())

    def resume(self, left: LeftVisit) -> Visit:
        """Return a visit that was cut off, to go on with; its marks count on."""
        self._number += 1
        self._visit_id = left.id
        self._began = self._clock.monotonic() - left.last.elapsed_ms / 1000
        self._seq = left.last.seq
        return Visit(left.id, self._number, left.started_at)

    def mark(
        self,
        visit: Visit,
        kind: VisitEventKind,
        *,
        step_id: str = "",
        barrier: str = "",
        value: int | None = None,
    ) -> VisitEvent:
        """Return a mark of the visit going on, stamped now."""
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

    # Stored now, or as soon as the database answers again

    def start(self, visit: Visit) -> None:
        """Store that the visit began."""
        self._keep(JournalLine(Happened.STARTED, self.device, visit.started_at, visit.id))

    def record(self, event: VisitEvent) -> None:
        """Store a mark."""
        self._keep(JournalLine(Happened.MARKED, self.device, event.at, event.visit_id, event))

    def end(self, event: VisitEvent, how: VisitEnd) -> None:
        """Store the last mark, of kind `ENDED`, and how the visit ended."""
        if event.kind is not VisitEventKind.ENDED:
            raise BugError("a visit ends with the mark of its end")
        self._keep(JournalLine(Happened.ENDED, self.device, event.at, event.visit_id, event, how))

    def take_back(self, call_id: str, reason: CancelReason) -> None:
        """Store that nobody waits any more where a call came from; one that is over stays so."""
        now = self._clock.now()
        line = JournalLine(Happened.TOOK_BACK, self.device, now, call_id=call_id, reason=reason)
        self._keep(line)

    def end_interrupted(self, but: str = "") -> None:
        """End what a crash left open on this device, except the visit `but`."""
        self._keep(JournalLine(Happened.RESTARTED, self.device, self._clock.now(), but))

    def left(self, visit_id: str) -> LeftVisit | None:
        """Return where a visit of an earlier run stood."""
        with self._store.read() as records:
            events = records.visits.events(visit_id)
        return LeftVisit(visit_id, events[0].at, events[-1]) if events else None

    # The journal

    @property
    def is_waiting(self) -> bool:
        """Whether something waits in the journal."""
        return not self._journal.is_empty

    def deliver(self) -> None:
        """Store what waits, in its order; raises KnownError while the database does not answer."""
        if self._journal.is_empty:
            return
        waiting, count = self._journal.lines(), 0
        while lines := tuple(islice(waiting, BATCH)):
            self._store_batch(lines)
            count += len(lines)
        self._journal.clear()
        log.info("%d lines of the journal have arrived", count)

    def after_waiting(self, job: Callable[[], _Result]) -> _Result:
        """Deliver what waits, then do `job`, which may lean on it."""
        self.deliver()
        return job()

    def _keep(self, line: JournalLine) -> None:
        if self._journal.is_empty:
            try:
                self._store_lines((line,))
            except KnownError as error:
                log.warning("visits wait in the journal: %s", error.log_line)
            else:
                return
        self._journal.append(line)

    def _store_batch(self, lines: tuple[JournalLine, ...]) -> None:
        """Store the lines together; where that is refused, one by one, and set aside what is."""
        try:
            self._store_lines(lines)
        except BugError:
            for line in lines:
                try:
                    self._store_lines((line,))
                except BugError:
                    log.exception("a line of the journal was refused")
                    self._journal.set_aside(line)

    def _store_lines(self, lines: Iterable[JournalLine]) -> None:
        with self._store.write() as records:
            for line in lines:
                _store(records, line, self._clock)


def _store(records: Records, line: JournalLine, clock: Clock) -> None:
    """Store one line; a second time changes nothing."""
    visits = records.visits
    if line.what is Happened.STARTED:
        visits.start(line.visit_id, line.device, line.at)
        visits.add_event(VisitEvent(line.visit_id, 0, line.at, 0, VisitEventKind.STARTED))
    elif line.what is Happened.RESTARTED:
        gone = visits.end_interrupted(line.device, line.at, line.visit_id)
        _drop_signs(records, gone)
        _drop_calls(records, clock, gone)
    elif line.what is Happened.TOOK_BACK:
        end_call(records, clock, line.call_id, CallState.CANCELLED, line.reason)
    elif line.event is not None:
        visits.add_event(line.event)
        if line.how is not None:
            visits.end(line.visit_id, line.how, line.at)
            _drop_signs(records, (line.visit_id,))


def _drop_calls(records: Records, clock: Clock, visit_ids: tuple[str, ...]) -> None:
    """Take back calls of visits that a restart has ended; one that is taken is staff's to end.

    Most are found before (`HelpDesk.pick_up`), but not by a kiosk that started without its server.
    """
    for call in records.calls.open():
        if call.visit_id in visit_ids and call.state is CallState.WAITING:
            end_call(records, clock, call.id, CallState.CANCELLED, CancelReason.INTERRUPTED)


def _drop_signs(records: Records, visit_ids: Iterable[str]) -> None:
    """Take back what staff were shown of visits that are over."""
    for visit_id in visit_ids:
        if records.visits.drop_sign(visit_id):
            records.changes.add(Topic.VISIT, visit_id)
