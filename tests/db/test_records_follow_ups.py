"""Promises, attempts, the persons behind them and their erasure; slips."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.store import SqlStore
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import AttemptResult, FollowUpKind, FollowUpState, WithdrawReason
from kiosk.domain.person import Consent, Purpose
from kiosk.domain.slip import PrintState
from kiosk.services.ports import Cipher
from kiosk.services.vault import AesGcmCipher
from tests.db.samples import (
    ASSISTANCE,
    ATTEMPT,
    FOLLOW_UP,
    NOW,
    PERSON,
    SLIP,
    store_follow_up,
    store_visit,
)

LATER = NOW + timedelta(days=4)


def test_a_follow_up_comes_back_with_person_barriers_and_attempts(store: SqlStore) -> None:
    with store.write() as records:
        follow_up = store_follow_up(records)
        second = replace(ATTEMPT, id="attempt-2", result=AttemptResult.DONE, at=LATER)
        records.follow_ups.add_attempt(second)
        records.follow_ups.add_attempt(ATTEMPT)
    whole = replace(follow_up, attempts=(ATTEMPT, second))
    with store.read() as records:
        assert records.follow_ups.get("follow-up-1") == whole
        assert records.follow_ups.of_assistance("assistance-1") == whole
        assert records.follow_ups.open() == (whole,)
        assert records.follow_ups.get("nobody") is None
        assert records.follow_ups.of_assistance("nobody") is None


def test_a_follow_up_may_be_without_a_person(store: SqlStore) -> None:
    with store.write() as records:
        follow_up = store_follow_up(records, person=None)
    with store.read() as records:
        assert records.follow_ups.get("follow-up-1") == follow_up


def test_saving_again_keeps_the_attempts(store: SqlStore) -> None:
    with store.write() as records:
        follow_up = store_follow_up(records)
        records.follow_ups.add_attempt(ATTEMPT)
        moved = replace(follow_up, due=date(2026, 12, 3), attempts=(ATTEMPT,))
        records.follow_ups.save(moved)
    with store.read() as records:
        assert records.follow_ups.get("follow-up-1") == moved


def test_open_ones_are_oldest_promise_first(store: SqlStore) -> None:
    with store.write() as records:
        home = store_follow_up(records, person=None)
        older = replace(home, id="f2", promised_at=NOW - timedelta(days=9))
        phone = replace(home, id="f3", kind=FollowUpKind.PHONE_CALL, promised_at=LATER)
        closed = replace(
            home, id="f4", state=FollowUpState.WITHDRAWN, closed_at=LATER,
            withdraw_reason=WithdrawReason.DONE_ELSEWHERE,
        )  # fmt: skip
        for each in (phone, closed, older):
            records.follow_ups.save(each)
    with store.read() as records:
        assert records.follow_ups.open() == (older, home, phone)
        assert records.follow_ups.open(FollowUpKind.HOME_VISIT) == (older, home)
        assert records.follow_ups.open(FollowUpKind.REFER) == ()
        assert records.follow_ups.get("f4") == closed


def test_a_person_comes_back_whole(store: SqlStore) -> None:
    with store.write() as records:
        records.people.save(replace(PERSON, name="Nguyễn Thị Hòa"))
        records.people.save(PERSON)
    with store.read() as records:
        assert records.people.get(PERSON.id) == PERSON
        assert records.people.get("nobody") is None


def test_another_key_reads_no_names(store: SqlStore, cipher: Cipher) -> None:
    with store.write() as records:
        records.people.save(PERSON)
    other = SqlStore(store._engine, AesGcmCipher(lambda: b"x" * 32))
    with pytest.raises(KnownError), other.read() as records:
        records.people.get(PERSON.id)


def test_erasure_deletes_the_row_and_every_link_to_it(store: SqlStore) -> None:
    consent = Consent("c1", "visit-1", Purpose.HOME_VISIT, True, "2026-11", NOW, "s", PERSON.id)
    with store.write() as records:
        done = replace(store_follow_up(records), state=FollowUpState.DONE, closed_at=LATER)
        records.follow_ups.save(done)
        records.consents.add(consent)
    with store.write() as records:
        assert records.people.erase_due(date(2027, 5, 21)) == 0
        assert records.people.erase_due(date(2027, 5, 22)) == 1
    with store.read() as records:
        assert records.people.get(PERSON.id) is None
        assert records.follow_ups.get("follow-up-1") == replace(done, person=None)
        assert records.assistances.get("assistance-1") == ASSISTANCE
        assert records.consents.of_visit("visit-1") == (replace(consent, person_id=""),)


def test_nobody_with_an_open_follow_up_is_erased(store: SqlStore) -> None:
    with store.write() as records:
        store_follow_up(records)
        records.people.save(replace(PERSON, id="kept", erase_on=None))
        assert records.people.erase_due(date(2030, 1, 1)) == 0


def test_an_attempt_at_an_unknown_promise_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(BugError), store.write() as records:
        records.follow_ups.add_attempt(ATTEMPT)


def test_every_version_of_a_slip_is_kept(store: SqlStore) -> None:
    reprint = replace(SLIP, id="slip-2", version=2, issued_at=LATER)
    papers = replace(SLIP, id="slip-3", number="2026-11-0002", code="0", follow_up_id="")
    with store.write() as records:
        store_follow_up(records)
        for slip in (reprint, SLIP, papers):
            records.slips.add(slip)
        records.slips.set_print_state("slip-2", PrintState.CAME_OUT)
    reprint = replace(reprint, print_state=PrintState.CAME_OUT)
    with store.read() as records:
        assert records.slips.versions(SLIP.code) == (SLIP, reprint)
        assert records.slips.of_follow_up(FOLLOW_UP.id) == (SLIP, reprint)
        assert records.slips.of_visit("visit-1") == (SLIP, reprint, papers)
        assert records.slips.get("slip-3") == papers
        assert records.slips.get("nobody") is None


def test_a_version_cannot_be_issued_twice(store: SqlStore) -> None:
    slip = replace(SLIP, follow_up_id="")
    with store.write() as records:
        store_visit(records)
        records.slips.add(slip)
    with pytest.raises(BugError), store.write() as records:
        records.slips.add(replace(slip, id="slip-2"))


def test_the_state_of_an_unknown_slip_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(BugError), store.write() as records:
        records.slips.set_print_state("nobody", PrintState.SPOOLED)


def test_numbers_count_up_within_their_month(store: SqlStore) -> None:
    with store.write() as records:
        assert records.slips.next_number("2026-11") == "2026-11-0001"
        assert records.slips.next_number("2026-11") == "2026-11-0002"
        assert records.slips.next_number("2026-12") == "2026-12-0001"
    with store.write() as records:
        assert records.slips.next_number("2026-11") == "2026-11-0003"


def test_a_number_of_a_write_that_failed_is_given_out_again(store: SqlStore) -> None:
    with suppress(ZeroDivisionError), store.write() as records:
        records.slips.next_number("2026-11")
        raise ZeroDivisionError
    with store.write() as records:
        assert records.slips.next_number("2026-11") == "2026-11-0001"
