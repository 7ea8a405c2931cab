"""Stand-ins for the outside world: a store of plain dicts, a clock that is told the time, keys.

The store keeps the contract of the ports: a write that ends in an exception leaves nothing behind.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta

from kiosk.domain.assistance import (
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    AssistanceSummary,
    Correction,
    Outcome,
)
from kiosk.domain.audit import AuditAction, AuditEntry
from kiosk.domain.calendar import office_day
from kiosk.domain.follow_up import Attempt, FollowUp, FollowUpKind, FollowUpState
from kiosk.domain.help_call import HelpCall
from kiosk.domain.office import OfficeProfile, Village
from kiosk.domain.person import Consent, ConsentRequest, Person
from kiosk.domain.staff import LockOut, Staff
from kiosk.domain.stuck import QuietSign
from kiosk.domain.visit import VisitEnd, VisitEvent, VisitEventKind
from kiosk.services.ports import Presence, Records, Topic
from tests.fake_records import (
    FakeAuditRecords,
    FakeChangeFeed,
    FakeContentRecords,
    FakeNationalRecords,
    FakeRoundRecords,
    FakeSlipRecords,
)

START = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
"""A Monday, 08:30 at the office."""


class FakeClock:
    """Two clocks that move only when told; they can also be set apart from each other."""

    def __init__(self, now: datetime = START) -> None:
        self.wall = now
        self.steady = 1000.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.steady

    def advance(self, seconds: float = 0, *, days: int = 0) -> None:
        """Let time pass on both clocks."""
        passed = timedelta(seconds=seconds, days=days)
        self.wall += passed
        self.steady += passed.total_seconds()


class FakeSpeaker:
    """A voice that takes note of what it is to say; each sentence lasts until `finish`."""

    def __init__(self, *languages: str) -> None:
        self.languages = frozenset(languages or ("vi",))
        self.said: list[tuple[str, str]] = []
        self.unsayable: set[str] = set()
        self._done: Callable[[bool], None] | None = None

    @property
    def is_speaking(self) -> bool:
        return self._done is not None

    def speaks(self, language: str) -> bool:
        return language in self.languages

    def can_say(self, said: str, language: str) -> bool:
        return self.speaks(language) and said not in self.unsayable

    def say(self, said: str, language: str, done: Callable[[bool], None]) -> None:
        self.said.append((language, said))
        self._done = done

    def stop(self) -> None:
        self._done = None

    def finish(self, *, was_said: bool = True) -> None:
        """Come to the end of the sentence."""
        done, self._done = self._done, None
        assert done is not None, "nothing is being said"
        done(was_said)


class FakeKeyStore:
    """A key store in memory."""

    def __init__(self, secret: bytes | None = None) -> None:
        self.secret = secret

    def load(self) -> bytes | None:
        return self.secret

    def save(self, secret: bytes) -> None:
        self.secret = secret


@dataclass
class FakeOfficeRecords:
    the_profile: OfficeProfile | None = None
    the_villages: tuple[Village, ...] = ()
    values: dict[str, str] = field(default_factory=dict)

    def profile(self) -> OfficeProfile | None:
        return self.the_profile

    def save_profile(self, profile: OfficeProfile) -> None:
        self.the_profile = profile

    def villages(self) -> tuple[Village, ...]:
        return self.the_villages

    def replace_villages(self, villages: Iterable[Village]) -> None:
        self.the_villages = tuple(villages)

    def value(self, key: str) -> str:
        return self.values.get(key, "")

    def set_value(self, key: str, value: str) -> None:
        self.values[key] = value


@dataclass
class FakeStaffRecords:
    accounts: dict[str, Staff] = field(default_factory=dict)
    lock_outs: dict[str, LockOut] = field(default_factory=dict)
    consoles: dict[str, Presence] = field(default_factory=dict)

    def all(self) -> tuple[Staff, ...]:
        return tuple(self.accounts.values())

    def get(self, staff_id: str) -> Staff | None:
        return self.accounts.get(staff_id)

    def save(self, staff: Staff) -> None:
        self.accounts[staff.id] = staff

    def lock_out(self, subject: str) -> LockOut:
        return self.lock_outs.get(subject, LockOut())

    def save_lock_out(self, subject: str, lock_out: LockOut) -> None:
        self.lock_outs[subject] = lock_out

    def presences(self, since: datetime) -> tuple[Presence, ...]:
        return tuple(p for p in self.consoles.values() if p.seen_at >= since)

    def save_presence(self, presence: Presence) -> None:
        self.consoles[presence.device] = presence

    def remove_presence(self, device: str) -> None:
        self.consoles.pop(device, None)


@dataclass
class FakeVisitRecords:
    devices: dict[str, str] = field(default_factory=dict)
    marks: list[VisitEvent] = field(default_factory=list)
    ends: dict[str, VisitEnd] = field(default_factory=dict)
    begun: dict[str, datetime] = field(default_factory=dict)
    shown: dict[str, QuietSign] = field(default_factory=dict)

    def start(self, visit_id: str, device: str, at: datetime) -> None:
        self.devices.setdefault(visit_id, device)
        self.begun.setdefault(visit_id, at)

    def add_event(self, event: VisitEvent) -> None:
        if (event.visit_id, event.seq) not in {(e.visit_id, e.seq) for e in self.marks}:
            self.marks.append(event)

    def end(self, visit_id: str, how: VisitEnd, at: datetime) -> None:
        self.ends[visit_id] = how

    def end_interrupted(self, device: str, at: datetime, but: str = "") -> tuple[str, ...]:
        left = [v for v in self.left_open(device) if v != but and self.begun[v] <= at]
        self.ends.update(dict.fromkeys(left, VisitEnd.INTERRUPTED))
        return tuple(left)

    def left_open(self, device: str) -> tuple[str, ...]:
        return tuple(v for v, at in self.devices.items() if at == device and v not in self.ends)

    def save_sign(self, sign: QuietSign) -> None:
        self.shown[sign.visit_id] = sign

    def drop_sign(self, visit_id: str) -> bool:
        return self.shown.pop(visit_id, None) is not None

    def signs(self) -> tuple[QuietSign, ...]:
        return tuple(sorted(self.shown.values(), key=lambda sign: sign.since))

    def events(self, visit_id: str) -> tuple[VisitEvent, ...]:
        return tuple(e for e in self.marks if e.visit_id == visit_id)

    def ratings(self, start: datetime | None, end: datetime | None) -> tuple[int, ...]:
        rated = (e for e in self.marks if e.kind is VisitEventKind.RATED)
        last = {e.visit_id: e for e in sorted(rated, key=_seq)}
        return tuple(
            e.value
            for e in last.values()
            if e.value is not None and (not start or start <= e.at) and (not end or e.at < end)
        )


def _seq(event: VisitEvent) -> int:
    return event.seq


@dataclass
class FakeCallRecords:
    calls: dict[str, HelpCall] = field(default_factory=dict)

    def add(self, call: HelpCall) -> None:
        self.calls[call.id] = call

    def save(self, call: HelpCall) -> None:
        self.calls[call.id] = call

    def get(self, call_id: str) -> HelpCall | None:
        return self.calls.get(call_id)

    def open(self) -> tuple[HelpCall, ...]:
        return tuple(sorted((c for c in self.calls.values() if c.is_open), key=_called_at))

    def taken_between(self, start: datetime, end: datetime) -> tuple[HelpCall, ...]:
        taken = (c for c in self.calls.values() if c.taken_at and start <= c.taken_at < end)
        return tuple(sorted(taken, key=_called_at))


def _called_at(call: HelpCall) -> datetime:
    return call.called_at


@dataclass
class FakeConsentRecords:
    requests: dict[str, ConsentRequest] = field(default_factory=dict)
    rows: list[Consent] = field(default_factory=list)

    def add_request(self, request: ConsentRequest) -> None:
        self.requests[request.id] = request

    def save_request(self, request: ConsentRequest) -> None:
        self.requests[request.id] = request

    def request(self, request_id: str) -> ConsentRequest | None:
        return self.requests.get(request_id)

    def open_request(self, visit_id: str) -> ConsentRequest | None:
        waiting = (r for r in self.requests.values() if r.visit_id == visit_id)
        return next((r for r in waiting if r.answered_at is None), None)

    def add(self, consent: Consent) -> None:
        self.rows.append(consent)

    def of_visit(self, visit_id: str) -> tuple[Consent, ...]:
        return tuple(c for c in self.rows if c.visit_id == visit_id)

    def of_person(self, person_id: str) -> tuple[Consent, ...]:
        return tuple(c for c in self.rows if c.person_id == person_id)

    def attach_person(self, visit_id: str, person_id: str) -> None:
        self.rows = [
            replace(c, person_id=person_id) if c.visit_id == visit_id and not c.person_id else c
            for c in self.rows
        ]


@dataclass
class FakePersonRecords:
    people: dict[str, Person] = field(default_factory=dict)

    def save(self, person: Person) -> None:
        self.people[person.id] = person

    def get(self, person_id: str) -> Person | None:
        return self.people.get(person_id)

    def with_card(self, card_mark: str) -> Person | None:
        owners = (p for p in reversed(self.people.values()) if p.card_mark)
        return next((p for p in owners if p.card_mark == card_mark), None)

    def with_phone(self, phone: str) -> tuple[Person, ...]:
        return tuple(p for p in reversed(self.people.values()) if phone and p.phone == phone)

    def mark_phones(self) -> int:
        return 0

    def erase_due(self, today: date) -> int:
        due = [p.id for p in self.people.values() if p.erase_on and p.erase_on <= today]
        for person_id in due:
            del self.people[person_id]
        return len(due)


@dataclass
class FakeAssistanceRecords:
    entries: dict[str, Assistance] = field(default_factory=dict)
    calls: FakeCallRecords = field(default_factory=FakeCallRecords)
    drafts: dict[str, AssistanceDraft] = field(default_factory=dict)
    saved: dict[str, datetime] = field(default_factory=dict)
    corrected: list[Correction] = field(default_factory=list)

    def add(self, assistance: Assistance) -> None:
        self.entries[assistance.id] = assistance

    def get(self, assistance_id: str) -> Assistance | None:
        return self.entries.get(assistance_id)

    def of_call(self, call_id: str) -> Assistance | None:
        return next((a for a in self.entries.values() if a.call_id == call_id), None)

    def find(self, wanted: AssistanceFilter) -> tuple[Assistance, ...]:
        found = [a for a in reversed(self.entries.values()) if _is_wanted(a, wanted)]
        end = wanted.offset + wanted.limit if wanted.limit else None
        return tuple(found[wanted.offset : end])

    def summary(self, wanted: AssistanceFilter) -> AssistanceSummary:
        rows = self.find(replace(wanted, limit=0, offset=0))
        by_outcome = {o: sum(a.outcome is o for a in rows) for o in Outcome}
        counted = {outcome: n for outcome, n in by_outcome.items() if n}
        return AssistanceSummary(len(rows), counted, sum(a.minutes for a in rows))

    def correct(self, changed: Assistance, correction: Correction) -> None:
        self.entries[changed.id] = changed
        self.corrected.append(correction)

    def corrections(self, assistance_id: str) -> tuple[Correction, ...]:
        return tuple(c for c in self.corrected if c.before.id == assistance_id)

    def erase_notes(self, before: datetime) -> int:
        old = [a for a in self.entries.values() if a.note and a.logged_at < before]
        self.entries.update({a.id: replace(a, note="") for a in old})
        return len(old)

    def save_draft(self, draft: AssistanceDraft, at: datetime) -> None:
        self.drafts[draft.call_id] = draft
        self.saved[draft.call_id] = at

    def draft(self, call_id: str) -> AssistanceDraft | None:
        return self.drafts.get(call_id)

    def drop_draft(self, call_id: str) -> None:
        self.drafts.pop(call_id, None)

    def drop_drafts(self, *, ended_before: datetime, saved_before: datetime) -> int:
        dropped = [key for key in self.drafts if self._is_old(key, ended_before, saved_before)]
        for key in dropped:
            del self.drafts[key]
        return len(dropped)

    def _is_old(self, key: str, ended_before: datetime, saved_before: datetime) -> bool:
        call = self.calls.get(key)
        if call is None:
            return self.saved[key] < saved_before
        return call.closed_at is not None and call.closed_at < ended_before


def _is_wanted(entry: Assistance, wanted: AssistanceFilter) -> bool:
    day = office_day(entry.logged_at).isoformat()
    return (
        (not wanted.first_day or wanted.first_day <= day)
        and (not wanted.last_day or day <= wanted.last_day)
        and wanted.village_id in ("", entry.village_id)
        and wanted.procedure_code in ("", entry.procedure_code)
        and (not wanted.barrier or wanted.barrier in entry.barriers)
        and wanted.outcome in (None, entry.outcome)
        and wanted.supporter_id in ("", entry.supporter_id)
    )


@dataclass
class FakeFollowUpRecords:
    people: FakePersonRecords
    assistances: FakeAssistanceRecords
    rows: dict[str, FollowUp] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    attempts: list[Attempt] = field(default_factory=list)

    def save(self, follow_up: FollowUp) -> None:
        self.rows[follow_up.id] = replace(follow_up, person=None)
        if follow_up.person:
            self.owners[follow_up.id] = follow_up.person.id

    def add_attempt(self, attempt: Attempt) -> None:
        self.attempts.append(attempt)

    def get(self, follow_up_id: str) -> FollowUp | None:
        row = self.rows.get(follow_up_id)
        return self._whole(row) if row else None

    def of_assistance(self, assistance_id: str) -> FollowUp | None:
        found = (f for f in self.rows.values() if f.assistance_id == assistance_id)
        return next((self._whole(f) for f in found), None)

    def open_of_person(self, person_id: str) -> tuple[FollowUp, ...]:
        return tuple(f for f in self.open() if f.person and f.person.id == person_id)

    def open(self, kind: FollowUpKind | None = None) -> tuple[FollowUp, ...]:
        rows = (f for f in self.rows.values() if f.state is FollowUpState.OPEN)
        wanted = (self._whole(f) for f in rows if kind in (None, f.kind))
        return tuple(sorted(wanted, key=_promised_at))

    def _whole(self, row: FollowUp) -> FollowUp:
        """Return the row with its attempts and with the person as stored now."""
        tried = tuple(a for a in self.attempts if a.follow_up_id == row.id)
        owner = self.owners.get(row.id, "")
        person = self.people.get(owner)
        return replace(row, attempts=tried, person=person, times_came=self._times(row, owner))

    def _times(self, row: FollowUp, owner: str) -> int:
        """Return how often the owner was helped with the same thing."""
        entries = self.assistances.entries.values()
        same = (a for a in entries if owner and a.person_id == owner)
        return max(1, sum(a.procedure_code == row.procedure_code for a in same))


def _promised_at(follow_up: FollowUp) -> datetime:
    return follow_up.promised_at


@dataclass
class FakeRecords:
    """All records, kept in plain dicts and lists."""

    office: FakeOfficeRecords = field(default_factory=FakeOfficeRecords)
    staff: FakeStaffRecords = field(default_factory=FakeStaffRecords)
    visits: FakeVisitRecords = field(default_factory=FakeVisitRecords)
    calls: FakeCallRecords = field(default_factory=FakeCallRecords)
    consents: FakeConsentRecords = field(default_factory=FakeConsentRecords)
    people: FakePersonRecords = field(default_factory=FakePersonRecords)
    assistances: FakeAssistanceRecords = field(init=False)
    follow_ups: FakeFollowUpRecords = field(init=False)
    rounds: FakeRoundRecords = field(default_factory=FakeRoundRecords)
    slips: FakeSlipRecords = field(default_factory=FakeSlipRecords)
    content: FakeContentRecords = field(default_factory=FakeContentRecords)
    national: FakeNationalRecords = field(default_factory=FakeNationalRecords)
    audit: FakeAuditRecords = field(default_factory=FakeAuditRecords)
    changes: FakeChangeFeed = field(default_factory=FakeChangeFeed)

    def __post_init__(self) -> None:
        self.assistances = FakeAssistanceRecords(calls=self.calls)
        self.follow_ups = FakeFollowUpRecords(self.people, self.assistances)


class FakeStore:
    """A store in memory. `records` may be looked into directly by a test."""

    def __init__(self) -> None:
        self.records = FakeRecords()
        self._is_writing = False

    @contextmanager
    def _write(self) -> Iterator[Records]:
        assert not self._is_writing, "a transaction inside a transaction"
        before = copy.deepcopy(self.records)
        self._is_writing = True
        try:
            yield self.records
        except BaseException:
            self.records = before
            raise
        finally:
            self._is_writing = False

    @contextmanager
    def _read(self) -> Iterator[Records]:
        seen = copy.deepcopy(self.records)
        yield seen
        assert seen == self.records or self._is_writing, "a read changed something"

    def read(self) -> AbstractContextManager[Records]:
        return self._read()

    def write(self) -> AbstractContextManager[Records]:
        return self._write()

    def audited(self, action: AuditAction) -> tuple[AuditEntry, ...]:
        """Return the lines of the audit about `action`, oldest first."""
        return tuple(e for e in self.records.audit.entries if e.action is action)

    def changed(self, topic: Topic) -> tuple[str, ...]:
        """Return the ids announced under `topic`, oldest first."""
        return tuple(c.subject_id for c in self.records.changes.changes if c.topic is topic)

    def texts(self) -> str:
        """Return everything stored as one text, for tests that look for what must not be there."""
        return "\n".join(repr(getattr(self.records, part.name)) for part in fields(self.records))
