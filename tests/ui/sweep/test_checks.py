"""Each rule of the sweep finds what is wrong in a window made wrong on purpose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.flow import BarButton, ScreenName
from tests.ui.states_citizen import OFFICE, citizen_states
from tests.ui.sweep import (
    check_access,
    check_citizen,
    check_contrast,
    check_reading,
    check_text,
    check_touch,
)
from tests.ui.sweep.check_leftovers import Former
from tests.ui.sweep.configurations import CITIZEN_PAIRWISE, named
from tests.ui.sweep.view import Check, View
from ui.citizen.models import CustomizeModel
from ui.citizen.screen import ScreenKit
from ui.citizen.window import CitizenWindow
from ui.theme.theme import Theme
from ui.theme.tokens import Audience, TextRole
from ui.widgets.readable import keep_silent
from ui.widgets.text_block import TextBlock
from ui.widgets.text_flow import TextFlow
from ui.widgets.touch_button import ButtonKind, TouchButton

TALL = "Ế Ộ Ặ Ữ ỹ"


@pytest.fixture
def theme(qapp: object) -> Theme:
    return named(CITIZEN_PAIRWISE[0]).theme(Audience.CITIZEN)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.setPalette(theme.qt_palette())
    return window


def rules_broken(check: Check, window: QWidget, theme: Theme) -> list[str]:
    """Return the rules that `check` finds broken in the window as it is shown."""
    window.show()
    view = View(window, window, theme, "configuration", "state")
    return [rule for rule, _widget, _text in check(view)]


def put(widget: QWidget, window: QWidget, *place: int) -> None:
    widget.setParent(window)
    widget.setGeometry(*place)


def button(theme: Theme, window: QWidget, *place: int, text: str = "Có rồi") -> TouchButton:
    made = TouchButton(theme, text)
    put(made, window, *place)
    return made


def test_a_sound_window_breaks_no_rule(window: QWidget, theme: Theme) -> None:
    put(TextBlock(theme, TALL, TextRole.TITLE), window, 100, 50, 600, 68)
    button(theme, window, 100, 200, 400, 90)
    button(theme, window, 520, 200, 400, 90, text="Không giống")
    checks: tuple[Check, ...] = (
        check_access.names,
        check_access.tab_order,
        check_touch.target_sizes,
        check_touch.gaps,
        check_touch.edges,
        check_contrast.contrast,
        check_text.clipped,
        check_text.room,
        check_text.whole,
        check_text.sizes,
        check_text.letters,
        check_text.line_height,
        check_text.covered,
        check_citizen.no_scrolling,
    )

    assert [rules_broken(check, window, theme) for check in checks] == [[]] * len(checks)


def test_a_nameless_field_is_found(window: QWidget, theme: Theme) -> None:
    put(QLineEdit(), window, 100, 100, 400, 90)

    assert rules_broken(check_access.names, window, theme) == ["name"]


def test_a_field_that_swallows_tab_is_found(window: QWidget, theme: Theme) -> None:
    class Trap(QLineEdit):
        def focusNextPrevChild(self, next_one: bool) -> bool:
            return True

    put(Trap(), window, 100, 100, 400, 90)
    button(theme, window, 100, 300, 400, 90)

    assert "tab" in rules_broken(check_access.tab_order, window, theme)


def test_a_tab_order_against_reading_is_found(window: QWidget, theme: Theme) -> None:
    button(theme, window, 100, 400, 400, 90, text="Dưới")
    button(theme, window, 100, 100, 400, 90, text="Trên")

    assert rules_broken(check_access.tab_order, window, theme) == ["tab"]


def test_the_next_column_may_begin_higher(window: QWidget, theme: Theme) -> None:
    button(theme, window, 100, 400, 400, 90, text="Cột trái")
    button(theme, window, 600, 100, 400, 90, text="Cột phải")

    assert rules_broken(check_access.tab_order, window, theme) == []


def test_a_main_button_of_sixteen_millimetres_is_found(window: QWidget, theme: Theme) -> None:
    sixteen = theme.mm(16.0)
    button(theme, window, 100, 100, 400, sixteen)
    main = TouchButton(theme, "Tiếp", kind=ButtonKind.PRIMARY)
    put(main, window, 100, 300, 400, sixteen)

    assert rules_broken(check_touch.target_sizes, window, theme) == ["target"]


def test_buttons_too_close_are_found(window: QWidget, theme: Theme) -> None:
    button(theme, window, 100, 100, 400, 90)
    button(theme, window, 100, 190 + theme.mm(2.5), 400, 90)

    assert rules_broken(check_touch.gaps, window, theme) == ["gap"]


def test_a_button_at_the_edge_is_found(window: QWidget, theme: Theme) -> None:
    button(theme, window, theme.mm(4.0), 100, 400, 90)

    assert rules_broken(check_touch.edges, window, theme) == ["edge"]


@pytest.mark.parametrize(("colour", "found"), [("#6E6E6E", ["contrast"]), ("#504A44", [])])
def test_pale_text_is_found(window: QWidget, theme: Theme, colour: str, found: list[str]) -> None:
    label = QLabel("Giấy chứng sinh")
    label.setFont(theme.font(TextRole.BODY))
    palette = label.palette()
    palette.setColor(label.foregroundRole(), QColor(colour))
    label.setPalette(palette)
    put(label, window, 100, 100, 600, 80)

    assert rules_broken(check_contrast.contrast, window, theme) == found


def test_a_mark_cut_off_is_found(window: QWidget, theme: Theme) -> None:
    block = TextBlock(theme, TALL, TextRole.TITLE)
    # The line holds the letters, and loses what stands on top of them.
    holder = QWidget()
    put(holder, window, 100, 100, 600, 60)
    block.setParent(holder)
    block.setGeometry(0, -12, 600, 68)

    assert rules_broken(check_text.clipped, window, theme) == ["clipped"]


def test_a_text_without_room_is_found(window: QWidget, theme: Theme) -> None:
    put(TextBlock(theme, "Ông/bà xem lại rồi bấm " * 8), window, 100, 100, 500, 60)

    assert rules_broken(check_text.room, window, theme) == ["room"]
    assert "clipped" in rules_broken(check_text.clipped, window, theme)


def test_shortened_text_is_found(window: QWidget, theme: Theme) -> None:
    class Shortened(QLabel):
        def paintEvent(self, event: QPaintEvent) -> None:
            short = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, 200)
            QPainter(self).drawText(QPoint(0, 40), short)

    label = Shortened("Đăng ký khai sinh kết hợp nhận cha, mẹ, con")
    label.setFont(theme.font(TextRole.BODY))
    put(label, window, 100, 100, 300, 60)

    assert set(rules_broken(check_text.whole, window, theme)) == {"elided", "words"}


def test_text_shrunk_to_fit_is_found(window: QWidget, theme: Theme) -> None:
    label = QLabel("Có rồi")
    font = QFont(theme.font(TextRole.BODY))
    font.setPixelSize(font.pixelSize() - 8)
    label.setFont(font)
    put(label, window, 100, 100, 300, 60)

    assert set(rules_broken(check_text.sizes, window, theme)) == {"shrunk", "small"}


def test_a_painter_that_shrinks_is_found(window: QWidget, theme: Theme) -> None:
    class Scaled(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.scale(0.5, 0.5)
            painter.setFont(theme.font(TextRole.BODY))
            painter.drawText(QPoint(0, 60), "Có rồi")

    put(Scaled(), window, 100, 100, 300, 60)

    assert rules_broken(check_text.sizes, window, theme) == ["shrunk"]


def test_a_sign_the_font_lacks_is_found(window: QWidget, theme: Theme) -> None:
    put(TextBlock(theme, "Bấm ☎"), window, 100, 100, 300, 60)

    assert rules_broken(check_text.letters, window, theme) == ["font"]


def test_lines_too_close_are_found(window: QWidget, theme: Theme) -> None:
    class Tight(TextBlock):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.setFont(theme.font(TextRole.BODY))
            painter.drawText(QPoint(0, 40), "Ông/bà")
            painter.drawText(QPoint(0, 40 + theme.font(TextRole.BODY).pixelSize()), "xem lại")

    put(Tight(theme, "Ông/bà xem lại"), window, 100, 100, 300, 200)

    assert rules_broken(check_text.line_height, window, theme) == ["line height"]


def test_text_below_a_button_is_found(window: QWidget, theme: Theme) -> None:
    put(TextBlock(theme, TALL), window, 100, 120, 300, 60)
    button(theme, window, 90, 100, 400, 90)

    assert "covered" in rules_broken(check_text.covered, window, theme)


def test_what_outlives_its_screen_is_found(window: QWidget, theme: Theme) -> None:
    part = QWidget(window)
    kept = button(theme, part, 0, 0, 100, 100)
    former = Former(part)
    kept.setParent(window)
    part.deleteLater()

    assert former.left() == ["TouchButton"]


@pytest.fixture
def home(qtbot: QtBot, theme: Theme) -> CitizenWindow:
    """The citizen's window at home."""
    kit = ScreenKit(theme, named(CITIZEN_PAIRWISE[0]).translator(), speaks=True)
    window = CitizenWindow(windowed=True)
    qtbot.addWidget(window)
    window.resize(theme.metrics.width_px, theme.metrics.height_px)
    state = next(state for state in citizen_states(kit) if state.name is ScreenName.HOME)
    window.show_screen(state.name, state.model, kit, OFFICE, CustomizeModel(0, False, "vi"))
    window.show()
    return window


