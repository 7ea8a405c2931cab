"""Every state of the lead's pages on content: usual, overdue, changed, longest, typed, failed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kiosk.domain.content_review import (
    FactDraft,
    FactEntry,
    FactStanding,
    FactState,
    Plain,
    Verdict,
)
from kiosk.domain.national import NationalImport
from kiosk.domain.portal_report import PortalReport
from kiosk.services.content_facts import corrected
from kiosk.services.content_form import form_value
from kiosk.services.content_merge import MergedProcedure, merge
from kiosk.services.content_review import ProcedureReview, ReviewLine
from tests.fakes import FakeClock
from tests.support.review import birth
from tests.ui.staff_samples import HA, NOW, TODAY
from tests.ui.states_citizen import OFFICE
from ui.staff.content.kiosk_pages import KioskPages
from ui.staff.content.models import (
    ContentFactModel,
    ContentModel,
    ContentProcedureModel,
    KioskLook,
    NationalModel,
)
from ui.staff.models import StaffScreenName
from ui.theme.metrics import USUAL_PANEL, PanelMetrics

State = tuple[str, StaffScreenName, object]
UPRIGHT = PanelMetrics(268.0, 1080, 1920)
_LONG = (
    "Cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở cho hộ gia đình, cá nhân đang sử"
    " dụng đất mà chưa có giấy"
)


def entry(path: str, verdict: Verdict, value: Plain | None, shipped: Plain) -> FactEntry:
    """Return a word of the lead on a fact."""
    note = "Nghị quyết 05/2026/NQ-HĐND" if value is not None else ""
    return FactEntry(
        f"e-{path}", "1.001193", path, verdict, value, shipped, note, HA.id, HA.name, NOW
    )


def reviewed() -> MergedProcedure:
    """Return birth registration with a fact in every state."""
    shipped = birth()
    standing = merge(shipped, (), "").standing
    old: Plain = {"text": "2 ngày"}
    history = (
        entry("level", Verdict.RIGHT, None, standing("level").shipped),
        entry("time", Verdict.CORRECTED, {"text": "Nhận ngay trong buổi"}, old),
        entry("fee", Verdict.CORRECTED, {"text": "Không thu"}, {}),
        entry("summary", Verdict.UNSURE, None, standing("summary").shipped),
        entry("next_steps", Verdict.RIGHT, None, ["Câu trước đây."]),
        entry("papers[office-1]", Verdict.CORRECTED, {"title": "Sổ hộ khẩu cũ", "note": ""}, {}),
    )
    return merge(shipped, history, OFFICE.name)


def reports() -> tuple[PortalReport, ...]:
    """Return pages of the portal that kiosks found changed: a short and a very long one."""
    where = "dichvucongnganhtuphap.moj.gov.vn/bo-tu-phap/ho-tich/khai-sinh/to-khai-dien-tu/…/buoc-3"
    return (
        PortalReport("choose-agency", "dichvucong.gov.vn/tim-kiem", 1, NOW),
        PortalReport("fill-form", where, 12, NOW - timedelta(hours=5)),
    )


def _lines() -> tuple[ReviewLine, ...]:
    usual = (
        ReviewLine("1.000656", "Đăng ký khai tử", date(2026, 10, 30), 3, 18, unsure=1),
        ReviewLine("2.000815", "Chứng thực bản sao", date(2026, 11, 20), 9, 9, changed=2),
        ReviewLine("1.001193", "Đăng ký khai sinh", date(2026, 11, 22), 5, 24, drafts=1, reports=2),
        ReviewLine("1.013978", _LONG, date(2027, 1, 18), 0, 21, unsure=2, changed=1, drafts=1),
        ReviewLine("1.014027", "Trợ cấp hưu trí xã hội", date(2027, 1, 18), 0, 17),
    )
    more = (replace(usual[4], code=f"1.00{n:04}", review_by=date(2027, 2, 1)) for n in range(9))
    return (*usual, *more)


def imported() -> NationalImport:
    """Return an import of the whole catalogue."""
    return NationalImport("i-1", NOW, HA.id, HA.name, "danh-muc-2026-07.xlsx", 2642, 3)


def content_states() -> list[State]:
    """Return the list's states."""
    name, model = StaffScreenName.CONTENT, ContentModel(_lines(), TODAY, imported())
    exported = "Đã ghi 50 tệp vào C:\\ProgramData\\DongHanhSo\\exports\\content-20261122-081402"
    return [
        ("content", name, model),
        ("content-failed", name, ContentModel((), TODAY, problem="Ổ đĩa đang bận.")),
        ("content-exported", name, replace(model, message=exported)),
        ("content-not-exported", name, replace(model, problem="Ổ đĩa đã đầy.", imported=None)),
        ("content-exporting", name, replace(model, is_exporting=True)),
    ]


