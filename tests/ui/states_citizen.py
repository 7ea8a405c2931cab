"""Every state a citizen's screen can be in, for the sweep over panels, sizes and languages.

The contents are invented but as long as real ones; a stretched translator stretches them too.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import NamedTuple

from kiosk.domain.barrier import BARRIER_BY_CODE, likely_barriers
from kiosk.domain.calendar import HalfDay
from kiosk.domain.consent_text import CONSENT_TEXT
from kiosk.domain.content_review import FactCheck
from kiosk.domain.flow import ScreenName
from kiosk.domain.help_call import WaitingStage
from kiosk.domain.lesson import Tip
from kiosk.domain.national import NationalEntry
from kiosk.domain.office import OfficeProfile
from kiosk.domain.person import Purpose
from kiosk.domain.procedure import (
    LIFE_EVENT_CARDS,
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
from kiosk.domain.search_answer import AnswerKind
from kiosk.domain.slip import PrintState
from tests.ui.states_lessons import lesson_states, sample_lesson
from tests.ui.states_papers import paper_states
from tests.ui.states_person import person_states
from tests.ui.states_portal import portal_states
from ui.citizen import models
from ui.citizen.screen import ScreenKit
from ui.citizen.screens.search_screen import SearchMemory

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)
PAYLOAD = "1B2C3G4H5K6L7M8N9P0Q1T2V3B4C5G6H7K8L9M0N1P2Q3T4V"
CODE = "4K7T-20BH-G"
HOTLINE = "024 3300 1234"

DEMO_OFFICE = OfficeProfile(
    name="UBND xã Ứng Hòa",
    desk="Bộ phận Một cửa",
    address="Xã Ứng Hòa, thành phố Hà Nội",
    hotline=HOTLINE,
    hours="Thứ Hai đến thứ Sáu: 7 giờ 30 đến 11 giờ 30, 13 giờ đến 17 giờ",
    is_demo=True,
)
OFFICE = replace(DEMO_OFFICE, is_demo=False)


class State(NamedTuple):
    """One state: a name for the picture, the screen, its model, and what the screen remembers."""

    id: str
    name: ScreenName
    model: object
    memory: object = None


def citizen_states(kit: ScreenKit) -> list[State]:
    """Return all states; texts go through `kit.t`, so that a stretched language stretches them."""
    make = _Samples(kit)
    states = [
        *_finding(make),
        *_searching(make),
        *(State(*one) for one in lesson_states(make.t)),
        *_doing(make),
        *(State(*one) for one in paper_states(make.t, make.usual_step())),
        *(State(*one) for one in portal_states(make.usual_step(), make.long_step())),
        *_asking(make),
        *_ending(make),
        *_paper(make),
    ]
    known = {state.id: state.model for state in states}
    return [*states, *(State(*one) for one in person_states(known))]


class _Samples:
    """Sample content in the kit's language."""

    def __init__(self, kit: ScreenKit) -> None:
        self.t = kit.t
        self.source = Source(
            name=self.t("Cổng Dịch vụ công quốc gia"),
            url="https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7",
            taken_on=date(2026, 7, 18),
        )

    def lines(self, *texts: str) -> tuple[str, ...]:
        return tuple(self.t(text) for text in texts)

    def paper(self, paper_id: str, title: str, note: str = "") -> RequiredPaper:
        # Notes are content, which is never translated; the longest real one is not stretched.
        return RequiredPaper(paper_id, self.t(title), note)

    def question(self, question_id: str, text: str, *choices: str) -> Question:
        made = tuple(Choice(f"c{n}", self.t(choice)) for n, choice in enumerate(choices))
        return Question(question_id, self.t(text), made)

    def step(self, step_id: str = "login", *, is_long: bool = False) -> Step:
        lines = self.lines(
            "Bấm nút đỏ “Tài khoản định danh điện tử”.",
            "Mở VNeID trên điện thoại.",
            "Quét mã QR trên màn hình.",
        )
        more = self.lines("Nhập mã khóa của VNeID.", "Bấm “Xác nhận” trên điện thoại.")
        return Step(
            id=step_id,
            title=self.t("Đăng nhập bằng VNeID"),
            instruction=(*lines, *more) if is_long else lines,
            expect=self.t("Bây giờ màn hình phải có chữ “Xin chào”."),
            picture="vneid-login",
            picture_alt=self.t("Nút đăng nhập màu đỏ và mã QR bên cạnh"),
            caution=self.t("Không ai được hỏi mật khẩu VNeID, kể cả cán bộ."),
            barriers=("L2", "L4", "L3", "L1", "L6"),
            seen_on=None if is_long else date(2026, 11, 1),
        )

    def procedure(self, code: str = "1.001193", title: str = "Đăng ký khai sinh") -> Procedure:
        return Procedure(
            code=code,
            title=self.t(title),
            official_title=self.t("Thủ tục đăng ký khai sinh"),
            summary=self.t("Làm giấy khai sinh cho bé trong 60 ngày."),
            life_events=(LifeEvent.BIRTH,),
            field="Hộ tịch",
            decided_by="Ủy ban nhân dân xã",
            channel=Channel.PORTAL,
            source=self.source,
            level=Fact(self.t("Trực tuyến toàn trình")),
            time=Fact(self.t("1 ngày làm việc")),
            review_by=date(2027, 1, 18),
            papers=(
                self.paper("birth", "Giấy chứng sinh", "Bản giấy hoặc ảnh chụp rõ 4 góc"),
                self.paper("identity", "Căn cước của bố và mẹ", "Đã có VNeID mức 2 thì thôi"),
                self.paper("marriage", "Giấy chứng nhận kết hôn"),
            ),
            steps=tuple(self.step(f"s{n}") for n in range(7)),
            next_steps=self.lines(
                "Cán bộ gửi bản nháp giấy khai sinh qua VNeID.",
                "Ông/bà xem lại và bấm “Xác nhận” trong 1 ngày.",
            ),
        )

    def usual_step(self) -> models.StepModel:
        return models.StepModel(self.procedure(), self.step(), 3, 7, {})

    def long_step(self) -> models.StepModel:
        return models.StepModel(self.longest(), self.step(is_long=True), 12, 14, {})

    def longest(self) -> Procedure:
        who = self.question("who", "Ai đi đăng ký cho bé?", "Cha hoặc mẹ", "Ông bà", "Người khác")
        case = self.question(
            "case",
            "Bé có thuộc trường hợp này không?",
            "Không, trường hợp thường",
            "Sinh nhờ mang thai hộ",
            "Trẻ bị bỏ rơi",
        )
        note = (
            "Phải chứng thực, trừ khi người được ủy quyền là ông, bà, cha, mẹ, con, vợ, chồng,"
            " anh, chị, em ruột"
        )
        papers = [
            self.paper(f"p{n}", "Giấy xác nhận của cơ sở y tế về việc sinh", note) for n in range(7)
        ]
        official = replace(self.source, official=False)
        return replace(
            self.procedure(title="Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con"),
            summary=self.t("Làm giấy khai sinh cho bé. Nên làm trong 60 ngày từ ngày sinh."),
            level=Fact(self.t("Nộp trực tuyến, trực tiếp hoặc qua bưu chính")),
            time=Fact(self.t("1 ngày; nộp sau 15 giờ thì nhận vào ngày làm việc tiếp theo")),
            fee=Fact(self.t("Theo mức do Hội đồng nhân dân thành phố quy định; miễn cho hộ nghèo")),
            questions=(who, case, replace(who, id="third")),
            papers=tuple(papers),
            source=official,
            review_by=date(2026, 10, 1),
        )


