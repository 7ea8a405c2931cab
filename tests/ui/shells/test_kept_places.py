"""A place is kept with a slip, and found again on another day and at another counter."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import PrintState
from kiosk.services.paths import DataPaths
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import BIRTH, Counter, DemoFolder
from ui.citizen import wishes as w
from ui.citizen.window import GUARD_SECONDS
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.widgets.touch_button import TouchButton

_RGB = QImage.Format.Format_RGBX8888
DAY = 24 * 3600
ANSWERS = {"certificate": "paper", "who": "authorised"}
TICKED = frozenset({"authorisation", "birth-certificate"})


def choose(counter: Counter, payload: object) -> None:
    """Press the button that carries `payload`, wherever its page is."""
    screen = counter.citizen.window.shown
    assert screen is not None
    next(b for b in screen.findChildren(TouchButton) if b.payload == payload).click()


def scanned_from(window: QWidget) -> str:
    """Return what a telephone's camera reads from the screen."""
    picture = window.grab().toImage().convertToFormat(_RGB)
    size = (picture.width(), picture.height())
    image = Image.frombytes("RGBX", size, bytes(picture.constBits())).convert("L")
    codes = zxingcpp.read_barcodes(image)
    assert len(codes) == 1
    return codes[0].text


def type_like_a_scanner(counter: Counter, payload: str) -> None:
    window = counter.citizen.window
    handle = window.windowHandle()
    assert handle is not None
    # What has just come takes no presses, and Enter is one.
    counter.until(lambda: window._clock() - window._changed_at > GUARD_SECONDS)
    for character in payload:
        QTest.keyClick(handle, Qt.Key(ord(character)))
    QTest.keyClick(handle, Qt.Key.Key_Return)


def stand_at_third_step(counter: Counter) -> Place:
    """Answer, tick two papers and walk to the third step; return it."""
    counter.wish(w.Begin(), w.OpenProcedure(BIRTH))
    counter.wish(*(w.AnswerQuestion(*pair) for pair in ANSWERS.items()))
    for paper in TICKED:
        choose(counter, paper)
    counter.wish(w.StartHere(), w.ConfirmStep(), w.ConfirmStep())
    return counter.citizen.flow.current


def keep(counter: Counter) -> str:
    """Keep the place without a printer, end the visit, and return what was photographed."""
    choose(counter, w.FetchPapers())
    counter.see_citizen(ScreenName.FETCH, "Khi nào ông/bà quay lại?")
    choose(counter, w.KeepPlace())
    counter.see_citizen(ScreenName.SLIP, "Dùng đến hết Thứ Hai, 07/12/2026.")
    counter.until(lambda: counter.citizen.slips.run.progress.state is PrintState.KEPT_AS_PDF)
    payload = scanned_from(counter.citizen.window)
    choose(counter, w.Finish())
    counter.see_citizen(ScreenName.ATTRACT)
    counter.settled()
    return payload


@pytest.fixture
def other_folder(folder: DemoFolder, tmp_path: Path) -> DemoFolder:
    """Return another PC of the office: the same key, and a database of its own."""
    copied = shutil.copytree(folder.paths.root, tmp_path / "other")
    return DemoFolder(DataPaths(copied), folder.pins)


def test_at_another_counter_the_same_step_comes_back_with_the_papers_ticked(
    open_counter: OpenCounter, folder: DemoFolder, other_folder: DemoFolder
) -> None:
    first = open_counter(folder)
    place = stand_at_third_step(first)
    title = first.citizen.procedure().step(place.step_id)
    payload = keep(first)
    assert first.rows("SELECT number, version, kind, payload, print_state FROM slips") == [
        ("2026-11-0001", 1, "papers", payload, "kept_as_pdf")
    ]
    first.close()

    second = open_counter(other_folder)
    second.clock.advance(5 * DAY)
    type_like_a_scanner(second, payload)
    assert title is not None
    second.see_citizen(ScreenName.STEP, title.title)
    assert second.citizen.flow.current == replace(place, life_event=None)
    assert (second.visit.answers, second.visit.ticked_papers) == (ANSWERS, TICKED)
    choose(second, w.ConfirmStep())
    assert second.is_at(ScreenName.STEP)
    second.wish(w.GoBack(), w.GoBack())
    second.see_citizen(ScreenName.PROCEDURE)
    screen = second.citizen.window.shown
    assert screen is not None
    ticked = {b.payload for b in screen.findChildren(TouchButton) if b.isChecked()}
    assert ticked >= TICKED
    second.settled()
    kinds = [row[0] for row in second.rows("SELECT kind FROM visit_events ORDER BY seq")]
    assert kinds[:4] == ["started", "procedure_opened", "place_found", "step_shown"]


def test_whoever_comes_back_in_time_goes_on_until_the_last_day(counter: Counter) -> None:
    stand_at_third_step(counter)
    payload = keep(counter)
    counter.clock.advance(14 * DAY)
    counter.wish(w.Begin(), w.HaveSlip())
    counter.scan(payload)
    counter.see_citizen(ScreenName.STEP)
    counter.wish(w.Finish())
    counter.clock.advance(DAY)
    counter.wish(w.Begin())
    counter.scan(payload)
    counter.see_citizen(ScreenName.PROCEDURE, "Phiếu giữ chỗ đã hết hạn. Ông/bà làm lại từ đây.")
    assert counter.visit.ticked_papers == frozenset()
    counter.wish(w.Finish(), w.Begin(), w.OpenProcedure(BIRTH))
    assert not counter.citizen_says("hết hạn")


