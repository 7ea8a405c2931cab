"""The office's search: built by whoever asks first, and anew when the office's content changes."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.lesson import Lesson
from kiosk.domain.national import NationalEntry
from kiosk.domain.search_answer import AnswerKind
from kiosk.services.catalogue import Catalogue
from kiosk.services.content import load_procedures
from kiosk.services.finder import Finder
from kiosk.services.lessons import read_lessons
from resources import lesson_files, procedure_files

SAND = NationalEntry("1.999001", "Giấy phép khai thác cát", "", "Cấp tỉnh", "", "https://a.gov.vn")


def test_it_finds_procedures_lessons_and_what_the_office_imports_later() -> None:
    catalogue = Catalogue(load_procedures(procedure_files()))
    asked: list[int] = []

    def lessons() -> tuple[Lesson, ...]:
        asked.append(1)
        return read_lessons(lesson_files()).lessons

    finder = Finder(catalogue, lessons)
    assert finder.answer("").hits == ()
    assert finder.answer("giay doc than").hits[0].code == "1.004873"
    assert finder.answer("quen mat khau vneid").kind is AnswerKind.HELP
    assert SAND.code not in {hit.code for hit in finder.answer("giay phep khai thac cat").hits}
    assert len(asked) == 1
    catalogue.take(replace(catalogue.content, national=(SAND,)))
    assert finder.answer("giay phep khai thac cat").hits[0].code == SAND.code
    assert len(asked) == 2
