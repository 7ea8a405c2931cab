"""The papers of one visit: readable names, nothing written twice, nothing after its end."""

from __future__ import annotations

import errno
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from kiosk.domain.errors import KnownError
from kiosk.domain.visit_paper import SizeLimit
from kiosk.services.paper_pages import page_of
from kiosk.services.paper_shelf import PaperShelf
from kiosk.services.visit_folder import VisitFolder
from tests.support.sheets import jpeg, paper_image
from ui.papers.pdf_pages import QtPdfReader

LIMIT = SizeLimit(2.0)
PAGE = page_of(jpeg(paper_image(px_per_mm=4)))


@pytest.fixture
def folder(tmp_path: Path) -> VisitFolder:
    return VisitFolder(tmp_path / "visit" / "v1")


@pytest.fixture
def shelf(folder: VisitFolder) -> PaperShelf:
    return PaperShelf(folder, QtPdfReader())


def pdf(pages: int = 1, password: str = "") -> bytes:
    """Return a PDF of empty pages."""
    writer, out = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(200, 300)
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


def test_a_paper_made_of_pages_lies_in_the_visit_s_folder(
    shelf: PaperShelf, folder: VisitFolder
) -> None:
    paper = shelf.from_pages("note", "Giấy chứng sinh", [PAGE, PAGE], LIMIT)

    assert paper.path.name == "giay-chung-sinh.pdf"
    assert paper.path.is_relative_to(folder.path)
    assert paper.page_count == 2
    assert paper.size_bytes == len(paper.path.read_bytes())
    folder.wipe()
    assert not folder.path.exists()


def test_a_pdf_is_taken_as_it_is(shelf: PaperShelf) -> None:
    content = pdf(3)
    paper = shelf.from_pdf("note", "Giấy chứng sinh", content)

    assert paper.path.read_bytes() == content
    assert paper.page_count == 3


def test_a_paper_taken_anew_leaves_the_file_that_a_page_may_hold(shelf: PaperShelf) -> None:
    first = shelf.from_pdf("note", "Giấy chứng sinh", pdf(1))
    second = shelf.from_pdf("note", "Giấy chứng sinh", pdf(2))

    assert first.path != second.path
    assert first.path.name == second.path.name
    assert first.path.exists()


def test_papers_of_one_name_are_told_apart(shelf: PaperShelf) -> None:
    names = [shelf.from_pdf(one, "Giấy tờ khác", pdf()).path.name for one in ("a", "b", "a")]

    assert names == ["giay-to-khac.pdf", "giay-to-khac-2.pdf", "giay-to-khac.pdf"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (pdf(password="bi-mat"), "Tệp này có khóa bằng mật khẩu."),
        (b"%PDF-1.4 and nothing more", "Tệp này máy mở không được."),
        (pdf()[:200], "Tệp này máy mở không được."),
    ],
    ids=["locked", "empty", "cut off"],
)
def test_a_pdf_that_does_not_open_is_refused_and_not_written(
    shelf: PaperShelf, folder: VisitFolder, content: bytes, message: str
) -> None:
    with pytest.raises(KnownError) as told:
        shelf.from_pdf("note", "Giấy chứng sinh", content)

    assert told.value.message == message
    assert not folder.path.exists()


def test_after_the_end_of_the_visit_nothing_is_written(
    shelf: PaperShelf, folder: VisitFolder
) -> None:
    shelf.close()
    with pytest.raises(KnownError, match="after its visit"):
        shelf.from_pages("note", "Giấy chứng sinh", [PAGE], LIMIT)

    assert not folder.path.exists()


def refusing(number: int) -> Callable[[Path, bytes], int]:
    def write(_path: Path, _content: bytes) -> int:
        raise OSError(number, "no")

    return write


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "Máy đã đầy, chưa giữ được giấy."),
        (errno.EACCES, "Máy chưa giữ được giấy."),
    ],
)
def test_a_disk_that_takes_nothing_is_said_calmly(
    shelf: PaperShelf, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    monkeypatch.setattr(Path, "write_bytes", refusing(number))
    with pytest.raises(KnownError) as told:
        shelf.from_pdf("note", "Giấy chứng sinh", pdf())

    assert told.value.message == message
