"""USB sticks: what is listed, what a file is by its content, and what is refused and why."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.domain.errors import KnownError
from kiosk.services import sticks
from kiosk.services.sticks import FileKind, StickFile, kind_of, papers_on, read_paper, stick_roots
from tests.support.sheets import jpeg, paper_image

LIMIT = 2 * 1024 * 1024


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a folder that stands for a stick."""
    root = tmp_path / "USB CUA BA"
    (root / "DCIM" / "100").mkdir(parents=True)
    return root


def put(path: Path, content: bytes = b"x", day: int = 1) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    moment = datetime(2026, 11, day, tzinfo=UTC).timestamp()
    os.utime(path, (moment, moment))
    return path


def of(path: Path) -> StickFile:
    return StickFile(path, path.stat().st_size, datetime.now(UTC))


def test_pictures_and_pdfs_are_listed_newest_first(stick: Path) -> None:
    put(stick / "giay.pdf", day=2)
    put(stick / "DCIM" / "100" / "IMG_1.JPG", day=9)
    put(stick / "anh.heic", day=4)
    for other in ("phim.mp4", "bai.docx", "chay.exe", "autorun.inf", "khong"):
        put(stick / other)

    found = papers_on([stick])

    assert [file.path.name for file in found] == ["IMG_1.JPG", "anh.heic", "giay.pdf"]
    assert [file.is_pdf for file in found] == [False, False, True]
    assert found[2].changed_at == datetime(2026, 11, 2, tzinfo=UTC)


def test_hidden_ones_links_and_depths_are_passed_over(stick: Path, tmp_path: Path) -> None:
    put(stick / ".Trashes" / "a.jpg")
    put(stick / "$RECYCLE.BIN" / "b.jpg")
    put(stick / ".c.jpg")
    put(stick / "1" / "2" / "3" / "4" / "d.jpg")
    (stick / "link.jpg").symlink_to(put(tmp_path / "outside" / "e.jpg"))
    (stick / "folder").symlink_to(tmp_path / "outside")

    assert papers_on([stick]) == ()


def test_no_more_than_sixty_are_listed(stick: Path) -> None:
    for number in range(70):
        put(stick / f"{number}.jpg")

    assert len(papers_on([stick])) == sticks.MOST_FILES


def test_a_stick_that_was_pulled_out_has_nothing(stick: Path) -> None:
    assert papers_on([stick / "gone"]) == ()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4", FileKind.PDF),
        (b"\xff\xd8\xff\xe0rest", FileKind.PICTURE),
        (b"\x89PNG\r\n\x1a\n", FileKind.PICTURE),
        (b"RIFF1234WEBPVP8 ", FileKind.PICTURE),
        (b"\x00\x00\x00\x18ftypheic", FileKind.HEIC),
        (b"RIFF1234WAVEfmt ", FileKind.OTHER),
        (b"MZ\x90\x00", FileKind.OTHER),
        (b"PK\x03\x04", FileKind.OTHER),
        (b"", FileKind.OTHER),
    ],
)
def test_content_decides_what_a_file_is(content: bytes, kind: FileKind) -> None:
    assert kind_of(content) is kind


def test_a_picture_and_a_pdf_are_read_whatever_they_are_called(stick: Path) -> None:
    photo = jpeg(paper_image(px_per_mm=3))
    assert read_paper(of(put(stick / "a.pdf", photo)), LIMIT) == (FileKind.PICTURE, photo)
    assert read_paper(of(put(stick / "b.jpg", b"%PDF-1.4 x")), LIMIT)[0] is FileKind.PDF


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Tệp này trống, không có gì bên trong."),
        (b"MZ\x90\x00 a program", "Máy chưa mở được tệp kiểu này."),
        (b"\x00\x00\x00\x18ftypheic....", "Máy chưa mở được tệp kiểu này."),
        (b"%PDF-1.4" + b"x" * LIMIT, "Tệp này quá lớn, Cổng không nhận."),
    ],
    ids=["empty", "program", "heic", "large"],
)
def test_what_no_portal_takes_is_refused_with_a_reason(
    stick: Path, content: bytes, message: str
) -> None:
    with pytest.raises(KnownError) as told:
        read_paper(of(put(stick / "cua ba Mau.pdf", content)), LIMIT)

    assert told.value.message == message
    assert told.value.cure
    assert "Mau" not in told.value.log_line


def test_a_photo_may_be_larger_than_a_pdf(stick: Path) -> None:
    photo = put(stick / "a.jpg", b"\xff\xd8\xff" + b"x" * LIMIT)
    assert read_paper(of(photo), LIMIT)[0] is FileKind.PICTURE


def test_a_photo_without_end_is_refused(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sticks, "MOST_PICTURE_BYTES", 100)
    with pytest.raises(KnownError, match="more than 100 bytes"):
        read_paper(of(put(stick / "a.jpg", b"\xff\xd8\xff" + b"x" * 100)), LIMIT)


def test_a_stick_pulled_out_while_a_file_is_chosen_is_said_calmly(stick: Path) -> None:
    file = of(put(stick / "a.jpg"))
    file.path.unlink()
    with pytest.raises(KnownError) as told:
        read_paper(file, LIMIT)

    assert told.value.message == "Máy không đọc được USB nữa."
    assert "ENOENT" in told.value.log_line


# Where sticks are


def test_only_what_is_mounted_counts_as_a_stick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    media = tmp_path / "media"
    for name in ("USB", "left-over"):
        (media / name).mkdir(parents=True)
    monkeypatch.setattr(sticks, "_MOUNTED_BELOW", (str(media), str(tmp_path / "missing")))
    is_mount: Callable[[Path], bool] = lambda path: path.name == "USB"  # noqa: E731
    monkeypatch.setattr(Path, "is_mount", is_mount)

    assert stick_roots() == (media / "USB",)


class Kernel:
    """Windows' answers for drives A, C, E (removable) and F (a disc)."""

    def GetLogicalDrives(self) -> int:
        return 0b110101

    def GetDriveTypeW(self, root: str) -> int:
        assert root != "A:\\", "a floppy drive would spin up"
        return {"C:\\": 3, "E:\\": 2, "F:\\": 5}[root]


class Windows:
    kernel32 = Kernel()


def test_on_windows_only_removable_drives_are_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", Windows, raising=False)

    assert stick_roots() == (Path("E:\\"),)
