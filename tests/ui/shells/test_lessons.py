"""The skill lessons at a real counter: learnt by touch, left and found again, and nothing kept."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

import kiosk.app
from kiosk.domain.calendar import office_day
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.lesson import Lesson, tip_of_the_day
from kiosk.domain.search_answer import Answer, AnswerKind
from resources import lesson_files
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder, words
from ui.citizen import wishes as w
from ui.widgets.touch_button import TouchButton

DAY = 24 * 60 * 60


class Finger:
    """Touches the citizen's window; a while passes before every touch."""

    def __init__(self, counter: Counter) -> None:
        self._window = counter.citizen.window
        self._window._clock = count(time.monotonic() + 10.0, 10.0).__next__
        self._device = QTest.createTouchDevice()

    def tap(self, name: str) -> None:
        """Touch the button whose name begins with `name`."""
        QCoreApplication.sendPostedEvents()
        seen = [b for b in self._window.findChildren(TouchButton) if b.isVisible()]
        button = next(b for b in seen if b.accessibleName().startswith(name))
        middle = button.rect().center()
        QTest.touchEvent(self._window, self._device).press(0, middle, button).commit()
        QTest.touchEvent(self._window, self._device).release(0, middle, button).commit()


def lesson_of(counter: Counter, lesson_id: str = "otp") -> Lesson:
    """Return a shipped lesson."""
    return next(lesson for lesson in counter.office.lessons if lesson.id == lesson_id)


def place(counter: Counter) -> Place:
    """Return where the visit stands."""
    return counter.citizen.flow.current


def go_to_quiz(counter: Counter) -> Lesson:
    """Open a lesson and go through its pages to the first question."""
    lesson = lesson_of(counter)
    counter.wish(w.Begin(), w.OpenLessons(), w.OpenLesson(lesson.id))
    counter.wish(*[w.GoOnLearning()] * len(lesson.pages))
    assert counter.is_at(ScreenName.QUIZ)
    return lesson


@pytest.mark.parametrize("lesson_id", ["vneid", "otp", "scams", "payment", "tracking", "health"])
def test_a_whole_lesson_and_its_quiz_by_touch(counter: Counter, lesson_id: str) -> None:
    lesson, finger = lesson_of(counter, lesson_id), Finger(counter)
    finger.tap("Chạm vào màn hình để bắt đầu")
    finger.tap("Học kỹ năng số")
    finger.tap(lesson.title)
    for number, page in enumerate(lesson.pages, start=1):
        said = words(counter.citizen.window)
        assert f"Phần {number} trên {len(lesson.pages)}" in said
        assert page.title in said
        assert all(sentence in said for sentence in page.text)
        assert page.picture_alt in said
        finger.tap("Đi tiếp" if number < len(lesson.pages) else "Trả lời vài câu hỏi")
    for number, question in enumerate(lesson.quiz):
        assert counter.citizen_says(question.text)
        # Each place among the choices is tried once, so that right and other answers come up.
        chosen = question.choices[number % len(question.choices)]
        right = next(choice for choice in question.choices if choice.is_right)
        finger.tap(chosen.text)
        assert counter.citizen_says(chosen.feedback)
        assert counter.citizen_says(f"Câu trả lời đúng\n{right.text}")
        finger.tap("Câu tiếp theo" if number + 1 < len(lesson.quiz) else "Đi tiếp")
    assert counter.citizen_says("Ông/bà đã học xong một bài.")
    finger.tap("Học bài khác")
    assert counter.is_at(ScreenName.LESSONS)
    finger.tap("Quay lại")
    assert counter.is_at(ScreenName.HOME)


def test_the_first_answer_stands(counter: Counter) -> None:
    lesson = go_to_quiz(counter)
    first, second, *_ = lesson.quiz[0].choices
    counter.wish(w.ChooseAnswer(0), w.ChooseAnswer(1))
    assert counter.citizen_says(first.feedback)
    assert not counter.citizen_says(second.feedback)


@pytest.mark.parametrize(
    "look", [w.SetTextSize(2), w.ToggleContrast(), w.SetLanguage("en")], ids=repr
)
def test_other_looks_keep_the_page_and_the_answer(counter: Counter, look: object) -> None:
    lesson = lesson_of(counter)
    counter.wish(w.Begin(), w.OpenLesson(lesson.id), w.GoOnLearning(), look)
    assert counter.citizen_says(lesson.pages[1].title)
    counter.wish(*[w.GoOnLearning()] * (len(lesson.pages) - 1), w.ChooseAnswer(0))
    counter.wish(w.SetTextSize(1), look)
    screen = counter.citizen.window.shown
    assert screen is not None
    assert screen.spoken_title().startswith(lesson.quiz[0].choices[0].feedback)
    assert place(counter).page == 0


