"""What comes before the windows when the office cannot be opened: one calm page."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.desktop import WindowRole
from kiosk.services.paths import DataPaths
from kiosk.services.settings import Settings, save_settings
from kiosk.session import Session


@pytest.mark.parametrize(
    "url", ["postgresql://lan:x@may-chu:abc/xa", "postgresql://lan:x@may-chu/xa?foo=bar"]
)
def test_a_mistyped_server_is_told_on_a_page(
    qapp: QApplication,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    url: str,
) -> None:
    paths = DataPaths(tmp_path / "data")
    save_settings(paths.settings, Settings(database_url=url))
    session = Session(qapp, paths, WindowRole.BOTH, windowed=True, demo=True)
    session.start()
    page = session._front
    assert page is not None
    said = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    assert "Địa chỉ máy chủ dữ liệu chưa đúng." in said
    assert "Sửa mục database_url trong settings.toml." in said
    warnings = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert len(warnings) == 1
    assert "database_url" in warnings[0].getMessage()
    session.stop()
    page.close()
    page.deleteLater()
    session.deleteLater()
