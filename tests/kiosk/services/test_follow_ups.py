"""Serving what was promised: the list, attempts, dates, closing, erasure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.assistance import PersonDraft
from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import HalfDay
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import (
    AttemptResult,
    FollowUp,
    FollowUpKind,
    FollowUpState,
    WithdrawReason,
)
from kiosk.domain.person import Purpose
from kiosk.domain.triage import TriageReason, TriageWeights
from kiosk.services.consents import granted_purposes
from kiosk.services.follow_ups import FollowUps
from kiosk.services.forms import FormRefused
from kiosk.services.ports import Topic
from tests.stories import BIRTH, HAU_XA, HOA, NAM, THANH_AM, Story


@pytest.fixture
def story() -> Story:
    return Story()


def promised_in(story: Story, village_id: str, due: str, *, lives_alone: bool = False) -> FollowUp:
    """Promise a home visit in another village; time passes after it."""
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    draft = story.home_visit_draft(call, due)
    person = replace(draft.person, village_id=village_id, lives_alone=lives_alone)
    draft = replace(draft, person=person)
    follow_up = story.log.log(draft, HOA, 5, call).follow_up
    story.clock.advance(60)
    assert follow_up is not None
    return follow_up


def test_the_list_is_by_village_most_urgent_first(story: Story) -> None:
    """Points first, then the promised day: whoever lives alone comes before an earlier day."""
    late = promised_in(story, HAU_XA.id, "2026-11-24")
    first = promised_in(story, THANH_AM.id, "2026-11-30", lives_alone=True)
    second = promised_in(story, THANH_AM.id, "2026-11-25")
    story.clock.advance(days=4)
    listed = story.follow_ups.mobile_list(HOA)
    assert listed.day == date(2026, 11, 27)
    assert [g.village for g in listed.groups] == [THANH_AM, HAU_XA]
    cases = [[(c.follow_up.id, c.overdue_days) for c in g.cases] for g in listed.groups]
    assert cases == [[(first.id, 0), (second.id, 2)], [(late.id, 3)]]
    assert [case.triage.score for case in listed.cases] == [9, 7, 7]
    assert (listed.total, listed.overdue) == (3, 2)


def test_the_office_may_weigh_the_reasons_otherwise(story: Story) -> None:
    promised_in(story, HAU_XA.id, "2026-11-24", lives_alone=True)
    weights = TriageWeights(from_75=0, hard_to_move=1, lives_alone=7)
    weighed = FollowUps(story.store, story.clock, weights=weights)
    (case,) = weighed.mobile_list(HOA).cases
    assert case.triage.points == (
        (TriageReason.HARD_TO_MOVE, 1),
        (TriageReason.LIVES_ALONE, 7),
    )


def test_what_was_done_at_the_kiosk_comes_along(story: Story) -> None:
    call = story.call(ticked=("birth",))
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    story.log.log(story.home_visit_draft(call), HOA, 5, call)
    (case,) = story.follow_ups.mobile_list(HOA).cases
    assert case.follow_up.ticked_papers == ("birth",)
    assert case.follow_up.step_id == "dien-to-khai"
    assert case.follow_up.barriers == ("E1",)


def test_a_case_goes_on_as_the_procedure_for_people_at_home(story: Story) -> None:
    promised = story.promised_visit()
    at_home = replace(BIRTH, code="1.003583")
    served = story.follow_ups.serve_at_home(promised.id, at_home, HOA)
    assert (served.procedure_code, served.service_code) == (BIRTH.code, "1.003583")
    assert served.step_id == promised.step_id
    assert story.store.audited(AuditAction.FOLLOW_UP_CHANGED)[-1].detail == "at_home"


def test_a_village_that_is_gone_loses_no_case(story: Story) -> None:
    promised_in(story, HAU_XA.id, "2026-11-24")
    promised_in(story, THANH_AM.id, "2026-11-24")
    story.store.records.office.replace_villages(())
    listed = story.follow_ups.mobile_list(HOA)
    assert [(g.village, len(g.cases)) for g in listed.groups] == [(None, 2)]


def test_only_home_visits_are_on_the_mobile_list(story: Story) -> None:
    call = story.call()
    draft = story.home_visit_draft(call)
    promise = replace(draft.follow_up, kind="return_to_counter")
    story.log.log(replace(draft, follow_up=promise, person=PersonDraft()), HOA, 5, call)
    story.promised_visit()
    assert story.follow_ups.mobile_list(HOA).total == 1
    assert len(story.follow_ups.open_cases(HOA)) == 2
    assert len(story.follow_ups.open_cases(HOA, FollowUpKind.RETURN_TO_COUNTER)) == 1


def test_every_look_at_persons_is_audited(story: Story) -> None:
    follow_up = story.promised_visit()
    story.follow_ups.mobile_list(HOA)
    story.follow_ups.open_cases(NAM, FollowUpKind.HOME_VISIT)
    story.follow_ups.open_cases(NAM, FollowUpKind.REFER)
    story.follow_ups.get(follow_up.id, NAM)
    assert follow_up.person is not None
    viewed = [(e.staff_id, e.subject) for e in story.store.audited(AuditAction.PERSON_VIEWED)]
    assert viewed == [
        (HOA.id, "mobile_list"),
        (NAM.id, "home_visit"),
        (NAM.id, follow_up.person.id),
    ]


@pytest.mark.parametrize("result", [r for r in AttemptResult if r is not AttemptResult.DONE])
def test_an_attempt_that_failed_needs_the_next_date(story: Story, result: AttemptResult) -> None:
    promised = story.promised_visit()
    with pytest.raises(FormRefused) as refused:
        story.follow_ups.record_attempt(promised.id, result, HOA)
    assert [p.field for p in refused.value.problems] == ["next_due", "half_day"]
    later = date(2026, 12, 3)
    moved = story.follow_ups.record_attempt(promised.id, result, HOA, later, HalfDay.AFTERNOON)
    assert (moved.state, moved.due, moved.half_day) == (
        FollowUpState.OPEN,
        later,
        HalfDay.AFTERNOON,
    )
    assert [(a.result, a.staff_name) for a in moved.attempts] == [(result, HOA.name)]
    assert moved.promised_at == promised.promised_at
    assert story.store.audited(AuditAction.FOLLOW_UP_CHANGED)[-1].detail == result.value


def test_a_day_that_is_past_is_no_next_date(story: Story) -> None:
    promised = story.promised_visit()
    with pytest.raises(FormRefused):
        story.follow_ups.re_date(promised.id, date(2026, 11, 22), HalfDay.MORNING, HOA)
    moved = story.follow_ups.re_date(promised.id, date(2026, 11, 23), HalfDay.AFTERNOON, HOA)
    assert (moved.due, moved.attempts) == (date(2026, 11, 23), ())


def test_a_try_that_succeeded_closes(story: Story) -> None:
    promised = story.promised_visit()
    done = story.follow_ups.record_attempt(promised.id, AttemptResult.DONE, HOA)
    assert (done.state, done.closed_at) == (FollowUpState.DONE, story.clock.now())
    assert len(done.attempts) == 1
    assert story.follow_ups.mobile_list(HOA).total == 0
    assert story.store.changed(Topic.FOLLOW_UP).count(promised.id) == 2


def test_what_is_closed_is_not_changed_any_more(story: Story) -> None:
    promised = story.promised_visit()
    story.follow_ups.close_done(promised.id, HOA)
    tries: tuple[Callable[[], FollowUp], ...] = (
        lambda: story.follow_ups.close_done(promised.id, HOA),
        lambda: story.follow_ups.withdraw(promised.id, WithdrawReason.MOVED, HOA),
        lambda: story.follow_ups.re_date(promised.id, date(2026, 12, 1), HalfDay.MORNING, HOA),
        lambda: story.follow_ups.record_attempt(promised.id, AttemptResult.DONE, HOA),
    )
    for change in tries:
        with pytest.raises(KnownError, match="already closed"):
            change()


def test_withdrawing_keeps_the_reason(story: Story) -> None:
    promised = story.promised_visit()
    closed = story.follow_ups.withdraw(promised.id, WithdrawReason.MOVED, HOA)
    assert (closed.state, closed.withdraw_reason) == (
        FollowUpState.WITHDRAWN,
        WithdrawReason.MOVED,
    )
    assert closed.person is not None
    assert closed.person.erase_on == date(2027, 5, 22)


def test_withdrawn_consent_is_stored_and_erases_at_once(story: Story) -> None:
    promised = story.promised_visit()
    assert promised.person is not None
    closed = story.follow_ups.withdraw(promised.id, WithdrawReason.CONSENT_WITHDRAWN, HOA)
    assert (closed.state, closed.withdraw_reason, closed.person) == (
        FollowUpState.WITHDRAWN,
        WithdrawReason.CONSENT_WITHDRAWN,
        None,
    )
    latest = story.store.records.consents.of_person(promised.person.id)[-1]
    assert (latest.purpose, latest.granted) == (Purpose.HOME_VISIT, False)
    assert story.store.audited(AuditAction.PERSON_ERASED)[-1].detail == "persons=1"
    assert "Phạm Thị Tư" not in story.store.texts()


def test_withdrawn_consent_takes_every_visit_of_that_person_off_the_list(story: Story) -> None:
    promised = story.promised_visit()
    story.store.records.follow_ups.save(replace(promised, id="second"))
    story.follow_ups.withdraw(promised.id, WithdrawReason.CONSENT_WITHDRAWN, HOA)
    assert story.follow_ups.mobile_list(HOA).total == 0
    assert "Phạm Thị Tư" not in story.store.texts()


def test_what_rests_on_another_purpose_stays_open(story: Story) -> None:
    promised = story.promised_visit()
    assert promised.person is not None
    to_call = replace(promised, id="to-call", kind=FollowUpKind.PHONE_CALL)
    story.store.records.follow_ups.save(to_call)
    story.follow_ups.withdraw(promised.id, WithdrawReason.CONSENT_WITHDRAWN, HOA)
    assert [case.follow_up.id for case in story.follow_ups.open_cases(HOA)] == ["to-call"]
    assert story.store.records.people.people[promised.person.id].erase_on is None


@pytest.mark.parametrize("kind", [FollowUpKind.RETURN_TO_COUNTER, FollowUpKind.REFER])
def test_a_promise_without_a_purpose_takes_back_all_that_was_agreed_to(
    story: Story, kind: FollowUpKind
) -> None:
    visit = story.promised_visit()
    assert visit.person is not None
    story.store.records.follow_ups.save(replace(visit, id="named", kind=kind))
    story.follow_ups.withdraw("named", WithdrawReason.CONSENT_WITHDRAWN, HOA)
    rows = story.store.records.consents.of_person(visit.person.id)
    assert granted_purposes(rows) == frozenset()
    assert story.follow_ups.open_cases(HOA) == ()
    assert "Phạm Thị Tư" not in story.store.texts()


def test_a_promise_whose_consent_is_gone_already_closes_all_the_same(story: Story) -> None:
    promised = story.promised_visit()
    story.store.records.consents.rows.clear()
    closed = story.follow_ups.withdraw(promised.id, WithdrawReason.CONSENT_WITHDRAWN, HOA)
    assert closed.state is FollowUpState.WITHDRAWN
    assert story.store.records.people.people == {}


def test_a_promise_without_a_name_has_no_consent_to_take_back(story: Story) -> None:
    promised = story.promised_visit()
    nameless = replace(promised, id="nameless", kind=FollowUpKind.REFER, person=None)
    story.store.records.follow_ups.save(nameless)
    closed = story.follow_ups.withdraw("nameless", WithdrawReason.CONSENT_WITHDRAWN, HOA)
    assert closed.state is FollowUpState.WITHDRAWN
    assert story.store.audited(AuditAction.CONSENT_WITHDRAWN) == ()


def test_a_person_with_another_open_promise_is_kept(story: Story) -> None:
    promised = story.promised_visit()
    assert promised.person is not None
    another = replace(promised, id="another", kind=FollowUpKind.PHONE_CALL)
    story.store.records.follow_ups.save(another)
    story.follow_ups.close_done(promised.id, HOA)
    assert story.store.records.people.people[promised.person.id].erase_on is None
    story.follow_ups.close_done("another", HOA)
    assert story.store.records.people.people[promised.person.id].erase_on == date(2027, 5, 22)


def test_persons_are_erased_on_their_day_and_not_before(story: Story) -> None:
    promised = story.promised_visit()
    story.follow_ups.close_done(promised.id, HOA)
    story.clock.advance(days=179)
    assert story.follow_ups.erase_due() == 0
    assert "Phạm Thị Tư" in story.store.texts()
    story.clock.advance(days=1)
    assert story.follow_ups.erase_due() == 1
    assert story.store.records.people.people == {}
    assert story.follow_ups.get(promised.id, NAM).person is None


def test_after_closing_only_the_lead_sees_the_person(story: Story) -> None:
    promised = story.promised_visit()
    assert story.follow_ups.get(promised.id, HOA).person == promised.person
    story.follow_ups.close_done(promised.id, HOA)
    assert story.follow_ups.get(promised.id, HOA).person is None
    assert story.follow_ups.get(promised.id, NAM).person is not None


def test_an_unknown_follow_up_is_our_own_fault(story: Story) -> None:
    with pytest.raises(BugError):
        story.follow_ups.get("nothing", HOA)
