"""Procedures in English: found by the Vietnamese text, marked where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.english import (
    MARK,
    in_english,
    key_facts,
    lesson_in_english,
    text_in_english,
)
from kiosk.domain.lesson import Lesson, LessonPage, QuizChoice, QuizQuestion
from kiosk.domain.procedure import (
    Channel,
    Choice,
    Fact,
    LifeEvent,
    NotHere,
    Procedure,
    Question,
    RequiredPaper,
    Source,
    Step,
)

SHARED = {"Bản chính": "The original", "Có": "Yes", "Đăng nhập": "Log in", "Cổng": "Portal"}
OWN = {"Đăng ký khai sinh": "Register a birth", "8.000 đồng": "8,000 VND", "Giấy": "A paper"}


@pytest.fixture
def procedure() -> Procedure:
    return Procedure(
        code="9.000001",
        title="Đăng ký khai sinh",
        official_title="Thủ tục đăng ký khai sinh",
        summary="Làm giấy cho bé.",
        life_events=(LifeEvent.BIRTH,),
        field="Hộ tịch",
        decided_by="Xã",
        channel=Channel.PORTAL,
        source=Source("Cổng", "https://dichvucong.gov.vn", date(2026, 7, 18)),
        level=Fact("Nộp trực tuyến"),
        review_by=date(2027, 1, 1),
        fee=Fact("8.000 đồng"),
        papers=(RequiredPaper("a", "Giấy", "Bản chính"), RequiredPaper("b", "Tờ khai", "Ở quầy")),
        questions=(Question("q", "Có giấy không?", (Choice("y", "Có"), Choice("n", "Chưa"))),),
        steps=(
            Step(
                id="s",
                title="Đăng nhập",
                instruction=("Bấm nút đỏ.", "Quét mã."),
                expect="Có tên.",
                picture="vneid-login",
                picture_alt="Nút đỏ",
                first_aid={"L1": "Gọi cán bộ.", "L2": "Có"},
            ),
        ),
        not_here=(NotHere("Công an xã", ("Đến trực tiếp.", "Có")),),
        next_steps=("Giữ giấy hẹn.",),
        synonyms=("Đăng ký khai sinh",),
        english=OWN,
    )


@pytest.fixture
def told(procedure: Procedure) -> Procedure:
    return in_english(procedure, SHARED)


def test_what_is_translated_is_english(told: Procedure) -> None:
    assert told.title == "Register a birth"
    assert told.fee == Fact("8,000 VND")
    assert told.papers[0] == RequiredPaper("a", "A paper", "The original")
    assert told.source.name == "Portal"


def test_the_rest_stays_vietnamese_and_says_so(told: Procedure) -> None:
    assert told.summary == f"Làm giấy cho bé.{MARK}"
    assert told.level.text == f"Nộp trực tuyến{MARK}"
    assert told.next_steps == (f"Giữ giấy hẹn.{MARK}",)


def test_what_is_seen_together_carries_one_mark(told: Procedure) -> None:
    paper, question, step, place = (
        told.papers[1],
        told.questions[0],
        told.steps[0],
        told.not_here[0],
    )
    assert (paper.title, paper.note) == (f"Tờ khai{MARK}", "Ở quầy")
    assert question.text == f"Có giấy không?{MARK}"
    assert [choice.text for choice in question.choices] == ["Yes", "Chưa"]
    assert (step.title, step.expect) == ("Log in", f"Có tên.{MARK}")
    assert step.instruction == ("Bấm nút đỏ.", "Quét mã.")
    assert (place.where, place.say) == (f"Công an xã{MARK}", ("Đến trực tiếp.", "Yes"))


def test_each_hint_is_seen_alone(told: Procedure) -> None:
    assert told.steps[0].first_aid == {"L1": f"Gọi cán bộ.{MARK}", "L2": "Yes"}


def test_what_holds_it_together_is_left_alone(procedure: Procedure, told: Procedure) -> None:
    for name in ("code", "official_title", "synonyms", "channel", "life_events", "english"):
        assert getattr(told, name) == getattr(procedure, name)
    assert [step.id for step in told.steps] == ["s"]
    assert [choice.id for choice in told.questions[0].choices] == ["y", "n"]


def test_its_own_words_win_over_shared_ones(procedure: Procedure) -> None:
    own = replace(procedure, english={**OWN, "Bản chính": "The original paper"})
    assert in_english(own, SHARED).papers[0].note == "The original paper"


def test_what_the_office_corrects_is_never_shown_in_former_english(procedure: Procedure) -> None:
    corrected = replace(procedure, fee=Fact("10.000 đồng"))
    assert in_english(corrected, SHARED).fee == Fact(f"10.000 đồng{MARK}")


def test_a_lesson_is_told_page_by_page() -> None:
    lesson = Lesson(
        id="otp",
        order=1,
        title="Mã OTP",
        summary="Có",
        icon="key",
        pages=(LessonPage("Đăng nhập", ("Bấm nút đỏ.", "Có"), "otp", "Nút đỏ"),),
        quiz=(QuizQuestion("Đọc mã không?", (QuizChoice("Có", "Đừng đọc nhé."),)),),
        tips=(),
    )
    told = lesson_in_english(lesson, SHARED)

    assert (told.title, told.summary) == (f"Mã OTP{MARK}", "Yes")
    assert told.pages[0].title == "Log in"
    assert told.pages[0].text == (f"Bấm nút đỏ.{MARK}", "Yes")
    assert told.quiz[0].text == f"Đọc mã không?{MARK}"
    assert told.quiz[0].choices == (QuizChoice("Yes", f"Đừng đọc nhé.{MARK}"),)


def test_a_single_text_is_told_the_same_way() -> None:
    assert text_in_english("Giấy", OWN, SHARED) == "A paper"
    assert text_in_english("Bản chính", OWN, SHARED) == "The original"
    assert text_in_english("Sổ đỏ", OWN, SHARED) == f"Sổ đỏ{MARK}"
    assert text_in_english("", OWN) == ""


def test_the_key_facts_are_what_one_must_know_before_going(procedure: Procedure) -> None:
    keys = [key for key, _text in key_facts(procedure)]
    assert keys == [
        "title",
        "summary",
        "level.text",
        "fee.text",
        "papers[0].title",
        "papers[1].title",
    ]
