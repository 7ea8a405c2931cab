"""`backup` and `restore` on a real office: in use, damaged, or not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.health import DatabaseState, inspect_database
from kiosk.app import open_office
from kiosk.services.paths import DataPaths
from kiosk.services.settings import Settings, save_settings
from kiosk.services.villages import check_village
from tests.kiosk.commands.running import Command, Printed, Ran


@pytest.fixture
def backed_up(command: Command, data: DataPaths) -> Path:
    """Make one backup of the office and return its file."""
    return Path(command("backup", "--data-dir", data.root).out.strip())


def villages(data: DataPaths) -> tuple[str, ...]:
    office = open_office(data, demo=True)
    try:
        return tuple(village.name for village in office.setup.villages())
    finally:
        office.close()


def rename_villages(data: DataPaths, name: str) -> None:
    office = open_office(data, demo=True)
    lead = next(one for one in office.accounts.staff() if one.name == "Mai")
    office.setup.save_villages([check_village(name)], lead)
    office.close()


def restored(ran: Ran) -> Path:
    assert (ran.code, ran.err) == (0, "")
    return Path(ran.out.removesuffix("\n"))


def test_a_backup_says_where_it_lies_and_is_good(command: Command, data: DataPaths) -> None:
    ran = command("backup", "--data-dir", data.root)
    assert (ran.code, ran.err) == (0, "")
    backup = Path(ran.out.removesuffix("\n"))
    assert backup.parent == data.backups
    health = inspect_database(backup, thorough=True, is_backup=True)
    assert health.state is DatabaseState.OK


def test_a_backup_is_made_while_the_windows_are_open(command: Command, data: DataPaths) -> None:
    office = open_office(data, demo=True)
    try:
        assert command("backup", "--data-dir", data.root).code == 0
    finally:
        office.close()


def test_the_second_folder_gets_a_copy(command: Command, data: DataPaths, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    save_settings(data.settings, Settings(second_backup_folder=str(stick)))
    backup = restored(command("backup", "--data-dir", data.root))
    assert (stick / backup.name).read_bytes() == backup.read_bytes()


def test_a_missing_stick_is_told_and_stops_nothing(
    command: Command, data: DataPaths, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    not_a_folder = tmp_path / "stick"
    not_a_folder.write_text("")
    save_settings(data.settings, Settings(second_backup_folder=str(not_a_folder)))
    ran = command("backup", "--data-dir", data.root)
    assert (ran.code, len(ran.lines)) == (0, 1)
    assert "second backup folder" in caplog.text


def test_a_damaged_database_makes_no_backup(command: Command, data: DataPaths) -> None:
    data.database.write_bytes(b"not a database" * 1000)
    assert "SQLITE_NOTADB" in command("backup", "--data-dir", data.root).told()
    assert list(data.backups.iterdir()) == []


def test_the_newest_backup_is_restored_and_the_rest_kept(
    command: Command, data: DataPaths, backed_up: Path
) -> None:
    before = villages(data)
    rename_villages(data, "Thôn Mới")
    assert villages(data) == ("Thôn Mới",)
    assert restored(command("restore", "--data-dir", data.root)) == backed_up
    assert villages(data) == before
    assert len(list(data.root.glob("dong-hanh-so.replaced-*.db"))) == 1


def test_a_named_backup_is_restored(command: Command, data: DataPaths, backed_up: Path) -> None:
    before = villages(data)
    rename_villages(data, "Thôn Mới")
    restored(command("backup", "--data-dir", data.root))
    named = command("restore", "--data-dir", data.root, backed_up)
    assert restored(named) == backed_up
    assert villages(data) == before


def test_a_corrupt_database_is_replaced(
    command: Command, data: DataPaths, backed_up: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = villages(data)
    data.database.write_bytes(b"not a database" * 1000)
    ran = command("restore", "--data-dir", data.root)
    assert (ran.code, ran.out) == (0, f"{backed_up}\n")
    assert "could not be closed cleanly" in caplog.text
    assert villages(data) == before


def test_a_damaged_backup_is_passed_over(
    command: Command, data: DataPaths, backed_up: Path, caplog: pytest.LogCaptureFixture
) -> None:
    newer = restored(command("backup", "--data-dir", data.root))
    newer.write_bytes(newer.read_bytes()[:5000])
    ran = command("restore", "--data-dir", data.root)
    assert (ran.code, ran.out) == (0, f"{backed_up}\n")
    assert newer.name in caplog.text


def test_a_lost_database_comes_back(command: Command, data: DataPaths, backed_up: Path) -> None:
    data.database.unlink()
    assert restored(command("restore", "--data-dir", data.root)) == backed_up
    assert len(villages(data)) == 3


def test_without_backups_nothing_is_restored(
    command: Command, data: DataPaths, tmp_path: Path
) -> None:
    before = data.database.read_bytes()
    assert "no good backup" in command("restore", "--data-dir", data.root).told()
    assert data.database.read_bytes() == before
    assert "no good backup" in command("restore", "--data-dir", tmp_path / "none").told()
    assert not (tmp_path / "none").exists()


def test_what_is_no_backup_is_not_restored(
    command: Command, data: DataPaths, tmp_path: Path
) -> None:
    before = data.database.read_bytes()
    letter = tmp_path / "letter.db"
    letter.write_text("Kính gửi")
    for wrong in (letter, tmp_path / "none.db", tmp_path):
        command("restore", "--data-dir", data.root, wrong).told()
    assert "letter.db" in command("restore", "--data-dir", data.root, letter).told()
    assert data.database.read_bytes() == before


@pytest.mark.usefixtures("backed_up")
def test_nothing_is_restored_under_open_windows(command: Command, data: DataPaths) -> None:
    office = open_office(data, demo=True)
    try:
        office.setup.villages()
        assert "dong-hanh-so.db" in command("restore", "--data-dir", data.root).told()
    finally:
        office.close()


@pytest.mark.parametrize("words", ["backup", "restore"])
def test_a_servers_backups_are_its_own(command: Command, tmp_path: Path, words: str) -> None:
    save_settings(DataPaths(tmp_path).settings, Settings(database_url="postgresql://server/office"))
    assert "database_url" in command(words, "--data-dir", tmp_path).told()


def test_the_backup_of_one_office_opens_with_its_key_only(
    command: Command, data: DataPaths, printed_office: Printed, backed_up: Path, tmp_path: Path
) -> None:
    """A restored database without the office's key answers nothing until the sheet is typed."""
    other = tmp_path / "other"
    restored(command("restore", "--data-dir", other, backed_up))
    verify = ("slip", "verify", "--data-dir", other, printed_office.newest)
    assert "no office key" in command(*verify).told()
    DataPaths(other).key_file.write_bytes(data.key_file.read_bytes())
    assert command(*verify).code == 0