def _finding(make: _Samples) -> list[State]:
    counts = {event: n % 7 + 1 for n, event in enumerate(LifeEvent)}
    card = LIFE_EVENT_CARDS[0]
    titles = (
        "Đăng ký khai sinh",
        "Đăng ký khai sinh kết hợp nhận cha, mẹ, con",
        "Liên thông khai sinh, thường trú, thẻ BHYT",
        "Đăng ký lại khai sinh",
        "Cấp thẻ căn cước cho bé dưới 6 tuổi",
        "Đăng ký nhận cha, mẹ, con",
        "Cấp bản sao trích lục khai sinh",
        "Đăng ký giám hộ",
    )
    many = tuple(make.procedure(f"1.00{n:04}", title) for n, title in enumerate(titles))
    home = models.HomeModel(LIFE_EVENT_CARDS, counts)
    tip = Tip(*make.lines("Tiền đã trừ thì đừng trả thêm lần nữa.", "Giữ tin nhắn, hỏi cán bộ."))
    topics = make.lines("VNeID", "Trả tiền không cần tiền mặt", "Nhận biết lừa đảo")
    return [
        State("attract", ScreenName.ATTRACT, models.AttractModel(OFFICE, NOW)),
        State("attract-tip", ScreenName.ATTRACT, models.AttractModel(OFFICE, NOW, tip)),
        State("attract-demo", ScreenName.ATTRACT, models.AttractModel(DEMO_OFFICE, NOW)),
        State("home", ScreenName.HOME, home),
        State("home-lessons", ScreenName.HOME, replace(home, lesson_topics=topics)),
        State("home-empty", ScreenName.HOME, replace(home, counts={})),
        State("home-resume", ScreenName.HOME, replace(home, resume_title=many[1].title)),
        State("procedures-empty", ScreenName.PROCEDURES, models.ProceduresModel(card, ())),
        State("procedures-few", ScreenName.PROCEDURES, models.ProceduresModel(card, many[:3])),
        State("procedures", ScreenName.PROCEDURES, models.ProceduresModel(card, many)),
    ]


