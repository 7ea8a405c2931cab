"""The camera for papers: which one, in which format, and what happens when it comes and goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame
from pytestqt.qtbot import QtBot

from ui.papers import paper_camera
from ui.papers.paper_camera import Format, PaperCamera, best_format
from ui.scanners.camera_feed import Camera, CameraState

# Without a display Qt converts frames without a graphics card, and says so once.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)


class Machine:
    """The cameras that are plugged in, and which one was asked for last."""

    def __init__(self) -> None:
        self.plugged: list[str] = []
        self.looked: list[str] = []

    def cameras(self) -> tuple[Camera, ...]:
        return tuple(Camera(one, one) for one in self.plugged)


class TriedCamera(PaperCamera):
    """A PaperCamera whose looking ends at the machine of the test."""

    def __init__(self, machine: Machine, avoid: str = "") -> None:
        super().__init__(avoid)
        self._machine = machine

    def look(self, camera_id: str) -> None:
        self.stop()
        self._machine.looked.append(camera_id)
        self.watch(None)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(paper_camera, "cameras", made.cameras)
    return made


@pytest.fixture
def camera(qtbot: QtBot, machine: Machine) -> Iterator[TriedCamera]:
    made = TriedCamera(machine, avoid="scanner")
    yield made
    made.close()
    made.deleteLater()


def picture(width: int = 64) -> QImage:
    image = QImage(width, 48, QImage.Format.Format_RGB32)
    image.fill(0xFF8040)
    return image


def show(camera: PaperCamera, image: QImage) -> None:
    assert camera._sink is not None
    camera._sink.setVideoFrame(QVideoFrame(image))


def test_without_a_camera_it_says_so(camera: TriedCamera) -> None:
    camera.open()
    assert camera.state is CameraState.NOT_FOUND
    assert camera.taken().isNull()


def test_the_scanner_s_camera_is_the_last_choice(camera: TriedCamera, machine: Machine) -> None:
    machine.plugged = ["scanner", "stand"]
    camera.open()
    assert machine.looked == ["stand"]
    camera.open_next()
    camera.open_next()
    assert machine.looked == ["stand", "scanner", "stand"]
    assert camera.count == 2


def test_the_only_camera_is_taken_even_if_the_scanner_uses_it(
    camera: TriedCamera, machine: Machine
) -> None:
    machine.plugged = ["scanner"]
    camera.open()
    assert machine.looked == ["scanner"]


def test_a_camera_pulled_out_is_missed_and_comes_back_by_itself(
    camera: TriedCamera, machine: Machine
) -> None:
    machine.plugged = ["stand"]
    camera.open()
    show(camera, picture())
    machine.plugged = []
    told: list[CameraState] = []
    camera.changed.connect(told.append)
    camera._on_devices()
    assert camera.taken().isNull()
    machine.plugged = ["stand"]
    camera._on_devices()

    off, looking = CameraState.OFF, CameraState.LOOKING
    assert told == [off, CameraState.NOT_FOUND, off, looking]
    assert machine.looked == ["stand", "stand"]


def test_nothing_opens_by_itself_once_it_is_closed(camera: TriedCamera, machine: Machine) -> None:
    camera.open()
    camera.close()
    machine.plugged = ["stand"]
    camera._on_devices()

    assert machine.looked == []
    assert camera.state is CameraState.OFF


def test_a_camera_that_shows_nothing_was_refused_to_us(
    qtbot: QtBot, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_camera, "STARTS_WITHIN_MS", 30)
    machine.plugged = ["stand"]
    camera = TriedCamera(machine)
    camera.open()
    qtbot.waitUntil(lambda: camera.state is CameraState.NOT_OPEN)
    camera.close()
    camera.deleteLater()


def test_the_image_just_seen_is_kept_until_it_is_closed(
    camera: TriedCamera, machine: Machine, qtbot: QtBot
) -> None:
    machine.plugged = ["stand"]
    camera.open()
    show(camera, picture(64))
    qtbot.waitUntil(lambda: camera.taken().width() == 64)
    assert not camera._first.isActive()
    camera.close()

    assert camera.taken().isNull()


def test_images_do_not_come_faster_than_they_can_be_shown(
    camera: TriedCamera, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_camera, "_BETWEEN_IMAGES_MS", 60_000)
    machine.plugged = ["stand"]
    camera.open()
    show(camera, picture(64))
    show(camera, picture(80))
    assert camera.taken().width() == 64
    camera._since.invalidate()
    show(camera, picture(96))

    assert camera.taken().width() == 96


@pytest.mark.parametrize(
    ("formats", "best"),
    [
        ([], None),
        ([(640, 480, 30.0), (1920, 1080, 30.0)], 1),
        ([(4208, 3120, 5.0), (2592, 1944, 10.0), (1920, 1080, 30.0)], 1),
        ([(4208, 3120, 1.0), (1920, 1080, 30.0)], 1),
        ([(4208, 3120, 1.0)], 0),
        ([(1944, 2592, 10.0), (640, 480, 30.0)], 0),
    ],
    ids=["none", "finest", "fine enough", "hardly moves", "no other", "upright"],
)
def test_the_format_is_fine_enough_and_no_finer(formats: list[Format], best: int | None) -> None:
    assert best_format(formats) == best
