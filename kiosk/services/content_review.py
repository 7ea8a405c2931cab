"""The office checks, corrects and vouches for the facts of its procedures, and can undo it.

Every word is kept with its author and time and never overwritten; the citizens' windows learn of it
through the change feed. A correction is held to the same shape as a file before it is stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import office_day
from kiosk.domain.content_review import (
    REVIEW_BY,
    FactDraft,
    FactEntry,
    FactState,
    Plain,
    Verdict,
    standing_entry,
)
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.portal_report import PortalReport, open_reports
from kiosk.domain.procedure import Procedure
from kiosk.domain.staff import Staff
from kiosk.domain.text import fold, nfc
from kiosk.domain.words import N_
from kiosk.services.catalogue import OfficeContent
from kiosk.services.content import ContentError, table_of
from kiosk.services.content_facts import corrected, is_fact, value_at
from kiosk.services.content_form import cleaned, value_problems
from kiosk.services.content_merge import MergedProcedure, merge
from kiosk.services.forms import FormProblem, FormRefused, refuse_if
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.roles import require_lead
from kiosk.services.trail import audit_entry, new_entry_id

LATEST_REVIEW = timedelta(days=2 * 366)
"""Nobody vouches for a fact for longer than two years ahead."""


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One procedure in the list of those to be looked at; figures count its facts.

    `reports` counts the pages of the portal that kiosks found changed.
    """

    code: str
    title: str
    review_by: date
    done: int
    total: int
    unsure: int = 0
    changed: int = 0
    drafts: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class ProcedureReview:
    """One procedure opened for review: merged, with corrections being typed and all history.

    `reports` are the pages of the portal that kiosks found changed.
    """

    merged: MergedProcedure
    drafts: Mapping[str, FactDraft] = field(default_factory=dict)
    history: tuple[FactEntry, ...] = ()
    reports: tuple[PortalReport, ...] = ()

    def history_of(self, path: str) -> tuple[FactEntry, ...]:
        """Return the entries of one fact, oldest first."""
        return tuple(entry for entry in self.history if entry.path == path)


