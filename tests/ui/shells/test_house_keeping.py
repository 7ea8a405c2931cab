"""What the program clears away by itself, at its start and every hour."""

from __future__ import annotations

import os

from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import DemoFolder


def test_sheets_that_were_kept_long_enough_are_gone(
    open_counter: OpenCounter, folder: DemoFolder
) -> None:
    sheet = folder.paths.lists / "run-sheet-20261101-083000.pdf"
    sheet.write_bytes(b"%PDF")
    os.utime(sheet, (0, 0))
    counter = open_counter(folder)
    counter.until(lambda: not sheet.exists())
