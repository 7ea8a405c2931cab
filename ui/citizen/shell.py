"""Decides what follows each wish of the citizen's screens.

The shell owns the visit, the flow and the looks. It asks the pure flow where a wish leads, has the
model built, and lets the window show it. What takes time goes through the lanes and carries the
visit's number. At the end of a visit everything of the person is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.domain.errors import BugError
from kiosk.domain.flow import ATTRACT, Flow, Place, ScreenName, after_step, aside, first_step
from kiosk.domain.procedure import Procedure
from kiosk.domain.visit import Visit, VisitEnd, VisitEventKind
from ui.citizen import wishes as w
from ui.citizen.appointment_side import AppointmentSide
from ui.citizen.desk import CitizenDesk
from ui.citizen.help_side import HelpSide
from ui.citizen.idle_watch import IdleWatch
from ui.citizen.lesson_side import LessonSide
from ui.citizen.looks import DEFAULT_LOOKS, KitMaker
from ui.citizen.model_builder import ModelBuilder
from ui.citizen.models import CustomizeModel, ProceduresModel, StepModel
from ui.citizen.papers_side import PapersSide
from ui.citizen.place_side import PlaceSide
from ui.citizen.portal_side import PortalSide
from ui.citizen.search_side import SearchSide
from ui.citizen.slip_side import SlipSide
from ui.citizen.stuck_side import StuckSide
from ui.citizen.take_over_side import TakeOverSide
from ui.citizen.voice_side import VoiceSide
from ui.citizen.window import CitizenWindow
from ui.lanes import Lane

_END_OF_SCREEN = {
    ScreenName.DONE: VisitEnd.DONE,
    ScreenName.NOT_HERE: VisitEnd.NOT_HERE,
    ScreenName.FOLLOW_UP: VisitEnd.FOLLOW_UP,
}


class CitizenShell(QObject):
    """One citizen's window and the visits in front of it.

    Signals: `staff_wanted` when the amber band's button asks for a PIN on this screen;
    `chimed` when the help sound is due; `visit_ended` when nobody stands there any more.
    """

    staff_wanted = Signal()
    chimed = Signal()
    visit_ended = Signal()

    def __init__(self, desk: CitizenDesk, window: CitizenWindow) -> None:
        super().__init__(window)
        self.desk = desk
        self.window = window
        self.flow = Flow()
        self.looks = DEFAULT_LOOKS
        self.visit: Visit | None = None
        self.ease = 0
        self.step_differs = False
        self._depth = self.flow.depth
        self._shown: object = None
        self._kits = KitMaker(desk.metrics, desk.translators, desk.speaker.speaks)
        self.idle = IdleWatch(desk.idle, desk.clock, self)
        self.help = HelpSide(self)
        self.slips = SlipSide(self)
        self.appointments = AppointmentSide(self)
        self.places = PlaceSide(self)
        self.search = SearchSide(self)
        self.lessons = LessonSide(self)
        self.stuck = StuckSide(self)
        self.voice = VoiceSide(self)
        self.portal = PortalSide(self)
        self.take_over = TakeOverSide(self)
        self.papers = PapersSide(self)
        self._models = self._model_table()
        self._handlers = self._handler_table()
        self._connect()

    def start(self) -> None:
        """Show the attract screen; close what a crash left open, but not a call that waits."""
        self.help.pick_up()
        self.search.warm_up()
        self.portal.start()
        self.show()

    def show(self) -> None:
        """Build the current place anew and show it."""
        place = self.flow.current
        if place.screen is ScreenName.HOLD:
            self.idle.hold()
        else:
            self.idle.release()
        kit = self._kits.kit(self.looks)
        self.stuck.arrived()
        self.papers.arrived(place)
        model = self._shown = self._models[place.screen](place)
        # Who comes back finds the page they had turned to.
        is_return, self._depth = self.flow.depth < self._depth, self.flow.depth
        self.portal.step_aside()
        self.window.show_screen(
            place.screen, model, kit, self.desk.office, self.looks, is_return=is_return
        )
        self.portal.step_in()
        self.appointments.arrived(place.screen)
        if place.screen is ScreenName.WAITING and self.desk.one_screen:
            self.window.show_call_band(self.help.band_model())

    def show_news(self) -> None:
        """Show the current place anew if it says something else now; no tap is lost for nothing."""
        place = self.flow.current
        if self._models[place.screen](place) != self._shown:
            self.show()

    def go(self, place: Place) -> None:
        """Move on and show."""
        self.flow.go(place)
        self.show()

    def mark(self, kind: VisitEventKind, *, barrier: str = "", value: int | None = None) -> None:
        """Keep one anonymous mark of the visit."""
        if self.visit is None:
            return
        step_id = self.flow.current.step_id
        event = self.desk.visits.mark(
            self.visit, kind, step_id=step_id, barrier=barrier, value=value
        )
        self.desk.lanes.run(Lane.WRITE, partial(self.desk.visits.record, event))
        self.stuck.note(event)

    def present(self) -> Visit:
        """Return the visit, beginning one when the first touch asks for more than home."""
        if self.visit is None:
            self._begin_visit()
        if self.visit is None:
            raise BugError("a visit was begun and is not there")
        return self.visit

    def take_up(self, visit: Visit) -> None:
        """Serve `visit` from now on."""
        self.visit = visit
        self.desk.lanes.current_visit = visit.number
        self.idle.start()
        self.stuck.start()

    @property
    def builder(self) -> ModelBuilder:
        """What puts the pages together, in the language the citizen reads."""
        desk = self.desk
        catalogue = desk.catalogue.in_language(self.looks.language)
        return ModelBuilder(catalogue, desk.office, desk.clock, desk.lessons)

    def procedure(self) -> Procedure:
        """Return the procedure the visit is about, in Vietnamese, as it is stored and printed."""
        code = self.flow.current.procedure_code
        return ModelBuilder(self.desk.catalogue, self.desk.office, self.desk.clock).found(code)

    def papers_told(self, papers: Sequence[str], code: str) -> tuple[str, ...]:
        """Return papers that staff have noted about a procedure, in the citizen's language."""
        told, language = self.desk.catalogue.told, self.looks.language
        return tuple(told(paper, code, language) for paper in papers)

    def end(self, how: VisitEnd | None = None) -> None:
        """End the visit, wipe all of it, and show the attract screen."""
        self.take_over.forget()
        self.help.forget()
        self.papers.forget()
        self.portal.forget()
        self.stuck.forget()
        if self.visit is not None:
            end = how or _END_OF_SCREEN.get(self.flow.current.screen, VisitEnd.FINISHED)
            event = self.desk.visits.mark(self.visit, VisitEventKind.ENDED)
            self.desk.lanes.run(Lane.WRITE, partial(self.desk.visits.end, event, end))
        self.visit, self.ease, self.step_differs = None, 0, False
        self.desk.lanes.current_visit = 0
        self.looks = DEFAULT_LOOKS
        self.slips.forget()
        self.appointments.forget()
        self.places.forget()
        self.search.forget()
        self.lessons.forget()
        self.idle.stop()
        QGuiApplication.clipboard().clear()
        self.flow.end()
        self.visit_ended.emit()
        self.show()

    @Slot(object)
    def on_wish(self, wish: object) -> None:
        """Carry out one wish of a screen, the header or the bar."""
        self.idle.touch()
        self._handlers[type(wish)](wish)

    @Slot(bool)
    def deliver_waiting(self, is_reachable: bool) -> None:
        """Store what waits in the journal, now that the database answers."""
        if is_reachable and self.desk.visits.is_waiting:
            self.desk.lanes.run(Lane.WRITE, self.desk.visits.deliver)

    def _connect(self) -> None:
        self.window.wished.connect(self.on_wish)
        self.window.touched.connect(self.idle.touch)
        self.window.still_here.connect(self.idle.touch)
        self.idle.warned.connect(self.window.show_idle_warning)
        self.idle.calmed.connect(self.window.hide_idle_warning)
        self.idle.expired.connect(self._on_expired)

    def _model_table(self) -> dict[ScreenName, Callable[[Place], object]]:
        return {
            ScreenName.ATTRACT: lambda _place: self.builder.attract(),
            ScreenName.HOME: lambda _place: self.builder.home(self.flow.resume_place),
            ScreenName.SEARCH: lambda _place: self.search.model(),
            ScreenName.LISTED: self.search.listed_model,
            ScreenName.PROCEDURES: self._procedures_model,
            ScreenName.PROCEDURE: self.places.procedure_model,
            ScreenName.PHONE: lambda place: self.builder.phone(place, self.present()),
            ScreenName.STEP: self.step_model,
            ScreenName.PORTAL: self.portal.model,
            ScreenName.ADMIT_SITE: lambda _place: self.portal.admit_model(),
            **self.papers.models(),
            ScreenName.STUCK: lambda place: self.builder.stuck(
                place, self.present(), step_differs=self.step_differs
            ),
            ScreenName.WAITING: lambda _place: self.help.waiting_model(),
            ScreenName.CONSENT: lambda _place: self.help.consent_model(),
            ScreenName.DONE: lambda place: self.builder.done(
                place, self.ease, was_submitted=self.help.was_submitted
            ),
            ScreenName.NOT_HERE: lambda place: self.builder.not_here(place, self.present()),
            ScreenName.FOLLOW_UP: lambda _place: self.help.follow_up_model(),
            ScreenName.SLIP: lambda _place: self.slips.model(),
            ScreenName.SCAN_SLIP: lambda _place: self.appointments.scan_model(),
            ScreenName.APPOINTMENT: lambda _place: self.appointments.model(),
            ScreenName.MOVE_DATE: lambda _place: self.appointments.move_model(),
            ScreenName.FETCH: lambda _place: self.places.fetch_model(),
            ScreenName.HOLD: lambda _place: self.places.hold_model(),
            ScreenName.TAKE_OVER: lambda _place: self.take_over.model(),
            ScreenName.CUSTOMIZE: lambda _place: self.looks,
            ScreenName.LESSONS: self.lessons.lessons_model,
            ScreenName.LESSON: self.lessons.lesson_model,
            ScreenName.QUIZ: self.lessons.quiz_model,
        }

    def _procedures_model(self, place: Place) -> ProceduresModel:
        return self.builder.procedures(place)

    def step_model(self, place: Place) -> StepModel:
        offers_help = self.stuck.offers_help_at((place.procedure_code, place.step_id))
        return self.builder.step(
            place,
            self.present(),
            offers_help=offers_help,
            can_open_portal=self.portal.can_open(self.procedure()),
        )

    def _handler_table(self) -> dict[type, Callable[[Any], None]]:
        own: dict[type, Callable[[Any], None]] = {
            w.Begin: self._on_begin,
            w.OpenLifeEvent: self._on_life_event,
            w.OpenProcedure: self._on_procedure,
            w.AnswerQuestion: self._on_answer,
            w.TickPaper: self._on_tick,
            w.StartHere: self._on_start_here,
            w.OnPhone: self._on_phone,
            w.ShowPlace: self._on_show_place,
            w.ConfirmStep: self._on_confirm,
            w.StepDiffers: self._on_differs,
            w.Rate: self._on_rate,
            w.Finish: self._on_finish,
            w.GoBack: self._on_back,
            w.GoHome: self._on_home,
            w.ResumeVisit: self._on_resume,
            w.SomeoneElse: self._on_finish,
            w.SetTextSize: self._on_text_size,
            w.ToggleContrast: self._on_contrast,
            w.SetLanguage: self._on_language,
            w.Customize: self._on_customize,
        }
        sides = (
            self.help,
            self.slips,
            self.appointments,
            self.places,
            self.search,
            self.lessons,
            self.voice,
            self.portal,
            self.take_over,
            self.papers,
        )
        return own | {kind: act for side in sides for kind, act in side.handlers().items()}

    def _begin_visit(self) -> None:
        visit = self.desk.visits.new_visit()
        self.desk.lanes.run(Lane.WRITE, partial(self.desk.visits.start, visit))
        self.take_up(visit)

    def _on_begin(self, _wish: w.Begin) -> None:
        self.present()
        self.go(Place(ScreenName.HOME))

    def _on_life_event(self, wish: w.OpenLifeEvent) -> None:
        self.go(Place(ScreenName.PROCEDURES, wish.event))

    def _on_procedure(self, wish: w.OpenProcedure) -> None:
        visit = self.present()
        if visit.procedure_code != wish.code:
            visit = replace(visit, answers={}, ticked_papers=frozenset())
        self.visit = replace(visit, procedure_code=wish.code, tapped_barriers=())
        event = self.flow.current.life_event
        self.flow.go(Place(ScreenName.PROCEDURE, event, wish.code))
        self.mark(VisitEventKind.PROCEDURE_OPENED)
        self.show()

    def _on_answer(self, wish: w.AnswerQuestion) -> None:
        visit = self.present()
        answers = {**visit.answers, wish.question_id: wish.choice_id}
        self.visit = replace(visit, answers=answers)
        self.show()

    def _on_tick(self, wish: w.TickPaper) -> None:
        visit = self.present()
        one = frozenset({wish.paper_id})
        ticked = visit.ticked_papers | one if wish.is_there else visit.ticked_papers - one
        self.visit = replace(visit, ticked_papers=ticked)

    def _on_start_here(self, _wish: w.StartHere) -> None:
        self.show_step(first_step(self.procedure(), self.present().answers))

    def _on_phone(self, _wish: w.OnPhone) -> None:
        self.mark(VisitEventKind.PHONE_HANDOVER)
        self.go(aside(self.flow.current, ScreenName.PHONE))

    def _on_show_place(self, _wish: w.ShowPlace) -> None:
        self.go(aside(self.flow.current, ScreenName.NOT_HERE))

    def _on_confirm(self, _wish: w.ConfirmStep) -> None:
        self.mark(VisitEventKind.STEP_CONFIRMED)
        place = self.flow.current
        following = after_step(self.procedure(), self.present().answers, place.step_id)
        self.show_step(following)

    def show_step(self, place: Place) -> None:
        """Go to a step, or to what follows the last one."""
        self.present()
        self.visit = replace(self.present(), tapped_barriers=())
        self.flow.go(self.portal.beside(place))
        if place.screen is ScreenName.STEP:
            self.mark(VisitEventKind.STEP_SHOWN)
        self.show()

    def _on_differs(self, _wish: w.StepDiffers) -> None:
        self.mark(VisitEventKind.STEP_DIFFERENT)
        self.step_differs = True
        self.go(aside(self.flow.current, ScreenName.STUCK))

    def _on_rate(self, wish: w.Rate) -> None:
        self.ease = wish.ease
        self.mark(VisitEventKind.RATED, value=wish.ease)

    def _on_finish(self, _wish: object) -> None:
        self.end()

    def _on_back(self, _wish: w.GoBack) -> None:
        if self.flow.current.screen is ScreenName.WAITING:
            self.help.give_up_call()
            return
        self.flow.back()
        self.help.pass_what_is_over()
        if self.flow.current == ATTRACT:
            self.end()
        else:
            self._mark_return()
            self.show()

    def _mark_return(self) -> None:
        """Keep a mark of a step that was come back to from another one."""
        place = self.flow.current
        key = (place.procedure_code, place.step_id)
        is_step = place.screen in (ScreenName.STEP, ScreenName.PORTAL)
        if is_step and self.stuck.step_in_front != key:
            self.mark(VisitEventKind.STEP_SHOWN)

    def _on_home(self, _wish: w.GoHome) -> None:
        self.flow.home()
        self.show()

    def _on_resume(self, _wish: w.ResumeVisit) -> None:
        if self.flow.current.screen is ScreenName.HOLD:
            self.flow.back()
        else:
            self.flow.resume()
        self.show()

    def _on_text_size(self, wish: w.SetTextSize) -> None:
        self._look(replace(self.looks, text_size=wish.size))

    def _on_contrast(self, _wish: w.ToggleContrast) -> None:
        self._look(replace(self.looks, high_contrast=not self.looks.high_contrast))

    def _on_language(self, wish: w.SetLanguage) -> None:
        self._look(replace(self.looks, language=wish.language))

    def _look(self, looks: CustomizeModel) -> None:
        self.present()
        self.looks = looks
        self.show()

    def _on_customize(self, _wish: w.Customize) -> None:
        self.go(aside(self.flow.current, ScreenName.CUSTOMIZE))

    @Slot()
    def _on_expired(self) -> None:
        if not self.take_over.left_alone():
            self.end(VisitEnd.IDLE)
