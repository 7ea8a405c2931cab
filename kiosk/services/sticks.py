"""USB sticks: which are plugged in, which pictures and PDFs lie on them, and reading one of those.

Nothing is ever written to a stick and nothing on it is started. Names choose what is listed; what
a file is, its content decides when it is read.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

MOST_FILES = 60
MOST_PICTURE_BYTES = 40_000_000
_MOST_LOOKED_AT = 5_000
_DEEPEST = 4
_REMOVABLE = 2
"""Windows' number for a drive that can be taken out (GetDriveTypeW)."""
_LETTERS = 26
_MOUNTED_BELOW = ("/media", "/media/{user}", "/run/media/{user}", "/mnt")
_PDF_ENDINGS = frozenset({".pdf"})
_PICTURE_ENDINGS = frozenset(
    {".jpg", ".jpeg", ".jfif", ".png", ".webp", ".bmp", ".tif", ".tiff", ".heic", ".heif"}
)
_PDF_MARK, _MARK_WITHIN = b"%PDF-", 1024
_PICTURE_MARKS = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"BM", b"II*\x00", b"MM\x00*")
_WEBP, _HEIC = (b"RIFF", b"WEBP"), (b"ftyp", (b"heic", b"heix", b"mif1", b"msf1", b"hevc"))


class FileKind(Enum):
    """What a file is by its first bytes."""

    PDF = auto()
    PICTURE = auto()
    HEIC = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class StickFile:
    """A file that may be a paper; its name is the person's own and goes into no log."""

    path: Path
    size_bytes: int
    changed_at: datetime

    @property
    def is_pdf(self) -> bool:
        """Whether its name says that it is a PDF."""
        return self.path.suffix.lower() in _PDF_ENDINGS


def stick_roots() -> tuple[Path, ...]:
    """Return where the sticks of this machine begin."""
    return tuple(_windows_roots() if sys.platform == "win32" else _mounted_roots())


def papers_on(roots: Sequence[Path]) -> tuple[StickFile, ...]:
    """Return the pictures and PDFs below `roots`, newest first; none of a stick pulled out."""
    found: list[StickFile] = []
    looked_at = 0
    for root in roots:
        for path in _files_below(root, _DEEPEST):
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                break
            if path.suffix.lower() in _PDF_ENDINGS | _PICTURE_ENDINGS:
                found.extend(_described(path))
    return tuple(sorted(found, key=lambda file: file.changed_at, reverse=True)[:MOST_FILES])


def read_paper(file: StickFile, most_pdf_bytes: int) -> tuple[FileKind, bytes]:
    """Return what a file is, and its content; raises KnownError when it cannot be handed over."""
    try:
        with file.path.open("rb") as opened:
            data = opened.read(MOST_PICTURE_BYTES + 1)
    except OSError as error:
        raise KnownError(
            N_("Máy không đọc được USB nữa."),
            N_("Cắm lại USB, rồi chọn tệp lần nữa."),
            f"stick: {errno.errorcode.get(error.errno or 0, 'unknown')}",
        ) from error
    kind = kind_of(data)
    _refuse(kind, len(data), most_pdf_bytes)
    return kind, data


def kind_of(data: bytes) -> FileKind:
    """Return what the first bytes say; PDF allows a few others before its mark."""
    if _PDF_MARK in data[:_MARK_WITHIN]:
        return FileKind.PDF
    if data.startswith(_PICTURE_MARKS) or (data[:4], data[8:12]) == _WEBP:
        return FileKind.PICTURE
    is_heic = data[4:8] == _HEIC[0] and data[8:12] in _HEIC[1]
    return FileKind.HEIC if is_heic else FileKind.OTHER


def _refuse(kind: FileKind, size: int, most_pdf_bytes: int) -> None:
    """Raise KnownError for what no portal would take."""
    if size == 0:
        raise KnownError(
            N_("Tệp này trống, không có gì bên trong."),
            N_("Chọn tệp khác, hoặc chụp tờ giấy ở đây."),
            "stick: an empty file",
        )
    if kind in (FileKind.OTHER, FileKind.HEIC):
        raise KnownError(
            N_("Máy chưa mở được tệp kiểu này."),
            N_("Chọn ảnh khác, hoặc chụp tờ giấy ở đây."),
            f"stick: a file of kind {kind.name}",
        )
    if kind is FileKind.PDF and size > most_pdf_bytes:
        raise KnownError(
            N_("Tệp này quá lớn, Cổng không nhận."),
            N_("Chụp tờ giấy ở đây, máy tự làm tệp nhỏ."),
            f"stick: a PDF of more than {most_pdf_bytes} bytes",
        )
    if size > MOST_PICTURE_BYTES:
        raise KnownError(
            N_("Ảnh này quá lớn."),
            N_("Chọn ảnh khác, hoặc chụp tờ giấy ở đây."),
            f"stick: a picture of more than {MOST_PICTURE_BYTES} bytes",
        )


def _described(path: Path) -> Iterator[StickFile]:
    """Yield the file, unless it goes away while it is looked at."""
    try:
        told = path.stat()
    except OSError:
        return
    yield StickFile(path, told.st_size, datetime.fromtimestamp(told.st_mtime, UTC))


def _files_below(folder: Path, levels: int) -> Iterator[Path]:
    """Yield files, folder by folder; hidden ones and links are passed over."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    below: list[Path] = []
    for entry in entries:
        if entry.name.startswith((".", "$", "~")) or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            below.append(Path(entry.path))
        else:
            yield Path(entry.path)
    for path in below if levels > 1 else ():
        yield from _files_below(path, levels - 1)


def _mounted_roots() -> Iterator[Path]:
    user = os.environ.get("USER", "")
    for pattern in _MOUNTED_BELOW:
        try:
            below = sorted(Path(pattern.format(user=user)).iterdir())
        except OSError:
            continue
        yield from (path for path in below if path.is_mount())


def _windows_roots() -> Iterator[Path]:
    windows: object = getattr(ctypes, "windll", None)
    if windows is None:
        return
    kernel = windows.kernel32  # type: ignore[attr-defined]  # there on Windows only
    drives = int(kernel.GetLogicalDrives())
    for number in range(_LETTERS):
        root = f"{chr(ord('A') + number)}:\\"
        # A and B are floppy drives, which would spin up at every look.
        if number > 1 and drives >> number & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
            yield Path(root)
