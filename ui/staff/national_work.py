"""The lead's import of the national catalogue: read in one lane, stored in another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.national import NationalImport
from kiosk.domain.staff import Role
from kiosk.services.national import NationalRows, read_national
from ui.lanes import Lane
from ui.staff.content.models import NationalModel
from ui.staff.content.wishes import ImportNational
from ui.staff.models import StaffScreenName

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell


class NationalWork(QObject):
    """For the lead only."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {ImportNational: self._on_import}

    def forget(self) -> None:
        """Drop the rows that were left out when the console is locked."""
        self._model = NationalModel()

    def open(self) -> None:
        """Read what was imported last and show it."""
        self._shell.screen = StaffScreenName.NATIONAL
        self.forget()
        latest = self._shell.desk.national.latest
        self._shell.desk.lanes.run(Lane.READ, latest, self._on_latest, self._on_failed)

    def _on_latest(self, imported: NationalImport | None) -> None:
        self._show(NationalModel(imported))

    def _on_import(self, wish: ImportNational) -> None:
        if self._shell.logged_in().role is not Role.LEAD:
            return
        self._show(NationalModel(self._model.imported, is_importing=True))
        job = partial(read_national, wish.path)
        done = partial(self._on_read, wish.path.name)
        self._shell.desk.lanes.run(Lane.GENERAL, job, done, self._on_failed)

    def _on_read(self, file: str, rows: NationalRows) -> None:
        staff = self._shell.staff
        if staff is None:
            return  # locked meanwhile: nobody is there to answer for it
        job = partial(self._shell.desk.national.take, rows, file, staff)
        done = partial(self._on_taken, rows)
        self._shell.desk.lanes.run(Lane.WRITE, job, done, self._on_failed)

    def _on_taken(self, rows: NationalRows, imported: NationalImport) -> None:
        plain = self._shell.desk.plain
        refused = ((row.line, plain(row.reason, dict(row.fields))) for row in rows.problems)
        self._show(NationalModel(imported, tuple(refused)))

    def _on_failed(self, error: KnownError | BugError) -> None:
        self._show(NationalModel(self._model.imported, problem=self._shell.plain(error)))

    def _show(self, model: NationalModel) -> None:
        self._model = model
        if self._shell.is_showing(StaffScreenName.NATIONAL):
            self._shell.show(StaffScreenName.NATIONAL, model)
