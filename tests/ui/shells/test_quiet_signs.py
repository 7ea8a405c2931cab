"""Somebody may be stuck: noticed in the running windows, offered once, told to staff in silence.

The streams below `tests/kiosk/domain/streams` are what these visits leave behind. With the variable
RECORD_STREAMS set the first test writes them anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.domain.flow import ScreenName
from kiosk.domain.stuck import QuietSign, StuckSign
from kiosk.domain.visit import VisitEvent, VisitEventKind
from tests.support.streams import FOLDER, stream_text
from tests.ui.shells.counter import BIRTH, Counter, DemoFolder
from ui.citizen import wishes as w
from ui.citizen.screens.step_screen import StepScreen
from ui.citizen.step_place import OFFER
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName

Page = StaffScreenName


class Visitor:
    """Somebody at the counter, whose every touch is written down."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.touches: list[int] = []
        self._began = counter.clock.monotonic()
        counter.walk_to_step()

    def touch(self, wish: object, after: float = 5) -> None:
        """Let `after` seconds pass, then do something."""
        self.wait(after)
        gone = self.counter.clock.monotonic() - self._began
        self.touches.append(round(gone * 1000))
        self.counter.wish(wish)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.counter.pass_time(1)

    def marks(self) -> list[VisitEvent]:
        """Return the visit's marks as stored, without what the kiosk added of itself."""
        self.counter.settled()
        with self.counter.office.store.read() as records:
            events = records.visits.events(self.counter.visit.id)
        return [event for event in events if event.kind is not VisitEventKind.HELP_OFFERED]


def signs(counter: Counter) -> tuple[QuietSign, ...]:
    counter.settled()
    return counter.office.signs.all()


def offers(counter: Counter) -> bool:
    return counter.citizen_says(OFFER)


# The recorded visits


def quiet(visitor: Visitor) -> None:
    visitor.touch(w.SetTextSize(0), 70)


def different(visitor: Visitor) -> None:
    for _ in range(2):
        visitor.touch(w.StepDiffers(), 12)
        visitor.touch(w.GoBack())


def back_and_forth(visitor: Visitor) -> None:
    for _ in range(3):
        visitor.touch(w.ConfirmStep(), 10)
        visitor.touch(w.GoBack(), 10)


def read_again(visitor: Visitor) -> None:
    for _ in range(3):
        visitor.touch(w.ReadAloud(), 10)


def smooth(visitor: Visitor) -> None:
    for _ in range(4):
        visitor.touch(w.ConfirmStep(), 30)


VISITS: dict[str, Callable[[Visitor], None]] = {
    "quiet": quiet,
    "different": different,
    "back-and-forth": back_and_forth,
    "read-again": read_again,
    "smooth": smooth,
}


@pytest.mark.parametrize("name", VISITS)
def test_the_recorded_streams_are_what_the_windows_leave(counter: Counter, name: str) -> None:
    visitor = Visitor(counter)
    VISITS[name](visitor)

    stream, file = stream_text(visitor.marks(), visitor.touches), FOLDER / f"{name}.jsonl"
    if os.environ.get("RECORD_STREAMS"):
        file.write_text(stream, encoding="utf-8")
    assert stream == file.read_text(encoding="utf-8")


# What the citizen sees


def test_after_a_long_silence_one_sentence_offers_help(counter: Counter) -> None:
    """The first step usually takes a minute or more: it comes half a minute before the warning."""
    visitor = Visitor(counter)
    page = counter.citizen.window.shown
    visitor.wait(149)
    assert not offers(counter)
    visitor.wait(1)
    assert offers(counter)
    assert counter.citizen.window.shown is page
    assert counter.citizen.window.idle_overlay is None
    assert counter.chimes == 0


