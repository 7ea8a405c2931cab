"""What each citizen's screen shows, as plain data put together by the shell.

A screen is built from its model and keeps nothing of its own that would have to survive: a change
of text size, contrast or language builds it anew from the same model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.domain.barrier import Barrier
from kiosk.domain.calendar import HalfDay
from kiosk.domain.content_review import FactCheck
from kiosk.domain.help_call import WaitingStage
from kiosk.domain.lesson import Lesson, LessonPage, QuizQuestion, Tip
from kiosk.domain.national import NationalEntry
from kiosk.domain.office import OfficeProfile
from kiosk.domain.person import Purpose
from kiosk.domain.procedure import LifeEvent, LifeEventCard, NotHere, Procedure, Step
from kiosk.domain.search_answer import AnswerKind
from kiosk.domain.slip import PrintState
from kiosk.domain.staff import Staff


@dataclass(frozen=True, slots=True)
class AttractModel:
    """The resting screen: office, the moment for its clock, and the tip of the day.

    Without lessons there is no tip of the day, and the one sentence that never changes is shown.
    """

    office: OfficeProfile
    now: datetime
    tip: Tip | None = None


@dataclass(frozen=True, slots=True)
class HomeModel:
    """Eight life events with the number of procedures; `resume_title` when a visit can go on.

    `lesson_topics` name a few skill lessons; without any the way to them is not shown.
    """

    cards: tuple[LifeEventCard, ...]
    counts: Mapping[LifeEvent, int]
    resume_title: str = ""
    lesson_topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundCard:
    """One tile of an answer; `is_ours` is False for what has no guide here."""

    code: str
    text: str
    detail: str
    icon: str
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class SearchModel:
    """What was typed, and its answer; `kind` is None while there is none.

    `question` belongs to ASK, `lesson` to HELP (None when it cannot be opened here), `say` to
    OUT_OF_SCOPE.
    """

    text: str = ""
    kind: AnswerKind | None = None
    question: str = ""
    say: tuple[str, ...] = ()
    cards: tuple[FoundCard, ...] = ()
    lesson: Lesson | None = None


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A procedure of the national catalogue: its name, who decides, and its official page."""

    entry: NationalEntry


@dataclass(frozen=True, slots=True)
class ProceduresModel:
    """The procedures of one life event, at most six a page."""

    card: LifeEventCard
    procedures: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class ProcedureModel:
    """One procedure with the visit's answers and ticks; `not_here` when it is done elsewhere.

    `checks` is the office's word on facts, by path. `notice` is a msgid: what has become of a place
    that was kept here.
    """

    procedure: Procedure
    life_event_title: str
    answers: Mapping[str, str]
    ticked: frozenset[str]
    today: date
    not_here: NotHere | None = None
    checks: Mapping[str, FactCheck] = field(default_factory=dict)
    notice: str = ""


@dataclass(frozen=True, slots=True)
class LessonsModel:
    """The skill lessons, in their order."""

    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class LessonModel:
    """One page of a lesson; `page` counts from 0."""

    lesson: Lesson
    page: int

    @property
    def shown(self) -> LessonPage:
        """The page that is shown."""
        return self.lesson.pages[self.page]


@dataclass(frozen=True, slots=True)
class QuizModel:
    """One question of a lesson; `number` and `chosen` count from 0, None before an answer.

    After the last question there is none, and the lesson is closed.
    """

    lesson: Lesson
    number: int
    chosen: int | None = None

    @property
    def question(self) -> QuizQuestion | None:
        """The question that is asked."""
        quiz = self.lesson.quiz
        return quiz[self.number] if self.number < len(quiz) else None


@dataclass(frozen=True, slots=True)
class PhoneModel:
    """The official page as a QR for the citizen's own phone: to do it there, or only to read.

    `keeps_place` where a slip leads back here.
    """

    procedure: Procedure
    only_to_read: bool = False
    keeps_place: bool = False


@dataclass(frozen=True, slots=True)
class StepModel:
    """One step of the guide; `position` counts from 1, `check` is the office's word on it.

    It may offer help in one sentence, and the live page where this machine can show it.
    """

    procedure: Procedure
    step: Step
    position: int
    total: int
    answers: Mapping[str, str]
    check: FactCheck | None = None
    offers_help: bool = False
    can_open_portal: bool = False


