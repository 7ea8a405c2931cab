"""What the script in the page finds, draws and tells, on a real browser and real pages."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.portal.server import StandIn
from tests.support.pdf import page_colours
from tests.ui.portal.browser import Browser
from tests.ui.portal.conftest import Browse
from ui.portal.models import HintLook, Search, SoughtStep
from ui.portal.web.bridge import OUR_WORLD

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]

LOOK = HintLook("#084c91", "#ffffff", 4, 6, 48)
LOG_IN = SoughtStep("log-in", text="ĐĂNG  nhập")
FIND = SoughtStep("find", selector="#tim")
CANARY = "chimvang7391x"


class Finder:
    """Searches in one browser and hears the answers."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.answers: list[tuple[int, str]] = []
        self._number = 0
        browser.live.hints.found.connect(self._on_found)

    def _on_found(self, number: int, step_id: str) -> None:
        self.answers.append((number, step_id))

    def seek(self, *steps: SoughtStep, **changes: object) -> None:
        """Search, and wait for the first answer."""
        self._number += 1
        wanted = Search(self._number, steps, LOOK, draws=True, scrolls=True)
        self.browser.live.hints.seek(replace(wanted, **changes))  # type: ignore[arg-type]
        self.browser.until(lambda: (self._number, self.found) in self.answers)

    @property
    def found(self) -> str:
        """The step found last."""
        mine = [step for number, step in self.answers if number == self._number]
        return mine[-1] if mine else "?"

    def see(self, step_id: str) -> None:
        """Wait until `step_id` is what was found."""
        self.browser.until(lambda: self.found == step_id)


@pytest.fixture
def finder(browser: Browser, portal: StandIn) -> Finder:
    browser.open(portal)
    return Finder(browser)


def hosts(browser: Browser) -> object:
    """Return how many hints lie over the page."""
    return browser.ask("document.querySelectorAll('dong-hanh-so').length")


def add(browser: Browser, html: str) -> None:
    """Put something at the end of the page."""
    browser.ask(f"document.body.insertAdjacentHTML('beforeend', {json.dumps(html)}); 0")


def test_words_are_found_whatever_their_case_and_spacing(finder: Finder) -> None:
    finder.seek(LOG_IN)

    assert finder.found == "log-in"
    assert hosts(finder.browser) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<a href='/trong'><span>Nô\u0323p</span>\n<b>hồ&nbsp;sơ</b> »</a>",
        "<input type='submit' value='NỘP HỒ SƠ'>",
        "<div role='button' aria-label='Nộp hồ sơ'>✓</div>",
        "<label>Nộp hồ sơ <input type='checkbox'></label>",
        "<input placeholder='Nộp hồ sơ'>",
    ],
)
def test_everything_that_can_be_pressed_is_known_by_its_words(finder: Finder, html: str) -> None:
    finder.seek(SoughtStep("hand-in", text="Nộp hồ sơ"))
    assert finder.found == ""
    add(finder.browser, html)

    finder.see("hand-in")


@pytest.mark.parametrize(
    "html",
    [
        "<button style='display:none'>Nộp hồ sơ</button>",
        "<button style='visibility:hidden'>Nộp hồ sơ</button>",
        "<button>Nộp hồ sơ sau</button>",
        "<p>Nộp hồ sơ</p>",
        "<input value='Nộp hồ sơ'>",
        "<textarea>Nộp hồ sơ</textarea>",
        "<select><option>Nộp hồ sơ</option></select>",
        "<div onclick='' contenteditable>Nộp hồ sơ</div>",
        "<button>Nop ho so</button>",
    ],
)
def test_what_is_hidden_other_or_typed_is_not_taken_for_it(finder: Finder, html: str) -> None:
    add(finder.browser, html)
    finder.seek(SoughtStep("hand-in", text="Nộp hồ sơ"), FIND)

    assert finder.found == "find"


def test_the_first_that_is_there_is_told_and_only_the_first_of_all_is_drawn(finder: Finder) -> None:
    finder.seek(SoughtStep("pay", text="Trả tiền"), FIND)
    assert finder.found == "find"
    assert hosts(finder.browser) == 0
    add(finder.browser, "<button>Trả tiền</button>")
    finder.see("pay")

    assert hosts(finder.browser) == 1


def test_a_step_without_anything_to_press_is_found_by_its_address(finder: Finder) -> None:
    finder.seek(SoughtStep("read"), FIND)

    assert finder.found == "read"
    assert hosts(finder.browser) == 0


def test_nothing_is_drawn_for_a_step_that_is_not_in_front(finder: Finder) -> None:
    finder.seek(FIND, draws=False)

    assert finder.found == "find"
    assert hosts(finder.browser) == 0


def test_a_selector_that_is_none_finds_nothing_and_harms_nothing(finder: Finder) -> None:
    finder.seek(SoughtStep("odd", selector="a[[b"), FIND)

    assert finder.found == "find"


def test_what_goes_and_what_comes_is_told(finder: Finder) -> None:
    finder.seek(FIND)
    finder.browser.ask("document.getElementById('tim').hidden = true; 0")
    finder.see("")
    assert hosts(finder.browser) == 0
    finder.browser.ask("document.getElementById('tim').hidden = false; 0")
    finder.see("find")

    assert hosts(finder.browser) == 1


def test_it_is_brought_into_sight_once(finder: Finder) -> None:
    browser = finder.browser
    add(browser, "<div style='height:4000px'></div><button id='unten'>Trả tiền</button>")
    finder.seek(SoughtStep("pay", text="Trả tiền"))
    browser.until(lambda: browser.ask("scrollY > 2000") is True)
    browser.ask("scrollTo(0, 0); 0")
    add(browser, "<i></i>")
    finder.seek(SoughtStep("pay", text="Trả tiền"))

    assert browser.ask("scrollY") == 0


