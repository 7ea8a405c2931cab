"""Accounts: first lead, issued PINs, blocking, and a lock-out that nothing dodges."""

from __future__ import annotations

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.staff import Role, Staff, pin_problem
from kiosk.services.accounts import Accounts, PinRefused
from kiosk.services.forms import FormRefused
from kiosk.services.pins import CHEAP_COST, OFFICE_COST, PinHasher, issue_pin
from kiosk.services.ports import Topic
from tests.fakes import FakeClock, FakeStore

LEAD_PIN = "482913"
HASHER = PinHasher(CHEAP_COST)


class Office:
    """An office with one lead and one supporter, and the accounts as one device sees them."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.clock = FakeClock()
        self.accounts = self.started("quay-1")
        self.lead = self.accounts.add_lead("Trần Văn Nam", LEAD_PIN, LEAD_PIN)
        self.supporter, self.pin = self._supporter("Nguyễn Thị Hòa")

    def _supporter(self, name: str) -> tuple[Staff, str]:
        issued = self.accounts.add_supporter(name, self.lead)
        return issued.staff, issued.pin

    def started(self, device: str) -> Accounts:
        """Return the accounts after the program was started anew on `device`."""
        accounts = Accounts(self.store, self.clock, HASHER, device)
        accounts.start()
        return accounts

    def fail(self, times: int, accounts: Accounts | None = None) -> PinRefused:
        """Enter a wrong PIN of the supporter; return the last refusal."""
        for _ in range(times):
            with pytest.raises(PinRefused) as refused:
                (accounts or self.accounts).log_in(self.supporter.id, "000001")
        return refused.value


@pytest.fixture
def office() -> Office:
    return Office()


def fields(refused: FormRefused) -> list[str]:
    return [problem.field for problem in refused.problems]


def test_the_first_lead_chooses_a_pin(office: Office) -> None:
    assert (office.lead.name, office.lead.role) == ("Trần Văn Nam", Role.LEAD)
    assert LEAD_PIN not in office.store.texts()
    assert office.accounts.log_in(office.lead.id, LEAD_PIN) == office.lead
    assert office.store.audited(AuditAction.LOGGED_IN)[-1].staff_id == office.lead.id


@pytest.mark.parametrize(
    ("name", "pin", "again", "wrong"),
    [
        (" ", LEAD_PIN, LEAD_PIN, ["name"]),
        ("Hoa", "123456", "123456", ["pin"]),
        ("Hoa", LEAD_PIN, "482914", ["pin_again"]),
        ("", "1", "2", ["name", "pin"]),
    ],
)
def test_a_lead_is_refused_field_by_field(
    name: str, pin: str, again: str, wrong: list[str]
) -> None:
    accounts = Accounts(FakeStore(), FakeClock(), HASHER, "quay-1")
    with pytest.raises(FormRefused) as refused:
        accounts.add_lead(name, pin, again)
    assert fields(refused.value) == wrong
    assert accounts.staff() == ()


def test_a_second_lead_comes_from_a_lead_only(office: Office) -> None:
    with pytest.raises(BugError):
        office.accounts.add_lead("Lê Thị Mai", LEAD_PIN, LEAD_PIN)
    with pytest.raises(KnownError):
        office.accounts.add_lead("Lê Thị Mai", LEAD_PIN, LEAD_PIN, by=office.supporter)
    assert (
        office.accounts.add_lead("Lê Thị Mai", LEAD_PIN, LEAD_PIN, by=office.lead).role is Role.LEAD
    )


def test_an_issued_pin_is_random_and_kept_as_hash_only(office: Office) -> None:
    assert pin_problem(office.pin) is None
    assert office.pin not in office.store.texts()
    assert office.accounts.log_in(office.supporter.id, office.pin) == office.supporter
    assert len({issue_pin() for _ in range(20)}) > 15


def test_an_issued_pin_is_not_shown_by_accident(office: Office) -> None:
    issued = office.accounts.reissue_pin(office.supporter.id, office.lead)
    assert issued.pin not in repr(issued)


def test_two_people_of_one_name_are_told_apart(office: Office) -> None:
    with pytest.raises(FormRefused) as refused:
        office.accounts.add_supporter("  Nguyễn  Thị Hòa ", office.lead)
    assert fields(refused.value) == ["name"]


def test_only_a_lead_manages_accounts(office: Office) -> None:
    accounts, lead, supporter = office.accounts, office.lead, office.supporter
    for duty in (accounts.block, accounts.unblock, accounts.reissue_pin):
        with pytest.raises(KnownError):
            duty(lead.id, supporter)
    with pytest.raises(KnownError):
        accounts.add_supporter("Lê Thị Mai", supporter)


def test_a_blocked_account_is_refused_like_a_wrong_pin(office: Office) -> None:
    wrong = office.fail(1)
    office.accounts.block(office.supporter.id, office.lead)
    with pytest.raises(PinRefused) as blocked:
        office.accounts.log_in(office.supporter.id, office.pin)
    with pytest.raises(PinRefused) as unknown:
        office.accounts.log_in("nobody", office.pin)
    assert {str(e) for e in (wrong, blocked.value, unknown.value)} == {str(wrong)}
    assert [s.name for s in office.accounts.who_can_log_in()] == ["Trần Văn Nam"]
    assert len(office.accounts.staff()) == 2
    office.accounts.unblock(office.supporter.id, office.lead)
    office.accounts.log_in(office.supporter.id, office.pin)


def test_the_last_lead_cannot_be_blocked(office: Office) -> None:
    with pytest.raises(KnownError):
        office.accounts.block(office.lead.id, office.lead)
    second = office.accounts.add_lead("Lê Thị Mai", LEAD_PIN, LEAD_PIN, by=office.lead)
    assert office.accounts.block(office.lead.id, second).is_blocked


def test_a_reissued_pin_replaces_the_old_one_and_ends_the_wait(office: Office) -> None:
    office.fail(5)
    issued = office.accounts.reissue_pin(office.supporter.id, office.lead)
    other_device = office.started("quay-2")
    other_device.log_in(office.supporter.id, issued.pin)
    if office.pin != issued.pin:
        with pytest.raises(PinRefused):
            other_device.log_in(office.supporter.id, office.pin)


def test_one_changes_ones_own_pin_with_the_old_one(office: Office) -> None:
    with pytest.raises(PinRefused):
        office.accounts.change_pin(office.supporter, "000001", "730584", "730584")
    with pytest.raises(FormRefused):
        office.accounts.change_pin(office.supporter, office.pin, "111111", "111111")
    office.accounts.change_pin(office.supporter, office.pin, "730584", "730584")
    office.accounts.log_in(office.supporter.id, "730584")


def test_five_wrong_pins_stop_the_next_even_if_right(office: Office) -> None:
    assert office.fail(4).wait_seconds == 0
    assert office.fail(1).wait_seconds == 60
    with pytest.raises(PinRefused) as refused:
        office.accounts.log_in(office.supporter.id, office.pin)
    assert refused.value.fields == {"minutes": 1}
    office.clock.advance(59)
    assert 0 < office.accounts.wait_left(office.supporter.id) <= 1
    office.clock.advance(1)
    office.accounts.log_in(office.supporter.id, office.pin)
    assert office.accounts.wait_left(office.supporter.id) == 0


def test_every_refusal_is_in_the_audit(office: Office) -> None:
    office.fail(2)
    refused = office.store.audited(AuditAction.PIN_REFUSED)
    assert [entry.subject for entry in refused] == [office.supporter.id] * 2


def test_the_wait_doubles_to_an_hour_and_allows_few_guesses(office: Office) -> None:
    office.fail(5)
    waits = []
    for _ in range(8):
        office.clock.advance(office.accounts.wait_left(office.supporter.id))
        waits.append(office.fail(1).wait_seconds)
    assert waits == [120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_at_most_twenty_guesses_fit_into_any_hour(office: Office) -> None:
    guesses, end = 0, office.clock.monotonic() + 3600
    while office.clock.monotonic() < end:
        guesses += 1
        office.clock.advance(office.fail(1).wait_seconds)
    assert guesses <= 20


def test_a_restart_does_not_shorten_the_wait(office: Office) -> None:
    office.fail(5)
    office.clock.advance(30)
    restarted = office.started("quay-1")
    assert restarted.wait_left(office.supporter.id) == 60
    office.clock.advance(60)
    restarted.log_in(office.supporter.id, office.pin)


def test_a_changed_wall_clock_does_not_shorten_the_wait(office: Office) -> None:
    office.fail(5)
    office.clock.wall = office.clock.wall.replace(year=2036)
    assert office.accounts.wait_left(office.supporter.id) == 60


def test_the_account_waits_on_every_device(office: Office) -> None:
    other = office.started("quay-2")
    office.fail(5)
    with pytest.raises(PinRefused):
        other.log_in(office.supporter.id, office.pin)
    other.log_in(office.lead.id, LEAD_PIN)


def test_the_device_waits_for_every_account(office: Office) -> None:
    for staff in (office.supporter, office.lead, office.supporter, office.lead, office.supporter):
        with pytest.raises(PinRefused):
            office.accounts.log_in(staff.id, "000001")
    assert office.accounts.wait_left(office.lead.id) == 60
    office.started("quay-2").log_in(office.lead.id, LEAD_PIN)


def test_a_guess_counts_though_the_plug_is_pulled(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull_the_plug(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(office.accounts._hasher, "matches", pull_the_plug)
    with pytest.raises(KeyboardInterrupt):
        office.accounts.log_in(office.supporter.id, "000001")
    assert office.store.records.staff.lock_out(f"account:{office.supporter.id}").failures == 1


def test_changes_of_accounts_are_announced_and_audited(office: Office) -> None:
    office.accounts.block(office.supporter.id, office.lead)
    assert office.store.changed(Topic.STAFF)[-1] == office.supporter.id
    last = office.store.audited(AuditAction.STAFF_CHANGED)[-1]
    assert (last.staff_id, last.subject, last.detail) == (
        office.lead.id,
        office.supporter.id,
        "blocked",
    )
    office.accounts.log_out(office.lead)
    assert office.store.audited(AuditAction.LOGGED_OUT)


def test_an_unknown_account_is_our_own_fault(office: Office) -> None:
    with pytest.raises(BugError):
        office.accounts.block("nobody", office.lead)


def test_the_hasher_knows_its_pins() -> None:
    pin_hash = HASHER.hash(LEAD_PIN)
    assert HASHER.matches(LEAD_PIN, pin_hash)
    assert not HASHER.matches("482914", pin_hash)
    assert not HASHER.matches(LEAD_PIN, "")
    assert not HASHER.matches(LEAD_PIN, "no hash")
    assert "argon2id" in pin_hash
    assert "m=65536,t=3" in PinHasher(OFFICE_COST).hash(LEAD_PIN)
