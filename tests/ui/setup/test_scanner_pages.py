"""The pages of the three kinds of scanner: what is chosen, tried, told and saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.identity_card import parse_card, parse_typed_card
from kiosk.domain.sample_card import SAMPLE_CARD, SampleResult, sample_result
from kiosk.domain.slip import Paper
from kiosk.services.documents.sample_card_pdf import sample_card_pdf
from tests.support.cards import CARD, card_picture
from tests.support.pdf import page_texts, qr_texts
from tests.ui.staff_hands import set_up
from tests.ui.states_setup import progress
from ui.setup.models import ScannerModel, SetupPageName
from ui.setup.wishes import GoNext, PrintSample, SaveCamera, SavePort, TryCamera, TryPort
from ui.widgets.camera_view import CameraView
from ui.widgets.qr_view import QrView

NAME = SetupPageName
KEYBOARD = ScannerModel(progress(NAME.KEYBOARD_SCANNER))
PORT = ScannerModel(progress(NAME.SERIAL_SCANNER), (("COM3", "COM3 Honeywell"),))
CAMERA = ScannerModel(progress(NAME.CAMERA_SCANNER), (("c1", "Logitech"),), "c1")


def test_the_sample_on_the_page_is_the_sample(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.KEYBOARD_SCANNER, KEYBOARD)
    assert [view.payload for view in hands.all(QrView)] == [SAMPLE_CARD]


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (None, "Chưa quét thẻ mẫu"),
        (SampleResult.WHOLE, "Máy quét đọc đúng tất cả"),
        (SampleResult.DIGITS_ONLY, "cán bộ gõ họ tên sau mỗi lần quét"),
        (SampleResult.OTHER_CARD, "Máy không giữ gì của thẻ này"),
        (SampleResult.UNREADABLE, "Tắt bộ gõ tiếng Việt"),
    ],
)
def test_each_outcome_says_what_to_do(qtbot: QtBot, result: SampleResult | None, text: str) -> None:
    hands = set_up(qtbot, NAME.KEYBOARD_SCANNER, replace(KEYBOARD, result=result))
    assert text in hands.texts()


def test_a_keyboard_scanner_needs_no_setting(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.KEYBOARD_SCANNER, KEYBOARD)
    hands.tap("In thẻ mẫu")
    hands.tap("Tiếp tục")
    assert hands.wishes == [PrintSample(), GoNext()]


def test_a_port_is_tried_when_chosen_and_saved_when_left(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.SERIAL_SCANNER, PORT)
    hands.tap("Không dùng cổng nào")
    hands.tap("COM3 Honeywell")
    hands.tap("Tiếp tục")
    assert hands.wishes == [TryPort("COM3"), SavePort("COM3")]


def test_a_port_that_was_saved_and_is_gone_still_shows(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.SERIAL_SCANNER, replace(PORT, chosen="COM9"))
    assert "COM9" in hands.texts()
    hands.tap("Tiếp tục")
    assert hands.wishes == [SavePort("COM9")]


def test_a_camera_is_switched_on_by_a_tap_only(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.CAMERA_SCANNER, CAMERA)
    assert hands.wishes == []
    hands.tap("Bật camera")
    assert hands.wishes == [TryCamera("c1")]
    hands.tap("Tiếp tục")
    assert hands.last(SaveCamera) == SaveCamera("c1")


def test_what_the_camera_sees_is_shown_and_forgotten(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.CAMERA_SCANNER, replace(CAMERA, is_looking=True))
    (view,) = hands.all(CameraView)
    hands.window.pictured(card_picture())  # type: ignore[union-attr]
    assert not view.is_empty
    hands.window.show_page(NAME.CAMERA_SCANNER, CAMERA)  # type: ignore[union-attr]
    assert view.is_empty


def test_an_image_for_another_page_is_let_go(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.KEYBOARD_SCANNER, KEYBOARD)
    hands.window.pictured(QImage(4, 4, QImage.Format.Format_RGB32))  # type: ignore[union-attr]
    assert "Chưa quét thẻ mẫu" in hands.texts()


# The sample


@pytest.mark.parametrize("paper", list(Paper))
def test_the_printed_sample_is_read_and_says_what_it_is(paper: Paper) -> None:
    pdf = sample_card_pdf(paper)
    assert qr_texts(pdf) == [SAMPLE_CARD]
    assert "không phải thẻ của ai" in page_texts(pdf)[0]


def test_the_sample_is_nobodys_card_and_fits_together() -> None:
    reading = parse_card(SAMPLE_CARD)
    assert reading is not None
    assert reading.number.startswith("000"), "no province has this code"
    assert parse_typed_card(SAMPLE_CARD) == reading, "it shows that its letters came through"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SAMPLE_CARD, SampleResult.WHOLE),
        (SAMPLE_CARD.replace("Hồ Thị Huấn Mẫu", "H7891"), SampleResult.DIGITS_ONLY),
        (SAMPLE_CARD.replace("31121999", "31121998"), SampleResult.UNREADABLE),
        (CARD, SampleResult.OTHER_CARD),
        ("0BCGHK", SampleResult.UNREADABLE),
    ],
)
def test_the_sample_is_judged_by_what_came_through(text: str, expected: SampleResult) -> None:
    assert sample_result(parse_typed_card(text)) is expected
