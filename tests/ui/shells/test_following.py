"""The guide follows the page: a whole registration by touch, and a portal that has changed."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QVideoFrame

import kiosk.app
import ui.portal.follower
from kiosk.domain.flow import ScreenName
from kiosk.domain.follow import Standing
from kiosk.domain.visit import VisitEventKind
from tests.bench.finger import Finger
from tests.portal.guide import guide_files
from tests.portal.known import standing_in
from tests.portal.person import Person
from tests.portal.server import StandIn
from tests.support.sheets import on_a_table, paper_image, qimage
from tests.ui.portal.test_wipe import files_with
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import BIRTH, Counter, DemoFolder
from ui.citizen import wishes as cw
from ui.citizen.screens.portal_screen import PortalScreen
from ui.keyboard.key import Key
from ui.keyboard.keyboard_panel import KeyboardPanel
from ui.keyboard.layouts import Deed
from ui.papers import wishes as papers
from ui.papers.desk import PapersDesk
from ui.portal import wishes as pw
from ui.portal.engine import PortalEngine
from ui.portal.models import FieldKind, FollowLook
from ui.portal.web.profile import off_the_record_profile
from ui.staff import wishes as sw
from ui.staff.content import wishes as rw
from ui.staff.models import StaffScreenName

pytestmark = [
    pytest.mark.real,
    pytest.mark.xdist_group("webengine"),
    pytest.mark.qt_log_ignore("No RHI backend", extend=True),
]

CANARY = "chimvang7391x"
BABY = "Nguyễn Thị Mầm"
CODE = "document.getElementById('ma').textContent"
STEPS = [
    "readiness",
    "vneid-login",
    "find-procedure",
    "choose-agency",
    "fill-form",
    "attach-papers",
    "proof",
    "pay-online",
    "submit",
    "note-code",
]


@pytest.fixture
def portal() -> Iterator[StandIn]:
    """Return the stand-in portal."""
    with standing_in() as standin:
        yield standin


@pytest.fixture
def counter(
    open_counter: OpenCounter,
    folder: DemoFolder,
    portal: StandIn,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Counter:
    """Return a counter whose guide knows the stand-in's pages."""
    files = guide_files(tmp_path, portal.site)
    monkeypatch.setattr(kiosk.app, "procedure_files", lambda: files)
    monkeypatch.setattr(ui.portal.follower, "MISSING_MS", 400)
    monkeypatch.setattr(ui.portal.follower, "SETTLING_MS", 100)
    engine = PortalEngine(True, f"{portal.url}/", off_the_record_profile)
    opened = open_counter(folder, engine=engine, papers=PapersDesk(stick_roots=tuple))
    lead = next(s for s in opened.office.accounts.staff() if s.role == "lead")
    opened.office.portal_hosts.save(portal.site, lead)
    return opened


