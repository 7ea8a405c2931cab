"""How the doctor looks at a real machine: its parts asked one by one, and nothing changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

from kiosk.commands.data_probe import DataProbe
from kiosk.commands.folder import has_plain_key
from kiosk.commands.qt_probe import QtProbe
from kiosk.domain.calendar import office_day
from kiosk.services import espeak
from kiosk.services.audio_pack import AudioPack
from kiosk.services.clock import SystemClock
from kiosk.services.content import read_content
from kiosk.services.content_check import check_content
from kiosk.services.doctor import DiskSpace, Found, Probes
from kiosk.services.documents.fonts import Face
from kiosk.services.paths import DataPaths
from kiosk.services.settings import Settings, load_settings
from resources import font_paths, picture_names, procedure_files

HARDEST_LETTERS = "ẾỘẶỮỹđƯ"
"""Vietnamese letters with two marks, which an ordinary font lacks."""


@contextmanager
def looking_at(paths: DataPaths, *, demo: bool) -> Iterator[Probes]:
    """Look at the data folder `paths` and at this machine for as long as the block lasts."""
    settings = _settings(paths)
    clock = SystemClock()
    data = DataProbe(paths, settings, clock, demo=demo or _is_plain(paths))
    qt = QtProbe()
    second = Path(settings.second_backup_folder) if settings.second_backup_folder else None
    try:
        yield Probes(
            data_folder=paths.root,
            now=clock.now,
            database=data.database,
            key=data.key,
            newest_backup=data.newest_backup if data.is_backed_up() else None,
            second_folder=second,
            newest_copy=data.newest_copy,
            fonts=fonts,
            content=content,
            printers=qt.printers,
            printer_state=qt.printer_state,
            chosen_printer=settings.printer,
            voices=partial(voices, paths.audio, qt),
            last_written=data.last_written,
            utc_offset=machine_offset,
            disk=disk_space,
        )
    finally:
        data.close()


def _settings(paths: DataPaths) -> Settings:
    """Return the machine's settings; that the folder may not be read is told by its own check."""
    try:
        any(paths.root.iterdir())
    except OSError:
        return Settings()
    return load_settings(paths.settings)


def fonts() -> Found:
    """Return how many faces of Be Vietnam Pro can be read, and what is wrong with the others."""
    paths = {path.stem: path for path in font_paths()}
    told = {face: font_problem(paths.get(face.value)) for face in Face}
    problems = [f"{face.value}: {problem}" for face, problem in told.items() if problem]
    return Found(len(told) - len(problems), problems)


def font_problem(path: Path | None) -> str:
    """Return why a font cannot be used, "" when it can."""
    if path is None:
        return "missing"
    from reportlab.pdfbase.ttfonts import TTFont

    try:
        known = TTFont(path.stem, str(path)).face.charToGlyph
    except Exception as error:  # noqa: BLE001 - a cut-off font breaks the reader anywhere
        return f"cannot be read ({type(error).__name__})"
    lacking = "".join(letter for letter in HARDEST_LETTERS if ord(letter) not in known)
    return f"lacks {lacking}" if lacking else ""


def content() -> Found:
    """Return how many procedures can be shown, and what is to be mended in them."""
    read = read_content(procedure_files())
    today = office_day(SystemClock().now())
    findings = check_content(read, pictures=picture_names(), today=today)
    return Found(len(read.procedures), [finding.line for finding in findings])


def voices(audio: Path, qt: QtProbe) -> Mapping[str, Sequence[str]]:
    """Return what can read aloud, best first, each with its languages."""
    pack = AudioPack(audio)
    return {
        "recordings": tuple(language for language in espeak.VOICES if pack.speaks(language)),
        "system": qt.voices(),
        espeak.PROGRAM: espeak.languages(),
    }


def machine_offset() -> timedelta:
    """Return how far the machine's own time zone is from UTC."""
    return SystemClock().now().astimezone().utcoffset() or timedelta()


def disk_space(path: Path) -> DiskSpace:
    """Return the room on the disk that holds `path`; raises OSError."""
    usage = shutil.disk_usage(path)
    return DiskSpace(usage.free, usage.total)


def _is_plain(paths: DataPaths) -> bool:
    try:
        return has_plain_key(paths)
    except OSError:  # an unreadable folder is told by its own check
        return False
