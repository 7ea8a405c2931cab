"""What the citizen's screen may know of how its call ended: outcome and appointment, no person."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.assistance import Assistance, Outcome
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.slip import Slip
from kiosk.services.ports import Records, Store


@dataclass(frozen=True, slots=True)
class Ending:
    """How a call ended; `follow_up` comes without its person."""

    outcome: Outcome
    follow_up: FollowUp | None = None
    slip: Slip | None = None


class Endings:
    """Looks up how a closed call ended."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_call(self, call_id: str) -> Ending | None:
        """Return the ending of a call, or None when it was closed without a log entry."""
        with self._store.read() as records:
            assistance = records.assistances.of_call(call_id)
            return self._ending(records, assistance) if assistance else None

    def of_follow_up(self, follow_up_id: str) -> FollowUp | None:
        """Return a follow-up without its person, for whoever holds its slip."""
        with self._store.read() as records:
            found = records.follow_ups.get(follow_up_id)
        return replace(found, person=None) if found else None

    @staticmethod
    def _ending(records: Records, assistance: Assistance) -> Ending:
        follow_up = records.follow_ups.of_assistance(assistance.id)
        if follow_up is None:
            return Ending(assistance.outcome)
        slips = records.slips.of_follow_up(follow_up.id)
        newest = slips[-1] if slips else None
        return Ending(assistance.outcome, replace(follow_up, person=None), newest)
