"""How long a person is kept: the setting is what the citizen is told, and what is then counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.domain.assistance import Outcome
from kiosk.domain.flow import ScreenName
from kiosk.domain.follow_up import AttemptResult
from kiosk.domain.person import Purpose
from kiosk.services.settings import load_settings, save_settings
from tests.support.promises import promise_visit, somebody
from tests.ui.shells.counter import Counter, DemoFolder, entry
from ui.citizen import wishes as cw
from ui.staff import wishes as sw


@pytest.fixture
def short(open_counter: Callable[..., Counter], folder: DemoFolder) -> Counter:
    """A counter of an office that keeps persons for 90 days."""
    file = folder.paths.settings
    save_settings(file, replace(load_settings(file), retention_days=90))
    counter = open_counter(folder)
    counter.log_in("Lan")
    return counter


def erase_days(counter: Counter) -> list[str]:
    return [day for (day,) in counter.rows("SELECT erase_on FROM people")]


def test_who_agrees_is_told_the_days_and_kept_as_long(short: Counter) -> None:
    short.call()
    call = short.take_call()
    short.order(sw.AskConsent((Purpose.NAMED_STATISTICS,)))
    short.see_citizen(ScreenName.CONSENT)
    told = short.citizen.help.consent_model().lines
    assert "Xã xóa sau 90 ngày kể từ khi xong việc." in told
    short.wish(cw.GiveConsent({Purpose.NAMED_STATISTICS: True}))
    short.settled()
    village = short.office.setup.villages()[0].id
    draft = replace(entry(call.id, Outcome.SUBMITTED), person=somebody(1, village))
    short.order(sw.SaveAssistance(replace(draft, village_id=village), and_print=False))
    short.see_citizen(ScreenName.DONE)
    assert erase_days(short) == ["2027-02-21"]


def test_a_promise_that_was_kept_begins_the_days(short: Counter) -> None:
    staff = short.staff.logged_in()
    village = short.office.setup.villages()[0].id
    promised = promise_visit(short.office, staff, somebody(1, village))
    short.office.follow_ups.record_attempt(promised.id, AttemptResult.DONE, staff)
    assert erase_days(short) == ["2027-02-21"]
    short.clock.advance(days=90)
    assert short.office.follow_ups.erase_due() == 1
    assert erase_days(short) == []


def test_a_note_goes_after_as_many_days(short: Counter) -> None:
    short.call()
    draft = replace(entry(short.take_call().id, Outcome.SUBMITTED), note="Ghi thêm")
    short.order(sw.SaveAssistance(draft, and_print=False))
    short.see_citizen(ScreenName.DONE)
    short.clock.advance(days=91)
    assert short.office.corrections.erase_old_notes() == 1
