"""Every state that the pages about papers can be in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk.domain.flow import ScreenName
from kiosk.domain.procedure import Attach
from kiosk.domain.visit_paper import VisitPaper
from kiosk.services.language import Translator
from kiosk.services.sticks import StickFile
from tests.support.sheets import on_a_table, paper_image, qimage
from ui.citizen.models import StepModel
from ui.papers.models import (
    PaperCameraModel,
    PaperCheckModel,
    PaperRow,
    PapersModel,
    PaperSourceModel,
    PaperStickModel,
)
from ui.portal.models import PageLook, PageState, PortalModel
from ui.scanners.camera_feed import CameraState

State = tuple[str, ScreenName, object]
"""A name for the picture, the screen, and its model."""

_TITLE = "Giấy chứng sinh"
_LONG = "Giấy xác nhận của cơ sở y tế về việc mang thai hộ"
_PROBLEM = "Thêm trang này thì tệp quá lớn. Để trang này sang một tệp khác."


def paper_states(t: Translator, step: StepModel) -> list[State]:
    """Return the states of list, source, camera, stick and check; titles go through `t`.

    `step` is shown as one that hands papers over, alone and beside the page.
    """
    return [*_steps(step), *_lists(t), *_sources(t), *_cameras(t), *_sticks(t), *_checks(t)]


def _steps(step: StepModel) -> Iterator[State]:
    attaching = replace(step, step=replace(step.step, attach=Attach()), can_open_portal=True)
    yield "step-attach", ScreenName.STEP, attaching
    site = PageLook(PageState.SHOWN, "Cổng Dịch vụ công quốc gia", 100, can_go_back=True)
    yield "portal-attach", ScreenName.PORTAL, PortalModel(attaching, site)


@cache
def _sheet() -> QImage:
    return qimage(paper_image(px_per_mm=5))


@cache
def _table() -> QImage:
    return qimage(on_a_table(paper_image(px_per_mm=6), (1280, 960)))


def _paper(paper_id: str = "birth", *, pages: int = 1, is_clear: bool = True) -> VisitPaper:
    path = Path("giay-1/giay-chung-sinh.pdf")
    return VisitPaper(paper_id, path, pages, 812_345 * pages, is_clear)


def _lists(t: Translator) -> Iterator[State]:
    titles = (
        _TITLE,
        "Giấy tờ chứng minh nơi cư trú",
        "Văn bản ủy quyền",
        _LONG,
        "Biên bản về việc trẻ bị bỏ rơi",
        "Giấy của người làm chứng xác nhận việc sinh",
        "Giấy tờ khác",
    )
    rows = [PaperRow(f"p{n}", t(title)) for n, title in enumerate(titles)]
    few = (rows[0], rows[-1])
    yield "papers", ScreenName.PAPERS, PapersModel(few)
    made = (
        PaperRow("p0", t(_TITLE), _paper(pages=3)),
        PaperRow("p1", t(titles[1]), _paper(is_clear=False)),
        *rows[2:],
    )
    yield "papers-many", ScreenName.PAPERS, PapersModel(made)
    yield "papers-wanted", ScreenName.PAPERS, PapersModel(made[:3], is_wanted=True)
    no_pdf = PapersModel(few, is_wanted=True, takes_pdf=False)
    yield "papers-no-pdf", ScreenName.PAPERS, no_pdf


def _sources(t: Translator) -> Iterator[State]:
    yield "paper-source", ScreenName.PAPER_SOURCE, PaperSourceModel(t(_TITLE))
    yield "paper-source-more", ScreenName.PAPER_SOURCE, PaperSourceModel(t(_LONG), 2)


def _cameras(t: Translator) -> Iterator[State]:
    def state(name: str, model: PaperCameraModel) -> State:
        return f"paper-camera{name}", ScreenName.PAPER_CAMERA, model

    looking = CameraState.LOOKING
    yield state("", PaperCameraModel(t(_TITLE), looking, image=_table()))
    turned = PaperCameraModel(t(_LONG), looking, 2, turns=1, camera_count=2, image=_table())
    yield state("-turned", turned)
    yield state("-starting", PaperCameraModel(t(_TITLE), looking))
    for trouble in (CameraState.NOT_FOUND, CameraState.NOT_OPEN, CameraState.NO_SUPPORT):
        name = trouble.name.lower().replace("_", "-")
        yield state(f"-{name}", PaperCameraModel(t(_TITLE), trouble))


def _sticks(t: Translator) -> Iterator[State]:
    def state(name: str, model: PaperStickModel) -> State:
        return f"paper-stick{name}", ScreenName.PAPER_STICK, model

    names = (
        "IMG_20261120_102233.jpg",
        "giay chung sinh cua chau Mam.pdf",
        "Scan0001.pdf",
        "z4912345678901_a1b2c3d4e5f60718293a4b5c6d7e8f90.jpg",
        "anh.png",
        "2.jpg",
    )
    day = datetime(2026, 11, 20, 3, tzinfo=UTC)
    files = tuple(StickFile(Path(name), 1_234_567, day) for name in names * 2)
    yield state("-none", PaperStickModel(t(_TITLE)))
    yield state("-empty", PaperStickModel(t(_TITLE), is_in=True))
    yield state("-files", PaperStickModel(t(_TITLE), is_in=True, files=files[:3]))
    problem = t("Tệp này có khóa bằng mật khẩu. Chọn tệp khác, hoặc chụp tờ giấy ở đây.")
    told = PaperStickModel(t(_LONG), is_in=True, files=files, problem=problem)
    yield state("-problem", told)
    gone = t("Máy không đọc được USB nữa. Cắm lại USB, rồi chọn tệp lần nữa.")
    yield state("-gone", PaperStickModel(t(_TITLE), is_in=True, problem=gone))
    yield state("-busy", PaperStickModel(t(_TITLE), is_in=True, files=files, is_busy=True))


def _checks(t: Translator) -> Iterator[State]:
    def state(name: str, model: PaperCheckModel) -> State:
        return f"paper-check{name}", ScreenName.PAPER_CHECK, model

    yield state("", PaperCheckModel(t(_TITLE), _paper(), picture=_sheet()))
    yield state("-busy", PaperCheckModel(t(_TITLE), None, picture=_table(), is_busy=True))
    wanted = PaperCheckModel(t(_LONG), _paper(pages=3), 1, _sheet(), is_wanted=True)
    yield state("-wanted", wanted)
    full = PaperCheckModel(t(_TITLE), _paper(pages=2), 1, _sheet(), problem=t(_PROBLEM))
    yield state("-full", full)
    brought = PaperCheckModel(t(_TITLE), _paper(), 0, _table(), is_made=False, from_camera=False)
    yield state("-brought", brought)
    failed = t("Máy đã đầy, chưa giữ được giấy. Gọi cán bộ xem giúp máy.")
    yield state("-failed", PaperCheckModel(t(_TITLE), None, picture=_table(), problem=failed))