def _searching(make: _Samples) -> list[State]:
    """The search with its keys, and without them once they are not needed any more."""
    found = tuple(
        models.FoundCard(f"1.00{n:04}", make.t(title), make.t(detail), "baby")
        for n, (title, detail) in enumerate(
            (
                ("Đăng ký khai sinh", "Làm giấy khai sinh cho bé."),
                ("Liên thông khai sinh, thường trú, thẻ BHYT", "Ba việc làm một lần cho bé."),
                ("Đăng ký lại khai sinh", "Khi mất giấy và xã không còn sổ."),
                ("Đăng ký khai sinh kết hợp nhận cha, mẹ, con", "Cha mẹ chưa đăng ký kết hôn."),
                ("Cấp bản sao trích lục khai sinh", "Xin thêm bản sao giấy khai sinh."),
            )
        )
    )
    listed = replace(found[0], code="1.000005", icon="file-text", is_ours=False)
    many = (*found, replace(listed, text=make.t(_LISTED_NAME[:88]), detail=make.t("Cấp tỉnh")))
    empty = models.SearchModel()
    results = models.SearchModel("giay khai sinh", AnswerKind.RESULTS, cards=many * 2)
    ask = replace(
        results,
        kind=AnswerKind.ASK,
        question=make.t("Xã còn sổ gốc khai sinh không?"),
        cards=found[2:5],
    )
    nothing = replace(results, text="xyz", cards=())
    helping = replace(results, kind=AnswerKind.HELP, cards=found[:1])
    elsewhere = replace(
        nothing,
        kind=AnswerKind.OUT_OF_SCOPE,
        say=make.lines("Việc này làm ở Công an tỉnh.", "Ông/bà mang theo căn cước."),
    )
    entry = NationalEntry(
        "1.000005", _LISTED_NAME, "Hải quan", "Cấp bộ, Cấp tỉnh", "2628/QĐ-BTC", make.source.url
    )
    waiting = models.SearchModel("giay")
    shown = {
        "search-results": results,
        "search-ask": ask,
        "search-help": replace(helping, lesson=sample_lesson(make.t)),
        "search-help-staff": replace(helping, cards=()),
        "search-elsewhere": elsewhere,
        "search-nothing": nothing,
        "search-looking": waiting,
    }
    return [
        State("search", ScreenName.SEARCH, empty),
        *(State(name, ScreenName.SEARCH, model) for name, model in shown.items()),
        *(
            State(f"{name}-typing", ScreenName.SEARCH, model, SearchMemory(True, len(model.text)))
            for name, model in shown.items()
        ),
        State("listed", ScreenName.LISTED, models.ListedModel(entry)),
        State(
            "listed-longest",
            ScreenName.LISTED,
            models.ListedModel(replace(entry, name=f"{_LISTED_NAME}; {_LISTED_NAME}")),
        ),
    ]


_LISTED_NAME = (
    "Thủ tục hải quan đối với khí, nguyên liệu xuất khẩu, nhập khẩu bằng đường ống chuyên dụng"
)


