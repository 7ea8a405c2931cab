"""The form that is open at the console: what it is about, and what it is checked and stored by.

Help after a call, help without the kiosk and corrections share one page; here they differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.domain.assistance import (
    Assistance,
    AssistanceDraft,
    key_without_call,
    whole_minutes,
)
from kiosk.domain.barrier import likely_barriers
from kiosk.domain.calendar import office_day
from kiosk.domain.help_call import HelpCall
from kiosk.domain.person import Consent
from kiosk.domain.staff import Staff
from kiosk.services.assistance import Logged
from kiosk.services.corrections import draft_of
from ui.staff.desk import StaffDesk
from ui.staff.models import AssistanceModel, Colleague, FormKind, Names


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A call that was taken, an entry to be corrected, or neither; and its draft."""

    draft: AssistanceDraft
    call: HelpCall | None = None
    entry: Assistance | None = None
    consents: tuple[Consent, ...] = ()
    recovery_confirmed: bool = True
    on_screen_seconds: int = 0

    @property
    def kind(self) -> FormKind:
        """What the form is about."""
        if self.entry is not None:
            return FormKind.CORRECTION
        return FormKind.CALL if self.call is not None else FormKind.WITHOUT_CALL

    @property
    def visit_id(self) -> str:
        """The visit the call came from, "" for none."""
        return self.call.visit_id if self.call else ""

    def helped_seconds(self, now: datetime) -> int:
        """Return the seconds from taking the call to `now`, 0 without one."""
        if self.call is None:
            return 0
        return int((now - (self.call.taken_at or self.call.called_at)).total_seconds())

    def store(self, desk: StaffDesk, draft: AssistanceDraft, staff: Staff) -> Logged:
        """Log the help, or correct the entry; raises FormRefused and KnownError."""
        if self.entry is not None:
            changed = desk.corrections.correct(self.entry.id, draft, staff)
            return Logged(changed, None, None)
        minutes = whole_minutes(self.helped_seconds(desk.clock.now())) if self.call else 0
        return desk.log.log(draft, staff, minutes, self.call)


def call_form(desk: StaffDesk, call: HelpCall) -> OpenForm:
    """Return the form of a taken call with what was entered before."""
    return OpenForm(
        draft=desk.log.draft(call.id) or AssistanceDraft(call.id, call.barriers),
        call=call,
        consents=desk.consents.unclaimed(call.visit_id),
        on_screen_seconds=desk.take_overs.seconds_in(call.visit_id),
        recovery_confirmed=desk.office.state().recovery_confirmed,
    )


def form_without_call(desk: StaffDesk, staff: Staff) -> OpenForm:
    """Return the form of help without the kiosk with what `staff` entered before."""
    key = key_without_call(staff.id)
    draft = desk.log.draft(key) or AssistanceDraft(key, channel="")
    return OpenForm(draft, recovery_confirmed=desk.office.state().recovery_confirmed)


def correction_form(desk: StaffDesk, assistance_id: str, staff: Staff) -> OpenForm:
    """Return the form of an entry that `staff` may correct; raises KnownError for any other."""
    entry = desk.corrections.get(assistance_id, staff)
    return OpenForm(draft_of(entry, entry.id), entry=entry)


def form_model(
    form: OpenForm, desk: StaffDesk, names: Names, colleagues: tuple[Colleague, ...]
) -> AssistanceModel:
    """Return what the page shows of a form; the console adds what it knows besides."""
    where = form.call or form.entry or form.draft
    procedure = desk.catalogue.by_code(where.procedure_code)
    step = procedure.step(where.step_id) if procedure else None
    now = desk.clock.now()
    return AssistanceModel(
        call=form.call,
        names=names,
        draft=form.draft,
        likely_barriers=tuple(b.code for b in likely_barriers(step.barriers if step else ())),
        villages=(),
        papers=tuple(paper.title for paper in procedure.papers) if procedure else (),
        helped_seconds=form.helped_seconds(now),
        today=office_day(now),
        kind=form.kind,
        entry=form.entry,
        consents=form.consents,
        recovery_confirmed=form.recovery_confirmed,
        colleagues=colleagues,
        on_screen_seconds=form.on_screen_seconds,
    )
