"""How help ends for the citizen: each outcome leads to its page, and consent is asked there."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.assistance import Outcome, PersonDraft
from kiosk.domain.flow import ScreenName
from kiosk.domain.person import Purpose
from kiosk.domain.slip_code import grouped
from kiosk.services.journal import Journal
from kiosk.services.visits import VisitLog
from tests.ui.shells.counter import Counter, entry
from ui.citizen import wishes as w
from ui.lanes import Lane
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.staff.open_form import OpenForm

SOON_MS = 200
VISIT_AND_CALL = (Purpose.HOME_VISIT, Purpose.CALL_BACK)


@pytest.fixture
def helped(counter: Counter) -> Counter:
    """A citizen whose call from a step was taken by Lan."""
    counter.log_in("Lan")
    counter.call()
    counter.take_call()
    counter.see_citizen(ScreenName.WAITING, "Lan")
    return counter


@pytest.mark.parametrize(
    ("outcome", "screen"),
    [
        (Outcome.SUBMITTED, ScreenName.DONE),
        (Outcome.DONE_AT_COUNTER, ScreenName.DONE),
        (Outcome.NOT_HERE, ScreenName.NOT_HERE),
        (Outcome.CONTINUED_ALONE, ScreenName.STEP),
        (Outcome.FOLLOW_UP, ScreenName.FOLLOW_UP),
    ],
)
def test_each_outcome_leads_to_its_page(
    helped: Counter, outcome: Outcome, screen: ScreenName
) -> None:
    helped.finish_help(outcome)
    helped.see_citizen(screen)
    assert helped.citizen.help.was_submitted == (outcome is Outcome.SUBMITTED)
    assert not helped.citizen.help.watch.is_open
    helped.wish(w.GoBack())
    assert not helped.is_at(ScreenName.WAITING)


def test_whoever_has_left_leaves_a_clean_screen(helped: Counter) -> None:
    helped.finish_help(Outcome.LEFT)
    helped.see_citizen(ScreenName.ATTRACT)
    assert helped.citizen.visit is None


@pytest.mark.parametrize(
    ("outcome", "screen"),
    [(Outcome.SUBMITTED, ScreenName.HOME), (Outcome.FOLLOW_UP, ScreenName.FOLLOW_UP)],
)
def test_without_a_procedure_only_an_appointment_has_a_page(
    counter: Counter, outcome: Outcome, screen: ScreenName
) -> None:
    counter.log_in()
    counter.wish(w.Begin())
    counter.call()
    assert counter.take_call().procedure_code == ""
    counter.finish_help(outcome)
    counter.see_citizen(screen)


def test_the_appointment_shows_the_code_of_a_slip_issued_after_it(helped: Counter) -> None:
    helped.finish_help(Outcome.FOLLOW_UP)
    helped.see_citizen(ScreenName.FOLLOW_UP, "Giấy chứng sinh")
    assert not helped.citizen_says("Phiếu hẹn số")
    (follow_up_id,) = helped.rows("SELECT id FROM follow_ups")[0]
    lan = helped.staff.logged_in()
    paper = helped.office.settings.paper
    slip = helped.office.slips.issue_follow_up(follow_up_id, lan, paper).slip
    helped.see_citizen(ScreenName.FOLLOW_UP, slip.number)
    assert helped.citizen_says(grouped(slip.code))


@pytest.mark.parametrize("is_from_home", [False, True])
def test_the_appointment_stands_after_a_second_call_without_one(
    helped: Counter, is_from_home: bool
) -> None:
    """The yellow button is on the appointment's page too, and the page is come back to."""
    helped.finish_help(Outcome.FOLLOW_UP)
    helped.see_citizen(ScreenName.FOLLOW_UP, "Giấy chứng sinh")
    if is_from_home:
        helped.wish(w.GoHome())
    helped.wish(w.AskHelp(), w.AskHelp())
    helped.take_call()
    helped.finish_help(Outcome.CONTINUED_ALONE)
    if is_from_home:
        helped.see_citizen(ScreenName.HOME)
        helped.wish(w.ResumeVisit())
    helped.see_citizen(ScreenName.FOLLOW_UP, "Giấy chứng sinh")
    assert not helped.citizen.help.was_submitted
    (follow_up_id,) = helped.rows("SELECT id FROM follow_ups")[0]
    lan, paper = helped.staff.logged_in(), helped.office.settings.paper
    slip = helped.office.slips.issue_follow_up(follow_up_id, lan, paper).slip
    helped.see_citizen(ScreenName.FOLLOW_UP, slip.number)


def test_consent_is_asked_on_the_citizens_side_and_answered_there(helped: Counter) -> None:
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ đến nhà giúp?")
    helped.wish(w.GiveConsent({Purpose.HOME_VISIT: True, Purpose.CALL_BACK: False}))
    assert helped.is_at(ScreenName.WAITING)
    helped.settled()
    assert helped.office.consents.granted(helped.visit.id) == {Purpose.HOME_VISIT}
    assert helped.is_at(ScreenName.WAITING)


