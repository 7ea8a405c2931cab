"""A camera as a scanner: cards held as people hold them, real frames through Qt's own sink."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from kiosk.services.code_picture import GrayPicture, read_codes
from tests.support.cards import CARD, card_picture, frame
from ui.lanes import Lane, Lanes
from ui.scanners import camera_scanner
from ui.scanners.camera_feed import CameraState, cameras
from ui.scanners.camera_scanner import CameraScanner, gray_picture

# Without a display Qt converts frames without a graphics card, and says so once.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)


@pytest.fixture
def lanes(qtbot: QtBot) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def scanner(lanes: Lanes) -> Iterator[CameraScanner]:
    made = CameraScanner(lanes)
    yield made
    made.stop()
    made.deleteLater()


def show(scanner: CameraScanner, image: QImage) -> None:
    """Let the camera see a frame."""
    assert scanner._sink is not None
    scanner._sink.setVideoFrame(QVideoFrame(image))


HELD = {
    "straight": frame(card_picture()),
    "askew": frame(card_picture(), degrees=17),
    "upside down": frame(card_picture(), degrees=184),
    "on its side": frame(card_picture(), degrees=90),
    "tilted away": frame(card_picture(px_per_mm=10), tilt=35),
    "out of focus": frame(card_picture(px_per_mm=10), blur_px=2.5),
    "in dim light": frame(card_picture(), dim=0.25),
    "all at once": frame(card_picture(px_per_mm=9), degrees=-18, tilt=15, blur_px=1.5, dim=0.6),
}


@pytest.mark.parametrize("held", HELD)
def test_a_card_is_read_however_it_is_held(held: str) -> None:
    assert read_codes(gray_picture(HELD[held])) == (CARD,)


@pytest.mark.parametrize(
    "image",
    [frame(QImage(1, 1, QImage.Format.Format_RGB32)), frame(card_picture(), blur_px=9)],
    ids=["no card", "far out of focus"],
)
def test_what_cannot_be_read_gives_nothing(image: QImage) -> None:
    assert read_codes(gray_picture(image)) == ()


def test_a_picture_of_odd_width_is_read(qtbot: QtBot) -> None:
    image = frame(card_picture()).copy(0, 0, 1277, 719)
    picture = gray_picture(image)
    assert picture.stride > image.width()
    assert read_codes(picture) == (CARD,)


def test_nothing_of_a_picture_shows_in_its_repr() -> None:
    assert repr(GrayPicture(b"\x00" * 4, 2, 2)) == "GrayPicture(stride=2, height=2)"


def test_it_looks_until_a_code_is_read_and_then_goes_out(
    qtbot: QtBot, scanner: CameraScanner
) -> None:
    seen: list[QImage] = []
    read: list[str] = []
    scanner.pictured.connect(seen.append)
    scanner.read.connect(read.append)
    told: list[CameraState] = []
    scanner.changed.connect(told.append)
    scanner.watch(None)
    show(scanner, HELD["askew"].copy(0, 0, 300, 300))
    qtbot.waitUntil(lambda: len(seen) == 1 and not scanner._is_decoding)
    assert read == []
    show(scanner, HELD["askew"])
    qtbot.waitUntil(lambda: read == [CARD])
    assert told == [CameraState.LOOKING, CameraState.OFF]
    assert scanner._sink is None


def test_frames_do_not_pile_up_while_one_is_decoded(
    qtbot: QtBot, scanner: CameraScanner, lanes: Lanes
) -> None:
    seen: list[QImage] = []
    scanner.pictured.connect(seen.append)
    scanner.watch(None)
    scanner._is_decoding = True
    show(scanner, HELD["straight"])
    assert seen == []
    scanner._is_decoding = False
    show(scanner, HELD["straight"])
    assert len(seen) == 1
    qtbot.waitUntil(lambda: lanes.is_quiet)


def test_a_code_that_comes_after_the_end_is_dropped(
    qtbot: QtBot, scanner: CameraScanner, lanes: Lanes
) -> None:
    scanner.watch(None)
    with qtbot.assertNotEmitted(scanner.read):
        show(scanner, HELD["straight"])
        scanner.stop()
        qtbot.waitUntil(lambda: lanes.is_quiet)


def test_a_camera_nobody_uses_goes_out(
    qtbot: QtBot, lanes: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera_scanner, "LOOK_MS", 30)
    scanner = CameraScanner(lanes)
    scanner.watch(None)
    qtbot.waitUntil(lambda: scanner.state is CameraState.OFF)
    scanner.deleteLater()


def test_a_camera_that_is_not_there_is_said_plainly(scanner: CameraScanner) -> None:
    scanner.look("no such camera")
    assert scanner.state is CameraState.NOT_FOUND


def test_a_broken_decoder_ends_the_look(
    qtbot: QtBot,
    scanner: CameraScanner,
    lanes: Lanes,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(_picture: GrayPicture) -> tuple[str, ...]:
        raise ImportError("zxingcpp")

    monkeypatch.setattr(camera_scanner, "read_codes", broken)
    scanner.watch(None)
    show(scanner, HELD["straight"])
    qtbot.waitUntil(lambda: scanner.state is CameraState.NO_SUPPORT)
    assert lanes.is_quiet
    assert "could not be decoded" in caplog.text


def test_the_cameras_of_the_machine_can_be_listed() -> None:
    assert all(camera.id for camera in cameras())


def test_the_lane_is_the_one_for_files(lanes: Lanes, scanner: CameraScanner) -> None:
    """Reading a code must not hold up the log."""
    asked: list[Lane] = []

    def note(lane: Lane, *_rest: object) -> None:
        asked.append(lane)

    lanes.run = note  # type: ignore[method-assign,assignment]
    scanner.watch(None)
    show(scanner, HELD["straight"])
    assert asked == [Lane.GENERAL]
