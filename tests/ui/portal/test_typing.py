"""Typing into the page, and how little of a field ever reaches our code."""

from __future__ import annotations

import logging

import pytest

from tests.portal.office import PASSWORD
from tests.portal.server import StandIn
from tests.ui.portal.browser import Browser
from tests.ui.portal.conftest import Browse
from ui.keyboard.typist import Typist
from ui.portal.models import FieldKind

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]

FORM = """document.body.innerHTML = `
  <input id="ten"> <textarea id="y-kien"></textarea> <div id="soan" contenteditable>x</div>
  <input id="so" inputmode="numeric"> <input id="dien-thoai" type="tel">
  <input id="mat-khau" type="password"> <input id="otp" autocomplete="one-time-code">
  <input id="ma" placeholder="Nhập mã xác thực"> <input id="mot" maxlength="1">
  <label>Mã PIN <input id="pin"></label> <input id="cham" style="-webkit-text-security: disc">
  <input id="tim" type="search"> <input id="tra" enterkeyhint="search">
  <form role="search"><input id="cuu"></form>
  <button id="nut">Gửi</button> <input id="o" type="checkbox">`; 0"""


@pytest.fixture
def form(browser: Browser, portal: StandIn) -> Browser:
    """Return a browser at a page with fields of every kind."""
    browser.open(portal, "/trong")
    browser.ask(FORM)
    return browser


def test_letters_with_marks_arrive_whole(form: Browser) -> None:
    form.write("#ten", "Nguyễn Thị Ước ĐẮC")

    assert form.ask("document.getElementById('ten').value") == "Nguyễn Thị Ước ĐẮC"


def test_the_page_hears_keys_as_of_a_keyboard(form: Browser) -> None:
    form.ask(
        "window.nghe = []; for (const k of ['keydown', 'input', 'keyup'])"
        "addEventListener(k, e => nghe.push(e.type)); 0"
    )
    form.write("#ten", "ế")

    form.until(lambda: form.ask("nghe") == ["keydown", "input", "keyup"])


def test_letters_are_taken_back_and_enter_sends(form: Browser) -> None:
    form.write("#ten", "abc")
    form.live.typing.erase(2)
    form.until(lambda: form.ask("document.getElementById('ten').value") == "a")
    form.ask("addEventListener('keydown', e => document.title = e.key); 0")
    form.live.typing.enter()

    form.see_title("Enter")


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("#ten", FieldKind.TEXT),
        ("#y-kien", FieldKind.TEXT),
        ("#soan", FieldKind.TEXT),
        ("#tim", FieldKind.SEARCH),
        ("#tra", FieldKind.SEARCH),
        ("#cuu", FieldKind.SEARCH),
        ("#so", FieldKind.NUMBER),
        ("#dien-thoai", FieldKind.NUMBER),
        ("#mat-khau", FieldKind.SECRET),
        ("#otp", FieldKind.CODE),
        ("#ma", FieldKind.SECRET),
        ("#mot", FieldKind.CODE),
        ("#pin", FieldKind.SECRET),
        ("#cham", FieldKind.SECRET),
        ("#nut", FieldKind.NONE),
        ("#o", FieldKind.NONE),
    ],
)
def test_the_kind_of_a_field_is_known(form: Browser, field: str, kind: FieldKind) -> None:
    form.press(field)
    form.until(lambda: bool(form.kinds) and form.live.typing.kind is kind)
    form.until(lambda: form.kinds[-1] is kind)


def test_leaving_a_field_is_known(form: Browser) -> None:
    form.press("#ten")
    form.until(lambda: form.live.typing.kind is FieldKind.TEXT)
    form.ask("document.activeElement.blur(); 0")

    form.until(lambda: form.live.typing.kind is FieldKind.NONE)


