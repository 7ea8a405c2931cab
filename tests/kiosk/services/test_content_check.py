"""Each rule of the content check, proven with one bad file; the shipped content breaks none."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest

import resources
from kiosk.domain.barrier import BARRIERS, Barrier
from kiosk.domain.procedure import LifeEvent
from kiosk.services.content import read_content
from kiosk.services.content_check import Finding, Severity, check_content, citizen_faults
from kiosk.services.plain_language import MAX_LABEL_SYLLABLES, spelling_fault, syllables
from tests.support.content_sample import PICTURES, SAMPLE, changed, content_of, written

TODAY = date(2026, 11, 22)

LONG = "Một câu dài quá mười hai tiếng thì người già rất khó đọc"


def findings_of(folder: Path, text: str) -> list[Finding]:
    return check_content(content_of(written(folder, text)), PICTURES, TODAY)


def test_the_shipped_content_needs_no_mending() -> None:
    content = read_content(resources.procedure_files())

    findings = check_content(content, resources.picture_names(), TODAY)

    assert [finding.line for finding in findings] == []


def test_the_sample_itself_is_clean(tmp_path: Path) -> None:
    assert findings_of(tmp_path, SAMPLE) == []


CITIZEN_TEXTS = [
    ('title = "Việc mẫu"', "title"),
    ('summary = "Một câu ngắn."', "summary"),
    ('text = "Nộp trực tuyến"', "level.text"),
    ('text = "Ai đi nộp?"', "questions[0].text"),
    ('text = "Người khác"', "questions[0].choices[1].text"),
    ('title = "Điền tờ khai"', "steps[1].title"),
    ('expect = "Bây giờ các ô đều có chữ."', "steps[1].expect"),
    ('picture_alt = "Tờ khai."', "steps[1].picture_alt"),
    ('E1 = "Chép theo giấy."', "steps[1].first_aid.E1"),
]


@pytest.mark.parametrize(("old", "key"), CITIZEN_TEXTS)
@pytest.mark.parametrize(
    ("fault", "what"),
    [
        (LONG, "more than 12 syllables"),
        ("Có lỗi rồi", "“lỗi”"),
        ("Số không hợp lệ", "“không hợp lệ”"),
        ("Xin lỗi ông/bà", "“xin lỗi”"),
        ("Mang mẫu CT01", "code CT01"),
        ("Hai  dấu cách", "stray blanks"),
        (unicodedata.normalize("NFD", "Điền chữ ấy"), "normal form C"),
        ("Ký tên\u200e vào", "invisible character"),
    ],
)
def test_wording_is_checked_wherever_a_citizen_reads(
    tmp_path: Path, old: str, key: str, fault: str, what: str
) -> None:
    name = old.split(" = ", maxsplit=1)[0]
    found = findings_of(tmp_path, changed(old, f'{name} = "{fault}"'))

    assert [(f.key, f.severity) for f in found] == [(key, Severity.ERROR)]
    assert what in found[0].what


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('next_steps = ["Giữ giấy hẹn."]', f'next_steps = ["{LONG}"]', "next_steps[0]"),
        ('["Điền từ trên xuống."]', f'["Điền.", "{LONG}"]', "steps[1].instruction[1]"),
        ("usual_seconds = 30", f'caution = "{LONG}"', "steps[0].caution"),
        ("[fee]", f'[time]\ntext = "{LONG}"\n\n[fee]', "time.text"),
    ],
)
def test_lists_and_optional_texts_are_checked_too(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    assert [f.key for f in findings_of(tmp_path, changed(old, new))] == [key]


def test_a_place_to_go_to_is_checked(tmp_path: Path) -> None:
    text = SAMPLE + f'\n[[not_here]]\nwhere = "{LONG}"\nsay = ["{LONG}"]\n'

    assert [f.key for f in findings_of(tmp_path, text)] == [
        "not_here[0].where",
        "not_here[0].say[0]",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title = "Căn cước"', f'title = "{LONG}"'),
        ('title = "Căn cước"', 'title = "Tờ khai mẫu CT01"'),
        ('text = "8.000 đồng"', f'text = "{LONG}"'),
        ('name = "Cổng Dịch vụ công quốc gia"', f'name = "{LONG}"'),
    ],
)
def test_papers_fees_and_sources_may_be_long(tmp_path: Path, old: str, new: str) -> None:
    assert findings_of(tmp_path, changed(old, new)) == []


def test_papers_may_not_blame_though(tmp_path: Path) -> None:
    found = findings_of(tmp_path, changed('title = "Căn cước"', 'title = "Giấy không hợp lệ"'))

    assert [f.key for f in found] == ["papers[1].title"]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('["E1", "E2"]', '["E1", "E9"]', "steps[1].barriers[1]"),
        ('E1 = "Chép theo giấy."', 'E0 = "Chép theo giấy."', "steps[1].first_aid.E0"),
        ('picture = "fill-form"', 'picture = "fill"', "steps[1].picture"),
        ('when = { who = ["other"] }', 'when = { whom = ["other"] }', "papers[0].when.whom"),
        ('when = { who = ["self"] }', 'when = { who = ["me"] }', "steps[1].when.who"),
        ('text = "Ai đi nộp?"', 'text = "Ai?"\nwhen = { who = ["self"] }', "questions[0].when.who"),
        ('id = "identity"', 'id = "mandate"', "papers[1].id"),
        ('id = "fill-form"', 'id = "vneid-login"', "steps[1].id"),
        ('{ id = "other"', '{ id = "self"', "questions[0].choices[1].id"),
    ],
)
def test_dead_references_and_repeated_ids_are_found(
    tmp_path: Path, old: str, new: str, key: str
) -> None:
    assert key in [f.key for f in findings_of(tmp_path, changed(old, new))]


QUESTION = """
[[questions]]
id = "{name}"
text = "Hỏi gì?"
choices = [{{ id = "a", text = "A" }}, {{ id = "b", text = "B" }}]
"""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (SAMPLE + "".join(QUESTION.format(name=n) for n in "xyz"), "questions"),
        (changed(', { id = "other", text = "Người khác" }', ""), "questions[0].choices"),
        (changed('["Điền từ trên xuống."]', "[]"), "steps[1].instruction"),
        (changed('["Điền từ trên xuống."]', '["A.", "B.", "C.", "D."]'), "steps[1].instruction"),
        (changed('["E1", "E2"]', '["E1", "E2", "E3", "E4", "L1", "L2"]'), "steps[1].barriers"),
        (SAMPLE[: SAMPLE.index("[[steps]]")], "steps"),
        (changed("https://", "http://"), "source.url"),
        (changed("2026-07-18", "2026-11-23"), "source.taken_on"),
        (
            changed("taken_on = 2026-07-18", "taken_on = 2026-07-18\nofficial = false"),
            "fee.checked",
        ),
        (changed('aliases = ["9.000009"]', 'aliases = ["9.000001"]'), "aliases[0]"),
        (changed('channel = "portal"', 'channel = "portal"\nat_home = "9.000123"'), "at_home"),
        (changed('channel = "portal"', 'channel = "portal"\nat_home = "9.000001"'), "at_home"),
    ],
)
def test_sizes_sources_and_codes_are_checked(tmp_path: Path, text: str, key: str) -> None:
    assert key in [f.key for f in findings_of(tmp_path, text)]


def test_a_counter_only_procedure_needs_no_guide(tmp_path: Path) -> None:
    text = changed('channel = "portal"', 'channel = "counter"')

    assert findings_of(tmp_path, text[: text.index("[[steps]]")]) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("review_by = 2027-01-01", "review_by = 2026-11-21", "review_by"),
        ("review_by", "effective_to = 2026-11-21\nreview_by", "effective_to"),
    ],
)
def test_a_past_date_is_a_warning(tmp_path: Path, old: str, new: str, key: str) -> None:
    found = findings_of(tmp_path, changed(old, new))

    assert [(f.key, f.severity) for f in found] == [(key, Severity.WARNING)]


def test_the_day_of_review_itself_is_not_past(tmp_path: Path) -> None:
    assert findings_of(tmp_path, changed("2027-01-01", "2026-11-22")) == []


def test_a_life_event_nobody_serves_is_found(tmp_path: Path) -> None:
    found = findings_of(tmp_path, changed('"business", "death"]', '"business"]'))

    assert [f.what for f in found] == ["no procedure serves 'death'"]


def test_a_file_that_does_not_load_is_a_finding(tmp_path: Path) -> None:
    broken = written(tmp_path, "code = ", "9.000002.toml")
    content = content_of(written(tmp_path), broken)

    found = check_content(content, PICTURES, TODAY)

    assert [f.line.split(" (")[0] for f in found] == ["error: 9.000002.toml: file: not valid TOML"]


def test_two_files_may_not_claim_one_code(tmp_path: Path) -> None:
    second = changed('code = "9.000001"', 'code = "9.000009"').replace(
        'aliases = ["9.000009"]', "aliases = []"
    )
    content = content_of(written(tmp_path), written(tmp_path, second, "9.000009.toml"))

    found = check_content(content, PICTURES, TODAY)

    assert [(f.file, f.key) for f in found] == [("9.000009.toml", "code")]


@pytest.mark.parametrize("barrier", BARRIERS, ids=lambda b: b.code)
def test_barriers_follow_the_same_rules(barrier: Barrier) -> None:
    texts = (barrier.citizen_label, *barrier.first_aid)

    assert syllables(barrier.citizen_label) <= MAX_LABEL_SYLLABLES
    assert [fault for text in texts for fault in citizen_faults(text)] == []
    assert [text for text in (*texts, barrier.staff_label) if spelling_fault(text)] == []


def test_every_life_event_is_served_by_shipped_content() -> None:
    served = {
        e for p in read_content(resources.procedure_files()).procedures for e in p.life_events
    }

    assert served == set(LifeEvent)


# Dates and questions


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("review_by = 2027-01-01", "review_by = 2026-07-18", "review_by"),
        (
            "review_by = 2027-01-01",
            "review_by = 2027-01-01\neffective_from = 2027-06-01\neffective_to = 2027-03-01",
            "effective_to",
        ),
        ("usual_seconds = 30", "seen_on = 2026-11-23", "steps[0].seen_on"),
        ('when = { who = ["self"] }', "", "questions[0]"),
    ],
)
def test_days_that_cannot_be_and_idle_questions_are_found(
    old: str, new: str, key: str, tmp_path: Path
) -> None:
    text = changed(old, new)
    if key == "questions[0]":
        text = text.replace('when = { who = ["other"] }', "")
    errors = [f for f in findings_of(tmp_path, text) if f.severity is Severity.ERROR]

    assert [finding.key for finding in errors] == [key]


def test_the_source_of_a_single_fact_is_read_too(tmp_path: Path) -> None:
    own = '[fee]\nsource = { name = "Nghị  quyết", url = "https://a.vn", taken_on = 2026-07-18 }'
    keys = [f.key for f in findings_of(tmp_path, changed("[fee]", own))]

    assert keys == ["fee.source.name"]
