"""Staff take the citizen's screen over with their PIN, in view, and give it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from kiosk.domain.audit import AuditAction
from kiosk.domain.flow import ScreenName
from kiosk.domain.help_call import CallState
from tests.ui.shells.counter import Counter
from ui.citizen import wishes as w
from ui.citizen.screens.take_over_screen import TakeOverScreen
from ui.citizen.take_over_strip import TakeOverStrip
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.widgets.touch_button import TouchButton

WARNING = "Ông/bà còn ở đây không?"
TOLD = "Cán bộ Lan đang làm giúp ông/bà."


def press(counter: Counter, payload: object) -> None:
    """Press the button of the page that carries `payload`."""
    screen = counter.citizen.window.shown
    assert screen is not None
    next(b for b in screen.findChildren(TouchButton) if b.payload == payload).click()


def press_strip(counter: Counter, payload: object) -> None:
    next(b for b in strip(counter).buttons if b.payload == payload).click()


def strip(counter: Counter) -> TakeOverStrip:
    found = counter.citizen.window.take_over_strip
    assert found is not None
    return found


def is_framed(counter: Counter) -> bool:
    """Return whether the whole window is framed, and the header is the strip's."""
    window = counter.citizen.window
    frame = window._frame
    assert (frame is None) == (window.header is not None)
    return frame is not None and frame.isVisible() and frame.geometry() == window.rect()


def audit(counter: Counter, action: AuditAction) -> list[tuple[str, str]]:
    """Return (name, detail) of each line, oldest first."""
    counter.settled()
    return [
        (name, detail)
        for name, detail in counter.rows(
            "SELECT staff.name, audit.detail FROM audit JOIN staff ON staff.id = audit.staff_id"
            " WHERE action = ? ORDER BY audit.at",
            action,
        )
    ]


def enter_pin(counter: Counter, name: str = "Lan", pin: str = "") -> None:
    """Say that one is staff, choose a name and enter a PIN, by touch."""
    press(counter, w.AskTakeOver())
    counter.see_citizen(ScreenName.TAKE_OVER, "Chọn tên, nhập mã PIN.")
    type_pin(counter, name, pin)


def type_pin(counter: Counter, name: str, pin: str = "") -> None:
    screen = counter.citizen.window.shown
    assert isinstance(screen, TakeOverScreen)
    staff_id = next(s.id for s in counter.office.accounts.staff() if s.name == name)
    press(counter, staff_id)
    for digit in pin or counter.folder.pins[name]:
        keys = screen.pad.findChildren(TouchButton)
        next(key for key in keys if key.accessibleName() == digit).click()


def take_over(counter: Counter, name: str = "Lan") -> None:
    """From a step: the yellow button, “Tôi là cán bộ”, the PIN."""
    if counter.citizen.visit is None:
        counter.walk_to_step()
    counter.wish(w.AskHelp())
    enter_pin(counter, name)
    counter.see_citizen(ScreenName.STEP)
    counter.until(lambda: counter.citizen.take_over.is_on)


def test_it_is_seen_heard_logged_and_given_back(counter: Counter) -> None:
    counter.walk_to_step()
    before = counter.citizen.flow.current
    take_over(counter)
    assert counter.citizen.flow.current == before
    assert strip(counter).told == TOLD
    assert counter.voice.said == [("vi", "cán bộ lan đang làm giúp ông bà.")]
    assert is_framed(counter)

    counter.pass_time(130)
    press_strip(counter, w.HandBack())
    assert not counter.citizen.take_over.is_on
    assert not is_framed(counter)
    assert counter.is_at(ScreenName.STEP)
    place = f"{before.procedure_code}/{before.step_id}"
    assert audit(counter, AuditAction.SCREEN_TAKEN_OVER) == [("Lan", place)]
    assert audit(counter, AuditAction.SCREEN_HANDED_BACK) == [("Lan", "given after 130 s")]
    marks = counter.rows("SELECT kind, value FROM visit_events WHERE kind LIKE '%taken%' OR value")
    assert marks == [("taken_over", None), ("handed_back", 130)]


