"""Translations: dead, empty, not English, half done; and the twelve first procedures whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import resources
from kiosk.domain.english import MARK, in_english, key_facts
from kiosk.domain.procedure import Procedure
from kiosk.services.content import ContentError, load_procedures, parse_english, shipped_english
from kiosk.services.content_check import Severity
from kiosk.services.content_export import procedure_toml
from kiosk.services.english_check import check_english, live_english, translatable
from kiosk.services.lessons import read_lessons
from tests.support.content_sample import SAMPLE, content_of, written

WHOLE = """
[english]
"Việc mẫu" = "A sample"
"Một câu ngắn." = "A short sentence."
"Nộp trực tuyến" = "Apply online"
"8.000 đồng" = "8,000 VND"
"Văn bản ủy quyền" = "Letter of authorisation"
"Căn cước" = "ID card"
"""


def sample(folder: Path, english: str = WHOLE) -> Procedure:
    return content_of(written(folder, SAMPLE + english)).procedures[0]


def faults(procedure: Procedure, shared: dict[str, str] | None = None) -> list[str]:
    return [finding.line for finding in check_english([procedure], (), shared or {})]


def test_a_whole_translation_needs_no_mending(tmp_path: Path) -> None:
    assert sample(tmp_path).english["Căn cước"] == "ID card"
    assert faults(sample(tmp_path)) == []


def test_none_at_all_is_shown_in_vietnamese_and_no_fault(tmp_path: Path) -> None:
    assert faults(sample(tmp_path, "")) == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"Căn cước" = "ID card"', "", "warning: 9.000001.toml: papers[1].title: has no English"),
        (
            '"Căn cước"',
            '"Căn cước cũ"',
            "warning: 9.000001.toml: english.“Căn cước cũ”: no text says this any more",
        ),
        ('"ID card"', '""', "error: 9.000001.toml: english.“Căn cước”: is empty"),
        ('"ID card"', '"Thẻ căn cước"', "error: 9.000001.toml: english.“Căn cước”: is not English"),
        ('"ID card"', '"ID  card"', "error: 9.000001.toml: english.“Căn cước”: has stray blanks"),
    ],
)
def test_each_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    assert any(told.startswith(line) for told in faults(sample(tmp_path, WHOLE.replace(old, new))))


def test_a_vietnamese_name_in_an_english_sentence_is_no_fault(tmp_path: Path) -> None:
    english = WHOLE.replace('"ID card"', '"Your own ID card (“Căn cước”), the original"')
    assert faults(sample(tmp_path, english)) == []


def test_shared_translations_count_and_must_be_said_too(tmp_path: Path) -> None:
    without = WHOLE.replace('"Căn cước" = "ID card"', "")
    assert faults(sample(tmp_path, without), {"Căn cước": "ID card"}) == []
    (told,) = faults(sample(tmp_path), {"Sổ đỏ": "Land title"})
    assert told == "warning: english.toml: “Sổ đỏ”: no text says this any more"


def test_shared_translations_are_texts() -> None:
    assert parse_english('"Bản chính" = "The original"') == {"Bản chính": "The original"}
    with pytest.raises(ContentError) as told:
        parse_english('"Bản chính" = 1')
    assert told.value.log_line == "english.toml: Bản chính: a translation must be a text"


def test_an_export_leaves_out_what_translates_nothing_any_more(tmp_path: Path) -> None:
    procedure = replace(sample(tmp_path), title="Việc khác")
    exported = procedure_toml(procedure)

    assert "Việc mẫu" not in live_english(procedure)
    assert '"Việc mẫu"' not in exported
    assert '"Căn cước" = "ID card"' in exported


FIRST = (
    *("1.000656", "1.000894", "1.001193", "1.001612", "1.004222", "1.004873"),
    *("1.010041", "1.014027", "2.000635", "2.000815", "3.000228", "3.000722"),
)
"""What most people come for; the others are translated after them."""

PROCEDURES = load_procedures(resources.procedure_files())


def test_the_shipped_translations_need_no_mending() -> None:
    lessons = read_lessons(resources.lesson_files()).lessons
    findings = check_english(PROCEDURES, lessons, shipped_english())
    assert [f.line for f in findings if f.severity in Severity] == []


@pytest.mark.parametrize("code", FIRST)
def test_the_first_procedures_have_english_but_for_steps_of_their_own(code: str) -> None:
    procedure = next(one for one in PROCEDURES if one.code == code)
    told = in_english(procedure, shipped_english())
    beside_steps = replace(told, steps=())

    assert [key for key, text in key_facts(told) if text.endswith(MARK)] == []
    assert [text for text in translatable(beside_steps) if text.endswith(MARK)] == []
    assert procedure.english
