"""The words and topics as shipped keep their rules; a broken rule is told with file and key."""

from __future__ import annotations

import pytest

from kiosk.services.content import ContentError, load_procedures
from kiosk.services.lessons import read_lessons
from kiosk.services.search.checks import check_lexicon, check_search, check_topics
from kiosk.services.search.lexicon import parse_lexicon
from kiosk.services.search.topics import parse_topics
from resources import lesson_files, procedure_files

CODES = {c for p in load_procedures(procedure_files()) for c in (p.code, *p.other_codes)}
LESSONS = {lesson.id for lesson in read_lessons(lesson_files()).lessons}

ASK = """
[[ask]]
phrases = ["giấy tờ"]
question = "Giấy nào?"
tiles = [
  { text = "Khai sinh", code = "1.001193" },
  { text = "Khai tử", detail = "Giấy chứng tử", code = "1.000656" },
]
"""
HELP = '[[help]]\nlesson = "otp"\nphrases = ["mã otp"]\nbarriers = ["L2"]\ncodes = ["3.000228"]\n'
ELSEWHERE = '[[out_of_scope]]\nphrases = ["ly hôn"]\nsay = ["Ly hôn do Tòa án giải quyết."]\n'


def faults(text: str) -> list[str]:
    """Return the findings about these topics."""
    return [finding.line for finding in check_topics(parse_topics(text), CODES, LESSONS)]


def test_what_is_shipped_keeps_every_rule() -> None:
    assert check_search(CODES, LESSONS) == []


def test_the_sample_keeps_every_rule() -> None:
    assert faults(ASK + HELP + ELSEWHERE) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1.000656", "1.999999", "ask[0].tiles[1].code: there is no procedure 1.999999"),
        ("3.000228", "9.000228", "help[0].codes[0]: there is no procedure 9.000228"),
        ('"otp"', '"opt"', "help[0].lesson: there is no lesson 'opt'"),
        ('"L2"', '"L99"', "help[0].barriers[0]: there is no barrier 'L99'"),
        ('["ly hôn"]', '["giay to"]', "is already a phrase of ask[0]"),
        ('["ly hôn"]', "[]", "out_of_scope[0].phrases: none"),
        ('["ly hôn"]', '[" ly hôn"]', "out_of_scope[0].phrases[0]: has stray blanks"),
        ('["Ly hôn do Tòa án giải quyết."]', "[]", "out_of_scope[0].say: not 1 to 3 sentences"),
        ("Ly hôn do Tòa án", "Ly hôn bị lỗi do Tòa án", "out_of_scope[0].say[0]: says “lỗi”"),
        ("Giấy nào?", "Giấy " + "rất " * 12 + "nào?", "ask[0].question:"),
        ("Giấy chứng tử", "Mẫu CT01", "ask[0].tiles[1].detail: shows the code CT01"),
        ('  { text = "Khai sinh", code = "1.001193" },\n', "", "ask[0].tiles: not 2 to 4 tiles"),
    ],
)
def test_a_broken_rule_is_told_with_its_key(old: str, new: str, told: str) -> None:
    text = ASK + HELP + ELSEWHERE
    assert old in text
    found = faults(text.replace(old, new, 1))
    assert len(found) == 1, found
    assert found[0].startswith("error: topics.toml: ")
    assert told in found[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[ask]]\nphrase = []", "topics.toml: ask[0].phrase"),
        (HELP.replace("lesson =", "lessen ="), "topics.toml: help[0].less"),
        ("ask = ", "topics.toml: not valid TOML"),
        ("[[answer]]\n", "topics.toml: answer: nobody knows this key"),
    ],
)
def test_what_has_no_shape_is_told_with_its_key(text: str, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_topics(text)
    assert caught.value.log_line.startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[same]\n"mất" = ["chết"]\n"qua đời" = ["chết"]', "same.qua đời[0]: “chết” already means"),
        ('[dialect]\n"làm" = ["mần "]', "dialect.làm[0]: has stray blanks"),
        ('[abbreviations]\n"khai sinh" = [""]', "abbreviations.khai sinh[0]: says nothing"),
        ('fillers = ["thế nào"]', "fillers[0]: not a single word"),
    ],
)
def test_words_that_cannot_stand_are_told(text: str, told: str) -> None:
    found = [finding.line for finding in check_lexicon(parse_lexicon(text))]
    assert len(found) == 1, found
    assert found[0].startswith(f"error: words.toml: {told}")


def test_words_of_a_wrong_shape_are_told() -> None:
    with pytest.raises(ContentError) as caught:
        parse_lexicon("[same]\nmất = 1")
    assert caught.value.file == "words.toml"
