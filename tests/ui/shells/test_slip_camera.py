"""A slip held to the camera: it looks while its page is shown, and what it sees is the citizen's.

There is no camera here, so frames are put into the sink that a camera would fill.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtMultimedia import QVideoFrame

from kiosk.domain.flow import ScreenName
from kiosk.services.settings import load_settings, save_settings
from tests.support.cards import CARD, card_picture, frame
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder
from ui.citizen import wishes as cw
from ui.citizen.screens.scan_slip_screen import ScanSlipScreen
from ui.scanners.camera_feed import CameraState
from ui.scanners.camera_scanner import CameraScanner
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)

BY_CAMERA = "Giơ mã vuông của phiếu trước ống kính."
BY_SCANNER = "Đưa mã vuông của phiếu vào máy đọc."


@pytest.fixture
def without(open_counter: OpenCounter, folder: DemoFolder) -> Counter:
    """Return a counter whose camera was chosen and is not plugged in."""
    settings = load_settings(folder.paths.settings)
    save_settings(folder.paths.settings, replace(settings, camera="front"))
    return open_counter(folder)


@pytest.fixture
def counter(without: Counter, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """Return the same with the camera there."""
    camera = without.desktop.scanners.camera
    monkeypatch.setattr(camera, "look", lambda _id: camera.watch(None))
    return without


def camera_of(counter: Counter) -> CameraScanner:
    return counter.desktop.scanners.camera


def hold(counter: Counter, text: str) -> None:
    """Hold a code before the camera until it was decoded."""
    camera = camera_of(counter)
    assert camera._sink is not None
    camera._sink.setVideoFrame(QVideoFrame(frame(card_picture(text))))
    counter.until(lambda: camera.state is CameraState.OFF)


def come(counter: Counter) -> None:
    counter.wish(cw.Begin(), cw.HaveSlip())
    counter.see_citizen(ScreenName.SCAN_SLIP, BY_CAMERA)


def test_a_slip_is_read_though_the_console_is_unlocked(counter: Counter) -> None:
    payload = counter.printed_slip()
    page = counter.staff.window.screen_name
    come(counter)
    hold(counter, payload)
    counter.see_citizen(ScreenName.APPOINTMENT, "Ông/bà quay lại quầy")
    assert camera_of(counter).state is CameraState.OFF
    counter.settled()
    assert counter.staff.window.screen_name is page is not StaffScreenName.FOLLOW_UP


def test_what_is_seen_is_shown_to_aim_by_and_to_nobody_else(counter: Counter) -> None:
    counter.log_in()
    come(counter)
    shown = counter.citizen.window.shown
    assert isinstance(shown, ScanSlipScreen)
    assert shown.view is not None
    sink = camera_of(counter)._sink
    assert sink is not None
    was_empty = shown.view.is_empty
    sink.setVideoFrame(QVideoFrame(frame(card_picture("a code of nobody's"))))
    assert was_empty
    assert not shown.view.is_empty
    assert counter.staff.window.camera.view.is_empty
    counter.settled()


def test_a_card_held_by_mistake_is_let_go_and_it_looks_again(counter: Counter) -> None:
    counter.log_in()
    come(counter)
    hold(counter, CARD)
    counter.until(lambda: camera_of(counter).state is CameraState.LOOKING)
    assert counter.is_at(ScreenName.SCAN_SLIP)
    assert not counter.console_says("Thẻ ")


def test_staff_read_a_row_of_the_sheet_with_the_camera(counter: Counter) -> None:
    payload = counter.printed_slip()
    counter.order(sw.Open(StaffScreenName.SCAN))
    counter.see_console(StaffScreenName.SCAN, "Quét bằng camera")
    counter.order(sw.LookWithCamera())
    assert counter.staff.window.camera.isVisible()
    hold(counter, payload)
    counter.see_console(StaffScreenName.FOLLOW_UP, "Lần này thế nào?")
    assert counter.is_at(ScreenName.ATTRACT)
    assert not counter.staff.window.camera.isVisible()


def test_the_camera_goes_out_with_its_page(counter: Counter) -> None:
    come(counter)
    assert camera_of(counter).state is CameraState.LOOKING
    counter.wish(cw.GoHome())
    assert camera_of(counter).state is CameraState.OFF
    counter.wish(cw.HaveSlip())
    assert camera_of(counter).state is CameraState.LOOKING
    counter.wish(cw.Finish())
    assert camera_of(counter).state is CameraState.OFF


def test_without_its_camera_the_page_asks_for_the_scanner(without: Counter) -> None:
    without.wish(cw.Begin(), cw.HaveSlip())
    without.see_citizen(ScreenName.SCAN_SLIP, BY_SCANNER)
    assert not without.citizen_says(BY_CAMERA)
    without.wish(cw.GoHome(), cw.HaveSlip())
    without.see_citizen(ScreenName.SCAN_SLIP, BY_SCANNER)
