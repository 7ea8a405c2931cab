"""Sheets kept as files go after a few days; what names nobody, and what is new, stays."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from kiosk.services.kept_sheets import DAYS_KEPT, drop_old_sheets
from kiosk.services.paths import DataPaths

DAY = 24 * 60 * 60
PERSONAL = (
    "slips/2026-11-0037-v1.pdf",
    "slips/consent-20261123-083000.pdf",
    "lists/run-list-20261123-083000.pdf",
    "lists/run-sheet-20261123-083000.pdf",
    "lists/.run-sheet-20261123-083000.pdf.k2j4h5",
)
OTHERS = ("lists/recovery-sheet.pdf", "lists/the-mau.pdf", "exports/nhat-ky.xlsx")


@pytest.fixture
def paths(tmp_path: Path) -> DataPaths:
    return DataPaths(tmp_path).make()


def kept(paths: DataPaths, names: tuple[str, ...], days: float) -> list[Path]:
    """Write files of that age."""
    files = [paths.root / name for name in names]
    at = time.time() - days * DAY
    for file in files:
        file.write_bytes(b"%PDF")
        os.utime(file, (at, at))
    return files


def test_sheets_of_persons_go_after_their_days(paths: DataPaths) -> None:
    personal = kept(paths, PERSONAL, DAYS_KEPT + 0.1)
    others = kept(paths, OTHERS, 400)
    assert drop_old_sheets(paths) == len(PERSONAL)
    assert [file.name for file in personal if file.exists()] == []
    assert all(file.exists() for file in others)


def test_newer_sheets_can_still_be_fetched(paths: DataPaths) -> None:
    personal = kept(paths, PERSONAL, DAYS_KEPT - 0.1)
    assert drop_old_sheets(paths) == 0
    assert all(file.exists() for file in personal)


def test_a_sheet_that_cannot_be_removed_is_told_and_the_others_go(
    paths: DataPaths, caplog: pytest.LogCaptureFixture
) -> None:
    kept(paths, PERSONAL, DAYS_KEPT + 1)
    (paths.slips / "held.pdf").mkdir()
    os.utime(paths.slips / "held.pdf", (0, 0))
    assert drop_old_sheets(paths) == len(PERSONAL)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