class Walker:
    """A person at the counter: a finger on the guide, and hands in the page beside it."""

    page: Person

    def __init__(self, counter: Counter, portal: StandIn) -> None:
        self.counter = counter
        self.portal = portal
        self.finger = Finger(counter.citizen.window)
        self._clock = count(0.0, 1.0)

    def begin(self) -> None:
        """Begin a visit and open the page beside the first step."""
        counter, side = self.counter, self.counter.citizen.portal
        counter.walk_to_step()
        self.touch(pw.OpenPortal)
        counter.until(lambda: side.live is not None)
        assert side.live is not None
        self.page = Person(side.live, counter.until)
        self.page.see_path("/")

    def begin_at_log_in(self) -> None:
        """Stand before the page with “Đăng nhập” to be pressed."""
        self.begin()
        self.touch(cw.ConfirmStep)
        self.see_hint()

    def begin_at_search(self) -> None:
        """Have logged in, and look for the procedure."""
        self.begin_at_log_in()
        self.log_in()
        self.follow("find-procedure")

    def begin_where_it_changed(self) -> None:
        """Look for the procedure where the search is no more."""
        self.begin_at_search()
        self.portal.switches.changed = True
        self.counter.wish(pw.ReloadPage())
        self.counter.until(lambda: self.said.standing is Standing.MISSING)

    def touch(self, wish: type, matches: Callable[[object], bool] = bool) -> None:
        """Touch the button that carries such a wish."""
        self.finger.tap(self.finger.find(wish, matches))

    def type(self, telex: str) -> None:
        """Touch one key of the on-screen keyboard after the other, as Telex wants them."""
        for character in telex:
            if character.isupper():
                self._touch_key(Deed.SHIFT)
            if not any(key.spec.value == character.lower() for key in self._keys()):
                self._touch_key(Deed.LAYER)
            self._touch_key(Deed.TYPE, character.lower())

    def _keys(self) -> list[Key]:
        window = self.counter.citizen.window
        panels = [one for one in window.findChildren(KeyboardPanel) if one.isVisible()]
        return [key for panel in panels for key in panel.shown_keys()]

    def _touch_key(self, deed: Deed, value: str = "") -> None:
        fits = (k for k in self._keys() if k.spec.deed is deed and value in ("", k.spec.value))
        key = next(fits)
        key._clock = self._clock.__next__  # the pause after a touch is for fingers that shake
        self.finger.tap(key)

    @property
    def step(self) -> str:
        """The step in front."""
        return self.counter.citizen.flow.current.step_id

    @property
    def said(self) -> FollowLook:
        """What the guide says of the page."""
        return self.counter.citizen.portal.model(self.counter.citizen.flow.current).follow

    def hints(self) -> object:
        """Return how many hints lie over the page."""
        return self.page.ask("document.querySelectorAll('dong-hanh-so').length")

    def see_hint(self) -> None:
        """Wait until the page shows what to press, and has stopped moving there."""
        self.counter.until(lambda: self.hints() == 1)

    def follow(self, to: str, words: str = "Trang đã sang bước sau.") -> None:
        """See that the guide proposes to go on and has not gone by itself, and go."""
        before = self.step
        self.counter.until(lambda: self.said.standing is Standing.AHEAD)
        # The keys go with the field, and only then there is room for the guide.
        self.counter.until(lambda: self.counter.citizen_says(words))
        assert self.step == before
        self.touch(pw.GoToStep)
        assert self.step == to
        assert self.counter.is_at(ScreenName.PORTAL)
        assert not self.said.says_something

    def log_in(self) -> None:
        """Log in with the telephone; the page returns to where it began."""
        self.page.press("#dang-nhap")
        self.page.see_path("/dang-nhap")
        self.portal.office.scan()
        self.page.see_path("/")

    def write(self, selector: str, telex: str, text: str = "") -> None:
        """Touch a field and then the keys that come for it, until `text` stands there."""
        self.page.press(selector)
        focus = f"document.activeElement === document.querySelector('{selector}')"
        self.counter.until(lambda: self.page.ask(focus) is True and bool(self._keys()))
        aimed = self.page.live.typing
        self.counter.until(lambda: aimed.kind is not FieldKind.NONE)
        self.type(telex)
        wanted = text or telex
        value = f"document.querySelector('{selector}').value"
        self.counter.until(lambda: self.page.ask(value) == wanted)

    def go_on(self, to: str = "") -> None:
        """Touch the form's button for its next part."""
        self.page.press("#tiep")
        if to:
            self.page.see_path(to)

    def attach(self, paper: str, paper_id: str) -> None:
        """Touch a file field, picture the paper the page waits for, and send it."""
        self.page.press(f"#tep-{paper}")
        self.counter.see_citizen(ScreenName.PAPERS, "Trang đang chờ một tờ giấy")
        self.touch(papers.ChoosePaper, lambda wish: wish == papers.ChoosePaper(paper_id))
        self.touch(papers.UseCamera)
        self._lay_before_the_camera()
        self.touch(papers.TakePicture)
        self.counter.see_citizen(ScreenName.PAPER_CHECK, "Mở được, đọc rõ không?")
        self.counter.until(lambda: not self.counter.citizen.papers._work.is_busy)
        self.touch(papers.PaperIsClear)
        self.counter.see_citizen(ScreenName.PORTAL, "Trang đã nhận tệp")
        chosen = f"document.getElementById('tep-{paper}').files.length"
        self.counter.until(lambda: self.page.ask(chosen) == 1)
        self.page.press(f"#gui-{paper}")
        self.page.see_path(f"/nop/giay-to/{paper}")
        self.see_hint()

    def _lay_before_the_camera(self) -> None:
        """Let the camera see a sheet: there is none where tests run."""
        camera = self.counter.citizen.papers.camera
        camera.watch(None)
        assert camera._sink is not None
        camera._sink.setVideoFrame(QVideoFrame(qimage(on_a_table(paper_image(), (1600, 1200)))))
        self.counter.until(lambda: not camera.taken().isNull())