class ContentReview:
    """The office's word on the content; `shipped` are the procedures as they came."""

    def __init__(self, store: Store, clock: Clock, shipped: Iterable[Procedure]) -> None:
        self._store = store
        self._clock = clock
        self._shipped = {procedure.code: procedure for procedure in shipped}

    # Reading

    def load(self) -> OfficeContent:
        """Return the content as citizens are to see it."""
        with self._store.read() as records:
            office, national = _office_name(records), records.national.all()
            histories = _by_code(records.content.history())
        merged = {
            code: merge(self._shipped[code], history, office)
            for code, history in histories.items()
            if code in self._shipped
        }
        procedures = (
            merged[code].procedure if code in merged else procedure
            for code, procedure in self._shipped.items()
        )
        checks = {code: one.checks for code, one in merged.items()}
        return OfficeContent(tuple(procedures), checks, national)

    def overview(self) -> tuple[ReviewLine, ...]:
        """Return every procedure: those the portal has changed for, then by the day of review."""
        with self._store.read() as records:
            office = _office_name(records)
            histories = _by_code(records.content.history())
            drafts = records.content.drafts()
        lines = (
            _line(merge(procedure, said := histories.get(code, ()), office), drafts, said)
            for code, procedure in self._shipped.items()
        )
        return tuple(sorted(lines, key=_urgency))

    def open(self, code: str) -> ProcedureReview:
        """Return one procedure for review."""
        with self._store.read() as records:
            office = _office_name(records)
            history = records.content.history(code)
            drafts = {draft.path: draft for draft in records.content.drafts(code)}
        merged = merge(self._found(code), history, office)
        return ProcedureReview(merged, drafts, history, open_reports(history))

    # Saying something of a fact

    def mark(self, code: str, path: str, verdict: Verdict, by: Staff) -> None:
        """Call the fact that citizens see right, or say that the office is not sure of it."""
        if verdict not in (Verdict.RIGHT, Verdict.UNSURE):
            raise BugError(f"a fact is not marked as {verdict}")
        with self._store.write() as records:
            require_lead(by)
            before = self._standing_entry(records, code, path)
            self._add(records, _Word(code, path, verdict, before.value if before else None), by)

    def take_shipped(self, code: str, path: str, by: Staff) -> None:
        """Call the shipped fact right and let go of the office's own."""
        with self._store.write() as records:
            require_lead(by)
            self._add(records, _Word(code, path, Verdict.RIGHT, None), by)

    def correct(
        self, code: str, path: str, value: Plain, by: Staff, *, note: str = "", seen: str = ""
    ) -> None:
        """Put another value in the fact's place; `{}` takes it away. The draft is dropped.

        `seen` is the id of the entry that stood when the form was opened, "" for none. Raises
        FormRefused at the fields of `content_form`; KnownError when somebody else was faster.
        """
        value = cleaned(path, value)
        with self._store.write() as records:
            require_lead(by)
            before = self._standing_entry(records, code, path)
            if (before.id if before else "") != seen:
                raise _changed_by_others()
            refuse_if(value_problems(path, value))
            self._refuse_unfit(code, path, value)
            is_shipped = value == self._shipped_value(code, path)
            word = _Word(code, path, Verdict.CORRECTED, value, nfc(note))
            if is_shipped:
                word = _Word(code, path, Verdict.RIGHT, None, nfc(note))
            self._add(records, word, by)
            records.content.drop_draft(code, path)

    def undo(self, code: str, path: str, by: Staff) -> None:
        """Take back what was said last of a fact; raises KnownError when there is nothing."""
        with self._store.write() as records:
            require_lead(by)
            if self._standing_entry(records, code, path) is None:
                raise KnownError(
                    N_("Mục này không còn gì để hoàn tác."),
                    N_("Mở lại trang để xem bản mới nhất."),
                    f"nothing to undo: {code} {path}",
                )
            self._add(records, _Word(code, path, Verdict.UNDONE, None), by)

    def set_review_day(self, code: str, day: date, by: Staff) -> None:
        """Note that the procedure was gone through, and when to do so again.

        Raises FormRefused at `day`.
        """
        today = office_day(self._clock.now())
        if not today < day <= today + LATEST_REVIEW:
            raise FormRefused([FormProblem("day", N_("Chọn ngày trong hai năm tới."))])
        with self._store.write() as records:
            require_lead(by)
            self._add(records, _Word(code, REVIEW_BY, Verdict.RIGHT, day.isoformat()), by)

    # Drafts

    def save_draft(self, code: str, path: str, value: Plain, note: str, by: Staff) -> FactDraft:
        """Keep a correction that is being typed; called at every change."""
        self._require_fact(path)
        with self._store.write() as records:
            require_lead(by)
            draft = FactDraft(code, path, value, note, by.name, self._clock.now())
            records.content.save_draft(draft)
        return draft

    def drop_draft(self, code: str, path: str, by: Staff) -> None:
        """Forget a correction that was being typed."""
        with self._store.write() as records:
            require_lead(by)
            records.content.drop_draft(code, path)

    # Parts

    def _found(self, code: str) -> Procedure:
        if code not in self._shipped:
            raise BugError(f"no procedure {code}")
        return self._shipped[code]

    def _shipped_value(self, code: str, path: str) -> Plain:
        return value_at(table_of(self._found(code)), path)

    def _standing_entry(self, records: Records, code: str, path: str) -> FactEntry | None:
        self._require_fact(path)
        history = (entry for entry in records.content.history(code) if entry.path == path)
        return standing_entry(history)

    @staticmethod
    def _require_fact(path: str) -> None:
        if not is_fact(path):
            raise BugError(f"not the path of a fact: {path!r}")

    def _refuse_unfit(self, code: str, path: str, value: Plain) -> None:
        """Hold the correction to the shape of a file; what the form allows should always fit."""
        try:
            corrected(self._found(code), path, value)
        except ContentError as error:
            raise FormRefused([FormProblem("", N_("Xem lại mục này rồi lưu."))]) from error

    def _add(self, records: Records, word: _Word, by: Staff) -> None:
        entry = FactEntry(
            id=new_entry_id(records, word.code),
            code=word.code,
            path=word.path,
            verdict=word.verdict,
            value=word.value,
            shipped=self._shipped_value(word.code, word.path),
            note=word.note,
            staff_id=by.id,
            staff_name=by.name,
            at=self._clock.now(),
        )
        records.content.add(entry)
        records.changes.add(Topic.CONTENT, word.code)
        detail = f"{word.path} {word.verdict}"
        action = AuditAction.CONTENT_CHANGED
        records.audit.add(audit_entry(self._clock, by.id, action, word.code, detail))


@dataclass(frozen=True, slots=True)
class _Word:
    """What is about to be said of a fact."""

    code: str
    path: str
    verdict: Verdict
    value: Plain | None
    note: str = ""


def _office_name(records: Records) -> str:
    profile = records.office.profile()
    return profile.name if profile else ""


def _by_code(history: Iterable[FactEntry]) -> dict[str, list[FactEntry]]:
    of_code: dict[str, list[FactEntry]] = defaultdict(list)
    for entry in history:
        of_code[entry.code].append(entry)
    return of_code


def _urgency(line: ReviewLine) -> tuple[bool, date, str]:
    return (not line.reports, line.review_by, fold(line.title))


def _line(
    merged: MergedProcedure, drafts: Iterable[FactDraft], history: Iterable[FactEntry]
) -> ReviewLine:
    standings, procedure = merged.standings, merged.procedure
    return ReviewLine(
        code=procedure.code,
        title=procedure.title,
        review_by=procedure.review_by,
        done=sum(standing.is_done for standing in standings),
        total=len(standings),
        unsure=sum(standing.state is FactState.UNSURE for standing in standings),
        changed=sum(standing.state is FactState.CHANGED for standing in standings),
        drafts=sum(draft.code == procedure.code for draft in drafts),
        reports=len(open_reports(history)),
    )


def _changed_by_others() -> KnownError:
    return KnownError(
        N_("Mục này vừa có người khác sửa."),
        N_("Xem bản mới nhất rồi sửa lại."),
        "a fact was changed by somebody else in the meantime",
    )
