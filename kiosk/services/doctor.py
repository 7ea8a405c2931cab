"""Looks over an installation: data folder, database, backups, fonts, content, printer and the rest.

Whatever needs Qt or the database is handed in as a probe. A probe that breaks is a finding too and
never a crash: the doctor is called when something is wrong already.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from kiosk.domain.calendar import office_time
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.ports import PrinterState

RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
"""No honest clock of a machine that runs this version shows less."""

CLOCK_SLACK = timedelta(days=1)
BACKUP_WARN_AFTER = timedelta(days=2)
BACKUP_FAIL_AFTER = timedelta(days=7)
DISK_WARN_BELOW = 2_000_000_000
DISK_FAIL_BELOW = 500_000_000
SPOKEN_LANGUAGE = "vi"


class CheckState(StrEnum):
    """The verdict of one check."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name in the JSON, the verdict, what was found, and the cure."""

    name: str
    state: CheckState
    detail: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Probes:
    """How to look. `database` judges integrity and migration itself, so it returns a Check.

    `newest_backup` is None where backups are not ours (PostgreSQL). `content` returns the number of
    procedures and a line for each problem; `voices` the languages that can be spoken ("vi_VN");
    `last_written` when the data were last changed; `free_bytes` the room left beside a path.
    """

    data_folder: Path
    now: Callable[[], datetime]
    database: Callable[[], Check]
    newest_backup: Callable[[], datetime | None] | None
    font_files: Callable[[], Sequence[Path]]
    content: Callable[[], tuple[int, Sequence[str]]]
    printers: Callable[[], Sequence[str]]
    printer_state: Callable[[str], PrinterState]
    chosen_printer: str
    voices: Callable[[], Sequence[str]]
    last_written: Callable[[], datetime | None]
    free_bytes: Callable[[Path], int]


def run_checks(probes: Probes) -> tuple[Check, ...]:
    """Return every check, in the order of what has to work first."""
    checks: tuple[tuple[str, Callable[[Probes], Check]], ...] = (
        ("data_folder", _data_folder),
        ("database", _database),
        ("backup", _backup),
        ("fonts", _fonts),
        ("content", _content),
        ("printer", _printer),
        ("voice", _voice),
        ("clock", _clock),
        ("disk", _disk),
    )
    return tuple(_guarded(name, check, probes) for name, check in checks)


def worst(checks: Iterable[Check]) -> CheckState:
    """Return the gravest verdict among `checks`."""
    states = {check.state for check in checks}
    return next((s for s in (CheckState.FAIL, CheckState.WARN) if s in states), CheckState.OK)


def _guarded(name: str, check: Callable[[Probes], Check], probes: Probes) -> Check:
    try:
        return check(probes)
    except KnownError as error:
        message = error.message.format(**error.fields)
        return Check(name, CheckState.FAIL, message, error.cure.format(**error.fields))
    except Exception as error:  # noqa: BLE001 - a broken probe is a finding
        cure = N_("Gửi dòng này cho người cài đặt phần mềm.")
        return Check(name, CheckState.FAIL, f"{type(error).__name__}: {error}", cure)


def _data_folder(probes: Probes) -> Check:
    folder = probes.data_folder
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Check("data_folder", CheckState.OK, str(folder))
    except OSError as error:
        cure = N_("Cấp quyền ghi cho thư mục dữ liệu, hoặc chạy lại bộ cài.")
        return Check("data_folder", CheckState.FAIL, f"{folder}: {error.strerror}", cure)


def _database(probes: Probes) -> Check:
    return probes.database()