def test_the_frame_takes_no_touch_and_nothing_lies_below_it(counter: Counter) -> None:
    take_over(counter)
    window = counter.citizen.window
    frame = window._frame
    assert frame is not None
    shown = [button for button in window.findChildren(TouchButton) if button.isVisible()]
    assert len(shown) > 5
    for button in shown:
        place = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
        assert not frame.mask().intersects(place)
        assert window.childAt(place.center()) is not frame


def test_a_wrong_pin_is_said_calmly_and_the_citizen_goes_back(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.AskHelp())
    enter_pin(counter, pin="135792")
    counter.see_citizen(ScreenName.TAKE_OVER, "Mã PIN chưa đúng.")
    assert not counter.citizen.take_over.is_on
    counter.wish(w.GoBack(), w.GoBack())
    assert counter.is_at(ScreenName.STEP)
    assert audit(counter, AuditAction.SCREEN_TAKEN_OVER) == []


def test_after_five_wrong_pins_one_waits_as_elsewhere(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(w.AskHelp())
    enter_pin(counter, pin="135792")
    for tries in range(2, 6):
        counter.settled()
        counter.see_citizen(ScreenName.TAKE_OVER, "Mã PIN" if tries < 6 else "")
        type_pin(counter, "Lan", "135792")
    counter.see_citizen(ScreenName.TAKE_OVER, "Tạm dừng nhập mã PIN. Chờ 1 phút rồi nhập lại.")
    type_pin(counter, "Lan")
    counter.settled()
    assert not counter.citizen.take_over.is_on


# With a call


def test_whoever_comes_to_a_call_has_it_and_the_help_is_measured(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    call = counter.stored_call()
    enter_pin(counter)
    counter.see_citizen(ScreenName.STEP)
    counter.until(lambda: counter.calls(CallState.TAKEN) == [call.id])
    counter.order(sw.TakeCall(call.id))
    counter.see_console(StaffScreenName.ASSISTANCE, "Ghi nhận hỗ trợ")
    assert not counter.console_says("Đã làm giúp trên máy")
    counter.pass_time(200)
    press_strip(counter, w.HandBack())
    counter.see_console(StaffScreenName.ASSISTANCE, "Đã làm giúp trên máy 4 phút")
    form = counter.staff.calls.form
    assert form is not None
    assert (form.draft.level, form.draft.minutes, form.draft.outcome) == ("", None, "")


def test_handing_back_leaves_the_call_open_and_its_end_is_followed(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    call = counter.stored_call()
    enter_pin(counter)
    counter.until(lambda: counter.citizen.take_over.is_on)
    press_strip(counter, w.HandBack())
    counter.order(sw.TakeCall(call.id))
    counter.see_console(StaffScreenName.ASSISTANCE)
    counter.order(sw.GiveTime(call.visit_id))
    counter.see_citizen(ScreenName.STEP, "Cứ từ từ")
    counter.wish(w.AskHelp())
    assert counter.is_at(ScreenName.WAITING)


# Silence


def test_a_screen_that_staff_left_alone_is_given_back_and_not_wiped(counter: Counter) -> None:
    take_over(counter)
    counter.pass_time(599)
    assert counter.citizen.window.idle_overlay is None
    counter.pass_time(1)
    assert counter.citizen_says("Cán bộ còn ở đây không?")
    assert counter.citizen_says("Còn 45 giây, máy trả lại cho ông/bà.")
    counter.pass_time(45)
    assert counter.is_at(ScreenName.STEP)
    assert not counter.citizen.take_over.is_on
    assert counter.citizen.window.idle_overlay is None
    assert audit(counter, AuditAction.SCREEN_HANDED_BACK) == [("Lan", "left_alone after 645 s")]
    counter.pass_time(180)
    assert counter.citizen_says(WARNING)
    counter.pass_time(45)
    assert counter.is_at(ScreenName.ATTRACT)


def test_one_touch_of_staff_is_enough(counter: Counter) -> None:
    take_over(counter)
    counter.pass_time(610)
    counter.citizen.window.still_here.emit()
    assert counter.citizen.window.idle_overlay is None
    counter.pass_time(500)
    assert counter.citizen.take_over.is_on


def test_a_call_does_not_keep_a_screen_taken_for_ever(counter: Counter) -> None:
    counter.call()
    counter.stored_call()
    enter_pin(counter)
    counter.until(lambda: counter.citizen.take_over.is_on)
    counter.pass_time(600)
    counter.pass_time(45)
    assert not counter.citizen.take_over.is_on
    counter.pass_time(100_000)
    assert counter.citizen.visit is not None


def test_staff_who_say_take_your_time_hold_the_warning_and_it_is_told(counter: Counter) -> None:
    take_over(counter)
    press_strip(counter, w.GiveTime())
    assert strip(counter).told.startswith(TOLD)
    assert strip(counter).told != TOLD
    press_strip(counter, w.HandBack())
    assert counter.citizen_says("Cứ từ từ đến 08:45")
    counter.pass_time(15 * 60 - 1)
    assert counter.citizen.window.idle_overlay is None
    counter.pass_time(1)
    assert not counter.citizen_says("Cứ từ từ")
    counter.pass_time(180)
    assert counter.citizen_says(WARNING)
    assert audit(counter, AuditAction.IDLE_HELD) == [("Lan", "900 s")]


def test_the_end_of_the_visit_ends_it_too_and_the_next_person_finds_nothing(
    counter: Counter,
) -> None:
    take_over(counter)
    press_strip(counter, w.GiveTime())
    counter.wish(w.Finish())
    assert counter.is_at(ScreenName.ATTRACT)
    assert counter.citizen.window._frame is None
    counter.wish(w.Begin())
    assert not is_framed(counter)
    assert not counter.citizen_says("Cứ từ từ")
    counter.pass_time(180)
    assert counter.citizen_says(WARNING)
    assert audit(counter, AuditAction.SCREEN_HANDED_BACK) == [("Lan", "visit_ended after 0 s")]


def test_while_staff_work_nobody_is_said_to_be_stuck(counter: Counter) -> None:
    take_over(counter)
    counter.pass_time(500)
    assert counter.office.signs.all() == ()


@pytest.mark.parametrize("look", [w.SetTextSize(2), w.SetLanguage("en"), w.ToggleContrast()])
def test_looks_may_change_meanwhile(counter: Counter, look: object) -> None:
    take_over(counter)
    counter.wish(look)
    assert counter.citizen.window.take_over_strip is not None
    assert counter.citizen.window._frame is not None


# One screen


def test_on_one_screen_the_console_leads_to_the_page_and_its_own_pin_is_enough(
    one_screen: Counter,
) -> None:
    one_screen.call()
    call = one_screen.stored_call()
    one_screen.wish(w.StaffHere())
    one_screen.log_in("Lan")
    one_screen.see_console(StaffScreenName.ASSISTANCE, "Ghi nhận hỗ trợ")
    one_screen.order(sw.WorkOnScreen(call.visit_id))
    one_screen.see_citizen(ScreenName.STEP)
    one_screen.until(lambda: one_screen.citizen.take_over.is_on)
    assert strip(one_screen).told == TOLD
    assert one_screen.staff.staff is None
    assert one_screen.staff.window.isHidden()
    one_screen.pass_time(61)
    press_strip(one_screen, w.HandBack())
    one_screen.settled()
    one_screen.wish(w.AskHelp(), w.StaffHere())
    one_screen.log_in("Lan")
    one_screen.see_console(StaffScreenName.ASSISTANCE, "Đã làm giúp trên máy 2 phút")
