"""Set-up of the office: profile, villages, key, recovery sheet, a second counter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.office import EXAMPLE_OFFICE, Village
from kiosk.domain.staff import Role, Staff
from kiosk.services.forms import FormRefused
from kiosk.services.keys import KeyRing
from kiosk.services.office import OfficeSetup
from kiosk.services.ports import Topic
from tests.fakes import FakeClock, FakeKeyStore, FakeStore

LEAD = Staff("s1", "Trần Văn Nam", Role.LEAD, "hash")
SUPPORTER = Staff("s2", "Nguyễn Thị Hòa", Role.SUPPORTER, "hash")


class Machine:
    """One PC of the office; two may share a store."""

    def __init__(self, store: FakeStore | None = None) -> None:
        self.store = store or FakeStore()
        self.ring = KeyRing(FakeKeyStore())
        self.setup = OfficeSetup(self.store, FakeClock(), self.ring)


@pytest.fixture
def machine() -> Machine:
    return Machine()


def finished(machine: Machine) -> tuple[str, ...]:
    """Walk through set-up; return the recovery sheet."""
    machine.setup.save_profile(EXAMPLE_OFFICE)
    machine.store.records.staff.save(LEAD)
    groups = machine.setup.make_key()
    machine.setup.confirm_recovery(" ".join(groups))
    machine.setup.finish(LEAD)
    return groups


def test_a_new_machine_knows_nothing(machine: Machine) -> None:
    state = machine.setup.state()
    assert (state.profile, state.villages) == (None, ())
    assert not any((state.has_lead, state.has_key, state.must_join, state.finished))
    assert not machine.setup.is_set_up()
    with pytest.raises(KnownError):
        machine.setup.profile()


def test_set_up_from_first_to_last(machine: Machine) -> None:
    finished(machine)
    state = machine.setup.state()
    assert all((state.has_lead, state.has_key, state.recovery_confirmed, state.finished))
    assert not state.must_join
    assert machine.setup.is_set_up()
    machine.setup.check_key()
    assert machine.store.changed(Topic.OFFICE)[-1] == "set"
    assert machine.store.audited(AuditAction.OFFICE_CHANGED)[-1].detail == "set up"


def test_the_profile_is_cleaned_and_checked(machine: Machine) -> None:
    saved = machine.setup.save_profile(
        replace(EXAMPLE_OFFICE, name="  UBND   xã A ", hotline="1022")
    )
    assert saved.name == "UBND xã A"
    assert machine.setup.profile() == saved
    with pytest.raises(FormRefused) as refused:
        machine.setup.save_profile(replace(EXAMPLE_OFFICE, name=" ", hotline="gọi anh Ba 09"))
    assert [p.field for p in refused.value.problems] == ["name", "hotline"]
    assert machine.setup.profile() == saved


def test_villages_keep_their_ids_when_imported_again(machine: Machine) -> None:
    machine.setup.save_villages([Village("v1", "Hậu Xá"), Village("v2", "Thanh Ấm")])
    kept = machine.setup.save_villages([Village("x", "hau xa", km=2.0), Village("v3", "Vân Đình")])
    assert [(v.id, v.name) for v in kept] == [("v1", "hau xa"), ("v3", "Vân Đình")]
    assert machine.setup.villages() == kept


def test_after_set_up_only_a_lead_changes_the_office(machine: Machine) -> None:
    finished(machine)
    with pytest.raises(BugError):
        machine.setup.save_profile(EXAMPLE_OFFICE)
    with pytest.raises(KnownError):
        machine.setup.save_villages([], SUPPORTER)
    machine.setup.save_profile(replace(EXAMPLE_OFFICE, desk="Quầy 1"), LEAD)
    assert machine.setup.profile().desk == "Quầy 1"


def test_the_key_is_made_once_and_only_its_check_is_stored(machine: Machine) -> None:
    groups = machine.setup.make_key()
    assert machine.setup.make_key() == groups
    assert machine.store.records.office.values["key_check"] == machine.ring.key().check
    assert machine.ring.key().secret.hex() not in machine.store.texts()


def test_the_sheet_is_typed_back_as_printed(machine: Machine) -> None:
    groups = machine.setup.make_key()
    other = Machine().setup.make_key()
    with pytest.raises(KnownError, match="another key"):
        machine.setup.confirm_recovery("".join(other))
    with pytest.raises(KnownError) as refused:
        machine.setup.confirm_recovery("".join((*groups[:3], "00000", *groups[4:])))
    assert refused.value.fields == {"number": 4}
    assert not machine.setup.state().recovery_confirmed


def test_set_up_ends_only_when_it_is_whole(machine: Machine) -> None:
    with pytest.raises(KnownError):
        machine.setup.finish(LEAD)
    machine.setup.save_profile(EXAMPLE_OFFICE)
    with pytest.raises(BugError):
        machine.setup.finish(LEAD)
    machine.setup.make_key()
    with pytest.raises(KnownError):
        machine.setup.finish(SUPPORTER)
    machine.setup.finish(LEAD)


def test_a_second_counter_joins_with_the_sheet(machine: Machine) -> None:
    groups = finished(machine)
    second = Machine(machine.store)
    assert second.setup.state().must_join
    with pytest.raises(KnownError):
        second.setup.make_key()
    with pytest.raises(KnownError, match="key check differs"):
        second.setup.join("".join(Machine().setup.make_key()))
    second.setup.join("-".join(groups).lower())
    assert second.ring.key() == machine.ring.key()
    second.setup.check_key()


def test_a_key_of_another_office_is_noticed(machine: Machine) -> None:
    finished(machine)
    stranger = Machine(machine.store)
    stranger.ring.create()
    for use in (stranger.setup.check_key, stranger.setup.make_key):
        with pytest.raises(KnownError, match="key check differs"):
            use()
