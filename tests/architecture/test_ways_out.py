"""The list of ways out of the kiosk: each one that is refused names tests that are there."""

from __future__ import annotations

import re

import pytest

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.xdist_group("architecture")

_USUAL = "ui/portal/test_ways_out.py"
_NAMED = re.compile(r"`([^`:]+\.py|…)(?:::(\w+))?`")


def _refused() -> list[tuple[str, str]]:
    """Return each way out that the program refuses, and what its row says of tests."""
    text = (ROOT / "docs" / "kiosk-lockdown.md").read_text("utf-8")
    table = text.partition("## What the program refuses")[2].partition("## What Windows")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("|")]
    return [(row[0], row[-1]) for row in rows[2:]]


def _missing(cell: str) -> list[str]:
    """Return the tests a row names that are nowhere; a row without any is one itself."""
    named = _NAMED.findall(cell)
    return [] if named and all(_is_there(*one) for one in named) else [cell]


def _is_there(place: str, name: str) -> bool:
    path = ROOT / "tests" / place.replace("…", _USUAL)
    return path.is_file() and (not name or f"def {name}(" in path.read_text("utf-8"))


def test_every_way_out_that_is_refused_names_its_tests() -> None:
    rows = _refused()

    assert len(rows) > 20
    assert {way: _missing(cell) for way, cell in rows if _missing(cell)} == {}


def test_a_row_without_a_test_would_be_found() -> None:
    assert _missing("by hand")
    assert _missing("`…::test_of_which_nobody_has_heard`")
    assert not _missing("`…::test_there_is_no_menu`")
