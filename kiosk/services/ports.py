"""What the program needs from outside, as Protocols: the store, the clock, keys, printing, voices.

A port exists where a test or a second implementation needs one. Records hand out frozen domain
dataclasses; rows never leave the database package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.domain.assistance import (
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    AssistanceSummary,
    Correction,
)
from kiosk.domain.audit import AuditEntry
from kiosk.domain.content_review import FactDraft, FactEntry
from kiosk.domain.follow_up import Attempt, FollowUp, FollowUpKind
from kiosk.domain.help_call import HelpCall
from kiosk.domain.national import NationalEntry, NationalImport
from kiosk.domain.office import OfficeProfile, Village
from kiosk.domain.person import Consent, ConsentRequest, Person
from kiosk.domain.round import CallAhead, Round, StopAnswer
from kiosk.domain.slip import PrintState, Slip
from kiosk.domain.staff import LockOut, Staff
from kiosk.domain.stuck import QuietSign
from kiosk.domain.visit import VisitEnd, VisitEvent


class Clock(Protocol):
    """Both clocks: the wall's, for what is stored, and a monotonic one, for durations."""

    def now(self) -> datetime:
        """Return the present moment, aware UTC."""
        ...

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        ...


class Topic(StrEnum):
    """What a change is about."""

    CALL = "call"
    CONSENT = "consent"
    FOLLOW_UP = "follow_up"
    ROUND = "round"
    ASSISTANCE = "assistance"
    OFFICE = "office"
    STAFF = "staff"
    CONTENT = "content"
    VISIT = "visit"
    PATIENCE = "patience"
    """Staff give the person of a visit time: the row itself is the message."""


@dataclass(frozen=True, slots=True)
class Change:
    """One committed change; `seq` grows without gaps that matter to a reader."""

    seq: int
    topic: Topic
    subject_id: str


@dataclass(frozen=True, slots=True)
class Presence:
    """A console with someone logged in, and when it last said so."""

    device: str
    staff_id: str
    staff_name: str
    seen_at: datetime


class OfficeRecords(Protocol):
    """The office's profile, its villages and the facts about its key."""

    def profile(self) -> OfficeProfile | None: ...
    def save_profile(self, profile: OfficeProfile) -> None: ...
    def villages(self) -> tuple[Village, ...]: ...
    def replace_villages(self, villages: Iterable[Village]) -> None: ...
    def value(self, key: str) -> str:
        """Return a stored fact by its key, "" when unset."""
        ...

    def set_value(self, key: str, value: str) -> None: ...


class StaffRecords(Protocol):
    """Accounts, lock-outs of accounts and devices, and who is on duty."""

    def all(self) -> tuple[Staff, ...]: ...
    def get(self, staff_id: str) -> Staff | None: ...
    def save(self, staff: Staff) -> None: ...
    def lock_out(self, subject: str) -> LockOut: ...
    def save_lock_out(self, subject: str, lock_out: LockOut) -> None: ...
    def presences(self, since: datetime) -> tuple[Presence, ...]: ...
    def save_presence(self, presence: Presence) -> None: ...
    def remove_presence(self, device: str) -> None: ...


class VisitRecords(Protocol):
    """Anonymous visits, their events, and the signs that somebody may be stuck.

    `start`, `add_event` and `end` may come twice for the same visit: the second changes nothing.
    """

    def start(self, visit_id: str, device: str, at: datetime) -> None: ...
    def add_event(self, event: VisitEvent) -> None: ...
    def end(self, visit_id: str, how: VisitEnd, at: datetime) -> None: ...
    def end_interrupted(self, device: str, at: datetime, but: str = "") -> tuple[str, ...]:
        """End what a crash left open on `device` and began before `at`; return the visits ended.

        The visit `but` goes on.
        """
        ...

    def left_open(self, device: str) -> tuple[str, ...]:
        """Return the visits on `device` that have not ended, oldest first."""
        ...

    def save_sign(self, sign: QuietSign) -> None: ...
    def drop_sign(self, visit_id: str) -> bool:
        """Take a visit's sign away; return whether there was one."""
        ...

    def signs(self) -> tuple[QuietSign, ...]:
        """Return the signs of all visits, oldest first."""
        ...

    def events(self, visit_id: str) -> tuple[VisitEvent, ...]: ...
    def ratings(self, start: datetime | None, end: datetime | None) -> tuple[int, ...]:
        """Return the last rating of each visit, 1 to 5, when made from `start` until before `end`.

        None leaves that side open.
        """
        ...


class CallRecords(Protocol):
    """Help calls."""

    def add(self, call: HelpCall) -> None: ...
    def save(self, call: HelpCall) -> None: ...
    def get(self, call_id: str) -> HelpCall | None: ...
    def open(self) -> tuple[HelpCall, ...]:
        """Return waiting and taken calls, oldest first."""
        ...

    def taken_between(self, start: datetime, end: datetime) -> tuple[HelpCall, ...]:
        """Return calls taken from `start` until before `end`, however they ended, oldest first."""
        ...


