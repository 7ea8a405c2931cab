"""Correcting the log: today's entries, by their author, and what they said before is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kiosk.domain.assistance import Assistance, HelpChannel, HelpLevel, Outcome, key_without_call
from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.person import RETENTION_DAYS, Purpose
from kiosk.domain.staff import Staff
from kiosk.services.corrections import changes, draft_of
from kiosk.services.forms import FormRefused
from kiosk.services.ports import Topic
from tests.stories import HAU_XA, HOA, MAI, NAM, Story


@pytest.fixture
def story() -> Story:
    return Story()


def logged(story: Story, by: Staff = HOA, **said: object) -> Assistance:
    call = story.call()
    draft = replace(story.draft(call), **said)  # type: ignore[arg-type]
    return story.log.log(draft, by, 7, call).assistance


def corrected(story: Story, entry: Assistance, by: Staff = HOA, **said: object) -> Assistance:
    draft = replace(draft_of(entry, entry.id), **said)  # type: ignore[arg-type]
    return story.corrections.correct(entry.id, draft, by)


def test_the_author_mends_todays_entry_and_the_change_is_kept(story: Story) -> None:
    entry = logged(story, note="quên kính")
    story.clock.advance(60)
    changed = corrected(
        story,
        entry,
        level=HelpLevel.HINT,
        minutes=4,
        outcome=Outcome.LEFT,
        barriers=("L2",),
        village_id=HAU_XA.id,
        note="con gái đọc giúp",
    )
    assert story.log.get(entry.id, NAM).assistance == changed
    assert (changed.level, changed.minutes, changed.outcome) == (HelpLevel.HINT, 4, Outcome.LEFT)
    assert (changed.barriers, changed.note) == (("L2",), "con gái đọc giúp")
    assert (changed.logged_at, changed.measured_minutes) == (entry.logged_at, 7)
    (correction,) = story.corrections.history(entry.id, NAM)
    assert correction.before == entry
    assert (correction.staff_name, correction.at) == (HOA.name, story.clock.now())
    assert {change.field for change in changes(entry, changed)} == {
        "level", "minutes", "outcome", "barriers", "village_id", "note",
    }  # fmt: skip
    (line,) = story.store.audited(AuditAction.ASSISTANCE_CORRECTED)
    assert (line.staff_id, line.subject, line.detail) == (HOA.id, entry.id, "")
    assert story.store.changed(Topic.ASSISTANCE) == (entry.id, entry.id)


def test_what_was_not_changed_leaves_no_trace(story: Story) -> None:
    entry = logged(story)
    before = story.store.texts()
    assert corrected(story, entry) == entry
    assert story.store.texts() == before


def test_every_change_is_kept_in_its_order(story: Story) -> None:
    entry = logged(story)
    once = corrected(story, entry, minutes=5)
    corrected(story, once, minutes=6)
    assert [c.before.minutes for c in story.corrections.history(entry.id, NAM)] == [9, 5]


def test_nobody_else_mends_it(story: Story) -> None:
    entry = logged(story)
    for other in (MAI, NAM):
        with pytest.raises(KnownError) as told:
            corrected(story, entry, other, minutes=1)
        assert told.value.fields == {"name": HOA.name}
    with pytest.raises(BugError):
        story.corrections.get("unknown", HOA)


def test_only_todays_entries_are_mended(story: Story) -> None:
    """The office's day ends at midnight there, 17:00 UTC."""
    entry = logged(story)
    story.clock.wall = entry.logged_at.replace(hour=16, minute=59)
    assert story.corrections.get(entry.id, HOA) == entry
    assert story.corrections.todays(HOA) == (entry,)
    story.clock.wall += timedelta(minutes=1)
    with pytest.raises(KnownError, match="another day"):
        corrected(story, entry, minutes=1)
    assert story.corrections.todays(HOA) == ()


def test_todays_entries_are_ones_own_and_newest_first(story: Story) -> None:
    first, _other, last = logged(story), logged(story, MAI), logged(story)
    assert story.corrections.todays(HOA) == (last, first)


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ({"level": ""}, ["level"]),
        ({"minutes": 481}, ["minutes"]),
        ({"outcome": Outcome.FOLLOW_UP}, ["outcome"]),
        ({"note": "x" * 121}, ["note"]),
        ({"village_id": "gone"}, ["village_id"]),
    ],
)
def test_what_does_not_stand_is_named_at_its_field(
    story: Story, said: dict[str, Any], fields: list[str]
) -> None:
    entry = logged(story)
    with pytest.raises(FormRefused) as refused:
        corrected(story, entry, **said)
    assert [problem.field for problem in refused.value.problems] == fields
    assert story.corrections.history(entry.id, NAM) == ()


def test_a_promise_stays_one(story: Story) -> None:
    call = story.call()
    story.agree(call.visit_id, Purpose.HOME_VISIT)
    entry = story.log.log(story.home_visit_draft(call), HOA, 7, call).assistance
    with pytest.raises(FormRefused):
        corrected(story, entry, outcome=Outcome.LEFT)
    changed = corrected(story, entry, level=HelpLevel.HINT)
    assert (changed.outcome, changed.person_id) == (Outcome.FOLLOW_UP, entry.person_id)


def test_where_help_was_given_is_mended_only_without_the_kiosk(story: Story) -> None:
    at_kiosk = logged(story)
    told: dict[str, Any] = {
        "channel": HelpChannel.COUNTER,
        "procedure_code": "1.004222",
        "minutes": 3,
    }
    kept = corrected(story, at_kiosk, **told)
    assert (kept.channel, kept.procedure_code) == (HelpChannel.KIOSK, "1.001193")
    draft = replace(
        story.draft(story.call()), call_id=key_without_call(HOA.id), channel=HelpChannel.PHONE
    )
    by_phone = story.log.log(draft, HOA, 0).assistance
    changed = corrected(story, by_phone, **told)
    assert (changed.channel, changed.procedure_code) == (HelpChannel.COUNTER, "1.004222")


def test_history_is_for_the_lead(story: Story) -> None:
    entry = logged(story)
    with pytest.raises(KnownError, match="lead"):
        story.corrections.history(entry.id, HOA)


def test_notes_are_erased_as_old_as_a_persons_data(story: Story) -> None:
    entry = logged(story, note="quên kính")
    story.clock.advance(days=RETENTION_DAYS)
    assert story.corrections.erase_old_notes() == 0
    story.clock.advance(1)
    assert story.corrections.erase_old_notes() == 1
    assert story.log.get(entry.id, NAM).assistance == replace(entry, note="")