def test_the_part_before_comes_back_and_back_leads_out_of_the_lesson(counter: Counter) -> None:
    lesson = lesson_of(counter)
    counter.wish(w.Begin(), w.OpenLessons(), w.OpenLesson(lesson.id))
    counter.wish(w.GoOnLearning(), w.GoOnLearning(), w.PageBefore())
    assert counter.citizen_says(lesson.pages[1].title)
    counter.wish(w.GoBack())
    assert counter.is_at(ScreenName.LESSONS)


def test_back_from_the_quiz_leads_to_the_last_page(counter: Counter) -> None:
    lesson = go_to_quiz(counter)
    counter.wish(w.ChooseAnswer(0), w.GoOnLearning(), w.GoBack())
    assert counter.is_at(ScreenName.LESSON)
    assert counter.citizen_says(lesson.pages[-1].title)


def test_what_was_searched_for_opens_its_lesson_and_back_leads_to_the_search(
    counter: Counter,
) -> None:
    def answer(query: str) -> Answer:
        return Answer(query, AnswerKind.HELP, lesson_id="otp")

    counter.citizen.desk = replace(counter.citizen.desk, find=answer)
    counter.wish(w.Begin(), w.OpenSearch(), w.SearchFor("otp"))
    counter.see_citizen(ScreenName.SEARCH, "Mật khẩu và mã OTP")
    counter.wish(w.OpenLesson("otp"), w.GoBack())
    counter.see_citizen(ScreenName.SEARCH, "Mật khẩu và mã OTP")


def test_help_asked_for_in_a_lesson_comes_back_to_its_page(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenLesson("otp"), w.GoOnLearning())
    before = place(counter)
    counter.wish(w.AskHelp(), w.GoBack())
    assert place(counter) == before
    counter.call()
    counter.stored_call()
    counter.wish(w.ManageAlone())
    assert place(counter) == before


def test_home_and_a_lesson_opened_anew_begin_at_the_first_page(counter: Counter) -> None:
    lesson = go_to_quiz(counter)
    counter.wish(w.ChooseAnswer(0), w.GoHome())
    assert counter.is_at(ScreenName.HOME)
    counter.wish(w.OpenLesson(lesson.id))
    assert counter.citizen_says(lesson.pages[0].title)
    counter.wish(*[w.GoOnLearning()] * len(lesson.pages))
    assert not counter.citizen_says(lesson.quiz[0].choices[0].feedback)


def test_nothing_of_the_quiz_is_kept_for_the_next_person(counter: Counter) -> None:
    lesson = go_to_quiz(counter)
    counter.wish(w.ChooseAnswer(0))
    counter.pass_time(DAY)
    assert counter.is_at(ScreenName.ATTRACT)
    go_to_quiz(counter)
    assert not counter.citizen_says(lesson.quiz[0].choices[0].feedback)


def test_the_resting_screen_shows_the_tip_of_the_office_s_day(counter: Counter) -> None:
    shown = []
    for _ in range(2):
        tip = tip_of_the_day(counter.office.lessons, office_day(counter.clock.now()))
        assert tip is not None
        counter.wish(w.NewDay())
        assert counter.citizen_says(tip.text)
        assert counter.citizen_says(tip.reason)
        shown.append(tip)
        counter.clock.advance(DAY)
    assert shown[0] != shown[1]
    assert counter.citizen.visit is None


def test_a_broken_lesson_costs_only_itself(
    folder: DemoFolder,
    open_counter: OpenCounter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("id = ", encoding="utf-8")
    monkeypatch.setattr(kiosk.app, "lesson_files", lambda: (broken, *lesson_files()))
    with caplog.at_level(logging.ERROR, "kiosk.app"):
        counter = open_counter(folder)
    counter.wish(w.Begin(), w.OpenLessons())
    assert all(counter.citizen_says(lesson_of(counter, one).title) for one in ("otp", "health"))
    assert "broken.toml" in caplog.text


def test_without_lessons_the_one_sentence_against_fraud_is_shown(
    folder: DemoFolder, open_counter: OpenCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiosk.app, "lesson_files", tuple)
    counter = open_counter(folder)
    counter.see_citizen(ScreenName.ATTRACT, "Không đọc mã OTP cho bất kỳ ai.")
    counter.wish(w.Begin())
    assert not counter.citizen_says("Học kỹ năng số")
