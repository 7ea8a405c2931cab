"""A day of the office from end to end: two kiosks, three of staff, and a trip to people's homes.

Thirty visits, twelve of them with a call; six promises, five of them home visits. The five are
planned, printed and scanned back: two are done, one lacks a paper, one was not at home, one is
withdrawn. At the end log, list and sheet agree to the row.
"""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from kiosk.domain.assistance import Outcome
from kiosk.domain.calendar import HalfDay
from kiosk.domain.flow import ScreenName
from kiosk.domain.follow_up import AttemptResult, FollowUpState, WithdrawReason
from kiosk.domain.person import Purpose
from kiosk.domain.procedure import LifeEvent
from kiosk.domain.round import CallAhead, RoundState, StopAnswer
from tests.support.pdf import page_texts, qr_texts
from tests.support.promises import somebody, visit_draft
from tests.ui.shells.counter import BIRTH, Counter, DemoFolder, entry, write_settings
from ui.citizen import wishes as cw
from ui.staff import wishes as sw
from ui.staff.mobile import wishes as mw
from ui.staff.mobile.models import RoundPlanModel
from ui.staff.models import StaffScreenName

Page = StaffScreenName
VISITS, CALLS, PROMISES, STOPS = 30, 12, 6, 5
THURSDAY, TUESDAY = date(2026, 11, 26), date(2026, 12, 1)
OUTCOMES = (
    *(Outcome.FOLLOW_UP,) * PROMISES,
    Outcome.SUBMITTED,
    Outcome.DONE_AT_COUNTER,
    Outcome.SUBMITTED,
    Outcome.NOT_HERE,
    Outcome.CONTINUED_ALONE,
    Outcome.LEFT,
)


@dataclass
class Day:
    """The two kiosks and the three consoles, all on one database."""

    kiosks: list[Counter]
    consoles: list[Counter]

    @property
    def lan(self) -> Counter:
        """The console at which the trip is planned."""
        return self.consoles[0]

    def close(self) -> None:
        """End the kiosks: nobody comes any more."""
        for kiosk in self.kiosks:
            kiosk.close()


@pytest.fixture
def day(open_counter: Callable[..., Counter], folder: DemoFolder) -> Day:
    """Open the office in the morning."""
    kiosks, consoles = [], []
    for number in (1, 2):
        write_settings(folder.paths, device=f"kiosk-{number}", counter=f"Quầy {number}")
        kiosks.append(open_counter(folder, "kiosk"))
    for name in ("Lan", "Tuấn", "Mai"):
        write_settings(folder.paths, device=f"ban-{name}")
        consoles.append(open_counter(folder, "staff"))
        consoles[-1].log_in(name)
    return Day(kiosks, consoles)


def test_log_list_and_sheet_agree_to_the_row(day: Day) -> None:
    for number in range(VISITS):
        kiosk = day.kiosks[number % 2]
        if number < CALLS:
            _call_for_help(kiosk, day.consoles[number % 3], number)
        else:
            _manage_alone(kiosk)
    day.close()
    _log_agrees(day.lan)
    codes = _plan_and_print(day.lan)
    _scan_back(day.lan, codes)
    _all_agree(day.lan)


def _manage_alone(kiosk: Counter) -> None:
    kiosk.wish(cw.Begin(), cw.OpenLifeEvent(LifeEvent.BIRTH), cw.OpenProcedure(BIRTH))
    kiosk.wish(cw.Finish())
    assert kiosk.is_at(ScreenName.ATTRACT)


def _call_for_help(kiosk: Counter, console: Counter, number: int) -> None:
    """Be stuck and call; one of staff comes and logs it, with a promise for the first six."""
    kiosk.walk_to_step()
    kiosk.call()
    call = kiosk.stored_call()
    console.until(lambda: call.id in {known.id for known in console.staff.calls._queue.calls})
    console.order(sw.TakeCall(call.id))
    console.see_console(Page.ASSISTANCE, "Ghi nhận hỗ trợ")
    draft = replace(entry(call.id, OUTCOMES[number]), minutes=5 + number)
    if number < STOPS:
        _agree(kiosk, console)
        villages = console.office.setup.villages()
        draft = visit_draft(call.id, somebody(number, villages[number % 2].id))
    console.order(sw.SaveAssistance(draft, and_print=False))
    console.see_console(Page.CALLS)
    kiosk.until(lambda: not kiosk.is_at(ScreenName.WAITING))
    kiosk.wish(cw.Finish())
    kiosk.settled()


def _agree(kiosk: Counter, console: Counter) -> None:
    purposes = (Purpose.HOME_VISIT, Purpose.CALL_BACK)
    console.order(sw.AskConsent(purposes))
    kiosk.see_citizen(ScreenName.CONSENT)
    kiosk.wish(cw.GiveConsent(dict.fromkeys(purposes, True)))
    kiosk.settled()
    console.settled()


def _log_agrees(console: Counter) -> None:
    """Every visit is there once, every call is in the log with its outcome and its helper."""
    console.settled()
    assert console.rows("SELECT count(*) FROM visits") == [(VISITS,)]
    assert console.rows("SELECT count(*) FROM visits WHERE ended_at IS NULL") == [(0,)]
    logged = console.rows("SELECT outcome, supporter_name FROM assistances")
    assert Tally(outcome for outcome, _ in logged) == Tally(OUTCOMES)
    assert Tally(name for _, name in logged) == {"Lan": 4, "Tuấn": 4, "Mai": 4}
    assert len(console.rows("SELECT id FROM follow_ups")) == PROMISES
    counters = console.rows("SELECT counter, count(*) FROM calls GROUP BY counter")
    assert counters == [("Quầy 1", 6), ("Quầy 2", 6)]


