"""The live page beside the guide, in the real windows of a counter, from opening to the wipe."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain.audit import AuditAction
from kiosk.domain.flow import ScreenName
from kiosk.domain.slip import Paper
from kiosk.services.settings import Settings, save_settings
from tests.portal.known import standing_in
from tests.portal.server import StandIn
from tests.support.cups import PrivateCups
from tests.support.cups import cups as cups  # noqa: PLC0414 - a fixture is found by its name here
from tests.ui.shells.at_portal import at_portal, go, live_of, shown
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import PATIENCE_MS, Counter, DemoFolder
from ui.citizen import wishes as cw
from ui.citizen.screens.admit_site_screen import AdmitSiteScreen
from ui.portal import wishes as pw
from ui.portal.engine import PortalEngine
from ui.portal.models import PageState
from ui.portal.web.live_page import LivePage
from ui.portal.web.profile import off_the_record_profile

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("webengine")]

COUNTER_ONLY = "2.000815"


@pytest.fixture
def portal() -> Iterator[StandIn]:
    """Return the stand-in portal."""
    with standing_in() as standin:
        yield standin


@pytest.fixture
def elsewhere() -> Iterator[StandIn]:
    """Return a site on no list."""
    with standing_in() as standin:
        yield standin


@pytest.fixture
def open_portal_counter(
    open_counter: OpenCounter, folder: DemoFolder, portal: StandIn
) -> Callable[..., Counter]:
    """Return what opens a counter whose portal is the stand-in."""

    def open_one(*roles: str) -> Counter:
        engine = PortalEngine(True, f"{portal.url}/", off_the_record_profile)
        opened = open_counter(folder, *roles, engine=engine)
        lead = next(s for s in opened.office.accounts.staff() if s.role == "lead")
        opened.office.portal_hosts.save(portal.site, lead)
        return opened

    return open_one


@pytest.fixture
def counter(open_portal_counter: Callable[..., Counter]) -> Counter:
    """Return a counter with two displays."""
    return open_portal_counter()


# The split


def test_the_page_opens_beside_the_step(counter: Counter) -> None:
    live = at_portal(counter)

    assert counter.is_at(ScreenName.PORTAL)
    assert live.view.isVisibleTo(counter.citizen.window)
    assert counter.citizen_says("127.0.0.1")
    screen = shown(counter)
    share = screen.guide.width() / (screen.guide.width() + screen.pane.width())
    assert share == pytest.approx(0.4, abs=0.01)


def test_steps_go_on_beside_the_page_and_back_again(counter: Counter) -> None:
    live = at_portal(counter)
    counter.wish(cw.ConfirmStep())
    assert counter.is_at(ScreenName.PORTAL)
    second = counter.citizen.flow.current.step_id
    counter.wish(cw.GoBack())
    assert counter.is_at(ScreenName.PORTAL)
    assert counter.citizen.flow.current.step_id != second
    counter.wish(cw.GoBack())

    assert counter.is_at(ScreenName.STEP)
    assert counter.citizen.portal.live is live


def test_pictures_are_a_touch_away_and_the_page_waits(counter: Counter) -> None:
    live = at_portal(counter)
    counter.wish(pw.ShowPictures())
    assert counter.is_at(ScreenName.STEP)
    assert not live.view.isVisible()
    counter.wish(pw.OpenPortal())

    assert counter.citizen.portal.live is live
    assert live.view.isVisibleTo(counter.citizen.window)


def test_text_size_contrast_and_language_do_not_load_the_page_anew(
    counter: Counter, portal: StandIn
) -> None:
    at_portal(counter)
    live = go(counter, portal, "/trong")
    counter.wish(cw.SetTextSize(1), cw.ToggleContrast(), cw.SetLanguage("en"))

    assert counter.citizen.portal.live is live
    assert live.view.isVisibleTo(counter.citizen.window)
    assert portal.asked("/trong") == 1


def test_the_page_is_the_same_after_asking_for_help(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    live = go(counter, portal, "/trong")
    counter.call()
    counter.wish(cw.ManageAlone())

    assert counter.is_at(ScreenName.PORTAL)
    assert live.view.isVisibleTo(counter.citizen.window)
    assert portal.asked("/trong") == 1


def test_the_split_is_resumed_from_home(counter: Counter) -> None:
    live = at_portal(counter)
    counter.wish(cw.GoHome(), cw.ResumeVisit())

    assert counter.is_at(ScreenName.PORTAL)
    assert live.view.isVisibleTo(counter.citizen.window)


def test_only_guides_that_lead_through_the_web_offer_the_page(counter: Counter) -> None:
    side, catalogue = counter.citizen.portal, counter.office.catalogue
    by_counter = catalogue.by_code(COUNTER_ONLY)
    birth = catalogue.by_code("1.001193")
    assert by_counter is not None
    assert birth is not None

    assert side.can_open(birth)
    assert not side.can_open(by_counter)


def test_without_the_engine_nothing_is_offered(
    open_counter: OpenCounter, folder: DemoFolder
) -> None:
    plain = open_counter(folder, engine=PortalEngine(is_there=False))
    plain.walk_to_step()
    assert not plain.citizen_says("Mở Cổng dịch vụ công ở đây")
    plain.wish(cw.ConfirmStep())

    assert plain.is_at(ScreenName.STEP)


def test_with_the_engine_it_is_offered(counter: Counter) -> None:
    counter.walk_to_step()

    assert counter.citizen_says("Mở Cổng dịch vụ công ở đây")


# Troubles


def test_a_crash_has_a_calm_screen_and_a_way_back(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    live = go(counter, portal, "/trong")
    os.kill(live.page.renderProcessPid(), signal.SIGKILL)
    counter.see_citizen(ScreenName.PORTAL, "Trang vừa dừng lại")
    assert not live.view.isVisible()
    assert counter.citizen_says("Thử lại")
    assert counter.citizen_says("Làm trên điện thoại")
    counter.wish(pw.ReloadPage())

    counter.until(lambda: live.watch.look.state is PageState.SHOWN)
    assert live.view.isVisibleTo(counter.citizen.window)


def test_the_telephone_is_a_way_out_of_a_trouble_and_back(
    counter: Counter, portal: StandIn
) -> None:
    at_portal(counter)
    portal.switches.down = True
    counter.wish(pw.ReloadPage())
    counter.see_citizen(ScreenName.PORTAL, "Cổng đang bận")
    counter.wish(cw.OnPhone())
    assert counter.is_at(ScreenName.PHONE)
    portal.switches.down = False
    counter.wish(cw.GoBack())
    counter.see_citizen(ScreenName.PORTAL, "Cổng đang bận")
    counter.wish(pw.ReloadPage())

    counter.until(lambda: counter.citizen_says("127.0.0.1"))


def test_a_calm_screen_takes_no_press_meant_for_the_page(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    window = counter.citizen.window
    before = window._changed_at
    portal.switches.down = True
    counter.wish(pw.ReloadPage())
    counter.see_citizen(ScreenName.PORTAL, "Cổng đang bận")

    assert window._changed_at > before


@pytest.mark.usefixtures("caplog")
def test_where_it_may_go_is_asked_again_when_it_could_not_be_read(counter: Counter) -> None:
    counter.walk_to_step()
    with counter.lost("office_values"):
        counter.wish(pw.OpenPortal())
        counter.see_citizen(ScreenName.PORTAL, "Máy chưa nối được với Cổng")
        counter.wish(pw.ReloadPage())
        counter.settled()
        counter.see_citizen(ScreenName.PORTAL, "Thử lại")
    counter.wish(pw.ReloadPage())
    live = live_of(counter)

    counter.until(lambda: live.view.isVisibleTo(counter.citizen.window))
    assert not counter.citizen_says("Máy chưa nối được với Cổng")


# A site that is not on the list


def refused_site(counter: Counter, portal: StandIn, elsewhere: StandIn) -> LivePage:
    """Bring the visit to a page that is refused."""
    at_portal(counter)
    portal.switches.away = elsewhere.url
    live = go(counter, portal, "/chuyen-vao")
    live.open(f"{portal.url}/chuyen-ra-ngoai")
    counter.see_citizen(ScreenName.PORTAL, "Trang này ở ngoài Cổng")
    return live


def test_staff_let_a_site_in_for_this_visit_with_their_pin(
    counter: Counter, portal: StandIn, elsewhere: StandIn
) -> None:
    live = refused_site(counter, portal, elsewhere)
    counter.wish(pw.AskAdmission())
    counter.see_citizen(ScreenName.ADMIT_SITE, "Lan")
    lan = next(s for s in counter.office.accounts.staff() if s.name == "Lan")
    counter.wish(pw.AdmitSite(lan.id, "000000"))
    counter.see_citizen(ScreenName.ADMIT_SITE, "Mã PIN chưa đúng")
    counter.wish(pw.AdmitSite(lan.id, counter.folder.pins["Lan"]))
    counter.see_citizen(ScreenName.PORTAL, "Bấm lại nút vừa rồi")
    live.open(f"{portal.url}/chuyen-ra-ngoai")
    counter.until(lambda: elsewhere.asked("/") == 1)
    counter.settled()

    kept = counter.rows(
        "SELECT staff_id, detail, subject FROM audit WHERE action = ?", AuditAction.HOST_ALLOWED
    )
    assert kept == [(lan.id, elsewhere.site, counter.visit.id)]
    counter.until(lambda: live.watch.look.site == elsewhere.site)


@pytest.mark.usefixtures("caplog")
def test_the_page_for_the_pin_says_so_when_no_pin_can_be_looked_at(
    counter: Counter, portal: StandIn, elsewhere: StandIn
) -> None:
    refused_site(counter, portal, elsewhere)
    with counter.lost("staff"):
        counter.wish(pw.AskAdmission())
        counter.see_citizen(ScreenName.ADMIT_SITE, "Máy chưa xem được mã PIN.")
    counter.wish(cw.GoBack(), pw.AskAdmission())
    counter.see_citizen(ScreenName.ADMIT_SITE, "Lan")


def test_the_next_visit_refuses_that_site_again(
    counter: Counter, portal: StandIn, elsewhere: StandIn
) -> None:
    live = refused_site(counter, portal, elsewhere)
    live.allow(elsewhere.site)
    live.open(f"{portal.url}/chuyen-ra-ngoai")
    counter.until(lambda: elsewhere.asked("/") == 1)
    counter.wish(cw.Finish())
    refused_site(counter, portal, elsewhere)

    assert elsewhere.asked("/") == 1


def test_whoever_asked_for_a_pin_by_mistake_goes_back(
    counter: Counter, portal: StandIn, elsewhere: StandIn
) -> None:
    refused_site(counter, portal, elsewhere)
    counter.wish(pw.AskAdmission())
    counter.see_citizen(ScreenName.ADMIT_SITE)
    assert isinstance(counter.citizen.window.shown, AdmitSiteScreen)
    counter.wish(cw.GoBack())
    counter.see_citizen(ScreenName.PORTAL, "Trang này ở ngoài Cổng")
    counter.wish(pw.PageBack())

    counter.until(lambda: counter.citizen_says("127.0.0.1"))


# What the page says and gives out


def test_a_question_of_the_page_is_answered_on_the_strip(counter: Counter, portal: StandIn) -> None:
    at_portal(counter)
    live = go(counter, portal, "/trong")
    ask = "setTimeout(() => document.title = confirm('Xóa tờ khai?') ? 'có' : 'không', 0); 0"
    live.page.runJavaScript(ask)
    counter.see_citizen(ScreenName.PORTAL, "Trang hỏi: “Xóa tờ khai?”")
    counter.wish(pw.AnswerNews(is_yes=True))
    counter.see_citizen(ScreenName.PORTAL, "Bấm lại nút vừa rồi")
    live.page.runJavaScript(ask)
    counter.until(lambda: live.page.title() == "có")
    counter.wish(pw.AnswerNews(is_yes=False))

    assert not counter.citizen_says("Bấm lại nút vừa rồi")


def test_a_paper_for_a_large_sheet_is_not_printed_on_slips(
    counter: Counter, portal: StandIn
) -> None:
    at_portal(counter)
    live_of(counter).open(f"{portal.url}/tai/to.pdf")

    counter.see_citizen(ScreenName.PORTAL, "Gọi cán bộ in giúp")


def test_a_paper_is_printed_on_the_printer_of_this_machine(
    open_portal_counter: Callable[..., Counter],
    folder: DemoFolder,
    portal: StandIn,
    cups: PrivateCups,
) -> None:
    settings = Settings(sound=False, device="quay-1", printer=cups.printer, paper=Paper.A4)
    save_settings(folder.paths.settings, settings)
    counter = open_portal_counter()
    at_portal(counter)
    live_of(counter).open(f"{portal.url}/tai/to.pdf")
    counter.see_citizen(ScreenName.PORTAL, "Trang đưa ra một tờ giấy")
    counter.wish(pw.AnswerNews(is_yes=True))
    counter.see_citizen(ScreenName.PORTAL, "Giấy sắp ra ở máy in")

    assert cups.printed(cups.known_title("cong-dich-vu-cong")).stat().st_size > 0


# Letting go


def test_the_end_of_the_visit_logs_out_and_leaves_nothing(
    counter: Counter, portal: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.portal.leaving.MOST_MS", PATIENCE_MS)
    at_portal(counter)
    live = go(counter, portal, "/dang-nhap")
    portal.office.scan()
    counter.until(lambda: live.address is not None and live.address.path == "/")
    counter.until(lambda: live.watch.look.progress == 100)
    live.open(f"{portal.url}/tai/to.pdf")
    counter.until(lambda: bool(papers(counter)))
    QGuiApplication.clipboard().setText("chimvang")
    counter.wish(cw.Finish())
    assert counter.is_at(ScreenName.ATTRACT)
    counter.until(lambda: portal.office.logged_out == 1)
    counter.until(lambda: counter.citizen.portal.is_clean)
    counter.settled()

    assert papers(counter) == []
    assert QGuiApplication.clipboard().text() == ""


def test_an_idle_visit_is_let_go_as_well(counter: Counter) -> None:
    at_portal(counter)
    counter.pass_time(180)
    counter.pass_time(60)

    assert counter.is_at(ScreenName.ATTRACT)
    assert counter.citizen.portal.live is None


def test_the_end_of_the_program_closes_a_page_that_is_leaving(
    counter: Counter, portal: StandIn
) -> None:
    at_portal(counter)
    live = go(counter, portal, "/dang-nhap")
    portal.office.scan()
    counter.until(lambda: live.address is not None and live.address.path == "/")
    portal.switches.slow_seconds = 20
    counter.close()

    assert counter.citizen.portal.is_clean


def test_the_start_wipes_what_a_crash_left_behind(
    open_portal_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    left = folder.paths.visit / "0197" / "trang-1.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"%PDF-")
    counter = open_portal_counter()
    counter.settled()

    assert not folder.paths.visit.exists()


def test_a_page_asked_for_by_the_former_visit_is_not_opened(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(pw.OpenPortal(), cw.Finish())
    counter.settled()

    assert counter.citizen.portal.live is None
    assert counter.is_at(ScreenName.ATTRACT)


def papers(counter: Counter) -> list[Path]:
    """Return every file of visits."""
    return [path for path in counter.folder.paths.visit.rglob("*") if path.is_file()]


def test_staff_take_over_beside_the_page_and_hand_back_the_same_one(counter: Counter) -> None:
    live = at_portal(counter)
    window, lan = counter.citizen.window, counter.office.accounts.who_can_log_in()[0]
    counter.wish(cw.AskHelp(), cw.AskTakeOver())
    counter.see_citizen(ScreenName.TAKE_OVER)
    counter.wish(cw.TakeOverScreen(lan.id, counter.folder.pins[lan.name]))
    counter.see_citizen(ScreenName.PORTAL, "đang làm giúp ông/bà.")
    corner = window.grab().toImage().pixelColor(2, window.height() - 2)
    assert window._kit is not None
    assert corner == window._kit.theme.colour("amber")
    assert live.view.isVisibleTo(window)

    counter.wish(cw.HandBack())
    assert counter.is_at(ScreenName.PORTAL)
    assert counter.citizen.portal.live is live
    assert window.header is not None
