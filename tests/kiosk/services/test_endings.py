"""What the citizen's screen learns of how its call ended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.assistance import AssistanceFilter, Outcome
from kiosk.services.endings import Ending, Endings
from tests.stories import HOA, Story


@pytest.fixture
def story() -> Story:
    return Story()


def test_an_ending_is_known_by_its_call(story: Story) -> None:
    endings = Endings(story.store)
    call = story.call()
    assert endings.of_call(call.id) is None
    story.log.log(story.draft(call, Outcome.NOT_HERE), HOA, 5, call)
    assert endings.of_call(call.id) == Ending(Outcome.NOT_HERE)


def test_a_promise_is_told_without_the_person(story: Story) -> None:
    endings = Endings(story.store)
    promised = story.promised_visit()
    call_id = story.log.find(AssistanceFilter())[0].call_id
    ending = endings.of_call(call_id)
    assert ending is not None
    assert ending.follow_up == replace(promised, person=None)
    assert endings.of_follow_up(promised.id) == ending.follow_up
    assert endings.of_follow_up("nothing") is None
