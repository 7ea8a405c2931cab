"""What does not come: staff are told why, and go on with what is in front."""

from __future__ import annotations

import pytest

from kiosk.services.consents import Consents
from tests.support.promises import promise_visit, somebody
from tests.ui.shells.counter import Counter
from tests.ui.shells.test_cards import ASKED, agree, open_form
from ui.staff import wishes as sw
from ui.staff.content.wishes import OpenContent, OpenFact
from ui.staff.mobile import wishes as mw
from ui.staff.models import StaffScreenName
from ui.staff.screens.assistance import AssistanceScreen

Page = StaffScreenName


def wait_until_told(counter: Counter) -> None:
    """Wait until the console tells what did not work."""
    window = counter.staff.window
    counter.until(lambda: window.told.isVisibleTo(window))
    counter.settled()


@pytest.mark.parametrize(
    "wish",
    [
        sw.OpenFollowUp("nobody"),
        mw.OpenRound("nowhere"),
        sw.OpenEntry("nothing"),
        OpenContent("9.999999"),
        OpenFact("9.999999", "title"),
    ],
)
def test_the_list_goes_on_hearing_of_others(
    counter: Counter, wish: object, caplog: pytest.LogCaptureFixture
) -> None:
    counter.log_in("Mai")
    counter.order(sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST)
    counter.order(wish)
    wait_until_told(counter)
    assert "a background job failed" in caplog.text
    assert counter.staff.is_showing(Page.MOBILE_LIST)
    person = somebody(1, counter.office.setup.villages()[0].id)
    promise_visit(counter.office, counter.staff.logged_in(), person)
    counter.see_console(Page.MOBILE_LIST, "1 người")


def test_a_page_asked_for_meanwhile_comes_all_the_same(
    counter: Counter, caplog: pytest.LogCaptureFixture
) -> None:
    counter.log_in("Mai")
    counter.order(sw.OpenFollowUp("nobody"), sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST)
    counter.settled()
    assert "no follow-up nobody" in caplog.text
    assert counter.staff.is_showing(Page.MOBILE_LIST)


@pytest.mark.parametrize("broken", ["ask", "of_visit"])
def test_a_consent_that_could_not_be_asked_can_be_asked_again(
    counter: Counter, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    open_form(counter)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Consents, broken, _fail)
        counter.order(sw.AskConsent(ASKED))
        wait_until_told(counter)
    assert "a background job failed" in caplog.text
    form = counter.staff.window.page
    assert isinstance(form, AssistanceScreen)
    assert not form._model.is_asking_consent
    agree(counter)


def _fail(_consents: Consents, *_asked: object) -> None:
    raise RuntimeError("the disk is gone")
