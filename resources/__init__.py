"""The data files the application ships, and the one place that knows where they lie.

Pictures, icons, fonts, sounds, procedures and translations are plain files beside this module.
Callers ask by name and never build a path, so the layout of this folder can change without them.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


class ResourceMissing(KeyError):
    """A shipped file was asked for by a name that does not exist; `name` is that name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"resource not found: {self.name}"


def _root() -> Path:
    # The package is always installed unpacked: Qt and gettext open these files by path.
    return Path(str(files(__name__)))


def _existing(name: str) -> Path:
    path = _root() / name
    inside = path.resolve().is_relative_to(_root().resolve())
    if not (inside and path.is_file()):
        raise ResourceMissing(name)
    return path


def _stems(folder: str, suffix: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (_root() / folder).glob(f"*{suffix}")))


def read_text(path: str) -> str:
    """Return the UTF-8 text of a file named relative to this package.

    Raises ResourceMissing.
    """
    return _existing(path).read_text(encoding="utf-8")


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file named relative to this package; raises ResourceMissing."""
    return _existing(path).read_bytes()


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons, sorted."""
    return _stems("icons", ".svg")


def icon_svg(name: str) -> str:
    """Return an icon's SVG, drawn in `currentColor` on a 256-unit square.

    Raises ResourceMissing.
    """
    return read_text(f"icons/{name}.svg")


def picture_names() -> tuple[str, ...]:
    """Return the names of all guide pictures, sorted."""
    return _stems("pictures", ".svg")


def picture_svg(name: str) -> str:
    """Return a guide picture's SVG on a 480 × 320 canvas; raises ResourceMissing."""
    return read_text(f"pictures/{name}.svg")


def paper_names() -> tuple[str, ...]:
    """Return the names of all drawings of papers, sorted."""
    return _stems("papers", ".svg")


def paper_svg(name: str) -> str:
    """Return a paper's drawing, black lines on a 48 × 36 canvas; raises ResourceMissing."""
    return read_text(f"papers/{name}.svg")


def font_paths() -> tuple[Path, ...]:
    """Return the font files (Be Vietnam Pro: Bold, Medium, Regular, SemiBold), sorted by name."""
    return tuple(sorted((_root() / "fonts").glob("*.ttf")))


def sound_path(name: str) -> Path:
    """Return the WAV file of a sound such as `help-call`; raises ResourceMissing."""
    return _existing(f"sounds/{name}.wav")


def procedure_files() -> tuple[Path, ...]:
    """Return the shipped procedures, one TOML file each, sorted by name."""
    return tuple(sorted((_root() / "procedures").glob("*.toml")))


def lesson_files() -> tuple[Path, ...]:
    """Return the shipped skill lessons, one TOML file each, sorted by name."""
    return tuple(sorted((_root() / "lessons").glob("*.toml")))


def search_files() -> tuple[Path, ...]:
    """Return the words and topics of the search, sorted by name."""
    return tuple(sorted((_root() / "search").glob("*.toml")))


def locale_dir() -> Path:
    """Return the folder that gettext reads translations from."""
    return _root() / "i18n"