def test_a_field_in_a_frame_of_another_site_is_known_too(
    browse: Browse, portal: StandIn, elsewhere: StandIn
) -> None:
    portal.switches.form_site = elsewhere.url
    elsewhere.office.sessions = portal.office.sessions
    browser = browse(elsewhere.site)
    session = portal.office.open_session()
    browser.open(portal, "/trong")
    browser.ask(f"document.cookie = 'phien={session}; path=/; secure'; 0")
    browser.open(portal, "/nop/nguoi-yeu-cau")
    browser.until(lambda: elsewhere.asked("/e-form/nguoi-yeu-cau") == 1)
    spot = browser.spot("#bieu-mau")
    frames = browser.live.page.mainFrame().children()
    browser.until(lambda: bool(browser.live.page.mainFrame().children()))
    frames = browser.live.page.mainFrame().children()
    done: list[object] = []
    frames[0].runJavaScript("document.getElementById('dien-thoai').focus(); 1", 0, done.append)
    browser.press_at(spot)
    browser.until(lambda: bool(done))
    frames[0].runJavaScript("document.getElementById('dien-thoai').focus(); 1", 0, done.append)

    browser.until(lambda: browser.live.typing.kind is FieldKind.NUMBER)


def test_the_page_s_own_scripts_see_nothing_of_ours(form: Browser) -> None:
    assert form.ask("[typeof QWebChannel, typeof qt]") == ["undefined", "undefined"]


def test_a_word_we_do_not_know_is_taken_for_a_secret_field(form: Browser) -> None:
    form.live.bridge.field_focused("mật khẩu là 123")

    assert form.kinds == [FieldKind.SECRET]


def test_nothing_of_a_password_is_told_kept_or_logged(
    browser: Browser, portal: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    heard: list[str] = []
    browser.live.bridge.focused.connect(heard.append)
    browser.open(portal, "/dang-nhap")
    browser.write("#mat-khau", PASSWORD)

    assert set(heard) <= set(FieldKind)
    assert PASSWORD not in caplog.text
    assert all(PASSWORD not in str(value) for value in vars(browser.live.typing).values())


def test_words_are_composed_without_looking_at_the_field(form: Browser) -> None:
    typist = Typist()
    form.press("#ten")
    form.until(lambda: form.live.typing.kind is FieldKind.TEXT)
    typist.aim_at(form.live.typing)
    for key in "Nguyeenx Thij Mai":
        typist.type(key)

    form.until(lambda: form.ask("document.getElementById('ten').value") == "Nguyễn Thị Mai")
    assert form.live.typing.text_before() == "Mai"


def test_a_press_in_the_field_begins_a_new_word(form: Browser) -> None:
    form.write("#ten", "an")
    form.live.typing.replace_before(0, "h")
    assert form.live.typing.text_before() == "h"
    form.press("#ten")

    form.until(lambda: form.live.typing.text_before() == "")


@pytest.mark.parametrize("field", ["mat-khau", "otp", "ma", "pin", "cham"])
def test_nothing_is_composed_remembered_or_logged_in_a_secret_field(
    form: Browser, field: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    typist = Typist()
    form.press(f"#{field}")
    form.until(lambda: form.live.typing.kind.is_secret)
    typist.aim_at(form.live.typing)
    for key in "aaww1dd":
        typist.type(key)

    form.until(lambda: form.ask(f"document.getElementById('{field}').value") == "aaww1dd")
    assert form.live.typing.text_before() == ""
    assert all("aaww" not in str(value) for value in vars(typist).values())
    assert "aaww1dd" not in caplog.text


def test_what_is_typed_into_stays_in_sight_when_the_keys_take_room(form: Browser) -> None:
    form.ask("document.getElementById('ten').style.marginTop = '500px'; 0")
    form.press("#ten")
    form.until(lambda: form.live.typing.kind is FieldKind.TEXT)
    form.live.view.resize(1000, 160)

    def is_in_sight() -> bool:
        script = "document.getElementById('ten').getBoundingClientRect().bottom <= innerHeight"
        return form.ask(f"innerHeight < 200 && {script}") is True

    form.until(is_in_sight)
