"""The assistance log: what it shows, what it counts, and the drafts behind it."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

import pytest

from db.models import AssistanceDraftRow
from db.records.rows import put_row
from db.store import SqlStore
from kiosk.domain.assistance import (
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    Correction,
    FollowUpDraft,
    HelpChannel,
    Outcome,
    PersonDraft,
)
from kiosk.domain.errors import BugError
from kiosk.domain.help_call import CallState
from kiosk.services.ports import Cipher
from tests.db.samples import ASSISTANCE, CALL, NOW, store_visit

DRAFT = AssistanceDraft(
    call_id="call-1",
    barriers=("L2", "X9"),
    level="hint",
    minutes=3,
    person=PersonDraft(name="Nguyễn Thị Hoa", phone="0912", hard_to_move=True),
    follow_up=FollowUpDraft("home_visit", "2026-11-26", "morning", ("Căn cước",)),
)


def entry(number: int, **changes: object) -> Assistance:
    """Return an entry without visit or call, the higher its number the later."""
    base = replace(
        ASSISTANCE, id=f"a{number:05d}", visit_id="", call_id="",
        logged_at=NOW + timedelta(minutes=number),
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]


def stored(store: SqlStore, *entries: Assistance) -> None:
    with store.write() as records:
        for each in entries:
            records.assistances.add(each)


def ids(store: SqlStore, wanted: AssistanceFilter) -> list[str]:
    """Return the ids shown, having held the summary against the rows."""
    with store.read() as records:
        shown = records.assistances.find(wanted)
        summary = records.assistances.summary(wanted)
    if not wanted.limit and not wanted.offset:
        assert summary.total == len(shown)
        assert summary.minutes == sum(each.minutes for each in shown)
        for outcome in Outcome:
            counted = [each for each in shown if each.outcome is outcome]
            assert summary.by_outcome.get(outcome, 0) == len(counted)
    return [each.id for each in shown]


def test_an_entry_comes_back_whole(store: SqlStore) -> None:
    with store.write() as records:
        store_visit(records)
        records.calls.add(CALL)
        records.assistances.add(ASSISTANCE)
    with store.read() as records:
        assert records.assistances.get("assistance-1") == ASSISTANCE
        assert records.assistances.of_call("call-1") == ASSISTANCE
        assert records.assistances.get("nobody") is None
        assert records.assistances.of_call("nobody") is None


def test_a_correction_keeps_what_the_entry_said_before(store: SqlStore) -> None:
    before = entry(1, note="quên kính", channel=HelpChannel.PHONE)
    after = replace(before, barriers=("E1",), minutes=3, outcome=Outcome.LEFT, note="")
    last = replace(after, barriers=(), note="đã gọi lại")
    first = Correction("c1", NOW, "staff-1", "Lan", before)
    second = Correction("c2", NOW + timedelta(minutes=1), "staff-1", "Lan", after)
    stored(store, before, entry(2))
    with store.write() as records:
        records.assistances.correct(after, first)
        records.assistances.correct(last, second)
    with store.read() as records:
        assert records.assistances.get(before.id) == last
        assert records.assistances.corrections(before.id) == (first, second)
        assert records.assistances.corrections("a00002") == ()
        found = records.assistances.find(AssistanceFilter(barrier="E1"))
        assert [each.id for each in found] == ["a00002"]
    with pytest.raises(BugError), store.write() as records:
        records.assistances.correct(entry(9), Correction("c3", NOW, "staff-1", "Lan", entry(9)))


def test_an_entry_may_stand_alone_and_without_barriers(store: SqlStore) -> None:
    alone = entry(1, barriers=(), age_band=None, village_id="")
    stored(store, alone)
    with store.read() as records:
        assert records.assistances.get(alone.id) == alone


def test_newest_first_and_pages(store: SqlStore) -> None:
    stored(store, *(entry(number) for number in (2, 1, 3, 4)))
    newest_first = ["a00004", "a00003", "a00002", "a00001"]
    assert ids(store, AssistanceFilter()) == newest_first
    assert ids(store, AssistanceFilter(limit=2)) == newest_first[:2]
    assert ids(store, AssistanceFilter(limit=2, offset=2)) == newest_first[2:]
    assert ids(store, AssistanceFilter(offset=3)) == newest_first[3:]
    with store.read() as records:
        assert records.assistances.summary(AssistanceFilter(limit=2)).total == 4


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (AssistanceFilter(village_id="v2"), ["a00002"]),
        (AssistanceFilter(procedure_code="2.000815"), ["a00003"]),
        (AssistanceFilter(barrier="F1"), ["a00004", "a00002"]),
        (AssistanceFilter(barrier="L2", village_id="v2"), ["a00002"]),
        (AssistanceFilter(outcome=Outcome.LEFT), ["a00003"]),
        (AssistanceFilter(supporter_id="staff-2"), ["a00004"]),
        (AssistanceFilter(barrier="F1", supporter_id="staff-2"), ["a00004"]),
        (AssistanceFilter(barrier="T1"), []),
    ],
)
def test_each_filter_restricts(store: SqlStore, wanted: AssistanceFilter, shown: list[str]) -> None:
    stored(
        store,
        entry(1),
        entry(2, village_id="v2", barriers=("F1", "L2"), minutes=5),
        entry(3, procedure_code="2.000815", outcome=Outcome.LEFT, barriers=("X1",)),
        entry(4, supporter_id="staff-2", barriers=("F1",), outcome=Outcome.SUBMITTED),
    )
    assert ids(store, wanted) == shown


def test_days_are_days_of_the_office_both_inclusive(store: SqlStore) -> None:
    """23 November at the office runs from 17:00 UTC the day before."""
    first = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
    last = datetime(2026, 11, 23, 16, 59, 59, 999999, tzinfo=UTC)
    stored(
        store,
        entry(1, logged_at=first - timedelta(microseconds=1)),
        entry(2, logged_at=first),
        entry(3, logged_at=last),
        entry(4, logged_at=last + timedelta(microseconds=1)),
    )
    day = "2026-11-23"
    assert ids(store, AssistanceFilter(first_day=day, last_day=day)) == ["a00003", "a00002"]
    assert ids(store, AssistanceFilter(first_day=day)) == ["a00004", "a00003", "a00002"]
    assert ids(store, AssistanceFilter(last_day=day)) == ["a00003", "a00002", "a00001"]


def test_a_day_that_is_no_date_is_a_bug(store: SqlStore) -> None:
    with pytest.raises(BugError, match="ISO"), store.read() as records:
        records.assistances.find(AssistanceFilter(first_day="23/11/2026"))


def test_a_summary_of_nothing_is_zero(store: SqlStore) -> None:
    with store.read() as records:
        summary = records.assistances.summary(AssistanceFilter())
    assert (summary.total, summary.minutes, summary.by_outcome, summary.succeeded) == (0, 0, {}, 0)


def test_a_draft_is_kept_until_it_is_dropped(store: SqlStore) -> None:
    with store.write() as records:
        records.assistances.save_draft(AssistanceDraft("call-1"), NOW)
        records.assistances.save_draft(DRAFT, NOW)
    with store.read() as records:
        assert records.assistances.draft("call-1") == DRAFT
        assert records.assistances.draft("call-2") is None
    with store.write() as records:
        records.assistances.drop_draft("call-1")
        assert records.assistances.draft("call-1") is None


def test_what_was_left_half_filled_is_dropped(store: SqlStore) -> None:
    """By the end of its call, and without a call by when it was saved; an open call's stays."""
    hour = timedelta(hours=1)
    closed = replace(CALL, state=CallState.CANCELLED, closed_at=NOW)
    calls = (
        replace(closed, id="long-ago", closed_at=NOW - hour),
        closed,
        replace(CALL, id="open"),
    )
    with store.write() as records:
        store_visit(records)
        for call in calls:
            records.calls.add(call)
        for key in ("long-ago", CALL.id, "open"):
            records.assistances.save_draft(AssistanceDraft(key), NOW - 9 * hour)
        records.assistances.save_draft(AssistanceDraft("without-call:1"), NOW - hour)
        records.assistances.save_draft(AssistanceDraft("without-call:2"), NOW)
    with store.write() as records:
        assert records.assistances.drop_drafts(ended_before=NOW, saved_before=NOW) == 2
    with store.read() as records:
        kept = [CALL.id, "open", "without-call:2"]
        asked = ["long-ago", *kept, "without-call:1"]
        assert [key for key in asked if records.assistances.draft(key)] == kept


def test_a_draft_from_before_its_moment_was_noted_is_read_and_dropped(
    store: SqlStore, cipher: Cipher
) -> None:
    text = json.dumps(asdict(AssistanceDraft("without-call:1", note="x")))
    body = cipher.encrypt(text, "assistance_drafts/body/without-call:1")
    with store._writing.begin() as connection:
        put_row(connection, AssistanceDraftRow, {"call_id": "without-call:1", "body": body})
    with store.write() as records:
        found = records.assistances.draft("without-call:1")
        assert found is not None
        assert found.note == "x"
        assert records.assistances.drop_drafts(ended_before=NOW, saved_before=NOW) == 1
