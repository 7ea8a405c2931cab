"""Slips: issued, reprinted, scanned, typed in, and on the run list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.national import NationalEntry
from kiosk.domain.paper_picture import PaperPicture
from kiosk.domain.person import Purpose
from kiosk.domain.slip import Paper, PrintState, SlipKind
from kiosk.domain.slip_code import ALPHABET, SlipMark, new_code, sign
from kiosk.services.catalogue import Catalogue, OfficeContent
from kiosk.services.documents.slip_pdf import slip_pdf
from kiosk.services.keys import KeyRing, OfficeKey
from kiosk.services.ports import Topic
from kiosk.services.slips import SCAN_MESSAGES, CodeWait, IssuedSlip, ScanKind, Slips
from tests.fakes import FakeKeyStore
from tests.stories import BIRTH, HOA, Story

SECRET = bytes(range(16))

LISTED = NationalEntry("8.000010", "Cấp giấy phép nuôi cá cảnh", "Thủy sản", "Cấp xã", "", "")
CATALOGUE = Catalogue(())
CATALOGUE.take(OfficeContent((BIRTH,), national=(LISTED,)))


class Counter(Story):
    """The story's office, with slips and a printer's folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.ring = KeyRing(FakeKeyStore(SECRET))
        self.slips = self.slips_with(self.ring)

    def slips_with(self, ring: KeyRing, device: str = "quay-1") -> Slips:
        return Slips(
            self.store,
            self.clock,
            ring,
            folder=self.folder,
            counter="Quầy 1",
            device=device,
            find_procedure=CATALOGUE.by_code,
            title_of=CATALOGUE.title_of,
            render=slip_pdf,
        )

    def issued(self) -> tuple[FollowUp, IssuedSlip]:
        follow_up = self.promised_visit()
        return follow_up, self.slips.issue_follow_up(follow_up.id, HOA, Paper.ROLL_80)


@pytest.fixture
def counter(tmp_path: Path) -> Counter:
    return Counter(tmp_path)


def test_a_slip_says_what_who_when_and_whom_to_phone(counter: Counter) -> None:
    follow_up, issued = counter.issued()
    content = issued.content
    assert (content.office, content.counter) == ("UBND xã Ứng Hòa", "Bộ phận Một cửa · Quầy 1")
    assert (content.title, content.procedure) == ("PHIẾU HẸN HỖ TRỢ", "Đăng ký khai sinh")
    assert (content.who, content.helped_by) == ("Phạm T. T.", HOA.name)
    assert (content.how, content.next_action) == (
        "Cán bộ đến tận nhà",
        "Ông/bà ở nhà, cán bộ sẽ đến.",
    )
    assert content.done_so_far == "Đã làm xong bước “Đăng nhập”"
    assert (content.due, content.half_day) == (date(2026, 11, 26), HalfDay.MORNING)
    assert content.bring == follow_up.bring
    assert content.phone == "024 3888 1234"
    assert (content.number, content.version) == ("2026-11-0001", 1)


def test_a_slip_is_saved_as_row_and_as_file(counter: Counter) -> None:
    follow_up, issued = counter.issued()
    assert issued.path == counter.folder / "2026-11-0001-v1.pdf"
    assert issued.path.read_bytes() == issued.pdf
    assert issued.pdf.startswith(b"%PDF")
    assert counter.slips.of_follow_up(follow_up.id) == (issued.slip,)
    assert (issued.slip.kind, issued.slip.issued_by) == (SlipKind.FOLLOW_UP, HOA.id)
    assert issued.slip.print_state is PrintState.SAVED
    entry = counter.store.audited(AuditAction.SLIP_ISSUED)[0]
    assert (entry.staff_id, entry.subject, entry.detail) == (
        HOA.id,
        issued.slip.id,
        "2026-11-0001 v1",
    )
    assert counter.store.changed(Topic.FOLLOW_UP)[-1] == follow_up.id


def test_the_payload_is_short_and_holds_no_person(counter: Counter) -> None:
    _, issued = counter.issued()
    assert len(issued.slip.payload) <= 48
    assert set(issued.slip.payload) <= set("0123456789BCGHKLMNPQTV")


def test_print_state_is_only_what_is_known(counter: Counter) -> None:
    follow_up, issued = counter.issued()
    counter.slips.set_print_state(issued.slip.id, PrintState.SPOOLED)
    assert counter.slips.of_follow_up(follow_up.id)[0].print_state is PrintState.SPOOLED


def test_a_slip_is_kept_though_its_file_could_not_be_written(counter: Counter) -> None:
    (counter.folder / "2026-11-0001-v1.pdf").mkdir()
    follow_up = counter.promised_visit()
    with pytest.raises(KnownError, match="2026-11-0001"):
        counter.slips.issue_follow_up(follow_up.id, HOA, Paper.A4)
    assert len(counter.slips.of_follow_up(follow_up.id)) == 1


