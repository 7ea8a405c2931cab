"""What people waited, and how easy they found it: nothing at all before there is something."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.assistance import AssistanceFilter, Outcome
from kiosk.domain.errors import BugError
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.help_call import CancelReason
from kiosk.domain.visit import VisitEventKind
from kiosk.services.figures import Ease, Figures
from tests.stories import HOA, Story

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def figures(story: Story) -> Figures:
    return Figures(story.store)


def waited(story: Story, seconds: float, *, taken: bool = True) -> None:
    """Let someone call and wait, and be helped or give up."""
    call = story.desk.call(story.visits.new_visit(), Place(ScreenName.HOME), (), "Quầy 1")
    story.clock.advance(seconds)
    if taken:
        story.desk.take(call.id, HOA)
    story.visits.take_back(call.id, CancelReason.ALONE)


def rated(story: Story, *values: int) -> None:
    """Let someone tap faces at the end of a visit."""
    visit = story.visits.new_visit()
    story.visits.start(visit)
    for value in values:
        story.visits.record(story.visits.mark(visit, VisitEventKind.RATED, value=value))


def test_the_wait_is_the_mean_of_the_calls_taken_that_day(story: Story, figures: Figures) -> None:
    waited(story, 60)
    waited(story, 91)
    waited(story, 3600, taken=False)
    story.clock.advance(days=1)
    waited(story, 7)
    assert figures.average_wait_seconds(MONDAY) == 76
    assert figures.average_wait_seconds(TUESDAY) == 7


def test_a_call_belongs_to_the_day_on_which_it_was_taken(story: Story, figures: Figures) -> None:
    """At the office the day ends 15 and a half hours after the story begins."""
    story.clock.advance(15.5 * 3600 - 10)
    waited(story, 10)
    assert figures.average_wait_seconds(MONDAY) is None
    assert figures.average_wait_seconds(TUESDAY) == 10


def test_a_clock_set_back_makes_no_wait_below_zero(story: Story, figures: Figures) -> None:
    waited(story, -600)
    waited(story, 20)
    assert figures.average_wait_seconds(MONDAY) == 10


def test_there_is_no_wait_before_a_call_was_taken(story: Story, figures: Figures) -> None:
    waited(story, 60, taken=False)
    assert figures.average_wait_seconds(MONDAY) is None


def test_ease_is_the_mean_of_the_last_faces(story: Story, figures: Figures) -> None:
    rated(story, 1, 4)
    rated(story, 5)
    rated(story)
    assert figures.ease(AssistanceFilter()) == Ease(4.5, 2)


def test_ease_is_over_the_days_of_the_filter(story: Story, figures: Figures) -> None:
    rated(story, 2)
    story.clock.advance(days=1)
    rated(story, 5)
    assert figures.ease(AssistanceFilter(last_day="2026-11-23")) == Ease(2.0, 1)
    assert figures.ease(AssistanceFilter("2026-11-24", "2026-11-24")) == Ease(5.0, 1)
    assert figures.ease(AssistanceFilter("2026-11-25")) is None
    assert figures.ease(AssistanceFilter("2026-11-24", "2026-11-24", limit=50)) == Ease(5.0, 1)
    assert figures.ease(AssistanceFilter(village_id="v1")) is None
    assert figures.ease(AssistanceFilter(outcome=Outcome.LEFT)) is None


def test_a_day_that_is_no_date_is_our_own_fault(figures: Figures) -> None:
    with pytest.raises(BugError, match="ISO"):
        figures.ease(AssistanceFilter("23/11/2026"))
