"""A whole birth registration at the stand-in: from the home page to the code of the dossier.

The person presses and types as at the counter; what the portal then holds is read from its own
memory.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.office import ACCOUNT, LARGEST_BYTES, PASSWORD, Dossier
from tests.portal.server import StandIn
from tests.ui.portal.browser import Browser
from tests.ui.portal.conftest import Browse
from ui.portal.models import FieldKind, FileWish, NewsKind, PageState

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]

BABY = "Nguyễn Thị Mầm"


class Papers:
    """What the person has with them; `next` is what a file field gets."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.next = self.made("giay.pdf", b"%PDF-1.4 x")
        self.wishes: list[FileWish] = []

    def made(self, name: str, content: bytes) -> Path:
        """Return a file of that content."""
        path = self._folder / name
        path.write_bytes(content)
        return path

    def choose(self, wish: FileWish) -> list[Path]:
        """Hand the paper over."""
        self.wishes.append(wish)
        return [self.next]


@pytest.fixture
def papers(tmp_path: Path) -> Papers:
    return Papers(tmp_path)


def log_in_with_the_telephone(browser: Browser, portal: StandIn) -> None:
    browser.open(portal)
    browser.press("#dang-nhap")
    browser.see_path("/dang-nhap")
    portal.office.scan()
    browser.see_path("/")
    browser.until(lambda: "Xin chào" in str(browser.ask("document.body.innerText")))


def find_the_procedure(browser: Browser) -> None:
    browser.write("#tim", "khai sinh")
    browser.live.typing.enter()
    browser.see_path("/tim")
    browser.press("#khai-sinh")
    browser.see_path("/thu-tuc/khai-sinh")
    browser.choose("#tinh", "Hà Nội")
    browser.choose("#xa", "Ứng Hòa")
    browser.press("#nop")
    browser.see_path("/nop/nguoi-yeu-cau")


def fill_the_form_in(browser: Browser) -> None:
    parts = {
        "nguoi-yeu-cau": {"dien-thoai": "0912000000"},
        "em-be": {"ten-be": BABY, "ngay-sinh": "20/11/2026"},
        "nguoi-me": {"so-dinh-danh-me": "001190000002"},
        "nguoi-cha": {"so-dinh-danh-cha": "001090000003"},
        "nhan-ket-qua": {},
    }
    for part, fields in parts.items():
        browser.see_path(f"/nop/{part}")
        for field, text in fields.items():
            browser.write(f"#{field}", text)
        browser.press("#tiep")
    browser.see_path("/nop/giay-to")


def attach(browser: Browser, paper: str) -> None:
    """Attach the next paper and wait for the page that follows."""
    browser.press(f"#tep-{paper}")
    chosen = f"document.getElementById('tep-{paper}').files.length"
    browser.until(lambda: browser.ask(chosen) == 1)
    seen = len(browser.readies)
    browser.press(f"#gui-{paper}")
    browser.until(lambda: len(browser.readies) > seen)
    browser.see_path(f"/nop/giay-to/{paper}")


def only_dossier(portal: StandIn) -> Dossier:
    (dossier,) = portal.office.sessions.values()
    return dossier


def test_from_home_to_the_code_of_the_dossier(
    browse: Browse, portal: StandIn, papers: Papers
) -> None:
    browser = browse(choose=papers.choose)
    log_in_with_the_telephone(browser, portal)
    find_the_procedure(browser)
    fill_the_form_in(browser)
    attach(browser, "chung-sinh")
    attach(browser, "ket-hon")
    browser.press("#tiep")
    browser.see_path("/nop/le-phi")
    browser.press("#thanh-toan")
    browser.see_path("/thanh-toan")
    browser.press("#tra")
    browser.see_path("/nop/cam-doan")
    browser.press("#cam-doan")
    browser.press("#gui")
    browser.until(lambda: browser.path.startswith("/ho-so/"))

    dossier = only_dossier(portal)
    assert dossier.parts["em-be"]["ten-be"] == BABY
    assert dossier.commune == "Ứng Hòa"
    assert set(dossier.papers) == {"chung-sinh", "ket-hon"}
    browser.until(lambda: browser.ask("document.getElementById('ma').textContent") == dossier.code)
    assert papers.wishes[0] == FileWish(many=False, accepts=(".pdf", ".jpg", ".png"))
    browser.press("#tai")
    browser.until(lambda: bool(browser.papers))
    assert browser.papers[0].read_bytes().startswith(b"%PDF-")


