"""`slip verify`: 0 for the payload that stands, 1 with the reason for any other, 2 for none."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.app import open_office
from kiosk.domain.slip_code import SlipMark, new_code, sign
from kiosk.services.keys import FileKeyStore, KeyRing
from kiosk.services.paths import DataPaths
from tests.kiosk.commands.running import Command, Printed, run


@pytest.fixture
def payloads(printed_office: Printed, data: DataPaths) -> dict[str, str]:
    """Return one payload of each kind, signed with the office's own key where that matters."""
    key = KeyRing(FileKeyStore(data.key_file)).key()
    newest = printed_office.newest
    return {
        "papers": newest,
        "replaced": printed_office.former,
        "unknown": sign(SlipMark(new_code(), 1), key.office_tag, key.slip_key),
        "forged": sign(SlipMark(new_code(), 1), key.office_tag, b"another key"),
        "foreign": sign(SlipMark(new_code(), 1), key.office_tag ^ 1, key.slip_key),
        "damaged": newest[:-1],
        "address": "https://dichvucong.gov.vn/",
        "nothing": "",
    }


def test_the_printed_payload_stands(printed_office: Printed) -> None:
    ran = run("slip", "verify", "--data-dir", printed_office.folder, printed_office.newest)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("papers ")
    assert " v2: " in ran.out
    assert len(ran.lines) == 1


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        ("replaced", "replaced"),
        ("unknown", "unknown"),
        ("forged", "forged"),
        ("foreign", "foreign"),
        ("damaged", "damaged"),
        ("nothing", "foreign"),
    ],
)
def test_any_other_payload_gets_its_reason(
    command: Command, data: DataPaths, payloads: dict[str, str], payload: str, kind: str
) -> None:
    ran = command("slip", "verify", "--data-dir", data.root, payloads[payload])
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.startswith(kind)
    assert len(ran.lines) == 1


def test_a_code_of_something_else_does_not_stand(
    command: Command, data: DataPaths, payloads: dict[str, str]
) -> None:
    assert command("slip", "verify", "--data-dir", data.root, payloads["address"]).code == 1


def test_without_the_key_there_is_no_answer(
    command: Command, data: DataPaths, printed_office: Printed
) -> None:
    data.key_file.unlink()
    told = command("slip", "verify", "--data-dir", data.root, printed_office.newest).told()
    assert "no office key" in told


def test_the_key_of_another_office_gives_no_answer(
    command: Command, data: DataPaths, printed_office: Printed
) -> None:
    FileKeyStore(data.key_file).save(b"sixteen bytes!!!")
    told = command("slip", "verify", "--data-dir", data.root, printed_office.newest).told()
    assert "key check differs" in told


def test_a_damaged_key_gives_no_answer(
    command: Command, data: DataPaths, printed_office: Printed
) -> None:
    data.key_file.write_bytes(b"short")
    told = command("slip", "verify", "--data-dir", data.root, printed_office.newest).told()
    assert "office.key: 5 bytes" in told


def test_a_corrupt_database_gives_no_answer_and_is_left_alone(
    command: Command, data: DataPaths
) -> None:
    damaged = b"not a database" * 1000
    data.database.write_bytes(damaged)
    assert "SQLITE_NOTADB" in command("slip", "verify", "--data-dir", data.root, "X").told()
    assert data.database.read_bytes() == damaged


def test_a_newer_database_gives_no_answer(command: Command, data: DataPaths) -> None:
    with closing(sqlite3.connect(data.database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "9999" in command("slip", "verify", "--data-dir", data.root, "X").told()


def test_another_programs_database_gives_no_answer(command: Command, tmp_path: Path) -> None:
    paths = DataPaths(tmp_path)
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")
    assert "alembic_version" in command("slip", "verify", "--data-dir", tmp_path, "X").told()


def test_a_slip_is_verified_while_the_windows_are_open(
    command: Command, data: DataPaths, printed_office: Printed
) -> None:
    office = open_office(data, demo=True)
    try:
        ran = command("slip", "verify", "--data-dir", data.root, printed_office.newest)
    finally:
        office.close()
    assert ran.code == 0


def test_an_office_that_was_moved_keeps_its_slips(
    command: Command, data: DataPaths, printed_office: Printed, tmp_path: Path
) -> None:
    moved = shutil.move(data.root, tmp_path / "Dữ liệu của xã")
    assert command("slip", "verify", "--data-dir", moved, printed_office.newest).code == 0