@dataclass(frozen=True, slots=True)
class StuckModel:
    """Six barriers, those tapped, and the hints for each (code → sentences)."""

    barriers: tuple[Barrier, ...]
    chosen: tuple[str, ...]
    hints: Mapping[str, tuple[str, ...]]
    step_differs: bool = False
    expect: str = ""
    picture: str = ""
    picture_alt: str = ""


@dataclass(frozen=True, slots=True)
class WaitingModel:
    """Who is coming, or honestly that nobody has answered yet.

    `keeps_place` where a slip leads back to what is being done.
    """

    stage: WaitingStage
    staff_name: str
    received_at: datetime | None
    where: str
    hotline: str
    prepare: tuple[str, ...]
    keeps_place: bool = False


@dataclass(frozen=True, slots=True)
class ConsentModel:
    """The purposes asked, the text of the consent, ready to show."""

    purposes: tuple[Purpose, ...]
    lines: tuple[str, ...]
    answers: Mapping[Purpose, bool]


@dataclass(frozen=True, slots=True)
class DoneModel:
    """The end of a guide: what comes next, and the five faces.

    `is_unsure` when the office is not sure of what comes next.
    """

    procedure: Procedure
    was_submitted: bool
    ease: int = 0
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class NotHereModel:
    """Where to go, when, and what to bring; this end counts as a success.

    `is_unsure` when the office is not sure of the place.
    """

    procedure: Procedure
    where: str
    say: tuple[str, ...]
    hours: str
    phone: str
    papers: tuple[str, ...]
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpModel:
    """The appointment staff have just made with the citizen."""

    how: str
    due: date
    half_day: HalfDay
    bring: tuple[str, ...]
    phone: str
    slip_number: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class SlipModel:
    """A slip on its way: `is_busy` while spooling; the code large in case no paper comes out.

    Neither busy nor with a code, it could not be saved: why concerns staff alone.
    `valid_until` is the last day of a kept place.
    """

    state: PrintState
    is_busy: bool
    number: str
    code: str
    payload: str
    problem: str = ""
    cure: str = ""
    tries: int = 1
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class ScanSlipModel:
    """Where a slip is held to the scanner, or to the camera; nothing is known yet."""

    has_camera: bool = False


@dataclass(frozen=True, slots=True)
class AppointmentModel:
    """What a scanned slip says, or the plain reason why it says nothing.

    `prepare` are msgids. `is_wished` while another day is asked for: `wished`, or any. `days` may
    be asked for, none where staff have nothing to move.
    """

    problem: str = ""
    how: str = ""
    procedure: str = ""
    due: date | None = None
    half_day: HalfDay | None = None
    bring: tuple[str, ...] = ()
    phone: str = ""
    prepare: tuple[str, ...] = ()
    hours: str = ""
    is_wished: bool = False
    wished: date | None = None
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class MoveDateModel:
    """The days that may be asked for instead of the promised one."""

    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class FetchModel:
    """How long a place is held: minutes behind the neutral page, days with a slip."""

    minutes: int
    days: int


@dataclass(frozen=True, slots=True)
class HoldModel:
    """The neutral page that holds a place while someone fetches papers."""

    until: datetime


@dataclass(frozen=True, slots=True)
class TakeOverModel:
    """Who may take the screen over; `problem` says why no PIN was taken."""

    staff: tuple[Staff, ...]
    chosen_id: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class AttendedModel:
    """What the top of the window tells besides the page.

    `staff_name` is whoever has the screen, `calm_until` how long it waits, as staff have said.
    """

    staff_name: str = ""
    calm_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class CustomizeModel:
    """The header's settings on a page of their own."""

    text_size: int
    high_contrast: bool
    language: str


@dataclass(frozen=True, slots=True)
class CallBandModel:
    """One-screen mode: what staff read from afar, and what the citizen reads below it.

    `stage` and `staff_name` are those of the waiting page.
    """

    counter: str
    procedure: str
    step: str
    stage: WaitingStage = WaitingStage.CALLING
    staff_name: str = ""