def test_a_reprint_is_the_next_version_of_the_same_slip(counter: Counter) -> None:
    follow_up, first = counter.issued()
    counter.follow_ups.re_date(follow_up.id, date(2026, 12, 1), HalfDay.AFTERNOON, HOA)
    second = counter.slips.reprint(first.slip.id, HOA, Paper.ROLL_80)
    third = counter.slips.reprint(first.slip.id, HOA, Paper.ROLL_80)
    again = counter.slips.issue_follow_up(follow_up.id, HOA, Paper.ROLL_80)
    assert [s.slip.version for s in (first, second, third, again)] == [1, 2, 3, 4]
    assert {s.slip.code for s in (first, second, third, again)} == {first.slip.code}
    assert {s.slip.number for s in (first, second, third, again)} == {first.slip.number}
    assert len({s.slip.payload for s in (first, second, third, again)}) == 4
    assert second.content.due == date(2026, 12, 1)


def test_a_slip_of_a_closed_promise_is_not_printed(counter: Counter) -> None:
    follow_up, issued = counter.issued()
    counter.follow_ups.close_done(follow_up.id, HOA)
    with pytest.raises(KnownError, match="already closed"):
        counter.slips.issue_follow_up(follow_up.id, HOA, Paper.A4)
    with pytest.raises(KnownError, match="already closed"):
        counter.slips.reprint(issued.slip.id, HOA, Paper.A4)


def test_versions_have_an_end(counter: Counter) -> None:
    _, issued = counter.issued()
    counter.store.records.slips.add(replace(issued.slip, id="last", version=255))
    with pytest.raises(KnownError, match="no version after 255"):
        counter.slips.reprint(issued.slip.id, HOA, Paper.A4)


def test_unknown_slips_and_promises_are_our_own_fault(counter: Counter) -> None:
    with pytest.raises(BugError):
        counter.slips.reprint("nothing", HOA, Paper.A4)
    with pytest.raises(BugError):
        counter.slips.issue_follow_up("nothing", HOA, Paper.A4)


def test_a_papers_slip_holds_no_person_and_reprints_the_same(counter: Counter) -> None:
    bring = ("Giấy chứng sinh", "Căn cước")
    issued = counter.slips.issue_papers(BIRTH, bring, Paper.A4, visit_id="v1")
    content = issued.content
    assert (content.title, content.who, content.helped_by) == ("GIẤY TỜ CẦN MANG", "", "")
    assert (content.bring, content.due) == (bring, None)
    assert content.next_action == "Ông/bà mang đủ giấy đến quầy."
    again = counter.slips.reprint(issued.slip.id, None, Paper.A4)
    assert again.slip.version == 2
    assert (again.content.bring, again.content.next_action) == (bring, content.next_action)
    assert counter.slips.verify(again.slip.payload).kind is ScanKind.PAPERS


def test_a_papers_slip_says_where_when_it_is_not_here(counter: Counter) -> None:
    issued = counter.slips.issue_papers(
        BIRTH, (), Paper.ROLL_80, where="Công an xã Ứng Hòa", staff=HOA
    )
    assert issued.content.next_action == "Nơi làm: Công an xã Ứng Hòa"
    assert (issued.content.hours, issued.content.helped_by) == ("", HOA.name)


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        ("return_to_counter", "Ông/bà mang phiếu này đến quầy."),
        ("phone_call", "Ông/bà giữ điện thoại, cán bộ sẽ gọi."),
        ("refer", "Ông/bà đến nơi cán bộ đã chỉ."),
    ],
)
def test_every_kind_of_promise_says_what_to_do(counter: Counter, kind: str, action: str) -> None:
    call = counter.call()
    counter.agree(call.visit_id, Purpose.CALL_BACK)
    draft = counter.home_visit_draft(call)
    draft = replace(draft, follow_up=replace(draft.follow_up, kind=kind))
    follow_up = counter.log.log(draft, HOA, 5, call).follow_up
    assert follow_up is not None
    content = counter.slips.issue_follow_up(follow_up.id, HOA, Paper.A4).content
    assert content.next_action == action


def test_a_scanned_slip_opens_its_promise(counter: Counter) -> None:
    follow_up, issued = counter.issued()
    found = counter.slips.verify(issued.slip.payload.lower())
    assert (found.kind, found.is_good) == (ScanKind.FOLLOW_UP, True)
    assert found.slip == issued.slip
    assert found.slip.follow_up_id == follow_up.id


def test_an_older_sheet_points_to_the_newest(counter: Counter) -> None:
    _, first = counter.issued()
    second = counter.slips.reprint(first.slip.id, HOA, Paper.ROLL_80)
    found = counter.slips.verify(first.slip.payload)
    assert (found.kind, found.is_good) == (ScanKind.REPLACED, False)
    assert (found.slip, found.newest) == (first.slip, second.slip)
    assert counter.slips.verify(second.slip.payload).kind is ScanKind.FOLLOW_UP


