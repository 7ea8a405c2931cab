"""Serving the promised follow-ups: the mobile-service list, attempts, new dates, closing.

A follow-up never expires by itself. Every look at a person is audited, a list with one line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay, office_day
from kiosk.domain.errors import BugError
from kiosk.domain.follow_up import (
    Attempt,
    AttemptResult,
    FollowUp,
    FollowUpKind,
    FollowUpState,
    WithdrawReason,
)
from kiosk.domain.office import Village
from kiosk.domain.person import RETENTION_DAYS
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.assistance_form import due_problem
from kiosk.services.consents import withdrawn
from kiosk.services.erasure import erase_due
from kiosk.services.follow_up_closing import PURPOSE_OF_KIND, Closing, already_closed
from kiosk.services.forms import FormProblem, refuse_if
from kiosk.services.ports import Clock, Records, Store
from kiosk.services.roles import is_lead
from kiosk.services.trail import audit_entry, new_id


@dataclass(frozen=True, slots=True)
class Case:
    """One open follow-up and by how many days its promise has been missed."""

    follow_up: FollowUp
    overdue_days: int


@dataclass(frozen=True, slots=True)
class VillageGroup:
    """The cases of one village, oldest promise first; `village` is None when it is unknown."""

    village: Village | None
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class MobileList:
    """The home visits to serve as of `day`; the village with the oldest promise comes first."""

    day: date
    groups: tuple[VillageGroup, ...]

    @property
    def total(self) -> int:
        """How many cases there are."""
        return sum(len(group.cases) for group in self.groups)

    @property
    def overdue(self) -> int:
        """How many of them are overdue."""
        return sum(case.overdue_days > 0 for group in self.groups for case in group.cases)


class FollowUps:
    """The promises of the office and how they are kept."""

    def __init__(self, store: Store, clock: Clock, retention_days: int = RETENTION_DAYS) -> None:
        self._store = store
        self._clock = clock
        self._retention_days = retention_days

    def mobile_list(self, viewer: Staff) -> MobileList:
        """Return the open home visits by village, for `viewer` to see."""
        with self._store.write() as records:
            cases = self._cases(records, FollowUpKind.HOME_VISIT)
            self._note_list(records, viewer, "mobile_list", cases)
            villages = {village.id: village for village in records.office.villages()}
        return MobileList(self._today(), _by_village(cases, villages))

    def open_cases(self, viewer: Staff, kind: FollowUpKind | None = None) -> tuple[Case, ...]:
        """Return what is open of one kind, or of all, oldest promise first."""
        with self._store.write() as records:
            cases = self._cases(records, kind)
            self._note_list(records, viewer, kind.value if kind else "open", cases)
            return cases

    def get(self, follow_up_id: str, viewer: Staff) -> FollowUp:
        """Return one; once it is closed a supporter sees it without the person."""
        with self._store.write() as records:
            follow_up = _known(records, follow_up_id)
            if follow_up.person is None:
                return follow_up
            if follow_up.state is not FollowUpState.OPEN and not is_lead(viewer):
                return replace(follow_up, person=None)
            action, subject = AuditAction.PERSON_VIEWED, follow_up.person.id
            records.audit.add(audit_entry(self._clock, viewer.id, action, subject, "follow_up"))
            return follow_up

    def record_attempt(
        self,
        follow_up_id: str,
        result: AttemptResult,
        staff: Staff,
        next_due: date | None = None,
        half_day: HalfDay | None = None,
    ) -> FollowUp:
        """Store one try. `DONE` closes; any other result needs the next date.

        Raises FormRefused at `next_due` and `half_day`.
        """
        is_done = result is AttemptResult.DONE
        if not is_done:
            self._check_date(next_due, half_day)
        with self._store.write() as records:
            follow_up = _open(records, follow_up_id)
            now = self._clock.now()
            attempt = Attempt(new_id(), follow_up_id, result, now, staff.id, staff.name)
            records.follow_ups.add_attempt(attempt)
            closing = self._closing(records, staff)
            if is_done:
                closing.close(follow_up, FollowUpState.DONE)
            else:
                _move(closing, follow_up, next_due, half_day, result.value)
            return _known(records, follow_up_id)

    def re_date(self, follow_up_id: str, due: date, half_day: HalfDay, staff: Staff) -> FollowUp:
        """Promise another day; raises FormRefused at `next_due`."""
        self._check_date(due, half_day)
        with self._store.write() as records:
            follow_up = _open(records, follow_up_id)
            _move(self._closing(records, staff), follow_up, due, half_day, "re_dated")
            return _known(records, follow_up_id)

    def close_done(self, follow_up_id: str, staff: Staff) -> FollowUp:
        """Close one as kept, without a new attempt."""
        with self._store.write() as records:
            closing = self._closing(records, staff)
            closing.close(_open(records, follow_up_id), FollowUpState.DONE)
            return _known(records, follow_up_id)

    def withdraw(self, follow_up_id: str, reason: WithdrawReason, staff: Staff) -> FollowUp:
        """Close one that will not be kept, with the reason.

        Withdrawn consent is stored as such, so that it holds for every later promise too.
        """
        with self._store.write() as records:
            follow_up = _open(records, follow_up_id)
            purpose = PURPOSE_OF_KIND.get(follow_up.kind)
            if reason is WithdrawReason.CONSENT_WITHDRAWN and purpose and follow_up.person:
                withdrawn(records, self._clock, follow_up.person.id, purpose, staff)
            closing = self._closing(records, staff)
            closing.close(follow_up, FollowUpState.WITHDRAWN, reason)
            return _known(records, follow_up_id)

    def erase_due(self) -> int:
        """Erase the persons whose day has come; return how many. Run once a day."""
        with self._store.write() as records:
            return erase_due(records, self._clock)

    def _cases(self, records: Records, kind: FollowUpKind | None) -> tuple[Case, ...]:
        today = self._today()
        return tuple(Case(f, f.days_overdue(today)) for f in records.follow_ups.open(kind))

    def _note_list(
        self, records: Records, viewer: Staff, name: str, cases: tuple[Case, ...]
    ) -> None:
        persons = sum(case.follow_up.person is not None for case in cases)
        if persons:
            action, detail = AuditAction.PERSON_VIEWED, f"persons={persons}"
            records.audit.add(audit_entry(self._clock, viewer.id, action, name, detail))

    def _check_date(self, due: date | None, half_day: HalfDay | None) -> None:
        written = due.isoformat() if due else ""
        problems = list(due_problem("next_due", written, self._today()))
        if half_day is None:
            problems.append(FormProblem("half_day", N_("Chọn sáng hoặc chiều.")))
        refuse_if(problems)

    def _closing(self, records: Records, staff: Staff) -> Closing:
        return Closing(records, self._clock, staff, self._retention_days)

    def _today(self) -> date:
        return office_day(self._clock.now())


def _by_village(cases: Iterable[Case], villages: dict[str, Village]) -> tuple[VillageGroup, ...]:
    """Group cases that come oldest first: so do the groups, by their first case."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        village_id = case.follow_up.village_id
        groups.setdefault(village_id if village_id in villages else "", []).append(case)
    return tuple(VillageGroup(villages.get(v), tuple(found)) for v, found in groups.items())


def _move(
    closing: Closing,
    follow_up: FollowUp,
    due: date | None,
    half_day: HalfDay | None,
    what: str,
) -> None:
    """Give an open follow-up its new date, already checked."""
    if due is None or half_day is None:
        raise BugError("a new date was not checked")
    closing.records.follow_ups.save(replace(follow_up, due=due, half_day=half_day))
    closing.note(follow_up, what)


def _known(records: Records, follow_up_id: str) -> FollowUp:
    follow_up = records.follow_ups.get(follow_up_id)
    if follow_up is None:
        raise BugError(f"no follow-up {follow_up_id}")
    return follow_up


def _open(records: Records, follow_up_id: str) -> FollowUp:
    follow_up = _known(records, follow_up_id)
    if follow_up.state is not FollowUpState.OPEN:
        raise already_closed()
    return follow_up
