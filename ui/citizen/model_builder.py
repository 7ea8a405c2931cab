"""Puts together what each citizen's screen shows, from the visit and the catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.barrier import BARRIER_BY_CODE, likely_barriers
from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError
from kiosk.domain.flow import Place
from kiosk.domain.held_place import can_be_held
from kiosk.domain.lesson import Lesson, tip_of_the_day
from kiosk.domain.office import OfficeProfile
from kiosk.domain.procedure import LIFE_EVENT_CARDS, NotHere, Procedure, Step
from kiosk.domain.visit import Visit
from kiosk.services.catalogue import Catalogue
from kiosk.services.language import Translator
from kiosk.services.ports import Clock
from ui.citizen.models import (
    AttractModel,
    DoneModel,
    HomeModel,
    NotHereModel,
    PhoneModel,
    ProcedureModel,
    ProceduresModel,
    StepModel,
    StuckModel,
)

_CARDS = {card.event: card for card in LIFE_EVENT_CARDS}


@dataclass(frozen=True, slots=True)
class ModelBuilder:
    """Builds models for places that depend on content and the visit alone."""

    catalogue: Catalogue
    office: OfficeProfile
    clock: Clock
    lessons: Sequence[Lesson] = ()

    def attract(self) -> AttractModel:
        """Return the resting screen's model."""
        now = self.clock.now()
        return AttractModel(self.office, now, tip_of_the_day(self.lessons, office_day(now)))

    def home(self, resume: Place | None) -> HomeModel:
        """Return the home screen's model; `resume` is the place to offer as "Làm tiếp"."""
        procedure = self.catalogue.by_code(resume.procedure_code) if resume else None
        title = procedure.title if procedure else ""
        topics = tuple(lesson.title for lesson in self.lessons)
        return HomeModel(LIFE_EVENT_CARDS, self.catalogue.counts(), title, topics)

    def procedures(self, place: Place) -> ProceduresModel:
        """Return the list of one life event."""
        if place.life_event is None:
            raise BugError("a list of procedures needs its life event")
        return ProceduresModel(_CARDS[place.life_event], self.catalogue.of_event(place.life_event))

    def procedure(self, place: Place, visit: Visit) -> ProcedureModel:
        """Return one procedure with what the visit has answered and ticked."""
        procedure = self.found(place.procedure_code)
        event = place.life_event or procedure.life_events[0]
        return ProcedureModel(
            procedure=procedure,
            life_event_title=_CARDS[event].title,
            answers=visit.answers,
            ticked=visit.ticked_papers,
            today=office_day(self.clock.now()),
            not_here=procedure.not_here_for(visit.answers),
            checks=self.catalogue.checks(procedure.code),
        )

    def phone(self, place: Place, visit: Visit) -> PhoneModel:
        """Return the official page as a QR; what is done elsewhere can only be read there."""
        procedure = self.found(place.procedure_code)
        elsewhere = procedure.not_here_for(visit.answers) is not None
        only_to_read = procedure.is_counter_only or elsewhere
        keeps_place = can_be_held(procedure) and not only_to_read
        return PhoneModel(procedure, only_to_read, keeps_place)

    def step(
        self,
        place: Place,
        visit: Visit,
        *,
        offers_help: bool = False,
        can_open_portal: bool = False,
    ) -> StepModel:
        """Return one step with its place among those that apply."""
        procedure = self.found(place.procedure_code)
        steps = procedure.steps_for(visit.answers)
        step = self.step_at(place)
        if step is None:
            raise BugError(f"{place.procedure_code} has no step {place.step_id}")
        ids = [one.id for one in steps]
        position = ids.index(step.id) + 1 if step.id in ids else 1
        check = self.catalogue.checks(procedure.code).get(f"steps[{step.id}]")
        return StepModel(
            procedure,
            step,
            position,
            len(steps),
            visit.answers,
            check,
            offers_help=offers_help,
            can_open_portal=can_open_portal,
        )

    def stuck(self, place: Place, visit: Visit, *, step_differs: bool) -> StuckModel:
        """Return the barriers likeliest at `place`, with their hints."""
        step = self.step_at(place)
        barriers = likely_barriers(step.barriers if step else ())
        return StuckModel(
            barriers=barriers,
            chosen=visit.tapped_barriers,
            hints={barrier.code: self._hint(barrier.code, step) for barrier in barriers},
            step_differs=step_differs,
            expect=step.expect if step and step_differs else "",
            picture=step.picture if step and step_differs else "",
            picture_alt=step.picture_alt if step and step_differs else "",
        )

    def done(self, place: Place, ease: int, *, was_submitted: bool = True) -> DoneModel:
        """Return the end of a guide."""
        procedure = self.found(place.procedure_code)
        return DoneModel(
            procedure, was_submitted, ease, is_unsure=self._is_unsure(procedure, "next_steps")
        )

    def not_here(self, place: Place, visit: Visit) -> NotHereModel:
        """Return where to go, when and with what papers."""
        procedure = self.found(place.procedure_code)
        elsewhere = procedure.not_here_for(visit.answers)
        here = f"{self.office.desk}, {self.office.name}"
        is_here = elsewhere is None or elsewhere.at_office
        return NotHereModel(
            procedure=procedure,
            where=elsewhere.where if elsewhere else here,
            say=elsewhere.say if elsewhere else (self.office.address,),
            hours=self.office.hours if is_here else "",
            phone=self.office.hotline,
            papers=self.paper_titles(procedure, visit.answers),
            is_unsure=elsewhere is not None and self._is_unsure_of_place(procedure, elsewhere),
        )

    def _is_unsure_of_place(self, procedure: Procedure, place: NotHere) -> bool:
        return self._is_unsure(procedure, f"not_here[{procedure.not_here.index(place)}]")

    def _is_unsure(self, procedure: Procedure, path: str) -> bool:
        check = self.catalogue.checks(procedure.code).get(path)
        return check is not None and not check.is_sure

    def found(self, code: str) -> Procedure:
        """Return the procedure of `code`; a place never names one that is not there."""
        procedure = self.catalogue.by_code(code)
        if procedure is None:
            raise BugError(f"no procedure {code}")
        return procedure

    def step_at(self, place: Place) -> Step | None:
        """Return the step a place is about, if any."""
        procedure = self.catalogue.by_code(place.procedure_code)
        return procedure.step(place.step_id) if procedure else None

    def where_in_words(self, place: Place, visit: Visit, t: Translator) -> str:
        """Return "Bước 3, Đăng ký khai sinh" or the procedure's title, or nothing."""
        procedure = self.catalogue.by_code(place.procedure_code)
        if procedure is None:
            return ""
        ids = [step.id for step in procedure.steps_for(visit.answers)]
        if place.step_id not in ids:
            return procedure.title
        number = ids.index(place.step_id) + 1
        return t("Bước {number}, {title}", number=number, title=procedure.title)

    @staticmethod
    def paper_titles(procedure: Procedure, answers: Mapping[str, str]) -> tuple[str, ...]:
        """Return the papers to bring, in words."""
        return tuple(paper.title for paper in procedure.papers_for(answers))

    @staticmethod
    def _hint(code: str, step: Step | None) -> tuple[str, ...]:
        if step and code in step.first_aid:
            return (step.first_aid[code],)
        return BARRIER_BY_CODE[code].first_aid
