"""The pages about papers: what each button wishes, and what they say."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.citizen.hands import Citizen
from ui.citizen.screens.paper_camera_screen import PaperCameraScreen
from ui.papers import wishes as w
from ui.papers.sheet_view import SheetView
from ui.widgets.readable import sentences_of


@pytest.mark.parametrize(
    ("state", "button", "wish"),
    [
        ("step-attach", "Chụp giấy tờ ở đây", w.OpenPapers()),
        ("portal-attach", "Chụp giấy", w.OpenPapers()),
        ("papers-many", "Giấy chứng sinh", w.ChoosePaper("p0")),
        ("papers-wanted", "Giấy tờ chứng minh", w.ChoosePaper("p1")),
        ("paper-source", "Chụp ở đây", w.UseCamera()),
        ("paper-source", "Lấy từ USB", w.UseStick()),
        ("paper-camera", "Chụp", w.TakePicture()),
        ("paper-camera", "Xoay", w.TurnPicture()),
        ("paper-camera-turned", "Camera khác", w.NextCamera()),
        ("paper-camera-not-open", "Thử lại", w.TryCamera()),
        ("paper-camera-not-found", "Lấy từ USB", w.UseStick()),
        ("paper-stick-none", "Chụp ở đây", w.UseCamera()),
        ("paper-stick-files", "giay chung", w.ChooseFile(1)),
        ("paper-check", "Đọc rõ", w.PaperIsClear()),
        ("paper-check", "Chụp lại", w.TakeAnew()),
        ("paper-check", "Xoay", w.TurnPicture()),
        ("paper-check", "Thêm trang", w.AddSheet()),
        ("paper-check-wanted", "Rõ, đưa cho trang", w.PaperIsClear()),
        ("paper-check-wanted", "Xem tiếp", w.ShowSheet(2)),
        ("paper-check-wanted", "Trang trước", w.ShowSheet(0)),
        ("paper-check-brought", "Chọn tệp khác", w.TakeAnew()),
        ("paper-check-failed", "Chụp lại", w.TakeAnew()),
    ],
)
def test_each_button_wishes_what_it_says(
    qtbot: QtBot, state: str, button: str, wish: object
) -> None:
    citizen = Citizen(qtbot)
    citizen.show_state(state)
    assert citizen.tap(button) == [wish]


@pytest.mark.parametrize(
    ("state", "button"),
    [
        ("step", "Chụp giấy tờ ở đây"),
        ("paper-camera", "Camera khác"),
        ("paper-camera-no-support", "Thử lại"),
        ("paper-check-brought", "Thêm trang"),
        ("paper-check-brought", "Xoay"),
        ("paper-check-failed", "Đọc rõ"),
    ],
)
def test_nothing_is_offered_that_would_lead_nowhere(qtbot: QtBot, state: str, button: str) -> None:
    citizen = Citizen(qtbot)
    citizen.show_state(state)
    assert not citizen.has_button(button)


def test_what_the_camera_sees_is_shown_as_it_comes(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot)
    screen = citizen.show_state("paper-camera-starting")
    (view,) = citizen.all(SheetView)
    assert isinstance(screen, PaperCameraScreen)
    was_empty = view.is_empty
    red = QImage(320, 240, QImage.Format.Format_RGB32)
    red.fill(0xFFCC0000)
    screen.show_image(red)

    assert (was_empty, view.is_empty) == (True, False)
    assert view.grab().toImage().pixelColor(view.rect().center()).red() == 0xCC


@pytest.mark.parametrize(("turns", "corner"), [(0, (0, 0)), (1, (1, 0)), (2, (1, 1)), (3, (0, 1))])
def test_a_turn_moves_the_corner_clockwise(
    qtbot: QtBot, turns: int, corner: tuple[int, int]
) -> None:
    """The upper left of what the camera sees is red: it goes right, then down, then left."""
    theme = Citizen(qtbot).kit.theme
    view = SheetView(theme, "tờ giấy", turns=turns)
    qtbot.addWidget(view)
    view.resize(600, 600)
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    for x in range(200):
        for y in range(200):
            image.setPixel(x, y, 0xFFCC0000)
    view.show_image(image)
    drawn = view.grab().toImage()
    across, down = corner

    assert drawn.pixelColor(150 + 300 * across, 150 + 300 * down).green() < 40
    assert drawn.pixelColor(450 - 300 * across, 450 - 300 * down).green() > 240


def test_names_of_files_are_not_read_aloud(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot)
    screen = citizen.show_state("paper-stick-files")
    said = [sentence.shown for sentence in sentences_of(screen, "vi")]

    assert said == ["Chọn tệp của tờ giấy này", "Giấy chứng sinh"]


def test_a_long_file_name_keeps_its_end(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot)
    citizen.show_state("paper-stick-files")
    assert citizen.has_button("giay chung sinh c… Mam.pdf")
