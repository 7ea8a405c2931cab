"""Fields of a form: typed, chosen and stepped."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.widgets.kit import make_theme
from ui.theme.tokens import TextRole
from ui.widgets.choice import Choice
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_stepper import DateStepper
from ui.widgets.form_row import FormRow
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField

_TODAY = date(2026, 11, 22)
_LEFT = Qt.MouseButton.LeftButton


def test_a_form_row_names_its_field(qtbot: QtBot) -> None:
    theme = make_theme(staff=True)
    field = TextField(theme)
    row = FormRow(theme, "Họ và tên", field, "Như trên căn cước")
    qtbot.addWidget(row)
    assert field.accessibleName() == "Họ và tên"
    assert field.accessibleDescription() == "Như trên căn cước"
    labels = row.findChildren(QLabel)
    assert labels[0].buddy() is field
    row.set_help("")
    assert labels[1].isHidden()
    assert field.accessibleDescription() == ""


def test_a_text_field_is_high_enough_and_limited(qtbot: QtBot) -> None:
    for staff, least in ((False, 16.0), (True, 12.0)):
        theme = make_theme(staff=staff)
        field = TextField(theme, max_length=5)
        qtbot.addWidget(field)
        assert theme.metrics.to_mm(field.sizeHint().height()) >= least
        QTest.keyClicks(field, "NguyenThi")
        assert field.text() == "Nguye"
        assert field.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
        assert not field.dragEnabled()


def test_a_digits_field_takes_digits_only(qtbot: QtBot) -> None:
    field = TextField(make_theme(), digits_only=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "19a5x4")
    assert field.text() == "1954"


def test_a_long_hint_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    theme = make_theme()
    field = TextField(theme, placeholder="Gõ việc cần làm, ví dụ: làm giấy khai sinh cho cháu")
    qtbot.addWidget(field)
    field.resize(theme.mm(70), 10)
    field.show()
    assert field.sizeHint().height() >= 3 * theme.line_px(TextRole.BODY)


def test_one_of_several_can_be_chosen(qtbot: QtBot) -> None:
    field = ChoiceField(make_theme(), [Choice(n, f"Mục {n}") for n in range(3)], name="Kết quả")
    qtbot.addWidget(field)
    assert field.value() is None
    with qtbot.waitSignal(field.changed) as told:
        QTest.mouseClick(field.buttons[1], _LEFT)
    assert told.args == [1]
    QTest.mouseClick(field.buttons[2], _LEFT)
    assert field.values() == (2,)
    field.set_value(None)
    assert field.values() == ()


def test_several_can_be_chosen_and_taken_back(qtbot: QtBot) -> None:
    field = ChoiceField(make_theme(), [Choice(n, str(n)) for n in range(3)], multiple=True)
    qtbot.addWidget(field)
    field.set_values([0])
    with qtbot.waitSignal(field.changed) as told:
        QTest.mouseClick(field.buttons[2], _LEFT)
    assert told.args == [(0, 2)]
    QTest.mouseClick(field.buttons[0], _LEFT)
    assert field.values() == (2,)


def test_choices_in_columns_share_the_width(qtbot: QtBot) -> None:
    theme = make_theme(staff=True)
    choices = [Choice(n, text) for n, text in enumerate(("Có", "Chưa rõ lắm", "Không", "Khác"))]
    field = ChoiceField(theme, choices, columns=2)
    qtbot.addWidget(field)
    field.resize(600, 400)
    field.show()
    widths = [button.width() for button in field.buttons]
    assert max(widths) - min(widths) <= 1


def test_a_number_stays_within_its_bounds(qtbot: QtBot) -> None:
    stepper = NumberStepper(make_theme(), str, value=1, minimum=0, maximum=2, unit="người")
    qtbot.addWidget(stepper)
    told: list[object] = []
    stepper.changed.connect(told.append)
    QTest.mouseClick(stepper._more, _LEFT)
    assert (stepper.value(), stepper._more.isEnabled()) == (2, False)
    QTest.mouseClick(stepper._less, _LEFT)
    assert told == [2, 1]
    stepper.set_value(-5)
    assert (stepper.value(), stepper._less.isEnabled()) == (0, False)
    assert stepper._shown.text() == "0 người"


def test_a_day_is_told_with_its_weekday(qtbot: QtBot) -> None:
    stepper = DateStepper(make_theme(), str, value=date(2026, 11, 26), today=_TODAY)
    qtbot.addWidget(stepper)
    assert stepper._shown.text() == "Thứ Năm, 26/11/2026"
    QTest.mouseClick(stepper._onward, _LEFT)
    assert stepper.value() == date(2026, 11, 27)


def test_a_day_can_be_picked_at_once(qtbot: QtBot) -> None:
    stepper = DateStepper(make_theme(), str, value=_TODAY, today=_TODAY, maximum=date(2026, 11, 27))
    qtbot.addWidget(stepper)
    told: list[object] = []
    stepper.changed.connect(told.append)
    tomorrow, in_three, in_seven = stepper._picks
    assert (tomorrow.text(), in_three.text()) == ("Ngày mai", "Sau 3 ngày")
    assert not in_seven.isEnabled()
    QTest.mouseClick(in_three, _LEFT)
    assert told == [date(2026, 11, 25)]
    assert (tomorrow.isChecked(), in_three.isChecked()) == (False, True)


def test_a_day_stays_within_its_bounds(qtbot: QtBot) -> None:
    stepper = DateStepper(make_theme(), str, value=_TODAY, today=_TODAY, minimum=_TODAY)
    qtbot.addWidget(stepper)
    assert not stepper._back.isEnabled()
    stepper.set_value(date(2020, 1, 1))
    assert stepper.value() == _TODAY


def test_a_text_area_is_as_high_as_the_text_it_begins_with(qtbot: QtBot) -> None:
    theme = make_theme(staff=True)
    width = theme.mm(120)
    lines = [TextArea(theme, "\n".join(["Một câu."] * n)) for n in (1, 3, 5)]
    heights = [area.heightForWidth(width) for area in lines]
    for area in lines:
        qtbot.addWidget(area)
    assert theme.metrics.to_mm(heights[0]) >= 12.0
    assert heights == sorted(set(heights))
    assert TextArea(theme, "Một câu.", least_lines=5).heightForWidth(width) == heights[2]
    wrapped = TextArea(theme, "Một câu rất dài, dài hơn một dòng. " * 4)
    assert wrapped.heightForWidth(theme.mm(60)) > wrapped.heightForWidth(width)


def test_a_text_area_keeps_its_height_while_somebody_types(qtbot: QtBot) -> None:
    """Else what stands below it would move, and the field itself might leave its page."""
    theme = make_theme(staff=True)
    area = TextArea(theme, "Một câu.")
    qtbot.addWidget(area)
    before = area.heightForWidth(theme.mm(120))
    area.setPlainText("\n".join(["Một câu."] * 9))
    assert area.heightForWidth(theme.mm(120)) == before
    assert area.text().count("\n") == 8


def test_a_text_area_has_no_menu_no_bars_and_gives_tab_away(qtbot: QtBot) -> None:
    area = TextArea(make_theme(staff=True), "Một câu.", name="Lưu ý")
    qtbot.addWidget(area)
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert area.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert area.verticalScrollBarPolicy() is area.horizontalScrollBarPolicy() is off
    assert area.tabChangesFocus()
    assert area.accessibleName() == "Lưu ý"
