"""The citizen's shell, as far as noticing goes that somebody may be stuck, before they ask.

The rule is pure and looks once a second at the visit's marks and the silence. What it finds shows
as one sentence on the step's page and as a yellow mark at staff, once for each step, and goes by
itself when the person goes on. Never a sound, never a page of its own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.domain.flow import ScreenName
from kiosk.domain.stuck import StepKey, StuckSign, step_in_front, stuck_sign
from kiosk.domain.visit import VisitEvent, VisitEventKind
from ui.citizen.screens.portal_screen import PortalScreen
from ui.citizen.screens.step_screen import StepScreen
from ui.lanes import Lane

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell

TICK_MS = 1000
_AT_A_STEP = frozenset({ScreenName.STEP, ScreenName.PORTAL, ScreenName.STUCK})


class StuckSide(QObject):
    """Watches one visit at a time."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._marks: list[VisitEvent] = []
        self._offered: set[StepKey] = set()
        self._current: StepKey | None = None
        self._shown_for = ""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.check)

    @property
    def step_in_front(self) -> StepKey | None:
        """The step that was shown last in this visit."""
        return step_in_front(self._marks)

    def start(self) -> None:
        """Begin with a visit."""
        self.forget()
        self._timer.start()

    def forget(self) -> None:
        """The visit is over; what staff see of it ends with its last mark."""
        self._timer.stop()
        self._marks, self._offered = [], set()
        self._current, self._shown_for = None, ""

    def note(self, mark: VisitEvent) -> None:
        """Take a mark of the visit into account."""
        self._marks.append(mark)
        self.check()

    def offers_help_at(self, key: StepKey) -> bool:
        """Return whether the page of this step offers help."""
        return self._current == key

    def arrived(self) -> None:
        """Take the offer back when the page in front is about something else."""
        place = self._shell.flow.current
        if self._current is not None and self._current != (place.procedure_code, place.step_id):
            self.take_back()

    def take_back(self) -> None:
        """The person goes on, or has called: neither page nor staff show anything any more."""
        if self._current is not None:
            job = partial(self._shell.desk.signs.take_back, self._shown_for)
            self._shell.desk.lanes.run(Lane.WRITE, job)
        self._current, self._shown_for = None, ""

    @Slot()
    def check(self) -> None:
        """Look at the rule, while somebody stands at a step and has not called."""
        shell = self._shell
        here = self.step_in_front
        place = shell.flow.current
        if here is None or here in self._offered or shell.idle.call_open or shell.take_over.is_on:
            return
        if place.screen not in _AT_A_STEP or here != (place.procedure_code, place.step_id):
            return
        step = shell.builder.step_at(place)
        policy, warn_after = shell.desk.stuck, shell.desk.idle.warn_after
        limit = policy.quiet_limit(step.usual_seconds if step else 0, warn_after)
        sign = stuck_sign(self._marks, shell.idle.quiet_seconds, limit, policy)
        if sign is not None:
            self._offer(here, sign)

    def _offer(self, here: StepKey, sign: StuckSign) -> None:
        shell, visit = self._shell, self._shell.present()
        self._offered.add(here)
        self._current, self._shown_for = here, visit.id
        shell.mark(VisitEventKind.HELP_OFFERED)
        show = partial(shell.desk.signs.show, visit, here[1], sign, shell.desk.counter)
        shell.desk.lanes.run(Lane.WRITE, partial(shell.desk.visits.after_waiting, show))
        page = shell.window.shown
        if isinstance(page, StepScreen | PortalScreen) and page.subject == here:
            page.offer_help()
