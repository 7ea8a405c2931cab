"""Puts every state of the staff console on the stage, with and without the strip of calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit

from tests.ui.staff_samples import CALLS, HA, NAMES, NOW
from tests.ui.states_staff import staff_states
from tests.ui.sweep.check_leftovers import Former
from tests.ui.sweep.configurations import Configuration
from tests.ui.sweep.findings import Finding
from tests.ui.sweep.judge import Judge, LookAt, set_up
from ui.keyboard.layouts import Layer
from ui.staff.assistance.note_form import NoteForm
from ui.staff.models import RailModel, StaffScreenName
from ui.staff.registry import SCREENS
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.screens.assistance import AssistanceScreen
from ui.staff.screens.calls import CallsScreen
from ui.staff.window import StaffWindow
from ui.theme.tokens import Audience

_BEHIND: dict[str, Callable[[StaffScreen], None]] = {
    "calls": lambda page: _as(page, CallsScreen)._on_wants_options(CALLS[2].id),
    "calls-longest": lambda page: _as(page, CallsScreen)._on_wants_options(CALLS[0].id),
    "assistance": lambda page: _as(page, AssistanceScreen)._on_wants_note(),
    "assistance-note": lambda page: _note(_as(page, AssistanceScreen), "căn cước 001068012345"),
    "assistance-longest": lambda page: _as(page, AssistanceScreen)._on_wants_options(),
    "assistance-without-call": lambda page: _as(page, AssistanceScreen)._on_wants_procedure(),
}
"""Pages that a tap puts in the place of a state's own."""

_CALLED_UPON = ("assistance", "mobile_list", "log_in")
"""States that are also looked at while a call is announced above them."""

_TYPED_IN = ("accounts",)
"""States whose keyboard is looked at too."""

_Page = TypeVar("_Page", bound=StaffScreen)


class StaffStage:
    """One console in one configuration."""

    def __init__(self, configuration: Configuration, look_at: LookAt) -> None:
        self._wanted = look_at.wanted
        self._kit = StaffKit(configuration.theme(Audience.STAFF), configuration.translator())
        self._window = StaffWindow(self._kit)
        self._judge = Judge(self._window, self._kit.theme, configuration.name, look_at.pictures)

    def sweep(self) -> list[Finding]:
        """Show and judge everything; the window is gone afterwards."""
        set_up(self._kit.theme)
        metrics = self._kit.theme.metrics
        self._window.resize(metrics.width_px, metrics.height_px)
        self._window.show()
        with self._judge:
            for state, name, model in staff_states(self._kit):
                if name in SCREENS and state.startswith(self._wanted):
                    self._show(state, name, model)
                    self._judge.look(state)
                    self._look_behind(state)
                    if state in _CALLED_UPON:
                        self._window.show_calls(CALLS, NAMES, NOW)
                        self._judge.look(f"{state}-called")
                        self._window.show_calls((), NAMES, NOW)
                    if state in _TYPED_IN:
                        self._look_at_keys(state)
            self._look_at_camera()
        self._close()
        return self._judge.findings

    def _look_at_camera(self) -> None:
        """Look at what lies over a page while a card is read by camera."""
        if "camera".startswith(self._wanted):
            self._window.show_camera(is_looking=True)
            self._judge.look("camera", self._window.camera)
            self._window.show_camera(is_looking=False)

    def _look_behind(self, state: str) -> None:
        page = self._window.page
        if state in _BEHIND and page is not None:
            _BEHIND[state](page)
            self._judge.look(f"{state}-behind")

    def _show(self, state: str, name: StaffScreenName, model: object) -> None:
        former = Former(self._window.page)
        kept = self._window.page
        rail = None if name is StaffScreenName.LOG_IN else RailModel(HA, name, waiting=2)
        self._window.show_screen(name, model, self._kit, rail)
        if self._window.page is not kept:
            self._judge.note_leftovers(f"before {state}", former)

    def _look_at_keys(self, state: str) -> None:
        """Judge every layer of the keyboard for the page's first field."""
        keyboard = self._window.keyboard
        fields = self._window.findChildren(QLineEdit)
        keyboard.show_for(next(field for field in fields if field.isVisible()))
        if keyboard.panel is not None:
            for layer in Layer:
                keyboard.panel.show_layer(layer)
                self._judge.look(f"{state}-keys-{layer}", keyboard.panel)
        keyboard.hide()

    def _close(self) -> None:
        former = Former(self._window)
        self._window.close()
        self._window.deleteLater()
        self._judge.note_leftovers("closed window", former)


def _as(page: StaffScreen, kind: type[_Page]) -> _Page:
    assert isinstance(page, kind)
    return page


def _note(page: AssistanceScreen, text: str) -> None:
    page._on_wants_note()
    for form in page.findChildren(NoteForm):
        form.field.setText(text)
