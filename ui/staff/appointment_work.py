"""The console's work on appointments: the day view, and how many ask for another day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.services.appointments import DayView
from kiosk.services.ports import Topic
from kiosk.services.working_days import holiday_name
from ui.lanes import Lane
from ui.staff.mobile import wishes as mw
from ui.staff.mobile.models import AppointmentsModel
from ui.staff.models import StaffScreenName

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell


class AppointmentWork(QObject):
    """The day in front, and the wishes that wait for staff (`wishes`)."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {mw.ShowDay: self._on_show_day}

    def forget(self) -> None:
        """Begin with today again when the console is locked."""
        self.wishes = 0
        self._day: date | None = None

    def open(self) -> None:
        """Read the day in front, today at first, and show it."""
        self._show(self._day or office_day(self._shell.desk.clock.now()))

    def follow(self, topics: set[Topic]) -> None:
        """Count the wishes again, and read the day in front, when promises changed."""
        if Topic.FOLLOW_UP not in topics:
            return
        self.count()
        if self._shell.is_showing(StaffScreenName.APPOINTMENTS):
            self.open()

    def count(self) -> None:
        """Read how many people ask for another day."""
        lanes = self._shell.desk.lanes
        lanes.run(Lane.READ, self._shell.desk.appointments.wishes, self._on_counted)

    def _on_counted(self, wishes: int) -> None:
        if wishes != self.wishes and self._shell.staff is not None:
            self.wishes = wishes
            self._shell.refresh_rail()

    def _on_show_day(self, wish: mw.ShowDay) -> None:
        self._show(wish.day)

    def _show(self, day: date) -> None:
        self._shell.screen, self._day = StaffScreenName.APPOINTMENTS, day
        job = partial(self._shell.desk.appointments.day, day, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_day, self._on_failed)

    def _on_day(self, view: DayView) -> None:
        if view.day == self._day and self._shell.is_showing(StaffScreenName.APPOINTMENTS):
            model = AppointmentsModel(view, self._shell.names, holiday_name(view.day))
            self._shell.show(StaffScreenName.APPOINTMENTS, model)

    def _on_failed(self, error: KnownError | BugError) -> None:
        if not self._shell.is_showing(StaffScreenName.APPOINTMENTS):
            return
        today = office_day(self._shell.desk.clock.now())
        view = DayView(self._day or today, today, ())
        problem = self._shell.plain(error)
        model = AppointmentsModel(view, self._shell.names, problem=problem)
        self._shell.show(StaffScreenName.APPOINTMENTS, model)
