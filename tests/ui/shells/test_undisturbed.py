"""News of others reaches the rail; what staff have under their hands stays as it is."""

from __future__ import annotations

from functools import partial

from kiosk.domain.flow import ScreenName
from tests.ui.shells.counter import Counter
from ui.citizen import wishes as cw
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.staff.rail_button import RailButton
from ui.staff.screens.assistance import AssistanceScreen
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.text_field import TextField

Page = StaffScreenName


def _is_marked(counter: Counter) -> bool:
    """Whether the rail tells that somebody has not called and may be glad of help."""
    rail = counter.staff.window.rail
    assert rail is not None
    return any(
        "có thể cần giúp" in b.accessibleDescription() for b in rail.findChildren(RailButton)
    )


def _give_a_quiet_sign(counter: Counter) -> None:
    counter.walk_to_step()
    counter.wish(cw.StepDiffers(), cw.GoBack(), cw.StepDiffers())
    counter.until(lambda: _is_marked(counter))


def test_a_name_half_typed_stays_while_the_rail_tells_news(counter: Counter) -> None:
    counter.log_in("Mai")
    counter.order(sw.Open(Page.ACCOUNTS))
    counter.see_console(Page.ACCOUNTS, "Tuấn")
    counter.settled()
    page, window = counter.staff.window.page, counter.staff.window
    assert page is not None
    field = page.findChildren(TextField)[0]
    field.setText("Nguyễn Thị M")
    counter.until(lambda: window.is_settled)
    _give_a_quiet_sign(counter)
    assert window.page is page
    assert field.text() == "Nguyễn Thị M"
    assert window.is_settled, "no press is swallowed for news of others"


def test_a_page_on_its_way_brings_the_figures_along(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.order(sw.Open(Page.SCAN))
    counter.see_console(Page.SCAN)
    _give_a_quiet_sign(counter)
    counter.order(sw.Open(Page.MOBILE_LIST))
    counter.see_console(Page.MOBILE_LIST)
    assert _is_marked(counter)


def test_one_piece_of_news_turns_the_waiting_page_once(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    counter.see_citizen(ScreenName.WAITING, "Đã báo cán bộ")
    counter.settled()
    changed: list[None] = []
    counter.citizen.window.changing.connect(partial(changed.append, None))
    counter.take_call()
    counter.see_citizen(ScreenName.WAITING, "đang đến chỗ ông/bà")
    counter.settled()
    assert len(changed) == 1, "each turn swallows presses for a moment"


def test_the_measured_minutes_never_run_back(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    counter.take_call()
    counter.settled()
    page = counter.staff.window.page
    assert isinstance(page, AssistanceScreen)
    minutes = page._help.findChildren(NumberStepper)[0]
    page._shown_at -= 7 * 60  # seven minutes on the page's own clock
    page.tick()
    shown = minutes.value()
    counter.staff.appointments._on_counted(counter.staff.appointments.wishes + 1)
    assert minutes.value() == shown >= 7
