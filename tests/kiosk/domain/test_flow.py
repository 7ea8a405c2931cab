"""Whole visits walked through the flow, without a window."""

from __future__ import annotations

import pytest

from kiosk.domain.flow import (
    ATTRACT,
    FULL_BAR,
    HOME,
    BarButton,
    Flow,
    Place,
    ScreenName,
    after_page,
    after_step,
    aside,
    bar_for,
    first_step,
)
from kiosk.domain.lesson import Lesson, LessonPage, QuizChoice, QuizQuestion
from kiosk.domain.procedure import LifeEvent
from tests.stories import BIRTH

LIST = Place(ScreenName.PROCEDURES, life_event=LifeEvent.BIRTH)
PAGE = Place(ScreenName.PROCEDURE, life_event=LifeEvent.BIRTH, procedure_code=BIRTH.code)
PART = LessonPage("Mã OTP", ("Mã có sáu số.",), "otp-message", "Tin nhắn")
ASKED = QuizQuestion("Mã dùng mấy lần?", (QuizChoice("Một lần", "Đúng rồi.", is_right=True),))
LESSON = Lesson("otp", 1, "Mã OTP", "Giữ kín mã", "password", (PART,) * 2, (ASKED,) * 2, ())
PARENT = {"who": "parent"}
OTHER = {"who": "other"}


def at_first_step() -> Flow:
    flow = Flow()
    for place in (HOME, LIST, PAGE, first_step(BIRTH, PARENT)):
        flow.go(place)
    return flow


def test_a_visit_alone_from_attract_to_done() -> None:
    flow = at_first_step()
    assert flow.current.step_id == "dang-nhap"
    flow.go(after_step(BIRTH, PARENT, "dang-nhap"))
    assert flow.current.step_id == "dien-to-khai"
    flow.go(after_step(BIRTH, PARENT, "dien-to-khai"))
    assert flow.current == Place(ScreenName.DONE, procedure_code=BIRTH.code)
    assert flow.end() == ATTRACT


def test_an_answer_adds_its_own_step() -> None:
    place = after_step(BIRTH, OTHER, "dien-to-khai")
    assert place.step_id == "uy-quyen"
    assert after_step(BIRTH, OTHER, "uy-quyen").screen is ScreenName.DONE


def test_a_step_that_no_longer_applies_starts_over() -> None:
    assert after_step(BIRTH, PARENT, "uy-quyen") == first_step(BIRTH, PARENT)


def test_a_visit_with_help_returns_to_its_step() -> None:
    flow = at_first_step()
    step = flow.current
    stuck = flow.go(aside(step, ScreenName.STUCK))
    waiting = flow.go(aside(stuck, ScreenName.WAITING))
    assert (waiting.procedure_code, waiting.step_id) == (BIRTH.code, "dang-nhap")
    assert flow.back() == stuck
    assert flow.back() == step


def test_back_leads_the_way_one_came_and_ends_at_home() -> None:
    flow = at_first_step()
    assert [flow.back(), flow.back(), flow.back()] == [PAGE, LIST, HOME]
    assert flow.back() == HOME
    assert Flow().back() == ATTRACT


def test_showing_the_same_place_twice_adds_no_step_back() -> None:
    flow = at_first_step()
    flow.go(flow.current)
    assert flow.back() == PAGE


def test_a_place_that_was_replaced_is_not_returned_to() -> None:
    flow = at_first_step()
    flow.replace(Place(ScreenName.DONE, procedure_code=BIRTH.code))
    assert flow.back() == PAGE


def test_home_keeps_the_visit_and_offers_to_go_on() -> None:
    flow = at_first_step()
    step = flow.current
    assert flow.home() == HOME
    assert flow.resume_place == step
    assert flow.resume() == step
    assert flow.back() == HOME
    assert flow.resume() == HOME


@pytest.mark.parametrize(
    "screen",
    [ScreenName.STUCK, ScreenName.WAITING, ScreenName.CUSTOMIZE, ScreenName.CONSENT],
)
def test_asking_for_help_is_no_task_to_resume(screen: ScreenName) -> None:
    flow = at_first_step()
    step = flow.current
    flow.go(aside(step, screen))
    flow.home()
    assert flow.resume() == step


def test_looking_around_leaves_nothing_to_resume() -> None:
    flow = Flow()
    flow.go(HOME)
    flow.go(LIST)
    flow.home()
    assert flow.resume_place is None
    assert flow.resume() == HOME


def test_going_home_twice_keeps_what_was_left() -> None:
    flow = at_first_step()
    step = flow.current
    flow.home()
    flow.go(LIST)
    flow.home()
    assert flow.resume_place == step


def test_a_lesson_leads_through_its_pages_and_questions_to_its_close() -> None:
    place = Place(ScreenName.LESSON, lesson_id="otp")
    walked = [place]
    for _ in range(4):
        walked.append(after_page(LESSON, walked[-1]))
    assert [(place.screen, place.page) for place in walked] == [
        (ScreenName.LESSON, 0),
        (ScreenName.LESSON, 1),
        (ScreenName.QUIZ, 0),
        (ScreenName.QUIZ, 1),
        (ScreenName.QUIZ, 2),
    ]
    assert {place.lesson_id for place in walked} == {"otp"}


@pytest.mark.parametrize("screen", [ScreenName.LESSONS, ScreenName.LESSON, ScreenName.QUIZ])
def test_a_lesson_in_between_leaves_the_task_to_resume(screen: ScreenName) -> None:
    flow = at_first_step()
    step = flow.current
    flow.home()
    flow.go(Place(screen, lesson_id="otp"))
    flow.home()
    assert flow.resume_place == step


def test_the_end_forgets_everything() -> None:
    flow = at_first_step()
    flow.home()
    flow.end()
    assert (flow.current, flow.resume_place) == (ATTRACT, None)
    assert flow.back() == ATTRACT
    assert flow.resume() == ATTRACT


def test_asides_are_left_in_one_go() -> None:
    flow = at_first_step()
    step = flow.current
    asides = (ScreenName.STUCK, ScreenName.WAITING)
    for screen in asides:
        flow.go(aside(step, screen))
    assert flow.last_outside(asides) == step
    assert flow.current.screen is ScreenName.WAITING
    assert flow.back_outside(asides) == step


@pytest.mark.parametrize("screen", list(ScreenName))
def test_help_is_on_every_screen_and_last(screen: ScreenName) -> None:
    bar = bar_for(screen)
    assert bar[-1] is BarButton.HELP
    assert list(bar) == [button for button in FULL_BAR if button in bar]


def test_attract_and_home_have_the_bars_of_their_own() -> None:
    assert bar_for(ScreenName.ATTRACT) == (BarButton.HELP,)
    assert bar_for(ScreenName.HOME) == (BarButton.END, BarButton.HELP)
    assert bar_for(ScreenName.STEP) == FULL_BAR
