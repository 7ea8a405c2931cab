"""Records of the office and of staff come back as they were stored."""

from __future__ import annotations

from datetime import timedelta

from db.store import SqlStore
from kiosk.domain.office import EXAMPLE_OFFICE, OfficeProfile, Village
from kiosk.domain.staff import LockOut, Role, Staff
from kiosk.services.ports import Presence
from tests.db.samples import NOW

LAN = Staff("staff-1", "Lan", Role.LEAD, "$argon2id$x")
MINH = Staff("staff-2", "Minh", Role.SUPPORTER, "$argon2id$y", is_blocked=True)


def test_there_is_no_profile_before_the_first_run(store: SqlStore) -> None:
    with store.read() as records:
        assert records.office.profile() is None


def test_the_profile_is_overwritten_not_doubled(store: SqlStore) -> None:
    demo = OfficeProfile("UBND xã Thử", "Một cửa", "Xã Thử", "02433880000", "8–17", is_demo=True)
    for profile in (EXAMPLE_OFFICE, demo):
        with store.write() as records:
            records.office.save_profile(profile)
    with store.read() as records:
        assert records.office.profile() == demo


def test_villages_keep_the_office_s_order_and_are_replaced_whole(store: SqlStore) -> None:
    old = (Village("v9", "Thôn Cũ"),)
    new = (
        Village("v2", "Thôn Đông", "Phương Tú", "Ông Ánh", "0912000111", 3.5),
        Village("v1", "Thôn An"),
    )
    for villages in (old, new):
        with store.write() as records:
            records.office.replace_villages(villages)
    with store.read() as records:
        assert records.office.villages() == new
    with store.write() as records:
        records.office.replace_villages(())
        assert records.office.villages() == ()


def test_a_fact_is_empty_until_it_is_set(store: SqlStore) -> None:
    with store.write() as records:
        assert records.office.value("key_check") == ""
        records.office.set_value("key_check", "a1")
        records.office.set_value("key_check", "b2")
    with store.read() as records:
        assert records.office.value("key_check") == "b2"


def test_accounts_come_back_by_name(store: SqlStore) -> None:
    with store.write() as records:
        records.staff.save(MINH)
        records.staff.save(Staff("staff-1", "Lan", Role.SUPPORTER, "", must_change_pin=True))
        records.staff.save(LAN)
    with store.read() as records:
        assert records.staff.all() == (LAN, MINH)
        assert records.staff.get("staff-2") == MINH
        assert records.staff.get("nobody") is None


def test_failures_of_a_subject_are_counted_apart(store: SqlStore) -> None:
    with store.write() as records:
        records.staff.save_lock_out("device:1", LockOut(7))
        records.staff.save_lock_out("staff:1", LockOut(2))
        records.staff.save_lock_out("staff:1", LockOut(3))
    with store.read() as records:
        assert records.staff.lock_out("device:1") == LockOut(7)
        assert records.staff.lock_out("staff:1") == LockOut(3)
        assert records.staff.lock_out("staff:2") == LockOut(0)


def test_only_consoles_seen_lately_are_on_duty(store: SqlStore) -> None:
    old = Presence("console-1", "staff-1", "Lan", NOW)
    new = Presence("console-2", "staff-2", "Minh", NOW + timedelta(seconds=9))
    with store.write() as records:
        records.staff.save_presence(old)
        records.staff.save_presence(new)
    with store.read() as records:
        assert records.staff.presences(NOW) == (old, new)
        assert records.staff.presences(NOW + timedelta(seconds=1)) == (new,)
    with store.write() as records:
        records.staff.remove_presence("console-2")
        assert records.staff.presences(NOW) == (old,)
