"""Consent: asked by staff, answered on the citizen's side, withdrawn at the counter or by phone.

Each purpose is a row of its own, with version and hash of the text that was shown; the text itself
is kept once under its hash. Nothing is deleted: a withdrawal is a new row, and what rested on the
consent is withdrawn with it. Whoever agrees to nothing any more is erased at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import office_day
from kiosk.domain.consent_text import ConsentText
from kiosk.domain.errors import BugError
from kiosk.domain.follow_up import FollowUpState, WithdrawReason
from kiosk.domain.person import (
    RETENTION_DAYS,
    Consent,
    ConsentRequest,
    Purpose,
)
from kiosk.domain.staff import Staff
from kiosk.services.erasure import erase_due
from kiosk.services.follow_up_closing import PURPOSE_OF_KIND, Closing
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.trail import audit_entry, new_id


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a withdrawal led to. `erase_on` is None while something promised is still open."""

    closed: int
    is_erased: bool
    erase_on: date | None = None


class Consents:
    """Consent of the citizens, purpose by purpose."""

    def __init__(self, store: Store, clock: Clock, retention_days: int = RETENTION_DAYS) -> None:
        self._store = store
        self._clock = clock
        self._retention_days = retention_days

    @property
    def retention_days(self) -> int:
        """Days a person's data are kept after their last case, which whoever is asked is told."""
        return self._retention_days

    def ask(self, visit_id: str, purposes: tuple[Purpose, ...], staff: Staff) -> ConsentRequest:
        """Ask the citizen's screen of this visit; the same question is not asked twice at once."""
        if not purposes:
            raise BugError("consent to nothing was asked for")
        with self._store.write() as records:
            waiting = records.consents.open_request(visit_id)
            if waiting and waiting.purposes == purposes:
                return waiting
            if waiting:
                _answered(records, waiting, self._clock)
            request = ConsentRequest(new_id(), visit_id, purposes, staff.id, self._clock.now())
            records.consents.add_request(request)
            records.changes.add(Topic.CONSENT, visit_id)
            return request

    def open_request(self, visit_id: str) -> ConsentRequest | None:
        """Return what the citizen's screen should ask now."""
        with self._store.read() as records:
            return records.consents.open_request(visit_id)

    def answer(
        self, request_id: str, answers: Mapping[Purpose, bool], shown: ConsentText
    ) -> tuple[Consent, ...]:
        """Store the citizen's answer to every purpose asked, and the words it was given to.

        A second answer changes nothing.
        """
        with self._store.write() as records:
            request = records.consents.request(request_id)
            if request is None or set(answers) != set(request.purposes):
                raise BugError("an answer must name exactly the purposes that were asked")
            if request.answered_at:
                return records.consents.of_visit(request.visit_id)
            given = tuple(
                self._row(request, p, shown, granted=answers[p]) for p in request.purposes
            )
            records.office.set_value(text_key(shown.hash), shown.whole)
            for consent in given:
                records.consents.add(consent)
            _answered(records, request, self._clock)
            return given

    def of_visit(self, visit_id: str) -> tuple[Consent, ...]:
        """Return every answer given in this visit, oldest first."""
        with self._store.read() as records:
            return records.consents.of_visit(visit_id)

    def unclaimed(self, visit_id: str) -> tuple[Consent, ...]:
        """Return the answers of this visit that no stored person was named to, oldest first.

        Only these count for the next person: what somebody agreed to is theirs alone.
        """
        return unclaimed(self.of_visit(visit_id))

    def granted(self, visit_id: str) -> frozenset[Purpose]:
        """Return what the citizen of this visit agrees to now."""
        return granted_purposes(self.of_visit(visit_id))

    def withdraw(self, person_id: str, purposes: Iterable[Purpose], staff: Staff) -> Withdrawal:
        """Store that a person no longer agrees, and withdraw the follow-ups that rested on it.

        Whoever agrees to nothing any more, or of whom nothing is open any more, is erased.
        """
        with self._store.write() as records:
            closing = Closing(records, self._clock, staff, self._retention_days)
            return take_back(closing, person_id, frozenset(purposes))

    def _row(
        self, request: ConsentRequest, purpose: Purpose, shown: ConsentText, *, granted: bool
    ) -> Consent:
        return Consent(
            id=new_id(),
            visit_id=request.visit_id,
            purpose=purpose,
            granted=granted,
            text_version=shown.version,
            at=self._clock.now(),
            staff_id=request.staff_id,
            text_hash=shown.hash,
        )


def text_key(text_hash: str) -> str:
    """Return under which of the office's values the words with this hash are kept."""
    return f"consent_text/{text_hash}"


def unclaimed(consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """Return the answers that are nobody's yet."""
    return tuple(consent for consent in consents if not consent.person_id)


def latest_answers(consents: Iterable[Consent]) -> tuple[Consent, ...]:
    """Return the last answer to each purpose, of answers that come oldest first."""
    return tuple({consent.purpose: consent for consent in consents}.values())


def granted_purposes(consents: Iterable[Consent]) -> frozenset[Purpose]:
    """Return the purposes whose latest answer, oldest first, is yes."""
    return frozenset(c.purpose for c in latest_answers(consents) if c.granted)


def take_back(closing: Closing, person_id: str, purposes: frozenset[Purpose]) -> Withdrawal:
    """Do within a transaction what `Consents.withdraw` tells, wherever at the counter it was said.

    What the person does not agree to anyway gets no row, but what rested on it is closed.
    """
    records = closing.records
    granted = granted_purposes(records.consents.of_person(person_id))
    for purpose in sorted(granted & purposes):
        _store_withdrawal(closing, person_id, purpose)
    left = granted - purposes
    closed = _close_resting(closing, person_id, purposes, left)
    person = records.people.get(person_id)
    if person and not left:
        today = office_day(closing.clock.now())
        records.people.save(replace(person, erase_on=today))
    erase_due(records, closing.clock)
    kept = records.people.get(person_id)
    return Withdrawal(closed, kept is None, kept.erase_on if kept else None)


def _store_withdrawal(closing: Closing, person_id: str, purpose: Purpose) -> None:
    records, staff_id = closing.records, closing.staff.id
    given = [c for c in records.consents.of_person(person_id) if c.purpose is purpose][-1]
    # The last answer counts: it comes after the one it takes back though a clock was set back.
    at = max(closing.clock.now(), given.at + timedelta(milliseconds=1))
    consent = replace(given, id=new_id(), granted=False, at=at, staff_id=staff_id)
    records.consents.add(consent)
    records.changes.add(Topic.CONSENT, consent.id)
    action = AuditAction.CONSENT_WITHDRAWN
    records.audit.add(audit_entry(closing.clock, staff_id, action, person_id, purpose.value))


def _close_resting(
    closing: Closing, person_id: str, gone: frozenset[Purpose], left: frozenset[Purpose]
) -> int:
    """Withdraw what rested on the purposes that are gone, all of it when none is left; count it."""
    resting = [
        follow_up
        for follow_up in closing.records.follow_ups.open_of_person(person_id)
        if not left or PURPOSE_OF_KIND.get(follow_up.kind) in gone
    ]
    for follow_up in resting:
        closing.close(follow_up, FollowUpState.WITHDRAWN, WithdrawReason.CONSENT_WITHDRAWN)
    return len(resting)


def _answered(records: Records, request: ConsentRequest, clock: Clock) -> None:
    records.consents.save_request(replace(request, answered_at=clock.now()))
    records.changes.add(Topic.CONSENT, request.visit_id)
