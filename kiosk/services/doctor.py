"""Looks over an installation: data folder, database, key, backups, fonts, content and the rest.

Whatever needs Qt or the database is handed in as a probe. A probe that breaks is a finding too and
never a crash: the doctor is called when something is wrong already. What it says is for whoever
looks after the machine, one line of English as in the log; nothing of it reaches a citizen.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from kiosk.domain.calendar import OFFICE_ZONE, office_time
from kiosk.domain.errors import KnownError
from kiosk.services.ports import PrinterState

RELEASED = datetime(2026, 11, 1, tzinfo=UTC)
"""No honest clock of a machine that runs this version shows less."""

CLOCK_SLACK = timedelta(minutes=5)
"""Counters that share a database are never to the second together."""

BACKUP_WARN_AFTER = timedelta(days=2)
BACKUP_FAIL_AFTER = timedelta(days=7)
DISK_WARN_BELOW = 2_000_000_000
DISK_WARN_SHARE = 0.10
DISK_FAIL_BELOW = 500_000_000
SPOKEN_LANGUAGE = "vi"

SET_UP = "run the set-up: dong-hanh-so run"
RUN_AGAIN = "mend what this line names, then run the doctor again"


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

    @property
    def line(self) -> str:
        """The check as one line: "warn key: none yet — run the set-up"."""
        told = f"{self.state} {self.name}: {self.detail}"
        return " ".join((f"{told} — {self.cure}" if self.cure else told).split())


@dataclass(frozen=True, slots=True)
class Found:
    """How many of something are good, and a line for each that is not."""

    good: int
    problems: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class DiskSpace:
    """Bytes of the disk that holds a path."""

    free: int
    total: int


@dataclass(frozen=True, slots=True)
class Probes:
    """How to look.

    `database` (integrity and migration) and `key` (does it open the database) judge by themselves,
    so they return a Check. `newest_backup` is when the newest good backup was made, and None in its
    place says that there is nothing of ours to back up. `second_folder` holds the second copies,
    and `newest_copy` is when the newest one there was made. `voices` are the ways to read aloud,
    each with its languages ("vi"); `last_written` is when the data were last changed; `utc_offset`
    is that of the machine's own time zone.
    """

    data_folder: Path
    now: Callable[[], datetime]
    database: Callable[[], Check]
    key: Callable[[], Check]
    newest_backup: Callable[[], datetime | None] | None
    second_folder: Path | None
    newest_copy: Callable[[], datetime | None]
    fonts: Callable[[], Found]
    content: Callable[[], Found]
    printers: Callable[[], Sequence[str]]
    printer_state: Callable[[str], PrinterState]
    chosen_printer: str
    voices: Callable[[], Mapping[str, Sequence[str]]]
    last_written: Callable[[], datetime | None]
    utc_offset: Callable[[], timedelta]
    disk: Callable[[Path], DiskSpace]


def run_checks(probes: Probes) -> tuple[Check, ...]:
    """Return every check, in the order of what has to work first."""
    checks: tuple[tuple[str, Callable[[Probes], Check]], ...] = (
        ("data_folder", _data_folder),
        ("database", _database),
        ("key", _key),
        ("backup", _backup),
        ("second_backup", _second_backup),
        ("fonts", _fonts),
        ("content", _content),
        ("printers", _printers),
        ("voices", _voices),
        ("clock", _clock),
        ("disk", _disk),
    )
    return tuple(_guarded(name, check, probes) for name, check in checks)


def worst(checks: Iterable[Check]) -> CheckState:
    """Return the gravest verdict among `checks`."""
    states = {check.state for check in checks}
    return next((s for s in (CheckState.FAIL, CheckState.WARN) if s in states), CheckState.OK)


def existing_part(path: Path) -> Path:
    """Return `path`, or the nearest folder above it that is there."""
    return next((part for part in (path, *path.parents) if part.exists()), path)


def _guarded(name: str, check: Callable[[Probes], Check], probes: Probes) -> Check:
    try:
        return check(probes)
    except KnownError as error:
        return Check(name, CheckState.FAIL, error.log_line, RUN_AGAIN)
    except OSError as error:
        told = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        return Check(name, CheckState.FAIL, told, RUN_AGAIN)
    except Exception as error:  # noqa: BLE001 - a broken probe is a finding
        cure = "send this line to whoever installed the program"
        return Check(name, CheckState.FAIL, f"{type(error).__name__}: {error}", cure)


def _data_folder(probes: Probes) -> Check:
    folder = probes.data_folder
    try:
        there = existing_part(folder)
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        cure = "let this account write there, or name another folder with --data-dir"
        return Check("data_folder", CheckState.FAIL, f"{folder}: {error.strerror}", cure)
    if there != folder:
        return Check("data_folder", CheckState.WARN, f"{folder}: not there yet", SET_UP)
    return Check("data_folder", CheckState.OK, str(folder))


def _database(probes: Probes) -> Check:
    return probes.database()


def _key(probes: Probes) -> Check:
    return probes.key()


def _backup(probes: Probes) -> Check:
    if probes.newest_backup is None:
        return Check("backup", CheckState.OK, "nothing here to back up")
    newest = probes.newest_backup()
    cure = "run: dong-hanh-so backup"
    if newest is None:
        return Check("backup", CheckState.WARN, "no good backup yet", cure)
    age = probes.now() - newest
    detail = f"newest good one {_shown(newest)}"
    if age <= BACKUP_WARN_AFTER:
        return Check("backup", CheckState.OK, detail)
    state = CheckState.FAIL if age > BACKUP_FAIL_AFTER else CheckState.WARN
    return Check("backup", state, f"{detail}, {age.days} days old", cure)


def _second_backup(probes: Probes) -> Check:
    """Trouble here stops nothing, as the first folder has the same backups."""
    folder, name = probes.second_folder, "second_backup"
    if folder is None:
        return Check(name, CheckState.OK, "no second backup folder chosen")
    cure = "plug the stick or disk in, or choose another second_backup_folder in settings.toml"
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        newest = probes.newest_copy()
    except OSError as error:
        return Check(name, CheckState.WARN, f"{folder}: {error.strerror}", cure)
    if newest is None or probes.now() - newest > BACKUP_WARN_AFTER:
        when = f"newest {_shown(newest)}" if newest else "no backup there yet"
        return Check(name, CheckState.WARN, f"{folder}: {when}", "run: dong-hanh-so backup")
    return Check(name, CheckState.OK, f"{folder}: newest {_shown(newest)}")


def _fonts(probes: Probes) -> Check:
    fonts = probes.fonts()
    if fonts.problems or not fonts.good:
        detail = "; ".join(fonts.problems) or "no fonts"
        return Check("fonts", CheckState.FAIL, detail, "install the program again")
    return Check("fonts", CheckState.OK, f"{fonts.good} faces of Be Vietnam Pro")


def _content(probes: Probes) -> Check:
    content = probes.content()
    detail = f"{content.good} procedures"
    if not content.good:
        return Check("content", CheckState.FAIL, detail, "install the program again")
    if content.problems:
        told = f"{detail}; {len(content.problems)} findings: {content.problems[0]}"
        return Check("content", CheckState.WARN, told, "run: dong-hanh-so content check")
    return Check("content", CheckState.OK, detail)


_PRINTER_CURES = {
    PrinterState.UNKNOWN_PRINTER: "plug that printer in, or choose another in the set-up",
    PrinterState.STOPPED: "look for paper and an open lid, then resume the printer",
    PrinterState.NO_SPOOLER: "start the system's print service (Print Spooler, CUPS)",
    PrinterState.NONE_CHOSEN: "choose a printer in the set-up; until then slips are kept as PDF",
}


def _printers(probes: Probes) -> Check:
    """A missing printer is no failure: slips are kept as PDF."""
    chosen = probes.chosen_printer
    state = probes.printer_state(chosen) if chosen else PrinterState.NONE_CHOSEN
    if state is PrinterState.READY:
        return Check("printers", CheckState.OK, chosen)
    known = ", ".join(probes.printers()) or "no printer found"
    why = f"{chosen}: {state.value.replace('_', ' ')}" if chosen else "none chosen"
    return Check("printers", CheckState.WARN, f"{why} ({known})", _PRINTER_CURES[state])


_VOICE_CURE = (
    "Windows: Settings, Time & language, Speech, Add voices, Tiếng Việt; Linux: install espeak-ng;"
    " or put recordings into the data folder's audio (dong-hanh-so audio render)"
)


def _voices(probes: Probes) -> Check:
    """Without a voice the citizen's pages have no button to read them aloud; no more than that."""
    voices = probes.voices()
    told = (f"{voice}: {', '.join(spoken)}" for voice, spoken in voices.items() if spoken)
    detail = "; ".join(told) or "none"
    if any(SPOKEN_LANGUAGE in spoken for spoken in voices.values()):
        return Check("voices", CheckState.OK, detail)
    return Check("voices", CheckState.WARN, f"no Vietnamese voice ({detail})", _VOICE_CURE)


