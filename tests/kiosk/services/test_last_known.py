"""What a counter keeps of its office for a start without the server, and reads back whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.app import load_catalogue
from kiosk.domain.content_review import FactCheck
from kiosk.domain.national import NationalEntry
from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.services.catalogue import OfficeContent
from kiosk.services.last_known import KnownOffice, keep_known, last_known


def test_all_of_the_content_comes_back_as_it_was(tmp_path: Path) -> None:
    content = OfficeContent(
        load_catalogue().all,
        {"1.001193": {"fee": FactCheck(date(2026, 11, 23), is_sure=False)}},
        (NationalEntry("1.000001", "Việc mẫu", "Mẫu", "xã", "1/QĐ", "https://mau.vn"),),
    )
    known = KnownOffice(EXAMPLE_OFFICE, content)
    keep_known(tmp_path / "known.json", known)
    assert last_known(tmp_path / "known.json") == known


def test_nothing_is_known_before_the_first_time(tmp_path: Path) -> None:
    assert last_known(tmp_path / "known.json") is None


@pytest.mark.parametrize("text", ["", "{", '{"profile": 1}'])
def test_a_file_of_another_version_is_nothing(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")
    assert last_known(tmp_path / "known.json") is None
    assert [r.getMessage() for r in caplog.records] == [
        "known.json cannot be read: ValidationError"
    ]


def test_a_disk_that_refuses_hinders_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    known = KnownOffice(EXAMPLE_OFFICE, OfficeContent(()))
    keep_known(tmp_path / "no" / "known.json", known)
    assert len(caplog.records) == 1
