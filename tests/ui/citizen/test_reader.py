"""Reading a page: one sentence after the other, marked, stopped by anything, replayed."""

from __future__ import annotations

import pytest

from tests.fakes import FakeSpeaker
from tests.ui.citizen.hands import Citizen
from ui.citizen.read_button import ReadButton
from ui.citizen.reader import Reader
from ui.citizen.screen import CitizenScreen
from ui.widgets.readable import sentences_of
from ui.widgets.text_block import TextBlock


class Listener:
    """A reader with a voice that waits to be told, before a citizen's window."""

    def __init__(self, citizen: Citizen, state: str) -> None:
        self.citizen = citizen
        self.voice = FakeSpeaker("vi")
        self.page: CitizenScreen = citizen.show_state(state)
        self.reader = Reader(self.voice, citizen.window)
        self.turns: list[bool] = []
        self.reader.turned.connect(self.turns.append)

    def read(self) -> None:
        self.reader.read(self.page, "vi")

    @property
    def said(self) -> list[str]:
        return [said for _language, said in self.voice.said]

    def marked(self) -> list[str]:
        """Return what is marked on the page now."""
        sentences = sentences_of(self.page, "vi")
        places = {(id(s.flow), s.flow.mark) for s in sentences if s.flow.mark}
        return [s.shown for s in sentences if (id(s.flow), (s.piece.start, s.piece.end)) in places]


@pytest.fixture
def listener(citizen: Citizen) -> Listener:
    return Listener(citizen, "step")


def test_a_page_is_read_to_its_end_in_its_own_words(listener: Listener) -> None:
    listener.read()
    while listener.voice.is_speaking:
        assert len(listener.marked()) == 1
        listener.voice.finish()

    assert listener.said[:4] == [
        "bước ba trên bảy",
        "đăng ký khai sinh",
        "đăng nhập bằng vi en i ai đi",
        "bấm nút đỏ tài khoản định danh điện tử.",
    ]
    assert listener.said[-1] == "tôi đi lấy giấy tờ"
    assert listener.marked() == []
    assert listener.turns == [True, False]
    assert not listener.reader.is_reading


def test_the_sentence_that_is_said_is_the_one_marked(listener: Listener) -> None:
    listener.read()
    for _ in range(3):
        listener.voice.finish()

    assert listener.marked() == ["Bấm nút đỏ “Tài khoản định danh điện tử”."]


def test_stopped_is_silent_unmarked_and_forgotten(listener: Listener) -> None:
    listener.read()
    listener.voice.finish()
    listener.reader.stop()

    assert not listener.voice.is_speaking
    assert listener.marked() == []
    assert listener.reader.sentence is None
    assert listener.turns == [True, False]


def test_read_again_it_begins_anew(listener: Listener) -> None:
    listener.read()
    listener.voice.finish()
    listener.read()

    assert listener.said[0] == listener.said[-1] == "bước ba trên bảy"
    assert len(listener.marked()) == 1


def test_a_late_end_of_a_former_sentence_changes_nothing(listener: Listener) -> None:
    listener.read()
    late = listener.voice._done
    listener.read()
    assert late is not None
    late(True)

    assert listener.said == ["bước ba trên bảy"] * 2
    assert listener.reader.is_reading


def test_a_voice_that_fails_ends_the_reading(listener: Listener) -> None:
    listener.read()
    listener.voice.finish(was_said=False)

    assert not listener.reader.is_reading
    assert listener.turns == [True, False]


def test_what_no_voice_can_say_is_passed_over(listener: Listener) -> None:
    listener.voice.unsayable = {"bước ba trên bảy"}
    listener.read()

    assert listener.said == ["đăng ký khai sinh"]


def test_a_page_without_a_voice_for_it_is_not_read(listener: Listener) -> None:
    listener.voice.languages = frozenset({"en"})
    listener.read()

    assert (listener.said, listener.turns) == ([], [])


def test_words_that_have_changed_meanwhile_are_not_said(listener: Listener) -> None:
    listener.read()
    for block in listener.page.findChildren(TextBlock):
        block.set_text("")
    listener.voice.finish()

    assert listener.said[1:] == ["có rồi, đi tiếp"]


def test_each_sentence_counts_as_somebody_being_there(listener: Listener) -> None:
    steps: list[None] = []
    listener.reader.went_on.connect(lambda: steps.append(None))
    listener.read()
    listener.voice.finish()

    assert len(steps) == 2


def test_the_button_offers_to_stop_without_changing_its_size(citizen: Citizen) -> None:
    citizen.show_state("home")
    (button,) = citizen.all(ReadButton)
    place = button.geometry()
    assert citizen.tap("Đọc to")

    citizen.window.show_reading(True)
    assert (button.text(), button.accessibleName()) == ("Dừng", "Dừng")
    assert button.geometry() == place
    citizen.window.show_reading(False)
    assert button.text() == "Đọc to"
