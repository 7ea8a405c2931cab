"""The form of a fact: its fields, what must be in them, and friendly hints on wording."""

from __future__ import annotations

import pytest

from kiosk.domain.content_review import Plain
from kiosk.services.content_form import (
    cleaned,
    fields_of,
    form_value,
    value_problems,
    with_field,
    wording_hints,
)
from tests.support.review import sample

LONG = "Ông bà cần xem thật kỹ mọi ô trên màn hình rồi mới bấm nút"
STEP: Plain = {
    "title": "Điền",
    "instruction": ["Điền tên."],
    "expect": "Có chữ.",
    "caution": "",
    "first_aid": {"E1": "Chép lại."},
}


def hinted(path: str, value: Plain) -> list[tuple[str, str]]:
    return [(hint.name, hint.message.format(**hint.fields)) for hint in wording_hints(path, value)]


def test_a_step_has_a_field_for_every_text_and_every_first_aid() -> None:
    assert [name for name, _ in fields_of(STEP)] == [
        "title", "instruction", "expect", "caution", "first_aid.E1",
    ]  # fmt: skip


def test_the_condition_of_a_paper_stands_in_no_field_and_is_kept() -> None:
    paper: Plain = {"title": "Giấy", "note": "", "when": {"who": ["other"]}}

    assert [name for name, _ in fields_of(paper)] == ["title", "note"]
    changed = with_field(paper, "note", "Bản chính")
    assert changed == {"title": "Giấy", "note": "Bản chính", "when": {"who": ["other"]}}


def test_a_field_is_put_back_where_it_came_from() -> None:
    assert with_field("cũ", "", "mới") == "mới"
    changed = with_field(STEP, "first_aid.E1", "Khác.")
    assert isinstance(changed, dict)
    assert changed["first_aid"] == {"E1": "Khác."}


def test_a_form_offers_what_is_not_there_yet() -> None:
    procedure = sample()
    assert form_value(procedure, "time", {}) == {"text": ""}
    assert form_value(procedure, "papers[office-1]", {}) == {"title": "", "note": "", "when": {}}
    step = form_value(procedure, "steps[fill-form]", {"first_aid": {"E1": "Chép theo giấy."}})
    assert isinstance(step, dict)
    assert step["first_aid"] == {"E1": "Chép theo giấy.", "E2": ""}
    assert form_value(procedure, "summary", "Câu.") == "Câu."


def test_what_is_stored_is_composed_and_without_stray_blanks_and_empty_lines() -> None:
    typed: Plain = {"instruction": ["  Bấm  nút. ", "", " "], "first_aid": {"E1": "", "E2": "Đợi."}}

    assert cleaned("steps[x]", typed) == {"instruction": ["Bấm nút."], "first_aid": {"E2": "Đợi."}}
    assert cleaned("summary", "Lệ phí") == "Lệ phí"


@pytest.mark.parametrize("path", ["fee", "time"])
def test_a_time_or_a_fee_without_words_is_gone(path: str) -> None:
    assert cleaned(path, {"text": " "}) == {}
    assert cleaned("level", {"text": " "}) == {"text": ""}


def test_a_whole_step_has_no_problem() -> None:
    assert list(value_problems("steps[x]", STEP)) == []


def test_a_list_of_next_steps_may_be_empty_but_no_summary() -> None:
    assert list(value_problems("next_steps", [])) == []
    assert [problem.field for problem in value_problems("summary", "")] == [""]


def test_too_many_lines_are_too_many() -> None:
    assert [p.field for p in value_problems("next_steps", ["Câu."] * 9)] == [""]


def test_a_hint_names_the_long_sentence_and_its_length() -> None:
    value = with_field(STEP, "instruction", ["Điền tên.", LONG])

    assert hinted("steps[x]", value) == [
        ("instruction", f"Câu dài 15 tiếng, nên nhiều nhất 12: “{LONG}”")
    ]


def test_words_that_blame_and_codes_are_hinted_at() -> None:
    assert hinted("summary", "Có lỗi thì nộp tờ CT01.") == [
        ("", "Nên tránh chữ “lỗi”, nói việc cần làm."),
        ("", "Nên bỏ mã CT01, người dân không cần."),
    ]


def test_papers_and_fees_may_be_long_and_show_codes_but_never_blame() -> None:
    paper: Plain = {"title": "Tờ khai CT01", "note": LONG}
    assert hinted("papers[x]", paper) == []
    assert hinted("fee", {"text": "Xin lỗi, chưa rõ"}) == [
        ("text", "Nên tránh chữ “xin lỗi”, nói việc cần làm.")
    ]


def test_good_sentences_get_no_hint() -> None:
    assert hinted("steps[x]", STEP) == []
