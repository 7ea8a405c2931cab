"""Looks change at a real counter on every screen, and what the citizen chose and typed stays.

Each story leads to one screen with something chosen there. All three settings are then changed, by
the header or by the page "Tùy chỉnh", and the screen is found as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.domain.assistance import Outcome
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.national import NationalEntry
from kiosk.domain.person import Purpose
from kiosk.domain.procedure import LifeEvent
from tests.support.sheets import on_a_table, paper_image, qimage
from tests.ui.shells.counter import BIRTH, Counter
from ui.citizen import wishes as w
from ui.citizen.screens.consent_screen import ConsentScreen
from ui.citizen.screens.search_screen import SearchScreen
from ui.citizen.screens.stuck_screen import StuckScreen
from ui.papers import wishes as pw
from ui.staff import wishes as sw
from ui.widgets.paged_area import PagedArea
from ui.widgets.touch_button import TouchButton

# Without a display Qt converts frames without a graphics card, and says so once.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)

Story = Callable[[Counter], None]
LOOKS = (
    w.SetTextSize(2),
    w.ToggleContrast(),
    w.SetLanguage("en"),
    w.SetTextSize(0),
    w.SetLanguage("vi"),
    w.ToggleContrast(),
)


@dataclass(frozen=True)
class Seen:
    """What a citizen has done on a screen, apart from how it looks."""

    place: Place
    chosen: frozenset[str]
    typed: tuple[str, ...]
    asked: Purpose | None


def seen(counter: Counter) -> Seen:
    screen = counter.citizen.window.shown
    assert screen is not None
    buttons = [b for b in screen.findChildren(TouchButton) if b.isChecked()]
    fields = screen.findChildren(QLineEdit)
    return Seen(
        counter.citizen.flow.current,
        frozenset(repr(button.payload) for button in buttons),
        tuple(field.text() for field in fields),
        screen.asked if isinstance(screen, ConsentScreen) else None,
    )


def choose(counter: Counter, payload: object) -> None:
    """Press the button that carries `payload`."""
    screen = counter.citizen.window.shown
    assert screen is not None
    next(b for b in screen.findChildren(TouchButton) if b.payload == payload).click()


# Stories


def home(counter: Counter) -> None:
    counter.wish(w.Begin())


def home_again(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.GoHome())


def search(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenSearch())
    screen = counter.citizen.window.shown
    assert isinstance(screen, SearchScreen)
    screen.field.setText("giay to")
    screen.field.setCursorPosition(4)
    counter.settled()


def search_read(counter: Counter) -> None:
    search(counter)
    screen = counter.citizen.window.shown
    assert isinstance(screen, SearchScreen)
    screen.keys.done.emit()


def listed(counter: Counter) -> None:
    catalogue = counter.office.catalogue
    entry = NationalEntry("1.000005", "Tạm nhập ô tô", "Hải quan", "Cấp tỉnh", "", "https://a.vn")
    catalogue.take(replace(catalogue.content, national=(entry,)))
    counter.wish(w.Begin(), w.OpenSearch(), w.OpenListed(entry.code))


def procedures(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenLifeEvent(LifeEvent.BUSINESS))


def procedure(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenLifeEvent(LifeEvent.BIRTH), w.OpenProcedure(BIRTH))
    counter.wish(w.AnswerQuestion("certificate", "paper"), w.AnswerQuestion("who", "authorised"))
    choose(counter, "authorisation")
    choose(counter, "birth-certificate")


def phone(counter: Counter) -> None:
    procedure(counter)
    counter.wish(w.OnPhone())


def step(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.ConfirmStep(), w.ConfirmStep())


def stuck(counter: Counter) -> None:
    step(counter)
    counter.wish(w.AskHelp())
    screen = counter.citizen.window.shown
    assert isinstance(screen, StuckScreen)
    for code in list(screen._buttons)[1:3]:
        choose(counter, code)


def stuck_after_another_look(counter: Counter) -> None:
    step(counter)
    counter.wish(w.StepDiffers())


def waiting(counter: Counter) -> None:
    counter.call()
    counter.stored_call()


def done(counter: Counter) -> None:
    counter.walk_to_step()
    while not counter.is_at(ScreenName.DONE):
        counter.wish(w.ConfirmStep())
    choose(counter, w.Rate(4))


def not_here(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenLifeEvent(LifeEvent.IDENTITY), w.OpenProcedure("3.000228"))
    counter.wish(w.AnswerQuestion("card", "valid"), w.ShowPlace())


def slip(counter: Counter) -> None:
    done(counter)
    counter.wish(w.PrintPapers())
    counter.see_citizen(ScreenName.SLIP, "Phiếu số")


def appointment(counter: Counter) -> None:
    counter.wish(w.Begin())
    counter.scan("no slip of ours")
    counter.see_citizen(ScreenName.APPOINTMENT)


def scan_slip(counter: Counter) -> None:
    counter.wish(w.Begin(), w.HaveSlip())


def move_date(counter: Counter) -> None:
    payload = counter.printed_slip()
    counter.staff.lock()
    counter.wish(w.Begin(), w.HaveSlip())
    counter.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT)
    counter.wish(w.AskToMove())
    counter.see_citizen(ScreenName.MOVE_DATE)


def take_over(counter: Counter) -> None:
    step(counter)
    counter.wish(w.AskHelp(), w.AskTakeOver())
    counter.see_citizen(ScreenName.TAKE_OVER)


def fetch(counter: Counter) -> None:
    step(counter)
    counter.wish(w.FetchPapers())


def papers(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.AnswerQuestion("case", "ordinary"), w.AnswerQuestion("certificate", "paper"))
    while counter.citizen.flow.current.step_id != "attach-papers":
        counter.wish(w.ConfirmStep())
    counter.wish(pw.OpenPapers())


def paper_source(counter: Counter) -> None:
    papers(counter)
    counter.wish(pw.ChoosePaper("birth-certificate"))


def paper_camera(counter: Counter) -> None:
    paper_source(counter)
    counter.wish(pw.UseCamera())


def paper_stick(counter: Counter) -> None:
    paper_source(counter)
    counter.wish(pw.UseStick())


def paper_check(counter: Counter) -> None:
    paper_camera(counter)
    camera = counter.citizen.papers.camera
    camera.watch(None)  # frames come from a picture: there is no camera where tests run
    assert camera._sink is not None
    camera._sink.setVideoFrame(QVideoFrame(qimage(on_a_table(paper_image("Mẫu"), (640, 480)))))
    counter.until(lambda: not camera.taken().isNull())
    counter.wish(pw.TakePicture())
    counter.see_citizen(ScreenName.PAPER_CHECK, "Mở được, đọc rõ không?")


def hold(counter: Counter) -> None:
    fetch(counter)
    counter.wish(w.HoldHere())


def follow_up(counter: Counter) -> None:
    counter.log_in()
    counter.call()
    counter.take_call()
    counter.finish_help(Outcome.FOLLOW_UP)
    counter.see_citizen(ScreenName.FOLLOW_UP)


def consent(counter: Counter) -> None:
    counter.log_in()
    counter.call()
    counter.take_call()
    counter.order(sw.AskConsent((Purpose.HOME_VISIT, Purpose.CALL_BACK)))
    counter.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ đến nhà giúp?")
    screen = counter.citizen.window.shown
    assert isinstance(screen, ConsentScreen)
    screen.yes.click()


def customize(counter: Counter) -> None:
    procedure(counter)
    counter.wish(w.Customize())


def lessons(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenLessons())


def lesson(counter: Counter) -> None:
    lessons(counter)
    counter.wish(w.OpenLesson("otp"), w.GoOnLearning(), w.GoOnLearning())


def quiz(counter: Counter) -> None:
    lesson(counter)
    counter.wish(*[w.GoOnLearning()] * 4)


def quiz_answered(counter: Counter) -> None:
    quiz(counter)
    counter.wish(w.ChooseAnswer(0))


STORIES: dict[ScreenName, tuple[Story, ...]] = {
    ScreenName.HOME: (home, home_again),
    ScreenName.SEARCH: (search, search_read),
    ScreenName.LISTED: (listed,),
    ScreenName.PROCEDURES: (procedures,),
    ScreenName.PROCEDURE: (procedure,),
    ScreenName.PHONE: (phone,),
    ScreenName.STEP: (step,),
    ScreenName.STUCK: (stuck, stuck_after_another_look),
    ScreenName.WAITING: (waiting,),
    ScreenName.CONSENT: (consent,),
    ScreenName.DONE: (done,),
    ScreenName.NOT_HERE: (not_here,),
    ScreenName.FOLLOW_UP: (follow_up,),
    ScreenName.SLIP: (slip,),
    ScreenName.APPOINTMENT: (appointment,),
    ScreenName.SCAN_SLIP: (scan_slip,),
    ScreenName.MOVE_DATE: (move_date,),
    ScreenName.FETCH: (fetch,),
    ScreenName.TAKE_OVER: (take_over,),
    ScreenName.HOLD: (hold,),
    ScreenName.PAPERS: (papers,),
    ScreenName.PAPER_SOURCE: (paper_source,),
    ScreenName.PAPER_CAMERA: (paper_camera,),
    ScreenName.PAPER_STICK: (paper_stick,),
    ScreenName.PAPER_CHECK: (paper_check,),
    ScreenName.CUSTOMIZE: (customize,),
    ScreenName.LESSONS: (lessons,),
    ScreenName.LESSON: (lesson,),
    ScreenName.QUIZ: (quiz, quiz_answered),
}
ALL = [story for stories in STORIES.values() for story in stories]


LIVE_PAGE = {ScreenName.PORTAL, ScreenName.ADMIT_SITE}
"""The live page keeps its own state in the browser; `test_portal` changes looks beside it."""


def test_every_screen_has_a_story() -> None:
    """But the resting one: whoever changes its looks has begun."""
    assert set(STORIES) == set(ScreenName) - {ScreenName.ATTRACT} - LIVE_PAGE


@pytest.mark.parametrize("story", ALL)
def test_the_header_changes_nothing_but_the_looks(counter: Counter, story: Story) -> None:
    story(counter)
    before = seen(counter)
    for look in LOOKS:
        counter.wish(look)
        now = seen(counter)
        if before.place.screen is ScreenName.CUSTOMIZE:  # its choices are the looks themselves
            now = replace(now, chosen=before.chosen)
        assert now == before, look


@pytest.mark.parametrize("story", [one for one in ALL if one is not customize])
def test_the_page_of_settings_leads_back_to_the_same(counter: Counter, story: Story) -> None:
    story(counter)
    turn_on(counter)
    before, page = seen(counter), first_words(counter)
    counter.wish(w.Customize(), w.ToggleContrast(), w.GoBack())

    assert seen(counter) == before
    assert first_words(counter) == page


def turn_on(counter: Counter) -> None:
    """Turn to the last page."""
    for area in pages(counter):
        for _ in range(area.page_count):
            area.next_page()


def first_words(counter: Counter) -> str:
    areas = pages(counter)
    return areas[0].place().words if areas else ""


def pages(counter: Counter) -> list[PagedArea]:
    screen = counter.citizen.window.shown
    assert screen is not None
    found = [part for part in screen.findChildren(QWidget) if part.isVisible()]
    return [part for part in found if isinstance(part, PagedArea)]


def test_who_comes_back_finds_the_page_and_who_comes_anew_the_first(counter: Counter) -> None:
    procedure(counter)
    turn_on(counter)
    page = first_words(counter)
    assert pages(counter)[0].page > 0
    counter.wish(w.OnPhone(), w.GoBack())
    assert first_words(counter) == page

    counter.wish(w.GoBack(), w.OpenProcedure(BIRTH))
    assert pages(counter)[0].page == 0


def test_nothing_of_a_place_is_kept_for_the_next_person(counter: Counter) -> None:
    procedure(counter)
    turn_on(counter)
    counter.wish(w.OnPhone(), w.Finish())

    assert counter.citizen.window._places == {}
    procedure(counter)
    assert pages(counter)[0].page == 0
