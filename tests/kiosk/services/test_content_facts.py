"""Facts by their paths: which there are, what stands there, putting something else."""

from __future__ import annotations

import pytest

from kiosk.domain.content_review import Plain
from kiosk.domain.errors import BugError
from kiosk.services.content import ContentError, procedure_of, table_of
from kiosk.services.content_facts import (
    answers_for,
    corrected,
    fact_paths,
    is_fact,
    new_paper_path,
    put,
    value_at,
)
from tests.support.review import sample

TABLE = table_of(sample())
PLACE = '[[not_here]]\nwhere = "Công an xã"\nsay = ["Mang căn cước."]\n\n[[steps]]\nuse'


def test_the_facts_of_a_procedure_in_the_order_of_reading() -> None:
    assert fact_paths(TABLE) == (
        "level", "time", "fee", "summary", "next_steps",
        "papers[mandate]", "papers[identity]", "steps[vneid-login]", "steps[fill-form]",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("fee", {"text": "8.000 đồng"}),
        ("time", {}),
        ("summary", "Một câu ngắn."),
        ("next_steps", ["Giữ giấy hẹn."]),
        ("papers[identity]", {"title": "Căn cước", "note": "", "when": {}}),
        ("papers[nobody]", {}),
        ("review_by", "2027-01-01"),
    ],
)
def test_what_stands_at_a_path(path: str, value: Plain) -> None:
    assert value_at(TABLE, path) == value


def test_of_a_step_only_the_words_are_vouched_for() -> None:
    step = value_at(TABLE, "steps[fill-form]")

    assert isinstance(step, dict)
    assert set(step) == {"title", "instruction", "expect", "caution", "first_aid"}


def test_a_table_goes_through_the_shape_of_a_file_unharmed() -> None:
    assert procedure_of(TABLE, "9.000001.toml") == sample()


def test_a_fee_is_corrected_and_taken_away_and_given() -> None:
    other = corrected(sample(), "fee", {"text": "Không thu"})
    assert other.fee is not None
    assert other.fee.text == "Không thu"
    assert corrected(sample(), "fee", {}).fee is None
    given = corrected(sample(), "time", {"text": "3 ngày"}).time
    assert given is not None
    assert given.text == "3 ngày"


def test_a_paper_keeps_its_condition_when_its_words_change() -> None:
    other = corrected(sample(), "papers[mandate]", {"title": "Giấy ủy quyền", "note": "Có dấu"})

    assert (other.papers[0].title, other.papers[0].note) == ("Giấy ủy quyền", "Có dấu")
    assert other.papers[0].when == {"who": ("other",)}
    assert other.papers[1:] == sample().papers[1:]


def test_a_paper_is_added_at_the_end_and_taken_away() -> None:
    path = new_paper_path(TABLE)
    more = corrected(sample(), path, {"title": "Sổ hộ khẩu cũ"})
    assert [paper.id for paper in more.papers] == ["mandate", "identity", "office-1"]
    assert new_paper_path(table_of(more)) == "papers[office-2]"
    fewer = corrected(more, "papers[identity]", {})
    assert [paper.id for paper in fewer.papers] == ["mandate", "office-1"]


def test_a_step_keeps_picture_and_barriers_when_its_words_change() -> None:
    value: Plain = {"instruction": ["Điền tên.", "Điền ngày."], "first_aid": {"E2": "Đợi chút."}}
    step = corrected(sample(), "steps[fill-form]", value).step("fill-form")

    assert step is not None
    assert step.instruction == ("Điền tên.", "Điền ngày.")
    assert (step.picture, step.barriers) == ("fill-form", ("E1", "E2"))
    assert step.first_aid == {"E2": "Đợi chút."}


def test_a_place_without_an_id_goes_by_its_number() -> None:
    procedure = sample("[[steps]]\nuse", PLACE)
    other = corrected(procedure, "not_here[0]", {"where": "Công an phường"})

    assert other.not_here[0].where == "Công an phường"
    assert other.not_here[0].say == ("Mang căn cước.",)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("fee", {"text": 5}),
        ("fee", {"texts": "x"}),
        ("level", {}),
        ("summary", ["x"]),
        ("steps[fill-form]", {"instruction": "x"}),
        ("papers[office-1]", {"note": "không tên"}),
        ("not_here[3]", {"where": "x"}),
        ("review_by", "hôm nào đó"),
    ],
)
def test_what_no_file_could_hold_is_refused(path: str, value: Plain) -> None:
    with pytest.raises(ContentError):
        corrected(sample(), path, value)


def test_correcting_leaves_the_procedure_it_began_with_alone() -> None:
    procedure = sample()
    corrected(procedure, "papers[identity]", {})
    assert procedure == sample()


def test_the_answers_that_lead_to_a_paper() -> None:
    assert answers_for(sample(), "papers[mandate]") == {"who": "other"}
    assert answers_for(sample(), "papers[identity]") == {}
    assert answers_for(sample(), "steps[fill-form]") == {"who": "self"}
    assert answers_for(sample(), "fee") == {}


@pytest.mark.parametrize(
    "path",
    ["", "code", "fee.text", "papers", "papers[]", "fee[x]", "questions[who]", "steps[a][b]"],
)
def test_only_facts_can_be_spoken_of(path: str) -> None:
    assert not is_fact(path)


def test_a_path_that_is_none_is_our_fault() -> None:
    with pytest.raises(BugError):
        put(dict(TABLE), "fee.text", "x")
