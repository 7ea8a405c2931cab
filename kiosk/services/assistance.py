"""The assistance log: drafts that survive a crash, the entry itself, and looking it up.

Logging is one transaction: the entry, the promise and the person are stored together, the call is
closed and the draft dropped, or nothing of it happens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from kiosk.domain.assistance import (
    AgeBand,
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    AssistanceSummary,
    HelpChannel,
    HelpLevel,
    Outcome,
)
from kiosk.domain.audit import AuditAction
from kiosk.domain.barrier import BARRIER_BY_CODE
from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import FollowUp, FollowUpState
from kiosk.domain.help_call import CallState, HelpCall
from kiosk.domain.person import RETENTION_DAYS, Person, erase_date
from kiosk.domain.staff import Staff
from kiosk.domain.text import nfc
from kiosk.domain.words import N_
from kiosk.services.assistance_form import (
    Appointment,
    FormFacts,
    checked_appointment,
    checked_person,
    draft_problems,
    merged_person,
    wants_person,
)
from kiosk.services.calls import end_call
from kiosk.services.consents import granted_purposes, unclaimed
from kiosk.services.forms import refuse_if
from kiosk.services.office import recovery_confirmed
from kiosk.services.people import stored_person
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.roles import is_lead, require_lead
from kiosk.services.trail import audit_entry, new_id

DRAFT_KEPT = timedelta(days=1)
"""How long after the end of its call a half-filled entry, which may hold a name, is kept."""

DRAFT_WITHOUT_CALL_KEPT = timedelta(days=3)
"""How long one without a call waits for its author: from a Friday until the Monday after."""


@dataclass(frozen=True, slots=True)
class Logged:
    """What was stored."""

    assistance: Assistance
    follow_up: FollowUp | None
    person: Person | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with its promise; `person` only for those who may see it."""

    assistance: Assistance
    follow_up: FollowUp | None
    person: Person | None


