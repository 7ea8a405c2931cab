"""Papers of a visit in the real windows of a counter: camera, stick, looking, and nothing left."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame

from kiosk.domain.flow import ScreenName
from kiosk.domain.procedure import Attach
from kiosk.domain.visit_paper import VisitPaper
from tests.support.canaries import files_with
from tests.support.sheets import grainy, jpeg, on_a_table, paper_image, qimage
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder
from ui.citizen import wishes as cw
from ui.lanes import Lane
from ui.papers import stick_watch
from ui.papers import wishes as w
from ui.papers.desk import PapersDesk
from ui.scanners.camera_feed import CameraState
from ui.widgets.touch_button import TouchButton

# Without a display Qt converts frames without a graphics card, and says so once.
pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)

NOTE = "birth-certificate"
LARGE = (4032, 3024)
CANARY = "Chimvang Bayxa"


@dataclass
class Plug:
    """Where sticks are plugged in."""

    roots: list[Path] = field(default_factory=list)

    def found(self) -> list[Path]:
        return list(self.roots)


@pytest.fixture
def plug() -> Plug:
    return Plug()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a folder that stands for a stick; it is not plugged in yet."""
    root = tmp_path / "stick"
    root.mkdir()
    return root


@pytest.fixture
def counter(
    open_counter: OpenCounter,
    folder: DemoFolder,
    plug: Plug,
    monkeypatch: pytest.MonkeyPatch,
) -> Counter:
    """Return a counter at the step that asks for papers."""
    monkeypatch.setattr(stick_watch, "LOOK_EVERY_MS", 30)
    opened = open_counter(folder, papers=PapersDesk(stick_roots=plug.found))
    opened.walk_to_step()
    opened.wish(cw.AnswerQuestion("case", "ordinary"), cw.AnswerQuestion("certificate", "paper"))
    while opened.citizen.flow.current.step_id != "attach-papers":
        opened.wish(cw.ConfirmStep())
    return opened


def paper_of(counter: Counter, paper_id: str = NOTE) -> VisitPaper | None:
    return counter.citizen.papers._work.papers.get(paper_id)


def made(counter: Counter, paper_id: str = NOTE) -> VisitPaper:
    """Wait until a paper was made and is shown."""
    side = counter.citizen.papers
    counter.until(lambda: not side._work.is_busy)
    counter.see_citizen(ScreenName.PAPER_CHECK, "Mở được, đọc rõ không?")
    paper = paper_of(counter, paper_id)
    assert paper is not None
    return paper


def at_camera(counter: Counter, paper_id: str = NOTE) -> None:
    """Go to the camera's page and plug a camera in."""
    counter.wish(w.OpenPapers(), w.ChoosePaper(paper_id), w.UseCamera())
    plug_in(counter)


def plug_in(counter: Counter) -> None:
    """Let frames come from pictures: there is no camera where tests run."""
    assert counter.is_at(ScreenName.PAPER_CAMERA)
    counter.citizen.papers.camera.watch(None)


def show(counter: Counter, image: QImage) -> None:
    """Let the camera see an image."""
    camera = counter.citizen.papers.camera
    assert camera._sink is not None
    camera._since.invalidate()
    camera._sink.setVideoFrame(QVideoFrame(image))
    counter.until(lambda: camera.taken().size() == image.size())


def take(counter: Counter, image: QImage | None = None) -> VisitPaper:
    show(counter, image or sheet())
    counter.wish(w.TakePicture())
    return made(counter)


def sheet(words: str = "Nguyễn Thị Mẫu") -> QImage:
    return qimage(on_a_table(paper_image(words), (1920, 1440)))


def pages_of(paper: VisitPaper) -> int:
    return len(PdfReader(BytesIO(paper.path.read_bytes())).pages)


def kept(counter: Counter) -> list[Path]:
    """Return every file of every visit."""
    return [path for path in counter.folder.paths.visit.rglob("*") if path.is_file()]


def details(counter: Counter) -> str:
    """Return the second lines of the buttons."""
    buttons = counter.citizen.window.findChildren(TouchButton)
    return "\n".join(button.accessibleDescription() for button in buttons if button.isVisible())


# The way to it