def test_account_password_and_a_slow_code_log_in_as_well(browser: Browser, portal: StandIn) -> None:
    portal.switches.otp_seconds = 0.3
    browser.open(portal, "/dang-nhap")
    browser.write("#so", ACCOUNT)
    browser.write("#mat-khau", PASSWORD)
    browser.press("#vao")
    browser.see_path("/sso/otp")
    browser.write("#otp", portal.office.otp())
    browser.press("#xac-nhan")
    browser.see_path("/")

    assert len(portal.office.sessions) == 1


def test_a_paper_too_large_or_of_another_kind_is_told_by_the_page(
    browse: Browse, portal: StandIn, papers: Papers
) -> None:
    browser = browse(choose=papers.choose)
    log_in_with_the_telephone(browser, portal)
    browser.open(portal, "/nop/giay-to")
    papers.next = papers.made("to.pdf", b"%PDF-" + b"x" * LARGEST_BYTES)
    attach(browser, "chung-sinh")
    browser.until(lambda: "Tệp quá 2 MB." in str(browser.ask("document.body.innerText")))
    papers.next = papers.made("anh.gif", b"GIF89a")
    attach(browser, "chung-sinh")
    browser.until(lambda: "Chỉ nhận tệp" in str(browser.ask("document.body.innerText")))

    assert only_dossier(portal).papers == {}


def test_a_form_in_a_frame_of_another_site_is_filled_in(
    browse: Browse, portal: StandIn, elsewhere: StandIn
) -> None:
    """The real portal shows forms of a ministry in one."""
    browser = browse(elsewhere.site)
    elsewhere.office.sessions = portal.office.sessions
    portal.switches.form_site = elsewhere.url
    log_in_with_the_telephone(browser, portal)
    browser.open(portal, "/nop/em-be")
    browser.until(lambda: elsewhere.asked("/e-form/em-be") == 1)

    write_in_frame(browser, "ten-be", BABY)
    write_in_frame(browser, "ngay-sinh", "20/11/2026")
    browser.press_in_frame("#bieu-mau", "#tiep")
    browser.until(lambda: "em-be" in only_dossier(portal).parts)

    assert only_dossier(portal).parts["em-be"]["ten-be"] == BABY


def write_in_frame(browser: Browser, field: str, text: str) -> None:
    """Press a field in the frame and type into it."""
    browser.press_in_frame("#bieu-mau", f"#{field}")
    browser.until(lambda: browser.ask_frame("document.activeElement.id") == field)
    browser.until(lambda: browser.live.typing.kind is not FieldKind.NONE)
    browser.live.typing.write(text)
    browser.until(lambda: browser.ask_frame(f"document.getElementById('{field}').value") == text)


def test_a_gateway_that_is_not_listed_is_refused_until_staff_let_it_in(
    browse: Browse, portal: StandIn, elsewhere: StandIn
) -> None:
    portal.switches.away, portal.switches.pay_away = elsewhere.url, True
    browser = browse()
    log_in_with_the_telephone(browser, portal)
    browser.open(portal, "/nop/le-phi")
    browser.press("#thanh-toan")
    browser.see(PageState.REFUSED)
    browser.live.allow(elsewhere.site)
    assert browser.news[-1].kind is NewsKind.AGREED
    browser.press("#thanh-toan")
    browser.see_path("/thanh-toan")
    browser.press("#tra")
    browser.see_path("/nop/cam-doan")

    assert only_dossier(portal).is_paid


def test_a_portal_that_has_changed_still_opens(browser: Browser, portal: StandIn) -> None:
    portal.switches.changed = True
    browser.open(portal)

    assert browser.look.state is PageState.SHOWN
    assert "Giao diện mới" in str(browser.ask("document.body.innerText"))
