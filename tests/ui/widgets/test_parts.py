"""What is higher than a page goes on over several, and nothing of it is lost."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.fitting import misfits
from tests.ui.widgets.kit import make_theme
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, TextSize, Tone
from ui.widgets.chip import Chip
from ui.widgets.flow_row import FlowRow
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.text_parts import text_parts
from ui.widgets.touch_button import ButtonKind, TouchButton

_SENTENCES = [f"Câu thứ {n} nói điều cần làm." for n in range(1, 9)]
_LONG = " ".join(_SENTENCES)
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _words(text: str) -> list[str]:
    return text.split()


def test_a_text_that_fits_is_one_part() -> None:
    assert text_parts("Một hai.", lambda _: True) == ["Một hai."]
    assert text_parts("", lambda _: False) == []


def test_parts_end_with_sentences() -> None:
    assert text_parts("Một hai. Ba bốn. Năm.", lambda part: len(part) <= 16) == [
        "Một hai. Ba bốn.",
        "Năm.",
    ]


def test_a_sentence_too_long_is_parted_between_words() -> None:
    parts = text_parts("Một hai ba bốn năm", lambda part: len(part) <= 10)
    assert parts == ["Một hai ba", "bốn năm"]


def test_no_word_is_left_out_though_nothing_fits() -> None:
    assert text_parts("Một hai", lambda _: False) == ["Một", "hai"]


def test_bold_goes_on_in_the_next_part() -> None:
    parts = text_parts("Bấm **nút màu đỏ** nhé", lambda part: len(part) <= 13)
    assert parts == ["Bấm **nút**", "**màu đỏ**", "nhé"]


def _body(qtbot: QtBot, theme: Theme, blocks: list[QWidget], height: int) -> PagedBody:
    body = PagedBody(theme, str)
    qtbot.addWidget(body)
    body.set_blocks(blocks)
    body.resize(theme.mm(120), height)
    body.show()
    return body


def _pages(body: PagedBody) -> list[list[QWidget]]:
    """Turn through all pages; each must hold its blocks whole, above the page buttons."""
    pages = []
    for page in range(body.page_count):
        assert body.page == page
        children = body.findChildren(QWidget, options=_DIRECT)
        shown = [w for w in children if w.isVisible() and w is not body._bar]
        assert all(w.geometry().bottom() < body._bar.y() for w in shown)
        assert misfits(body) == []
        pages.append(sorted(shown, key=QWidget.y))
        body.next_page()
    return pages


def _told(pages: list[list[QWidget]]) -> str:
    texts = [w.text() for page in pages for w in page if isinstance(w, (TextBlock, Notice))]
    return " ".join(texts)


@pytest.fixture
def theme() -> Theme:
    return make_theme("small", TextSize.LARGEST)


def test_a_long_text_goes_on_over_pages(
    qtbot: QtBot, theme: Theme, caplog: pytest.LogCaptureFixture
) -> None:
    height = theme.mm(60)
    body = _body(qtbot, theme, [TextBlock(theme, _LONG)], height)
    pages = _pages(body)
    assert len(pages) > 1
    assert _words(_told(pages)) == _words(_LONG)
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]


def test_a_long_notice_goes_on_in_notices_of_its_tone(qtbot: QtBot, theme: Theme) -> None:
    body = _body(qtbot, theme, [Notice(theme, _LONG, "lightbulb", Tone.AMBER)], theme.mm(70))
    pages = _pages(body)
    assert len(pages) > 1
    assert all(isinstance(w, Notice) and w._tone is Tone.AMBER for page in pages for w in page)
    assert _words(_told(pages)) == _words(_LONG)


def test_a_high_row_goes_on_line_by_line_and_comes_back(
    qtbot: QtBot, theme: Theme, caplog: pytest.LogCaptureFixture
) -> None:
    row = FlowRow(theme)
    for text in _SENTENCES:
        row.add(Chip(theme, text, "clock", Tone.BLUE))
    body = _body(qtbot, theme, [row], theme.mm(60))
    pages = _pages(body)
    assert len(pages) > 1
    chips = [chip.text() for page in pages for part in page for chip in part.findChildren(Chip)]
    assert chips == _SENTENCES
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]

    body.resize(theme.mm(300), theme.mm(300))
    assert body.page_count == 1
    assert [chip.text() for chip in row.findChildren(Chip)] == _SENTENCES


def test_a_long_detail_leaves_the_button_and_comes_back(qtbot: QtBot, theme: Theme) -> None:
    paper = TouchButton(theme, "Tờ khai", detail=_LONG, kind=ButtonKind.CHECK)
    body = _body(qtbot, theme, [paper], theme.mm(60))
    pages = _pages(body)
    assert pages[0][0] is paper
    assert _words(_told(pages)) == _words(_LONG)
    assert paper.accessibleDescription() == _LONG
    body.resize(theme.mm(120), theme.mm(400))
    assert body.page_count == 1
    assert _pages(body) == [[paper]]
    assert paper.height() > theme.mm(60)


def test_a_button_without_detail_stays_whole(qtbot: QtBot, theme: Theme) -> None:
    button = TouchButton(theme, "Tờ khai")
    assert button.parts(100, 1) == [button]
    qtbot.addWidget(button)


def test_parts_stay_while_nothing_changes(qtbot: QtBot, theme: Theme) -> None:
    body = _body(qtbot, theme, [TextBlock(theme, _LONG)], theme.mm(60))
    body.next_page()
    before, page = set(body.findChildren(TextBlock)), body.page
    body._arrange()
    assert set(body.findChildren(TextBlock)) == before
    assert body.page == page == 1


def test_other_words_make_other_parts(qtbot: QtBot, theme: Theme) -> None:
    text = TextBlock(theme, _LONG)
    body = _body(qtbot, theme, [text], theme.mm(60))
    text.set_text("Xong.")
    body._arrange()
    assert body.page_count == 1
    assert _told(_pages(body)) == "Xong."


def test_a_smaller_area_keeps_the_part_shown(qtbot: QtBot, theme: Theme) -> None:
    blocks: list[QWidget] = [TextBlock(theme, "Trước", TextRole.BODY), TextBlock(theme, _LONG)]
    body = _body(qtbot, theme, blocks, theme.mm(70))
    body.show_block(blocks[1])
    shown = body.page
    body.resize(theme.mm(120), theme.mm(66))
    assert body.page >= shown >= 1


def test_new_blocks_let_go_of_former_parts(qtbot: QtBot, theme: Theme) -> None:
    body = _body(qtbot, theme, [TextBlock(theme, _LONG)], theme.mm(60))
    part = next(iter(body._parts.added()))
    with qtbot.waitSignal(part.destroyed):
        body.set_blocks([TextBlock(theme, "Mới")])
    assert _told(_pages(body)) == "Mới"
