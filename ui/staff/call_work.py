"""The console's work on calls: the queue, the form and its draft, consent, and the slip.

The form may also be one without a call (`EntryWork` opens those); it is filled in, kept and stored
in the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.assistance import AssistanceFilter, AssistanceSummary, Outcome
from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.help_call import CallState, HelpCall
from kiosk.domain.person import Consent
from kiosk.domain.staff import Staff
from kiosk.domain.stuck import QuietSign
from kiosk.domain.words import N_
from kiosk.services.assistance import Logged
from kiosk.services.forms import FormRefused
from kiosk.services.ports import Presence, Topic
from ui.lanes import Lane
from ui.slip_run import SlipProgress, SlipRun
from ui.staff import wishes as w
from ui.staff.models import (
    AssistanceModel,
    CallsModel,
    Colleague,
    FormKind,
    StaffScreenName,
    StaffSlipModel,
)
from ui.staff.open_form import OpenForm, call_form, form_model

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell


_HANDED = N_("{name} chuyển cho anh/chị lời gọi ở {counter}.")


@dataclass(frozen=True, slots=True)
class _Queue:
    calls: tuple[HelpCall, ...]
    today: AssistanceSummary
    average_wait_seconds: int | None = None
    present: tuple[Presence, ...] = ()
    signs: tuple[QuietSign, ...] = ()


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
    def form(self) -> OpenForm | None:
        """The form that is open."""
        return self._form

    @property
    def may_be_stuck(self) -> int:
        """How many have not called and may be glad of help."""
        return len(self._queue.signs)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {
            w.TakeCall: self._on_take,
            w.ShowCall: self._on_show_call,
            w.TakeOver: self._on_take_over,
            w.HandOver: self._on_hand_over,
            w.CancelCall: self._on_cancel,
            w.DraftChanged: self._on_draft,
            w.AskConsent: self._on_ask_consent,
            w.SaveAssistance: self._on_save,
            w.SlipAnswer: self._on_slip_answer,
            w.Reprint: self._on_reprint,
            w.TrySlip: self._on_try_slip,
        }

    def forget(self) -> None:
        """Drop what is in memory of a person; it is all stored."""
        self.run.forget()
        self._form: OpenForm | None = None
        self._saved_at: datetime | None = None
        self._is_asking = False
        self._saving_id = ""

    def open(self) -> None:
        """Read the queue and show it; confined, go straight to this screen's own call."""
        self._shell.screen = StaffScreenName.CALLS
        self.read_queue()

    def follow(self, topics: set[Topic]) -> None:
        """Read again what others changed."""
        if topics & {Topic.CALL, Topic.VISIT, Topic.STAFF}:
            self.read_queue()
        if Topic.CONSENT in topics and self._form is not None:
            job = partial(self._shell.desk.consents.unclaimed, self._form.visit_id)
            done = partial(self._on_consents, self._form.draft.call_id)
            self._shell.desk.lanes.run(Lane.READ, job, done, self._on_not_asked)

    def read_queue(self) -> None:
        """Look who waits; a locked console announces it too."""
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
            desk.duty.on_duty(),
            desk.signs.all(),
        )

    def _on_queue(self, queue: _Queue) -> None:
        self._chime_for_new(queue.calls)
        handed = self._handed_to_me(queue.calls)
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
        if handed is not None:
            self._announce_handed(handed)

    def _handed_to_me(self, calls: tuple[HelpCall, ...]) -> HelpCall | None:
        """Return a call that a colleague has just handed to whoever is logged in here."""
        me = self._shell.staff.id if self._shell.staff else ""
        before = {call.id for call in self._queue.calls if call.taken_by != me}
        mine = (c for c in calls if c.taken_by == me and c.handed_by_name and c.id in before)
        return next(mine, None)

    def _announce_handed(self, call: HelpCall) -> None:
        self._shell.chimed.emit()
        fields: dict[str, object] = {"name": call.handed_by_name, "counter": call.counter}
        self._shell.window.tell(self._shell.desk.plain(_HANDED, fields))

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
            colleagues=self._colleagues(),
            signs=() if self._shell.is_confined else self._queue.signs,
        )

    def _colleagues(self) -> tuple[Colleague, ...]:
        """Return who else is on duty, each once."""
        me = self._shell.logged_in().id
        others = {p.staff_id: p.staff_name for p in self._queue.present if p.staff_id != me}
        return tuple(Colleague(*one) for one in others.items())

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

    def _take(self, call: HelpCall, me: Staff) -> OpenForm:
        """Take the call, unless it is already ours, and load what was entered before."""
        desk = self._shell.desk
        return call_form(desk, call if call.taken_by == me.id else desk.calls.take(call.id, me))

    def _on_take_over(self, wish: w.TakeOver) -> None:
        self._shell.screen = StaffScreenName.ASSISTANCE
        job = partial(self._take_over, wish.call_id, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_taken, self._on_not_taken)

    def _take_over(self, call_id: str, me: Staff) -> OpenForm:
        desk = self._shell.desk
        return call_form(desk, desk.calls.take_over(call_id, me))

    def _on_hand_over(self, wish: w.HandOver) -> None:
        desk, me = self._shell.desk, self._shell.logged_in()
        job = partial(desk.calls.hand_over, wish.call_id, wish.to_id, me)
        desk.lanes.run(Lane.WRITE, job, self._on_given_up, self._on_not_taken)

    def _on_cancel(self, wish: w.CancelCall) -> None:
        desk, me = self._shell.desk, self._shell.logged_in()
        job = partial(desk.calls.cancel, wish.call_id, wish.reason, me)
        desk.lanes.run(Lane.WRITE, job, self._on_given_up, self._on_not_taken)

    def _on_given_up(self, _call: HelpCall) -> None:
        """The call is somebody else's now, or nobody's."""
        self._form = None
        if self._shell.staff is not None:
            self._leave_form()

    def _on_taken(self, form: OpenForm) -> None:
        if self._shell.staff is None:
            return
        # Nobody waits there any more: no strip may come and go above the form.
        calls = tuple(
            form.call if form.call and c.id == form.call.id else c for c in self._queue.calls
        )
        self._queue = replace(self._queue, calls=calls)
        self.announce()
        self.show_form(form)

    def show_form(self, form: OpenForm) -> None:
        """Show a form to be filled in."""
        self._saved_at, self._is_asking = None, False
        # The page first: one that goes hands on its last change, which belongs to its own form.
        self._shell.show(StaffScreenName.ASSISTANCE, self._form_model(form, {}))
        self._form = form

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

    def show_on_screen(self, visit_id: str, seconds: int) -> None:
        """Show how long staff had the citizen's screen during this visit's help."""
        form = self._form
        if form is None or form.visit_id != visit_id or form.on_screen_seconds == seconds:
            return
        self._form = replace(form, on_screen_seconds=seconds)
        self.refresh_form()

    def refresh_form(self) -> None:
        """Show the form again, if it is in front, with what is new in it."""
        if self._shell.is_showing(StaffScreenName.ASSISTANCE):
            self._show_form()

    def _show_form(self, problems: dict[str, str] | None = None) -> None:
        if self._form is not None:
            model = self._form_model(self._form, problems or {})
            self._shell.show(StaffScreenName.ASSISTANCE, model)

    def _form_model(self, form: OpenForm, problems: dict[str, str]) -> AssistanceModel:
        model = form_model(form, self._shell.desk, self._shell.names, self._colleagues())
        return replace(
            model,
            villages=self._shell.villages,
            is_asking_consent=self._is_asking,
            card=self._shell.cards.news_of(form.draft.call_id),
            has_camera=self._shell.cards.has_camera,
            is_confined=self._shell.is_confined,
            saved_at=self._saved_at,
            problems=problems,
        )

    def _on_draft(self, wish: w.DraftChanged) -> None:
        if self._form is None:
            return
        self._form = replace(self._form, draft=wish.draft)
        if wish.draft.call_id == self._saving_id:
            return  # the entry itself is on its way
        self._keep_draft(self._form)
        if self._form.kind is not FormKind.CORRECTION:
            self._shell.cards.look_up(wish.draft)

    def _keep_draft(self, form: OpenForm) -> None:
        if form.kind is FormKind.CORRECTION:
            return  # the entry itself is there; half a correction is none
        job = partial(self._shell.desk.log.save_draft, form.draft)
        done = partial(self._on_draft_saved, form.draft.call_id)
        self._shell.desk.lanes.run(Lane.WRITE, job, done, self._shell.on_failed)

    def _on_draft_saved(self, call_id: str, _nothing: None) -> None:
        if self._is_open(call_id):
            self._saved_at = self._shell.desk.clock.now()
            self.refresh_form()

    def _is_open(self, call_id: str) -> bool:
        return self._form is not None and self._form.draft.call_id == call_id

    def _on_ask_consent(self, wish: w.AskConsent) -> None:
        if self._form is None:
            return
        desk, visit_id = self._shell.desk, self._form.visit_id
        job = partial(desk.consents.ask, visit_id, wish.purposes, self._shell.logged_in())
        self._is_asking = True
        desk.lanes.run(Lane.WRITE, job, self._on_asked, self._on_not_asked)
        self._show_form()

    def _on_asked(self, _request: object) -> None:
        if self._shell.desk.one_screen:
            self._shell.citizen_wanted.emit()

    def _on_not_asked(self, error: KnownError | BugError) -> None:
        """Tell so, and offer to ask again: nobody waits for an answer that does not come."""
        self._is_asking = False
        self.refresh_form()
        self._shell.on_failed(error)

    def _on_consents(self, call_id: str, consents: tuple[Consent, ...]) -> None:
        """Show what was agreed to, on the form it was read for: a visit may bring a second one."""
        form = self._form
        if form is None or form.draft.call_id != call_id or len(consents) == len(form.consents):
            return
        self._form = replace(form, consents=consents)
        self._is_asking = False
        if self._shell.desk.one_screen:
            self._shell.staff_wanted.emit()
        if self._shell.is_showing(StaffScreenName.ASSISTANCE):
            self._show_form()

    def _on_save(self, wish: w.SaveAssistance) -> None:
        """Store the help once: a second tap before the answer counts nothing."""
        if self._form is None or wish.draft.call_id == self._saving_id:
            return
        self._form = form = replace(self._form, draft=wish.draft)
        self._saving_id = wish.draft.call_id
        desk, me = self._shell.desk, self._shell.logged_in()
        job = partial(form.store, desk, wish.draft, me)
        done = partial(self._on_logged, form, wish.and_print)
        desk.lanes.run(Lane.WRITE, job, done, partial(self._on_log_refused, form))

    def _on_log_refused(self, form: OpenForm, error: KnownError | BugError) -> None:
        """Name the fields on the form; one that is no longer open is kept to be gone on with."""
        self._saving_id = ""
        if not isinstance(error, FormRefused):
            self._shell.on_failed(error)
        elif self._is_open(form.draft.call_id):
            t = self._shell.desk.plain
            problems = {p.field: t(p.message, {}) for p in error.problems}
            self._show_form(problems)
        else:
            self._keep_draft(form)

    def _on_logged(self, form: OpenForm, and_print: bool, logged: Logged) -> None:
        """Go on to the slip or back, unless another form or page was opened meanwhile."""
        self._saving_id = ""
        staff = self._shell.staff
        if staff is None:
            return
        is_another_open = self._form is not None and not self._is_open(form.draft.call_id)
        if not is_another_open:
            self._form = None
            self._shell.cards.forget()
        if logged.follow_up is not None and and_print:
            if not is_another_open:
                self._shell.screen = StaffScreenName.SLIP
            issue = self._shell.desk.slips.issue_follow_up
            self.run.begin(partial(issue, logged.follow_up.id, staff))
        elif is_another_open or not self._shell.is_showing(StaffScreenName.ASSISTANCE):
            return
        elif form.kind is FormKind.CORRECTION:
            self._shell.entries.open()
        else:
            self._leave_form()

    def _leave_form(self) -> None:
        """Go back to the queue, or give the one screen back to the citizen."""
        self.run.forget()
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

    def _on_try_slip(self, _wish: w.TrySlip) -> None:
        if not self.run.progress.is_busy:
            self._shell.screen = StaffScreenName.SLIP
            self.run.again(self._shell.logged_in())
