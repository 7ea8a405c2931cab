"""The console's work for whoever is still at the machine: time, and hands on their screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.idle import CALM_SECONDS
from kiosk.domain.words import N_
from kiosk.services.ports import Topic
from ui.lanes import Lane
from ui.staff import wishes as w

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell

_GIVEN = N_("Máy chưa hỏi người dân trong {minutes} phút tới.")


class PatienceWork(QObject):
    """Puts the idle warning off, and works on the citizen's screen in one-screen mode."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {w.GiveTime: self._on_give_time, w.WorkOnScreen: self._on_work}

    def forget(self) -> None:
        """Do nothing: nothing is kept here."""

    def follow(self, topics: set[Topic]) -> None:
        """Read how long staff had the screen, once it may have been handed back."""
        form = self._shell.calls.form
        if Topic.VISIT in topics and form is not None and form.visit_id:
            desk = self._shell.desk
            job = partial(desk.take_overs.seconds_in, form.visit_id)
            done = partial(self._shell.calls.show_on_screen, form.visit_id)
            desk.lanes.run(Lane.READ, job, done)

    def _on_give_time(self, wish: w.GiveTime) -> None:
        desk = self._shell.desk
        give = partial(desk.take_overs.give_time, wish.visit_id, self._shell.logged_in())
        desk.lanes.run(Lane.WRITE, give, self._on_given, self._shell.on_failed)

    def _on_given(self, _nothing: None) -> None:
        minutes = CALM_SECONDS // 60
        self._shell.window.tell(self._shell.desk.plain(_GIVEN, {"minutes": minutes}))

    def _on_work(self, wish: w.WorkOnScreen) -> None:
        """Give the screen back to its page, with whoever is logged in at work on it."""
        self._shell.take_over_wanted.emit(self._shell.logged_in(), wish.visit_id)
        self._shell.lock()
