"""The console's work on calls: the queue, the form and its draft, consent, and the slip."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.assistance import (
    AssistanceDraft,
    AssistanceFilter,
    AssistanceSummary,
    Outcome,
)
from kiosk.domain.barrier import likely_barriers
from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.help_call import CallState, HelpCall
from kiosk.domain.person import Consent
from kiosk.domain.staff import Staff
from kiosk.services.assistance import Logged
from kiosk.services.forms import FormRefused
from kiosk.services.ports import Topic
from ui.lanes import Lane
from ui.slip_run import SlipProgress, SlipRun
from ui.staff import wishes as w
from ui.staff.models import AssistanceModel, CallsModel, StaffScreenName, StaffSlipModel

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell


@dataclass(frozen=True, slots=True)
class _Queue:
    calls: tuple[HelpCall, ...]
    today: AssistanceSummary
    average_wait_seconds: int | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """The taken call and what is known of its form."""

    call: HelpCall
    draft: AssistanceDraft
    consents: tuple[Consent, ...]
    recovery_confirmed: bool


class CallWork(QObject):
    """Calls from the queue to the slip."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        desk = shell.desk
        self.run = SlipRun(desk.lanes, desk.slips, desk.printer, desk.printer_choice, self)
        self.run.progressed.connect(self._on_slip)
        self._queue = _Queue((), AssistanceSummary(0, {}, 0))
        self._refusal = ""
        self.forget()

    @property
    def waiting(self) -> int:
        """How many calls nobody has taken."""
        return sum(call.state is CallState.WAITING for call in self._queue.calls)

    @property
    def form(self) -> _Form | None:
        """The taken call whose form is open."""
        return self._form

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {
            w.TakeCall: self._on_take,
            w.ShowCall: self._on_show_call,
            w.DraftChanged: self._on_draft,
            w.AskConsent: self._on_ask_consent,
            w.SaveAssistance: self._on_save,
            w.SlipAnswer: self._on_slip_answer,
            w.Reprint: self._on_reprint,
        }

    def forget(self) -> None:
        """Drop what is in memory of a person; it is all stored."""
        self.run.progress = SlipProgress()
        self._form: _Form | None = None
        self._saved_at: datetime | None = None
        self._is_asking = False
        self._print_after = False

    def open(self) -> None:
        """Read the queue and show it; confined, go straight to this screen's own call."""
        self._shell.screen = StaffScreenName.CALLS
        self._read_queue()

    def follow(self, topics: set[Topic]) -> None:
        """Read again what others changed."""
        if Topic.CALL in topics:
            self._read_queue()
        if Topic.CONSENT in topics and self._form is not None:
            job = partial(self._shell.desk.consents.of_visit, self._form.call.visit_id)
            self._shell.desk.lanes.run(Lane.READ, job, self._on_consents)

    def _read_queue(self) -> None:
        self._shell.desk.lanes.run(
            Lane.READ, self._load_queue, self._on_queue, self._on_queue_failed
        )

    def _load_queue(self) -> _Queue:
        desk = self._shell.desk
        today = office_day(desk.clock.now())
        wanted = AssistanceFilter(first_day=today.isoformat(), last_day=today.isoformat())
        return _Queue(
            desk.calls.open_calls(),
            desk.log.summary(wanted),
            desk.figures.average_wait_seconds(today),
        )

    def _on_queue(self, queue: _Queue) -> None:
        self._chime_for_new(queue.calls)
        self._queue = queue
        self.announce()
        if self._shell.staff is None:
            return  # a locked console announces a call, but nobody there has received it
        self._receive(queue.calls)
        if self._shell.is_confined:
            self._take_own_call()
        elif self._shell.is_showing(StaffScreenName.CALLS):
            self._shell.show(StaffScreenName.CALLS, self._calls_model())
        else:
            self._shell.refresh_rail()
        self._tell_refusal()

    def announce(self) -> None:
        """Announce above every page who waits; the citizen's own screen lists nobody."""
        waiting = (c for c in self._queue.calls if c.state is CallState.WAITING)
        calls = () if self._shell.is_confined else tuple(waiting)
        self._shell.window.show_calls(calls, self._shell.names, self._shell.desk.clock.now())

    def _chime_for_new(self, calls: tuple[HelpCall, ...]) -> None:
        known = {call.id for call in self._queue.calls}
        if self._shell.is_confined:
            return  # the citizen's own screen sounds already
        if any(c.state is CallState.WAITING and c.id not in known for c in calls):
            self._shell.chimed.emit()

    def _on_queue_failed(self, error: KnownError | BugError) -> None:
        if self._shell.staff is not None and self._shell.is_showing(StaffScreenName.CALLS):
            model = replace(self._calls_model(), problem=self._shell.plain(error))
            self._shell.show(StaffScreenName.CALLS, model)

    def _calls_model(self) -> CallsModel:
        desk, today = self._shell.desk, self._queue.today
        return CallsModel(
            calls=self._queue.calls,
            names=self._shell.names,
            now=desk.clock.now(),
            my_id=self._shell.logged_in().id,
            today_total=today.total,
            today_succeeded=today.succeeded,
            today_follow_ups=today.by_outcome.get(Outcome.FOLLOW_UP, 0),
            average_wait_seconds=self._queue.average_wait_seconds,
        )

    def _receive(self, calls: tuple[HelpCall, ...]) -> None:
        """Tell the citizens that a console has their calls."""
        desk = self._shell.desk
        for call in calls:
            if call.state is CallState.WAITING and call.received_at is None:
                desk.lanes.run(Lane.WRITE, partial(desk.calls.mark_received, call.id))

    def _take_own_call(self) -> None:
        """Open the form of the newest call made on this very screen, unless work is under way."""
        if not self._shell.is_showing(StaffScreenName.CALLS):
            return
        counter = self._shell.desk.counter
        mine = [call for call in self._queue.calls if call.counter == counter]
        if mine:
            self._begin(mine[-1])
        else:
            self._show_no_calls()

    def _show_no_calls(self) -> None:
        self._shell.show(StaffScreenName.CALLS, replace(self._calls_model(), calls=()))

    def _on_take(self, wish: w.TakeCall) -> None:
        self._begin_id(wish.call_id)

    def _on_show_call(self, wish: w.ShowCall) -> None:
        self._begin_id(wish.call_id)

    def _begin_id(self, call_id: str) -> None:
        call = next((c for c in self._queue.calls if c.id == call_id), None)
        if call is not None:
            self._begin(call)

    def _begin(self, call: HelpCall) -> None:
        self._shell.screen = StaffScreenName.ASSISTANCE
        job = partial(self._take, call, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_taken, self._on_not_taken)

    def _take(self, call: HelpCall, me: Staff) -> _Form:
        """Take the call, unless it is already ours, and load what was entered before."""
        desk = self._shell.desk
        if call.taken_by != me.id:
            call = desk.calls.take(call.id, me)
        draft = desk.log.draft(call.id) or AssistanceDraft(call.id, call.barriers)
        state = desk.office.state()
        return _Form(call, draft, desk.consents.of_visit(call.visit_id), state.recovery_confirmed)

    def _on_taken(self, form: _Form) -> None:
        if self._shell.staff is None:
            return
        self._form = form
        self._saved_at, self._is_asking = None, False
        self._show_form()

    def _on_not_taken(self, error: KnownError | BugError) -> None:
        """Show the queue, and why not; on the citizen's own screen only why not."""
        if self._shell.staff is None:
            return
        self._refusal = self._shell.plain(error)
        if self._shell.is_confined:
            self._shell.screen = StaffScreenName.CALLS
            self._show_no_calls()
            self._tell_refusal()
        else:
            self.open()

    def _tell_refusal(self) -> None:
        """Tell once the page is there: another page would take the sentence away."""
        text, self._refusal = self._refusal, ""
        if text:
            self._shell.window.tell(text)

    def show_form(self) -> None:
        """Show the form again, if it is in front, with what is new in it."""
        if self._shell.is_showing(StaffScreenName.ASSISTANCE):
            self._show_form()

    def _show_form(self, problems: dict[str, str] | None = None) -> None:
        if self._form is not None:
            model = self._form_model(self._form, problems or {})
            self._shell.show(StaffScreenName.ASSISTANCE, model)

    def _form_model(self, form: _Form, problems: dict[str, str]) -> AssistanceModel:
        desk = self._shell.desk
        procedure = self._shell.procedure(form.call.procedure_code)
        step = procedure.step(form.call.step_id) if procedure else None
        papers = procedure.papers if procedure else ()
        likely = likely_barriers(step.barriers if step else ())
        return AssistanceModel(
            call=form.call,
            names=self._shell.names,
            draft=form.draft,
            likely_barriers=tuple(barrier.code for barrier in likely),
            villages=self._shell.villages,
            papers=tuple(paper.title for paper in papers),
            measured_minutes=self._measured_minutes(form.call),
            today=office_day(desk.clock.now()),
            consents=form.consents,
            is_asking_consent=self._is_asking,
            recovery_confirmed=form.recovery_confirmed,
            card=self._shell.cards.news_of(form.call.id),
            has_camera=self._shell.cards.has_camera,
            saved_at=self._saved_at,
            problems=problems,
        )

    def _measured_minutes(self, call: HelpCall) -> int:
        """Return the minutes from taking to now, at least one."""
        taken_at = call.taken_at or call.called_at
        seconds = (self._shell.desk.clock.now() - taken_at).total_seconds()
        return max(1, math.ceil(seconds / 60))

    def _on_draft(self, wish: w.DraftChanged) -> None:
        if self._form is None:
            return
        self._form = replace(self._form, draft=wish.draft)
        self._shell.cards.look_up(wish.draft)
        job = partial(self._shell.desk.log.save_draft, wish.draft)
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_draft_saved, self._shell.on_failed)

    def _on_draft_saved(self, _nothing: None) -> None:
        self._saved_at = self._shell.desk.clock.now()
        if self._shell.is_showing(StaffScreenName.ASSISTANCE):
            self._show_form()

    def _on_ask_consent(self, wish: w.AskConsent) -> None:
        if self._form is None:
            return
        desk, visit_id = self._shell.desk, self._form.call.visit_id
        job = partial(desk.consents.ask, visit_id, wish.purposes, self._shell.logged_in())
        self._is_asking = True
        desk.lanes.run(Lane.WRITE, job, self._on_asked, self._shell.on_failed)
        self._show_form()

    def _on_asked(self, _request: object) -> None:
        if self._shell.desk.one_screen:
            self._shell.citizen_wanted.emit()

    def _on_consents(self, consents: tuple[Consent, ...]) -> None:
        if self._form is None or len(consents) == len(self._form.consents):
            return
        self._form = replace(self._form, consents=consents)
        self._is_asking = False
        if self._shell.desk.one_screen:
            self._shell.staff_wanted.emit()
        if self._shell.is_showing(StaffScreenName.ASSISTANCE):
            self._show_form()

    def _on_save(self, wish: w.SaveAssistance) -> None:
        if self._form is None:
            return
        self._form = replace(self._form, draft=wish.draft)
        self._print_after = wish.and_print
        call = self._form.call
        job = partial(
            self._shell.desk.log.log,
            wish.draft,
            self._shell.logged_in(),
            self._measured_minutes(call),
            call,
        )
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_logged, self._on_log_refused)

    def _on_log_refused(self, error: KnownError | BugError) -> None:
        if isinstance(error, FormRefused):
            t = self._shell.desk.plain
            problems = {p.field: t(p.message, {}) for p in error.problems}
            self._show_form(problems)
        else:
            self._shell.on_failed(error)

    def _on_logged(self, logged: Logged) -> None:
        self._form = None
        if self._shell.staff is None:
            return
        if logged.follow_up is None or not self._print_after:
            self._leave_form()
            return
        issue = partial(
            self._shell.desk.slips.issue_follow_up, logged.follow_up.id, self._shell.logged_in()
        )
        self._shell.screen = StaffScreenName.SLIP
        self.run.begin(issue)

    def _leave_form(self) -> None:
        """Go back to the queue, or give the one screen back to the citizen."""
        self.run.progress = SlipProgress()
        if self._shell.is_confined:
            self._shell.lock()
        else:
            self.open()

    @Slot(object)
    def _on_slip(self, progress: SlipProgress) -> None:
        if not self._shell.is_showing(StaffScreenName.SLIP):
            return
        slip = progress.issued.slip if progress.issued else None
        problem = progress.problem
        plain = self._shell.desk.plain
        model = StaffSlipModel(
            state=progress.state,
            is_busy=progress.is_busy,
            number=slip.number if slip else "",
            version=slip.version if slip else 1,
            code=slip.code if slip else "",
            slip_id=slip.id if slip else "",
            path=str(progress.issued.path) if progress.issued else "",
            problem=plain(problem.message, problem.fields) if problem else "",
            cure=plain(problem.cure, problem.fields) if problem else "",
        )
        self._shell.show(StaffScreenName.SLIP, model)

    def _on_slip_answer(self, wish: w.SlipAnswer) -> None:
        self.run.answer(came_out=wish.came_out)
        if wish.came_out:
            self._leave_form()

    def _on_reprint(self, wish: w.Reprint) -> None:
        staff = self._shell.logged_in()
        issued = self.run.progress.issued
        self._shell.screen = StaffScreenName.SLIP
        if issued is not None and issued.slip.id == wish.slip_id:
            self.run.again(staff)
        else:
            self.run.begin(partial(self._shell.desk.slips.reprint, wish.slip_id, staff))
