"""Logging help: one transaction, nothing stored that is not whole, agreed to and needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.assistance import (
    AgeBand,
    AssistanceDraft,
    AssistanceFilter,
    HelpChannel,
    HelpLevel,
    Outcome,
    PersonDraft,
    key_without_call,
)
from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import FollowUpKind, FollowUpState
from kiosk.domain.help_call import CallState, CancelReason
from kiosk.domain.person import PhoneOwner, Purpose
from kiosk.services.consents import granted_purposes
from kiosk.services.forms import FormRefused
from kiosk.services.ports import Topic
from tests.stories import HAU_XA, HOA, NAM, THANH_AM, Story


@pytest.fixture
def story() -> Story:
    return Story()


def refused_fields(log: Callable[[], object]) -> list[str]:
    """Run `log`; return the fields at which it was refused, none when it was not."""
    try:
        log()
    except FormRefused as refused:
        return [problem.field for problem in refused.problems]
    return []


def test_a_finished_help_is_logged_and_the_call_closed(story: Story) -> None:
    call = story.call()
    draft = replace(story.draft(call), age_band=AgeBand.FROM_60, village_id=HAU_XA.id)
    story.log.save_draft(draft)
    logged = story.log.log(draft, HOA, 7, call)
    entry = logged.assistance
    assert (entry.visit_id, entry.call_id) == (call.visit_id, call.id)
    assert (entry.procedure_code, entry.step_id) == ("1.001193", "dien-to-khai")
    assert (entry.level, entry.outcome) == (HelpLevel.SIDE_BY_SIDE, Outcome.SUBMITTED)
    assert (entry.measured_minutes, entry.minutes) == (7, 9)
    assert (entry.age_band, entry.village_id, entry.person_id) == (AgeBand.FROM_60, HAU_XA.id, "")
    assert (logged.follow_up, logged.person) == (None, None)
    assert story.desk.get(call.id).state is CallState.CLOSED
    assert story.log.draft(call.id) is None
    assert story.store.changed(Topic.ASSISTANCE) == (entry.id,)
    assert story.store.audited(AuditAction.ASSISTANCE_LOGGED)[0].subject == entry.id


def test_the_clocks_minutes_count_when_staff_say_none(story: Story) -> None:
    call = story.call()
    entry = story.log.log(replace(story.draft(call), minutes=None), HOA, 7, call).assistance
    assert (entry.measured_minutes, entry.minutes) == (7, 7)


def test_a_draft_survives(story: Story) -> None:
    call = story.call()
    draft = replace(story.draft(call), level="", outcome="")
    story.log.save_draft(draft)
    assert story.log.draft(call.id) == draft


def test_a_name_half_typed_goes_a_day_after_its_call(story: Story) -> None:
    call, still_open = story.call(), story.call()
    for one in (call, still_open):
        story.log.save_draft(story.home_visit_draft(one))
    story.visits.take_back(call.id, CancelReason.ALONE)
    story.clock.advance(days=1)
    assert story.log.drop_old_drafts() == 0
    story.clock.advance(1)
    assert story.log.drop_old_drafts() == 1
    assert story.log.draft(call.id) is None
    assert story.log.draft(still_open.id) is not None


def test_without_a_call_it_goes_when_its_author_has_left_it(story: Story) -> None:
    draft = _without_call(story)
    story.log.save_draft(draft)
    story.clock.advance(days=2)
    story.log.save_draft(draft)
    story.clock.advance(days=3)
    assert story.log.drop_old_drafts() == 0
    story.clock.advance(1)
    assert story.log.drop_old_drafts() == 1
    assert story.log.draft(draft.call_id) is None


def test_a_second_tap_logs_nothing_twice(story: Story) -> None:
    call = story.call()
    story.log.log(story.draft(call), HOA, 7, call)
    with pytest.raises(KnownError, match="already logged"):
        story.log.log(story.draft(call), HOA, 7, call)
    assert len(story.log.find(AssistanceFilter())) == 1


def test_help_without_a_call_is_logged_too(story: Story) -> None:
    """At the counter or by phone: staff say where, what about, and how long."""
    draft = _without_call(story)
    story.log.save_draft(draft)
    entry = story.log.log(draft, HOA, 0).assistance
    assert (entry.visit_id, entry.call_id, entry.procedure_code) == ("", "", "1.004222")
    assert (entry.channel, entry.measured_minutes, entry.minutes) == (HelpChannel.PHONE, 0, 9)
    assert story.log.draft(draft.call_id) is None


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"channel": ""}, ["channel"]),
        ({"channel": "kiosk"}, ["channel"]),
        ({"minutes": None}, ["minutes"]),
        ({"procedure_code": ""}, []),
    ],
)
def test_without_a_call_nothing_is_measured_or_known(
    story: Story, changes: dict[str, object], fields: list[str]
) -> None:
    draft = replace(_without_call(story), **changes)  # type: ignore[arg-type]
    assert refused_fields(lambda: story.log.log(draft, HOA, 0)) == fields


def _without_call(story: Story) -> AssistanceDraft:
    return replace(
        story.draft(story.call()),
        call_id=key_without_call(HOA.id),
        channel=HelpChannel.PHONE,
        procedure_code="1.004222",
    )


def test_a_note_is_kept_with_the_entry(story: Story) -> None:
    call = story.call()
    draft = replace(story.draft(call), note="  Bà quên  kính ")
    assert story.log.log(draft, HOA, 7, call).assistance.note == "Bà quên kính"


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"level": ""}, ["level"]),
        ({"outcome": "", "level": "x"}, ["level", "outcome"]),
        ({"minutes": -1}, ["minutes"]),
        ({"minutes": 481}, ["minutes"]),
        ({"age_band": "old"}, ["age_band"]),
        ({"village_id": "unknown"}, ["village_id"]),
        ({"note": "x" * 121}, ["note"]),
        (
            {"outcome": "follow_up"},
            ["follow_up.kind", "follow_up.due", "follow_up.half_day"],
        ),
    ],
)
def test_what_is_missing_is_named_at_its_field(
    story: Story, changes: dict[str, object], fields: list[str]
) -> None:
    call = story.call()
    draft = replace(story.draft(call), **changes)  # type: ignore[arg-type]
    before = story.store.texts()
    assert refused_fields(lambda: story.log.log(draft, HOA, 7, call)) == fields
    assert story.store.texts() == before


@pytest.mark.parametrize(
    ("due", "wrong"),
    [
        ("2026-11-22", True),
        ("2026-11-23", False),
        ("2027-11-24", False),
        ("2027-11-25", True),
        ("26/11/2026", True),
    ],
)
def test_an_appointment_lies_between_today_and_a_year(story: Story, due: str, wrong: bool) -> None:
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    draft = story.home_visit_draft(call, due)
    fields = refused_fields(lambda: story.log.log(draft, HOA, 7, call))
    assert fields == (["follow_up.due"] if wrong else [])


def test_a_home_visit_is_promised_with_the_person_who_agreed(story: Story) -> None:
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    logged = story.log.log(story.home_visit_draft(call), HOA, 7, call)
    person, follow_up = logged.person, logged.follow_up
    assert person is not None
    assert follow_up is not None
    assert (person.name, person.phone, person.birth_year) == ("Phạm Thị Tư", "0912345678", 1948)
    assert person.phone_owner is PhoneOwner.FAMILY
    assert person.hard_to_move
    assert person.erase_on is None
    assert (follow_up.kind, follow_up.state) == (FollowUpKind.HOME_VISIT, FollowUpState.OPEN)
    assert (follow_up.due, follow_up.half_day) == (date(2026, 11, 26), HalfDay.MORNING)
    assert follow_up.bring == ("Căn cước", "Sổ hộ khẩu cũ")
    assert (follow_up.village_id, follow_up.promised_by_name) == (HAU_XA.id, HOA.name)
    assert logged.assistance.person_id == person.id
    assert {c.person_id for c in story.consents.of_visit(call.visit_id)} == {person.id}
    assert story.store.changed(Topic.FOLLOW_UP) == (follow_up.id,)
    assert story.store.audited(AuditAction.PERSON_STORED)[0].subject == person.id


def test_the_next_person_in_a_visit_is_asked_anew(story: Story) -> None:
    first_call = story.call()
    story.agree(first_call.visit_id, Purpose.HOME_VISIT)
    first = story.log.log(story.home_visit_draft(first_call), HOA, 7, first_call).person
    call = story.call_again(first_call)
    draft = story.home_visit_draft(call)
    assert story.consents.unclaimed(call.visit_id) == ()
    assert refused_fields(lambda: story.log.log(draft, HOA, 7, call)) == ["consent"]
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    second = story.log.log(draft, HOA, 7, call).person
    assert first is not None
    assert second is not None
    assert first.id != second.id
    for person in (first, second):
        rows = story.store.records.consents.of_person(person.id)
        assert granted_purposes(rows) == {Purpose.HOME_VISIT}


@pytest.mark.parametrize(
    ("kind", "granted", "fields"),
    [
        ("home_visit", (), ["consent"]),
        ("home_visit", (Purpose.CALL_BACK,), ["consent"]),
        ("home_visit", (Purpose.HOME_VISIT,), []),
        ("phone_call", (Purpose.HOME_VISIT,), ["consent"]),
        ("phone_call", (Purpose.CALL_BACK,), []),
        ("return_to_counter", (), ["consent"]),
        ("return_to_counter", (Purpose.CALL_BACK,), []),
        ("refer", (Purpose.HOME_VISIT,), []),
    ],
)
def test_a_person_is_stored_only_with_consent_to_what_is_promised(
    story: Story, kind: str, granted: tuple[Purpose, ...], fields: list[str]
) -> None:
    call = story.call()
    story.agree(call.visit_id, *granted)
    draft = story.home_visit_draft(call)
    draft = replace(draft, follow_up=replace(draft.follow_up, kind=kind))
    assert refused_fields(lambda: story.log.log(draft, HOA, 7, call)) == fields
    assert bool(story.store.records.people.people) is not bool(fields)


def test_refusing_consent_never_keeps_anyone_from_an_appointment(story: Story) -> None:
    call = story.call()
    story.agree(call.visit_id)
    draft = story.home_visit_draft(call)
    promise = replace(draft.follow_up, kind="return_to_counter")
    logged = story.log.log(replace(draft, follow_up=promise, person=PersonDraft()), HOA, 7, call)
    assert logged.follow_up is not None
    assert logged.follow_up.person is None


def test_details_nobody_needs_are_not_stored(story: Story) -> None:
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    draft = replace(story.home_visit_draft(call), outcome=Outcome.SUBMITTED)
    assert story.log.log(draft, HOA, 7, call).person is None
    assert "Phạm Thị Tư" not in story.store.texts()


def test_a_name_for_statistics_is_kept_for_a_time_only(story: Story) -> None:
    call = story.call()
    story.agree(call.visit_id, Purpose.NAMED_STATISTICS)
    draft = replace(story.home_visit_draft(call), outcome=Outcome.SUBMITTED)
    person = story.log.log(draft, HOA, 7, call).person
    assert person is not None
    assert person.erase_on == date(2027, 5, 22)


@pytest.mark.parametrize(
    ("kind", "changes", "fields"),
    [
        ("home_visit", {"name": " "}, ["person.name"]),
        ("home_visit", {"birth_year": "1899"}, ["person.birth_year"]),
        ("home_visit", {"birth_year": "2027"}, ["person.birth_year"]),
        ("home_visit", {"birth_year": "48"}, ["person.birth_year"]),
        ("home_visit", {"birth_year": "²⁰²⁶"}, ["person.birth_year"]),
        ("home_visit", {"birth_year": ""}, []),
        ("home_visit", {"phone": "12345"}, ["person.phone"]),
        ("home_visit", {"phone": ""}, []),
        ("phone_call", {"phone": " "}, ["person.phone"]),
        ("home_visit", {"phone_owner": "boss"}, ["person.phone_owner"]),
        ("home_visit", {"village_id": "unknown"}, ["person.village_id"]),
        ("home_visit", {"village_id": ""}, ["person.village_id"]),
        ("phone_call", {"village_id": ""}, []),
        ("home_visit", {"where_to_find": "x" * 81}, ["person.where_to_find"]),
        ("home_visit", {"where_to_find": "x" * 80}, []),
        ("home_visit", {"where_to_find": " "}, []),
        ("home_visit", {"where_to_find": "", "phone": ""}, ["person.where_to_find"]),
        (
            "home_visit",
            {"name": "", "birth_year": "x", "phone": "1"},
            ["person.name", "person.birth_year", "person.phone"],
        ),
    ],
)
def test_the_details_of_a_person_are_checked(
    story: Story, kind: str, changes: dict[str, str], fields: list[str]
) -> None:
    call = story.call()
    story.agree(call.visit_id, *Purpose)
    draft = story.home_visit_draft(call)
    draft = replace(
        draft,
        person=replace(draft.person, **changes),  # type: ignore[arg-type]
        follow_up=replace(draft.follow_up, kind=kind),
    )
    assert refused_fields(lambda: story.log.log(draft, HOA, 7, call)) == fields


def test_an_office_without_villages_can_promise_visits(story: Story) -> None:
    story.store.records.office.replace_villages(())
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    draft = story.home_visit_draft(call)
    draft = replace(draft, person=replace(draft.person, village_id=""))
    assert story.log.log(draft, HOA, 7, call).person is not None


def test_no_person_is_stored_before_the_recovery_sheet_was_typed_back(story: Story) -> None:
    story.store.records.office.set_value("recovery_confirmed_at", "")
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    story.log.save_draft(story.home_visit_draft(call))
    with pytest.raises(KnownError, match="recovery sheet"):
        story.log.log(story.home_visit_draft(call), HOA, 7, call)
    assert story.store.records.people.people == {}
    assert story.log.find(AssistanceFilter()) == ()
    assert story.desk.get(call.id).is_open
    assert story.log.draft(call.id) is not None


def test_an_unknown_barrier_is_our_own_fault(story: Story) -> None:
    call = story.call()
    with pytest.raises(BugError):
        story.log.log(replace(story.draft(call), barriers=("Z0",)), HOA, 7, call)
    with pytest.raises(BugError):
        story.log.get("nothing", NAM)


def test_a_supporter_sees_the_person_only_while_the_promise_is_open(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person is not None
    seen = story.log.get(follow_up.assistance_id, HOA)
    assert seen.person == follow_up.person
    story.follow_ups.close_done(follow_up.id, HOA)
    hidden = story.log.get(follow_up.assistance_id, HOA)
    assert hidden.person is None
    assert hidden.follow_up is not None
    assert hidden.follow_up.person is None
    assert story.log.get(follow_up.assistance_id, NAM).person is not None
    viewed = story.store.audited(AuditAction.PERSON_VIEWED)
    assert [(e.staff_id, e.subject) for e in viewed] == [
        (HOA.id, follow_up.person.id),
        (NAM.id, follow_up.person.id),
    ]


def test_an_entry_without_person_is_seen_without_audit(story: Story) -> None:
    call = story.call()
    entry = story.log.log(story.draft(call), HOA, 7, call).assistance
    assert story.log.get(entry.id, HOA).assistance == entry
    assert story.store.audited(AuditAction.PERSON_VIEWED) == ()


def test_the_summary_counts_the_rows_that_are_shown(story: Story) -> None:
    for outcome, village in (
        (Outcome.SUBMITTED, HAU_XA.id),
        (Outcome.NOT_HERE, HAU_XA.id),
        (Outcome.LEFT, THANH_AM.id),
    ):
        call = story.call()
        story.log.log(replace(story.draft(call, outcome), village_id=village), HOA, 7, call)
    wanted = AssistanceFilter(village_id=HAU_XA.id, limit=1)
    summary = story.log.summary(wanted)
    assert len(story.log.find(wanted)) == 1
    assert (summary.total, summary.succeeded, summary.minutes) == (2, 2, 18)
    assert story.log.summary(AssistanceFilter()).succeeded == 2


def test_only_a_lead_exports_and_it_is_audited(story: Story) -> None:
    call = story.call()
    story.log.log(story.draft(call), HOA, 7, call)
    with pytest.raises(KnownError):
        story.log.rows_for_export(AssistanceFilter(), HOA)
    assert len(story.log.rows_for_export(AssistanceFilter(limit=1, offset=1), NAM)) == 1
    exported = story.store.audited(AuditAction.LOG_EXPORTED)
    assert [(e.staff_id, e.detail) for e in exported] == [(NAM.id, "rows=1")]
