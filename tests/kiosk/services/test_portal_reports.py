"""A changed page of the portal on its way from a kiosk to the lead and off the list."""

from __future__ import annotations

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.content_review import Verdict
from kiosk.domain.errors import KnownError
from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.domain.portal_report import PortalReport
from kiosk.domain.web_address import WebAddress, read_address
from kiosk.services.content_review import ContentReview
from kiosk.services.portal_reports import PortalReports
from kiosk.services.ports import Topic
from tests.fakes import FakeClock, FakeStore
from tests.support.review import CODE, LEAD, SUPPORTER, sample

ELSE = "9.000002"
CANARY = "001190000001"


def address(text: str) -> WebAddress:
    found = read_address(f"https://{text}")
    assert found is not None
    return found


class Desk:
    """Kiosks and the lead's desk over a store in memory."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.store.records.office.save_profile(EXAMPLE_OFFICE)
        self.clock = FakeClock()
        other = sample('code = "9.000001"', f'code = "{ELSE}"')
        later = sample("review_by = 2027-01-01", "review_by = 2026-12-01")
        self.content = ContentReview(self.store, self.clock, (later, other))
        self.reports = PortalReports(self.store, self.clock)

    def file(self, page: str, step: str = "fill-form", code: str = CODE) -> None:
        self.clock.advance(60)
        self.reports.file(code, step, address(page))

    def open(self) -> list[tuple[str, str, int]]:
        """Return what waits for the lead."""
        reports = self.content.open(CODE).reports
        return [(report.step_id, report.place, report.count) for report in reports]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_reports_of_one_page_are_one_thing_with_a_count_and_the_latest_time(desk: Desk) -> None:
    desk.file("cong.vn/tim")
    desk.file("cong.vn/tim?q=1")

    assert desk.content.open(CODE).reports == (
        PortalReport("fill-form", "cong.vn/tim", 2, desk.clock.now()),
    )


def test_other_steps_pages_and_procedures_stand_apart_latest_first(desk: Desk) -> None:
    desk.file("cong.vn/tim")
    desk.file("cong.vn/tim", "vneid-login")
    desk.file("cong.vn/nop")
    desk.file("cong.vn/tim", code=ELSE)

    assert desk.open() == [
        ("fill-form", "cong.vn/nop", 1),
        ("vneid-login", "cong.vn/tim", 1),
        ("fill-form", "cong.vn/tim", 1),
    ]


def test_what_is_reported_comes_first_in_the_list_and_leaves_facts_alone(desk: Desk) -> None:
    before = desk.content.load().procedures
    assert [line.code for line in desk.content.overview()] == [CODE, ELSE]
    desk.file("cong.vn/tim", code=ELSE)
    desk.file("cong.vn/nop", code=ELSE)
    first, second = desk.content.overview()

    assert (first.code, first.reports) == (ELSE, 2)
    assert (second.code, second.reports) == (CODE, 0)
    assert desk.content.load().procedures == before
    assert first.total == second.total


def test_the_lead_settles_one_page_and_a_new_report_counts_from_one(desk: Desk) -> None:
    desk.file("cong.vn/tim")
    desk.file("cong.vn/tim")
    desk.file("cong.vn/nop")
    desk.reports.settle(CODE, "fill-form", "cong.vn/tim", LEAD)
    assert desk.open() == [("fill-form", "cong.vn/nop", 1)]
    desk.file("cong.vn/tim")

    assert desk.open()[0] == ("fill-form", "cong.vn/tim", 1)


def test_settling_is_the_lead_s_is_audited_and_told_on(desk: Desk) -> None:
    desk.file("cong.vn/tim")
    with pytest.raises(KnownError, match="lead's duty"):
        desk.reports.settle(CODE, "fill-form", "cong.vn/tim", SUPPORTER)
    desk.reports.settle(CODE, "fill-form", "cong.vn/tim", LEAD)

    (line,) = desk.store.audited(AuditAction.CONTENT_CHANGED)
    assert (line.staff_id, line.subject) == (LEAD.id, CODE)
    assert line.detail == "portal[fill-form] settled"
    topics = [(change.topic, change.subject_id) for change in desk.store.records.changes.since(0)]
    assert topics == [(Topic.CONTENT, CODE)] * 2


def test_neither_a_query_nor_a_number_in_the_path_is_kept_nor_anybody_s_name(desk: Desk) -> None:
    desk.file(f"cong.vn/nguoi/{CANARY}/to-khai?so={CANARY}#/a/{CANARY}")

    (entry,) = desk.store.records.content.history(CODE)
    assert CANARY not in repr(entry)
    assert entry.value == "cong.vn/nguoi/…/to-khai"
    assert (entry.staff_id, entry.staff_name) == ("", "")
    assert entry.verdict is Verdict.MISSED
