"""`content check` on the shipped procedures and on a file of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources import lesson_files, procedure_files
from tests.kiosk.commands.running import Command


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
    files = [*procedure_files(), *lesson_files()]
    assert ran.lines[-1].startswith(f"{len(files)} files, ")
    assert not any(line.startswith("error") for line in ran.lines)


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