def test_the_step_leads_to_its_papers_and_says_what_is_not_needed(counter: Counter) -> None:
    assert counter.citizen_says("không cần ảnh căn cước")
    assert counter.citizen_says("Chụp giấy tờ ở đây")
    counter.wish(w.OpenPapers())
    counter.see_citizen(ScreenName.PAPERS, "Giấy chứng sinh")

    assert counter.citizen_says("Giấy tờ khác")
    assert not counter.citizen_says("Căn cước hoặc hộ chiếu")
    counter.wish(cw.GoBack())
    assert counter.is_at(ScreenName.STEP)


# The camera


def test_without_a_camera_the_page_is_calm_and_offers_the_stick(counter: Counter) -> None:
    counter.wish(w.OpenPapers(), w.ChoosePaper(NOTE), w.UseCamera())
    counter.see_citizen(ScreenName.PAPER_CAMERA, "Máy chưa thấy camera")
    counter.wish(w.TryCamera())
    counter.see_citizen(ScreenName.PAPER_CAMERA, "Máy chưa thấy camera")
    counter.wish(w.UseStick(), cw.GoBack())

    assert counter.is_at(ScreenName.PAPER_SOURCE)


def test_a_camera_that_is_plugged_in_late_shows_its_picture(counter: Counter) -> None:
    at_camera(counter)
    counter.see_citizen(ScreenName.PAPER_CAMERA, "đủ bốn góc")
    show(counter, sheet())

    assert not counter.citizen_says("Máy chưa thấy camera")


def test_a_picture_becomes_a_pdf_that_is_shown_before_it_counts(counter: Counter) -> None:
    at_camera(counter)
    paper = take(counter)

    assert paper.path.name == "giay-chung-sinh.pdf"
    assert paper.size_bytes < 2_000_000
    assert pages_of(paper) == 1
    assert not paper.is_clear
    counter.wish(w.PaperIsClear())
    assert counter.is_at(ScreenName.PAPERS)
    assert "Đã có 1 trang" in details(counter)


def test_pressing_before_anything_is_seen_does_nothing(counter: Counter) -> None:
    at_camera(counter)
    counter.wish(w.TakePicture())

    assert counter.is_at(ScreenName.PAPER_CAMERA)


def test_several_pages_become_one_file(counter: Counter) -> None:
    at_camera(counter)
    take(counter)
    counter.wish(w.AddSheet())
    counter.see_citizen(ScreenName.PAPER_CAMERA)
    plug_in(counter)
    counter.see_citizen(ScreenName.PAPER_CAMERA, "Chụp trang 2")
    paper = take(counter)

    assert pages_of(paper) == 2
    assert counter.citizen_says("Trang 2 trên 2")
    counter.wish(w.ShowSheet(0))
    made(counter)
    assert counter.citizen_says("Trang 1 trên 2")


def test_a_page_is_taken_anew_and_the_others_stay(counter: Counter) -> None:
    at_camera(counter)
    take(counter)
    counter.wish(w.AddSheet())
    plug_in(counter)
    first = take(counter)
    counter.wish(w.ShowSheet(0))
    made(counter)
    counter.wish(w.TakeAnew())
    plug_in(counter)
    second = take(counter, qimage(Image.new("RGB", (1000, 800), "navy")))

    assert pages_of(second) == 2
    assert first.path != second.path
    assert counter.citizen_says("Trang 1 trên 2")


def test_a_page_is_turned_before_or_after_it_is_taken(counter: Counter) -> None:
    at_camera(counter)
    counter.wish(w.TurnPicture())
    plug_in(counter) if counter.citizen.papers.camera._sink is None else None
    upright = take(counter)
    box = PdfReader(BytesIO(upright.path.read_bytes())).pages[0].mediabox
    assert box.height > box.width
    counter.wish(w.TurnPicture())
    level = made(counter)
    box = PdfReader(BytesIO(level.path.read_bytes())).pages[0].mediabox

    assert box.width > box.height