def citizen_rules(window: CitizenWindow, theme: Theme, check: Check) -> list[str]:
    facts: dict[str, object] = {"screen": window.screen_name}
    view = View(window, window, theme, "configuration", "state", facts)
    return [rule for rule, _widget, _text in check(view)]


def test_a_ninth_choice_is_found(home: CitizenWindow, theme: Theme) -> None:
    assert citizen_rules(home, theme, check_citizen.few_choices) == []
    assert home.shown is not None

    button(theme, home.shown, 100, 100, 400, 90, text="Việc khác").show()

    assert citizen_rules(home, theme, check_citizen.few_choices) == ["choices"]


def test_a_bar_without_help_is_found(home: CitizenWindow, theme: Theme) -> None:
    assert citizen_rules(home, theme, check_citizen.bar) == []
    help_button = home.bar.button(BarButton.HELP) if home.bar is not None else None
    assert help_button is not None

    help_button.set_text("Trợ giúp")
    assert citizen_rules(home, theme, check_citizen.bar) == ["bar"]
    help_button.hide()
    assert citizen_rules(home, theme, check_citizen.bar) == ["bar", "bar"]


def test_a_page_that_scrolls_is_found(window: QWidget, theme: Theme) -> None:
    put(QScrollBar(), window, 0, 0, 40, 400)

    assert rules_broken(check_citizen.no_scrolling, window, theme) == ["scroll"]