class AssistanceLog:
    """Who was helped, with what, by whom, and how it ended."""

    def __init__(self, store: Store, clock: Clock, retention_days: int = RETENTION_DAYS) -> None:
        self._store = store
        self._clock = clock
        self._retention_days = retention_days

    def save_draft(self, draft: AssistanceDraft) -> None:
        """Keep a half-filled entry; called at every change."""
        with self._store.write() as records:
            records.assistances.save_draft(draft, self._clock.now())

    def draft(self, call_id: str) -> AssistanceDraft | None:
        """Return what was half filled in for a call."""
        with self._store.read() as records:
            return records.assistances.draft(call_id)

    def drop_old_drafts(self) -> int:
        """Forget what was half filled in and left; return how many. Run once a day.

        A call that has ended is not opened again, but whoever has its form in front may still save.
        """
        now = self._clock.now()
        with self._store.write() as records:
            return records.assistances.drop_drafts(
                ended_before=now - DRAFT_KEPT, saved_before=now - DRAFT_WITHOUT_CALL_KEPT
            )

    def log(
        self,
        draft: AssistanceDraft,
        supporter: Staff,
        measured_minutes: int,
        call: HelpCall | None = None,
    ) -> Logged:
        """Store the entry with its promise and person; close the call; drop the draft.

        Without a call channel, procedure and step are the draft's. Raises FormRefused at the fields
        of `assistance_form`, KnownError when persons may not be stored yet, or when the call was
        logged already.
        """
        if not set(draft.barriers) <= set(BARRIER_BY_CODE):
            raise BugError("unknown barrier in a draft")
        with self._store.write() as records:
            _refuse_second(records, call)
            facts = self._facts(records, call)
            refuse_if(draft_problems(draft, facts))
            person = self._person(records, draft, facts)
            entry = self._entry(draft, supporter, measured_minutes, call, person)
            appointment = checked_appointment(draft)
            ticked = call.ticked_papers if call else ()
            follow_up = _promise(entry, appointment, person, ticked) if appointment else None
            self._store_all(records, Logged(entry, follow_up, person))
            records.assistances.drop_draft(draft.call_id)
            if call:
                end_call(records, self._clock, call.id, CallState.CLOSED)
        return Logged(entry, follow_up, person)

    def find(self, wanted: AssistanceFilter) -> tuple[Assistance, ...]:
        """Return entries, newest first."""
        with self._store.read() as records:
            return records.assistances.find(wanted)

    def summary(self, wanted: AssistanceFilter) -> AssistanceSummary:
        """Return the counts of the entries that `wanted` names, whatever its limit."""
        with self._store.read() as records:
            return records.assistances.summary(wanted)

    def get(self, assistance_id: str, viewer: Staff) -> Entry:
        """Return an entry with its promise; seeing its person is audited.

        A supporter sees the person only while the promise is open.
        """
        with self._store.write() as records:
            entry = _known(records, assistance_id)
            follow_up = records.follow_ups.of_assistance(entry.id)
            is_open = follow_up is not None and follow_up.state is FollowUpState.OPEN
            person = records.people.get(entry.person_id) if entry.person_id else None
            if person is None or not (is_open or is_lead(viewer)):
                bare = replace(follow_up, person=None) if follow_up else None
                return Entry(entry, bare, None)
            records.audit.add(
                audit_entry(self._clock, viewer.id, AuditAction.PERSON_VIEWED, person.id, "log")
            )
            return Entry(entry, follow_up, person)

    def rows_for_export(self, wanted: AssistanceFilter, lead: Staff) -> tuple[Assistance, ...]:
        """Return every entry that `wanted` names, to be exported by a lead; audited."""
        require_lead(lead)
        with self._store.write() as records:
            rows = records.assistances.find(replace(wanted, limit=0, offset=0))
            detail = f"rows={len(rows)}"
            records.audit.add(
                audit_entry(self._clock, lead.id, AuditAction.LOG_EXPORTED, "", detail)
            )
            return rows

    def _facts(self, records: Records, call: HelpCall | None) -> FormFacts:
        # Whoever was stored in this visit before took their answers along.
        consents = unclaimed(records.consents.of_visit(call.visit_id)) if call else ()
        return FormFacts(
            today=office_day(self._clock.now()),
            village_ids=frozenset(village.id for village in records.office.villages()),
            granted=granted_purposes(consents),
            at_kiosk=call is not None,
        )

    def _person(self, records: Records, draft: AssistanceDraft, facts: FormFacts) -> Person | None:
        """Return the person to store; without an open promise the days of keeping run at once.

        Who is known by card, or was recognised by staff, stays the one person they are.
        """
        if not wants_person(draft, facts.granted):
            return None
        person, typed = checked_person(draft.person), draft.person
        stored = stored_person(records, typed.person_id, typed.card_mark)
        if stored:
            was_shown = typed.person_id == stored.id
            person = merged_person(person, stored, was_shown=was_shown)
        if draft.outcome == Outcome.FOLLOW_UP or records.follow_ups.open_of_person(person.id):
            return person
        return replace(person, erase_on=erase_date(facts.today, self._retention_days))

    def _entry(
        self,
        draft: AssistanceDraft,
        supporter: Staff,
        measured_minutes: int,
        call: HelpCall | None,
        person: Person | None,
    ) -> Assistance:
        return Assistance(
            id=new_id(),
            visit_id=call.visit_id if call else "",
            call_id=call.id if call else "",
            procedure_code=call.procedure_code if call else draft.procedure_code,
            step_id=call.step_id if call else draft.step_id,
            barriers=draft.barriers,
            level=HelpLevel(draft.level),
            measured_minutes=measured_minutes,
            minutes=measured_minutes if draft.minutes is None else draft.minutes,
            outcome=Outcome(draft.outcome),
            supporter_id=supporter.id,
            supporter_name=supporter.name,
            logged_at=self._clock.now(),
            age_band=AgeBand(draft.age_band) if draft.age_band else None,
            village_id=draft.village_id or (person.village_id if person else ""),
            person_id=person.id if person else "",
            channel=HelpChannel.KIOSK if call else HelpChannel(draft.channel),
            note=nfc(draft.note),
        )

    def _store_all(self, records: Records, logged: Logged) -> None:
        entry, follow_up, person = logged.assistance, logged.follow_up, logged.person
        if person:
            if not recovery_confirmed(records):
                raise _recovery_first()
            records.people.save(person)
            records.consents.attach_person(entry.visit_id, person.id)
            self._note(records, entry, AuditAction.PERSON_STORED, person.id)
        records.assistances.add(entry)
        records.changes.add(Topic.ASSISTANCE, entry.id)
        self._note(records, entry, AuditAction.ASSISTANCE_LOGGED, entry.id, entry.outcome.value)
        if follow_up:
            records.follow_ups.save(follow_up)
            records.changes.add(Topic.FOLLOW_UP, follow_up.id)

    def _note(
        self,
        records: Records,
        entry: Assistance,
        action: AuditAction,
        subject: str,
        detail: str = "",
    ) -> None:
        line = audit_entry(self._clock, entry.supporter_id, action, subject, detail)
        records.audit.add(line)


def _promise(
    entry: Assistance, appointment: Appointment, person: Person | None, ticked: tuple[str, ...]
) -> FollowUp:
    return FollowUp(
        id=new_id(),
        assistance_id=entry.id,
        kind=appointment.kind,
        procedure_code=entry.procedure_code,
        step_id=entry.step_id,
        due=appointment.due,
        half_day=appointment.half_day,
        bring=appointment.bring,
        state=FollowUpState.OPEN,
        promised_at=entry.logged_at,
        promised_by_name=entry.supporter_name,
        person=person,
        village_id=entry.village_id,
        barriers=entry.barriers,
        ticked_papers=ticked,
        age_band=entry.age_band,
    )


def _refuse_second(records: Records, call: HelpCall | None) -> None:
    """Raise when the call was logged already: a double tap must not count help twice."""
    if call and records.assistances.of_call(call.id):
        raise KnownError(
            N_("Lượt hỗ trợ này đã ghi rồi."),
            N_("Mở nhật ký hỗ trợ để xem lại."),
            "assistance of this call already logged",
        )


def _recovery_first() -> KnownError:
    return KnownError(
        N_("Chưa lưu được tên người dân: phiếu khôi phục chưa gõ lại."),
        N_("Nhờ lãnh đạo mở phần cài đặt và gõ lại phiếu khôi phục."),
        "recovery sheet not confirmed",
    )


def _known(records: Records, assistance_id: str) -> Assistance:
    entry = records.assistances.get(assistance_id)
    if entry is None:
        raise BugError(f"no assistance {assistance_id}")
    return entry
