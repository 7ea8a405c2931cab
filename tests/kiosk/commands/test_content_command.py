"""`content`: checking what is shipped and edited, writing files, taking the national catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.app import open_office
from kiosk.domain.content_review import Plain
from kiosk.services.paths import DataPaths
from resources import lesson_files, procedure_files, search_files
from tests.fakes import FakeClock
from tests.kiosk.commands.running import Command, contents


@pytest.fixture
def before_any_review(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the clock on a day on which no shipped fact waits for its review."""
    monkeypatch.setattr("kiosk.services.clock.SystemClock.now", lambda _self: FakeClock().now())


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    """Return a copy of a shipped procedure."""
    shipped = procedure_files()[0]
    copy = tmp_path / shipped.name
    copy.write_text(shipped.read_text("utf-8"), "utf-8")
    return copy


def test_what_is_shipped_is_in_order(command: Command) -> None:
    ran = command("content", "check")
    assert (ran.code, ran.err) == (0, "")
    files = [*procedure_files(), *lesson_files(), *search_files()]
    assert ran.lines[-1].startswith(f"{len(files)} files, ")
    assert not any(line.startswith("error") for line in ran.lines)


@pytest.mark.usefixtures("before_any_review")
def test_one_file_is_not_blamed_for_the_others(command: Command, own_file: Path) -> None:
    ran = command("content", "check", own_file)
    assert (ran.code, ran.out) == (0, "1 files, 0 findings\n")


def test_a_mistake_is_named_by_file_and_key(command: Command, own_file: Path) -> None:
    text = own_file.read_text("utf-8")
    own_file.write_text(text.replace("title = ", "titel = ", 1), "utf-8")
    ran = command("content", "check", own_file)
    assert (ran.code, ran.err) == (1, "")
    assert ran.lines[0].startswith(f"error: {own_file.name}: ")
    assert "titel" in ran.lines[0] or "title" in ran.lines[0]


def test_a_file_that_is_not_there_is_told(command: Command, tmp_path: Path) -> None:
    missing = tmp_path / "1.toml"
    assert f"no such file: {missing}" in command("content", "check", missing).told()


# The office's edits

BIRTH = "1.001193"
TABLE = """\
code\tname\tfield\tlevel\tdecision\turl
8.000010\tViệc mẫu một\tMẫu\tCấp xã\t1/QĐ\thttps://dichvucong.gov.vn/a
8.000020\tViệc mẫu hai\tMẫu\tCấp xã\t1/QĐ\thttp://example.com/b
"""


def edited(data: DataPaths, path: str, value: Plain) -> None:
    """Let the lead correct a fact of birth registration."""
    office = open_office(data, demo=True)
    lead = next(staff for staff in office.accounts.staff() if staff.name == "Mai")
    office.content.correct(BIRTH, path, value, lead)
    office.close()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Return a table of two rows, one of them bad."""
    file = tmp_path / "danh-muc.tsv"
    file.write_text(TABLE, "utf-8")
    return file


def test_the_office_s_edits_are_checked_too(command: Command, data: DataPaths) -> None:
    assert command("content", "check", "--data-dir", data.root).code == 0
    edited(data, "summary", "Có lỗi thì gọi cán bộ.")
    ran = command("content", "check", "--data-dir", data.root)

    assert (ran.code, ran.err) == (1, "")
    assert f"error: {BIRTH}.toml: summary: says “lỗi”" in ran.lines
    assert command("content", "check").code == 0


def test_files_and_a_data_folder_are_not_checked_together(
    command: Command, data: DataPaths, own_file: Path
) -> None:
    ran = command("content", "check", "--data-dir", data.root, own_file)

    assert "not both" in ran.told()


@pytest.mark.usefixtures("before_any_review")
def test_exported_files_hold_the_edits_and_pass_the_check(
    command: Command, data: DataPaths, tmp_path: Path
) -> None:
    edited(data, "fee", {"text": "Không thu tại xã này"})
    out = tmp_path / "out"
    ran = command("content", "export", out, "--data-dir", data.root)

    assert (ran.code, ran.out) == (0, f"{len(procedure_files())} files in {out}\n")
    assert "Không thu tại xã này" in (out / f"{BIRTH}.toml").read_text("utf-8")
    files = sorted(out.glob("*.toml"))
    ran = command("content", "check", *files)
    untranslated = f"warning: {BIRTH}.toml: fee.text: has no English: Không thu tại xã này"
    assert ran.lines == [untranslated, f"{len(files)} files, 1 findings"]
    assert ran.code == 0


def test_an_export_into_a_file_is_told(command: Command, data: DataPaths, own_file: Path) -> None:
    assert own_file.name in command("content", "export", own_file, "--data-dir", data.root).told()


# The national catalogue


def test_the_catalogue_is_taken_and_bad_rows_are_named(
    command: Command, data: DataPaths, table: Path
) -> None:
    ran = command("content", "import-catalogue", table, "--data-dir", data.root)

    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].startswith("line 3: ")
    assert ran.lines[1] == "1 taken, 1 left out"
    office = open_office(data, demo=True)
    assert [entry.code for entry in office.catalogue.national] == ["8.000010"]
    found = office.catalogue.national_by_code("8.000010")
    assert found is not None
    assert found.name == "Việc mẫu một"
    office.close()


def test_a_table_that_is_none_changes_nothing(
    command: Command, data: DataPaths, own_file: Path, table: Path
) -> None:
    command("content", "import-catalogue", table, "--data-dir", data.root)
    before = contents(data.root)
    refused = command("content", "import-catalogue", own_file, "--data-dir", data.root)

    assert "no heading" in refused.told()
    office = open_office(data, demo=True)
    assert len(office.catalogue.national) == 1
    office.close()
    assert set(contents(data.root)) == set(before)


def test_a_folder_without_data_takes_no_catalogue(
    command: Command, tmp_path: Path, table: Path
) -> None:
    ran = command("content", "import-catalogue", table, "--data-dir", tmp_path / "nothing")

    assert "no database" in ran.told()


def test_a_table_that_is_not_there_is_told(command: Command, data: DataPaths) -> None:
    ran = command("content", "import-catalogue", "gone.tsv", "--data-dir", data.root)

    assert "gone.tsv" in ran.told()
