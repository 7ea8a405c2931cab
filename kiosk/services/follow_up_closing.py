"""The one way a follow-up is closed, whoever closes it and why.

With the last open follow-up of a person the days until erasure begin to run. When consent was
withdrawn nothing allows keeping the person, so the day of erasure is today.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay, office_day
from kiosk.domain.errors import KnownError
from kiosk.domain.follow_up import FollowUp, FollowUpKind, FollowUpState, WithdrawReason
from kiosk.domain.person import RETENTION_DAYS, Purpose, erase_date
from kiosk.domain.round import StopAnswer
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.ports import Clock, Records, Topic
from kiosk.services.trail import audit_entry

PURPOSE_OF_KIND = {
    FollowUpKind.HOME_VISIT: Purpose.HOME_VISIT,
    FollowUpKind.PHONE_CALL: Purpose.CALL_BACK,
}
"""What a person must have agreed to before such a follow-up can be promised."""


@dataclass(frozen=True, slots=True)
class Closing:
    """Closes follow-ups in the name of `staff`, within a transaction."""

    records: Records
    clock: Clock
    staff: Staff
    retention_days: int = RETENTION_DAYS

    def close(
        self, follow_up: FollowUp, state: FollowUpState, reason: WithdrawReason | None = None
    ) -> FollowUp:
        """Close an open follow-up as `state`; return it closed."""
        if follow_up.state is not FollowUpState.OPEN:
            raise already_closed()
        closed = replace(follow_up, state=state, withdraw_reason=reason, closed_at=self.clock.now())
        self.records.follow_ups.save(closed)
        self._set_erasure(closed)
        self.answer(closed, StopAnswer.WITHDRAWN if reason else StopAnswer.DONE)
        self.note(closed, reason.value if reason else state.value)
        return closed

    def move(self, follow_up: FollowUp, due: date, half_day: HalfDay) -> None:
        """Promise another day; a wish for one is fulfilled with it."""
        moved = replace(follow_up, due=due, half_day=half_day, move_asked_at=None, move_to=None)
        self.records.follow_ups.save(moved)

    def answer(self, follow_up: FollowUp, answer: StopAnswer) -> None:
        """Answer the row of `follow_up` in the trip it waits in, if there is one."""
        for round_id in self.records.rounds.answer(follow_up.id, answer, self.clock.now()):
            self.records.changes.add(Topic.ROUND, round_id)

    def note(self, follow_up: FollowUp, what: str) -> None:
        """Announce and audit a change of `follow_up`."""
        self.records.changes.add(Topic.FOLLOW_UP, follow_up.id)
        action = AuditAction.FOLLOW_UP_CHANGED
        entry = audit_entry(self.clock, self.staff.id, action, follow_up.id, what)
        self.records.audit.add(entry)

    def _set_erasure(self, closed: FollowUp) -> None:
        """Set the day of erasure once nothing promised to this person is open."""
        person = closed.person
        if person is None or self.records.follow_ups.open_of_person(person.id):
            return
        today = office_day(self.clock.now())
        at_once = closed.withdraw_reason is WithdrawReason.CONSENT_WITHDRAWN
        erase_on = today if at_once else erase_date(today, self.retention_days)
        self.records.people.save(replace(person, erase_on=erase_on))


def already_closed() -> KnownError:
    """Return what to tell whoever changes a follow-up that is closed."""
    return KnownError(
        N_("Việc hẹn này đã đóng rồi."),
        N_("Tải lại danh sách để xem tình trạng mới."),
        "follow-up already closed",
    )