def test_whoever_is_typing_keeps_the_field_in_sight(finder: Finder) -> None:
    browser = finder.browser
    browser.write("#tim", "khai")
    add(browser, "<div style='height:4000px'></div><button>Trả tiền</button>")
    finder.seek(SoughtStep("pay", text="Trả tiền"))

    assert finder.found == "pay"
    assert browser.ask("scrollY") == 0


def test_the_frame_moves_nothing_and_takes_no_press(finder: Finder, portal: StandIn) -> None:
    browser = finder.browser
    place = "JSON.stringify(document.getElementById('dang-nhap').getBoundingClientRect())"
    size = "[document.documentElement.scrollHeight, document.documentElement.scrollWidth].join()"
    before = (browser.ask(place), browser.ask(size))
    finder.seek(LOG_IN)

    assert (browser.ask(place), browser.ask(size)) == before
    host = "getComputedStyle(document.querySelector('dong-hanh-so'))"
    assert browser.ask(f"{host}.pointerEvents") == "none"
    assert browser.ask("document.querySelector('dong-hanh-so').shadowRoot") is None
    browser.press("#dang-nhap")
    browser.see_path("/dang-nhap")


def test_the_frame_stands_around_what_is_to_be_pressed(finder: Finder) -> None:
    finder.seek(LOG_IN)
    browser = finder.browser
    spot = browser.spot("#dang-nhap")
    width = browser.ask("document.getElementById('dang-nhap').getBoundingClientRect().width")
    assert isinstance(width, int | float)
    left = round(spot.x() - width / 2 - LOOK.gap - LOOK.line / 2)

    def colour() -> str:
        return browser.live.view.grab().toImage().pixelColor(left, spot.y()).name()

    browser.until(lambda: colour() == LOOK.colour)


def test_a_page_is_printed_without_the_hint(finder: Finder, portal: StandIn) -> None:
    browser = finder.browser
    finder.seek(SoughtStep("find", text="Tìm kiếm"))
    assert hosts(browser) == 1
    browser.live.downloads.print_page(browser.live.page)
    browser.until(lambda: bool(browser.papers))
    colours = page_colours(browser.papers[0].read_bytes())

    assert (0x7D, 0x1F, 0x2D) in colours
    assert (0x08, 0x4C, 0x91) not in colours


@pytest.mark.parametrize(("is_still", "moves"), [(False, 2), (True, 0)])
def test_whoever_wants_no_motion_gets_a_hint_that_stands_still(
    finder: Finder, is_still: bool, moves: int
) -> None:
    """Counted in the world of the script: no page sees the hint move."""
    browser = finder.browser
    counted: list[int] = []
    is_wanted = json.dumps(is_still)
    watch = f"""(() => {{ const ask = globalThis.matchMedia.bind(globalThis);
        globalThis.matchMedia = (what) => /reduced-motion: reduce/.test(what)
            ? {{ matches: {is_wanted} }} : ask(what);
        const move = Element.prototype.animate;
        globalThis.moves = 0;
        Element.prototype.animate = function (...how) {{
          globalThis.moves += 1; return move.apply(this, how); }}; }})()"""
    browser.live.page.runJavaScript(watch, OUR_WORLD.value)
    finder.seek(LOG_IN)
    assert hosts(browser) == 1
    browser.live.page.runJavaScript("globalThis.moves", OUR_WORLD.value, counted.append)
    browser.until(lambda: bool(counted))

    assert counted == [moves]


def test_looking_for_nothing_takes_the_hint_away(finder: Finder) -> None:
    finder.seek(LOG_IN)
    finder.browser.live.hints.seek(None)

    finder.browser.until(lambda: hosts(finder.browser) == 0)


def test_a_dialog_of_the_page_s_does_not_cover_the_hint(finder: Finder) -> None:
    add(finder.browser, "<dialog id='d'><button>Đồng ý</button></dialog>")
    finder.browser.ask("document.getElementById('d').showModal(); 0")
    finder.seek(SoughtStep("agree", text="Đồng ý"))

    assert finder.browser.ask("!!document.querySelector('#d > dong-hanh-so')") is True


def test_a_form_in_a_frame_of_another_site_is_looked_through(
    browse: Browse, portal: StandIn, elsewhere: StandIn
) -> None:
    browser = browse(elsewhere.site)
    elsewhere.office.sessions = portal.office.sessions
    portal.switches.form_site = elsewhere.url
    browser.open(portal, "/dang-nhap")
    portal.office.scan()
    browser.see_path("/")
    browser.open(portal, "/nop/em-be")
    finder = Finder(browser)
    finder.seek(SoughtStep("form", text="Tiếp tục"))
    finder.see("form")
    inside = "document.querySelectorAll('dong-hanh-so').length"

    assert browser.ask_frame(inside) == 1
    assert hosts(browser) == 0


def test_the_page_neither_sees_the_script_nor_can_speak_for_it(finder: Finder) -> None:
    finder.seek(FIND)
    told = list(finder.answers)

    assert finder.browser.ask("typeof dongHanhSo") == "undefined"
    finder.browser.ask("postMessage({dongHanhSoFound: 0, number: 1}, '*'); 0")
    finder.seek(SoughtStep("pay", text="Trả tiền"))
    assert finder.answers == [*told, (2, "")]


def test_only_a_number_and_a_step_are_ever_told(finder: Finder) -> None:
    browser = finder.browser
    browser.write("#tim", CANARY)
    finder.seek(FIND)

    assert CANARY not in repr(finder.answers)
    assert set(finder.answers) == {(1, "find")}
