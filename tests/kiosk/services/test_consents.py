"""Consent: asked, answered purpose by purpose, withdrawn with what rested on it."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError
from kiosk.domain.follow_up import FollowUpState, WithdrawReason
from kiosk.domain.person import CONSENT_TEXT_VERSION, Purpose
from kiosk.services.ports import Topic
from tests.stories import HOA, NAM, Story

BOTH = (Purpose.CALL_BACK, Purpose.HOME_VISIT)


@pytest.fixture
def story() -> Story:
    return Story()


def test_the_citizens_screen_asks_what_staff_asked_for(story: Story) -> None:
    request = story.consents.ask("v1", BOTH, HOA)
    assert story.consents.open_request("v1") == request
    assert story.consents.open_request("v2") is None
    assert story.consents.ask("v1", BOTH, HOA) == request
    assert story.store.changed(Topic.CONSENT) == (request.id,)


def test_another_question_replaces_the_one_that_waits(story: Story) -> None:
    first = story.consents.ask("v1", BOTH, HOA)
    second = story.consents.ask("v1", (Purpose.CALL_BACK,), HOA)
    assert story.consents.open_request("v1") == second
    assert story.consents.answer(first.id, dict.fromkeys(BOTH, True)) == ()


def test_each_answer_is_a_row_with_the_text_that_was_shown(story: Story) -> None:
    request = story.consents.ask("v1", BOTH, HOA)
    rows = story.consents.answer(request.id, {Purpose.CALL_BACK: True, Purpose.HOME_VISIT: False})
    assert [(c.purpose, c.granted) for c in rows] == [
        (Purpose.CALL_BACK, True),
        (Purpose.HOME_VISIT, False),
    ]
    assert {(c.text_version, c.staff_id) for c in rows} == {(CONSENT_TEXT_VERSION, HOA.id)}
    assert story.consents.granted("v1") == {Purpose.CALL_BACK}
    assert story.consents.open_request("v1") is None


def test_a_second_answer_changes_nothing(story: Story) -> None:
    request = story.consents.ask("v1", BOTH, HOA)
    story.consents.answer(request.id, dict.fromkeys(BOTH, False))
    story.consents.answer(request.id, dict.fromkeys(BOTH, True))
    assert story.consents.granted("v1") == frozenset()
    assert len(story.consents.of_visit("v1")) == 2


def test_asked_again_the_later_answer_counts(story: Story) -> None:
    for granted in (True, False):
        request = story.consents.ask("v1", BOTH, HOA)
        story.consents.answer(request.id, dict.fromkeys(BOTH, granted))
    assert story.consents.granted("v1") == frozenset()
    assert len(story.consents.of_visit("v1")) == 4


def test_silence_is_no_answer(story: Story) -> None:
    request = story.consents.ask("v1", BOTH, HOA)
    with pytest.raises(BugError):
        story.consents.answer(request.id, {Purpose.CALL_BACK: True})
    with pytest.raises(BugError):
        story.consents.answer("nothing", {})
    with pytest.raises(BugError):
        story.consents.ask("v1", (), HOA)
    assert story.consents.granted("v1") == frozenset()


def test_withdrawal_is_a_new_row_and_takes_the_visit_along(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    story.consents.withdraw(follow_up.person.id, Purpose.HOME_VISIT, NAM)
    rows = story.store.records.consents.of_person(follow_up.person.id)
    home = [c.granted for c in rows if c.purpose is Purpose.HOME_VISIT]
    assert home == [True, False]
    closed = story.store.records.follow_ups.get(follow_up.id)
    assert closed
    assert closed.state is FollowUpState.WITHDRAWN
    assert closed.withdraw_reason is WithdrawReason.CONSENT_WITHDRAWN
    assert story.store.audited(AuditAction.CONSENT_WITHDRAWN)[-1].detail == "home_visit"


def test_after_withdrawal_the_person_is_erased_by_the_next_job(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    story.consents.withdraw(follow_up.person.id, Purpose.HOME_VISIT, NAM)
    assert story.follow_ups.erase_due() == 1
    assert "Phạm Thị Tư" not in story.store.texts()


def test_another_purpose_leaves_the_visit_alone(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    story.consents.withdraw(follow_up.person.id, Purpose.CALL_BACK, NAM)
    kept = story.store.records.follow_ups.get(follow_up.id)
    assert kept
    assert kept.state is FollowUpState.OPEN
    assert story.store.records.people.people[follow_up.person.id].erase_on is None


def test_the_last_withdrawal_after_closing_brings_erasure_forward(story: Story) -> None:
    follow_up = story.promised_visit()
    assert follow_up.person
    person_id = follow_up.person.id
    story.follow_ups.close_done(follow_up.id, HOA)
    assert story.store.records.people.people[person_id].erase_on == date(2027, 5, 22)
    story.consents.withdraw(person_id, Purpose.HOME_VISIT, NAM)
    assert story.store.records.people.people[person_id].erase_on == date(2027, 5, 22)
    story.consents.withdraw(person_id, Purpose.CALL_BACK, NAM)
    assert story.store.records.people.people[person_id].erase_on == date(2026, 11, 23)
    again = story.consents.withdraw(person_id, Purpose.CALL_BACK, NAM)
    assert not again.granted
    assert len(story.store.audited(AuditAction.CONSENT_WITHDRAWN)) == 2


def test_what_was_never_asked_cannot_be_withdrawn(story: Story) -> None:
    with pytest.raises(BugError):
        story.consents.withdraw("nobody", Purpose.CALL_BACK, NAM)