def test_who_is_helped_next_in_the_same_visit_is_asked_anew(helped: Counter) -> None:
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT)
    helped.wish(w.GiveConsent(dict.fromkeys(VISIT_AND_CALL, True)))
    helped.until(lambda: len(_form_of(helped).consents) == len(VISIT_AND_CALL))
    first = replace(
        entry(helped.stored_call().id, Outcome.FOLLOW_UP),
        person=PersonDraft(name="Phạm Thị Tư", phone="0912345678"),
    )
    helped.order(sw.SaveAssistance(first, and_print=False))
    helped.see_citizen(ScreenName.FOLLOW_UP)
    helped.see_console(StaffScreenName.CALLS)
    helped.wish(w.GoHome(), w.AskHelp(), w.AskHelp())
    helped.take_call()
    assert _form_of(helped).consents == ()
    assert len(helped.rows("SELECT id FROM consents WHERE person_id IS NOT NULL")) == 2


def _form_of(counter: Counter) -> OpenForm:
    form = counter.staff.calls.form
    assert form is not None
    return form


def test_a_newer_question_takes_the_place_of_the_former(helped: Counter) -> None:
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ đến nhà giúp?")
    helped.order(sw.AskConsent((Purpose.CALL_BACK,)))
    helped.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ gọi điện lại?")
    helped.wish(w.GiveConsent({Purpose.CALL_BACK: True}))
    helped.settled()
    assert helped.office.consents.granted(helped.visit.id) == {Purpose.CALL_BACK}


def test_the_yellow_button_leads_back_to_a_question_left_open(helped: Counter) -> None:
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT)
    helped.wish(w.GoBack())
    assert helped.is_at(ScreenName.WAITING)
    helped.wish(w.AskHelp())
    helped.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ đến nhà giúp?")


def test_what_is_asked_at_another_counter_does_not_bring_back_a_question_left(
    helped: Counter, tmp_path: Path
) -> None:
    journal = Journal(tmp_path / "quay-2.jsonl")
    visits = VisitLog(helped.office.store, helped.clock, "quay-2", journal)
    elsewhere = visits.new_visit()
    visits.start(elsewhere)
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT)
    helped.wish(w.GoBack())
    lan = helped.staff.logged_in()
    helped.office.consents.ask(elsewhere.id, (Purpose.CALL_BACK,), lan)
    helped.settled()
    assert helped.is_at(ScreenName.WAITING)


@pytest.mark.usefixtures("caplog")
def test_a_question_that_was_not_read_is_asked_after_all(helped: Counter) -> None:
    """Staff cannot ask the same once more while it is open: its news comes only once."""
    helped.citizen.help._again.setInterval(SOON_MS)
    with ExitStack() as away:
        with helped.busy(Lane.READ):
            helped.order(sw.AskConsent(VISIT_AND_CALL))
            helped.until(lambda: helped.rows_now("SELECT id FROM consent_requests") != [])
            away.enter_context(helped.lost("consent_requests"))
        helped.until(helped.citizen.help._again.isActive)
        assert helped.is_at(ScreenName.WAITING)
    helped.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ đến nhà giúp?")


@pytest.mark.usefixtures("caplog")
def test_an_answer_that_was_not_stored_is_asked_for_again(helped: Counter) -> None:
    helped.citizen.help._again.setInterval(SOON_MS)
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT)
    with helped.lost("consents"):
        helped.wish(w.GiveConsent(dict.fromkeys(VISIT_AND_CALL, True)))
        assert helped.is_at(ScreenName.WAITING)
        helped.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ đến nhà giúp?")
    helped.wish(w.GiveConsent(dict.fromkeys(VISIT_AND_CALL, True)))
    helped.settled()
    assert helped.office.consents.granted(helped.visit.id) == set(VISIT_AND_CALL)


def test_no_way_leads_back_to_a_question_that_is_answered(helped: Counter) -> None:
    """It was asked anew while the page of settings lay over it."""
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT)
    helped.wish(w.Customize())
    helped.order(sw.AskConsent((Purpose.CALL_BACK,)))
    helped.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ gọi điện lại?")
    helped.wish(w.GiveConsent({Purpose.CALL_BACK: True}))
    assert helped.is_at(ScreenName.CUSTOMIZE)
    helped.wish(w.GoBack())
    assert helped.is_at(ScreenName.WAITING)


def test_an_answered_question_does_not_come_back(helped: Counter) -> None:
    """The feed may tell of the question once more before the answer is stored."""
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT)
    with helped.busy(Lane.WRITE):
        helped.wish(w.GiveConsent(dict.fromkeys(VISIT_AND_CALL, True)))
        request = helped.office.consents.open_request(helped.visit.id)
        assert request is not None
        helped.citizen.help._on_request(request)
        assert helped.is_at(ScreenName.WAITING)


def test_the_console_learns_the_answer(helped: Counter) -> None:
    helped.order(sw.AskConsent(VISIT_AND_CALL))
    helped.see_citizen(ScreenName.CONSENT)
    helped.wish(w.GiveConsent(dict.fromkeys(VISIT_AND_CALL, True)))
    form = helped.staff.calls
    helped.until(lambda: form._form is not None and len(form._form.consents) == 2)
    assert helped.staff.window.screen_name is StaffScreenName.ASSISTANCE