def _clock(probes: Probes) -> Check:
    """The office's time is always right; a machine in another zone shows another time beside it."""
    now, written = probes.now(), probes.last_written()
    detail = f"{_shown(now)} {OFFICE_ZONE.key}"
    cure = "set the machine's date and time, and let it keep them from the network"
    if now < RELEASED:
        return Check("clock", CheckState.FAIL, f"{detail}: older than this program", cure)
    if written is not None and now < written - CLOCK_SLACK:
        told = f"{detail}: before what was last stored ({_shown(written)})"
        return Check("clock", CheckState.FAIL, told, cure)
    if probes.utc_offset() != office_time(now).utcoffset():
        cure = f"set the machine's time zone to {OFFICE_ZONE.key} (UTC+7)"
        return Check("clock", CheckState.WARN, f"{detail}: the machine has another zone", cure)
    return Check("clock", CheckState.OK, detail)


def _disk(probes: Probes) -> Check:
    space = probes.disk(existing_part(probes.data_folder))
    share = space.free / space.total if space.total else 0.0
    detail = f"{space.free / 1e9:.1f} GB free, {share:.0%}"
    if space.free >= DISK_WARN_BELOW and share >= DISK_WARN_SHARE:
        return Check("disk", CheckState.OK, detail)
    state = CheckState.FAIL if space.free < DISK_FAIL_BELOW else CheckState.WARN
    return Check("disk", state, detail, "delete or move files on the disk that holds the data")


def _shown(moment: datetime) -> str:
    """Return a moment on the office's clock, as the log writes it."""
    return f"{office_time(moment):%Y-%m-%d %H:%M}"
