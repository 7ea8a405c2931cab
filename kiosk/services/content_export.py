"""Writes the office's procedures as complete files, which load to the very same procedures.

Shared steps are written out, so a file stands on its own. The office's word on single facts stays
in the database: in another office's hands it would vouch for what that office never looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import office_time
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.procedure import Procedure
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.atomic import write_text
from kiosk.services.catalogue import OfficeContent
from kiosk.services.content import parse_procedure, sparse_table_of
from kiosk.services.english_check import live_english
from kiosk.services.ports import Clock, Store
from kiosk.services.roles import require_lead
from kiosk.services.toml_text import toml_text
from kiosk.services.trail import audit_entry


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written, and into which folder."""

    procedures: tuple[Procedure, ...]
    folder: Path


def procedure_toml(procedure: Procedure) -> str:
    """Return the whole file of a procedure; BugError when it would not load to the same one.

    A translation of what the office has corrected is left out: it would stand beside nothing.
    """
    procedure = replace(procedure, english=live_english(procedure))
    text = toml_text(sparse_table_of(procedure))
    if parse_procedure(text, f"{procedure.code}.toml", {}) != procedure:
        raise BugError(f"the file of {procedure.code} does not load to the same procedure")
    return text


class ContentExport:
    """Each export goes into a folder of its own below `exports`, named by the moment."""

    def __init__(
        self, store: Store, clock: Clock, load: Callable[[], OfficeContent], exports: Path
    ) -> None:
        self._store = store
        self._clock = clock
        self._load = load
        self._exports = exports

    def begin(self, code: str, by: Staff) -> Export:
        """Return what `write_files` is to write: one procedure, or all without a code; audited."""
        require_lead(by)
        every = self._load().procedures
        chosen = tuple(one for one in every if code in ("", one.code))
        with self._store.write() as records:
            action, detail = AuditAction.CONTENT_EXPORTED, f"files={len(chosen)}"
            records.audit.add(audit_entry(self._clock, by.id, action, code, detail))
        return Export(chosen, self._exports / _folder_name(self._clock.now()))


def write_files(procedures: Iterable[Procedure], folder: Path) -> int:
    """Write each procedure into `folder` under its code; return how many. Raises KnownError."""
    count = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for procedure in procedures:
            write_text(folder / f"{procedure.code}.toml", procedure_toml(procedure))
            count += 1
    except OSError as error:
        raise KnownError(
            N_("Chưa ghi được tệp nội dung vào {folder}."),
            N_("Kiểm tra ổ đĩa còn chỗ và quyền ghi, rồi xuất lại."),
            f"{folder}: {error.strerror}",
            folder=str(folder),
        ) from error
    return count


def _folder_name(now: datetime) -> str:
    return f"content-{office_time(now):%Y%m%d-%H%M%S}"
