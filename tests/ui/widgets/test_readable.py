"""What a page says, sentence by sentence, and the mark at the one that is being said."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.ui.widgets.kit import PANELS, make_theme, picture
from ui.theme.theme import Theme
from ui.theme.tokens import HIGH_CONTRAST, STANDARD, Palette, TextRole
from ui.widgets.chip import Chip
from ui.widgets.notice import Notice
from ui.widgets.paged_area import PagedArea
from ui.widgets.pager import PagedBody
from ui.widgets.picture import Picture
from ui.widgets.qr_view import QrView
from ui.widgets.readable import Sentence, keep_silent, sentences_of
from ui.widgets.text_block import TextBlock
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import ButtonKind, TouchButton


@pytest.fixture
def theme(qapp: object) -> Theme:
    return make_theme(next(iter(PANELS)))


def page_of(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for widget in widgets:
        column.addWidget(widget)
    page.resize(900, 900)
    page.show()
    return page


def shown(page: QWidget) -> list[str]:
    return [sentence.shown for sentence in sentences_of(page, "vi")]


def test_all_kinds_of_words_are_read_from_the_top(qtbot: QtBot, theme: Theme) -> None:
    page = page_of(
        qtbot,
        TextBlock(theme, "**Không sao cả.** Ông/bà vướng ở đâu?", TextRole.TITLE),
        Chip(theme, "Lệ phí: 20.000 đ"),
        Notice(theme, "Không ai được hỏi mật khẩu.", "shield-check"),
        TouchButton(theme, "Sinh con", detail="Khai sinh", badge="4 thủ tục", kind=ButtonKind.TILE),
        TextField(theme, placeholder="Gõ việc cần làm"),
    )

    assert shown(page) == [
        "Không sao cả.",
        "Ông/bà vướng ở đâu?",
        "Lệ phí:",
        "20.000 đ",
        "Không ai được hỏi mật khẩu.",
        "Sinh con",
        "Khai sinh",
        "4 thủ tục",
        "Gõ việc cần làm",
    ]


def test_what_is_not_to_be_seen_is_not_read(qtbot: QtBot, theme: Theme) -> None:
    hidden = TextBlock(theme, "Trang sau")
    icon = TouchButton(theme, "", icon="x", name="Đóng")
    image = Picture(theme, "vneid-login", "Nút đăng nhập màu đỏ")
    code = QrView(theme, "1234", size_mm=30, name="Mã vuông")
    page = page_of(qtbot, TextBlock(theme, "Trang này"), hidden, icon, image, code)
    hidden.hide()

    assert shown(page) == ["Trang này"]


def test_what_a_person_types_is_never_read(qtbot: QtBot, theme: Theme) -> None:
    field = TextField(theme, placeholder="Gõ việc cần làm")
    pin = TextField(theme, placeholder="PIN", digits_only=True)
    echo = TextBlock(theme, "Nguyễn Thị Lan")
    keep_silent(echo)
    page = page_of(qtbot, field, pin, echo, TextBlock(theme, "Xong"))
    field.setText("khai sinh")
    pin.setText("135790")

    assert shown(page) == ["Xong"]


def test_everything_in_a_silent_part_keeps_silent(qtbot: QtBot, theme: Theme) -> None:
    keys = QWidget()
    row = QHBoxLayout(keys)
    for letter in "QWERTY":
        row.addWidget(TouchButton(theme, letter))
    keep_silent(keys)

    assert shown(page_of(qtbot, TextBlock(theme, "Gõ việc cần làm"), keys)) == ["Gõ việc cần làm"]


def test_only_the_page_that_is_turned_to_is_read(qtbot: QtBot, theme: Theme) -> None:
    body = PagedBody(theme, str)
    qtbot.addWidget(body)
    body.set_blocks([TouchButton(theme, f"Giấy số {n}", min_mm=60.0) for n in range(1, 6)])
    body.resize(theme.mm(200), theme.mm(160))
    body.show()

    assert shown(body) == ["Giấy số 1", "Giấy số 2", "1/3", "Xem tiếp"]
    body.next_page()
    assert shown(body) == ["Giấy số 3", "Giấy số 4", "Trang trước", "2/3", "Xem tiếp"]
    assert isinstance(body, PagedArea)


def test_the_parts_of_a_long_text_are_read_where_they_stand(qtbot: QtBot, theme: Theme) -> None:
    long = " ".join(f"Câu thứ {n} dài vừa phải để đọc." for n in range(1, 40))
    body = PagedBody(theme, str)
    qtbot.addWidget(body)
    body.set_blocks([TextBlock(theme, long), TextBlock(theme, "Câu cuối.")])
    body.resize(theme.mm(200), theme.mm(120))
    body.show()
    heard: list[str] = []
    for _ in range(body.page_count):
        heard += [one for one in shown(body) if one.startswith("Câu")]
        body.next_page()

    assert heard == [*(f"Câu thứ {n} dài vừa phải để đọc." for n in range(1, 40)), "Câu cuối."]


def first(page: QWidget) -> Sentence:
    return sentences_of(page, "vi")[0]


@pytest.mark.parametrize("palette", [STANDARD, HIGH_CONTRAST])
def test_the_sentence_being_said_is_marked_and_no_other(qtbot: QtBot, palette: Palette) -> None:
    theme = make_theme(next(iter(PANELS)), palette=palette)
    text = TextBlock(theme, "Mở VNeID. Quét mã.", colour="muted")
    page = page_of(qtbot, text)
    plain = picture(text)
    mark = QColor(palette.mark).rgb()
    assert mark not in colours_of(text)

    sentence = first(page)
    sentence.set_marked(True)
    marked = picture(text)
    left = [x for x in range(marked.width()) if marked.pixel(x, 4) == mark]
    assert text.text()[: sentence.piece.end] == "Mở VNeID."
    assert left[0] == 0
    assert left[-1] < marked.width() / 2 + theme.mm(10)
    assert QColor(palette.mark_line).rgb() in colours_of(text)
    assert QColor(palette.ink).rgb() in colours_of(text)

    sentence.set_marked(False)
    assert picture(text) == plain


def colours_of(widget: QWidget) -> set[int]:
    image = picture(widget)
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_a_mark_goes_on_in_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    text = TextBlock(theme, "Bấm nút đỏ ở góc trên bên phải rồi chờ ông/bà nhé. Xong.")
    page = page_of(qtbot, text)
    text.setFixedWidth(theme.mm(70))
    first(page).set_marked(True)
    image = picture(text)
    mark, line = theme.colour("mark").rgb(), theme.line_px(TextRole.BODY)
    rows = {y // line for y in range(image.height()) if image.pixel(2, y) == mark}

    assert rows == set(range(len(rows)))
    assert len(rows) >= 2


def test_a_mark_does_not_change_where_lines_break(qtbot: QtBot, theme: Theme) -> None:
    text = TextBlock(theme, "Một hai ba bốn năm. Sáu bảy tám chín mười.", TextRole.TITLE)
    page = page_of(qtbot, text)
    before = [text.heightForWidth(width) for width in range(200, 900, 50)]
    first(page).set_marked(True)
    picture(text)

    assert [text.heightForWidth(width) for width in range(200, 900, 50)] == before


def test_a_sentence_knows_whether_it_still_stands_there(qtbot: QtBot, theme: Theme) -> None:
    text, button = TextBlock(theme, "Mở VNeID."), TouchButton(theme, "Tiếp")
    page = page_of(qtbot, text, button)
    one, other = sentences_of(page, "vi")
    assert one.is_shown()

    text.set_text("Quét mã.")
    button.hide()
    assert not one.is_shown()
    assert not other.is_shown()

    delete(button)
    assert not other.is_shown()
    other.set_marked(False)
