"""A step's pages in a procedure's file: read, written again, and told with their key if wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.follow import Press, Spot
from kiosk.services.content import ContentError, load_procedure, parse_procedure
from kiosk.services.content_check import check_content
from kiosk.services.content_export import procedure_toml
from tests.support.content_sample import BLOCKS, PICTURES, changed, content_of, written

TODAY = date(2026, 11, 22)
GOOD = '{ page = ["cong.gov.vn/dang-nhap*"], press = { text = "Đăng nhập" } }'
OTHER = '{ page = ["cong.gov.vn/"], press = { selector = "#tim > a" } }'


def following(*spots: str) -> str:
    """Return the sample with `follow` in its first step."""
    return changed("usual_seconds = 30", f"follow = [{', '.join(spots)}]")


def findings(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    found = check_content(content_of(written(tmp_path, text)), PICTURES, TODAY)
    return [(one.key, one.what) for one in found]


def test_pages_and_presses_are_read(tmp_path: Path) -> None:
    procedure = load_procedure(written(tmp_path, following(GOOD, OTHER)), BLOCKS)

    assert procedure.steps[0].follow == (
        Spot(("cong.gov.vn/dang-nhap*",), Press("Đăng nhập")),
        Spot(("cong.gov.vn/",), Press(selector="#tim > a")),
    )
    assert procedure.steps[1].follow == ()
    assert findings(tmp_path, following(GOOD, OTHER)) == []


def test_an_export_holds_them_too(tmp_path: Path) -> None:
    procedure = load_procedure(written(tmp_path, following(GOOD, OTHER)), BLOCKS)

    assert parse_procedure(procedure_toml(procedure), "9.000001.toml", {}) == procedure


@pytest.mark.parametrize(
    ("spot", "key"),
    [
        ('{ pages = ["cong.gov.vn/"] }', "steps[0].follow[0].page"),
        ('{ page = "cong.gov.vn/" }', "steps[0].follow[0].page"),
        (
            '{ page = ["cong.gov.vn/"], press = { words = "Tìm" } }',
            "steps[0].follow[0].press.words",
        ),
        ('{ page = ["cong.gov.vn/"], press = "Tìm" }', "steps[0].follow[0].press"),
        ('{ page = ["cong.gov.vn/"], scroll = true }', "steps[0].follow[0].scroll"),
    ],
)
def test_a_key_nobody_knows_is_refused_with_its_place(tmp_path: Path, spot: str, key: str) -> None:
    with pytest.raises(ContentError) as caught:
        load_procedure(written(tmp_path, following(spot)), BLOCKS)

    assert caught.value.key == key


@pytest.mark.parametrize(
    ("spot", "key", "what"),
    [
        ("{ page = [] }", "steps[0].follow[0].page", "names no page"),
        ('{ page = ["https://a.vn/"] }', "steps[0].follow[0].page[0]", "without https://"),
        ('{ page = ["a.vn/", "a.vn/?q=1"] }', "steps[0].follow[0].page[1]", "leave it out"),
        ('{ page = ["a.vn/"], press = {} }', "steps[0].follow[0].press", "either"),
        (
            '{ page = ["a.vn/"], press = { selector = "a[b" } }',
            "steps[0].follow[0].press",
            "bracket",
        ),
        (
            '{ page = ["a.vn/"], press = { text = "Ti\u0300m" } }',
            "steps[0].follow[0].press",
            "normal form",
        ),
    ],
)
def test_what_names_no_page_is_found(tmp_path: Path, spot: str, key: str, what: str) -> None:
    ((found_key, found),) = findings(tmp_path, following(spot))

    assert found_key == key
    assert what in found