def test_nothing_moves_when_help_is_offered(counter: Counter) -> None:
    Visitor(counter)
    page = counter.citizen.window.shown
    assert isinstance(page, StepScreen)
    before = [widget.geometry() for widget in page.findChildren(QWidget)]
    page.offer_help()
    counter.settled()
    assert [widget.geometry() for widget in page.findChildren(QWidget)] == before
    assert offers(counter)


def test_the_offer_goes_when_the_person_goes_on_and_comes_once_for_each_step(
    counter: Counter,
) -> None:
    visitor = Visitor(counter)
    visitor.wait(150)
    assert offers(counter)
    visitor.touch(w.SetTextSize(1), 0)
    assert offers(counter)
    visitor.touch(w.ConfirmStep(), 1)
    assert not offers(counter)
    assert signs(counter) == ()
    visitor.touch(w.GoBack(), 1)
    visitor.wait(170)
    assert not offers(counter)


def test_whoever_has_called_is_offered_nothing(counter: Counter) -> None:
    visitor = Visitor(counter)
    visitor.wait(150)
    assert len(signs(counter)) == 1
    counter.call()
    assert signs(counter) == ()
    counter.stored_call()
    visitor.wait(400)
    assert signs(counter) == ()


def test_twice_not_alike_is_told_to_staff_at_once_and_offered_at_the_step(
    counter: Counter,
) -> None:
    visitor = Visitor(counter)
    visitor.touch(w.StepDiffers())
    visitor.touch(w.GoBack())
    assert signs(counter) == ()
    visitor.touch(w.StepDiffers())
    assert counter.is_at(ScreenName.STUCK)
    (sign,) = signs(counter)
    assert (sign.counter, sign.procedure_code, sign.sign) == (
        "Quầy 1",
        BIRTH,
        StuckSign.DIFFERENT,
    )
    visitor.touch(w.GoBack())
    assert offers(counter)


def test_back_and_forth_is_noticed_though_the_pages_are_built_anew(counter: Counter) -> None:
    visitor = Visitor(counter)
    back_and_forth(visitor)
    assert offers(counter)
    assert [sign.sign for sign in signs(counter)] == [StuckSign.BACK_AND_FORTH]


def test_a_place_that_is_held_is_no_sign(counter: Counter) -> None:
    visitor = Visitor(counter)
    visitor.touch(w.FetchPapers())
    visitor.touch(w.HoldHere())
    visitor.wait(600)
    assert counter.is_at(ScreenName.HOLD)
    assert signs(counter) == ()


# What staff see


def test_staff_are_told_where_without_a_sound_and_no_longer_than_needed(
    counter: Counter,
) -> None:
    counter.log_in("Lan")
    visitor = Visitor(counter)
    visitor.wait(150)
    counter.see_console(Page.CALLS, "Quầy 1 có thể cần giúp · Đăng ký khai sinh")
    assert counter.staff.calls.may_be_stuck == 1
    counter.order(sw.Open(Page.SCAN))
    counter.see_console(Page.SCAN)
    visitor.touch(w.ConfirmStep(), 0)
    counter.until(lambda: counter.staff.calls.may_be_stuck == 0)
    assert counter.chimes == 0
    assert not counter.console_says("cần giúp")


def test_a_sign_ends_with_the_visit(counter: Counter) -> None:
    visitor = Visitor(counter)
    visitor.wait(150)
    assert len(signs(counter)) == 1
    visitor.wait(90)
    assert counter.is_at(ScreenName.ATTRACT)
    assert signs(counter) == ()


def test_the_figures_are_the_offices_own(
    open_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    with folder.paths.settings.open("a", encoding="utf-8") as file:
        file.write("\nstuck_differences = 1\n")
    text = folder.paths.settings.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line != "stuck_differences = 2"]
    folder.paths.settings.write_text("\n".join(lines), encoding="utf-8")
    counter = open_counter(folder, "kiosk")
    visitor = Visitor(counter)
    visitor.touch(w.StepDiffers())
    assert [sign.sign for sign in signs(counter)] == [StuckSign.DIFFERENT]