def take_content(counter: Counter, procedure: Procedure) -> None:
    catalogue = counter.office.catalogue
    others = tuple(p for p in catalogue.content.procedures if p.code != procedure.code)
    catalogue.take(replace(catalogue.content, procedures=(*others, procedure)))


@pytest.mark.parametrize(
    ("changes", "told", "ticked"),
    [
        ("steps", "Các bước đã thay đổi. Ông/bà làm lại từ đây.", TICKED),
        ("papers", "Giấy tờ cần mang đã thay đổi. Ông/bà xem lại.", frozenset()),
    ],
)
def test_what_has_changed_meanwhile_is_said_in_one_sentence(
    counter: Counter, changes: str, told: str, ticked: frozenset[str]
) -> None:
    stand_at_third_step(counter)
    payload = keep(counter)
    birth = counter.office.catalogue.by_code(BIRTH)
    assert birth is not None
    shorter = (
        replace(birth, steps=birth.steps[:2])
        if changes == "steps"
        else replace(birth, papers=birth.papers[1:])
    )
    take_content(counter, shorter)
    counter.scan(payload)
    counter.see_citizen(ScreenName.PROCEDURE, told)
    assert counter.visit.ticked_papers == ticked
    counter.wish(w.SetLanguage("en"))
    assert counter.is_at(ScreenName.PROCEDURE)


def test_a_procedure_that_is_gone_is_said_to_be(counter: Counter) -> None:
    stand_at_third_step(counter)
    payload = keep(counter)
    catalogue = counter.office.catalogue
    others = tuple(p for p in catalogue.content.procedures if p.code != BIRTH)
    catalogue.take(replace(catalogue.content, procedures=others))
    counter.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT, "Máy không còn việc ghi trên phiếu này.")


def test_a_damaged_code_has_its_answer(counter: Counter) -> None:
    stand_at_third_step(counter)
    payload = keep(counter)
    counter.scan(payload[:20] + payload[21:])
    counter.see_citizen(ScreenName.APPOINTMENT, "Mã chưa đọc được trọn vẹn.")


def test_a_guide_is_not_left_for_a_slip(counter: Counter) -> None:
    stand_at_third_step(counter)
    payload = keep(counter)
    counter.walk_to_step()
    before = counter.citizen.flow.current
    counter.scan(payload)
    counter.settled()
    assert counter.citizen.flow.current == before


def test_with_staff_logged_in_it_still_goes_to_who_stands_at_the_screen(counter: Counter) -> None:
    stand_at_third_step(counter)
    payload = keep(counter)
    counter.log_in()
    counter.scan(payload)
    counter.see_citizen(ScreenName.STEP)
    counter.scan(payload)
    counter.see_console(StaffScreenName.SCAN, "Phiếu giữ chỗ")
    assert counter.console_says("Đăng ký khai sinh · Bước 3:")
    assert counter.console_says("Giữ đến hết 07/12/2026.")


def test_staff_find_it_by_the_code_that_was_copied(counter: Counter) -> None:
    stand_at_third_step(counter)
    keep(counter)
    counter.log_in()
    counter.order(sw.Open(StaffScreenName.SCAN))
    code = counter.rows("SELECT code FROM slips")[0][0]
    counter.order(sw.EnterCode(code))
    counter.see_console(StaffScreenName.SCAN, "Đăng ký khai sinh · Bước 3:")


def test_one_screen_gives_it_to_whoever_sees_the_screen(one_screen: Counter) -> None:
    stand_at_third_step(one_screen)
    payload = keep(one_screen)
    one_screen.scan(payload)
    one_screen.see_citizen(ScreenName.STEP)
    one_screen.wish(w.Finish())
    one_screen.desktop._show_staff()
    one_screen.log_in()
    one_screen.order(sw.LeaveCitizenScreen())
    one_screen.scan(payload)
    one_screen.see_console(StaffScreenName.SCAN, "Phiếu giữ chỗ")
    assert one_screen.is_at(ScreenName.ATTRACT)


def test_before_the_first_step_the_procedure_is_kept(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenProcedure(BIRTH), w.AnswerQuestion("certificate", "paper"))
    choose(counter, "birth-certificate")
    counter.wish(w.OnPhone())
    choose(counter, w.KeepPlace())
    counter.see_citizen(ScreenName.SLIP, "Lần sau, bấm “Tôi có phiếu hẹn”, đưa mã vào máy.")
    counter.until(lambda: counter.citizen.slips.run.progress.state is PrintState.KEPT_AS_PDF)
    payload = scanned_from(counter.citizen.window)
    counter.wish(w.Finish())
    counter.scan(payload)
    counter.see_citizen(ScreenName.PROCEDURE)
    assert counter.visit.ticked_papers == {"birth-certificate"}


def test_whoever_waits_in_vain_takes_the_place_along(counter: Counter) -> None:
    place = stand_at_third_step(counter)
    counter.call()
    counter.stored_call()
    counter.wish(w.KeepPlace())
    counter.see_citizen(ScreenName.SLIP, "Lần sau, bấm “Tôi có phiếu hẹn”, đưa mã vào máy.")
    counter.until(lambda: counter.citizen.slips.run.progress.state is PrintState.KEPT_AS_PDF)
    payload = scanned_from(counter.citizen.window)
    counter.wish(w.Finish())
    counter.scan(payload)
    counter.see_citizen(ScreenName.STEP)
    assert counter.citizen.flow.current.step_id == place.step_id
