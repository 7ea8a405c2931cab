"""Staff take over the citizen's screen with their PIN, hand it back, and let somebody take time.

Each of it is a line of the audit with who, when and in which visit. Whoever takes over while a call
waits has come to it: the call is theirs, and nobody else is sent.
"""

from __future__ import annotations

from kiosk.domain.audit import AuditAction
from kiosk.domain.flow import Place
from kiosk.domain.help_call import CallState
from kiosk.domain.idle import CALM_SECONDS
from kiosk.domain.staff import Staff
from kiosk.domain.take_over import HandBack, TakeOver, seconds_taken_over
from kiosk.services.accounts import Accounts
from kiosk.services.calls import HelpDesk
from kiosk.services.ports import Clock, Store, Topic
from kiosk.services.trail import audit_entry


class TakeOvers:
    """Who has the citizen's screen."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts, calls: HelpDesk) -> None:
        self._store = store
        self._clock = clock
        self._accounts = accounts
        self._calls = calls

    def who_may(self) -> tuple[Staff, ...]:
        """Return the accounts whose PIN takes a screen over."""
        return self._accounts.who_can_log_in()

    def begin(self, staff_id: str, pin: str, visit_id: str, place: Place) -> TakeOver:
        """Give the screen of a visit to whose PIN this is; raises PinRefused."""
        return self.begin_as(self._accounts.log_in(staff_id, pin), visit_id, place)

    def begin_as(self, staff: Staff, visit_id: str, place: Place) -> TakeOver:
        """Give the screen of a visit to staff who have just entered their PIN elsewhere on it."""
        where = "/".join(filter(None, (place.procedure_code, place.step_id)))
        with self._store.write() as records:
            action = AuditAction.SCREEN_TAKEN_OVER
            records.audit.add(audit_entry(self._clock, staff.id, action, visit_id, where))
            waiting = [
                call
                for call in records.calls.open()
                if call.visit_id == visit_id and call.state is CallState.WAITING
            ]
        for call in waiting:
            self._calls.take(call.id, staff)
        return TakeOver(staff, visit_id, self._clock.now(), self._clock.monotonic())

    def hand_back(self, taken: TakeOver, how: HandBack, seconds: int) -> None:
        """Note that the screen is the citizen's again; consoles look at the visit anew."""
        with self._store.write() as records:
            action, detail = AuditAction.SCREEN_HANDED_BACK, f"{how} after {seconds} s"
            entry = audit_entry(self._clock, taken.staff.id, action, taken.visit_id, detail)
            records.audit.add(entry)
            records.changes.add(Topic.VISIT, taken.visit_id)

    def give_time(self, visit_id: str, staff: Staff) -> None:
        """Hold the idle warning of a visit for a while, at whichever counter it is."""
        with self._store.write() as records:
            action, detail = AuditAction.IDLE_HELD, f"{CALM_SECONDS} s"
            records.audit.add(audit_entry(self._clock, staff.id, action, visit_id, detail))
            records.changes.add(Topic.PATIENCE, visit_id)

    def seconds_in(self, visit_id: str) -> int:
        """Return how long staff had the screen in a visit, as far as it was given back."""
        with self._store.read() as records:
            return seconds_taken_over(records.visits.events(visit_id))
