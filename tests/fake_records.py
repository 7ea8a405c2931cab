"""Stand-ins for the records that stand alone: trips, slips, content, the national list, audit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from kiosk.domain.audit import AuditEntry
from kiosk.domain.calendar import HalfDay
from kiosk.domain.content_review import FactDraft, FactEntry
from kiosk.domain.national import NationalEntry, NationalImport
from kiosk.domain.round import CallAhead, Round, RoundState, RoundStop, StopAnswer
from kiosk.domain.slip import PrintState, Slip
from kiosk.services.ports import Change, Topic


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
class FakeContentRecords:
    entries: list[FactEntry] = field(default_factory=list)
    typed: dict[tuple[str, str], FactDraft] = field(default_factory=dict)

    def add(self, entry: FactEntry) -> None:
        self.entries.append(entry)

    def history(self, code: str = "") -> tuple[FactEntry, ...]:
        return tuple(e for e in self.entries if code in ("", e.code))

    def save_draft(self, draft: FactDraft) -> None:
        self.typed[draft.code, draft.path] = draft

    def drafts(self, code: str = "") -> tuple[FactDraft, ...]:
        return tuple(d for d in self.typed.values() if code in ("", d.code))

    def drop_draft(self, code: str, path: str) -> None:
        self.typed.pop((code, path), None)


@dataclass
class FakeNationalRecords:
    entries: tuple[NationalEntry, ...] = ()
    imports: list[NationalImport] = field(default_factory=list)

    def replace(self, entries: Iterable[NationalEntry], imported: NationalImport) -> None:
        self.entries = tuple(sorted(entries, key=lambda entry: entry.code))
        self.imports.append(imported)

    def all(self) -> tuple[NationalEntry, ...]:
        return self.entries

    def latest_import(self) -> NationalImport | None:
        return self.imports[-1] if self.imports else None


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
