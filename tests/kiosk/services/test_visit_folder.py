"""The visit's folder comes with its first file and goes with the visit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kiosk.services.visit_folder import VisitFolders


def test_a_folder_comes_with_its_first_file_and_nobody_else_may_look(tmp_path: Path) -> None:
    folder = VisitFolders(tmp_path / "visit").of("v1")
    assert not folder.path.exists()
    path = folder.new_file("trang", ".pdf")

    assert path.parent == folder.path
    assert path.name.startswith("trang-")
    assert path.suffix == ".pdf"
    if sys.platform != "win32":
        assert folder.path.stat().st_mode & 0o077 == 0


def test_every_file_has_a_name_of_its_own(tmp_path: Path) -> None:
    folder = VisitFolders(tmp_path).of("v1")

    assert len({folder.new_file("trang", ".pdf") for _ in range(20)}) == 20


def test_a_wipe_takes_everything_of_that_visit_alone(tmp_path: Path) -> None:
    folders = VisitFolders(tmp_path / "visit")
    one, other = folders.of("v1"), folders.of("v2")
    for folder in (one, other):
        folder.new_file("trang", ".pdf").write_bytes(b"x")
    (one.path / "sâu").mkdir()
    (one.path / "sâu" / "tệp").write_bytes(b"x")
    one.wipe()
    one.wipe()

    assert not one.path.exists()
    assert len(list(other.path.iterdir())) == 1


def test_the_start_wipes_what_any_visit_left(tmp_path: Path) -> None:
    folders = VisitFolders(tmp_path / "visit")
    folders.wipe_all()
    folders.of("v1").new_file("trang", ".pdf").write_bytes(b"x")
    folders.wipe_all()

    assert not folders.root.exists()


def test_a_folder_that_cannot_be_emptied_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    folder = VisitFolders(tmp_path).of("v1")
    folder.new_file("trang", ".pdf").write_bytes(b"x")
    monkeypatch.setattr("kiosk.services.visit_folder.shutil.rmtree", refuse)
    folder.wipe()

    assert caplog.messages == ["a visit's folder could not be emptied: Permission denied"]
