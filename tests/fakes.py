"""Stand-ins for the outside world: a store of plain dicts, a clock that is told the time, keys.

The store keeps the contract of the ports: a write that ends in an exception leaves nothing behind.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kiosk.domain.assistance import (
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    AssistanceSummary,
    Outcome,
)
from kiosk.domain.audit import AuditAction, AuditEntry
from kiosk.domain.calendar import HalfDay, office_day
from kiosk.domain.follow_up import Attempt, FollowUp, FollowUpKind, FollowUpState
from kiosk.domain.help_call import HelpCall
from kiosk.domain.office import OfficeProfile, Village
from kiosk.domain.person import Consent, ConsentRequest, Person
from kiosk.domain.round import CallAhead, Round, RoundState, RoundStop, StopAnswer
from kiosk.domain.slip import PrintState, Slip
from kiosk.domain.staff import LockOut, Staff
from kiosk.domain.visit import VisitEnd, VisitEvent, VisitEventKind
from kiosk.services.ports import Change, Presence, Records, Topic

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

    def start(self, visit_id: str, device: str, at: datetime) -> None:
        self.devices[visit_id] = device

    def add_event(self, event: VisitEvent) -> None:
        self.marks.append(event)

    def end(self, visit_id: str, how: VisitEnd, at: datetime) -> None:
        self.ends[visit_id] = how

    def end_interrupted(self, device: str, at: datetime) -> int:
        left = [v for v, where in self.devices.items() if where == device and v not in self.ends]
        self.ends.update(dict.fromkeys(left, VisitEnd.INTERRUPTED))
        return len(left)

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
            replace(c, person_id=person_id) if c.visit_id == visit_id else c for c in self.rows
        ]


@dataclass
class FakePersonRecords:
    people: dict[str, Person] = field(default_factory=dict)

    def save(self, person: Person) -> None:
        self.people[person.id] = person

    def get(self, person_id: str) -> Person | None:
        return self.people.get(person_id)

    def erase_due(self, today: date) -> int:
        due = [p.id for p in self.people.values() if p.erase_on and p.erase_on <= today]
        for person_id in due:
            del self.people[person_id]
        return len(due)


@dataclass
class FakeAssistanceRecords:
    entries: dict[str, Assistance] = field(default_factory=dict)
    drafts: dict[str, AssistanceDraft] = field(default_factory=dict)

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

    def save_draft(self, draft: AssistanceDraft) -> None:
        self.drafts[draft.call_id] = draft

    def draft(self, call_id: str) -> AssistanceDraft | None:
        return self.drafts.get(call_id)

    def drop_draft(self, call_id: str) -> None:
        self.drafts.pop(call_id, None)


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
class FakeRoundRecords:
    trips: dict[str, Round] = field(default_factory=dict)

    def save(self, trip: Round) -> None:
        self.trips[trip.id] = trip

    def get(self, round_id: str) -> Round | None:
        return self.trips.get(round_id)

    def planned(self) -> tuple[Round, ...]:
        open_ones = (t for t in self.trips.values() if t.state is RoundState.PLANNED)
        return tuple(sorted(open_ones, key=_when))

    def answer(self, follow_up_id: str, answer: StopAnswer, at: datetime) -> tuple[str, ...]:
        return self._change(follow_up_id, {"answer": answer, "answered_at": at})

    def note_call(self, follow_up_id: str, call: CallAhead, at: datetime) -> tuple[str, ...]:
        return self._change(follow_up_id, {"call": call, "called_at": at})

    def _change(self, follow_up_id: str, values: dict[str, Any]) -> tuple[str, ...]:
        met = [t for t in self.planned() if any(_waits(s, follow_up_id) for s in t.stops)]
        for trip in met:
            stops = tuple(
                replace(s, **values) if _waits(s, follow_up_id) else s for s in trip.stops
            )
            self.trips[trip.id] = replace(trip, stops=stops)
        return tuple(trip.id for trip in met)


def _when(trip: Round) -> tuple[date, bool, datetime]:
    return (trip.day, trip.half_day is HalfDay.AFTERNOON, trip.made_at)


def _waits(stop: RoundStop, follow_up_id: str) -> bool:
    return stop.follow_up_id == follow_up_id and stop.answer is None


@dataclass
class FakeSlipRecords:
    slips: dict[str, Slip] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def next_number(self, month: str) -> str:
        self.counts[month] = self.counts.get(month, 0) + 1
        return f"{month}-{self.counts[month]:04d}"

    def add(self, slip: Slip) -> None:
        self.slips[slip.id] = slip

    def get(self, slip_id: str) -> Slip | None:
        return self.slips.get(slip_id)

    def set_print_state(self, slip_id: str, state: PrintState) -> None:
        self.slips[slip_id] = replace(self.slips[slip_id], print_state=state)

    def versions(self, code: str) -> tuple[Slip, ...]:
        return tuple(s for s in self.slips.values() if s.code == code)

    def of_follow_up(self, follow_up_id: str) -> tuple[Slip, ...]:
        return tuple(s for s in self.slips.values() if s.follow_up_id == follow_up_id)

    def of_visit(self, visit_id: str) -> tuple[Slip, ...]:
        return tuple(s for s in self.slips.values() if s.visit_id == visit_id)


@dataclass
class FakeAuditRecords:
    entries: list[AuditEntry] = field(default_factory=list)

    def add(self, entry: AuditEntry) -> None:
        self.entries.append(entry)

    def latest(self, limit: int = 100) -> tuple[AuditEntry, ...]:
        return tuple(reversed(self.entries[-limit:]))


@dataclass
class FakeChangeFeed:
    changes: list[Change] = field(default_factory=list)

    def add(self, topic: Topic, subject_id: str) -> None:
        self.changes.append(Change(len(self.changes) + 1, topic, subject_id))

    def since(self, seq: int) -> Sequence[Change]:
        return [c for c in self.changes if c.seq > seq]

    def latest_seq(self) -> int:
        return len(self.changes)


@dataclass
class FakeRecords:
    """All records, kept in plain dicts and lists."""

    office: FakeOfficeRecords = field(default_factory=FakeOfficeRecords)
    staff: FakeStaffRecords = field(default_factory=FakeStaffRecords)
    visits: FakeVisitRecords = field(default_factory=FakeVisitRecords)
    calls: FakeCallRecords = field(default_factory=FakeCallRecords)
    consents: FakeConsentRecords = field(default_factory=FakeConsentRecords)
    people: FakePersonRecords = field(default_factory=FakePersonRecords)
    assistances: FakeAssistanceRecords = field(default_factory=FakeAssistanceRecords)
    follow_ups: FakeFollowUpRecords = field(init=False)
    rounds: FakeRoundRecords = field(default_factory=FakeRoundRecords)
    slips: FakeSlipRecords = field(default_factory=FakeSlipRecords)
    audit: FakeAuditRecords = field(default_factory=FakeAuditRecords)
    changes: FakeChangeFeed = field(default_factory=FakeChangeFeed)

    def __post_init__(self) -> None:
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