def _doing(make: _Samples) -> list[State]:
    usual = make.procedure()
    title = make.t(LIFE_EVENT_CARDS[0].title)
    shown = models.ProcedureModel(usual, title, {}, frozenset({"birth", "identity"}), TODAY)
    place = NotHere(make.t("Công an xã Ứng Hòa"), make.lines("Việc này làm trực tiếp."))
    counter = replace(usual, channel=Channel.COUNTER, steps=(), papers=())
    step, long_step = make.usual_step(), make.long_step()
    return [
        State("procedure", ScreenName.PROCEDURE, shown),
        State("procedure-counter", ScreenName.PROCEDURE, replace(shown, procedure=counter)),
        State("procedure-not-here", ScreenName.PROCEDURE, replace(shown, not_here=place)),
        State(
            "procedure-unguided",
            ScreenName.PROCEDURE,
            replace(shown, procedure=replace(usual, steps=())),
        ),
        State("procedure-longest", ScreenName.PROCEDURE, replace(shown, procedure=make.longest())),
        *_vouched(shown, step),
        State("phone", ScreenName.PHONE, models.PhoneModel(usual)),
        State("phone-read", ScreenName.PHONE, models.PhoneModel(usual, only_to_read=True)),
        State("phone-longest", ScreenName.PHONE, models.PhoneModel(make.longest())),
        State("step", ScreenName.STEP, step),
        State("step-offering", ScreenName.STEP, replace(step, offers_help=True)),
        State("step-longest", ScreenName.STEP, long_step),
        State("step-portal", ScreenName.STEP, replace(step, can_open_portal=True)),
        State("step-portal-longest", ScreenName.STEP, replace(long_step, can_open_portal=True)),
    ]


def _vouched(shown: models.ProcedureModel, step: models.StepModel) -> list[State]:
    """Return the pages whose facts the office has checked, in part checked, or is not sure of."""
    day = FactCheck(date(2026, 11, 12))
    unsure = replace(day, is_sure=False)
    papers = {f"papers[{paper.id}]": day for paper in shown.procedure.papers}
    whole = {"level": day, "time": day, "fee": day, **papers}
    part = {"fee": day, "time": day}
    doubts = {"level": unsure, "time": unsure, "fee": unsure, "papers[identity]": unsure}
    overdue = replace(shown.procedure, effective_to=date(2026, 10, 1))
    return [
        State("procedure-checked", ScreenName.PROCEDURE, replace(shown, checks=whole)),
        State("procedure-in-part", ScreenName.PROCEDURE, replace(shown, checks=part)),
        State(
            "procedure-unsure",
            ScreenName.PROCEDURE,
            replace(shown, procedure=overdue, checks=doubts),
        ),
        State("step-unsure", ScreenName.STEP, replace(step, check=unsure)),
    ]


def _asking(make: _Samples) -> list[State]:
    barriers = likely_barriers(("L2", "L4", "L3", "L1", "L6"))
    hints = {b.code: b.first_aid for b in barriers}
    stuck = models.StuckModel(barriers, (), hints)
    wide = tuple(BARRIER_BY_CODE[c] for c in ("L7", "N3", "E4", "P2", "T3", "X9"))
    differs = replace(
        stuck,
        step_differs=True,
        expect=make.t("Bây giờ màn hình phải có chữ “Xin chào”."),
        picture="vneid-login",
        picture_alt=make.t("Nút đăng nhập màu đỏ"),
    )
    waiting = models.WaitingModel(
        WaitingStage.CALLING,
        "Nguyễn Thị Lan",
        None,
        make.t("Bước 3, Đăng ký khai sinh"),
        HOTLINE,
        make.lines("Giấy chứng sinh", "Căn cước của bố và mẹ"),
    )
    return [
        State("stuck", ScreenName.STUCK, stuck),
        State("stuck-chosen", ScreenName.STUCK, replace(stuck, chosen=("L4", "L2"))),
        State(
            "stuck-longest",
            ScreenName.STUCK,
            replace(
                stuck,
                barriers=wide,
                chosen=("P2",),
                hints={b.code: b.first_aid for b in wide},
            ),
        ),
        State("stuck-differs", ScreenName.STUCK, differs),
        State("stuck-differs-chosen", ScreenName.STUCK, replace(differs, chosen=("L2",))),
        *(
            State(
                f"waiting-{stage.value.replace('_', '-')}",
                ScreenName.WAITING,
                replace(waiting, stage=stage, received_at=_received(stage)),
            )
            for stage in WaitingStage
        ),
        State("consent", ScreenName.CONSENT, _consent(make, {})),
        State("consent-one", ScreenName.CONSENT, _consent(make, {Purpose.CALL_BACK: True})),
        State("consent-summary", ScreenName.CONSENT, _consent(make, dict.fromkeys(Purpose, False))),
    ]


def _received(stage: WaitingStage) -> datetime | None:
    unheard = (WaitingStage.CALLING, WaitingStage.NOBODY)
    return None if stage in unheard else NOW


def _consent(make: _Samples, answers: dict[Purpose, bool]) -> models.ConsentModel:
    lines = tuple(make.t(line, days=180, phone=HOTLINE) for line in CONSENT_TEXT)
    return models.ConsentModel(tuple(Purpose), lines, answers)