class _Mute(QWidget):
    """Paints words that no voice is told of."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(self.rect(), "Chữ này không ai đọc")


class _Liar(_Mute):
    """Paints some words and has others said."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._flow = TextFlow(theme, "Chữ khác", TextRole.BODY)

    def flows(self) -> tuple[TextFlow, ...]:
        return (self._flow,)


def on_page(home: CitizenWindow, widget: QWidget) -> None:
    assert home.shown is not None
    put(widget, home.shown, 100, 5, 700, 60)
    widget.show()


def reading_faults(home: CitizenWindow, theme: Theme) -> list[str]:
    view = View(home, home, theme, "configuration", "state", {})
    return [text for _rule, _widget, text in check_reading.read_aloud(view)]


def test_words_that_are_not_read_aloud_are_found(home: CitizenWindow, theme: Theme) -> None:
    assert reading_faults(home, theme) == []
    on_page(home, _Mute())

    assert "does not read “Chữ này không ai đọc”" in reading_faults(home, theme)


def test_words_that_are_read_and_not_shown_are_found(home: CitizenWindow, theme: Theme) -> None:
    on_page(home, _Liar(theme))

    assert "would say “Chữ khác”, which is not painted" in reading_faults(home, theme)


def test_a_page_that_keeps_silent_is_found(home: CitizenWindow, theme: Theme) -> None:
    assert home.shown is not None
    for part in home.shown.findChildren(QWidget):
        keep_silent(part)

    assert reading_faults(home, theme) == ["has nothing to read aloud"]


def test_words_read_out_of_order_are_found(home: CitizenWindow, theme: Theme) -> None:
    assert home.shown is not None
    title = home.shown.findChildren(TextBlock)[0]
    title.move(title.x(), home.shown.height() - title.height())

    assert any(fault.startswith("is read after") for fault in reading_faults(home, theme))


def test_a_header_that_does_not_begin_with_the_voice_is_found(
    home: CitizenWindow, theme: Theme
) -> None:
    assert home.header is not None
    home.header.buttons[0].setEnabled(False)

    assert "is no button to read aloud" in reading_faults(home, theme)
