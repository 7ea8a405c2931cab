"""The console's work on entries without a call: help given elsewhere, today's list, corrections."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.assistance import Assistance
from kiosk.domain.errors import BugError, KnownError
from ui.lanes import Lane
from ui.staff import wishes as w
from ui.staff.models import StaffScreenName, TodayModel
from ui.staff.open_form import OpenForm, correction_form, form_without_call

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell


class EntryWork(QObject):
    """Opens the forms that have no call; `CallWork` keeps and stores what is filled in."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._is_correcting = False

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out; on the citizen's own screen none of them."""
        wishes: dict[type, Callable[[Any], None]] = {
            w.LogWithoutCall: self._on_without_call,
            w.CorrectEntry: self._on_correct,
            w.LeaveForm: self._on_leave,
        }
        return {wish: partial(self._unless_confined, handler) for wish, handler in wishes.items()}

    def forget(self) -> None:
        """Nothing is kept here when the console is locked."""
        self._is_correcting = False

    def open(self) -> None:
        """Read today's entries of whoever is logged in and show them."""
        self._shell.screen = StaffScreenName.TODAY
        job = partial(self._shell.desk.corrections.todays, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.READ, job, self._on_entries, self._on_entries_failed)

    def _unless_confined(self, handler: Callable[[Any], None], wish: object) -> None:
        if not self._shell.is_confined:
            handler(wish)

    def _on_entries(self, entries: tuple[Assistance, ...]) -> None:
        self._show(TodayModel(entries, self._shell.names))

    def _on_entries_failed(self, error: KnownError | BugError) -> None:
        self._show(TodayModel((), self._shell.names, self._shell.plain(error)))

    def _show(self, model: TodayModel) -> None:
        if self._shell.is_showing(StaffScreenName.TODAY):
            self._shell.show(StaffScreenName.TODAY, model)

    def _on_without_call(self, _wish: w.LogWithoutCall) -> None:
        self._is_correcting = False
        desk, me = self._shell.desk, self._shell.logged_in()
        job = partial(form_without_call, desk, me)
        desk.lanes.run(Lane.READ, job, self._on_form, self._shell.on_failed)

    def _on_correct(self, wish: w.CorrectEntry) -> None:
        self._is_correcting = True
        desk, me = self._shell.desk, self._shell.logged_in()
        job = partial(correction_form, desk, wish.assistance_id, me)
        desk.lanes.run(Lane.READ, job, self._on_form, self._shell.on_failed)

    def _on_form(self, form: OpenForm) -> None:
        if self._shell.staff is not None:
            self._shell.calls.show_form(form)

    def _on_leave(self, _wish: w.LeaveForm) -> None:
        if self._is_correcting:
            self.open()
        else:
            self._shell.calls.open()
