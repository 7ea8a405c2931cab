"""The citizen's shell, as far as slips without a person go: printing them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.flow import ScreenName, aside
from kiosk.domain.slip import Paper
from kiosk.domain.slip_code import grouped
from kiosk.domain.visit import VisitEventKind
from kiosk.services.slips import IssuedSlip
from kiosk.services.visits import VisitLog
from ui.citizen import wishes as w
from ui.citizen.models import SlipModel
from ui.slip_run import SlipProgress, SlipRun

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell


class SlipSide(QObject):
    """Papers slips for whoever stands here."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        desk = shell.desk
        self.run = SlipRun(desk.lanes, desk.slips, desk.printer, desk.printer_choice, self)
        self.run.progressed.connect(self._on_progressed)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.PrintPapers: self._on_print_papers,
            w.SlipCameOut: self._on_came_out,
            w.TrySlip: self._on_try,
        }

    def forget(self) -> None:
        """Let go of the visit's slip."""
        self.run.forget()

    def model(self) -> SlipModel:
        """Return where the slip stands."""
        progress = self.run.progress
        slip = progress.issued.slip if progress.issued else None
        shell = self._shell
        t = shell.desk.translators[shell.looks.language]
        problem = progress.problem
        return SlipModel(
            state=progress.state,
            is_busy=progress.is_busy,
            number=slip.number if slip else "",
            code=grouped(slip.code) if slip else "",
            payload=slip.payload if slip else "",
            problem=t(problem.message, **problem.fields) if problem else "",
            cure=t(problem.cure, **problem.fields) if problem else "",
            tries=progress.tries,
            valid_until=progress.issued.content.valid_until if progress.issued else None,
        )

    def begin(self, issue: Callable[[Paper], IssuedSlip]) -> None:
        """Save and print what `issue` makes, and show how far it is."""
        shell = self._shell
        shell.flow.go(aside(shell.flow.current, ScreenName.SLIP))
        # A slip leans on its visit, whose first marks may still wait in the journal.
        stored = partial(_after_waiting, shell.desk.visits, issue)
        self.run.begin(stored, visit=shell.present().number)

    def _on_print_papers(self, _wish: w.PrintPapers) -> None:
        shell = self._shell
        visit, procedure = shell.present(), shell.procedure()
        bring = shell.builder.paper_titles(procedure, visit.answers)
        elsewhere = procedure.not_here_for(visit.answers)
        where = elsewhere.where if elsewhere else ""
        issue = shell.desk.slips.issue_papers
        self.begin(partial(issue, procedure, bring, visit_id=visit.id, where=where))

    def _on_came_out(self, wish: w.SlipCameOut) -> None:
        if wish.came_out:
            self._shell.mark(VisitEventKind.SLIP_PRINTED)
            self.run.answer(came_out=True)
        elif self.run.progress.tries == 1:
            self.run.answer(came_out=False)
            self.run.again(None)
        else:
            self.run.answer(came_out=False)

    def _on_try(self, _wish: w.TrySlip) -> None:
        if not self.run.progress.is_busy:
            self.run.again(None)

    @Slot(object)
    def _on_progressed(self, _progress: SlipProgress) -> None:
        if self._shell.flow.current.screen is ScreenName.SLIP:
            self._shell.show()


def _after_waiting(
    visits: VisitLog, issue: Callable[[Paper], IssuedSlip], paper: Paper
) -> IssuedSlip:
    return visits.after_waiting(partial(issue, paper))
