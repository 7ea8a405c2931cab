"""A card's number and text are in no file: database, logs, backups and temporary ones."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.staff import Staff
from kiosk.services.logs import set_up_logs
from kiosk.services.people import KnownPerson, People
from tests.support.canaries import files_holding
from tests.support.cards import CARD, NUMBER
from tests.support.virtual_port import VirtualPort
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder
from tests.ui.shells.test_cards import agree, open_form, store_person, type_scan
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName

CANARIES = (NUMBER, NUMBER[3:], CARD, CARD.split("|", 2)[2], "012345678", "25121954", "02052021")
"""The number, the raw text, and what else of it is stored nowhere: old number and dates."""


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of temporary files of this test."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def talkative(folder: DemoFolder, caplog: pytest.LogCaptureFixture) -> Iterator[DemoFolder]:
    """Return the office's folder, with everything there is going to the program's own log."""
    handler = set_up_logs(folder.paths.logs, "both", logging.DEBUG)
    yield folder
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.fixture
def port(tmp_path: Path) -> Iterator[VirtualPort]:
    made = VirtualPort(tmp_path)
    yield made
    made.unplug()


def assert_nowhere(*folders: Path) -> None:
    """Assert that no file holds anything of the card, and that the search itself works."""
    for folder in folders:
        for canary in CANARIES:
            assert files_holding(canary, folder) == set(), canary


@pytest.mark.real
def test_no_file_holds_anything_of_a_card(
    open_counter: OpenCounter,
    talkative: DemoFolder,
    scratch: Path,
    port: VirtualPort,
    tmp_path: Path,
) -> None:
    folder = talkative
    counter = open_counter(folder)
    counter.desktop.scanners.serial.listen(port.name)
    known = _scan_in_every_way(counter, port)
    _fail_once(counter)
    assert counter.office.backups is not None
    counter.office.backups.back_up("daily")
    assert counter.rows("SELECT card_mark IS NOT NULL FROM people") == [(1,)]
    assert known.person is not None
    assert files_holding("person_searched", folder.paths.root), "what is plain is found"
    assert_nowhere(tmp_path, scratch)
    counter.close()
    assert_nowhere(tmp_path, scratch)
    assert list(folder.paths.logs.glob("*.log"))
    _restart(open_counter, folder)
    assert_nowhere(tmp_path, scratch)


def _scan_in_every_way(counter: Counter, port: VirtualPort) -> KnownPerson:
    """Scan before consent, with it, by keys, by the port and by camera; in the form and outside."""
    known = store_person(counter)
    counter.order(sw.Open(StaffScreenName.MOBILE_LIST))
    counter.see_console(StaffScreenName.MOBILE_LIST)
    port.send(CARD.encode() + b"\r\n")
    counter.see_console(StaffScreenName.PERSON, "Dừng ở")
    type_scan(counter.staff.window, CARD)
    counter.settled()
    counter.order(sw.PrintConsent(known.id))
    counter.see_console(StaffScreenName.PERSON, "Tờ đồng ý đã lưu ở")
    counter.staff.lock()
    counter.settled()
    type_scan(counter.staff.window, CARD)
    type_scan(counter.citizen.window, CARD)
    counter.settled()
    return known


def _fail_once(counter: Counter) -> None:
    """Let a search fail with our own fault: its traceback goes to the log."""

    def broken(_people: People, number: str, viewer: Staff) -> KnownPerson | None:
        raise RuntimeError(f"nothing for {viewer.name}")

    counter.log_in()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(People, "with_card", broken)
        type_scan(counter.staff.window, CARD)
        counter.see_console(StaffScreenName.PERSON, "Máy chưa làm được việc này.")
    counter.settled()


def _restart(open_counter: OpenCounter, folder: DemoFolder) -> None:
    again = open_counter(folder)
    again.log_in()
    type_scan(again.staff.window, CARD)
    again.see_console(StaffScreenName.PERSON, "Dừng ở")
    again.close()


def test_a_half_filled_form_holds_nothing_of_the_card_either(
    counter: Counter, folder: DemoFolder, tmp_path: Path, scratch: Path
) -> None:
    open_form(counter)
    type_scan(counter.staff.window, CARD)
    counter.settled()
    agree(counter)
    type_scan(counter.staff.window, CARD)
    counter.see_console(StaffScreenName.ASSISTANCE, "Đã điền từ thẻ")
    counter.settled()
    assert counter.rows("SELECT count(*) FROM assistance_drafts") == [(1,)]
    assert_nowhere(tmp_path, scratch)
