"""Slips that keep a place: issued, printed, read at another counter, and never a promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from kiosk.domain.audit import AuditAction
from kiosk.domain.held_place import HeldPlace, PlaceProblem
from kiosk.domain.place_code import is_place_code, read_place, sign_place
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import Paper, SlipKind
from kiosk.services.keys import OfficeKey
from kiosk.services.slips import IssuedSlip, ScanKind
from tests.kiosk.services.test_slips import Counter
from tests.stories import BIRTH, HOA
from tests.support.pdf import page_images, page_sizes_mm, page_texts, qr_texts

PLACE = HeldPlace(BIRTH.code, "uy-quyen", {"who": "other", "paper": "yes"}, frozenset({"proxy"}))
LAST_DAY = date(2026, 12, 7)
both_papers = pytest.mark.parametrize("paper", list(Paper))


@pytest.fixture
def counter(tmp_path: Path) -> Counter:
    return Counter(tmp_path)


def issued(counter: Counter, place: HeldPlace = PLACE, paper: Paper = Paper.ROLL_80) -> IssuedSlip:
    return counter.slips.issue_place(BIRTH, place, paper, visit_id="v1")


def test_it_says_where_somebody_stood_and_until_when_and_names_nobody(counter: Counter) -> None:
    content = issued(counter).content
    assert (content.title, content.procedure) == ("PHIẾU GIỮ CHỖ", "Đăng ký khai sinh")
    assert content.done_so_far == "Đang ở bước 3: Đính giấy"
    assert content.bring == ("Giấy chứng sinh", "Giấy ủy quyền (đã có)")
    assert (content.who, content.helped_by, content.due) == ("", "", None)
    assert content.valid_until == LAST_DAY
    assert issued(counter, HeldPlace(BIRTH.code)).content.done_so_far == ""


def test_it_is_saved_as_any_slip_and_logged(counter: Counter) -> None:
    slip = issued(counter).slip
    assert (slip.kind, slip.number, slip.version, slip.visit_id) == (
        SlipKind.PAPERS,
        "2026-11-0001",
        1,
        "v1",
    )
    assert is_place_code(slip.payload)
    assert counter.store.audited(AuditAction.SLIP_ISSUED)[0].detail == "2026-11-0001 v1"
    assert (counter.folder / "2026-11-0001-v1.pdf").exists()


def test_another_counter_reads_it_without_the_row(counter: Counter, tmp_path: Path) -> None:
    payload = issued(counter).slip.payload
    elsewhere = Counter(tmp_path)
    found = elsewhere.slips.verify(payload.lower())
    assert (found.kind, found.slip, found.is_good) == (ScanKind.PLACE, None, True)
    assert found.place is not None
    assert (found.place.place, found.place.last_day) == (PLACE, LAST_DAY)
    assert found.place.problem is None


def test_a_sheet_printed_again_is_the_next_version_and_both_hold(counter: Counter) -> None:
    first = issued(counter)
    counter.clock.advance(3 * 24 * 3600)
    second = counter.slips.reprint(first.slip.id, None, Paper.A4)
    assert second.slip.version == 2
    assert second.slip.payload == first.slip.payload
    assert second.content.valid_until == LAST_DAY
    assert second.content.bring == first.content.bring
    assert counter.slips.verify(first.slip.payload).kind is ScanKind.PLACE


def test_it_holds_for_fourteen_days(counter: Counter) -> None:
    payload = issued(counter).slip.payload
    for days, problem in ((14, None), (1, PlaceProblem.EXPIRED)):
        counter.clock.advance(days * 24 * 3600)
        result = counter.slips.verify(payload)
        assert result.place is not None
        assert result.place.problem is problem
        assert result.is_good == (problem is None)


def test_damage_forgery_strangers_and_lost_procedures_have_their_answers(counter: Counter) -> None:
    payload, key = issued(counter).slip.payload, counter.ring.key()
    mark = read_place(payload, key.office_tag, key.slip_key)
    stranger = OfficeKey.from_secret(bytes(16))
    answers = {
        "0" + payload[1:]: ScanKind.DAMAGED,
        payload[:-1]: ScanKind.DAMAGED,
        sign_place(mark, stranger.office_tag, stranger.slip_key): ScanKind.FOREIGN,
        sign_place(mark, key.office_tag, stranger.slip_key): ScanKind.FORGED,
    }
    for text, kind in answers.items():
        found = counter.slips.verify(text)
        assert (found.kind, found.place) == (kind, None)
    unknown = sign_place(replace(mark, procedure=9999999), key.office_tag, key.slip_key)
    lost = counter.slips.verify(unknown).place
    assert lost is not None
    assert lost.problem is PlaceProblem.PROCEDURE_GONE


def test_staff_find_it_by_its_typed_code(counter: Counter) -> None:
    slip = issued(counter).slip
    found = counter.slips.find_by_code(slip.code, HOA)
    assert found.kind is ScanKind.PLACE
    assert found.place is not None
    assert found.place.place == PLACE


def test_content_of_today_decides(counter: Counter) -> None:
    payload = issued(counter).slip.payload
    shorter: Procedure = replace(BIRTH, steps=BIRTH.steps[:2])
    counter.slips._find_procedure = {BIRTH.code: shorter}.get
    found = counter.slips.verify(payload).place
    assert found is not None
    assert found.problem is PlaceProblem.STEP_GONE
    assert found.place == replace(PLACE, step_id="")


# On paper


@both_papers
def test_it_says_all_on_paper(counter: Counter, paper: Paper) -> None:
    slip = issued(counter, paper=paper)
    text = " ".join(page_texts(slip.pdf))
    for wanted in (
        "PHIẾU GIỮ CHỖ",
        "Giữ đến hết Thứ Hai, 07/12/2026",
        "Đang ở bước 3: Đính giấy",
        "Giấy ủy quyền (đã có)",
        "Đưa mã này vào máy đọc",
        "Không phải giấy tiếp nhận hồ sơ",
    ):
        assert wanted in text
    assert len(page_sizes_mm(slip.pdf)) == 1


@both_papers
def test_a_scanner_reads_it(counter: Counter, paper: Paper) -> None:
    slip = issued(counter, paper=paper)
    assert qr_texts(slip.pdf) == [slip.slip.payload]


@pytest.mark.parametrize("angle", [0, 3, 90, 181])
def test_it_is_read_from_a_worn_roll_held_askew(counter: Counter, angle: int) -> None:
    """Blurred by more than a printer's dot, pale, and crossed by a fold, as after two weeks."""
    slip = issued(counter)
    sheet = page_images(slip.pdf)[0]
    fold = Image.new("L", (sheet.width, 3), 255)
    code = zxingcpp.read_barcodes(sheet)[0].position
    sheet.paste(fold, (0, (code.top_left.y + code.bottom_left.y) // 2))
    worn = sheet.filter(ImageFilter.GaussianBlur(1.5)).point(lambda gray: 130 + gray * 120 // 255)
    held = worn.rotate(angle, expand=True, fillcolor=250)
    assert [code.text for code in zxingcpp.read_barcodes(held)] == [slip.slip.payload]
