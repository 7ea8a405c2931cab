"""The options that name a data folder, and what commands ask of it before they touch anything."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.paths import DataPaths, default_data_paths

if TYPE_CHECKING:
    from kiosk.services.settings import Settings

SHARE = "\\\\"
"""How the path of a Windows share begins; nothing is put before it."""


def add_folder_options(parser: argparse.ArgumentParser) -> None:
    """Add `--data-dir` and `--demo`."""
    parser.add_argument(
        "--data-dir", type=_folder, metavar="DIR", help="folder with the office's data"
    )
    parser.add_argument("--demo", action="store_true", help="the demonstration office's folder")


def chosen_paths(options: argparse.Namespace) -> DataPaths:
    """Return the data folder the options name, or this machine's own; it need not exist.

    Raises KnownError when a file was named instead.
    """
    if options.data_dir is None:
        return default_data_paths(demo=options.demo)
    if _is_file(options.data_dir):
        raise KnownError(
            N_("Đây là một tệp, không phải thư mục dữ liệu."),
            log_line=f"--data-dir: not a folder: {options.data_dir}",
        )
    return DataPaths(options.data_dir)


def settings_of(paths: DataPaths) -> Settings:
    """Return the settings in a data folder.

    Raises KnownError for a folder on a network, OSError for one that may not be read.
    """
    # Late: --help needs no database, and the first window waits for nothing.
    from db.network_path import refuse_network_path
    from kiosk.services.settings import load_settings

    if paths.root.exists():
        os.scandir(paths.root).close()
    settings = load_settings(paths.settings)
    if not settings.database_url:
        refuse_network_path(paths.database)
    return settings


def require_data(paths: DataPaths, settings: Settings) -> None:
    """Raise KnownError when nothing was ever stored in the data folder."""
    if not settings.database_url and not paths.database.is_file():
        raise KnownError(
            N_("Thư mục này chưa có dữ liệu."), log_line=f"no database in {paths.root}"
        )


def require_embedded(settings: Settings) -> None:
    """Raise KnownError when the data lie on a server, whose own backups are the ones to use."""
    if settings.database_url:
        raise KnownError(
            N_("Cơ sở dữ liệu nằm trên máy chủ."),
            log_line="settings.toml: database_url: use the server's own backups",
        )


def has_plain_key(paths: DataPaths) -> bool:
    """Return whether the key is a demonstration's: in plain bytes, never wrapped by the system."""
    from kiosk.services.recovery import SECRET_BYTES  # late, as above

    return paths.key_file.is_file() and paths.key_file.stat().st_size == SECRET_BYTES


def _folder(typed: str) -> Path:
    if not typed.strip():
        raise argparse.ArgumentTypeError("a folder's name is missing")
    return Path(typed) if typed.startswith(SHARE) else Path(typed).absolute()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # what may not be looked at is told by whoever needs it
        return False
