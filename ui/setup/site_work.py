"""The set-up's work with the sites that the page beside the guide may show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.errors import BugError, KnownError
from ui.lanes import Lane
from ui.setup import wishes as w
from ui.setup.models import SetupPageName, SitesModel

if TYPE_CHECKING:
    from ui.setup.shell import SetupShell


class SiteWork(QObject):
    """Reads and keeps the list; every change is kept at once, under the lead's name."""

    def __init__(self, shell: SetupShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._entries: tuple[str, ...] = ()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {w.AddSite: self._on_add, w.RemoveSite: self._on_remove}

    def entering(self, page: SetupPageName) -> None:
        """Read the list when its page opens."""
        if page is SetupPageName.SITES:
            desk = self._shell.desk
            desk.lanes.run(Lane.READ, desk.hosts.entries, self._on_entries, self._on_refused)

    def model(self) -> SitesModel:
        """Return the list as it is known now."""
        return SitesModel(self._shell.progress(), self._entries)

    def _on_add(self, wish: w.AddSite) -> None:
        self._keep([*self._entries, wish.entry])

    def _on_remove(self, wish: w.RemoveSite) -> None:
        self._keep(entry for entry in self._entries if entry != wish.entry)

    def _keep(self, entries: Iterable[str]) -> None:
        desk = self._shell.desk
        if desk.by is None:
            raise BugError("the list of sites is the lead's")
        if not self._entries:
            return  # Not read yet: what is kept would be lost.
        save = partial(desk.hosts.save, "\n".join(entries), desk.by)
        self._shell.changes.run(save, self._on_entries, self._on_refused)

    def _on_entries(self, entries: tuple[str, ...]) -> None:
        self._entries = entries
        self._show(self.model())

    def _on_refused(self, error: KnownError | BugError) -> None:
        problem = self._shell.plain(error)
        self._show(SitesModel(self._shell.progress(), self._entries, problem))

    def _show(self, model: SitesModel) -> None:
        if self._shell.is_showing(SetupPageName.SITES):
            self._shell.show(SetupPageName.SITES, model)