class ConsentRecords(Protocol):
    """Consent asked of the citizen's screen and given or refused there."""

    def add_request(self, request: ConsentRequest) -> None: ...
    def save_request(self, request: ConsentRequest) -> None: ...
    def request(self, request_id: str) -> ConsentRequest | None: ...
    def open_request(self, visit_id: str) -> ConsentRequest | None: ...
    def add(self, consent: Consent) -> None: ...
    def of_visit(self, visit_id: str) -> tuple[Consent, ...]: ...
    def of_person(self, person_id: str) -> tuple[Consent, ...]:
        """Return every answer and withdrawal of a person, oldest first."""
        ...

    def attach_person(self, visit_id: str, person_id: str) -> None:
        """Let the answers of a visit that are nobody's yet be this person's."""
        ...


class PersonRecords(Protocol):
    """Persons; name, phone and where-to-find are encrypted below this line."""

    def save(self, person: Person) -> None: ...
    def get(self, person_id: str) -> Person | None: ...
    def with_card(self, card_mark: str) -> Person | None:
        """Return whose card has this mark, stored last when there are several."""
        ...

    def with_phone(self, phone: str) -> tuple[Person, ...]:
        """Return who is reached at a normalised number, stored last first."""
        ...

    def mark_phones(self) -> int:
        """Mark the numbers stored before numbers were marked; return how many there were."""
        ...

    def erase_due(self, today: date) -> int:
        """Erase persons whose date has come and who have no open follow-up; return how many."""
        ...


class AssistanceRecords(Protocol):
    """The assistance log and the drafts of it."""

    def add(self, assistance: Assistance) -> None: ...
    def get(self, assistance_id: str) -> Assistance | None: ...
    def of_call(self, call_id: str) -> Assistance | None: ...
    def find(self, wanted: AssistanceFilter) -> tuple[Assistance, ...]:
        """Return entries newest first; `limit` 0 means all."""
        ...

    def summary(self, wanted: AssistanceFilter) -> AssistanceSummary: ...
    def save_draft(self, draft: AssistanceDraft, at: datetime) -> None: ...
    def draft(self, call_id: str) -> AssistanceDraft | None: ...
    def drop_draft(self, call_id: str) -> None: ...
    def drop_drafts(self, *, ended_before: datetime, saved_before: datetime) -> int:
        """Drop the drafts of calls that ended before then; return how many went.

        One without a call goes when it was last saved before `saved_before`.
        """
        ...

    def correct(self, changed: Assistance, correction: Correction) -> None:
        """Store an entry as it is from now on, and keep what it said before."""
        ...

    def corrections(self, assistance_id: str) -> tuple[Correction, ...]:
        """Return every correction of an entry, oldest first."""
        ...

    def erase_notes(self, before: datetime) -> int:
        """Erase the notes of entries logged before then, earlier words too; return how many."""
        ...


class FollowUpRecords(Protocol):
    """Promises and the attempts at keeping them."""

    def save(self, follow_up: FollowUp) -> None:
        """Insert or update; attempts are added with `add_attempt`."""
        ...

    def add_attempt(self, attempt: Attempt) -> None: ...
    def get(self, follow_up_id: str) -> FollowUp | None: ...
    def of_assistance(self, assistance_id: str) -> FollowUp | None: ...
    def open_of_person(self, person_id: str) -> tuple[FollowUp, ...]:
        """Return what is promised to a person and still open, oldest promise first."""
        ...

    def open(self, kind: FollowUpKind | None = None) -> tuple[FollowUp, ...]:
        """Return open ones, oldest promise first."""
        ...


class RoundRecords(Protocol):
    """Planned trips and the rows of their sheets."""

    def save(self, trip: Round) -> None:
        """Insert or update a trip; its rows become exactly `trip.stops`."""
        ...

    def get(self, round_id: str) -> Round | None: ...
    def planned(self) -> tuple[Round, ...]:
        """Return the trips that are not closed, earliest first."""
        ...

    def answer(self, follow_up_id: str, answer: StopAnswer, at: datetime) -> tuple[str, ...]:
        """Answer the row of a case in planned trips that still waits; return the trips' ids."""
        ...

    def note_call(self, follow_up_id: str, call: CallAhead, at: datetime) -> tuple[str, ...]:
        """Keep what came of ringing about a row that still waits; return the trips' ids."""
        ...


class SlipRecords(Protocol):
    """Every version of every slip."""

    def next_number(self, month: str) -> str:
        """Return the next number of a month: "2026-11" → "2026-11-0037"."""
        ...

    def add(self, slip: Slip) -> None: ...
    def get(self, slip_id: str) -> Slip | None: ...
    def set_print_state(self, slip_id: str, state: PrintState) -> None: ...
    def versions(self, code: str) -> tuple[Slip, ...]:
        """Return the versions with this typed code, oldest first."""
        ...

    def of_follow_up(self, follow_up_id: str) -> tuple[Slip, ...]: ...
    def of_visit(self, visit_id: str) -> tuple[Slip, ...]: ...


