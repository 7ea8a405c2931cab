"""Rules of the citizen's side alone: no scrolling, few choices, the bar and its help button.

The stage puts the screen's name into the view's facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from kiosk.domain.flow import BarButton, ScreenName, bar_for
from tests.ui.sweep.view import Problem, View, words_of
from ui.citizen import wishes
from ui.citizen.bar import CALL_LABEL, HELP_LABEL
from ui.citizen.window import CitizenWindow
from ui.keyboard.key import Key
from ui.widgets.page_bar import PageBar
from ui.widgets.pin_pad import PinPad

_MOST_CHOICES = 8
_WAYS_IN = (wishes.OpenSearch, wishes.OpenLessons, wishes.HaveSlip)


def no_scrolling(view: View) -> Iterator[Problem]:
    """Whatever does not fit turns pages."""
    for widget in view.widgets:
        if isinstance(widget, (QAbstractScrollArea, QScrollBar)):
            yield "scroll", widget, "scrolls"


def few_choices(view: View) -> Iterator[Problem]:
    """At most eight things to choose from.

    Bar, header, page turning, digits and the keyboard's keys are apart, and so are the ways in that
    stand beside the eight life events.
    """
    screen = view.window.shown if isinstance(view.window, CitizenWindow) else None
    if screen is None:
        return
    choices = [
        widget
        for widget in view.pressables
        if screen.isAncestorOf(widget)
        and not isinstance(widget.parentWidget(), (PageBar, PinPad))
        and not isinstance(widget, Key)
        and not isinstance(getattr(widget, "payload", None), _WAYS_IN)
    ]
    if len(choices) > _MOST_CHOICES:
        yield "choices", None, f"offers {len(choices)}: {', '.join(map(words_of, choices))[:160]}"


def bar(view: View) -> Iterator[Problem]:
    """The bar holds the buttons of the flow, whole and usable, and help says the right thing."""
    name = view.facts.get("screen")
    if not isinstance(view.window, CitizenWindow) or not isinstance(name, ScreenName):
        return
    if view.window.bar is None:
        yield "bar", None, "there is no bar"
        return
    shown = {one for one in BarButton if _is_usable(view.window.bar.button(one))}
    if shown != set(bar_for(name)):
        yield "bar", view.window.bar, f"has {sorted(shown)}, not {sorted(bar_for(name))}"
    asked = CALL_LABEL if name is ScreenName.STUCK else HELP_LABEL
    t = view.facts.get("t")
    help_button = view.window.bar.button(BarButton.HELP)
    wanted = t(asked) if callable(t) else asked
    if help_button is not None and help_button.text() != wanted:
        yield "bar", help_button, f"does not say “{wanted}”"


def _is_usable(widget: QWidget | None) -> bool:
    return widget is not None and widget.isVisible() and widget.isEnabled()
