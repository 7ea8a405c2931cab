"""What is recorded beforehand: the content and the pages' own words, each piece once."""

from __future__ import annotations

from kiosk.services.content import load_procedures
from kiosk.services.language import translated_texts
from kiosk.services.lessons import read_lessons
from kiosk.services.pack_texts import said_in_content, shown_texts
from resources import lesson_files, locale_dir, procedure_files


def test_all_that_is_said_of_the_content_is_there_once() -> None:
    procedures = load_procedures(procedure_files())
    lessons = read_lessons(lesson_files()).lessons
    said = said_in_content(procedures, lessons, ["Lệ phí: {fee}", "**Thử** nhé"], "vi")

    assert len(said) == len(set(said)) > 1_000
    assert said[-2:] == ["lệ phí:", "thử nhé"]
    for words in ("đăng ký khai sinh", "giấy chứng sinh", "dịch vụ công quốc gia"):
        assert any(words in one for one in said)
    assert not any("{" in one for one in said)


def test_the_pages_own_texts_come_from_the_catalogue() -> None:
    catalogue = translated_texts("en", locale_dir())

    assert catalogue["Ông/bà cần làm việc gì hôm nay?"] in shown_texts(catalogue, "en")
    assert "Ông/bà cần làm việc gì hôm nay?" in shown_texts(catalogue, "vi")
    assert "" not in catalogue
    assert said_in_content((), (), ["Register a birth", "Đăng ký khai sinh"], "en") == [
        "Register a birth"
    ]
