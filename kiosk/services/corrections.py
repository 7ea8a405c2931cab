"""Correcting the log: an author may mend today's entries, and what they said before is kept.

A promise is not mended here: it has a page of its own, where it is given another date or closed.
The old words of a note are erased with the note itself.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import timedelta

from kiosk.domain.assistance import (
    AgeBand,
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    Correction,
    HelpChannel,
    HelpLevel,
    Outcome,
)
from kiosk.domain.audit import AuditAction
from kiosk.domain.barrier import BARRIER_BY_CODE
from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.person import RETENTION_DAYS
from kiosk.domain.staff import Staff
from kiosk.domain.text import nfc
from kiosk.domain.words import N_
from kiosk.services.assistance_form import FormFacts, draft_problems
from kiosk.services.forms import FormProblem, refuse_if
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.roles import require_lead
from kiosk.services.trail import audit_entry, new_id


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a correction changed: its name, and the entry before and after."""

    field: str
    before: Assistance
    after: Assistance


class Corrections:
    """Today's entries of whoever is logged in, and what became of them."""

    def __init__(self, store: Store, clock: Clock, retention_days: int = RETENTION_DAYS) -> None:
        self._store = store
        self._clock = clock
        self._retention_days = retention_days

    def todays(self, author: Staff) -> tuple[Assistance, ...]:
        """Return what `author` has logged today, newest first."""
        today = office_day(self._clock.now()).isoformat()
        wanted = AssistanceFilter(first_day=today, last_day=today, supporter_id=author.id)
        with self._store.read() as records:
            return records.assistances.find(wanted)

    def get(self, assistance_id: str, author: Staff) -> Assistance:
        """Return an entry that `author` may correct; raises KnownError for any other."""
        with self._store.read() as records:
            return self._correctable(records, assistance_id, author)

    def correct(self, assistance_id: str, draft: AssistanceDraft, author: Staff) -> Assistance:
        """Store the entry as `draft` has it, and what it said before; no change stores nothing.

        Raises FormRefused at the fields of the form, KnownError when `author` may not, or no longer
        may, correct it.
        """
        if not set(draft.barriers) <= set(BARRIER_BY_CODE):
            raise BugError("unknown barrier in a correction")
        with self._store.write() as records:
            entry = self._correctable(records, assistance_id, author)
            problems = self._problems(records, entry, draft)
            refuse_if((*_promise_problems(entry, draft), *problems))
            changed = _changed(entry, draft)
            if changed == entry:
                return entry
            now = self._clock.now()
            correction = Correction(new_id(), now, author.id, author.name, entry)
            records.assistances.correct(changed, correction)
            records.changes.add(Topic.ASSISTANCE, entry.id)
            records.audit.add(
                audit_entry(self._clock, author.id, AuditAction.ASSISTANCE_CORRECTED, entry.id)
            )
            return changed

    def history(self, assistance_id: str, lead: Staff) -> tuple[Correction, ...]:
        """Return every correction of an entry, oldest first; for the lead."""
        require_lead(lead)
        with self._store.read() as records:
            return records.assistances.corrections(assistance_id)

    def erase_old_notes(self) -> int:
        """Erase notes as old as a person's data may get; return how many."""
        before = self._clock.now() - timedelta(days=self._retention_days)
        with self._store.write() as records:
            return records.assistances.erase_notes(before)

    def _correctable(self, records: Records, assistance_id: str, author: Staff) -> Assistance:
        entry = records.assistances.get(assistance_id)
        if entry is None:
            raise BugError(f"no assistance {assistance_id}")
        if entry.supporter_id != author.id:
            raise KnownError(
                N_("Chỉ người ghi mới sửa được lượt này."),
                N_("Nhờ {name} sửa lại."),
                "somebody else's entry was to be corrected",
                name=entry.supporter_name,
            )
        if office_day(entry.logged_at) != office_day(self._clock.now()):
            raise KnownError(
                N_("Chỉ sửa được lượt ghi trong ngày."),
                N_("Báo lãnh đạo văn phòng nếu cần đính chính."),
                "an entry of another day was to be corrected",
            )
        return entry

    def _problems(
        self, records: Records, entry: Assistance, draft: AssistanceDraft
    ) -> tuple[FormProblem, ...]:
        """Return what keeps the help itself from standing; the promise is left out."""
        facts = FormFacts(
            today=office_day(self._clock.now()),
            village_ids=frozenset(village.id for village in records.office.villages()),
            granted=frozenset(),
            at_kiosk=entry.channel is HelpChannel.KIOSK,
        )
        is_promised = draft.outcome == Outcome.FOLLOW_UP
        bare = replace(draft, outcome=Outcome.LEFT) if is_promised else draft
        return tuple(draft_problems(bare, facts))


def draft_of(entry: Assistance, key: str) -> AssistanceDraft:
    """Return an entry as a form shows it, to be corrected; `key` is what the form goes by."""
    return AssistanceDraft(
        key,
        barriers=entry.barriers,
        level=entry.level,
        minutes=entry.minutes,
        outcome=entry.outcome,
        age_band=entry.age_band or "",
        village_id=entry.village_id,
        channel=entry.channel,
        procedure_code=entry.procedure_code,
        step_id=entry.step_id,
        note=entry.note,
    )


def changes(before: Assistance, after: Assistance) -> tuple[Change, ...]:
    """Return what is different between two states of an entry."""
    return tuple(
        Change(field.name, before, after)
        for field in fields(Assistance)
        if getattr(before, field.name) != getattr(after, field.name)
    )


def _promise_problems(entry: Assistance, draft: AssistanceDraft) -> tuple[FormProblem, ...]:
    """A promise stays one, and none is made here: its person has agreed, or has not been asked."""
    was, is_promised = entry.outcome is Outcome.FOLLOW_UP, draft.outcome == Outcome.FOLLOW_UP
    if was == is_promised:
        return ()
    if was:
        return (FormProblem("outcome", N_("Đã hẹn rồi. Đổi hẹn ở trang Việc hẹn.")),)
    return (FormProblem("outcome", N_("Muốn hẹn thì ghi một lượt mới.")),)


def _changed(entry: Assistance, draft: AssistanceDraft) -> Assistance:
    """Return the entry with the draft's values; where help was given stays a kiosk's own word."""
    was_at_kiosk = entry.channel is HelpChannel.KIOSK
    return replace(
        entry,
        barriers=draft.barriers,
        level=HelpLevel(draft.level),
        minutes=entry.minutes if draft.minutes is None else draft.minutes,
        outcome=Outcome(draft.outcome),
        age_band=AgeBand(draft.age_band) if draft.age_band else None,
        village_id=draft.village_id,
        note=nfc(draft.note),
        channel=entry.channel if was_at_kiosk else HelpChannel(draft.channel),
        procedure_code=entry.procedure_code if was_at_kiosk else draft.procedure_code,
        step_id=entry.step_id if was_at_kiosk else draft.step_id,
    )
