"""What comes before the windows when the office cannot be opened: one calm page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import open_office
from kiosk.desktop import WindowRole
from kiosk.services.paths import DataPaths
from kiosk.services.settings import Settings, save_settings
from kiosk.session import Session
from ui.notice_window import NoticeWindow


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """Return the start of a program on a folder where nothing is yet."""
    started = Session(qapp, DataPaths(tmp_path / "data"), WindowRole.BOTH, windowed=True, demo=True)
    yield started
    started.stop()
    page = started._front
    if page is not None:
        page.close()
        page.deleteLater()
    started.deleteLater()


def said(session: Session) -> list[str]:
    """Return what the page in front says."""
    assert session._front is not None
    return [widget.accessibleName() for widget in session._front.findChildren(QWidget)]


@pytest.mark.parametrize(
    "url", ["postgresql://lan:x@may-chu:abc/xa", "postgresql://lan:x@may-chu/xa?foo=bar"]
)
def test_a_mistyped_server_is_told_on_a_page(
    session: Session, tmp_path: Path, caplog: pytest.LogCaptureFixture, url: str
) -> None:
    save_settings(DataPaths(tmp_path / "data").settings, Settings(database_url=url))
    session.start()
    assert "Địa chỉ máy chủ dữ liệu chưa đúng." in said(session)
    assert "Sửa mục database_url trong settings.toml." in said(session)
    warnings = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert len(warnings) == 1
    assert "database_url" in warnings[0].getMessage()


def test_a_backup_that_cannot_be_put_back_is_told_on_a_page(
    session: Session, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    paths = DataPaths(tmp_path / "data")
    office = open_office(paths, demo=True)
    assert office.backups is not None
    backup = office.backups.back_up("daily")
    office.close()
    paths.database.write_bytes(b"no database any more" * 1000)
    session.start()
    assert "Khôi phục bản sao lưu này" in said(session)
    backup.unlink()
    assert isinstance(session._front, NoticeWindow)
    session._front.answered.emit()
    assert said(session)
    assert "Khôi phục bản sao lưu này" not in said(session)
    assert backup.name in caplog.text
    assert paths.database.exists()