class MissedSteps(QObject):
    """Hears what the page lacks, whether that is filed or not."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[str] = []

    def note(self, step_id: str, _place: object) -> None:
        """Keep the step."""
        self.steps.append(step_id)


@pytest.fixture
def walker(counter: Counter, portal: StandIn) -> Walker:
    return Walker(counter, portal)


def test_the_guide_follows_a_whole_registration(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    """Every touch is a finger's: on the guide, in the page, on the keys and at the camera."""
    walker.begin_at_search()
    find_the_procedure(walker)
    fill_the_form_in(walker)
    walker.attach("chung-sinh", "birth-certificate")
    walker.attach("ket-hon", "marriage")
    walker.touch(cw.ConfirmStep)
    assert walker.step == "proof"
    walker.go_on()
    walker.follow("pay-online")
    pay_and_hand_in(walker)

    (dossier,) = portal.office.sessions.values()
    walker.page.until(lambda: walker.page.ask(CODE) == dossier.code)
    assert dossier.code
    assert dossier.is_paid
    assert dossier.commune == "Ứng Hòa"
    assert dossier.parts["em-be"] == {"ten-be": BABY, "ngay-sinh": "20/11/2026"}
    assert set(dossier.papers) == {"chung-sinh", "ket-hon"}
    assert all(10_000 < size < 2_000_000 for size in dossier.papers.values())
    counter.settled()
    query = "SELECT step_id FROM visit_events WHERE kind = ? ORDER BY rowid"
    confirmed = [row[0] for row in counter.rows(query, VisitEventKind.STEP_CONFIRMED)]
    assert confirmed == STEPS[:-1]
    assert reports(counter) == []


def find_the_procedure(walker: Walker) -> None:
    walker.see_hint()
    walker.write("#tim", "khai sinh")
    walker.page.press("#tim-kiem")
    walker.page.see_path("/tim")
    walker.see_hint()
    walker.page.press("#khai-sinh")
    walker.follow("choose-agency")
    walker.see_hint()
    walker.page.choose("#tinh", "Hà Nội")
    walker.page.choose("#xa", "Ứng Hòa")
    walker.page.press("#nop")
    walker.follow("fill-form")


def fill_the_form_in(walker: Walker) -> None:
    walker.write("#dien-thoai", "0912000000")
    walker.go_on("/nop/em-be")
    walker.write("#ten-be", "Nguyeenx Thij Maamf", BABY)
    walker.write("#ngay-sinh", "20/11/2026")
    walker.go_on("/nop/nguoi-me")
    walker.write("#so-dinh-danh-me", "001190000002")
    walker.go_on("/nop/nguoi-cha")
    walker.write("#so-dinh-danh-cha", "001090000003")
    walker.go_on("/nop/nhan-ket-qua")
    assert not walker.said.says_something
    walker.go_on()
    walker.follow("attach-papers")
    walker.see_hint()


def pay_and_hand_in(walker: Walker) -> None:
    walker.see_hint()
    walker.page.press("#thanh-toan")
    walker.page.see_path("/thanh-toan")
    walker.page.press("#tra")
    walker.follow("submit")
    walker.see_hint()
    walker.page.press("#cam-doan")
    walker.page.press("#gui")
    walker.follow("note-code")
    walker.see_hint()


