"""A running program backs up once a day, by the moment in the newest backup's name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.backup import SqliteBackups
from db.migrate import prepare_sqlite
from kiosk.backing_up import back_up_at_close, back_up_if_due


@pytest.fixture
def backups(tmp_path: Path) -> SqliteBackups:
    """Return the backups of a new database."""
    database = tmp_path / "office.db"
    made = SqliteBackups(database, tmp_path / "backups")
    prepare_sqlite(database, made)
    return made


def test_the_first_backup_is_due_and_the_next_a_day_later(
    backups: SqliteBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_days_ago = datetime.now(UTC) - timedelta(days=2)
    with monkeypatch.context() as then:
        then.setattr("db.backup._now", lambda: two_days_ago)
        back_up_if_due(backups)
    back_up_if_due(backups)
    back_up_if_due(backups)
    assert len(backups.all()) == 2


def test_a_backup_that_fails_at_close_is_logged_in_one_line(
    backups: SqliteBackups, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    back_up_at_close(backups)
    assert len(caplog.records) == 1
    assert "backups" in caplog.records[0].getMessage()
