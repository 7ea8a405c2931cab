"""The citizen's shell, as far as being stuck goes: barriers, the call, consent, and its ending."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.domain.assistance import Outcome
from kiosk.domain.consent_text import CONSENT_TEXT, CONSENT_TEXT_VERSION, ConsentText
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import ATTRACT, HOME, Place, ScreenName, aside
from kiosk.domain.follow_up import FOLLOW_UP_LABELS
from kiosk.domain.held_place import can_be_held
from kiosk.domain.help_call import CancelReason, HelpCall
from kiosk.domain.person import PURPOSE_QUESTIONS, ConsentRequest
from kiosk.domain.slip import Slip
from kiosk.domain.slip_code import grouped
from kiosk.domain.visit import VisitEventKind
from kiosk.services.endings import Ending
from kiosk.services.ports import Change, Topic
from kiosk.services.visits import LeftVisit
from ui.citizen import wishes as w
from ui.citizen.help_watch import HelpWatch
from ui.citizen.models import CallBandModel, ConsentModel, FollowUpModel, WaitingModel
from ui.lanes import Lane

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell

log = logging.getLogger(__name__)

_AGAIN_MS = 5000
"""A question that was not read, or an answer that was not stored, is tried again after this."""

_ASIDES = (
    ScreenName.STUCK,
    ScreenName.WAITING,
    ScreenName.CONSENT,
    ScreenName.CUSTOMIZE,
    ScreenName.TAKE_OVER,
)


@dataclass(frozen=True, slots=True)
class _LeftCall:
    """A call that a restart cut off, and the visit it belongs to."""

    call: HelpCall
    visit: LeftVisit


class HelpSide(QObject):
    """Stuck, calling, waiting, consenting, and what follows when staff have finished."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        desk = shell.desk
        self.watch = HelpWatch(
            desk.lanes, desk.help, desk.clock, one_screen=desk.one_screen, parent=self
        )
        self._request: ConsentRequest | None = None
        self._shown: ConsentText | None = None
        self._answered_id = ""
        self._ending: Ending | None = None
        self._promise: Ending | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._look_for_request)
        self.watch.updated.connect(self._on_updated)
        self.watch.closed.connect(self._on_closed)
        self.watch.called_off.connect(self._on_called_off)
        self.watch.chimed.connect(shell.chimed)

    @property
    def was_submitted(self) -> bool:
        """Whether the end of the guide may speak of a dossier that was handed in."""
        return self._ending is None or self._ending.outcome is Outcome.SUBMITTED

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.AskHelp: self._on_ask_help,
            w.WithStaff: self._on_with_staff,
            w.TapBarrier: self._on_tap_barrier,
            w.ManageAlone: self._on_manage_alone,
            w.KeepWaiting: self._on_keep_waiting,
            w.GiveConsent: self._on_give_consent,
            w.StaffHere: self._on_staff_here,
        }

    def forget(self) -> None:
        """Let go of the visit's call and answers."""
        self.watch.cancel(CancelReason.LEFT)
        self._again.stop()
        self._request, self._answered_id = None, ""
        self._ending, self._promise = None, None
        self._set_call_open(is_open=False)

    def give_up_call(self) -> None:
        """Cancel the call and return to where the help was asked for."""
        self.watch.cancel(CancelReason.ALONE)
        self._request = None
        self._set_call_open(is_open=False)
        self.leave_asides()

    def pass_what_is_over(self) -> None:
        """Go back past a question that is answered, and past the waiting page of a call over."""
        flow = self._shell.flow
        if flow.current.screen is ScreenName.CONSENT and self._request is None:
            flow.back_outside({ScreenName.CONSENT})
        if flow.current.screen is ScreenName.WAITING and not self.watch.is_open:
            flow.back_outside(_ASIDES)

    def pick_up(self) -> None:
        """End what a restart cut off, but go on waiting where somebody had called."""
        self._shell.desk.lanes.run(Lane.WRITE, self._load_left, self._on_left)

    @Slot(object)
    def follow(self, changes: tuple[Change, ...]) -> None:
        """Follow the call, look whether staff ask for consent, and whether a slip was issued."""
        self.watch.follow(changes)
        visit = self._shell.visit
        if visit is None:
            return
        desk = self._shell.desk
        asked = ((c.topic, c.subject_id) for c in changes)
        if (Topic.CONSENT, visit.id) in asked:
            # Not at the news of others: a question that was left would come back with them.
            self._look_for_request()
        promised = self._promise.follow_up if self._promise else None
        if promised is not None and any(change.subject_id == promised.id for change in changes):
            issued = partial(desk.slips.of_follow_up, promised.id)
            desk.lanes.run(Lane.READ, issued, self._on_slips, visit=visit.number)

    def waiting_model(self) -> WaitingModel:
        """Return who is coming, or honestly that nobody has answered yet."""
        shell, call = self._shell, self.watch.call
        place = self.place_asked_from()
        visit = shell.present()
        t = shell.desk.translators[shell.looks.language]
        procedure = shell.builder.catalogue.by_code(place.procedure_code)
        papers = shell.builder.paper_titles(procedure, visit.answers) if procedure else ()
        return WaitingModel(
            stage=self.watch.stage,
            staff_name=call.taken_by_name if call else "",
            received_at=call.received_at if call else None,
            where=shell.builder.where_in_words(place, visit, t),
            hotline=shell.desk.office.hotline,
            prepare=papers[:2],
            keeps_place=procedure is not None and can_be_held(procedure),
        )

    def band_model(self) -> CallBandModel:
        """Return what is read across the room in one-screen mode."""
        shell, place = self._shell, self.place_asked_from()
        procedure = shell.desk.catalogue.by_code(place.procedure_code)
        step = procedure.step(place.step_id) if procedure else None
        return CallBandModel(
            counter=shell.desk.counter,
            procedure=shell.desk.catalogue.title_of(place.procedure_code),
            step=step.title if step else "",
            stage=self.watch.stage,
            staff_name=self.watch.call.taken_by_name if self.watch.call else "",
        )

    def consent_model(self) -> ConsentModel:
        """Return the purposes asked and the text, with nothing answered beforehand."""
        if self._request is None:
            raise BugError("the consent screen needs a request")
        shell = self._shell
        t = shell.desk.translators[shell.looks.language]
        fields = {
            "days": shell.desk.consents.retention_days,
            "phone": shell.desk.office.hotline or t("Bộ phận Một cửa"),
        }
        purposes = self._request.purposes
        self._shown = ConsentText(
            CONSENT_TEXT_VERSION,
            tuple(t(PURPOSE_QUESTIONS[purpose]) for purpose in purposes),
            tuple(t(line, **fields) for line in CONSENT_TEXT),
        )
        return ConsentModel(purposes, self._shown.lines, {})

    def follow_up_model(self) -> FollowUpModel:
        """Return the appointment last made: its page outlives a later call without one."""
        follow_up = self._promise.follow_up if self._promise else None
        if self._promise is None or follow_up is None:
            raise BugError("the appointment screen needs a follow-up")
        slip = self._promise.slip
        return FollowUpModel(
            how=FOLLOW_UP_LABELS[follow_up.kind],
            due=follow_up.due,
            half_day=follow_up.half_day,
            bring=self._shell.papers_told(follow_up.bring, follow_up.procedure_code),
            phone=self._shell.desk.office.hotline,
            slip_number=slip.number if slip else "",
            code=grouped(slip.code) if slip else "",
        )

    def _on_ask_help(self, _wish: w.AskHelp) -> None:
        screen = self._shell.flow.current.screen
        if screen is ScreenName.STUCK:
            self._call()
        elif screen is ScreenName.WAITING and self._request is None:
            self._shell.chimed.emit()
        elif screen is ScreenName.WAITING:
            self._shell.go(aside(self._shell.flow.current, ScreenName.CONSENT))
        elif self.watch.is_open:
            self._shell.go(aside(self._shell.flow.current, ScreenName.WAITING))
        else:
            self._open_stuck()

    def _open_stuck(self) -> None:
        self._shell.present()
        self._shell.step_differs = False
        self._shell.mark(VisitEventKind.STUCK)
        self._shell.go(aside(self._shell.flow.current, ScreenName.STUCK))

    def _on_with_staff(self, _wish: w.WithStaff) -> None:
        self._call()

    def _on_tap_barrier(self, wish: w.TapBarrier) -> None:
        visit = self._shell.present()
        others = tuple(code for code in visit.tapped_barriers if code != wish.code)
        tapped = (*others, wish.code) if wish.is_chosen else others
        self._shell.visit = replace(visit, tapped_barriers=tapped)
        if wish.is_chosen:
            self._shell.mark(VisitEventKind.BARRIER_TAPPED, barrier=wish.code)

    def _call(self) -> None:
        shell = self._shell
        visit = shell.present()
        shell.mark(VisitEventKind.HELP_CALLED)
        shell.stuck.take_back()
        self._set_call_open(is_open=True)
        place = shell.flow.current
        self.watch.start(visit, place, visit.tapped_barriers, shell.desk.counter)
        shell.go(aside(place, ScreenName.WAITING))

    def _on_manage_alone(self, _wish: w.ManageAlone) -> None:
        self.give_up_call()

    def _on_keep_waiting(self, _wish: w.KeepWaiting) -> None:
        self._shell.chimed.emit()
        self.watch.keep_waiting()

    def _on_staff_here(self, _wish: w.StaffHere) -> None:
        self._shell.staff_wanted.emit()

    def _on_give_consent(self, wish: w.GiveConsent) -> None:
        if self._request is None or self._shown is None:
            return
        desk, visit = self._shell.desk, self._shell.present()
        answer = partial(desk.consents.answer, self._request.id, wish.answers, self._shown)
        desk.lanes.run(Lane.WRITE, answer, on_failed=self._on_not_answered, visit=visit.number)
        self._answered_id = self._request.id
        self._request = None
        self._shell.flow.back()
        self._shell.show()

    def _on_not_answered(self, _error: KnownError | BugError) -> None:
        """Ask once more: nobody but the person can say what was lost."""
        self._answered_id = ""
        self._again.start()

    @Slot()
    def _look_for_request(self) -> None:
        """Look whether staff ask something now; their question is announced only once."""
        desk, visit = self._shell.desk, self._shell.visit
        if visit is None or not self.watch.is_open:
            return
        job = partial(desk.consents.open_request, visit.id)
        desk.lanes.run(Lane.READ, job, self._on_request, self._on_unread, visit=visit.number)

    def _on_unread(self, _error: KnownError | BugError) -> None:
        self._again.start()

    def _on_request(self, request: ConsentRequest | None) -> None:
        """Ask what staff want to know now; a newer question takes the place of the former."""
        if request is None or request.id == self._answered_id or not self.watch.is_open:
            return
        is_new = self._request is None or self._request.id != request.id
        self._request = request
        if self._shell.flow.current.screen is not ScreenName.CONSENT:
            self._shell.go(aside(self._shell.flow.current, ScreenName.CONSENT))
        elif is_new:
            self._shell.show()

    def _on_slips(self, slips: tuple[Slip, ...]) -> None:
        """Show the code of a slip that was issued after the promise was stored."""
        if self._promise is None or not slips:
            return
        self._promise = replace(self._promise, slip=slips[-1])
        if self._shell.flow.current.screen is ScreenName.FOLLOW_UP:
            self._shell.show_news()

    def _load_left(self) -> _LeftCall | None:
        """Return the call that a restart cut off, and its visit; end all other visits."""
        desk = self._shell.desk
        call, visit = None, None
        try:
            desk.visits.deliver()
            call = desk.help.desk.pick_up(desk.visits.device)
            visit = desk.visits.left(call.visit_id) if call else None
        except KnownError as error:
            log.warning("not picked up: %s", error.log_line)
        desk.visits.end_interrupted(but=visit.id if visit else "")
        return _LeftCall(call, visit) if call and visit else None

    def _on_left(self, left: _LeftCall | None) -> None:
        """Show the waiting page again, unless somebody new has already begun."""
        shell = self._shell
        if left is None:
            return
        if shell.visit is not None:
            job = partial(shell.desk.visits.take_back, left.call.id, CancelReason.INTERRUPTED)
            shell.desk.lanes.run(Lane.WRITE, job)
            return
        call = left.call
        visit = shell.desk.visits.resume(left.visit)
        shell.take_up(
            replace(visit, procedure_code=call.procedure_code, tapped_barriers=call.barriers)
        )
        self._set_call_open(is_open=True)
        self.watch.resume(call, visit)
        place = self._place_of(call)
        shell.flow.go(HOME)
        shell.flow.go(place)
        shell.go(aside(place, ScreenName.WAITING))

    def _place_of(self, call: HelpCall) -> Place:
        """Return where a call was made, as far as the catalogue still knows it."""
        place = Place(ScreenName.STEP, None, call.procedure_code, call.step_id)
        if self._shell.builder.step_at(place) is not None:
            return place
        if self._shell.desk.catalogue.by_code(call.procedure_code) is not None:
            return Place(ScreenName.PROCEDURE, None, call.procedure_code)
        return HOME

    @Slot(object)
    def _on_called_off(self, reason: CancelReason | None) -> None:
        """Staff ended the call: the page comes back, or nobody is there any more."""
        self._set_call_open(is_open=False)
        self._request = None
        if reason is CancelReason.LEFT:
            self._shell.end()
        else:
            self.leave_asides()

    @Slot()
    def _on_updated(self) -> None:
        if self._shell.flow.current.screen is ScreenName.WAITING:
            self._shell.show_news()

    @Slot(object)
    def _on_closed(self, ending: Ending | None) -> None:
        """Go where the outcome leads; without a log entry the step simply comes back."""
        self._set_call_open(is_open=False)
        self._request, self._ending = None, ending
        if ending is not None and ending.follow_up is not None:
            self._promise = ending
        outcome = ending.outcome if ending else Outcome.CONTINUED_ALONE
        if outcome is Outcome.LEFT:
            self._shell.end()
            return
        place = self.leave_asides()
        screen = self._screen_after(outcome, place)
        if screen is not None:
            self._shell.go(aside(place, screen))

    @staticmethod
    def _screen_after(outcome: Outcome, place: Place) -> ScreenName | None:
        """Return the end screen of an outcome.

        Without a procedure of ours only the appointment has one.
        """
        if outcome is Outcome.FOLLOW_UP:
            return ScreenName.FOLLOW_UP
        if not place.procedure_code or place.screen is ScreenName.LISTED:
            return None
        return {
            Outcome.SUBMITTED: ScreenName.DONE,
            Outcome.DONE_AT_COUNTER: ScreenName.DONE,
            Outcome.NOT_HERE: ScreenName.NOT_HERE,
        }.get(outcome)

    def place_asked_from(self) -> Place:
        """Return the place that help is, or would be, asked from."""
        return self._shell.flow.last_outside(_ASIDES)

    def leave_asides(self) -> Place:
        """Return to the place help was asked from and show it."""
        flow = self._shell.flow
        flow.back_outside(_ASIDES)
        if flow.current == ATTRACT:
            flow.go(HOME)
        self._shell.show()
        return flow.current

    def _set_call_open(self, *, is_open: bool) -> None:
        self._shell.idle.call_open = is_open