def _backup(probes: Probes) -> Check:
    if probes.newest_backup is None:
        return Check("backup", CheckState.OK, N_("Máy chủ dữ liệu tự lo việc sao lưu."))
    newest = probes.newest_backup()
    cure = N_("Chạy lệnh: dong-hanh-so backup")
    if newest is None:
        return Check("backup", CheckState.WARN, N_("Chưa có bản sao lưu nào."), cure)
    age = probes.now() - newest
    detail = f"Bản mới nhất: {office_time(newest):%d/%m/%Y %H:%M}"
    if age <= BACKUP_WARN_AFTER:
        return Check("backup", CheckState.OK, detail)
    state = CheckState.FAIL if age > BACKUP_FAIL_AFTER else CheckState.WARN
    return Check("backup", state, f"{detail}, đã {age.days} ngày", cure)


def _fonts(probes: Probes) -> Check:
    files = probes.font_files()
    broken = [file.name for file in files if not file.is_file() or not file.stat().st_size]
    if files and not broken:
        return Check("fonts", CheckState.OK, f"{len(files)} tệp")
    detail = ", ".join(broken) or "0 tệp"
    return Check("fonts", CheckState.FAIL, detail, N_("Cài lại phần mềm: thiếu phông chữ."))


def _content(probes: Probes) -> Check:
    count, problems = probes.content()
    detail = f"{count} thủ tục"
    if not count:
        cure = N_("Cài lại phần mềm: không có thủ tục nào.")
        return Check("content", CheckState.FAIL, detail, cure)
    if problems:
        cure = N_("Chạy lệnh: dong-hanh-so content check")
        return Check("content", CheckState.WARN, f"{detail}; {problems[0]}", cure)
    return Check("content", CheckState.OK, detail)


_PRINTER_CURES = {
    PrinterState.UNKNOWN_PRINTER: N_("Máy in đã chọn không còn. Chọn lại trong cài đặt."),
    PrinterState.STOPPED: N_("Máy in đang dừng. Xem giấy, nắp, rồi cho in tiếp."),
    PrinterState.NO_SPOOLER: N_("Bật dịch vụ in của hệ điều hành (Print Spooler, CUPS)."),
    PrinterState.NONE_CHOSEN: N_("Chọn máy in trong cài đặt. Chưa chọn thì phiếu lưu dạng PDF."),
}


def _printer(probes: Probes) -> Check:
    """A missing printer is no failure: slips are kept as PDF."""
    chosen = probes.chosen_printer
    state = probes.printer_state(chosen) if chosen else PrinterState.NONE_CHOSEN
    if state is PrinterState.READY:
        return Check("printer", CheckState.OK, chosen)
    known = ", ".join(probes.printers()) or "không thấy máy in nào"
    detail = f"{chosen or 'chưa chọn'} ({known})"
    return Check("printer", CheckState.WARN, detail, _PRINTER_CURES[state])


def _voice(probes: Probes) -> Check:
    spoken = sorted(set(probes.voices()))
    detail = ", ".join(spoken) or "không có giọng đọc"
    if any(language.lower().startswith(SPOKEN_LANGUAGE) for language in spoken):
        return Check("voice", CheckState.OK, detail)
    return Check(
        "voice", CheckState.WARN, detail, N_("Thêm giọng đọc tiếng Việt của hệ điều hành.")
    )


def _clock(probes: Probes) -> Check:
    now, written = probes.now(), probes.last_written()
    detail = f"{office_time(now):%d/%m/%Y %H:%M}"
    is_behind = written is not None and now < written - CLOCK_SLACK
    if now < RELEASED or is_behind:
        cure = N_("Chỉnh lại ngày giờ của máy và bật tự đồng bộ.")
        return Check("clock", CheckState.FAIL, detail, cure)
    return Check("clock", CheckState.OK, detail)


def _disk(probes: Probes) -> Check:
    free = probes.free_bytes(probes.data_folder)
    detail = f"còn {free / 1e9:.1f} GB"
    if free >= DISK_WARN_BELOW:
        return Check("disk", CheckState.OK, detail)
    state = CheckState.FAIL if free < DISK_FAIL_BELOW else CheckState.WARN
    return Check("disk", state, detail, N_("Xóa bớt tệp trên ổ đĩa chứa dữ liệu."))
