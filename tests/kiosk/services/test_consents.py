"""Consent: asked, answered purpose by purpose, withdrawn with what rested on it."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.consent_text import CONSENT_TEXT_VERSION
from kiosk.domain.errors import BugError
from kiosk.domain.follow_up import FollowUpState, WithdrawReason
from kiosk.domain.person import Purpose
from kiosk.services.consents import Withdrawal, granted_purposes, text_key
from kiosk.services.ports import Topic
from tests.stories import HOA, NAM, SHOWN, Story

BOTH = (Purpose.CALL_BACK, Purpose.HOME_VISIT)


@pytest.fixture
def story() -> Story:
    return Story()


def test_the_citizens_screen_asks_what_staff_asked_for(story: Story) -> None:
    request = story.consents.ask("v1", BOTH, HOA)
    assert story.consents.open_request("v1") == request
    assert story.consents.open_request("v2") is None
    assert story.consents.ask("v1", BOTH, HOA) == request
    assert story.store.changed(Topic.CONSENT) == ("v1",)


def test_another_question_replaces_the_one_that_waits(story: Story) -> None:
    first = story.consents.ask("v1", BOTH, HOA)
    second = story.consents.ask("v1", (Purpose.CALL_BACK,), HOA)
    assert story.consents.open_request("v1") == second
    assert story.consents.answer(first.id, dict.fromkeys(BOTH, True), SHOWN) == ()


def test_each_answer_is_a_row_with_the_text_that_was_shown(story: Story) -> None:
    request = story.consents.ask("v1", BOTH, HOA)
    answers = {Purpose.CALL_BACK: True, Purpose.HOME_VISIT: False}
    rows = story.consents.answer(request.id, answers, SHOWN)
    assert [(c.purpose, c.granted) for c in rows] == [
        (Purpose.CALL_BACK, True),
        (Purpose.HOME_VISIT, False),
    ]
    assert {(c.text_version, c.staff_id) for c in rows} == {(CONSENT_TEXT_VERSION, HOA.id)}
    assert {c.text_hash for c in rows} == {SHOWN.hash}
    assert story.store.records.office.value(text_key(SHOWN.hash)) == SHOWN.whole
    assert story.consents.granted("v1") == {Purpose.CALL_BACK}
    assert story.consents.open_request("v1") is None


def test_a_second_answer_changes_nothing(story: Story) -> None:
    request = story.consents.ask("v1", BOTH, HOA)
    story.consents.answer(request.id, dict.fromkeys(BOTH, False), SHOWN)
    story.consents.answer(request.id, dict.fromkeys(BOTH, True), SHOWN)
    assert story.consents.granted("v1") == frozenset()
    assert len(story.consents.of_visit("v1")) == 2


def test_asked_again_the_later_answer_counts(story: Story) -> None:
    for granted in (True, False):
        request = story.consents.ask("v1", BOTH, HOA)
        story.consents.answer(request.id, dict.fromkeys(BOTH, granted), SHOWN)
    assert story.consents.granted("v1") == frozenset()
    assert len(story.consents.of_visit("v1")) == 4


def test_silence_is_no_answer(story: Story) -> None:
    request = story.consents.ask("v1", BOTH, HOA)
    with pytest.raises(BugError):
        story.consents.answer(request.id, {Purpose.CALL_BACK: True}, SHOWN)
    with pytest.raises(BugError):
        story.consents.answer("nothing", {}, SHOWN)
    with pytest.raises(BugError):
        story.consents.ask("v1", (), HOA)
    assert story.consents.granted("v1") == frozenset()


HOME, CALL = (Purpose.HOME_VISIT,), (Purpose.CALL_BACK,)


def test_withdrawal_is_a_new_row_and_takes_the_visit_along(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    story.consents.withdraw(follow_up.person.id, HOME, NAM)
    rows = story.store.records.consents.of_person(follow_up.person.id)
    home = [(c.granted, c.text_hash) for c in rows if c.purpose is Purpose.HOME_VISIT]
    assert home == [(True, SHOWN.hash), (False, SHOWN.hash)]
    closed = story.store.records.follow_ups.get(follow_up.id)
    assert closed
    assert closed.state is FollowUpState.WITHDRAWN
    assert closed.withdraw_reason is WithdrawReason.CONSENT_WITHDRAWN
    assert story.store.audited(AuditAction.CONSENT_WITHDRAWN)[-1].detail == "home_visit"


def test_a_withdrawal_holds_though_the_clock_was_set_back(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    story.clock.advance(-600)
    story.consents.withdraw(follow_up.person.id, HOME, NAM)
    rows = sorted(story.store.records.consents.of_person(follow_up.person.id), key=lambda c: c.at)
    assert granted_purposes(rows) == {Purpose.CALL_BACK}


def test_with_nothing_open_any_more_the_person_is_erased_at_once(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    withdrawal = story.consents.withdraw(follow_up.person.id, HOME, NAM)
    assert withdrawal == Withdrawal(closed=1, is_erased=True)
    assert "Phạm Thị Tư" not in story.store.texts()
    assert story.store.audited(AuditAction.PERSON_ERASED)[-1].detail == "persons=1"
    assert story.follow_ups.erase_due() == 0


def test_another_purpose_leaves_the_visit_alone(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    withdrawal = story.consents.withdraw(follow_up.person.id, CALL, NAM)
    assert withdrawal == Withdrawal(closed=0, is_erased=False)
    kept = story.store.records.follow_ups.get(follow_up.id)
    assert kept
    assert kept.state is FollowUpState.OPEN
    assert story.store.records.people.people[follow_up.person.id].erase_on is None


def test_the_last_withdrawal_after_closing_erases_at_once(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    person_id = follow_up.person.id
    story.follow_ups.close_done(follow_up.id, HOA)
    in_180_days = date(2027, 5, 22)
    assert story.store.records.people.people[person_id].erase_on == in_180_days
    kept = story.consents.withdraw(person_id, HOME, NAM)
    assert kept == Withdrawal(closed=0, is_erased=False, erase_on=in_180_days)
    assert story.consents.withdraw(person_id, CALL, NAM).is_erased
    assert len(story.store.audited(AuditAction.CONSENT_WITHDRAWN)) == 2


def test_all_is_withdrawn_in_one_go_and_once(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    assert story.consents.withdraw(follow_up.person.id, BOTH, NAM) == Withdrawal(1, is_erased=True)
    assert len(story.store.audited(AuditAction.CONSENT_WITHDRAWN)) == 2
    assert len(story.store.audited(AuditAction.PERSON_ERASED)) == 1


def test_a_second_withdrawal_of_the_same_is_no_new_row(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    for _ in range(2):
        story.consents.withdraw(follow_up.person.id, CALL, NAM)
    assert len(story.store.audited(AuditAction.CONSENT_WITHDRAWN)) == 1


def test_what_was_never_agreed_to_gets_no_withdrawal(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    statistics = (Purpose.NAMED_STATISTICS,)
    withdrawal = story.consents.withdraw(follow_up.person.id, statistics, NAM)
    assert withdrawal == Withdrawal(closed=0, is_erased=False)
    assert story.store.audited(AuditAction.CONSENT_WITHDRAWN) == ()


def test_whoever_was_erased_meanwhile_is_told_to_be(story: Story) -> None:
    """Two consoles have the same page open: the second to withdraw finds nobody any more."""
    follow_up = story.promised_visit()
    assert follow_up.person
    story.consents.withdraw(follow_up.person.id, BOTH, NAM)
    assert story.consents.withdraw(follow_up.person.id, BOTH, HOA) == Withdrawal(0, is_erased=True)
