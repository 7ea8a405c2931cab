"""Pages instead of scroll bars."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.fitting import misfits
from tests.ui.widgets.kit import PANELS, make_theme, picture
from ui.theme.tokens import TextRole, TextSize
from ui.widgets.card import Card
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.pager import PagedBody
from ui.widgets.paging import paginate
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


def test_blocks_fill_a_page_before_the_next() -> None:
    assert paginate([40, 40, 40], 100, 10) == [range(2), range(2, 3)]
    assert paginate([40, 50], 100, 10) == [range(2)]
    assert paginate([40, 51], 100, 10) == [range(1), range(1, 2)]
    assert paginate([], 100, 10) == [range(0)]


def test_a_heading_goes_along_with_what_it_heads() -> None:
    pages = paginate([50, 20, 40], 100, 10, [False, True, False])
    assert pages == [range(1), range(1, 3)]
    two_headings = paginate([50, 10, 10, 40], 100, 10, [False, True, True, False])
    assert two_headings == [range(1), range(1, 4)]


def test_headings_stay_behind_where_they_leave_no_room() -> None:
    pages = paginate([20, 20, 30, 70], 100, 10, [False, True, True, False])
    assert pages == [range(3), range(3, 4)]
    one_goes_along = paginate([30, 20, 20, 60], 100, 10, [False, True, True, False])
    assert one_goes_along == [range(2), range(2, 4)]


def test_a_heading_alone_on_a_page_stays() -> None:
    assert paginate([90, 90], 100, 10, [True, False]) == [range(1), range(1, 2)]


def test_a_block_that_is_too_high_has_its_own_page() -> None:
    assert paginate([30, 300, 30], 100, 10) == [range(1), range(1, 2), range(2, 3)]


def _body(qtbot: QtBot, count: int, height: int) -> tuple[PagedBody, list[QWidget]]:
    theme = make_theme()
    body = PagedBody(theme, str)
    qtbot.addWidget(body)
    blocks: list[QWidget] = [TextBlock(theme, f"Khối thứ {n}") for n in range(count)]
    body.set_blocks(blocks)
    body.resize(theme.mm(150), height)
    body.show()
    return body, blocks


def test_what_fits_has_one_page_and_no_bar(qtbot: QtBot) -> None:
    body, blocks = _body(qtbot, 3, 600)
    assert body.page_count == 1
    assert all(block.isVisible() for block in blocks)
    assert not body._bar.isVisible()


def test_every_block_is_shown_whole_on_exactly_one_page(qtbot: QtBot) -> None:
    body, blocks = _body(qtbot, 17, 400)
    seen: list[QWidget] = []
    for page in range(body.page_count):
        assert body.page == page
        shown = [block for block in blocks if block.isVisible()]
        assert all(block.geometry().bottom() < body._bar.y() for block in shown)
        assert misfits(body) == []
        seen += shown
        body.next_page()
    assert body.page_count > 1
    assert seen == blocks


def test_the_buttons_turn_pages_and_disappear_at_the_ends(qtbot: QtBot) -> None:
    body, _ = _body(qtbot, 17, 400)
    back, onward = body._bar._back, body._bar._next
    assert (back.isVisible(), onward.isVisible()) == (False, True)
    with qtbot.waitSignal(body.page_changed) as turned:
        QTest.mouseClick(onward, Qt.MouseButton.LeftButton)
    assert turned.args == [1, body.page_count]
    assert body._bar._count.text() == f"2/{body.page_count}"
    assert body._bar._count.accessibleName() == f"Trang 2 trên {body.page_count}"
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert body.page == 0


def test_keys_turn_pages_and_stop_at_the_ends(qtbot: QtBot) -> None:
    body, _ = _body(qtbot, 17, 400)
    QTest.keyClick(body, Qt.Key.Key_PageDown)
    assert body.page == 1
    QTest.keyClick(body, Qt.Key.Key_PageUp)
    QTest.keyClick(body, Qt.Key.Key_PageUp)
    assert body.page == 0


def test_a_smaller_page_keeps_the_place(qtbot: QtBot) -> None:
    body, blocks = _body(qtbot, 17, 400)
    body.next_page()
    first = next(block for block in blocks if block.isVisible())
    body.resize(body.width(), 300)
    assert first.isVisible()


def test_a_block_that_grows_is_paged_anew(qtbot: QtBot) -> None:
    body, blocks = _body(qtbot, 3, 300)
    assert body.page_count == 1
    assert isinstance(blocks[0], TextBlock)
    blocks[0].set_text("Một hai ba bốn năm sáu bảy tám chín mười. " * 5)
    qtbot.waitUntil(lambda: body.page_count > 1)
    assert misfits(body) == []


def test_a_block_can_be_turned_to(qtbot: QtBot) -> None:
    body, blocks = _body(qtbot, 17, 400)
    body.show_block(blocks[-1])
    assert blocks[-1].isVisible()


def test_a_block_higher_than_a_page_is_reported(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, logger="ui"):
        body, _ = _body(qtbot, 1, 40)
        card = Card(make_theme())
        card.add(TextBlock(make_theme(), "Một hai ba bốn năm sáu bảy tám. " * 9))
        body.set_blocks([card])
    assert "block of" in caplog.text
    assert "hai" not in caplog.text


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("size", TextSize)
def test_eight_tiles_fit_every_panel_whole(qtbot: QtBot, panel: str, size: TextSize) -> None:
    theme = make_theme(panel, size)
    grid = PagedGrid(theme, str)
    qtbot.addWidget(grid)
    texts = ("Sinh con", "Người cao tuổi, khó khăn", "Buôn bán, đất đai, xây nhà", "Kết hôn") * 2
    tiles = [
        TouchButton(theme, text, detail="Cấp thẻ, kích hoạt mức 2", icon="heart", badge="7 thủ tục",
                    kind=ButtonKind.TILE)
        for text in texts
    ]  # fmt: skip
    grid.set_items(tiles)
    panel_px = theme.metrics
    grid.resize(panel_px.width_px - 2 * theme.margin, panel_px.height_px - theme.mm(90))
    grid.show()
    assert max(tile.geometry().right() for tile in tiles if tile.isVisible()) == grid.width() - 1
    shown: list[TouchButton] = []
    for _ in range(grid.page_count):
        visible = [tile for tile in tiles if tile.isVisible()]
        assert len({tile.height() for tile in visible}) == 1
        widths = [tile.width() for tile in visible]
        assert max(widths) - min(widths) <= 1
        assert misfits(grid) == []
        shown += visible
        grid.next_page()
    assert shown == tiles


def test_stretched_tiles_line_up_whatever_their_texts(qtbot: QtBot) -> None:
    theme = make_theme()
    grid = PagedGrid(theme, str)
    qtbot.addWidget(grid)
    texts = ("Kết hôn", "Người cao tuổi, khó khăn, khuyết tật, neo đơn")
    tiles = [TouchButton(theme, text, icon="heart", kind=ButtonKind.TILE) for text in texts]
    grid.set_items(tiles)
    grid.resize(theme.mm(170), theme.mm(100))
    grid.show()
    icon = QRect(0, 0, theme.mm(30), theme.mm(30))
    assert picture(tiles[0]).copy(icon) == picture(tiles[1]).copy(icon)
    assert tiles[0].height() > tiles[1].heightForWidth(tiles[1].width())


def test_a_grid_prefers_full_rows(qtbot: QtBot) -> None:
    theme = make_theme()
    grid = PagedGrid(theme, str)
    qtbot.addWidget(grid)
    buttons = [TouchButton(theme, "Có", kind=ButtonKind.CHOICE) for _ in range(6)]
    grid.set_items(buttons)
    grid.resize(theme.mm(450), theme.mm(150))
    grid.show()
    assert len({button.x() for button in buttons}) == 3


def test_a_grid_takes_fewer_columns_where_cells_are_too_high(qtbot: QtBot) -> None:
    theme = make_theme("small", TextSize.LARGEST)
    grid = PagedGrid(theme, str, min_cell_mm=60)
    qtbot.addWidget(grid)
    detail = "Sinh con, khai sinh, nhận cha mẹ con, bảo hiểm y tế"
    tiles = [
        TouchButton(theme, "Có con nhỏ", detail=detail, icon="heart", kind=ButtonKind.TILE)
        for _ in range(4)
    ]
    grid.set_items(tiles)
    grid.resize(theme.mm(320), theme.mm(95))
    grid.show()
    assert tiles[0].geometry().bottom() < grid._bar.y()
    assert misfits(grid) == []


def test_no_cell_grows_wider_than_allowed(qtbot: QtBot) -> None:
    theme = make_theme()
    grid = PagedGrid(theme, str, max_cell_mm=120)
    qtbot.addWidget(grid)
    for count in (1, 3):
        grid.set_items([TouchButton(theme, "Có", kind=ButtonKind.CHOICE) for _ in range(count)])
        grid.resize(theme.mm(400), theme.mm(150))
        grid.show()
        buttons = [b for b in grid.findChildren(TouchButton) if b.kind is ButtonKind.CHOICE]
        shown = [b for b in buttons if b.isVisible()]
        assert {b.width() for b in shown} == {theme.mm(120)}
        assert min(b.x() for b in shown) == 0


def test_a_grid_never_offers_more_than_eight(qtbot: QtBot) -> None:
    theme = make_theme()
    grid = PagedGrid(theme, str, min_cell_mm=40)
    qtbot.addWidget(grid)
    buttons = [TouchButton(theme, "Có", kind=ButtonKind.CHOICE) for _ in range(11)]
    grid.set_items(buttons)
    grid.resize(theme.mm(450), theme.mm(250))
    grid.show()
    assert grid.page_count == 2
    assert sum(not button.isHidden() for button in buttons) == 8


def test_former_blocks_are_let_go(qtbot: QtBot) -> None:
    body, blocks = _body(qtbot, 2, 400)
    with qtbot.waitSignal(blocks[0].destroyed):
        body.set_blocks([TextBlock(make_theme(), "Mới", TextRole.TITLE)])


def test_words_are_turned_to_where_just_they_stand_before_where_they_are_part(
    qtbot: QtBot,
) -> None:
    theme = make_theme()
    body = PagedBody(theme, str)
    qtbot.addWidget(body)
    texts = ["Bé có giấy khai sinh không?", *["Câu khác."] * 8, "giấy khai sinh"]
    blocks = [TextBlock(theme, text) for text in texts]
    body.set_blocks(blocks)
    body.resize(theme.mm(150), 300)
    body.show()
    assert body.page_count > 1

    body.show_words("giấy khai sinh")
    assert blocks[-1].isVisible()
    body.show_words("Bé có giấy")
    assert blocks[0].isVisible()
    body.show_words("không có ở đây")
    assert blocks[0].isVisible()
