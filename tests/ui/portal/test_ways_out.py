"""Every way out of the page that a page or a finger can try, each of them closed."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.portal.office import ACCOUNT
from tests.portal.server import StandIn
from tests.ui.portal.browser import Browser
from tests.ui.portal.conftest import Browse
from ui.portal.models import NewsKind, PageNews, PageState

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def at_ways_out(browser: Browser, portal: StandIn, elsewhere: StandIn) -> Browser:
    """Return a browser at the page that holds every way out."""
    portal.switches.away = elsewhere.url
    browser.open(portal, "/loi-ra")
    return browser


# Places


def test_a_link_to_another_site_is_refused_and_the_page_stays(
    at_ways_out: Browser, portal: StandIn, elsewhere: StandIn
) -> None:
    at_ways_out.press("#ngoai")
    at_ways_out.see(PageState.REFUSED)

    assert at_ways_out.look.refused == elsewhere.site
    assert at_ways_out.path == "/loi-ra"
    assert elsewhere.office.asked == []
    at_ways_out.live.back()
    assert at_ways_out.look.state is PageState.SHOWN
    assert at_ways_out.look.site == portal.site


def test_every_refusal_is_logged_without_its_query(
    browser: Browser, portal: StandIn, elsewhere: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    """Of what we refuse to open, of a link, of what a page loads, of a redirect, of a download."""
    caplog.set_level(logging.DEBUG)
    browser.live.open(f"{elsewhere.url}/trang?so={ACCOUNT}#phan")
    browser.see(PageState.REFUSED)
    portal.switches.away = elsewhere.url
    browser.open(portal, "/loi-ra")
    browser.until(lambda: browser.ask("document.getElementById('hinh').alt") == "không hiện")
    for way in ("#ngoai", "#chuyen"):
        browser.press(way)
        browser.see(PageState.REFUSED)
        browser.live.back()
    browser.press("#zip")
    browser.until(lambda: browser.news[-1].kind is NewsKind.NOT_A_PAPER)

    away = f"https://{elsewhere.site}"
    for line in (
        f"page refused: {away}/trang",
        f"navigation refused: {away}/ (NavigationTypeLinkClicked)",
        f"request refused: {away}/hinh.png (ResourceTypeImage)",
        f"download refused: {portal.url}/tai/anh.zip (application/zip)",
    ):
        assert line in caplog.messages
    frames = [m for m in caplog.messages if m.startswith(("navigation", "request"))]
    assert len(frames) >= 4
    assert ACCOUNT not in caplog.text
    assert "phan" not in caplog.text


def test_a_redirect_to_another_site_is_stopped_on_its_way(
    at_ways_out: Browser, elsewhere: StandIn
) -> None:
    at_ways_out.press("#chuyen")
    at_ways_out.see(PageState.REFUSED)

    assert at_ways_out.look.refused == elsewhere.site
    assert elsewhere.office.asked == []


def test_neither_frame_nor_picture_comes_from_another_site(
    at_ways_out: Browser, elsewhere: StandIn
) -> None:
    at_ways_out.until(lambda: at_ways_out.ask("document.getElementById('hinh').alt") != "")

    assert at_ways_out.ask("document.getElementById('hinh').alt") == "không hiện"
    assert elsewhere.office.asked == []
    refused = [n for n in at_ways_out.news if n.kind is NewsKind.FRAME_REFUSED]
    assert {news.text for news in refused} == {elsewhere.site}
    assert at_ways_out.look.state is PageState.SHOWN


@pytest.mark.parametrize("script", ["fetch('{away}/')", "new WebSocket('{socket}/')"])
def test_no_script_reaches_another_site(
    at_ways_out: Browser, elsewhere: StandIn, script: str
) -> None:
    socket = elsewhere.url.replace("https:", "wss:")
    call = script.format(away=elsewhere.url, socket=socket)
    at_ways_out.ask(f"document.title = 'vừa hỏi'; {call}; 0")
    at_ways_out.see_title("vừa hỏi")
    at_ways_out.ask("new Promise(done => setTimeout(done, 100))")

    assert elsewhere.office.asked == []


@pytest.mark.parametrize("way", ["#goi", "#zalo", "#thu", "#tep"])
def test_no_other_program_and_no_file_is_opened(at_ways_out: Browser, way: str) -> None:
    at_ways_out.press(way)
    at_ways_out.until(lambda: at_ways_out.look.state is PageState.REFUSED)

    assert at_ways_out.look.refused.endswith(":")
    assert at_ways_out.path == "/loi-ra"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "view-source:https://dichvucong.gov.vn/",
        "chrome://version",
        "chrome://crash",
        "devtools://devtools/bundled/inspector.html",
        "data:text/html,<h1>x</h1>",
        "http://127.0.0.1/",
        "about:version",
        "ftp://127.0.0.1/",
    ],
)
def test_no_address_but_an_encrypted_page_is_opened(
    browser: Browser, portal: StandIn, address: str
) -> None:
    browser.open(portal, "/trong")
    browser.live.open(address)
    browser.until(lambda: browser.look.state is PageState.REFUSED)

    assert browser.path == "/trong"


# Windows


def test_a_new_window_opens_in_place(at_ways_out: Browser) -> None:
    at_ways_out.press("#cua-so")
    at_ways_out.see_path("/trong")


def test_a_window_opened_by_a_press_opens_in_place(at_ways_out: Browser) -> None:
    at_ways_out.press("#bat")
    at_ways_out.see_path("/trong")


def test_a_window_of_another_site_is_refused(at_ways_out: Browser, elsewhere: StandIn) -> None:
    at_ways_out.press("#cua-so-ngoai")
    at_ways_out.see(PageState.REFUSED)

    assert elsewhere.office.asked == []


def test_a_window_nobody_pressed_for_does_not_open(at_ways_out: Browser) -> None:
    at_ways_out.ask("window.open('/trong') === null")

    assert at_ways_out.path == "/loi-ra"


def test_a_form_for_a_new_window_is_sent_in_place_with_what_it_holds(
    at_ways_out: Browser, portal: StandIn
) -> None:
    at_ways_out.press("#gui-moi")
    at_ways_out.see_path("/nhan")

    assert portal.office.posted[-1] == b"a=1"


# Questions of the browser's


def test_an_alert_is_told_beside_the_page(at_ways_out: Browser) -> None:
    at_ways_out.press("#bao")
    at_ways_out.until(lambda: any(n.kind is NewsKind.SAID for n in at_ways_out.news))

    assert at_ways_out.news[-1].text == "Đã lưu"
    assert QApplication.activeModalWidget() is None


def test_a_question_is_answered_no_until_the_person_agrees(at_ways_out: Browser) -> None:
    at_ways_out.press("#hoi")
    at_ways_out.see_title("không")
    at_ways_out.live.agree("Xóa tờ khai?")
    at_ways_out.press("#hoi")
    at_ways_out.see_title("có")
    at_ways_out.press("#hoi")
    at_ways_out.see_title("không")

    assert at_ways_out.news[-1].kind is NewsKind.ASKED


def test_a_field_of_the_browser_s_gets_nothing(at_ways_out: Browser) -> None:
    at_ways_out.press("#nhap")
    at_ways_out.see_title("null")


ASKS = {
    "place": """navigator.geolocation.getCurrentPosition(() => document.title = 'cho',
        e => document.title = 'không ' + e.code)""",
    "camera": """navigator.mediaDevices.getUserMedia({video: true})
        .then(() => document.title = 'cho', e => document.title = 'không ' + e.name)""",
    "microphone": """navigator.mediaDevices.getUserMedia({audio: true})
        .then(() => document.title = 'cho', e => document.title = 'không ' + e.name)""",
    "notification": "Notification.requestPermission().then(a => document.title = 'không ' + a)",
    "clipboard": """navigator.clipboard.readText()
        .then(() => document.title = 'cho', e => document.title = 'không ' + e.name)""",
    "copying": """navigator.clipboard.writeText('x')
        .then(() => document.title = 'cho', e => document.title = 'không ' + e.name)""",
}
REFUSALS = {
    "place": ("1",),
    "camera": ("NotAllowedError", "AbortError"),
    "microphone": ("NotAllowedError", "AbortError"),
    "notification": ("denied",),
    "clipboard": ("NotAllowedError",),
    "copying": ("NotAllowedError",),
}
OURS = {
    "place": "Geolocation",
    "camera": "MediaVideoCapture",
    "microphone": "MediaAudioCapture",
    "notification": "Notifications",
}
"""What the engine asks us; the others it refuses without asking, by its settings."""


@pytest.mark.parametrize("asked", ASKS)
def test_permissions_are_refused(
    at_ways_out: Browser, asked: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ui.portal")
    at_ways_out.press("#o")
    at_ways_out.ask(f"{ASKS[asked]}; 0")
    refusals = [f"không {refusal}" for refusal in REFUSALS[asked]]

    at_ways_out.until(lambda: at_ways_out.live.page.title() in refusals)
    if asked in OURS:
        assert f"permission refused: {OURS[asked]}" in caplog.messages


def test_a_page_does_not_fill_the_screen(at_ways_out: Browser) -> None:
    at_ways_out.ask(
        "document.getElementById('chu').onclick = e => document.documentElement"
        ".requestFullscreen().catch(() => document.title = 'không đầy'); 0"
    )
    at_ways_out.press("#chu")
    at_ways_out.see_title("không đầy")


# Hands


def test_there_is_no_menu(at_ways_out: Browser) -> None:
    at_ways_out.click_right(at_ways_out.spot("#chu"))
    at_ways_out.ask("0")

    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu)]
    assert (
        at_ways_out.ask(
            "document.body.dispatchEvent(new MouseEvent('contextmenu',"
            "{bubbles: true, cancelable: true}))"
        )
        is False
    )


def test_two_fingers_do_not_zoom(at_ways_out: Browser) -> None:
    at_ways_out.press("#chu")  # from now on it takes touches
    # A browser that takes the gesture for its own tells the page “cancel”, not “end”.
    at_ways_out.ask(
        "for (const kind of ['touchend', 'touchcancel'])"
        "addEventListener(kind, e => document.title = 'hết chạm'); 0"
    )
    at_ways_out.spread(QPoint(400, 300), 240)
    at_ways_out.see_title("hết chạm")

    assert at_ways_out.ask("visualViewport.scale") == 1


def test_nothing_is_dragged_and_no_text_selected(at_ways_out: Browser) -> None:
    drag = (
        "document.getElementById('ngoai').dispatchEvent(new DragEvent('dragstart',"
        "{bubbles: true, cancelable: true}))"
    )
    select = (
        "document.getElementById('{}').dispatchEvent(new Event('selectstart',"
        "{{bubbles: true, cancelable: true}}))"
    )

    assert at_ways_out.ask(drag) is False
    assert at_ways_out.ask(select.format("chu")) is False
    assert at_ways_out.ask(select.format("o")) is True


def test_nothing_is_dropped_into_the_page(at_ways_out: Browser, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    view = at_ways_out.live.view
    target = view.focusProxy()
    assert target is not None
    enter = QDragEnterEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, PLAIN
    )
    enter.ignore()
    QApplication.sendEvent(target, enter)
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, PLAIN
    )
    drop.ignore()
    QApplication.sendEvent(target, drop)

    assert not view.acceptDrops()
    assert not enter.isAccepted()
    assert not drop.isAccepted()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_P, CONTROL),
        (Qt.Key.Key_S, CONTROL),
        (Qt.Key.Key_F, CONTROL),
        (Qt.Key.Key_U, CONTROL),
        (Qt.Key.Key_O, CONTROL),
        (Qt.Key.Key_N, CONTROL),
        (Qt.Key.Key_Plus, CONTROL),
        (Qt.Key.Key_I, CONTROL | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Left, ALT),
        (Qt.Key.Key_F4, ALT),
        (Qt.Key.Key_F5, PLAIN),
        (Qt.Key.Key_F7, PLAIN),
        (Qt.Key.Key_F11, PLAIN),
        (Qt.Key.Key_F12, PLAIN),
        (Qt.Key.Key_Menu, PLAIN),
        (Qt.Key.Key_Back, PLAIN),
        (Qt.Key.Key_Refresh, PLAIN),
        (Qt.Key.Key_HomePage, PLAIN),
        (Qt.Key.Key_Escape, PLAIN),
    ],
)
def test_no_key_that_commands_reaches_the_page(
    at_ways_out: Browser, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    at_ways_out.press("#o")
    at_ways_out.ask("window.phím = []; addEventListener('keydown', e => phím.push(e.key)); 0")
    at_ways_out.key(key, modifiers)
    at_ways_out.key(Qt.Key.Key_A, PLAIN)
    at_ways_out.until(lambda: at_ways_out.ask("phím.includes('a')") is True)

    assert at_ways_out.ask("phím.filter(k => !['a', 'Shift', 'Control', 'Alt'].includes(k))") == []


# Paper


def test_a_pdf_goes_into_the_visit_s_folder_under_a_name_of_ours(at_ways_out: Browser) -> None:
    at_ways_out.press("#pdf")
    at_ways_out.until(lambda: bool(at_ways_out.papers))
    paper = at_ways_out.papers[0]

    assert paper.parent == at_ways_out.folder.path
    assert paper.read_bytes().startswith(b"%PDF-")
    assert "to" not in paper.stem.split("-")
    assert at_ways_out.look.state is PageState.SHOWN


@pytest.mark.parametrize("way", ["#zip", "#pdf-gia"])
def test_anything_but_a_pdf_is_not_taken(at_ways_out: Browser, way: str) -> None:
    at_ways_out.press(way)
    at_ways_out.until(lambda: at_ways_out.news[-1].kind is NewsKind.NOT_A_PAPER)

    assert at_ways_out.papers == []
    assert not at_ways_out.folder.path.exists() or not list(at_ways_out.folder.path.iterdir())


@pytest.mark.parametrize("way", ["#pdf", "#in"])
def test_without_room_for_a_paper_the_page_says_so_and_goes_on(
    at_ways_out: Browser, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A file stands where the visit's folder would be made."""
    at_ways_out.folder.path.write_bytes(b"")
    at_ways_out.press(way)
    at_ways_out.until(lambda: at_ways_out.news[-1:] == [PageNews(NewsKind.NOT_A_PAPER)])

    assert at_ways_out.papers == []
    assert at_ways_out.look.state is PageState.SHOWN
    assert "no place for a page's paper: File exists" in caplog.text


def test_printing_a_page_makes_a_paper_and_no_window(at_ways_out: Browser) -> None:
    at_ways_out.press("#in")
    at_ways_out.until(lambda: bool(at_ways_out.papers))

    assert at_ways_out.papers[0].read_bytes().startswith(b"%PDF-")
    assert QApplication.activeModalWidget() is None


def test_a_file_field_gets_papers_of_the_visit_and_shows_no_folder(
    browse: Browse, portal: StandIn, tmp_path: Path
) -> None:
    paper = tmp_path / "giay.pdf"
    paper.write_bytes(b"%PDF-1.4")
    wishes: list[object] = []

    def choose(wish: object) -> list[Path]:
        wishes.append(wish)
        return [paper]

    browser = browse(choose=choose)
    browser.open(portal, "/trong")
    browser.ask("document.body.innerHTML = '<input id=tep type=file accept=\".pdf\">'; 0")
    browser.press("#tep")
    browser.until(lambda: browser.ask("document.getElementById('tep').files.length") == 1)

    assert browser.ask("document.getElementById('tep').files[0].name") == "giay.pdf"
    assert len(wishes) == 1
    assert QApplication.activeModalWidget() is None
