"""The office's appointments other than home visits, day by day; and wishes for another day.

Whoever holds a slip may ask for another day; staff decide. Until they do, the promise stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay, office_day
from kiosk.domain.follow_up import FollowUp, FollowUpKind, FollowUpState
from kiosk.domain.staff import Staff
from kiosk.domain.triage import USUAL_WEIGHTS
from kiosk.services.follow_up_closing import already_closed
from kiosk.services.follow_ups import known, note_view
from kiosk.services.mobile_list import Case, cases_of
from kiosk.services.ports import Clock, Store, Topic
from kiosk.services.trail import audit_entry


@dataclass(frozen=True, slots=True)
class DayView:
    """What is promised for `day`; `overdue` and `wishes` are of any day, oldest first.

    Home visits are the mobile list's, except for wishes: whoever asks is seen here too.
    """

    day: date
    today: date
    cases: tuple[Case, ...]
    overdue: tuple[Case, ...] = ()
    wishes: tuple[Case, ...] = ()

    def half(self, half_day: HalfDay) -> tuple[Case, ...]:
        """Return what is promised for one half of the day."""
        return tuple(case for case in self.cases if case.follow_up.half_day is half_day)


class Appointments:
    """Appointments at the counter and by telephone."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def day(self, day: date, viewer: Staff) -> DayView:
        """Return the day's appointments with what is late and what is wished, for `viewer`."""
        today = office_day(self._clock.now())
        with self._store.write() as records:
            found = sorted(cases_of(records, None, today, USUAL_WEIGHTS), key=_promised)
            cases = [c for c in found if c.follow_up.kind is not FollowUpKind.HOME_VISIT]
            view = DayView(
                day,
                today,
                tuple(case for case in cases if case.follow_up.due == day),
                tuple(case for case in cases if case.overdue_days),
                tuple(case for case in found if case.follow_up.move_asked_at),
            )
            shown = {c.follow_up.id: c for c in (*view.cases, *view.overdue, *view.wishes)}
            note_view(records, self._clock, viewer, f"day {day}", shown.values())
            return view

    def wishes(self) -> int:
        """Return how many people ask for another day, home visits included."""
        with self._store.read() as records:
            return sum(bool(found.move_asked_at) for found in records.follow_ups.open())

    def ask_to_move(self, follow_up_id: str, wanted: date | None) -> FollowUp:
        """Keep the wish of whoever holds the slip; returned without its person.

        Raises KnownError when the promise is closed.
        """
        with self._store.write() as records:
            follow_up = known(records, follow_up_id)
            if follow_up.state is not FollowUpState.OPEN:
                raise already_closed()
            asked = replace(follow_up, move_asked_at=self._clock.now(), move_to=wanted)
            records.follow_ups.save(asked)
            records.changes.add(Topic.FOLLOW_UP, follow_up_id)
            action = AuditAction.FOLLOW_UP_CHANGED
            records.audit.add(audit_entry(self._clock, "", action, follow_up_id, "move_asked"))
            return replace(asked, person=None)


def _promised(case: Case) -> tuple[date, bool, datetime]:
    follow_up = case.follow_up
    return (follow_up.due, follow_up.half_day is HalfDay.AFTERNOON, follow_up.promised_at)