class ContentRecords(Protocol):
    """What the office says of the procedures' facts, and corrections still being typed."""

    def add(self, entry: FactEntry) -> None: ...
    def history(self, code: str = "") -> tuple[FactEntry, ...]:
        """Return the entries of one procedure, of all without a code; oldest first."""
        ...

    def save_draft(self, draft: FactDraft) -> None: ...
    def drafts(self, code: str = "") -> tuple[FactDraft, ...]:
        """Return the drafts of one procedure, of all without a code."""
        ...

    def drop_draft(self, code: str, path: str) -> None: ...


class NationalRecords(Protocol):
    """The imported national catalogue."""

    def replace(self, entries: Iterable[NationalEntry], imported: NationalImport) -> None:
        """Put these entries in place of all, and keep the import in the list of imports."""
        ...

    def all(self) -> tuple[NationalEntry, ...]:
        """Return every entry, by code."""
        ...

    def latest_import(self) -> NationalImport | None: ...


class AuditRecords(Protocol):
    """The append-only audit."""

    def add(self, entry: AuditEntry) -> None: ...
    def latest(self, limit: int = 100) -> tuple[AuditEntry, ...]: ...


class ChangeFeed(Protocol):
    """The one mechanism by which windows, processes and counters learn of each other."""

    def add(self, topic: Topic, subject_id: str) -> None: ...
    def since(self, seq: int) -> Sequence[Change]: ...
    def latest_seq(self) -> int: ...


class Records(Protocol):
    """All records of one transaction."""

    @property
    def office(self) -> OfficeRecords: ...
    @property
    def staff(self) -> StaffRecords: ...
    @property
    def visits(self) -> VisitRecords: ...
    @property
    def calls(self) -> CallRecords: ...
    @property
    def consents(self) -> ConsentRecords: ...
    @property
    def people(self) -> PersonRecords: ...
    @property
    def assistances(self) -> AssistanceRecords: ...
    @property
    def follow_ups(self) -> FollowUpRecords: ...
    @property
    def rounds(self) -> RoundRecords: ...
    @property
    def slips(self) -> SlipRecords: ...
    @property
    def content(self) -> ContentRecords: ...
    @property
    def national(self) -> NationalRecords: ...
    @property
    def audit(self) -> AuditRecords: ...
    @property
    def changes(self) -> ChangeFeed: ...


class Store(Protocol):
    """Transactions. `write` commits at its end, or rolls back when an exception leaves it."""

    def read(self) -> AbstractContextManager[Records]: ...
    def write(self) -> AbstractContextManager[Records]: ...


class Cipher(Protocol):
    """Encrypts the few personal texts; `context` binds a text to its row and column."""

    def encrypt(self, text: str, context: str) -> bytes: ...
    def decrypt(self, data: bytes, context: str) -> str: ...
    def mark(self, text: str, context: str) -> str:
        """Return a keyed hash by which the same text is known again, and from which none is read.

        "" for no text; another context or another office gives another mark.
        """
        ...


class KeyStore(Protocol):
    """Keeps the office's secret on this machine, outside the database."""

    def load(self) -> bytes | None:
        """Return the 16-byte secret, or None when this machine has none yet."""
        ...

    def save(self, secret: bytes) -> None: ...


class PrinterState(StrEnum):
    """What the system says about a printer; it never proves that paper came out."""

    READY = "ready"
    UNKNOWN_PRINTER = "unknown_printer"
    STOPPED = "stopped"
    NO_SPOOLER = "no_spooler"
    NONE_CHOSEN = "none_chosen"


class SlipPrinter(Protocol):
    """Prints a PDF on a named printer, never on another one."""

    def printers(self) -> tuple[str, ...]: ...
    def state(self, printer: str) -> PrinterState: ...
    def print_pdf(self, pdf: bytes, printer: str, title: str) -> None:
        """Spool `pdf` at its own page size.

        Raises PrintRefused (kiosk.services.printing) when the printer is unknown or stopped, or the
        spooler is gone, before or after spooling.
        """
        ...


class BackupStore(Protocol):
    """Backups of the embedded database: made online, checked, rotated, restored."""

    def back_up(self, reason: str) -> Path: ...
    def newest_good(self) -> Path | None: ...
    def restore(self, backup: Path) -> None: ...


class Speaker(Protocol):
    """Says one sentence at a time, without keeping anybody waiting for it."""

    def speaks(self, language: str) -> bool:
        """Return whether pages in this language ("vi", "en") can be read aloud."""
        ...

    def can_say(self, said: str, language: str) -> bool:
        """Return whether this sentence can be said."""
        ...

    def say(self, said: str, language: str, done: Callable[[bool], None]) -> None:
        """Say it instead of whatever is being said, and then call `done`, once.

        `done` is told whether it could be said, and is not called any more after `stop`.
        """
        ...

    def stop(self) -> None:
        """Fall silent at once and forget what was to be said."""
        ...
