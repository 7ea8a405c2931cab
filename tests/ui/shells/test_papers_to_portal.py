"""A paper's whole way: the portal's page asks, the paper is made, and the page gets its file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QVideoFrame

from kiosk.domain.flow import ScreenName
from kiosk.domain.procedure import Attach
from tests.portal.known import standing_in
from tests.portal.office import Dossier
from tests.portal.person import Person
from tests.portal.server import StandIn
from tests.support.canaries import files_with
from tests.support.sheets import grainy, on_a_table, paper_image, qimage
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder
from ui.citizen import wishes as cw
from ui.papers import wishes as w
from ui.papers.desk import PapersDesk
from ui.portal import wishes as pw
from ui.portal.engine import PortalEngine
from ui.portal.web.profile import off_the_record_profile

pytestmark = [
    pytest.mark.real,
    pytest.mark.xdist_group("webengine"),
    pytest.mark.qt_log_ignore("No RHI backend", extend=True),
]

NOTE = "birth-certificate"


@pytest.fixture
def portal() -> Iterator[StandIn]:
    """Return the stand-in portal."""
    with standing_in() as standin:
        yield standin


@pytest.fixture
def counter(open_counter: OpenCounter, folder: DemoFolder, portal: StandIn) -> Counter:
    """Return a counter beside whose step the stand-in asks for papers."""
    engine = PortalEngine(True, f"{portal.url}/", off_the_record_profile)
    counter = open_counter(folder, engine=engine, papers=PapersDesk(stick_roots=tuple))
    lead = next(s for s in counter.office.accounts.staff() if s.role == "lead")
    counter.office.portal_hosts.save(portal.site, lead)
    counter.walk_to_step()
    counter.wish(cw.AnswerQuestion("case", "ordinary"), cw.AnswerQuestion("certificate", "paper"))
    while counter.citizen.flow.current.step_id != "attach-papers":
        counter.wish(cw.ConfirmStep())
    counter.wish(pw.OpenPortal())
    return counter


@pytest.fixture
def person(counter: Counter, portal: StandIn) -> Person:
    """Return who has logged in and stands before the table of papers."""
    side = counter.citizen.portal
    counter.until(lambda: side.live is not None)
    live = side.live
    assert live is not None
    person = Person(live, counter.until)
    person.see_path("/")
    live.open(f"{portal.url}/dang-nhap")
    person.see_path("/dang-nhap")
    portal.office.scan()
    person.see_path("/")
    counter.until(lambda: bool(portal.office.sessions))
    live.open(f"{portal.url}/nop/giay-to")
    person.see_path("/nop/giay-to")
    return person


def dossier(portal: StandIn) -> Dossier:
    (only,) = portal.office.sessions.values()
    return only


def make_paper(counter: Counter, paper_id: str = NOTE, *, grain: bool = False) -> None:
    """Picture a paper that the page waits for, and look at it."""
    side = counter.citizen.papers
    counter.wish(w.ChoosePaper(paper_id), w.UseCamera())
    side.camera.watch(None)
    image = qimage(grainy((2400, 1700)) if grain else on_a_table(paper_image(), (1600, 1200)))
    assert side.camera._sink is not None
    side.camera._sink.setVideoFrame(QVideoFrame(image))
    counter.until(lambda: not side.camera.taken().isNull())
    counter.wish(w.TakePicture())
    counter.see_citizen(ScreenName.PAPER_CHECK, "Rõ, đưa cho trang")
    counter.until(lambda: not side._work.is_busy)


def files_of(person: Person, paper: str) -> object:
    """Return how many files a field of the page holds, and what the first is called."""
    return person.ask(
        f"(f => f.length + ' ' + (f[0]?.name ?? ''))(document.getElementById('tep-{paper}').files)"
    )


def test_the_table_of_papers_gets_a_file_made_with_the_camera(
    counter: Counter, portal: StandIn, person: Person
) -> None:
    person.press("#tep-chung-sinh")
    counter.see_citizen(ScreenName.PAPERS, "Trang đang chờ một tờ giấy")
    make_paper(counter)
    counter.wish(w.PaperIsClear())
    counter.see_citizen(ScreenName.PORTAL, "Trang đã nhận tệp")
    counter.until(lambda: files_of(person, "chung-sinh") == "1 giay-chung-sinh.pdf")
    person.press("#gui-chung-sinh")
    counter.until(lambda: bool(dossier(portal).papers))

    (size,) = dossier(portal).papers.values()
    assert 10_000 < size < 2_000_000
    assert any(b"%PDF-" in body for body in portal.office.posted)


def test_the_second_paper_of_a_table_is_another_file(
    counter: Counter, portal: StandIn, person: Person
) -> None:
    for field, paper_id in (("chung-sinh", NOTE), ("ket-hon", "other")):
        person.press(f"#tep-{field}")
        counter.see_citizen(ScreenName.PAPERS)
        make_paper(counter, paper_id)
        counter.wish(w.PaperIsClear())
        counter.until(lambda field=field: str(files_of(person, field)).startswith("1 "))  # type: ignore[misc]

    assert files_of(person, "chung-sinh") == "1 giay-chung-sinh.pdf"
    assert files_of(person, "ket-hon") == "1 giay-to-khac.pdf"


def test_a_paper_made_before_is_handed_over_after_one_more_look(
    counter: Counter, portal: StandIn, person: Person
) -> None:
    counter.wish(w.OpenPapers())
    side = counter.citizen.papers
    counter.wish(w.ChoosePaper(NOTE), w.UseCamera())
    side.camera.watch(None)
    assert side.camera._sink is not None
    side.camera._sink.setVideoFrame(QVideoFrame(qimage(paper_image(px_per_mm=5))))
    counter.until(lambda: not side.camera.taken().isNull())
    counter.wish(w.TakePicture())
    counter.until(lambda: not side._work.is_busy)
    counter.wish(w.PaperIsClear(), cw.GoBack())
    assert counter.is_at(ScreenName.PORTAL)
    person.press("#tep-chung-sinh")
    counter.see_citizen(ScreenName.PAPERS)
    counter.wish(w.ChoosePaper(NOTE))
    counter.see_citizen(ScreenName.PAPER_CHECK, "Rõ, đưa cho trang")
    counter.until(lambda: not side._work.is_busy)
    counter.wish(w.PaperIsClear())

    counter.until(lambda: files_of(person, "chung-sinh") == "1 giay-chung-sinh.pdf")


def test_whoever_goes_back_without_a_paper_can_press_again(
    counter: Counter, portal: StandIn, person: Person
) -> None:
    person.press("#tep-chung-sinh")
    counter.see_citizen(ScreenName.PAPERS)
    counter.wish(cw.GoBack())
    assert counter.is_at(ScreenName.PORTAL)
    assert files_of(person, "chung-sinh") == "0 "
    person.press("#tep-chung-sinh")

    counter.see_citizen(ScreenName.PAPERS, "Trang đang chờ một tờ giấy")


def test_where_the_spot_is_covered_the_person_presses_it(
    counter: Counter, portal: StandIn, person: Person
) -> None:
    person.press("#tep-chung-sinh")
    counter.see_citizen(ScreenName.PAPERS)
    person.ask(
        "document.body.insertAdjacentHTML('beforeend', '<div id=che style="
        '"position:fixed;inset:0;background:white"></div>\'); 0'
    )
    make_paper(counter)
    counter.wish(w.PaperIsClear())
    counter.see_citizen(ScreenName.PORTAL, "Bấm lại nút chọn tệp trên trang")
    side = counter.citizen.papers
    counter.until(lambda: not side.hand_over.press_again.isActive())
    person.ask("document.getElementById('che').remove(); 0")
    person.press("#tep-chung-sinh")

    counter.until(lambda: files_of(person, "chung-sinh") == "1 giay-chung-sinh.pdf")
    assert counter.is_at(ScreenName.PORTAL)


def test_another_page_does_not_get_what_was_ready(
    counter: Counter, portal: StandIn, person: Person
) -> None:
    person.press("#tep-chung-sinh")
    counter.see_citizen(ScreenName.PAPERS)
    person.ask("document.getElementById('tep-chung-sinh').remove(); 0")
    make_paper(counter)
    counter.wish(w.PaperIsClear())
    counter.see_citizen(ScreenName.PORTAL, "Bấm lại nút chọn tệp trên trang")
    assert counter.citizen.papers.hand_over.ready is not None
    person.live.open(f"{portal.url}/nop/giay-to")
    counter.until(lambda: counter.citizen.papers.hand_over.ready is None)
    person.see_path("/nop/giay-to")
    person.press("#tep-ket-hon")

    counter.see_citizen(ScreenName.PAPERS, "Trang đang chờ một tờ giấy")


def test_a_field_in_a_frame_gets_its_file_at_the_second_press(
    counter: Counter, portal: StandIn, person: Person
) -> None:
    person.ask(
        "document.body.insertAdjacentHTML('afterbegin', '<iframe id=khung width=600 height=200 "
        'srcdoc="<input id=tep type=file>"></iframe>\'); 0'
    )
    person.press("#tep-ket-hon")
    counter.see_citizen(ScreenName.PAPERS)
    counter.wish(cw.GoBack())
    person.press_in_frame("#khung", "#tep")
    counter.see_citizen(ScreenName.PAPERS)
    make_paper(counter)
    counter.wish(w.PaperIsClear())
    counter.see_citizen(ScreenName.PORTAL, "Bấm lại nút chọn tệp trên trang")
    counter.until(lambda: not counter.citizen.papers.hand_over.press_again.isActive())
    person.press_in_frame("#khung", "#tep")

    counter.until(lambda: person.ask_frame("document.getElementById('tep').files.length") == 1)
    assert files_of(person, "ket-hon") == "0 ", "nothing else was pressed"


def test_a_file_above_the_portal_s_limit_is_told_by_the_portal(
    counter: Counter, portal: StandIn, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The step's limit is what the guide says; the portal has the last word."""
    monkeypatch.setattr(counter.citizen.papers, "_attach", lambda: Attach(max_mb=9.0))
    person.press("#tep-chung-sinh")
    counter.see_citizen(ScreenName.PAPERS)
    make_paper(counter, grain=True)
    counter.wish(w.PaperIsClear())
    counter.until(lambda: str(files_of(person, "chung-sinh")).startswith("1 "))
    person.press("#gui-chung-sinh")

    counter.until(lambda: "Tệp quá 2 MB." in str(person.ask("document.body.innerText")))
    assert dossier(portal).papers == {}


def test_the_page_and_its_files_go_with_the_visit(
    counter: Counter, portal: StandIn, person: Person, tmp_path: Path
) -> None:
    person.press("#tep-chung-sinh")
    counter.see_citizen(ScreenName.PAPERS)
    make_paper(counter)
    counter.wish(w.PaperIsClear())
    counter.until(lambda: files_of(person, "chung-sinh") == "1 giay-chung-sinh.pdf")
    person.press("#gui-chung-sinh")
    counter.until(lambda: bool(dossier(portal).papers))
    (paper,) = counter.folder.paths.visit.rglob("*.pdf")
    content = paper.read_bytes()
    mark = content[len(content) // 2 :][:64]
    homes = (Path(os.environ["HOME"]), tmp_path)
    assert files_with(mark, *homes) == [paper]
    counter.wish(cw.Finish())
    counter.until(lambda: counter.citizen.portal.is_clean)
    counter.settled()

    assert files_with(mark, *homes) == []
