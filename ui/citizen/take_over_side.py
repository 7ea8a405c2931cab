"""The citizen's shell, as far as staff go who work on this screen, and the time they give.

Whoever takes over is seen all the time, and what they did is not wiped by silence: a screen that is
left alone is the citizen's again, and only then does the usual waiting begin.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import ScreenName, aside
from kiosk.domain.idle import CALM_SECONDS
from kiosk.domain.staff import Staff
from kiosk.domain.take_over import TAKEN_OVER_TOLD, HandBack, TakeOver
from kiosk.domain.visit import VisitEventKind
from kiosk.domain.words import N_
from kiosk.services.ports import Change, Topic
from ui.citizen import wishes as w
from ui.citizen.models import AttendedModel, TakeOverModel
from ui.lanes import Lane

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell

log = logging.getLogger(__name__)

_NOT_NOW = N_("Máy chưa xem được mã PIN. Thử lại sau.")


class TakeOverSide(QObject):
    """Who of staff has the screen of the visit going on."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._taken: TakeOver | None = None
        self._calm_until: datetime | None = None
        self._pin = TakeOverModel(())
        shell.idle.calm_over.connect(self._on_calm_over)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.AskTakeOver: self._on_ask,
            w.TakeOverScreen: self._on_pin,
            w.HandBack: self._on_hand_back,
            w.GiveTime: self._on_give_time,
        }

    @property
    def is_on(self) -> bool:
        """Whether staff have the screen."""
        return self._taken is not None

    def model(self) -> TakeOverModel:
        """Return who may take over."""
        return self._pin

    def forget(self) -> None:
        """The visit ends, and with it whatever staff were doing in it."""
        self._pin = TakeOverModel(())
        self._calm_until = None
        if not self._give_back(HandBack.VISIT_ENDED):
            self._tell()

    @Slot(object, str)
    def begin_as(self, staff: Staff, visit_id: str) -> None:
        """Give the screen to staff who have proved who they are on the console of this screen."""
        visit = self._shell.visit
        if visit is not None and visit.id == visit_id and not self.is_on:
            place = self._shell.help.place_asked_from()
            job = partial(self._shell.desk.take_overs.begin_as, staff, visit_id, place)
            self._shell.desk.lanes.run(Lane.WRITE, job, self._on_begun, self._on_not_begun)

    def left_alone(self) -> bool:
        """Give a screen back that staff have left; return whether they had it."""
        if not self._give_back(HandBack.LEFT_ALONE):
            return False
        self._shell.idle.go_on()
        return True

    @Slot(object)
    def follow(self, changes: tuple[Change, ...]) -> None:
        """Take the time that staff give at a console."""
        visit = self._shell.visit
        given = {change.subject_id for change in changes if change.topic is Topic.PATIENCE}
        if visit is not None and visit.id in given:
            self._take_time()

    # Taking over

    def _on_ask(self, _wish: w.AskTakeOver) -> None:
        desk, visit = self._shell.desk, self._shell.present()
        if self.is_on:
            self._shell.help.leave_asides()
            return
        self._pin = TakeOverModel(())
        who = desk.take_overs.who_may
        desk.lanes.run(Lane.READ, who, self._on_staff, self._on_no_staff, visit=visit.number)

    def _on_staff(self, staff: Sequence[Staff]) -> None:
        self._pin = TakeOverModel(tuple(staff))
        self._shell.go(aside(self._shell.flow.current, ScreenName.TAKE_OVER))

    def _on_no_staff(self, _error: KnownError | BugError) -> None:
        """Without the database no PIN can be looked at: say so on the page that asks for it."""
        self._pin = TakeOverModel((), problem=self._in_words(None))
        self._shell.go(aside(self._shell.flow.current, ScreenName.TAKE_OVER))

    def _on_pin(self, wish: w.TakeOverScreen) -> None:
        shell, visit = self._shell, self._shell.present()
        self._pin = TakeOverModel(self._pin.staff, wish.staff_id)
        place = shell.help.place_asked_from()
        begin = shell.desk.take_overs.begin
        job = partial(begin, wish.staff_id, wish.pin, visit.id, place)
        # Not tied to the visit: what was logged as begun has to be logged as ended.
        shell.desk.lanes.run(Lane.WRITE, job, self._on_begun, self._on_not_begun)

    def _on_begun(self, taken: TakeOver) -> None:
        shell, visit = self._shell, self._shell.visit
        if visit is None or visit.id != taken.visit_id or self._taken is not None:
            self._log_back(taken, HandBack.VISIT_ENDED)
            return
        self._taken = taken
        shell.mark(VisitEventKind.TAKEN_OVER)
        shell.idle.taken_over = True
        shell.stuck.take_back()
        self._tell()
        shell.help.leave_asides()
        shell.voice.say(TAKEN_OVER_TOLD, name=taken.staff.name)

    def _on_not_begun(self, error: KnownError | BugError) -> None:
        self._pin = TakeOverModel(self._pin.staff, self._pin.chosen_id, self._in_words(error))
        if self._shell.flow.current.screen is ScreenName.TAKE_OVER:
            self._shell.show()

    def _in_words(self, error: KnownError | BugError | None) -> str:
        shell = self._shell
        t = shell.desk.translators[shell.looks.language]
        if isinstance(error, KnownError):
            return " ".join(t(part, **error.fields) for part in (error.message, error.cure) if part)
        return t(_NOT_NOW)

    # Handing back

    def _on_hand_back(self, _wish: w.HandBack) -> None:
        self._give_back(HandBack.GIVEN)

    def _give_back(self, how: HandBack) -> bool:
        """Give the screen back and log it; return whether staff had it."""
        taken, self._taken = self._taken, None
        if taken is None:
            return False
        shell = self._shell
        shell.mark(VisitEventKind.HANDED_BACK, value=self._seconds_of(taken))
        shell.idle.taken_over = False
        shell.idle.touch()
        self._tell()
        self._log_back(taken, how)
        return True

    def _log_back(self, taken: TakeOver, how: HandBack) -> None:
        back = self._shell.desk.take_overs.hand_back
        job = partial(back, taken, how, self._seconds_of(taken))
        self._shell.desk.lanes.run(Lane.WRITE, job)

    def _seconds_of(self, taken: TakeOver) -> int:
        return round(self._shell.desk.clock.monotonic() - taken.since)

    # Giving time

    def _on_give_time(self, _wish: w.GiveTime) -> None:
        if self._taken is None:
            return
        desk = self._shell.desk
        give = partial(desk.take_overs.give_time, self._taken.visit_id, self._taken.staff)
        desk.lanes.run(Lane.WRITE, give)
        self._take_time()

    def _take_time(self) -> None:
        self._shell.idle.give_time()
        self._calm_until = self._shell.desk.clock.now() + timedelta(seconds=CALM_SECONDS)
        self._tell()

    @Slot()
    def _on_calm_over(self) -> None:
        self._calm_until = None
        self._tell()

    def _tell(self) -> None:
        """Show at the top who has the screen, and how long it waits."""
        name = self._taken.staff.name if self._taken else ""
        self._shell.window.attend(AttendedModel(name, self._calm_until))
