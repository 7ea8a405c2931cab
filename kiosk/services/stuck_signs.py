"""What staff are quietly shown: at which counter somebody may be stuck, until they go on.

A sign lives as long as the step it is about, and never longer than half an hour: a kiosk that lost
its power cannot take its own back.
"""

from __future__ import annotations

from datetime import timedelta

from kiosk.domain.stuck import QuietSign, StuckSign
from kiosk.domain.visit import Visit
from kiosk.services.ports import Clock, Store, Topic

SHOWN_FOR = timedelta(minutes=30)


class StuckSigns:
    """The signs of all counters."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def show(self, visit: Visit, step_id: str, sign: StuckSign, counter: str) -> QuietSign:
        """Show staff that the person of `visit` may be stuck; one sign for each visit."""
        shown = QuietSign(visit.id, counter, visit.procedure_code, step_id, sign, self._clock.now())
        with self._store.write() as records:
            records.visits.save_sign(shown)
            records.changes.add(Topic.VISIT, visit.id)
        return shown

    def take_back(self, visit_id: str) -> None:
        """The person goes on: staff see nothing any more."""
        with self._store.write() as records:
            if records.visits.drop_sign(visit_id):
                records.changes.add(Topic.VISIT, visit_id)

    def all(self) -> tuple[QuietSign, ...]:
        """Return what staff should see now, oldest first."""
        since = self._clock.now() - SHOWN_FOR
        with self._store.read() as records:
            return tuple(sign for sign in records.visits.signs() if sign.since >= since)
