"""The citizen's shell, as far as keeping a place goes: for a while, or with a slip for days.

A slip that keeps a place leads back to the same step. Where that cannot be, the procedure's page
says so in one sentence, and nothing is ticked that the person did not tick.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.flow import Place, ScreenName, aside
from kiosk.domain.held_place import PLACE_TOLD, VALID_DAYS, FoundPlace, HeldPlace
from kiosk.domain.idle import HOLD_SECONDS
from kiosk.domain.visit import VisitEventKind
from ui.citizen import wishes as w
from ui.citizen.models import FetchModel, HoldModel, ProcedureModel

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell


class PlaceSide(QObject):
    """The place of whoever goes to fetch papers, and of whoever comes back with a slip."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.FetchPapers: self._on_fetch,
            w.HoldHere: self._on_hold,
            w.KeepPlace: self._on_keep,
        }

    def forget(self) -> None:
        """Let go of what was to be said."""
        self._told = ("", "")

    def fetch_model(self) -> FetchModel:
        """Return how long either way keeps the place."""
        return FetchModel(HOLD_SECONDS // 60, VALID_DAYS)

    def hold_model(self) -> HoldModel:
        """Return until when the place is held."""
        return HoldModel(self._shell.desk.clock.now() + timedelta(seconds=HOLD_SECONDS))

    def procedure_model(self, place: Place) -> ProcedureModel:
        """Return a procedure's page, with what has become of a place kept in it."""
        shell = self._shell
        code, told = self._told
        model = shell.builder.procedure(place, shell.present())
        return replace(model, notice=told if code == place.procedure_code else "")

    def open(self, found: FoundPlace) -> None:
        """Go back to a place that a scanned slip has kept, as far as it is still there."""
        shell, held = self._shell, found.place
        visit = shell.present()
        shell.visit = replace(
            visit,
            procedure_code=held.procedure_code,
            answers=held.answers,
            ticked_papers=held.ticked,
            tapped_barriers=(),
        )
        self._told = (held.procedure_code, PLACE_TOLD[found.problem] if found.problem else "")
        shell.flow.home()
        shell.flow.go(Place(ScreenName.PROCEDURE, None, held.procedure_code))
        shell.mark(VisitEventKind.PROCEDURE_OPENED)
        shell.mark(VisitEventKind.PLACE_FOUND)
        if held.step_id:
            shell.flow.go(Place(ScreenName.STEP, None, held.procedure_code, held.step_id))
            shell.mark(VisitEventKind.STEP_SHOWN)
        shell.show()

    def _on_fetch(self, _wish: w.FetchPapers) -> None:
        self._shell.go(aside(self._shell.flow.current, ScreenName.FETCH))

    def _on_hold(self, _wish: w.HoldHere) -> None:
        """Hold the place; whoever comes back meets the page they left and not the question."""
        flow = self._shell.flow
        flow.replace(aside(flow.current, ScreenName.HOLD))
        self._shell.show()

    def _on_keep(self, _wish: w.KeepPlace) -> None:
        shell = self._shell
        visit, procedure = shell.present(), shell.procedure()
        held = HeldPlace(
            procedure.code, shell.flow.current.step_id, visit.answers, visit.ticked_papers
        )
        issue = shell.desk.slips.issue_place
        shell.slips.begin(partial(issue, procedure, held, visit_id=visit.id))
