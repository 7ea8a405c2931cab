"""Tables of staff: whole words, large rows, pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.fitting import misfits
from tests.ui.widgets.kit import make_theme
from ui.theme.tokens import Tone
from ui.widgets.row_table import RowTable
from ui.widgets.table_data import Cell, Column, Row

_COLUMNS = (Column("Người dân", 2), Column("Thủ tục", 3), Column("Hẹn"))


def _table(qtbot: QtBot, count: int) -> tuple[RowTable, list[QWidget]]:
    rows = [
        Row(
            (Cell(f"Nguyễn T. H. {n}", strong=True), "Đăng ký", Cell("mai", "clock", Tone.RED)),
            payload=n,
            selected=n == 1,
        )
        for n in range(count)
    ]
    table = RowTable(make_theme(staff=True), str, _COLUMNS, rows)
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.show()
    return table, list(table._widgets)


def test_rows_are_at_least_12_mm_and_fit(qtbot: QtBot) -> None:
    table, rows = _table(qtbot, 4)
    assert table.page_count == 1
    assert all(table.theme.metrics.to_mm(row.height()) >= 12 for row in rows)
    assert misfits(table) == []


def test_a_long_text_makes_its_row_higher(qtbot: QtBot) -> None:
    table, rows = _table(qtbot, 2)
    usual = rows[0].height()
    table.set_rows([Row(("Nguyễn Thị Hoa", "Đăng ký khai sinh cho con " * 6, "mai"))])
    assert table._widgets[0].height() > usual
    assert misfits(table) == []


def test_a_tap_hands_over_the_payload_and_changes_no_mark(qtbot: QtBot) -> None:
    table, rows = _table(qtbot, 3)
    with qtbot.waitSignal(table.row_activated) as told:
        QTest.mouseClick(rows[2], Qt.MouseButton.LeftButton)
    assert told.args == [2]
    marks = [row.isChecked() for row in rows if hasattr(row, "isChecked")]
    assert marks == [False, True, False]


def test_many_rows_are_paged_and_none_is_lost(qtbot: QtBot) -> None:
    table, rows = _table(qtbot, 23)
    seen: list[QWidget] = []
    for _ in range(table.page_count):
        seen += [row for row in rows if row.isVisible()]
        table.next_page()
    assert table.page_count > 1
    assert seen == rows


def test_a_row_is_spoken_as_a_whole(qtbot: QtBot) -> None:
    _, rows = _table(qtbot, 1)
    assert rows[0].accessibleName() == "Nguyễn T. H. 0, Đăng ký, mai"
