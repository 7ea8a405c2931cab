"""Finding by one's own words: answers at every key, none too late, and nothing kept of them."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.domain.assistance import Outcome
from kiosk.domain.flow import ScreenName
from kiosk.domain.national import NationalEntry
from kiosk.domain.search_answer import Answer, AnswerKind, Hit, Tile
from kiosk.domain.telex import Word
from tests.support.leftovers import deliver_deletions
from tests.ui.shells.counter import BIRTH, Counter
from ui.citizen import wishes as w
from ui.citizen.answer_parts import EXAMPLES, AnswerParts
from ui.citizen.models import FoundCard, SearchModel
from ui.citizen.screens.search_screen import SearchScreen
from ui.lanes import Lane
from ui.staff.models import StaffScreenName
from ui.widgets.touch_button import TouchButton

GAS = NationalEntry(
    "1.000005",
    "Thủ tục hải quan đối với khí, nguyên liệu xuất khẩu, nhập khẩu bằng đường ống chuyên dụng, "
    "đường dây tải điện",
    "Hải quan",
    "Cấp tỉnh",
    "2628/QĐ-BTC",
    "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfb",
)


def screen_of(counter: Counter) -> SearchScreen:
    """Return the search as it is shown."""
    shown = counter.citizen.window.shown
    assert isinstance(shown, SearchScreen)
    return shown


def open_search(counter: Counter) -> SearchScreen:
    """Begin a visit and open the search."""
    counter.wish(w.Begin(), w.OpenSearch())
    return screen_of(counter)


def type_in(counter: Counter, text: str) -> None:
    """Change the field key by key."""
    field = screen_of(counter).field
    for end in range(len(text) + 1):
        field.setText(text[:end])


def choose(counter: Counter, wish: object) -> None:
    """Press the tile that wishes for this."""
    tiles = screen_of(counter).area.findChildren(TouchButton)
    next(tile for tile in tiles if tile.payload == wish).click()


def answer_with(counter: Counter, find: Callable[[str], Answer]) -> None:
    """Let another search answer, and the national catalogue hold one entry."""
    counter.settled()  # or what is read at the start would take the catalogue's place
    counter.citizen.desk = replace(counter.citizen.desk, find=find)
    catalogue = counter.office.catalogue
    catalogue.take(replace(catalogue.content, national=(GAS,)))


def test_every_key_is_answered_in_place(counter: Counter) -> None:
    screen = open_search(counter)
    type_in(counter, "lam giay khai sinh")
    counter.see_citizen(ScreenName.SEARCH, "Đăng ký khai sinh")
    assert screen_of(counter) is screen
    type_in(counter, "khai tu")
    counter.see_citizen(ScreenName.SEARCH, "Đăng ký khai tử")
    assert screen.field.text() == "khai tu"


def test_every_example_leads_to_something(counter: Counter) -> None:
    for example in EXAMPLES:
        assert counter.office.finder.answer(example).hits, example


def test_the_search_never_runs_in_the_gui_thread(counter: Counter) -> None:
    threads: set[str] = set()

    def find(query: str) -> Answer:
        threads.add(threading.current_thread().name)
        return Answer(query)

    answer_with(counter, find)
    counter.citizen.search.warm_up()
    open_search(counter)
    type_in(counter, "khai")
    counter.settled()
    assert {name.rpartition("_")[0] for name in threads} == {Lane.SEARCH.value}


def test_an_answer_to_an_older_text_is_dropped_and_the_newest_asked(counter: Counter) -> None:
    asked: list[str] = []

    def find(query: str) -> Answer:
        asked.append(query)
        return Answer(query, hits=(Hit(BIRTH, query, 1.0),))

    answer_with(counter, find)
    open_search(counter)
    with counter.busy(Lane.SEARCH):
        type_in(counter, "khai sinh")
    counter.see_citizen(ScreenName.SEARCH, "khai sinh")
    counter.settled()
    assert asked == ["k", "khai sinh"]
    assert [card.text for card in counter.citizen.search.model().cards] == ["khai sinh"]


def test_an_emptied_field_shows_examples_whatever_comes_late(counter: Counter) -> None:
    open_search(counter)
    with counter.busy(Lane.SEARCH):
        type_in(counter, "khai")
        type_in(counter, "")
    counter.settled()
    assert counter.citizen_says("làm giấy khai sinh")
    assert counter.citizen.search.model() == SearchModel()


def test_a_late_answer_does_not_reach_the_next_person(counter: Counter) -> None:
    open_search(counter)
    with counter.busy(Lane.SEARCH):
        type_in(counter, "khai sinh")
        counter.wish(w.Finish())
        screen = open_search(counter)
        assert screen.field.text() == ""
    counter.settled()
    assert counter.citizen.search.model() == SearchModel()
    type_in(counter, "đăng ký kết hôn")
    counter.see_citizen(ScreenName.SEARCH, "Đăng ký kết hôn")


def test_what_was_found_is_there_again_on_the_way_back(counter: Counter) -> None:
    open_search(counter)
    type_in(counter, "lam giay khai sinh")
    counter.see_citizen(ScreenName.SEARCH, "Đăng ký khai sinh")
    choose(counter, w.OpenProcedure(BIRTH))
    counter.see_citizen(ScreenName.PROCEDURE)
    counter.wish(w.GoBack())
    counter.see_citizen(ScreenName.SEARCH, "Đăng ký khai sinh")
    assert screen_of(counter).field.text() == "lam giay khai sinh"
    assert not screen_of(counter).is_typing


def test_opened_anew_from_home_the_search_is_empty(counter: Counter) -> None:
    open_search(counter)
    type_in(counter, "khai tu")
    counter.settled()
    counter.wish(w.GoHome(), w.OpenSearch())
    assert screen_of(counter).field.text() == ""
    assert screen_of(counter).is_typing


def test_another_size_of_text_keeps_what_was_typed_and_where(counter: Counter) -> None:
    open_search(counter)
    type_in(counter, "lam giay khai sinh")
    screen_of(counter).field.setCursorPosition(4)
    former = screen_of(counter)
    counter.wish(w.SetTextSize(1))
    now = screen_of(counter)
    assert now is not former
    assert (now.field.text(), now.field.cursorPosition()) == ("lam giay khai sinh", 4)
    assert now.is_typing


def test_nothing_found_is_said_and_the_yellow_button_stays(counter: Counter) -> None:
    open_search(counter)
    type_in(counter, "xyzzy")
    counter.see_citizen(ScreenName.SEARCH, "Máy chưa tìm thấy việc này.")
    assert counter.citizen_says("Tôi cần giúp đỡ")


def test_a_search_that_fails_says_the_same(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    def find(_query: str) -> Answer:
        raise RuntimeError("the index is broken")

    answer_with(counter, find)
    open_search(counter)
    type_in(counter, "khai")
    counter.see_citizen(ScreenName.SEARCH, "Máy chưa tìm thấy việc này.")
    assert "the index is broken" in caplog.text


def test_a_question_offers_its_meanings(counter: Counter) -> None:
    tiles = (
        Tile("Xin bản sao giấy khai sinh", "2.000635", "Xã còn sổ gốc."),
        Tile("Làm lại giấy khai sinh", BIRTH, "Xã không còn sổ."),
    )
    question = "Xã còn sổ gốc không?"
    answer_with(counter, lambda q: Answer(q, AnswerKind.ASK, question=question, tiles=tiles))
    open_search(counter)
    type_in(counter, "a")
    counter.see_citizen(ScreenName.SEARCH, question)
    assert [card.detail for card in counter.citizen.search.model().cards] == [
        "Xã còn sổ gốc.",
        "Xã không còn sổ.",
    ]


def test_without_its_lesson_help_is_the_staff_s(counter: Counter) -> None:
    answer_with(counter, lambda q: Answer(q, AnswerKind.HELP, lesson_id="not-here"))
    open_search(counter)
    type_in(counter, "o")
    counter.see_citizen(ScreenName.SEARCH, "Cán bộ chỉ ông/bà cách làm.")


def test_what_is_done_elsewhere_says_where(counter: Counter) -> None:
    say = ("Việc này làm ở Công an tỉnh.",)
    answer_with(counter, lambda q: Answer(q, AnswerKind.OUT_OF_SCOPE, say=say))
    open_search(counter)
    type_in(counter, "b")
    counter.see_citizen(ScreenName.SEARCH, say[0])


def found_in_the_catalogue(query: str) -> Answer:
    """Answer with what has no guide here, and with what nobody knows."""
    hits = (Hit(GAS.code, GAS.name, 0.9, is_ours=False), Hit("9.999999", "Không có", 0.8))
    return Answer(query, hits=hits)


def test_an_entry_of_the_national_catalogue_opens_a_page_of_its_own(counter: Counter) -> None:
    answer_with(counter, found_in_the_catalogue)
    open_search(counter)
    type_in(counter, "khi")
    counter.see_citizen(ScreenName.SEARCH, "Thủ tục hải quan đối với khí")
    (card,) = counter.citizen.search.model().cards
    assert card.text.endswith("…")
    assert len(card.text) <= 90
    counter.wish(w.OpenListed(card.code))
    counter.see_citizen(ScreenName.LISTED, GAS.name)
    assert counter.citizen_says("Nơi giải quyết: Cấp tỉnh")
    counter.wish(w.GoHome())
    assert counter.citizen.flow.resume_place is None


@pytest.mark.parametrize("outcome", [Outcome.SUBMITTED, Outcome.NOT_HERE])
def test_staff_help_with_what_has_no_guide_here(counter: Counter, outcome: Outcome) -> None:
    answer_with(counter, found_in_the_catalogue)
    counter.log_in()
    open_search(counter)
    counter.wish(w.OpenListed(GAS.code), w.WithStaff())
    counter.take_call()
    assert counter.console_says(GAS.title)
    assert not counter.console_says(GAS.code)
    counter.finish_help(outcome)
    counter.see_citizen(ScreenName.LISTED, GAS.name)
    assert counter.staff.window.screen_name is not StaffScreenName.LOG_IN


def test_staff_read_what_took_the_place_of_a_former_code(counter: Counter) -> None:
    counter.log_in()
    names = counter.staff.names
    assert names.procedure("2.000986") == names.procedure("3.000722") != "2.000986"
    assert "2.000986" not in names.procedures, "nobody chooses it any more"


def test_nothing_of_what_was_typed_outlives_the_visit(counter: Counter) -> None:
    open_search(counter)
    type_in(counter, "lam giay khai sinh")
    counter.see_citizen(ScreenName.SEARCH, "Đăng ký khai sinh")
    assert _left()
    counter.wish(w.OpenProcedure(BIRTH), w.Finish())
    counter.settled()
    # The lane's thread may hold on to its last job a moment longer.
    counter.until(lambda: _left() == [])


def _left() -> list[object]:
    """Return what still lives of a search and of what was typed."""
    deliver_deletions()
    gc.collect()
    kinds = (SearchModel, FoundCard, AnswerParts, Answer, Word)
    return [thing for thing in gc.get_objects() if isinstance(thing, kinds)]