def test_a_page_too_many_is_left_out_and_the_others_stay(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    grain = qimage(grainy((1240, 900)))
    monkeypatch.setattr(counter.citizen.papers, "_attach", partial(Attach, 1.2))
    at_camera(counter)
    paper = take(counter, grain)
    while not counter.citizen_says("Thêm trang này thì tệp quá lớn"):
        counter.wish(w.AddSheet())
        plug_in(counter)
        paper = take(counter, grain)
        assert pages_of(paper) < 9
    counter.settled()

    assert paper_of(counter) == paper
    assert paper.size_bytes <= 1_200_000
    assert paper.page_count > 1
    counter.wish(w.PaperIsClear())
    assert f"Đã có {paper.page_count} trang" in details(counter)


def test_the_camera_goes_out_when_its_page_goes(counter: Counter) -> None:
    camera = counter.citizen.papers.camera
    at_camera(counter)
    show(counter, sheet())
    counter.wish(cw.AskHelp())
    assert camera.state is CameraState.OFF
    assert camera.taken().isNull()
    counter.wish(cw.GoBack())
    assert counter.is_at(ScreenName.PAPER_CAMERA)
    plug_in(counter)
    counter.wish(cw.GoHome())

    assert camera.state is CameraState.OFF
    counter.wish(cw.ResumeVisit())
    assert counter.is_at(ScreenName.STEP)


def test_a_camera_that_breaks_off_is_said_calmly(counter: Counter) -> None:
    at_camera(counter)
    show(counter, sheet())
    counter.citizen.papers.camera._on_error()

    counter.see_citizen(ScreenName.PAPER_CAMERA, "Camera chưa mở được")


# The stick


def at_stick(counter: Counter) -> None:
    counter.wish(w.OpenPapers(), w.ChoosePaper(NOTE), w.UseStick())
    assert counter.is_at(ScreenName.PAPER_STICK)


def test_plugging_a_stick_in_is_all_there_is_to_do(
    counter: Counter, plug: Plug, stick: Path
) -> None:
    at_stick(counter)
    counter.see_citizen(ScreenName.PAPER_STICK, "Cắm USB vào máy")
    plug.roots.append(stick)
    counter.see_citizen(ScreenName.PAPER_STICK, "USB này không có ảnh")
    (stick / "anh giay.jpg").write_bytes(jpeg(paper_image(px_per_mm=6)))
    counter.see_citizen(ScreenName.PAPER_STICK, "anh giay.jpg")
    plug.roots.clear()
    counter.see_citizen(ScreenName.PAPER_STICK, "Cắm USB vào máy")


def choose_file(counter: Counter, plug: Plug, stick: Path, name: str, content: bytes) -> None:
    """Plug a stick with one file in and choose that."""
    (stick / name).write_bytes(content)
    plug.roots[:] = [stick]
    at_stick(counter)
    counter.see_citizen(ScreenName.PAPER_STICK, name)
    counter.wish(w.ChooseFile(0))


def test_a_large_photo_from_the_stick_becomes_a_small_pdf(
    counter: Counter, plug: Plug, stick: Path
) -> None:
    photo = jpeg(Image.blend(on_a_table(paper_image(px_per_mm=14), LARGE), grainy(LARGE), 0.15))
    assert len(photo) > 2_000_000
    choose_file(counter, plug, stick, "IMG_1.jpg", photo)
    paper = made(counter)

    assert paper.size_bytes < 2_000_000
    assert paper.path.name == "giay-chung-sinh.pdf"
    assert counter.citizen_says("Chọn tệp khác")


def test_a_pdf_from_the_stick_is_copied_as_it_is(counter: Counter, plug: Plug, stick: Path) -> None:
    out = BytesIO()
    paper_image(px_per_mm=3).save(out, "PDF")
    choose_file(counter, plug, stick, "scan.pdf", out.getvalue())
    paper = made(counter)

    assert paper.path.read_bytes() == out.getvalue()
    assert not counter.citizen_says("Thêm trang")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Tệp này trống"),
        (b"MZ a program", "Máy chưa mở được tệp kiểu này"),
        (b"%PDF-1.4 broken", "Tệp này máy mở không được"),
        (b"%PDF-1.4" + b"x" * 2_200_000, "Tệp này quá lớn, Cổng không nhận"),
    ],
    ids=["empty", "program", "broken", "large"],
)
def test_what_cannot_be_handed_over_is_refused_and_the_list_stays(
    counter: Counter, plug: Plug, stick: Path, content: bytes, told: str
) -> None:
    choose_file(counter, plug, stick, "giay.pdf", content)
    counter.see_citizen(ScreenName.PAPER_STICK, told)

    assert counter.citizen_says("giay.pdf")
    assert kept(counter) == []