def procedure_states() -> list[State]:
    """Return the states of one procedure under review."""
    name = StaffScreenName.CONTENT_PROCEDURE
    untouched = merge(birth(), (), "")
    draft = FactDraft("1.001193", "fee", {"text": "8.000 đồng"}, "", HA.name, NOW)
    review = ProcedureReview(reviewed(), {"fee": draft})
    late = ContentProcedureModel(review, date(2027, 3, 1))
    done = "Lệ phí: sửa."
    return [
        ("content_procedure", name, ContentProcedureModel(ProcedureReview(untouched), TODAY)),
        ("content_procedure-reviewed", name, late),
        ("content_procedure-said", name, replace(late, message=done, undo_path="fee")),
        ("content_procedure-failed", name, replace(late, problem="Ổ đĩa đã đầy.")),
        (
            "content_procedure-reported",
            name,
            ContentProcedureModel(ProcedureReview(untouched, reports=reports()), TODAY),
        ),
    ]


def fact_model(path: str, value: Plain | None = None, **changes: object) -> ContentFactModel:
    """Return the form of one fact with the kiosk's page of it."""
    merged = reviewed()
    standing: FactStanding = merged.standing(path)
    told = standing.value if value is None else value
    procedure = corrected(merged.procedure, path, told)
    page = KioskPages(OFFICE, FakeClock(NOW)).page_of(procedure, path, told, merged.checks)
    model = ContentFactModel(
        procedure=merged.procedure,
        standing=standing,
        value=form_value(merged.procedure, path, told),
        look=KioskLook(USUAL_PANEL, OFFICE),
        history=(standing.entry,) if standing.entry else (),
        page=page,
    )
    return replace(model, **changes)  # type: ignore[arg-type]


def fact_states() -> list[State]:
    """Return the states of the form."""
    name = StaffScreenName.CONTENT_FACT
    long_hint = "Câu dài 17 tiếng, nên nhiều nhất 12: “Ông/bà xem lại cho kỹ rồi mới bấm nút nộp”"
    hints = (long_hint, "Nên tránh chữ “lỗi”, nói việc cần làm.", "Nên bỏ mã CT01.")
    problems = {"instruction": "Một bước nhiều nhất ba câu.", "expect": "Ghi điều phải hiện."}
    upright = KioskLook(UPRIGHT, OFFICE)
    paper: Plain = {"title": "Giấy chứng sinh", "note": "Bản chính hoặc bản sao", "when": {}}
    changed = fact_model("time")
    assert changed.standing.state is FactState.CHANGED
    return [
        ("content_fact", name, fact_model("fee", draft_at=NOW)),
        ("content_fact-changed", name, changed),
        ("content_fact-paper", name, fact_model("papers[birth-certificate]", paper)),
        ("content_fact-step", name, fact_model("steps[choose-agency]", hints=hints)),
        (
            "content_fact-problems",
            name,
            fact_model("steps[fill-form]", problems=problems, page=None),
        ),
        ("content_fact-list", name, fact_model("next_steps")),
        ("content_fact-place", name, fact_model("not_here[0]")),
        ("content_fact-upright", name, fact_model("summary", look=upright)),
    ]


def national_states() -> list[State]:
    """Return the states of the national catalogue's page."""
    name = StaffScreenName.NATIONAL
    reason = "Địa chỉ “http://example.com/thu-tuc” không phải trang https của .gov.vn."
    refused = tuple((n, reason) for n in range(12, 40))
    by_command = replace(imported(), staff_name="", file="catalogue.tsv")
    return [
        ("national-empty", name, NationalModel()),
        ("national", name, NationalModel(by_command)),
        ("national-refused", name, NationalModel(imported(), refused)),
        ("national-importing", name, NationalModel(imported(), is_importing=True)),
        ("national-failed", name, NationalModel(None, problem="Máy chưa đọc được tệp này.")),
    ]


def staff_content_states() -> list[State]:
    """Return (id, page, model) of every state."""
    return [*content_states(), *procedure_states(), *fact_states(), *national_states()]
