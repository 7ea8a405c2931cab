"""The end of the program: whatever hinders the backup, the database is closed."""

from __future__ import annotations

import shutil

import pytest

from tests.ui.shells.counter import Counter


def test_a_backup_that_fails_is_logged_and_the_database_is_closed(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    counter.settled()
    paths = counter.folder.paths
    shutil.rmtree(paths.backups)
    paths.backups.write_text("a file where the folder should be", encoding="utf-8")
    caplog.clear()
    counter.close()
    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith("no backup at close: ")
    assert "-close.db" in caplog.messages[0]
    beside = paths.database.with_name(paths.database.name + "-wal")
    assert not beside.exists(), "the database is still open"