def _plan_and_print(console: Counter) -> list[str]:
    """Plan a trip to all five, ring two ahead, and return what the printed sheet's codes say."""
    console.order(mw.PlanRound())
    console.see_console(Page.ROUND_PLAN)
    _, plan = console.staff._shown
    assert isinstance(plan, RoundPlanModel)
    console.order(mw.PlanChanged(replace(plan.draft, village_ids=(), capacity=STOPS)))
    console.until(lambda: _proposed(console) == STOPS)
    _, plan = console.staff._shown
    assert isinstance(plan, RoundPlanModel)
    me = console.staff.logged_in().id
    draft = replace(plan.draft, day=THURSDAY, half_day=HalfDay.MORNING, team_ids=(me,))
    console.order(mw.SaveRound(draft))
    console.see_console(Page.ROUND, f"còn {STOPS} người chưa có kết quả")
    for case_id, outcome in zip(
        draft.follow_up_ids, (CallAhead.AGREED, CallAhead.NO_ANSWER), strict=False
    ):
        console.order(sw.OpenFollowUp(case_id))
        console.see_console(Page.FOLLOW_UP, "Gọi trước khi đi")
        console.order(mw.RangAhead(case_id, outcome))
        console.see_console(Page.ROUND, "Đã ghi.")
    (round_id,) = console.rows("SELECT id FROM rounds")[0]
    console.order(mw.PrintRound(round_id))
    console.see_console(Page.ROUND, "Bảng đã lưu ở")
    (sheet,) = console.folder.paths.lists.glob("run-sheet-*.pdf")
    pages = page_texts(sheet.read_bytes())
    assert all(f"Trang {n}/{len(pages)} · {STOPS} người" in p for n, p in enumerate(pages, 1))
    return qr_texts(sheet.read_bytes(), dpi=300)


def _proposed(console: Counter) -> int:
    _, plan = console.staff._shown
    return len(plan.draft.follow_up_ids) if isinstance(plan, RoundPlanModel) else 0


ANSWERS: tuple[Callable[[str], object], ...] = (
    lambda case: sw.RecordAttempt(case, AttemptResult.DONE),
    lambda case: sw.RecordAttempt(case, AttemptResult.DONE),
    lambda case: sw.RecordAttempt(case, AttemptResult.LACKS_PAPER, TUESDAY, HalfDay.MORNING),
    lambda case: sw.RecordAttempt(case, AttemptResult.NOT_HOME, TUESDAY, HalfDay.AFTERNOON),
    lambda case: sw.Withdraw(case, WithdrawReason.REFUSED),
)


def _scan_back(console: Counter, codes: list[str]) -> None:
    """Hold each row to the scanner and say what came of it; then the trip closes."""
    assert len(codes) == STOPS
    for left, (code, wish) in enumerate(zip(codes, ANSWERS, strict=True)):
        console.scan(code)
        console.see_console(Page.FOLLOW_UP, "Về đợt")
        console.order(wish(console.staff.cases._case_id))
        rest = STOPS - 1 - left
        told = f"Còn {rest} người chưa có kết quả." if rest else "Đóng đợt được rồi."
        console.see_console(Page.ROUND, told)
    (round_id,) = console.rows("SELECT id FROM rounds")[0]
    console.order(mw.CloseRound(round_id))
    console.see_console(Page.MOBILE_LIST, "Đã đóng đợt.")


def _all_agree(console: Counter) -> None:
    """Sheet, attempts, promises and list tell the same story of the same people."""
    console.settled()
    assert console.rows("SELECT state FROM rounds") == [(RoundState.CLOSED,)]
    answers = Tally(answer for (answer,) in console.rows("SELECT answer FROM round_stops"))
    assert answers == {
        StopAnswer.DONE: 2,
        StopAnswer.LACKS_PAPER: 1,
        StopAnswer.NOT_HOME: 1,
        StopAnswer.WITHDRAWN: 1,
    }
    joined = console.rows(
        "SELECT s.answer, a.result FROM round_stops s JOIN attempts a USING (follow_up_id)"
    )
    assert len(joined) == STOPS - 1
    assert all(answer == result for answer, result in joined)
    states = console.rows("SELECT state, count(*) FROM follow_ups GROUP BY state")
    assert dict(states) == {
        FollowUpState.OPEN: 3,
        FollowUpState.DONE: 2,
        FollowUpState.WITHDRAWN: 1,
    }
    open_visits = console.rows(
        "SELECT id FROM follow_ups WHERE state = 'open' AND kind = 'home_visit'"
    )
    listed = console.office.follow_ups.mobile_list(console.staff.logged_in())
    assert {case.follow_up.id for case in listed.cases} == {row for (row,) in open_visits}
    assert [case.follow_up.due for case in listed.cases] == [TUESDAY, TUESDAY]
    assert (listed.rounds, {case.trip for case in listed.cases}) == ((), {None})
