"""Reading aloud at a counter: begun by its button, ended by anything else that happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.domain.flow import ScreenName
from tests.ui.shells.counter import Counter
from ui.citizen import wishes as w
from ui.citizen.read_button import ReadButton
from ui.citizen.window import GUARD_SECONDS
from ui.widgets.readable import sentences_of

STILL_HERE = "Ông/bà còn ở đây không?"


def read(counter: Counter) -> None:
    """Let the page be read, and hear the first sentence."""
    counter.wish(w.ReadAloud())
    assert counter.voice.is_speaking


def is_silent(counter: Counter) -> bool:
    """Return whether nothing is said, marked or kept to be said."""
    reader = counter.citizen.voice.reader
    page = counter.citizen.window.page_to_read
    assert page is not None
    marks = [s.flow.mark for s in sentences_of(page, "vi") if s.flow.mark]
    silent = not counter.voice.is_speaking
    assert silent is (not reader.is_reading) is (reader.sentence is None)
    assert silent is (marks == [])
    assert silent is (next(reader._rest, None) is None)
    return silent


def ready(counter: Counter) -> None:
    """Let the moment pass in which a new page takes no presses."""
    counter.citizen.window._changed_at -= GUARD_SECONDS


def press_a_key(counter: Counter) -> None:
    QTest.keyClick(counter.citizen.window.windowHandle(), Qt.Key.Key_Tab)


def touch_beside(counter: Counter) -> None:
    window = counter.citizen.window
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(3, 300))


def go_back(counter: Counter) -> None:
    counter.wish(w.GoBack())


def end_the_visit(counter: Counter) -> None:
    counter.wish(w.Finish())


def grow_the_text(counter: Counter) -> None:
    counter.wish(w.SetTextSize(1))


def fall_silent_for_long(counter: Counter) -> None:
    counter.pass_time(200)


@pytest.mark.parametrize(
    "action",
    [
        press_a_key,
        touch_beside,
        go_back,
        end_the_visit,
        grow_the_text,
        fall_silent_for_long,
    ],
)
def test_any_action_stops_it(counter: Counter, action: Callable[[Counter], None]) -> None:
    counter.walk_to_step()
    ready(counter)
    read(counter)
    action(counter)

    assert is_silent(counter)
    assert {button.accessibleName() for button in shown_buttons(counter)} == {"Đọc to"}


def shown_buttons(counter: Counter) -> list[ReadButton]:
    buttons = counter.citizen.window.findChildren(ReadButton)
    return [button for button in buttons if button.isVisible()]


def test_the_button_reads_then_stops_then_reads_from_the_beginning(counter: Counter) -> None:
    counter.walk_to_step()
    counter.clock.advance(1)
    ready(counter)
    press(counter, "Đọc to")
    counter.voice.finish()
    assert len(counter.voice.said) == 2

    press(counter, "Dừng")
    assert is_silent(counter)

    press(counter, "Đọc to")
    assert counter.voice.said[0] == counter.voice.said[-1]
    assert len(counter.voice.said) == 3


def press(counter: Counter, name: str) -> None:
    """Touch a button through the window's handle, where every press passes first."""
    (button,) = shown_buttons(counter)
    assert button.accessibleName() == name
    button._last_activation = float("-inf")
    window = counter.citizen.window
    point = button.mapTo(window, button.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=point)


def test_a_scan_at_home_ends_the_reading(counter: Counter) -> None:
    counter.wish(w.Begin())
    read(counter)
    counter.scan("no slip of ours")
    counter.see_citizen(ScreenName.APPOINTMENT)

    assert is_silent(counter)


def test_who_listens_is_not_asked_whether_they_are_there(counter: Counter) -> None:
    counter.walk_to_step()
    read(counter)
    for _ in range(4):
        counter.pass_time(100)
        counter.voice.finish()

    assert not counter.citizen_says(STILL_HERE)
    counter.pass_time(180)
    assert counter.citizen_says(STILL_HERE)
    assert is_silent(counter)


def test_the_resting_screen_reads_without_beginning_a_visit(counter: Counter) -> None:
    assert shown_buttons(counter)
    read(counter)

    assert counter.voice.said[0] == ("vi", "đồng hành số")
    assert counter.citizen.visit is None
    assert counter.is_at(ScreenName.ATTRACT)


def test_without_an_english_voice_english_pages_have_no_button(counter: Counter) -> None:
    counter.walk_to_step()
    assert shown_buttons(counter)
    counter.wish(w.SetLanguage("en"))
    assert shown_buttons(counter) == []
    counter.wish(w.SetLanguage("vi"))
    assert shown_buttons(counter)


def test_an_english_page_is_read_in_english_and_its_rest_in_vietnamese(counter: Counter) -> None:
    counter.voice.languages = frozenset({"en", "vi"})
    counter.walk_to_step()
    counter.wish(w.ConfirmStep(), w.ConfirmStep(), w.SetLanguage("en"), w.ReadAloud())
    while counter.voice.is_speaking:
        counter.voice.finish()

    assert ("en", "Find the right procedure") in counter.voice.said
    own_words = [said for language, said in counter.voice.said if language == "vi"]
    assert own_words[0].startswith("gõ đăng ký khai sinh")
    assert ("en", "Vietnamese") in counter.voice.said


def test_on_one_screen_the_band_reads_what_it_says_to_who_waits(one_screen: Counter) -> None:
    one_screen.call()
    assert one_screen.citizen.window.call_band is not None
    (button,) = shown_buttons(one_screen)
    assert one_screen.citizen.window.call_band.isAncestorOf(button)
    read(one_screen)
    one_screen.voice.finish()

    assert [said for _language, said in one_screen.voice.said][-1] == "tôi tự làm tiếp được"


def test_no_name_and_no_entry_of_a_person_is_said_after_the_visit(counter: Counter) -> None:
    counter.walk_to_step()
    read(counter)
    counter.wish(w.Finish())
    heard = len(counter.voice.said)
    counter.settled()

    assert is_silent(counter)
    assert len(counter.voice.said) == heard


def test_the_program_ends_in_silence(counter: Counter) -> None:
    counter.walk_to_step()
    read(counter)
    counter.close()

    assert not counter.voice.is_speaking