def test_the_first_page_is_not_taken_for_the_second_step(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin()
    counter.until(lambda: walker.page.live.watch.look.progress == 100)
    assert not walker.said.says_something
    walker.page.press("#dang-nhap")

    walker.follow("vneid-login")


def test_whoever_goes_ahead_by_several_steps_is_told_the_number(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_at_search()
    walker.page.live.open(f"{portal.url}/nop/le-phi")

    walker.follow("pay-online", "Trang đang ở bước 8.")


def test_a_log_in_that_has_expired_leads_back_when_the_person_says_so(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_at_search()
    portal.office.sessions.clear()
    walker.page.live.open(f"{portal.url}/nop/em-be")
    counter.until(lambda: walker.said.standing is Standing.BEHIND)
    assert walker.step == "find-procedure"
    assert counter.citizen_says("Trang đang ở bước 2.")
    walker.touch(pw.GoToStep)

    assert walker.step == "vneid-login"


def test_the_hint_keeps_its_size_when_the_page_grows(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_at_log_in()
    counter.wish(pw.ZoomPage(2))
    counter.until(lambda: walker.page.live.page.zoomFactor() == 1.5)
    counter.wish(cw.ToggleContrast())

    walker.see_hint()
    assert not walker.said.says_something


def test_what_lies_below_is_brought_into_sight_as_the_page_comes(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_at_log_in()
    portal.switches.room_px = 3000
    counter.wish(pw.ReloadPage())

    counter.until(lambda: walker.page.ask("scrollY > 1000") is True)


def test_the_hint_goes_with_the_pictures_and_comes_back(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_at_log_in()
    counter.wish(pw.ShowPictures())
    counter.until(lambda: walker.hints() == 0)
    counter.wish(pw.OpenPortal())

    walker.see_hint()


def test_a_page_that_moves_on_while_it_is_read_aloud_ends_the_reading(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_at_search()
    counter.wish(cw.ReadAloud())
    assert counter.citizen.voice.reader.is_reading
    walker.page.live.open(f"{portal.url}/nop/le-phi")
    counter.until(lambda: walker.said.standing is Standing.AHEAD)

    assert not counter.citizen.voice.reader.is_reading


# A portal that has changed


def reports(counter: Counter) -> list[tuple[str, str]]:
    """Return path and page of what was filed, as it lies in the file."""
    query = "SELECT path, value FROM content_entries WHERE verdict = 'missed' ORDER BY id"
    return [(row[0], row[1]) for row in counter.rows(query)]


def test_what_is_not_there_is_told_with_the_picture_at_hand(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_where_it_changed()
    assert counter.citizen_says("Máy chưa thấy chỗ cần bấm.")
    assert isinstance(counter.citizen.window.shown, PortalScreen)
    walker.touch(pw.ShowPictures)

    assert counter.is_at(ScreenName.STEP)


def test_a_report_is_filed_once_for_each_visit_and_step(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_where_it_changed()
    again = MissedSteps()
    counter.citizen.portal._follow._follower.missed.connect(again.note)
    counter.wish(pw.ReloadPage())
    counter.until(lambda: again.steps == ["find-procedure"])
    counter.settled()
    assert reports(counter) == [("portal[find-procedure]", f'"{portal.site}/"')]
    portal.switches.changed = False
    counter.wish(cw.Finish())
    counter.until(lambda: counter.citizen.portal.is_clean)
    walker.begin_where_it_changed()
    counter.settled()

    assert len(reports(counter)) == 2


def test_the_lead_sees_the_report_and_settles_it(
    walker: Walker, counter: Counter, portal: StandIn
) -> None:
    walker.begin_where_it_changed()
    counter.log_in("Mai")
    counter.order(sw.Open(StaffScreenName.CONTENT))
    counter.see_console(StaffScreenName.CONTENT, "1 trang Cổng đã khác")
    counter.order(rw.OpenContent(BIRTH))
    counter.see_console(StaffScreenName.CONTENT_PROCEDURE, "Bước 3: Tìm đúng thủ tục")
    counter.see_console(StaffScreenName.CONTENT_PROCEDURE, "1 lượt, mới nhất")
    counter.order(rw.SettleReport(BIRTH, "find-procedure", f"{portal.site}/"))
    counter.see_console(StaffScreenName.CONTENT_PROCEDURE, "Đã ghi là xem lại rồi")

    assert counter.office.content.open(BIRTH).reports == ()
    assert not counter.console_says("1 lượt, mới nhất")


def test_no_query_is_ever_stored_or_logged(
    walker: Walker,
    counter: Counter,
    portal: StandIn,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    walker.begin_at_search()
    caplog.set_level(logging.DEBUG)
    walker.page.live.open(f"{portal.url}/tim?q={CANARY}#/{CANARY}")
    walker.page.see_path("/tim")
    portal.switches.changed = True
    walker.page.live.open(f"{portal.url}/?q={CANARY}#{CANARY}")
    counter.until(lambda: walker.said.standing is Standing.MISSING)
    counter.settled()

    assert reports(counter) == [("portal[find-procedure]", f'"{portal.site}/"')]
    assert CANARY not in caplog.text
    counter.close()
    assert files_with(CANARY, Path(os.environ["HOME"]), tmp_path) == []
