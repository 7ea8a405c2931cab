"""A visit from first touch to wipe: silence, held places, scans, and nothing left behind."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.domain.assistance import Outcome
from kiosk.domain.calendar import day_in_words
from kiosk.domain.flow import ScreenName
from kiosk.domain.identity_card import begins_like_card
from kiosk.domain.slip import Paper
from kiosk.domain.slip_code import SlipMark, new_code, sign
from kiosk.domain.visit import Visit, VisitEnd
from kiosk.services.slips import SCAN_MESSAGES, ScanKind, Slips
from tests.support.leftovers import deliver_deletions
from tests.ui.shells.counter import BIRTH, Counter
from ui.citizen import wishes as w
from ui.citizen.looks import DEFAULT_LOOKS
from ui.citizen.models import SlipModel, StepModel, StuckModel, WaitingModel
from ui.lanes import Lane

WARNING = "Ông/bà còn ở đây không?"


# Silence


def test_silence_warns_counts_down_and_wipes(counter: Counter) -> None:
    counter.walk_to_step()
    visit = counter.visit
    counter.pass_time(179)
    assert counter.citizen.window.idle_overlay is None
    counter.pass_time(1)
    assert counter.citizen_says(WARNING)
    counter.pass_time(44)
    assert counter.citizen_says(WARNING)
    counter.pass_time(1)
    assert counter.is_at(ScreenName.ATTRACT)
    assert counter.citizen.window.idle_overlay is None
    counter.settled()
    assert counter.rows("SELECT how FROM visits WHERE id = ?", visit.id) == [(VisitEnd.IDLE.value,)]


def test_one_touch_stops_the_countdown(counter: Counter) -> None:
    counter.walk_to_step()
    counter.pass_time(200)
    counter.citizen.window.touched.emit()
    assert counter.citizen.window.idle_overlay is None
    counter.pass_time(179)
    assert counter.citizen.window.idle_overlay is None
    assert counter.is_at(ScreenName.STEP)


def test_nobody_is_hurried_while_a_call_is_open(counter: Counter) -> None:
    counter.log_in()
    counter.call()
    counter.take_call()
    for _ in range(5):
        counter.pass_time(170)
    counter.pass_time(10_000)
    assert counter.citizen.window.idle_overlay is None
    counter.finish_help(Outcome.CONTINUED_ALONE)
    counter.see_citizen(ScreenName.STEP)
    counter.pass_time(179)
    assert counter.citizen.window.idle_overlay is None
    counter.pass_time(1)
    assert counter.citizen_says(WARNING)


def test_nobody_there_is_no_silence(counter: Counter) -> None:
    counter.pass_time(100_000)
    assert counter.is_at(ScreenName.ATTRACT)
    assert counter.citizen.window.idle_overlay is None


def test_a_place_is_held_for_a_quarter_of_an_hour(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.FetchPapers(), w.HoldHere())
    counter.see_citizen(ScreenName.HOLD, "Chỗ này đang giữ cho một người.")
    counter.pass_time(15 * 60 - 1)
    assert counter.citizen.window.idle_overlay is None
    counter.pass_time(1)
    assert counter.citizen_says(WARNING)
    counter.pass_time(45)
    assert counter.is_at(ScreenName.ATTRACT)


@pytest.mark.parametrize(
    "wishes", [(w.ResumeVisit(),), (w.AskHelp(), w.GoHome()), (w.GoBack(),)], ids=str
)
def test_whoever_comes_back_is_given_the_usual_time(
    counter: Counter, wishes: tuple[object, ...]
) -> None:
    counter.walk_to_step()
    counter.wish(w.FetchPapers(), w.HoldHere(), *wishes)
    assert not counter.is_at(ScreenName.HOLD)
    counter.pass_time(180)
    assert counter.citizen_says(WARNING)


def test_somebody_else_wipes_a_held_place(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.FetchPapers(), w.HoldHere(), w.SomeoneElse())
    assert counter.is_at(ScreenName.ATTRACT)
    counter.wish(w.Begin())
    assert counter.citizen.flow.resume_place is None


# What is left


def test_a_visit_leaves_nothing_behind(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.SetTextSize(2), w.ToggleContrast(), w.SetLanguage("en"))
    counter.wish(w.StepDiffers(), w.TapBarrier("E1", is_chosen=True), w.GoBack(), w.PrintPapers())
    counter.until(lambda: not counter.citizen.slips.run.progress.is_busy)
    counter.call()
    counter.stored_call()
    QGuiApplication.clipboard().setText("0912 345 678")
    assert _left()
    counter.wish(w.Finish())
    assert counter.is_at(ScreenName.ATTRACT)
    assert counter.citizen.looks == DEFAULT_LOOKS
    assert QGuiApplication.clipboard().text() == ""
    counter.settled()
    # The lane's thread may hold on to its last job a moment longer.
    counter.until(lambda: _left() == [])


def test_the_next_person_finds_the_defaults(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.AnswerQuestion("certificate", "none"), w.SetLanguage("en"), w.Finish())
    counter.walk_to_step()
    counter.wish(w.GoBack())
    counter.see_citizen(ScreenName.PROCEDURE)
    assert dict(counter.visit.answers) == {}
    assert counter.citizen_says("Đăng ký khai sinh")


def test_only_anonymous_marks_are_kept_of_an_abandoned_visit(counter: Counter) -> None:
    counter.call()
    counter.stored_call()
    visit = counter.visit
    counter.wish(w.ManageAlone())
    counter.pass_time(180)
    counter.pass_time(45)
    counter.settled()
    kinds = [row[0] for row in counter.rows("SELECT kind FROM visit_events ORDER BY seq")]
    assert kinds[0] == "started"
    assert kinds[-1] == "ended"
    assert counter.rows("SELECT count(*) FROM visits") == [(1,)]
    assert counter.rows("SELECT count(*) FROM people") == [(0,)]
    assert visit.id in counter.rows("SELECT id FROM visits")[0]


def test_a_late_scan_does_not_reach_the_next_person(counter: Counter) -> None:
    with counter.busy(Lane.READ):
        counter.scan("0" * 34)
        counter.wish(w.Finish(), w.Begin())
    counter.settled()
    assert counter.is_at(ScreenName.HOME)


def test_a_late_slip_does_not_reach_the_next_person(counter: Counter) -> None:
    counter.walk_to_step()
    with counter.busy(Lane.WRITE):
        counter.wish(w.PrintPapers(), w.Finish())
        counter.walk_to_step()
        counter.wish(w.AskHelp())
    counter.settled()
    assert counter.rows("SELECT count(*) FROM slips") == [(1,)]
    assert counter.citizen.slips.run.progress.issued is None
    assert counter.is_at(ScreenName.STUCK)


def _left() -> list[object]:
    """Return what still lives of a visit and of what its screens showed."""
    deliver_deletions()
    gc.collect()
    kinds = (Visit, StepModel, StuckModel, WaitingModel, SlipModel)
    return [thing for thing in gc.get_objects() if isinstance(thing, kinds)]


# Slips held to the scanner


def _papers(counter: Counter) -> Slips:
    return counter.office.slips


def _issue(counter: Counter) -> str:
    procedure = counter.office.catalogue.by_code(BIRTH)
    assert procedure is not None
    issued = _papers(counter).issue_papers(procedure, ("Giấy chứng sinh",), Paper.ROLL_80)
    return issued.slip.payload


def _replaced(counter: Counter) -> str:
    payload = _issue(counter)
    (slip_id,) = counter.rows("SELECT id FROM slips")[0]
    _papers(counter).reprint(slip_id, None, Paper.ROLL_80)
    return payload


def _damaged(counter: Counter) -> str:
    payload = _issue(counter)
    return payload[:4] + ("0" if payload[4] != "0" else "1") + payload[5:]


def _signed(counter: Counter, *, tag: int = 0, key: bytes = b"") -> str:
    office = counter.office.ring.key()
    mark = SlipMark(new_code(), 1)
    return sign(mark, office.office_tag ^ tag, key or office.slip_key)


def _foreign(counter: Counter) -> str:
    return _signed(counter, tag=1)


def _forged(counter: Counter) -> str:
    return _signed(counter, key=b"somebody else's")


CARDS: dict[ScanKind, Callable[[Counter], str]] = {
    ScanKind.PAPERS: _issue,
    ScanKind.REPLACED: _replaced,
    ScanKind.DAMAGED: _damaged,
    ScanKind.FOREIGN: _foreign,
    ScanKind.FORGED: _forged,
    ScanKind.UNKNOWN: _signed,
}


@pytest.mark.parametrize("kind", CARDS)
def test_each_slip_held_to_the_home_screen_gets_its_own_answer(
    counter: Counter, kind: ScanKind
) -> None:
    payload = CARDS[kind](counter)
    counter.wish(w.Begin())
    counter.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT, SCAN_MESSAGES[kind])
    counter.wish(w.GoBack())
    assert counter.is_at(ScreenName.HOME)


def test_a_slip_that_begins_with_as_many_digits_as_a_card_is_a_slip(counter: Counter) -> None:
    payloads = (_signed(counter, tag=tag) for tag in range(1, 2**16))
    payload = next(one for one in payloads if begins_like_card(one))
    counter.wish(w.Begin())
    counter.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT, SCAN_MESSAGES[ScanKind.FOREIGN])


def test_a_follow_up_slip_shows_its_appointment_without_a_name(counter: Counter) -> None:
    payload = counter.printed_slip()
    counter.staff.lock()
    counter.scan(payload)
    counter.see_citizen(ScreenName.APPOINTMENT, "Ông/bà quay lại quầy")
    assert counter.citizen_says(day_in_words(date(2026, 11, 26)))
    assert counter.citizen_says("Giấy chứng sinh")


def test_a_slip_scanned_at_rest_begins_a_visit_and_going_back_ends_it(counter: Counter) -> None:
    counter.scan(_issue(counter))
    counter.see_citizen(ScreenName.APPOINTMENT)
    assert counter.citizen.visit is not None
    counter.wish(w.GoBack())
    assert counter.is_at(ScreenName.ATTRACT)
    assert counter.citizen.visit is None


def test_no_slip_is_taken_in_the_middle_of_a_guide(counter: Counter) -> None:
    payload = _issue(counter)
    counter.walk_to_step()
    counter.scan(payload)
    counter.settled()
    assert counter.is_at(ScreenName.STEP)


def test_with_somebody_at_the_console_a_slip_goes_there(counter: Counter) -> None:
    payload = _issue(counter)
    counter.log_in()
    counter.wish(w.Begin())
    counter.scan(payload)
    counter.until(lambda: counter.console_says("Phiếu giấy tờ"))
    assert counter.is_at(ScreenName.HOME)
