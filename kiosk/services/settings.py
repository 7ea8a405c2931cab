"""Facts of this machine: its counter, panel, printer, paper and database.

`settings.toml` is read tolerantly, because a kiosk must start: a bad value is logged with its key
and replaced by the default, an unknown key is logged and left alone. Only where the office's
database is, is never guessed. It is written atomically.
"""

from __future__ import annotations

import logging
import platform
import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from kiosk.domain.errors import KnownError
from kiosk.domain.idle import WARN_AFTER_RANGE, WARN_AFTER_SECONDS
from kiosk.domain.person import RETENTION_DAYS, RETENTION_RANGE
from kiosk.domain.slip import Paper
from kiosk.domain.stuck import (
    DIFFERENCES,
    QUIET_FLOOR_SECONDS,
    QUIET_TIMES,
    READINGS,
    RETURNS,
    StuckPolicy,
)
from kiosk.domain.triage import USUAL_WEIGHTS, TriageWeights
from kiosk.domain.words import N_
from kiosk.services.atomic import write_text
from kiosk.services.toml_text import toml_literal

logger = logging.getLogger(__name__)

STUCK_RANGE = (1.0, 600.0)
"""From the first sign to never in a visit."""

PANEL_WIDTH_RANGE = (150.0, 2000.0)
"""From a tablet to a wall: anything outside is a slip of the ruler."""


MOST_POINTS = 20
"""A reason that is worth more would silence all others."""


def _device_name() -> str:
    return platform.node() or "may-nay"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is true of this machine only. `panel_width_mm` is None until it was measured.

    `portal` may be switched off where a machine is too weak for pages of the web.
    The `stuck_…` figures say how much of each sign it takes until help is offered unasked.
    """

    counter: str = "Quầy 1"
    device: str = field(default_factory=_device_name)
    panel_width_mm: float | None = None
    printer: str = ""
    paper: Paper = Paper.ROLL_80
    database_url: str = ""
    idle_warn_seconds: int = WARN_AFTER_SECONDS
    retention_days: int = RETENTION_DAYS
    second_backup_folder: str = ""
    one_screen: bool = False
    language: str = "vi"
    sound: bool = True
    scanner_port: str = ""
    camera: str = ""
    portal: bool = True
    triage: TriageWeights = USUAL_WEIGHTS
    stuck_quiet_times: float = QUIET_TIMES
    stuck_quiet_floor_seconds: float = QUIET_FLOOR_SECONDS
    stuck_returns: int = RETURNS
    stuck_differences: int = DIFFERENCES
    stuck_readings: int = READINGS

    @property
    def stuck(self) -> StuckPolicy:
        """When help is offered unasked."""
        return StuckPolicy(
            self.stuck_quiet_times,
            self.stuck_quiet_floor_seconds,
            self.stuck_returns,
            self.stuck_differences,
            self.stuck_readings,
        )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _some_text(value: object) -> str:
    if not _text(value).strip():
        raise ValueError("must not be empty")
    return _text(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false expected")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("number expected")
    return float(value)


def _panel_width(value: object) -> float:
    low, high = PANEL_WIDTH_RANGE
    if not low <= _number(value) <= high:
        raise ValueError(f"between {low:.0f} and {high:.0f} mm expected")
    return _number(value)


def _idle_seconds(value: object) -> int:
    low, high = WARN_AFTER_RANGE
    if not low <= _number(value) <= high:
        raise ValueError(f"between {low} and {high} s expected")
    return int(_number(value))


def _retention_days(value: object) -> int:
    low, high = RETENTION_RANGE
    if not low <= _number(value) <= high:
        raise ValueError(f"between {low} and {high} days expected")
    return int(_number(value))


def _stuck(value: object) -> float:
    low, high = STUCK_RANGE
    if not low <= _number(value) <= high:
        raise ValueError(f"between {low:.0f} and {high:.0f} expected")
    return _number(value)


def _stuck_count(value: object) -> int:
    return int(_stuck(value))


def _paper(value: object) -> Paper:
    return Paper(_text(value))


def _triage(value: object) -> TriageWeights:
    """Read points from 0 to 20; reasons that are not named keep theirs."""
    if not isinstance(value, dict):
        raise TypeError("a table expected")
    names = {item.name for item in fields(TriageWeights)}
    if not set(value) <= names or not all(_is_points(points) for points in value.values()):
        raise ValueError(f"0 to {MOST_POINTS} for {', '.join(sorted(names))} expected")
    return TriageWeights(**value)


def _is_points(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_POINTS


def _database_url(value: object) -> str:
    """Refuse what is no text: without its server the office would look empty."""
    if not isinstance(value, str):
        raise _unclear_server("database_url: text expected")
    return value


def _unclear_server(reason: str) -> KnownError:
    return KnownError(
        N_("Tệp cài đặt của máy này bị hỏng."),
        N_("Sửa tệp settings.toml trong thư mục dữ liệu, rồi mở lại chương trình."),
        f"settings.toml: {reason}",
    )


_READERS: dict[str, Callable[[object], object]] = {
    "counter": _some_text,
    "device": _some_text,
    "panel_width_mm": _panel_width,
    "printer": _text,
    "paper": _paper,
    "database_url": _database_url,
    "idle_warn_seconds": _idle_seconds,
    "retention_days": _retention_days,
    "second_backup_folder": _text,
    "one_screen": _flag,
    "language": _some_text,
    "sound": _flag,
    "scanner_port": _text,
    "camera": _text,
    "portal": _flag,
    "triage": _triage,
    "stuck_quiet_times": _stuck,
    "stuck_quiet_floor_seconds": _stuck,
    "stuck_returns": _stuck_count,
    "stuck_differences": _stuck_count,
    "stuck_readings": _stuck_count,
}


def load_settings(path: Path) -> Settings:
    """Return what `path` says, with the default wherever it says nothing usable.

    Raises KnownError where it may name a database server that cannot be read: to open an empty
    database of our own instead would look as if everything were lost.
    """
    good: dict[str, object] = {}
    for key, value in _read_toml(path).items():
        reader = _READERS.get(key)
        if reader is None:
            logger.warning("%s: unknown key %s ignored", path.name, key)
            continue
        try:
            good[key] = reader(value)
        except (TypeError, ValueError) as error:
            logger.warning("%s: %s replaced by its default: %s", path.name, key, error)
    return Settings(**good)  # type: ignore[arg-type]  # every value went through its reader


def _read_toml(path: Path) -> dict[str, object]:
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise _unclear_server(error.strerror or "cannot be read") from error
    try:
        return tomllib.loads(text.decode("utf-8-sig"))
    except ValueError as error:
        if b"database_url" in text and b'database_url = ""' not in text:
            raise _unclear_server(str(error)) from error
        logger.warning("%s cannot be read, defaults used: %s", path.name, error)
        return {}


def save_settings(path: Path, settings: Settings) -> None:
    """Write `settings` to `path`; raises KnownError when the disk refuses."""
    values = asdict(settings)
    lines = [
        f"{item.name} = {toml_literal(values[item.name])}"
        for item in fields(settings)
        if values[item.name] is not None
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, "\n".join([*lines, ""]))
    except OSError as error:
        raise KnownError(
            N_("Chưa lưu được cài đặt của máy này."),
            N_("Kiểm tra ổ đĩa còn chỗ và quyền ghi, rồi lưu lại."),
            f"{path.name}: {error.strerror}",
        ) from error
