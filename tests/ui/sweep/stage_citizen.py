"""Puts every state of the citizen's window on the stage, and what may lie over it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect

from kiosk.domain.flow import BarButton, ScreenName
from kiosk.domain.help_call import WaitingStage
from tests.ui.states_citizen import DEMO_OFFICE, NOW, OFFICE, State, citizen_states
from tests.ui.states_person import attended_states
from tests.ui.sweep.check_leftovers import Former
from tests.ui.sweep.configurations import CONTRASTS, SIZES, Configuration
from tests.ui.sweep.findings import Finding
from tests.ui.sweep.judge import Judge, LookAt, set_up
from ui.citizen.models import AttendedModel, AttractModel, CallBandModel, CustomizeModel
from ui.citizen.registry import SCREENS
from ui.citizen.screen import ScreenKit
from ui.citizen.screens.search_screen import SearchScreen
from ui.citizen.window import CitizenWindow
from ui.keyboard.layouts import Layer
from ui.theme.tokens import Audience
from ui.widgets.readable import sentences_of

_VEILED = ("home", "step-longest", "hold")
_READ_ALOUD = ("home", "procedure", "step-longest", "done")
_ATTENDED = ("home", "step", "waiting-coming")
_LONGEST_TITLE = "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con"


class CitizenStage:
    """One citizen's window in one configuration."""

    def __init__(self, configuration: Configuration, look_at: LookAt) -> None:
        self._wanted = look_at.wanted
        theme = configuration.theme(Audience.CITIZEN)
        self._kit = ScreenKit(theme, configuration.translator(), speaks=True)
        self._header = CustomizeModel(
            list(SIZES).index(configuration.size),
            configuration.contrast == list(CONTRASTS)[1],
            "vi",
        )
        self._window = CitizenWindow(windowed=True)
        self._judge = Judge(self._window, self._kit.theme, configuration.name, look_at.pictures)
        self._help_spots: dict[str, QRect] = {}

    def sweep(self) -> list[Finding]:
        """Show and judge everything; the window is gone afterwards."""
        set_up(self._kit.theme)
        metrics = self._kit.theme.metrics
        self._window.resize(metrics.width_px, metrics.height_px)
        self._window.show()
        with self._judge:
            for state in self._states():
                self._show(state)
                self._look(state.id)
            self._overlays()
        self._judge_help_spots()
        self._close()
        return self._judge.findings

    def _states(self) -> Iterator[State]:
        for state in citizen_states(self._kit):
            if state.name in SCREENS and state.id.startswith(self._wanted):
                yield state
                if state.name is ScreenName.HOME:
                    yield state._replace(id=f"{state.id}-demo")

    def _show(self, state: State) -> None:
        former = Former(self._window.header, self._window.shown, self._window.bar)
        office = DEMO_OFFICE if "demo" in state.id else OFFICE
        if state.name is ScreenName.SEARCH:
            # Shown twice in a row, the search takes the newer model in place and opens nothing.
            rest = AttractModel(OFFICE, NOW)
            self._window.show_screen(ScreenName.ATTRACT, rest, self._kit, office, self._header)
        self._window.show_screen(state.name, state.model, self._kit, office, self._header)
        if state.memory is not None and self._window.shown is not None:
            self._window.shown.recall(state.memory)
        self._judge.note_leftovers(f"before {state.id}", former)
        shown = self._window.shown
        if shown is not None and not shown.spoken_title().strip():
            self._judge.note(state.id, "name", "the screen has no title to announce")

    def _look(self, state: str) -> None:
        self._judge.look(state, screen=self._window.screen_name, t=self._kit.t)
        bar = self._window.bar
        button = bar.button(BarButton.HELP) if bar is not None else None
        if button is not None:
            place = button.mapTo(self._window, button.rect().topLeft())
            self._help_spots[state] = QRect(place, button.size())

    def _judge_help_spots(self) -> None:
        """The yellow button stands at one spot on all screens."""
        spots = list(self._help_spots.items())
        for state, spot in spots:
            if spot != spots[0][1]:
                text = f"the help button is at {spot.getRect()}, not {spots[0][1].getRect()}"
                self._judge.note(state, "help spot", text)

    def _overlays(self) -> None:
        states = {state.id: state for state in citizen_states(self._kit)}
        for name in _VEILED:
            if states[name].name in SCREENS and f"idle-{name}".startswith(self._wanted):
                self._show(states[name])
                self._idle(f"idle-{name}")
        self._signs(states["search"])
        for name in _READ_ALOUD:
            if states[name].name in SCREENS and f"read-{name}".startswith(self._wanted):
                self._show(states[name])
                self._read(f"read-{name}")
        for band in _bands(self._kit):
            if f"band-{band.stage}".startswith(self._wanted) and ScreenName.HOME in SCREENS:
                self._show(states["home"])
                self._band(band)

        for name, told in attended_states():
            for page in _ATTENDED:
                if f"attended-{name}".startswith(self._wanted) and states[page].name in SCREENS:
                    self._show(states[page])
                    self._attend(f"attended-{name}-{page}", told)

    def _attend(self, state: str, told: AttendedModel) -> None:
        """Look at the top of a page, and at the question whether staff are still there."""
        former = Former(self._window.header)
        self._window.attend(told)
        self._judge.note_leftovers(f"before {state}", former)
        self._look(state)
        if told.staff_name:
            self._idle(f"idle-{state}")
        former = Former(self._window.take_over_strip)
        self._window.attend(AttendedModel())
        self._judge.note_leftovers(state, former)

    def _signs(self, search: State) -> None:
        """The keyboard's other keys: digits and signs."""
        if "search-signs".startswith(self._wanted):
            self._show(search)
            if isinstance(self._window.shown, SearchScreen):
                self._window.shown.keys.show_layer(Layer.SIGNS)
                self._look("search-signs")

    def _idle(self, state: str) -> None:
        self._window.show_idle_warning(45)
        overlay = self._window.idle_overlay
        self._judge.look(state, overlay)
        former = Former(overlay)
        self._window.hide_idle_warning()
        self._judge.note_leftovers(state, former)

    def _read(self, state: str) -> None:
        """Look at the marks of sentences being read, in every text of the page at once."""
        self._window.show_reading(True)
        page = self._window.page_to_read
        for sentence in sentences_of(page, "vi") if page is not None else ():
            sentence.set_marked(True)
        self._judge.look(state, screen=self._window.screen_name, t=self._kit.t)

    def _band(self, model: CallBandModel) -> None:
        self._window.show_call_band(model)
        self._judge.look(f"band-{model.stage}")
        former = Former(self._window.call_band)
        self._window.hide_call_band()
        self._judge.note_leftovers(f"band-{model.stage}", former)

    def _close(self) -> None:
        former = Former(self._window)
        self._window.close()
        self._window.deleteLater()
        self._judge.note_leftovers("closed window", former)


def _bands(kit: ScreenKit) -> list[CallBandModel]:
    step = kit.t("Bước 12: Chọn cơ quan tiếp nhận hồ sơ")
    return [
        CallBandModel(kit.t("Bàn 1"), kit.t(_LONGEST_TITLE), step, stage, "Nguyễn Thị Lan")
        for stage in WaitingStage
    ]
