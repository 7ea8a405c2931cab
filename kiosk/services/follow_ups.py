"""Serving the promised follow-ups: the mobile-service list, attempts, new dates, closing.

A follow-up never expires by itself. Every look at a person is audited, a list with one line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
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
from kiosk.domain.person import RETENTION_DAYS, Purpose
from kiosk.domain.procedure import Procedure
from kiosk.domain.round import StopAnswer, answer_of
from kiosk.domain.staff import Staff
from kiosk.domain.triage import USUAL_WEIGHTS, TriageWeights
from kiosk.domain.words import N_
from kiosk.services.assistance_form import due_problem
from kiosk.services.consents import granted_purposes, take_back
from kiosk.services.erasure import erase_due
from kiosk.services.follow_up_closing import PURPOSE_OF_KIND, Closing, already_closed
from kiosk.services.forms import FormProblem, refuse_if
from kiosk.services.mobile_list import Case, MobileList, by_village, case_of, cases_of
from kiosk.services.ports import Clock, Records, Store
from kiosk.services.roles import is_lead
from kiosk.services.trail import audit_entry, new_id


class FollowUps:
    """The promises of the office and how they are kept; `weights` are the points of triage."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        retention_days: int = RETENTION_DAYS,
        weights: TriageWeights = USUAL_WEIGHTS,
    ) -> None:
        self._store = store
        self._clock = clock
        self._retention_days = retention_days
        self._weights = weights

    def mobile_list(self, viewer: Staff) -> MobileList:
        """Return the open home visits by village and the planned trips, for `viewer` to see."""
        with self._store.write() as records:
            cases = self._cases(records, FollowUpKind.HOME_VISIT)
            note_view(records, self._clock, viewer, "mobile_list", cases)
            villages = {village.id: village for village in records.office.villages()}
            return MobileList(self._today(), by_village(cases, villages), records.rounds.planned())

    def open_cases(self, viewer: Staff, kind: FollowUpKind | None = None) -> tuple[Case, ...]:
        """Return what is open of one kind, or of all, most urgent first."""
        with self._store.write() as records:
            cases = self._cases(records, kind)
            note_view(records, self._clock, viewer, kind.value if kind else "open", cases)
            return cases

    def get(self, follow_up_id: str, viewer: Staff) -> FollowUp:
        """Return one; once it is closed a supporter sees it without the person."""
        return self.case(follow_up_id, viewer).follow_up

    def case(self, follow_up_id: str, viewer: Staff) -> Case:
        """Return one with its points and its trip; the person as `get` does."""
        with self._store.write() as records:
            case = case_of(records, known(records, follow_up_id), self._today(), self._weights)
            person = case.follow_up.person
            if person is None:
                return case
            if case.follow_up.state is not FollowUpState.OPEN and not is_lead(viewer):
                return replace(case, follow_up=replace(case.follow_up, person=None))
            action, subject = AuditAction.PERSON_VIEWED, person.id
            records.audit.add(audit_entry(self._clock, viewer.id, action, subject, "follow_up"))
            return case

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
                _move(closing, follow_up, next_due, half_day, answer_of(result))
            return known(records, follow_up_id)

    def re_date(self, follow_up_id: str, due: date, half_day: HalfDay, staff: Staff) -> FollowUp:
        """Promise another day; raises FormRefused at `next_due`."""
        self._check_date(due, half_day)
        with self._store.write() as records:
            follow_up = _open(records, follow_up_id)
            _move(self._closing(records, staff), follow_up, due, half_day, StopAnswer.ANOTHER_DAY)
            return known(records, follow_up_id)

    def keep_date(self, follow_up_id: str, staff: Staff) -> FollowUp:
        """Leave the promised day as it is, though another one was wished for."""
        with self._store.write() as records:
            closing = self._closing(records, staff)
            kept = replace(_open(records, follow_up_id), move_asked_at=None, move_to=None)
            records.follow_ups.save(kept)
            closing.note(kept, "move_declined")
            return known(records, follow_up_id)

    def serve_at_home(self, follow_up_id: str, procedure: Procedure, staff: Staff) -> FollowUp:
        """Go on under the procedure that the law provides for people at home."""
        with self._store.write() as records:
            follow_up = _open(records, follow_up_id)
            changed = replace(follow_up, served_as=procedure.code)
            records.follow_ups.save(changed)
            self._closing(records, staff).note(changed, "at_home")
            return known(records, follow_up_id)

    def close_done(self, follow_up_id: str, staff: Staff) -> FollowUp:
        """Close one as kept, without a new attempt."""
        with self._store.write() as records:
            closing = self._closing(records, staff)
            closing.close(_open(records, follow_up_id), FollowUpState.DONE)
            return known(records, follow_up_id)

    def withdraw(self, follow_up_id: str, reason: WithdrawReason, staff: Staff) -> FollowUp:
        """Close one that will not be kept, with the reason.

        Consent that is taken back here is taken back as on the person's own page: everything that
        rested on it closes, and who agrees to nothing more is erased.
        """
        with self._store.write() as records:
            follow_up = _open(records, follow_up_id)
            closing, person = self._closing(records, staff), follow_up.person
            if reason is WithdrawReason.CONSENT_WITHDRAWN and person:
                purposes = _purposes(records, follow_up.kind, person.id)
                take_back(closing, person.id, purposes)
            else:
                closing.close(follow_up, FollowUpState.WITHDRAWN, reason)
            return known(records, follow_up_id)

    def erase_due(self) -> int:
        """Erase the persons whose day has come; return how many. Run once a day."""
        with self._store.write() as records:
            return erase_due(records, self._clock)

    def _cases(self, records: Records, kind: FollowUpKind | None) -> tuple[Case, ...]:
        return cases_of(records, kind, self._today(), self._weights)

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


def note_view(
    records: Records, clock: Clock, viewer: Staff, name: str, cases: Iterable[Case]
) -> None:
    """Audit a look at a list that holds persons."""
    persons = sum(case.follow_up.person is not None for case in cases)
    if persons:
        action, detail = AuditAction.PERSON_VIEWED, f"persons={persons}"
        records.audit.add(audit_entry(clock, viewer.id, action, name, detail))


def _move(
    closing: Closing,
    follow_up: FollowUp,
    due: date | None,
    half_day: HalfDay | None,
    answer: StopAnswer,
) -> None:
    """Give an open follow-up its new date, already checked; `answer` is what its trip came to."""
    if due is None or half_day is None:
        raise BugError("a new date was not checked")
    closing.move(follow_up, due, half_day)
    closing.answer(follow_up, answer)
    closing.note(follow_up, answer.value)


def _purposes(records: Records, kind: FollowUpKind, person_id: str) -> frozenset[Purpose]:
    """Return what is taken back with such a promise: its own purpose, without one all agreed to."""
    own = PURPOSE_OF_KIND.get(kind)
    return frozenset({own}) if own else granted_purposes(records.consents.of_person(person_id))


def known(records: Records, follow_up_id: str) -> FollowUp:
    """Return a follow-up that must be there."""
    follow_up = records.follow_ups.get(follow_up_id)
    if follow_up is None:
        raise BugError(f"no follow-up {follow_up_id}")
    return follow_up


def _open(records: Records, follow_up_id: str) -> FollowUp:
    follow_up = known(records, follow_up_id)
    if follow_up.state is not FollowUpState.OPEN:
        raise already_closed()
    return follow_up
