"""Stories that tests begin with: an office that is set up, a citizen who calls, staff who come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from kiosk.domain.assistance import (
    AssistanceDraft,
    FollowUpDraft,
    HelpLevel,
    Outcome,
    PersonDraft,
)
from kiosk.domain.consent_text import CONSENT_TEXT_VERSION, ConsentText
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.help_call import HelpCall
from kiosk.domain.office import EXAMPLE_OFFICE, Village
from kiosk.domain.person import Purpose
from kiosk.domain.procedure import (
    Channel,
    Choice,
    Fact,
    LifeEvent,
    NotHere,
    Procedure,
    Question,
    RequiredPaper,
    Source,
    Step,
)
from kiosk.domain.staff import Role, Staff
from kiosk.domain.visit import Visit
from kiosk.services.assistance import AssistanceLog
from kiosk.services.calls import HelpDesk
from kiosk.services.consents import Consents
from kiosk.services.corrections import Corrections
from kiosk.services.follow_ups import FollowUps
from kiosk.services.journal import Journal
from kiosk.services.people import People
from kiosk.services.ports import Store
from kiosk.services.vault import AesGcmCipher
from kiosk.services.visits import VisitLog
from tests.fakes import START, FakeClock, FakeStore

NO_JOURNAL = Journal(Path("/nonexistent/visits.jsonl"))
HOA = Staff("staff-hoa", "Nguyễn Thị Hòa", Role.SUPPORTER, "hash")
MAI = Staff("staff-mai", "Lê Thị Mai", Role.SUPPORTER, "hash")
NAM = Staff("staff-nam", "Trần Văn Nam", Role.LEAD, "hash")
HAU_XA = Village("village-hau-xa", "Hậu Xá", km=3.5)
THANH_AM = Village("village-thanh-am", "Thanh Ấm", km=1.0)
SHOWN = ConsentText(CONSENT_TEXT_VERSION, ("Cho gọi lại?",), ("Xã chỉ ghi tên.", "Rút lại được."))
"""What the citizens of the stories were shown before they agreed."""

CIPHER = AesGcmCipher(lambda: b"k" * 32)
"""The real cipher, with a key made for the stories."""

BIRTH = Procedure(
    code="1.001193",
    title="Đăng ký khai sinh",
    official_title="Thủ tục đăng ký khai sinh",
    summary="Làm giấy khai sinh cho bé.",
    life_events=(LifeEvent.BIRTH,),
    field="Hộ tịch",
    decided_by="Ủy ban nhân dân xã",
    channel=Channel.PORTAL,
    source=Source("Cổng Dịch vụ công quốc gia", "https://example.vn", date(2026, 7, 18)),
    level=Fact("Nộp trực tuyến"),
    review_by=date(2027, 1, 18),
    questions=(
        Question("who", "Ai đi?", (Choice("parent", "Cha, mẹ"), Choice("other", "Người khác"))),
        Question("paper", "Có giấy?", (Choice("yes", "Có"),), when={"who": ("other",)}),
    ),
    papers=(
        RequiredPaper("birth", "Giấy chứng sinh"),
        RequiredPaper("proxy", "Giấy ủy quyền", when={"who": ("other",), "paper": ("yes",)}),
    ),
    steps=(
        Step("dang-nhap", "Đăng nhập", ("Bấm đăng nhập.",), "Thấy tên.", "vneid-login", ""),
        Step("dien-to-khai", "Điền tờ khai", ("Điền.",), "Thấy nút tiếp.", "fill-form", ""),
        Step(
            "uy-quyen",
            "Đính giấy",
            ("Đính.",),
            "Thấy tên giấy.",
            "attach-papers",
            "",
            when={"who": ("other",)},
        ),
    ),
    not_here=(NotHere("Công an xã", ("Việc này làm ở Công an xã.",), when={"paper": ("no",)}),),
)
"""A procedure with everything that depends on answers; its words are for tests only."""


def set_up(store: Store) -> None:
    """Put in an office that is set up: three of staff, two villages, its key safe."""
    with store.write() as records:
        for staff in (HOA, MAI, NAM):
            records.staff.save(staff)
        records.office.save_profile(replace(EXAMPLE_OFFICE, hotline="024 3888 1234"))
        records.office.replace_villages((HAU_XA, THANH_AM))
        records.office.set_value("recovery_confirmed_at", START.isoformat())
        records.office.set_value("set_up_at", START.isoformat())


def ready_store() -> FakeStore:
    """Return a store in memory with an office that is set up."""
    store = FakeStore()
    set_up(store)
    return store


class Office:
    """A citizen who calls from the second step of a procedure, and staff who come to help.

    Nothing waits in its journal, for the store always answers.
    """

    def __init__(self, store: Store) -> None:
        self.clock = FakeClock()
        self.visits = VisitLog(store, self.clock, "quay-1", NO_JOURNAL)
        self.desk = HelpDesk(store, self.clock)
        self.consents = Consents(store, self.clock)
        self.log = AssistanceLog(store, self.clock)
        self.corrections = Corrections(store, self.clock)
        self.follow_ups = FollowUps(store, self.clock)
        self.people = People(store, self.clock, CIPHER)

    def call(self, ticked: tuple[str, ...] = ()) -> HelpCall:
        """Return the call of a new visitor with these papers ticked, taken by Hòa."""
        visit = replace(
            self.visits.new_visit(), procedure_code="1.001193", ticked_papers=frozenset(ticked)
        )
        self.visits.start(visit)
        return self._called(visit)

    def call_again(self, before: HelpCall) -> HelpCall:
        """Return another call from the visit of one that is over, taken by Hòa."""
        return self._called(replace(self.visits.new_visit(), id=before.visit_id))

    def _called(self, visit: Visit) -> HelpCall:
        place = Place(ScreenName.STEP, procedure_code="1.001193", step_id="dien-to-khai")
        call = self.desk.call(visit, place, ("E1",), "Quầy 1")
        return self.desk.take(call.id, HOA)

    def agree(self, visit_id: str, *purposes: Purpose) -> None:
        """Ask for all purposes; the citizen agrees to the named ones only."""
        request = self.consents.ask(visit_id, tuple(Purpose), HOA)
        self.consents.answer(request.id, {p: p in purposes for p in Purpose}, SHOWN)

    def draft(self, call: HelpCall, outcome: Outcome = Outcome.SUBMITTED) -> AssistanceDraft:
        """Return a whole entry about help that needed no appointment."""
        return AssistanceDraft(
            call.id, call.barriers, HelpLevel.SIDE_BY_SIDE, minutes=9, outcome=outcome
        )

    def home_visit_draft(self, call: HelpCall, due: str = "2026-11-26") -> AssistanceDraft:
        """Return a whole entry that promises a home visit to Bà Tư in Hậu Xá."""
        person = PersonDraft(
            name="Phạm Thị Tư",
            birth_year="1948",
            phone="0912 345 678",
            phone_owner="family",
            village_id=HAU_XA.id,
            where_to_find="Cạnh đình, cổng xanh",
            hard_to_move=True,
        )
        promise = FollowUpDraft("home_visit", due, "morning", ("Căn cước", "Sổ hộ khẩu cũ"))
        entry = self.draft(call, Outcome.FOLLOW_UP)
        return replace(entry, person=person, follow_up=promise)

    def promised_visit(self, due: str = "2026-11-26") -> FollowUp:
        """Return a home visit promised to Bà Tư, with her consent."""
        call = self.call()
        self.agree(call.visit_id, Purpose.HOME_VISIT, Purpose.CALL_BACK)
        follow_up = self.log.log(self.home_visit_draft(call, due), HOA, 7, call).follow_up
        assert follow_up is not None
        return follow_up


class Story(Office):
    """The same on a store in memory, which a test may look into."""

    def __init__(self) -> None:
        self.store = ready_store()
        super().__init__(self.store)