def test_a_stick_pulled_out_while_a_file_is_read_is_said_calmly(
    counter: Counter, plug: Plug, stick: Path
) -> None:
    (stick / "a.jpg").write_bytes(b"x")
    plug.roots.append(stick)
    at_stick(counter)
    counter.see_citizen(ScreenName.PAPER_STICK, "a.jpg")
    counter.citizen.papers.sticks.stop()
    counter.settled()
    (stick / "a.jpg").unlink()
    counter.wish(w.ChooseFile(0))

    counter.see_citizen(ScreenName.PAPER_STICK, "Máy không đọc được USB nữa")


@pytest.mark.parametrize("content", [jpeg(paper_image()), b"MZ a program"], ids=["made", "not"])
def test_a_paper_left_while_it_is_made_does_not_touch_the_next_one(
    counter: Counter, plug: Plug, stick: Path, content: bytes
) -> None:
    (stick / "giay.jpg").write_bytes(content)
    plug.roots[:] = [stick]
    at_stick(counter)
    counter.see_citizen(ScreenName.PAPER_STICK, "giay.jpg")
    with counter.busy(Lane.GENERAL), counter.busy(Lane.GENERAL):
        counter.wish(w.ChooseFile(0))
        assert counter.citizen_says("Đang mở tệp")
        counter.wish(cw.GoBack(), cw.GoBack(), w.ChoosePaper("other"), w.UseStick())
        assert not counter.citizen_says("Đang mở tệp")
    counter.settled()
    assert counter.is_at(ScreenName.PAPER_STICK)
    assert not counter.citizen_says("Máy chưa mở được tệp kiểu này")
    assert (paper_of(counter) is None) == content.startswith(b"MZ")
    assert paper_of(counter, "other") is None

    (stick / "giay.jpg").write_bytes(jpeg(paper_image("Trần Văn Thử")))
    counter.see_citizen(ScreenName.PAPER_STICK, "giay.jpg")
    counter.wish(w.ChooseFile(0))
    assert made(counter, "other").path.name == "giay-to-khac.pdf"


# Nothing left


def test_the_papers_are_gone_with_the_visit(counter: Counter, tmp_path: Path) -> None:
    at_camera(counter)
    paper = take(counter, sheet(CANARY))
    mark = paper.path.read_bytes()[paper.size_bytes // 2 :][:64]
    assert files_with(mark, tmp_path) == [paper.path]
    counter.wish(w.PaperIsClear(), cw.Finish())
    assert counter.is_at(ScreenName.ATTRACT)
    counter.until(lambda: kept(counter) == [])
    counter.settled()

    assert files_with(mark, Path(os.environ["HOME"]), tmp_path) == []
    counter.walk_to_step()
    counter.wish(w.OpenPapers())
    assert "Đã có 1 trang" not in details(counter)
    assert counter.citizen.papers.camera.taken().isNull()


def test_a_paper_that_is_ready_after_the_end_is_dropped(counter: Counter) -> None:
    at_camera(counter)
    show(counter, sheet())
    counter.wish(w.TakePicture(), cw.Finish())
    counter.settled()

    assert kept(counter) == []
    assert counter.is_at(ScreenName.ATTRACT)


def test_another_text_size_or_language_keeps_what_was_made(counter: Counter) -> None:
    at_camera(counter)
    paper = take(counter)
    counter.wish(cw.SetTextSize(2), cw.ToggleContrast(), cw.SetLanguage("en"))

    assert counter.is_at(ScreenName.PAPER_CHECK)
    assert paper_of(counter) == paper


def test_other_papers_have_names_of_their_own(counter: Counter) -> None:
    names = []
    for paper_id in ("other", "other-2"):
        at_camera(counter, paper_id)
        show(counter, sheet())
        counter.wish(w.TakePicture())
        names.append(made(counter, paper_id).path.name)
        counter.wish(w.PaperIsClear(), cw.GoBack())

    assert names == ["giay-to-khac.pdf", "giay-to-khac-2.pdf"]
