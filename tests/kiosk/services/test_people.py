"""Known again by card or telephone: what is open, who may see it, and the one person they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.assistance import Outcome
from kiosk.domain.audit import AuditAction
from kiosk.domain.follow_up import FollowUp, FollowUpState
from kiosk.domain.person import Person, PhoneOwner, Purpose
from kiosk.services.assistance_form import merged_person
from kiosk.services.forms import FormRefused
from tests.stories import HOA, NAM, THANH_AM, Story

NUMBER = "001148000456"
PHONE = "0912 345 678"


@pytest.fixture
def story() -> Story:
    return Story()


def promised_with_card(story: Story) -> FollowUp:
    """Return a home visit promised to Bà Tư, whose card was scanned."""
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    draft = story.home_visit_draft(call)
    person = replace(draft.person, card_mark=story.people.card_mark(NUMBER))
    follow_up = story.log.log(replace(draft, person=person), HOA, 5, call).follow_up
    assert follow_up is not None
    return follow_up


def the_only_person(story: Story) -> Person:
    (person,) = story.store.records.people.people.values()
    return person


def test_the_card_shows_what_is_open_and_where_they_stopped(story: Story) -> None:
    promised = promised_with_card(story)
    known = story.people.with_card(NUMBER, HOA)
    assert known is not None
    assert known.person == promised.person
    assert known.open_cases == (promised,)
    assert (promised.procedure_code, promised.step_id) == ("1.001193", "dien-to-khai")
    assert known.granted == {Purpose.HOME_VISIT}
    assert story.people.with_card("001148000457", HOA) is None


@pytest.mark.parametrize("typed", [PHONE, "0912345678", "+84912345678", "84.912.345.678"])
def test_the_telephone_finds_them_however_it_is_typed(story: Story, typed: str) -> None:
    promised = story.promised_visit()
    assert promised.person
    assert [known.id for known in story.people.with_phone(typed, HOA)] == [promised.person.id]


@pytest.mark.parametrize("typed", ["", "   ", "12345", "anh Ba"])
def test_half_a_number_is_asked_for_again(story: Story, typed: str) -> None:
    with pytest.raises(FormRefused) as refused:
        story.people.with_phone(typed, HOA)
    assert [problem.field for problem in refused.value.problems] == ["phone"]
    assert story.store.audited(AuditAction.PERSON_SEARCHED) == ()


def test_one_telephone_may_reach_several(story: Story) -> None:
    for _ in range(2):
        story.promised_visit()
    assert len(story.people.with_phone(PHONE, HOA)) == 2


def test_every_search_and_every_view_is_audited_without_the_number(story: Story) -> None:
    promised = promised_with_card(story)
    assert promised.person
    story.people.with_card(NUMBER, HOA)
    story.people.with_phone(PHONE, NAM)
    story.people.with_phone("0900000000", NAM)
    story.people.view(promised.person.id, NAM)
    searched = story.store.audited(AuditAction.PERSON_SEARCHED)
    assert [(e.staff_id, e.detail) for e in searched] == [
        (HOA.id, "card found=1"),
        (NAM.id, "phone found=1"),
        (NAM.id, "phone found=0"),
    ]
    viewed = story.store.audited(AuditAction.PERSON_VIEWED)
    assert [(e.subject, e.detail) for e in viewed] == [
        (promised.person.id, how) for how in ("card", "phone", "again")
    ]
    audit = repr(story.store.records.audit.entries)
    assert NUMBER not in audit
    assert "912345678" not in audit


def test_once_nothing_is_open_a_supporter_sees_initials_only(story: Story) -> None:
    promised = promised_with_card(story)
    story.follow_ups.close_done(promised.id, HOA)
    seen = story.people.with_card(NUMBER, HOA)
    assert seen is not None
    assert (seen.person, seen.initials, seen.open_cases) == (None, "Phạm T. T.", ())
    assert seen.granted == {Purpose.HOME_VISIT}, "a withdrawal can still be served"
    by_lead = story.people.with_card(NUMBER, NAM)
    assert by_lead is not None
    assert by_lead.person is not None


def test_the_number_is_stored_nowhere(story: Story) -> None:
    promised_with_card(story)
    assert NUMBER not in story.store.texts()
    assert story.people.card_mark(NUMBER) in story.store.texts()


# The one person they are


def test_the_same_card_is_the_same_person(story: Story) -> None:
    first = promised_with_card(story)
    second = promised_with_card(story)
    assert first.person
    assert second.person
    assert first.person.id == second.person.id
    known = story.people.with_card(NUMBER, HOA)
    assert known is not None
    assert len(known.open_cases) == 2


def test_whoever_staff_recognised_is_the_same_person_with_what_was_typed(story: Story) -> None:
    first = promised_with_card(story)
    assert first.person
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    draft = story.home_visit_draft(call)
    typed = replace(draft.person, person_id=first.person.id, where_to_find="Nhà con gái", phone="")
    story.log.log(replace(draft, person=typed), HOA, 5, call)
    person = the_only_person(story)
    assert (person.where_to_find, person.phone) == ("Nhà con gái", "")
    assert person.card_mark == story.people.card_mark(NUMBER)


def test_a_returning_person_is_no_longer_due_to_be_erased(story: Story) -> None:
    first = promised_with_card(story)
    story.follow_ups.close_done(first.id, HOA)
    assert the_only_person(story).erase_on is not None
    promised_with_card(story)
    assert the_only_person(story).erase_on is None


def test_with_something_open_an_entry_without_a_promise_erases_nobody(story: Story) -> None:
    promised_with_card(story)
    call = story.call()
    story.agree(call.visit_id, Purpose.NAMED_STATISTICS)
    draft = story.home_visit_draft(call)
    person = replace(draft.person, card_mark=story.people.card_mark(NUMBER))
    story.log.log(replace(draft, person=person, outcome=Outcome.SUBMITTED), HOA, 5, call)
    assert the_only_person(story).erase_on is None
    (kept,) = story.store.records.follow_ups.open()
    assert kept.state is FollowUpState.OPEN


def test_what_the_form_did_not_show_is_only_added_to() -> None:
    stored = Person("p-1", "Phạm Thị Tư", "v-1", 1948, "0912345678", PhoneOwner.FAMILY,
                    "Cạnh đình", hard_to_move=True, card_mark="old")  # fmt: skip
    typed = Person("p-2", "Phạm Thị Tư", THANH_AM.id, phone="", lives_alone=True)
    added = merged_person(typed, stored, was_shown=False)
    assert added == replace(stored, village_id=THANH_AM.id, lives_alone=True)
    assert merged_person(typed, stored, was_shown=True) == replace(typed, id="p-1", card_mark="old")
    other_card = replace(typed, card_mark="new")
    assert merged_person(other_card, stored, was_shown=False).card_mark == "new"
