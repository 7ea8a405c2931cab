"""The citizen's shell, as far as the guide follows the live page: proposing, and telling the lead.

Nothing here moves the guide by itself. What is missing in a page is told to the person at once and
to the lead once for each step and visit: where it was, and nothing of who was there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.follow import PagePlace, Standing
from kiosk.domain.visit import VisitEventKind
from ui.citizen.screens.portal_screen import PortalScreen
from ui.lanes import Lane
from ui.portal import wishes as w
from ui.portal.follower import PageFollower
from ui.portal.hint_look import hint_look
from ui.portal.models import FollowLook, PageLook, PageMoved, PageReady, Search

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell
    from ui.portal.web.live_page import LivePage


class FollowSide(QObject):
    """Follows one live page after the other."""

    def __init__(self, shell: CitizenShell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._live: LivePage | None = None
        self._told: set[tuple[str, str]] = set()
        self._follower = PageFollower(self)
        self._follower.sought.connect(self._on_sought)
        self._follower.changed.connect(self._on_changed)
        self._follower.missed.connect(self._on_missed)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {w.GoToStep: self._on_go_to_step}

    def look(self, place: Place) -> FollowLook:
        """Return what there is to say of the page beside the step of `place`."""
        is_in_front = self._follower.current_id == place.step_id
        return self._follower.look if is_in_front else FollowLook()

    def follow(self, live: LivePage) -> None:
        """Follow this page from now on."""
        self._live = live
        live.moved.connect(self._on_page)
        live.ready.connect(self._on_page)
        live.looked.connect(self._on_looked)
        live.hints.found.connect(self._follower.found)

    def forget(self) -> None:
        """The visit lets go of its page."""
        live, self._live = self._live, None
        if live is not None:
            live.moved.disconnect(self._on_page)
            live.ready.disconnect(self._on_page)
            live.looked.disconnect(self._on_looked)
            live.hints.found.disconnect(self._follower.found)
        self._told = set()
        self._follower.forget()

    def step_in(self) -> None:
        """Follow for the step that is shown beside the page now, or for none."""
        shell, screen = self._shell, self._shell.window.shown
        if self._live is None or not isinstance(screen, PortalScreen):
            self._follower.rest()
            return
        steps = shell.procedure().steps_for(shell.present().answers)
        hint = hint_look(screen.theme, self._live.watch.look.zoom)
        self._follower.aim(steps, shell.flow.current.step_id, hint)

    # The page

    @Slot(object)
    def _on_page(self, came: PageMoved | PageReady) -> None:
        self._follower.came(PagePlace(came.address, came.route))

    @Slot(object)
    def _on_looked(self, look: PageLook) -> None:
        self._follower.watch(look)
        if self._shell.flow.current.screen is ScreenName.PORTAL:
            self.step_in()  # larger or smaller letters: the hint keeps its millimetres

    @Slot(object)
    def _on_sought(self, search: Search | None) -> None:
        if self._live is not None:
            self._live.hints.seek(search)

    @Slot(object)
    def _on_changed(self, look: FollowLook) -> None:
        screen = self._shell.window.shown
        if isinstance(screen, PortalScreen):
            # The words that are being read are shown anew, in another order.
            self._shell.voice.reader.stop()
            screen.follow(look)
            # Another button may come under a finger that was meant for the one before it.
            self._shell.window.ignore_presses()

    # What follows

    def _on_go_to_step(self, wish: w.GoToStep) -> None:
        """Go where the page is; whoever goes ahead has done the step in front."""
        shell = self._shell
        if self._follower.look.standing is Standing.AHEAD:
            shell.mark(VisitEventKind.STEP_CONFIRMED)
        code = shell.flow.current.procedure_code
        shell.show_step(Place(ScreenName.STEP, procedure_code=code, step_id=wish.step_id))

    @Slot(str, object)
    def _on_missed(self, step_id: str, place: PagePlace) -> None:
        code = self._shell.flow.current.procedure_code
        if (code, step_id) in self._told:
            return
        self._told.add((code, step_id))
        tell = partial(self._shell.desk.portal.reports.file, code, step_id, place.address)
        self._shell.desk.lanes.run(Lane.WRITE, tell)