def damaged(payload: str) -> str:
    other = ALPHABET[(ALPHABET.index(payload[7]) + 1) % len(ALPHABET)]
    return payload[:7] + other + payload[8:]


def test_every_way_of_not_standing_has_its_own_answer(counter: Counter) -> None:
    _, issued = counter.issued()
    key = counter.ring.key()
    mark = SlipMark(issued.slip.code, 1)
    stranger = OfficeKey.from_secret(bytes(16))
    answers = {
        damaged(issued.slip.payload): ScanKind.DAMAGED,
        issued.slip.payload[:-2]: ScanKind.DAMAGED,
        "https://dichvucong.gov.vn": ScanKind.FOREIGN,
        sign(mark, stranger.office_tag, stranger.slip_key): ScanKind.FOREIGN,
        sign(mark, key.office_tag, stranger.slip_key): ScanKind.FORGED,
        sign(SlipMark(new_code(), 1), key.office_tag, key.slip_key): ScanKind.UNKNOWN,
        sign(SlipMark(issued.slip.code, 9), key.office_tag, key.slip_key): ScanKind.UNKNOWN,
    }
    for payload, kind in answers.items():
        found = counter.slips.verify(payload)
        assert (found.kind, found.slip, found.is_good) == (kind, None, False)
    assert set(SCAN_MESSAGES) == set(ScanKind)
    assert len(set(SCAN_MESSAGES.values())) == len(ScanKind)


def test_without_a_key_nothing_is_judged(counter: Counter) -> None:
    with pytest.raises(KnownError, match="no office key"):
        counter.slips_with(KeyRing(FakeKeyStore())).verify("123")


def test_a_typed_code_finds_the_newest_version(counter: Counter) -> None:
    _, first = counter.issued()
    second = counter.slips.reprint(first.slip.id, HOA, Paper.ROLL_80)
    code = first.slip.code
    typed = f" {code[:3]}-{code[3:6]}-{code[6:]} ".lower()
    found = counter.slips.find_by_code(typed, HOA)
    assert (found.kind, found.slip) == (ScanKind.FOLLOW_UP, second.slip)


def test_mistyping_costs_nothing(counter: Counter) -> None:
    _, issued = counter.issued()
    for _ in range(20):
        assert counter.slips.find_by_code(damaged(issued.slip.code), HOA).kind is ScanKind.DAMAGED
    assert counter.slips.find_by_code(issued.slip.code, HOA).is_good


def test_guessing_is_slowed_down_on_this_device_and_after_restart(counter: Counter) -> None:
    _, issued = counter.issued()
    for _ in range(5):
        assert counter.slips.find_by_code(new_code(), HOA).kind is ScanKind.UNKNOWN
    with pytest.raises(CodeWait) as refused:
        counter.slips.find_by_code(issued.slip.code, HOA)
    assert refused.value.wait_seconds == 60
    assert refused.value.fields == {"minutes": 1}
    with pytest.raises(CodeWait):
        counter.slips_with(counter.ring).find_by_code(issued.slip.code, HOA)
    assert counter.slips_with(counter.ring, "quay-2").find_by_code(issued.slip.code, HOA).is_good
    counter.clock.advance(60)
    assert counter.slips.find_by_code(issued.slip.code, HOA).is_good
    assert len(counter.store.audited(AuditAction.CODE_REFUSED)) == 5


def test_what_has_no_guide_here_is_called_by_its_name_and_not_by_its_code(
    counter: Counter,
) -> None:
    listed = replace(counter.promised_visit(), id="f-listed", procedure_code=LISTED.code)
    gone = replace(listed, id="f-gone", procedure_code="9.999999")
    for case in (listed, gone):
        counter.store.records.follow_ups.save(case)
    issued = counter.slips.issue_follow_up(listed.id, HOA, Paper.A4)
    assert issued.content.procedure == "Cấp giấy phép nuôi cá cảnh"
    assert counter.slips.issue_follow_up(gone.id, HOA, Paper.A4).content.procedure == "9.999999"


def test_each_paper_on_a_slip_has_the_drawing_of_its_procedure_or_of_its_words(
    counter: Counter,
) -> None:
    drawn = replace(BIRTH.papers[0], picture=PaperPicture.PHOTO)
    procedure = replace(BIRTH, papers=(drawn, *BIRTH.papers[1:]))
    bring = ("Giấy chứng sinh", "Căn cước của mẹ", "kính lão")
    counter.slips._find_procedure = {procedure.code: procedure}.get
    issued = counter.slips.issue_papers(procedure, bring, Paper.A4)
    assert issued.content.pictures == (PaperPicture.PHOTO, PaperPicture.IDENTITY_CARD, None)
    again = counter.slips.reprint(issued.slip.id, None, Paper.ROLL_80)
    assert again.content.pictures == issued.content.pictures
    _, promised = counter.issued()
    assert promised.content.pictures[0] is PaperPicture.IDENTITY_CARD
