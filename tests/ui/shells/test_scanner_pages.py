"""The office's pages for scanners: chosen, tried with the sample card, kept in the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QVideoFrame

from kiosk.domain.sample_card import SAMPLE_CARD
from kiosk.services.settings import load_settings
from tests.support.cards import CARD, card_picture, frame
from tests.support.virtual_port import VirtualPort
from tests.ui.shells.counter import Counter, words
from tests.ui.shells.test_cards import type_scan
from ui.scanners.serial_scanner import PortState
from ui.setup import wishes as w
from ui.setup.models import SetupPageName
from ui.setup.shell import SetupShell
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName

Name = SetupPageName
BARE = (
    SAMPLE_CARD.replace("Hồ Thị Huấn Mẫu", "Ho Thi Hun Mau")
    .replace("Nữ", "N")
    .replace("Thôn Mẫu, Xã Thử Nghiệm, Hà Nội", "Thon Mau, Ha Noi")
)


@pytest.fixture
def port(tmp_path: Path) -> Iterator[VirtualPort]:
    made = VirtualPort(tmp_path)
    yield made
    made.unplug()


def pages_of(counter: Counter) -> SetupShell:
    """Return the office's pages, which the lead has opened."""
    pages = counter.desktop._office_pages
    assert pages is not None
    return pages


def open_pages(counter: Counter, page: SetupPageName) -> SetupShell:
    """Log the lead in and go to one of the office's pages."""
    counter.log_in("Mai")
    counter.order(sw.Open(StaffScreenName.OFFICE))
    pages = pages_of(counter)
    counter.until(lambda: pages.is_showing(Name.OFFICE) and pages.window.page is not None)
    pages._page = page
    pages._reload()
    counter.until(lambda: pages.window.page_name is page)
    return pages


def see(counter: Counter, text: str) -> None:
    """Wait until the page in front says `text`."""
    counter.until(lambda: text in words(pages_of(counter).window))


def test_the_sample_typed_whole_is_told_so(counter: Counter) -> None:
    pages = open_pages(counter, Name.KEYBOARD_SCANNER)
    type_scan(pages.window, SAMPLE_CARD)
    see(counter, "Máy quét đọc đúng tất cả")
    type_scan(pages.window, BARE)
    see(counter, "Số và ngày đúng, họ tên mất dấu")


def test_a_real_card_is_told_apart_and_never_shown(counter: Counter) -> None:
    pages = open_pages(counter, Name.KEYBOARD_SCANNER)
    type_scan(pages.window, CARD)
    see(counter, "Đây không phải thẻ mẫu")
    assert "Huấn" not in words(pages.window)
    counter.settled()
    assert counter.rows("SELECT count(*) FROM audit WHERE action = 'person_searched'") == [(0,)]


def test_a_slip_is_no_sample(counter: Counter) -> None:
    pages = open_pages(counter, Name.KEYBOARD_SCANNER)
    type_scan(pages.window, "03HM59G3NN9G1V90QP9KCCLQN380Q2NC1L")
    see(counter, "Máy quét gửi chữ khác thẻ mẫu")


@pytest.mark.real
def test_a_port_is_tried_and_kept(counter: Counter, port: VirtualPort) -> None:
    pages = open_pages(counter, Name.SERIAL_SCANNER)
    pages.window.wished.emit(w.TryPort(port.name))
    see(counter, "Đang nghe cổng này.")
    port.send(SAMPLE_CARD.encode() + b"\r\n")
    see(counter, "Máy quét đọc đúng tất cả")
    port.unplug()
    see(counter, "Chưa mở được cổng.")
    pages.window.wished.emit(w.SavePort(port.name))
    counter.until(lambda: pages.is_showing(Name.CAMERA_SCANNER))
    assert load_settings(counter.folder.paths.settings).scanner_port == port.name
    pages.window.wished.emit(w.TryPort(""))
    counter.until(lambda: counter.desktop.scanners.serial.state is PortState.OFF)


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
def test_a_camera_is_tried_and_kept(counter: Counter) -> None:
    pages = open_pages(counter, Name.CAMERA_SCANNER)
    pages.window.wished.emit(w.TryCamera("no such camera"))
    see(counter, "Chưa thấy camera này.")
    camera = counter.desktop.scanners.camera
    camera.watch(None)
    see(counter, "Đang nhìn.")
    assert camera._sink is not None
    camera._sink.setVideoFrame(QVideoFrame(frame(card_picture(SAMPLE_CARD), degrees=12)))
    see(counter, "Máy quét đọc đúng tất cả")
    pages.window.wished.emit(w.SaveCamera("front"))
    counter.until(lambda: pages.is_showing(Name.RECOVERY))
    assert load_settings(counter.folder.paths.settings).camera == "front"


def test_a_camera_left_looking_goes_out(counter: Counter) -> None:
    pages = open_pages(counter, Name.CAMERA_SCANNER)
    counter.desktop.scanners.camera.watch(None)
    see(counter, "Đang nhìn.")
    pages.window.wished.emit(w.GoBack())
    counter.until(lambda: pages.window.page_name is Name.SERIAL_SCANNER)
    assert counter.desktop.scanners.camera._sink is None


def test_the_sample_is_kept_without_a_printer(counter: Counter) -> None:
    pages = open_pages(counter, Name.KEYBOARD_SCANNER)
    pages.window.wished.emit(w.PrintSample())
    see(counter, "Thẻ mẫu đã lưu ở")
    assert (counter.folder.paths.lists / "the-mau.pdf").read_bytes().startswith(b"%PDF")
