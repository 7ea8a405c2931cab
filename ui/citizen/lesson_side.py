"""The citizen's shell, as far as the skill lessons go: which page, and the answer that was chosen.

A lesson and its quiz are each one place on the way back, whatever page they stand at: “Quay lại”
leads out of them, the buttons on the page turn it. Nothing of it is kept after the visit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.errors import BugError
from kiosk.domain.flow import Place, ScreenName, after_page
from kiosk.domain.lesson import Lesson
from ui.citizen import wishes as w
from ui.citizen.models import LessonModel, LessonsModel, QuizModel

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell

_IN_A_LESSON = frozenset({ScreenName.LESSON, ScreenName.QUIZ})


class LessonSide(QObject):
    """The lessons of one visit."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._lessons = {lesson.id: lesson for lesson in shell.desk.lessons}
        self._chosen: dict[Place, int] = {}

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.OpenLessons: self._on_lessons,
            w.OpenLesson: self._on_lesson,
            w.GoOnLearning: self._on_next,
            w.PageBefore: self._on_before,
            w.ChooseAnswer: self._on_answer,
            w.NewDay: self._on_new_day,
        }

    def forget(self) -> None:
        """Let go of the answers."""
        self._chosen.clear()

    def lessons_model(self, _place: Place) -> LessonsModel:
        """Return the lessons to choose from."""
        return LessonsModel(tuple(map(self._told, self._lessons.values())))

    def lesson_model(self, place: Place) -> LessonModel:
        """Return the page of a lesson."""
        return LessonModel(self._lesson(place), place.page)

    def quiz_model(self, place: Place) -> QuizModel:
        """Return the question, with the answer that was chosen."""
        return QuizModel(self._lesson(place), place.page, self._chosen.get(place))

    def _lesson(self, place: Place) -> Lesson:
        lesson = self._lessons.get(place.lesson_id)
        if lesson is None:
            raise BugError(f"no lesson {place.lesson_id}")
        return self._told(lesson)

    def _told(self, lesson: Lesson) -> Lesson:
        """Return the lesson in the citizen's language."""
        return self._shell.desk.catalogue.lesson_told(lesson, self._shell.looks.language)

    def _on_lessons(self, _wish: w.OpenLessons) -> None:
        self._shell.present()
        self._shell.flow.back_outside(_IN_A_LESSON)
        self._shell.go(Place(ScreenName.LESSONS))

    def _on_lesson(self, wish: w.OpenLesson) -> None:
        self._shell.present()
        self.forget()
        self._shell.go(Place(ScreenName.LESSON, lesson_id=wish.lesson_id))

    def _on_next(self, _wish: w.GoOnLearning) -> None:
        place = self._shell.flow.current
        following = after_page(self._lesson(place), place)
        if following.screen is place.screen:
            self._turn_to(following)
        else:
            self._shell.go(following)

    def _on_before(self, _wish: w.PageBefore) -> None:
        place = self._shell.flow.current
        self._turn_to(replace(place, page=max(0, place.page - 1)))

    def _turn_to(self, place: Place) -> None:
        self._shell.flow.replace(place)
        self._shell.show()

    def _on_answer(self, wish: w.ChooseAnswer) -> None:
        self._chosen.setdefault(self._shell.flow.current, wish.number)
        self._shell.show()

    def _on_new_day(self, _wish: w.NewDay) -> None:
        self._shell.show()
