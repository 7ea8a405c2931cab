"""The local journal: what a visit leaves behind waits here while the database does not answer.

An append-only file of JSON lines in the data folder, each safe on the disk before the next one.
Once something waits, whatever follows waits behind it, so that all of it arrives in order. A line
may arrive twice (a crash between storing and clearing): ids make the second time change nothing.
Lines hold the anonymous marks of visits and the ids of calls taken back, and nothing else.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kiosk.domain.errors import KnownError
from kiosk.domain.help_call import CancelReason
from kiosk.domain.visit import VisitEnd, VisitEvent
from kiosk.domain.words import N_

log = logging.getLogger(__name__)


class Happened(StrEnum):
    """What a line tells."""

    STARTED = "started"
    MARKED = "marked"
    ENDED = "ended"
    RESTARTED = "restarted"
    TOOK_BACK = "took_back"


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One thing that happened on a device; `event` is the mark of `MARKED` and `ENDED`.

    `RESTARTED` ends the device's visits that began before `at`, all but the one named.
    `TOOK_BACK` is of the call `call_id`, for `reason`.
    """

    what: Happened
    device: str
    at: datetime
    visit_id: str = ""
    event: VisitEvent | None = None
    how: VisitEnd | None = None
    call_id: str = ""
    reason: CancelReason | None = None


_ADAPTER = TypeAdapter(JournalLine)


class Journal:
    """The file at `path`; used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        try:
            return self._path.stat().st_size == 0
        except FileNotFoundError:
            return True

    def append(self, line: JournalLine) -> None:
        """Add a line and return once it is on the disk; raises KnownError when the disk refuses."""
        try:
            _append(self._path, _ADAPTER.dump_json(line))
        except OSError as error:
            raise KnownError(
                N_("Không ghi được vào thư mục dữ liệu."),
                N_("Kiểm tra ổ đĩa còn chỗ và quyền ghi."),
                f"{self._path.name}: {error.strerror}",
            ) from error

    def lines(self) -> Iterator[JournalLine]:
        """Yield what waits, oldest first; a line torn by a power cut is passed over."""
        if self.is_empty:
            return
        for number, raw in enumerate(self._path.read_bytes().splitlines(), 1):
            try:
                yield _ADAPTER.validate_json(raw)
            except ValidationError:
                log.warning("%s: line %d cannot be read", self._path.name, number)

    def clear(self) -> None:
        """Forget all lines: they have arrived."""
        self._path.unlink(missing_ok=True)

    def set_aside(self, line: JournalLine) -> None:
        """Keep a line that the database will never take in a file beside this one."""
        _append(self._path.with_suffix(".refused.jsonl"), _ADAPTER.dump_json(line))


def _append(path: Path, raw: bytes) -> None:
    """Append one line to `path`, closing one that was torn; raises OSError."""
    is_new = not path.exists()
    with path.open("ab+") as file:
        if not is_new and _is_torn(path):
            file.write(b"\n")
        file.write(raw + b"\n")
        file.flush()
        os.fsync(file.fileno())
    if is_new and os.name == "posix":
        _sync_folder(path.parent)


def _is_torn(path: Path) -> bool:
    with path.open("rb") as file:
        if file.seek(0, os.SEEK_END) == 0:
            return False
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def _sync_folder(folder: Path) -> None:
    """Put a new file's name on the disk too; Windows does that by itself."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
