"""Exported files are complete, valid, and load to the very same procedures."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

import resources
from kiosk.domain.audit import AuditAction
from kiosk.domain.content_review import Plain, Verdict
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.procedure import Procedure
from kiosk.services.catalogue import OfficeContent
from kiosk.services.content import load_procedure, load_procedures
from kiosk.services.content_check import ALL_FILES, check_content
from kiosk.services.content_export import ContentExport, procedure_toml, write_files
from kiosk.services.content_merge import merge
from kiosk.services.toml_text import toml_literal, toml_text
from tests.fakes import FakeClock, FakeStore
from tests.support.content_sample import PICTURES, content_of
from tests.support.review import LEAD, SUPPORTER, sample, word

SHIPPED = load_procedures(resources.procedure_files())


@pytest.mark.parametrize("procedure", SHIPPED, ids=lambda p: p.code)
def test_every_shipped_procedure_comes_back_the_same(procedure: Procedure, tmp_path: Path) -> None:
    write_files([procedure], tmp_path)

    assert load_procedure(tmp_path / f"{procedure.code}.toml", {}) == procedure


def test_the_office_s_edits_are_in_the_file_and_pass_the_check(tmp_path: Path) -> None:
    paper: Plain = {"title": "Sổ “đỏ” \\ bản chính", "note": "", "when": {"who": ["self"]}}
    entry = word("papers[office-1]", Verdict.CORRECTED, {}, paper)
    fee = word("fee", Verdict.CORRECTED, {"text": "8.000 đồng"}, {"text": "Không thu"}, number=2)
    procedure = merge(sample(), [entry, fee], "UBND xã Ví Dụ").procedure
    write_files([procedure], tmp_path)
    content = content_of(tmp_path / "9.000001.toml")

    assert content.procedures == (procedure,)
    findings = check_content(content, PICTURES, date(2026, 11, 23))
    assert [f.line for f in findings if f.file != ALL_FILES] == []


def test_a_file_is_written_for_people_to_read() -> None:
    text = procedure_toml(sample())

    assert text.startswith('code = "9.000001"\ntitle = "Việc mẫu"\n')
    assert 'when = { who = ["other"] }' in text
    assert "review_by = 2027-01-01\n" in text
    assert "checked" not in text


@pytest.mark.parametrize(
    "value",
    ["", 'a "b" \\ c', "dòng\nmới\ttab", "\x7f", "Đỗ “x”", True, 7, 2.5, date(2026, 1, 2),
     [], ["a", "b"], {}, {"a-b": ["x"], "ô trống": "y"}, [{"id": "x"}]],
)  # fmt: skip
def test_a_literal_is_read_back_by_toml(value: object) -> None:
    assert tomllib.loads(f"key = {toml_literal(value)}") == {"key": value}


def test_what_toml_does_not_know_is_our_fault() -> None:
    with pytest.raises(BugError):
        toml_literal(None)


def test_a_wide_table_in_a_list_stands_below() -> None:
    table = {"items": [{"id": "a", "wide": {"k" * 50: "v" * 60}}, {"id": "b", "slim": {"x": "y"}}]}
    text = toml_text(table)

    assert tomllib.loads(text) == table
    assert "[items.wide]" in text
    assert 'slim = { x = "y" }' in text


class Desk:
    def __init__(self, exports: Path) -> None:
        self.store = FakeStore()
        load = OfficeContent((sample(), *SHIPPED[:2]))
        self.export = ContentExport(self.store, FakeClock(), lambda: load, exports)


def test_all_procedures_or_one_go_into_a_folder_named_by_the_moment(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    every = desk.export.begin("", LEAD)
    one = desk.export.begin("9.000001", LEAD)

    assert every.folder == tmp_path / "content-20261123-083000"
    assert write_files(every.procedures, every.folder) == 3
    assert len(list(every.folder.glob("*.toml"))) == 3
    assert one.procedures == (sample(),)
    lines = desk.store.audited(AuditAction.CONTENT_EXPORTED)
    assert [(line.subject, line.detail) for line in lines] == [
        ("", "files=3"),
        ("9.000001", "files=1"),
    ]


def test_only_a_lead_exports(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="lead's duty"):
        Desk(tmp_path).export.begin("", SUPPORTER)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError) as refused:
        write_files([sample()], tmp_path / "file" / "below")

    assert "file" in refused.value.log_line
