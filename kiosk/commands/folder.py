"""The options that name a data folder, shared by the commands that need one."""

from __future__ import annotations

import argparse
from pathlib import Path

from kiosk.services.paths import DataPaths, default_data_paths


def add_folder_options(parser: argparse.ArgumentParser) -> None:
    """Add `--data-dir` and `--demo`."""
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="folder with the office's data"
    )
    parser.add_argument("--demo", action="store_true", help="the demonstration office's folder")


def chosen_paths(options: argparse.Namespace) -> DataPaths:
    """Return the data folder the options name, or this machine's own."""
    if options.data_dir is not None:
        return DataPaths(Path(options.data_dir).absolute())
    return default_data_paths(demo=options.demo)
