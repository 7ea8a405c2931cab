"""Wrapped text: nothing cut off, nothing lost, lines broken where people would pause."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from pytestqt.qtbot import QtBot

from tests.ui.widgets.kit import PANELS, STACKED, ink_rows, make_theme, picture
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, TextSize
from ui.widgets.text_block import TextBlock
from ui.widgets.text_flow import TextFlow

_LONG = "Ông/bà bấm nút đỏ “Tài khoản định danh điện tử”, rồi mở VNeID trên điện thoại."


def _painted_free(theme: Theme, flow: TextFlow, width: int) -> QImage:
    """Paint the text with plenty of room on all sides, so that nothing can be cut off."""
    image = QImage(width + 200, flow.height(width) + 200, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    flow.paint(painter, QPointF(100, 100), width, theme.colour("ink"))
    painter.end()
    return image


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", TextSize)
@pytest.mark.parametrize("role", [TextRole.TITLE, TextRole.BODY, TextRole.SOURCE])
def test_stacked_marks_stay_inside_the_box(
    qtbot: QtBot, panel: str, size: TextSize, role: TextRole
) -> None:
    theme = make_theme(panel, size)
    flow = TextFlow(theme, f"{STACKED}\n{STACKED}", role)
    width = flow.natural_width()
    rows = ink_rows(_painted_free(theme, flow, width))
    assert rows[0] >= 100
    assert rows[-1] < 100 + flow.height(width)


def test_wrapping_keeps_every_word(qtbot: QtBot) -> None:
    theme = make_theme()
    flow = TextFlow(theme, _LONG, TextRole.BODY)
    one_line = flow.natural_width()
    assert flow.line_count(one_line) == 1
    for width in range(flow.widest_word(), one_line, 37):
        assert flow.used_width(width) <= width
        assert flow.height(width) >= flow.line_px * -(-one_line // (width + 1))


def test_a_block_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    theme = make_theme()
    block = TextBlock(theme, _LONG)
    qtbot.addWidget(block)
    narrow = theme.mm(60)
    lines = block.heightForWidth(narrow) / theme.line_px(TextRole.BODY)
    assert lines == int(lines) >= 3
    assert block.heightForWidth(2000) == theme.line_px(TextRole.BODY)


def test_bold_is_drawn_and_not_spelled_out(qtbot: QtBot) -> None:
    theme = make_theme()
    plain, bold = TextBlock(theme, "Mở VNeID"), TextBlock(theme, "Mở **VNeID**")
    for block in (plain, bold):
        qtbot.addWidget(block)
        block.resize(400, 60)
    assert bold.text() == bold.accessibleName() == "Mở VNeID"
    assert picture(plain) != picture(bold)


def test_quotes_are_bold_on_request(qtbot: QtBot) -> None:
    theme = make_theme()
    marked = TextBlock(theme, "Bấm **“Gửi lại”**")
    quoted = TextBlock(theme, "Bấm “Gửi lại”", bold_quotes=True)
    for block in (marked, quoted):
        qtbot.addWidget(block)
        block.resize(400, 60)
    assert picture(marked) == picture(quoted)


def _lines(flow: TextFlow, width: int) -> list[str]:
    flow.height(width)
    layout = flow._layout
    lines = (layout.lineAt(index) for index in range(layout.lineCount()))
    texts = (layout.text()[line.textStart() :][: line.textLength()] for line in lines)
    return [text.strip(" \u2028").replace("\u2060", "") for text in texts]


def test_a_heading_breaks_at_a_pause(qtbot: QtBot) -> None:
    flow = TextFlow(make_theme(), "Không sao cả. Ông/bà vướng ở đâu?", TextRole.TITLE, balance=True)
    width = flow.natural_width() * 4 // 5
    assert _lines(flow, width) == ["Không sao cả.", "Ông/bà vướng ở đâu?"]


def test_a_heading_leaves_no_word_alone(qtbot: QtBot) -> None:
    flow = TextFlow(make_theme(), "Ông bà cần làm việc gì hôm nay", TextRole.TITLE, balance=True)
    lines = _lines(flow, flow.natural_width() - 10)
    assert len(lines) == 2
    assert min(len(line.split()) for line in lines) >= 3


def test_running_text_leaves_no_word_alone_either(qtbot: QtBot) -> None:
    text = "Không ai được hỏi mật khẩu VNeID, kể cả cán bộ."
    flow = TextFlow(make_theme(), text, TextRole.BODY)
    lines = _lines(flow, flow.natural_width() - 10)
    assert len(lines) == 2
    assert len(lines[1].split()) >= 3


def test_a_slash_between_words_never_ends_a_line(qtbot: QtBot) -> None:
    flow = TextFlow(make_theme(), "Mời ông/bà ngồi chờ ông/bà nhé", TextRole.BODY)
    for width in range(flow.widest_word(), flow.natural_width(), 9):
        assert not [line for line in _lines(flow, width) if line.endswith("/")]


def test_changing_the_text_changes_the_height(qtbot: QtBot) -> None:
    theme = make_theme()
    block = TextBlock(theme, "Ngắn")
    qtbot.addWidget(block)
    before = block.heightForWidth(theme.mm(50))
    block.set_text(_LONG)
    assert block.heightForWidth(theme.mm(50)) > before


def test_text_can_stand_in_the_middle(qtbot: QtBot) -> None:
    theme = make_theme()
    centre = Qt.AlignmentFlag.AlignVCenter
    block = TextBlock(theme, "HHH", align=Qt.AlignmentFlag.AlignLeft | centre)
    qtbot.addWidget(block)
    block.resize(300, 200)
    image = picture(block)
    image.setPixelColor(0, 0, QColor(image.pixel(299, 199)))
    rows = ink_rows(image)
    assert abs((rows[0] + rows[-1]) / 2 - 100) <= 2


@pytest.mark.parametrize("role", TextRole)
@pytest.mark.parametrize("text", ["Đầu tư", "“Gửi lại mã”", "Số thẻ ngư", "Tế"])
def test_ink_that_sticks_out_sideways_is_not_cut(role: TextRole, text: str) -> None:
    theme = make_theme("large", TextSize.LARGEST)
    flow = TextFlow(theme, text, role)
    width = flow.natural_width()
    assert flow.line_count(width) == 1
    turned = _painted_free(theme, flow, width).transformed(QTransform().rotate(90))
    columns = ink_rows(turned)
    assert columns[0] >= 100
    assert columns[-1] < 100 + width
