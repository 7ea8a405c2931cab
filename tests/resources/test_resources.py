"""The shipped files are whole: every name resolves, draws, and covers Vietnamese."""

from __future__ import annotations

import re
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

import resources
from kiosk.services.content import load_procedures, parse_blocks
from kiosk.services.lessons import read_lessons
from resources.sounds import make_chime

VIETNAMESE = [chr(code) for code in range(0x1EA0, 0x1EFA)] + list(
    "đĐơƠưƯăĂâÂêÊôÔàáãÀÁÃèéÈÉìíĩÌÍĨòóõÒÓÕùúũÙÚŨýÝ₫“”–—…•"
)
FEWEST_PICTURES = 12
ARROW = re.compile(
    r'<path d="M0,0 L-(?P<head>[\d.]+),-(?P=head) L-(?P=head),-(?P<half>[\d.]+)'
    r" L-(?P<length>[\d.]+),-(?P=half) L-(?P=length),(?P=half) L-(?P=head),(?P=half)"
    r' L-(?P=head),(?P=head) Z"'
)
"""The arrow of every picture, its tip at the origin; lengths in the units of the canvas."""

SHORTEST_ARROW = 48
"""A tenth of the canvas: 8 mm on the smallest picture a step shows."""


def _drawn(svg: str, width: int, height: int) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def _pixels(image: QImage) -> list[QColor]:
    return [
        image.pixelColor(x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    ]


@pytest.mark.parametrize("name", resources.icon_names())
def test_icon_takes_the_colour_it_is_given(name: str, qtbot: QtBot) -> None:
    svg = resources.icon_svg(name)
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(", svg), "a fixed colour cannot be recoloured"
    inked = [
        p for p in _pixels(_drawn(svg.replace("currentColor", "#ff0000"), 64, 64)) if p.alpha()
    ]
    assert len(inked) >= 20
    assert all(p.red() > 200 and p.green() < 50 and p.blue() < 50 for p in inked if p.alpha() > 128)


@pytest.mark.parametrize("name", ["lotus", "face-1", "face-2", "face-3", "face-4", "face-5"])
def test_own_icon_stays_inside_its_square(name: str, qtbot: QtBot) -> None:
    image = _drawn(resources.icon_svg(name).replace("currentColor", "#000000"), 64, 64)
    edge = [(i, j) for i in range(64) for j in (0, 63)]
    touched = [
        e for e in edge if image.pixelColor(*e).alpha() or image.pixelColor(*e[::-1]).alpha()
    ]
    assert not touched


def test_rating_faces_are_five_and_differ() -> None:
    faces = {resources.icon_svg(f"face-{n}") for n in range(1, 6)}
    assert len(faces) == 5


@pytest.mark.parametrize("path", resources.font_paths(), ids=lambda path: path.stem)
def test_font_covers_vietnamese(path: Path, qtbot: QtBot) -> None:
    font = QRawFont(str(path), 20)
    assert font.isValid()
    assert font.familyName() == "Be Vietnam Pro"
    assert [letter for letter in VIETNAMESE if not font.supportsCharacter(ord(letter))] == []


def test_font_weights_are_the_four_the_screens_use() -> None:
    weights = {path.stem.partition("-")[2] for path in resources.font_paths()}
    assert weights == {"Regular", "Medium", "SemiBold", "Bold"}
    assert "SIL OPEN FONT LICENSE" in resources.read_text("fonts/OFL.txt")
    assert "MIT License" in resources.read_text("icons/LICENSE")


def test_the_pictures_are_enough_and_each_is_shown_somewhere() -> None:
    shared = parse_blocks(resources.read_text("steps.toml")).values()
    procedures = load_procedures(resources.procedure_files())
    lessons = read_lessons(resources.lesson_files()).lessons
    shown = {
        *(block["picture"] for block in shared),
        *(step.picture for procedure in procedures for step in procedure.steps),
        *(page.picture for lesson in lessons for page in lesson.pages),
    }
    assert shown == set(resources.picture_names())
    assert len(shown) >= FEWEST_PICTURES


def test_screens_that_differ_have_pictures_of_their_own() -> None:
    """A picture of another screen would tell the citizen that something went wrong."""
    blocks = parse_blocks(resources.read_text("steps.toml"))
    pictures = {
        name: blocks[name]["picture"]
        for name in (
            *("readiness", "vneid-login", "find-procedure", "choose-agency", "choose-case"),
            *("fill-form", "attach-papers", "proof", "pay-online", "read-again", "sign"),
            *("relative-confirms", "submit", "note-code", "track"),
        )
    }
    assert len(set(pictures.values())) == len(pictures)


@pytest.mark.parametrize("name", resources.picture_names())
def test_picture_draws_on_the_shared_canvas(name: str, qtbot: QtBot) -> None:
    svg = resources.picture_svg(name)
    assert 'viewBox="0 0 480 320"' in svg.partition(">")[0]
    pixels = _pixels(_drawn(svg, 240, 160))
    assert len({p.name() for p in pixels}) > 10
    ink = sum(p.lightness() < 60 for p in pixels)
    assert ink > len(pixels) * 0.02, "dark outlines carry the picture in every contrast"


@pytest.mark.parametrize("name", resources.picture_names())
def test_picture_has_one_arrow_that_is_seen_at_once(name: str) -> None:
    svg = resources.picture_svg(name)
    (arrow,) = ARROW.finditer(svg)
    assert float(arrow["length"]) >= SHORTEST_ARROW
    assert svg.count("the one thing to press") == 1


@pytest.mark.parametrize("name", resources.picture_names())
def test_picture_words_are_large_and_in_the_shipped_font(name: str, qtbot: QtBot) -> None:
    for path in resources.font_paths():
        QFontDatabase.addApplicationFont(str(path))
    for text in re.findall(r"<text [^>]*>", resources.picture_svg(name)):
        family, size = re.findall(r'font-(?:family|size)="([^"]+)"', text)
        assert family in QFontDatabase.families()
        assert float(size) >= 20


def test_help_call_is_a_short_soft_chime() -> None:
    with wave.open(str(resources.sound_path("help-call"))) as sound:
        assert (sound.getframerate(), sound.getsampwidth(), sound.getnchannels()) == (44_100, 2, 1)
        assert sound.getnframes() / 44_100 == pytest.approx(1.2, abs=0.05)
        frames = sound.readframes(sound.getnframes())
    samples = memoryview(frames).cast("h")
    assert max(abs(s) for s in samples[:44]) < 1_500, "the first millisecond is quiet"
    assert abs(samples[-1]) < 300
    assert 15_000 < max(samples) < 25_000


def test_help_call_is_what_its_script_makes(tmp_path: Path) -> None:
    again = tmp_path / "again.wav"
    make_chime.write(again)
    with wave.open(str(again)) as made, wave.open(str(resources.sound_path("help-call"))) as kept:
        pairs = zip(
            memoryview(made.readframes(made.getnframes())).cast("h"),
            memoryview(kept.readframes(kept.getnframes())).cast("h"),
            strict=True,
        )
        # Sine tables differ in the last bit from one C library to the next.
        assert all(abs(a - b) <= 1 for a, b in pairs)


@pytest.mark.parametrize("name", ["fonts/none.ttf", "../pyproject.toml", "fonts", ""])
def test_a_name_that_is_not_a_shipped_file_is_refused(name: str) -> None:
    with pytest.raises(resources.ResourceMissing) as caught:
        resources.read_bytes(name)
    assert caught.value.name == name
    assert isinstance(caught.value, KeyError)


def test_procedures_are_toml_files_in_order() -> None:
    found = resources.procedure_files()
    assert list(found) == sorted(found)
    assert {path.suffix for path in found} <= {".toml"}
    assert resources.locale_dir().parent == Path(resources.__file__).parent