def _ending(make: _Samples) -> list[State]:
    usual, longest = make.procedure(), make.longest()
    done = models.DoneModel(usual, was_submitted=True)
    not_here = models.NotHereModel(
        usual,
        make.t("Công an xã Ứng Hòa"),
        make.lines("Việc này cần chụp ảnh, lấy vân tay.", "Ông/bà đến trực tiếp."),
        make.t(OFFICE.hours),
        HOTLINE,
        tuple(paper.title for paper in usual.papers),
    )
    follow_up = models.FollowUpModel(
        make.t("Ông/bà quay lại quầy"),
        date(2026, 11, 26),
        HalfDay.MORNING,
        tuple(paper.title for paper in usual.papers),
        HOTLINE,
    )
    return [
        State("done", ScreenName.DONE, done),
        State("done-rated", ScreenName.DONE, replace(done, ease=4)),
        State("done-unsure", ScreenName.DONE, replace(done, is_unsure=True)),
        State("done-longest", ScreenName.DONE, models.DoneModel(longest, was_submitted=False)),
        State("not-here", ScreenName.NOT_HERE, not_here),
        State(
            "not-here-bare",
            ScreenName.NOT_HERE,
            replace(not_here, hours="", phone="", papers=(), say=()),
        ),
        State(
            "not-here-longest",
            ScreenName.NOT_HERE,
            replace(not_here, papers=tuple(p.title for p in longest.papers)),
        ),
        State("follow-up", ScreenName.FOLLOW_UP, follow_up),
        State(
            "follow-up-slip",
            ScreenName.FOLLOW_UP,
            replace(follow_up, slip_number="2026-11-0037", code=CODE),
        ),
        State("follow-up-bare", ScreenName.FOLLOW_UP, replace(follow_up, bring=(), phone="")),
    ]


def _paper(make: _Samples) -> list[State]:
    slip = models.SlipModel(PrintState.SPOOLED, False, "2026-11-0037", CODE, PAYLOAD)
    problem = make.t("Máy in đang tắt.")
    cure = make.t("Chụp mã này bằng điện thoại.")
    appointment = models.AppointmentModel(
        how=make.t("Ông/bà quay lại quầy"),
        procedure=make.t("Đăng ký khai sinh"),
        due=date(2026, 11, 26),
        half_day=HalfDay.AFTERNOON,
        bring=make.lines("Giấy chứng sinh", "Căn cước của bố và mẹ"),
        phone=HOTLINE,
        prepare=make.lines("Ông/bà mang phiếu này đến quầy."),
        hours=make.t("Thứ Hai đến thứ Sáu: 8:00 – 11:30, 13:30 – 17:00"),
        days=tuple(date(2026, 11, day) for day in (23, 24, 25, 27, 30)),
    )
    wished = replace(appointment, is_wished=True, wished=date(2026, 11, 30))
    return [
        State(
            "slip-printing",
            ScreenName.SLIP,
            replace(slip, state=PrintState.SAVED, is_busy=True),
        ),
        State("slip-asking", ScreenName.SLIP, slip),
        State("slip-came-out", ScreenName.SLIP, replace(slip, state=PrintState.CAME_OUT)),
        State(
            "slip-did-not",
            ScreenName.SLIP,
            replace(slip, state=PrintState.DID_NOT, problem=problem, cure=cure, tries=2),
        ),
        State(
            "slip-kept",
            ScreenName.SLIP,
            replace(slip, state=PrintState.KEPT_AS_PDF, problem=problem, cure=cure),
        ),
        State("scan_slip", ScreenName.SCAN_SLIP, models.ScanSlipModel()),
        State("scan_slip-camera", ScreenName.SCAN_SLIP, models.ScanSlipModel(has_camera=True)),
        State("appointment", ScreenName.APPOINTMENT, appointment),
        State("appointment-wished", ScreenName.APPOINTMENT, wished),
        State("appointment-fixed", ScreenName.APPOINTMENT, replace(wished, days=(), wished=None)),
        State("move_date", ScreenName.MOVE_DATE, models.MoveDateModel(appointment.days)),
        State(
            "appointment-unreadable",
            ScreenName.APPOINTMENT,
            models.AppointmentModel(problem=make.t("Phiếu này đã được thay bằng phiếu mới.")),
        ),
        State("hold", ScreenName.HOLD, models.HoldModel(NOW)),
        State("customize", ScreenName.CUSTOMIZE, models.CustomizeModel(0, False, "vi")),
        State("customize-changed", ScreenName.CUSTOMIZE, models.CustomizeModel(2, True, "en")),
    ]
