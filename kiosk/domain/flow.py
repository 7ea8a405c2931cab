"""What follows what on the citizen's screen: a pure rule, walked in tests without Qt.

Screens emit wishes; the shell asks the flow where that leads; the window shows it. The flow keeps
the way back, and the place to offer as "Làm tiếp" after someone went home in the middle.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.lesson import Lesson
from kiosk.domain.procedure import Answers, LifeEvent, Procedure, Step


class ScreenName(StrEnum):
    """Every full page of the citizen's window."""

    ATTRACT = "attract"
    HOME = "home"
    SEARCH = "search"
    LISTED = "listed"
    PROCEDURES = "procedures"
    PROCEDURE = "procedure"
    PHONE = "phone"
    STEP = "step"
    PORTAL = "portal"
    ADMIT_SITE = "admit_site"
    PAPERS = "papers"
    PAPER_SOURCE = "paper_source"
    PAPER_CAMERA = "paper_camera"
    PAPER_STICK = "paper_stick"
    PAPER_CHECK = "paper_check"
    STUCK = "stuck"
    WAITING = "waiting"
    CONSENT = "consent"
    DONE = "done"
    NOT_HERE = "not_here"
    FOLLOW_UP = "follow_up"
    SLIP = "slip"
    SCAN_SLIP = "scan_slip"
    APPOINTMENT = "appointment"
    MOVE_DATE = "move_date"
    FETCH = "fetch"
    HOLD = "hold"
    TAKE_OVER = "take_over"
    CUSTOMIZE = "customize"
    LESSONS = "lessons"
    LESSON = "lesson"
    QUIZ = "quiz"


class BarButton(StrEnum):
    """The buttons of the bar at the foot of the citizen's screens."""

    BACK = "back"
    HOME = "home"
    END = "end"
    HELP = "help"


FULL_BAR = (BarButton.BACK, BarButton.HOME, BarButton.END, BarButton.HELP)


def bar_for(screen: ScreenName) -> tuple[BarButton, ...]:
    """Return the bar's buttons; help is always among them, at its own spot.

    The neutral page that holds a place shows no bar: whoever stands there may be someone else.
    """
    if screen is ScreenName.ATTRACT:
        return (BarButton.HELP,)
    if screen is ScreenName.HOME:
        return (BarButton.END, BarButton.HELP)
    if screen is ScreenName.HOLD:
        return (BarButton.HELP,)
    return FULL_BAR


@dataclass(frozen=True, slots=True)
class Place:
    """Where a visit stands: the screen, and what it is about.

    `page` counts a lesson's pages or its questions from 0; the one after the last question closes
    the lesson.
    """

    screen: ScreenName
    life_event: LifeEvent | None = None
    procedure_code: str = ""
    step_id: str = ""
    lesson_id: str = ""
    page: int = 0


ATTRACT = Place(ScreenName.ATTRACT)
HOME = Place(ScreenName.HOME)

PAPER_SCREENS = frozenset(
    {
        ScreenName.PAPERS,
        ScreenName.PAPER_SOURCE,
        ScreenName.PAPER_CAMERA,
        ScreenName.PAPER_STICK,
        ScreenName.PAPER_CHECK,
    }
)
"""Aside from the step they belong to, to which one returns."""

_NOT_RESUMED = frozenset(
    {
        ScreenName.ATTRACT,
        ScreenName.HOME,
        ScreenName.SEARCH,
        ScreenName.LISTED,
        ScreenName.PROCEDURES,
        ScreenName.SCAN_SLIP,
        ScreenName.CUSTOMIZE,
        ScreenName.LESSONS,
        ScreenName.LESSON,
        ScreenName.QUIZ,
    }
)


class Flow:
    """The way through one visit: the current place, the way back, the place to resume."""

    def __init__(self) -> None:
        self._trail: list[Place] = [ATTRACT]
        self._resume: Place | None = None

    @property
    def current(self) -> Place:
        """Where the visit stands."""
        return self._trail[-1]

    @property
    def depth(self) -> int:
        """How many places lie on the way, the current one included."""
        return len(self._trail)

    @property
    def resume_place(self) -> Place | None:
        """Where "Làm tiếp" on the home screen leads, if anywhere."""
        return self._resume

    def go(self, place: Place) -> Place:
        """Move on to `place`; showing the same place again adds nothing to the way back."""
        if place != self.current:
            self._trail.append(place)
        return self.current

    def replace(self, place: Place) -> Place:
        """Put `place` where the current one stands, so that Back does not return to it."""
        self._trail[-1] = place
        return self.current

    def back(self) -> Place:
        """Return to the place before; from home and attract there is no way back."""
        if len(self._trail) > 1 and self.current.screen is not ScreenName.HOME:
            self._trail.pop()
        return self.current

    def last_outside(self, screens: Container[ScreenName]) -> Place:
        """Return the latest place that is none of `screens`."""
        return next((p for p in reversed(self._trail) if p.screen not in screens), ATTRACT)

    def back_outside(self, screens: Container[ScreenName]) -> Place:
        """Go back past every place of `screens`."""
        while self.current.screen in screens and len(self._trail) > 1:
            self._trail.pop()
        return self.current

    def home(self) -> Place:
        """Go home, keep the visit, and remember where it was."""
        self._resume = self._last_task() or self._resume
        self._trail = [ATTRACT, HOME]
        return self.current

    def resume(self) -> Place:
        """Return to the place left by `home`."""
        if self._resume is None:
            return self.current
        place, self._resume = self._resume, None
        return self.go(place)

    def end(self) -> Place:
        """Forget everything and show the attract screen."""
        self._trail, self._resume = [ATTRACT], None
        return self.current

    def _last_task(self) -> Place | None:
        """Return the last place that is about a procedure: asking for help is not a task.

        Without any task a place that may be resumed stands for itself.
        """
        asides = (
            ScreenName.STUCK,
            ScreenName.WAITING,
            ScreenName.CUSTOMIZE,
            ScreenName.CONSENT,
            ScreenName.ADMIT_SITE,
            ScreenName.FETCH,
            ScreenName.TAKE_OVER,
            *PAPER_SCREENS,
        )
        tasks = [place for place in self._trail if place.screen not in (*asides, *_NOT_RESUMED)]
        if tasks:
            return tasks[-1]
        return None if self.current.screen in _NOT_RESUMED else self.current


def first_step(procedure: Procedure, answers: Answers) -> Place:
    """Return the place of the guide's first step."""
    return _step_place(procedure, procedure.steps_for(answers)[0])


def after_step(procedure: Procedure, answers: Answers, step_id: str) -> Place:
    """Return the place after `step_id` was confirmed: the next step, or the end."""
    steps = procedure.steps_for(answers)
    ids = [step.id for step in steps]
    following = steps[ids.index(step_id) + 1 :] if step_id in ids else steps
    if following:
        return _step_place(procedure, following[0])
    return Place(ScreenName.DONE, procedure_code=procedure.code)


def after_page(lesson: Lesson, place: Place) -> Place:
    """Return what follows a page or a question of `lesson`; the quiz follows the last page."""
    is_last_page = place.screen is ScreenName.LESSON and place.page + 1 >= len(lesson.pages)
    if is_last_page:
        return replace(place, screen=ScreenName.QUIZ, page=0)
    return replace(place, page=place.page + 1)


def aside(place: Place, screen: ScreenName) -> Place:
    """Return `screen` about the same procedure and step as `place`."""
    return replace(place, screen=screen)


def _step_place(procedure: Procedure, step: Step) -> Place:
    return Place(ScreenName.STEP, procedure_code=procedure.code, step_id=step.id)
