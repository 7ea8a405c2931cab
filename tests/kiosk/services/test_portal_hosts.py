"""The office's list of hosts: the lead writes it, and staff let one in for a visit."""

from __future__ import annotations

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.portal import DEFAULT_HOSTS
from kiosk.domain.staff import Staff
from kiosk.services.accounts import Accounts, PinRefused
from kiosk.services.pins import CHEAP_COST, PinHasher
from kiosk.services.portal_hosts import PortalHosts
from kiosk.services.ports import Topic
from tests.fakes import FakeClock, FakeStore

LEAD_PIN = "482913"


class Office:
    """An office with a lead and a supporter."""

    def __init__(self) -> None:
        self.store = FakeStore()
        clock = FakeClock()
        self.accounts = Accounts(self.store, clock, PinHasher(CHEAP_COST), "quay-1")
        self.lead = self.accounts.add_lead("Trần Văn Nam", LEAD_PIN, LEAD_PIN)
        issued = self.accounts.add_supporter("Nguyễn Thị Hòa", self.lead)
        self.supporter, self.pin = issued.staff, issued.pin
        self.hosts = PortalHosts(self.store, clock, self.accounts)

    def audit(self, action: AuditAction) -> list[tuple[str, str, str]]:
        """Return who did it, to what, and the detail."""
        entries = self.store.records.audit.entries
        return [(e.staff_id, e.subject, e.detail) for e in entries if e.action is action]


@pytest.fixture
def office() -> Office:
    return Office()


def test_the_shipped_list_holds_until_the_lead_writes_one(office: Office) -> None:
    assert office.hosts.entries() == DEFAULT_HOSTS
    office.hosts.save("dichvucong.gov.vn\n\n *.VNeID.gov.vn \ndichvucong.gov.vn", office.lead)

    assert office.hosts.entries() == ("dichvucong.gov.vn", "*.vneid.gov.vn")
    assert office.hosts.allowed().may_open("https://id.vneid.gov.vn/")
    assert not office.hosts.allowed().may_open("https://sso.dancuquocgia.gov.vn/")


def test_an_empty_list_brings_the_shipped_one_back(office: Office) -> None:
    office.hosts.save("a.vn", office.lead)

    assert office.hosts.save(" \n ", office.lead) == DEFAULT_HOSTS
    assert office.hosts.entries() == DEFAULT_HOSTS


@pytest.mark.parametrize(("line", "words"), [("http://a.vn", "a.vn"), ("*.gov.vn", "*.gov.vn")])
def test_a_line_that_is_not_taken_keeps_the_former_list(
    office: Office, line: str, words: str
) -> None:
    office.hosts.save("a.vn", office.lead)
    with pytest.raises(KnownError) as told:
        office.hosts.save(f"b.vn\n{line}", office.lead)

    assert words in told.value.message.format(**told.value.fields)
    assert office.hosts.entries() == ("a.vn",)


def test_only_the_lead_writes_the_list_and_it_is_kept_who_did(office: Office) -> None:
    with pytest.raises((BugError, KnownError)):
        office.hosts.save("a.vn", office.supporter)
    office.hosts.save("a.vn\nb.vn", office.lead)

    assert (office.lead.id, "", "portal hosts 2") in office.audit(AuditAction.OFFICE_CHANGED)
    assert office.store.records.changes.changes[-1].topic is Topic.OFFICE


def test_a_pin_lets_a_site_in_and_the_audit_keeps_which(office: Office) -> None:
    let_in: Staff = office.hosts.allow_for_visit(
        "tra.nganhang.vn", "visit-1", office.supporter.id, office.pin
    )

    assert let_in.id == office.supporter.id
    assert office.audit(AuditAction.HOST_ALLOWED) == [
        (office.supporter.id, "visit-1", "tra.nganhang.vn")
    ]
    assert office.hosts.entries() == DEFAULT_HOSTS


def test_a_wrong_pin_lets_nothing_in(office: Office) -> None:
    wrong = "000000" if office.pin != "000000" else "111111"
    with pytest.raises(PinRefused):
        office.hosts.allow_for_visit("tra.vn", "visit-1", office.supporter.id, wrong)

    assert office.audit(AuditAction.HOST_ALLOWED) == []
    assert len(office.audit(AuditAction.PIN_REFUSED)) == 1


def test_what_is_no_site_is_not_let_in_and_no_pin_is_asked(office: Office) -> None:
    with pytest.raises(KnownError):
        office.hosts.allow_for_visit("tel:", "visit-1", office.supporter.id, office.pin)

    assert office.audit(AuditAction.LOGGED_IN) == []


def test_whoever_is_blocked_is_not_asked(office: Office) -> None:
    office.accounts.block(office.supporter.id, office.lead)

    assert [staff.id for staff in office.hosts.who_may_allow()] == [office.lead.id]
