"""The citizen's shell, as far as slips go: printing papers slips, reading scanned ones, holding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.errors import BugError
from kiosk.domain.flow import ScreenName, aside
from kiosk.domain.follow_up import FOLLOW_UP_LABELS, FollowUp
from kiosk.domain.idle import HOLD_SECONDS
from kiosk.domain.slip_code import grouped
from kiosk.domain.visit import VisitEventKind
from kiosk.services.slips import ScanKind, ScanResult
from ui.citizen import wishes as w
from ui.citizen.models import AppointmentModel, HoldModel, SlipModel
from ui.lanes import Lane
from ui.slip_run import SlipProgress, SlipRun

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell


class SlipSide(QObject):
    """Papers slips for whoever stands here, and the appointment on a slip they bring."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        desk = shell.desk
        self.run = SlipRun(desk.lanes, desk.slips, desk.printer, desk.printer_choice, self)
        self.run.progressed.connect(self._on_progressed)
        self._scanned: tuple[ScanResult, FollowUp | None] | None = None

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {w.PrintPapers: self._on_print_papers, w.SlipCameOut: self._on_came_out}

    def forget(self) -> None:
        """Let go of the visit's slip and appointment."""
        self.run.progress = SlipProgress()
        self._scanned = None

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
        )

    def appointment_model(self) -> AppointmentModel:
        """Return what the scanned slip says, in the language of this moment."""
        if self._scanned is None:
            raise BugError("the appointment screen needs a scanned slip")
        result, follow_up = self._scanned
        shell = self._shell
        if follow_up is None:
            t = shell.desk.translators[shell.looks.language]
            return AppointmentModel(problem=t(result.message))
        procedure = shell.builder.catalogue.by_code(follow_up.procedure_code)
        return AppointmentModel(
            how=FOLLOW_UP_LABELS[follow_up.kind],
            procedure=procedure.title if procedure else "",
            due=follow_up.due,
            half_day=follow_up.half_day,
            bring=shell.papers_told(follow_up.bring, follow_up.procedure_code),
            phone=shell.desk.office.hotline,
        )

    def hold_model(self) -> HoldModel:
        """Return until when the place is held."""
        return HoldModel(self._shell.desk.clock.now() + timedelta(seconds=HOLD_SECONDS))

    def scan(self, payload: str) -> None:
        """Read a slip held to the scanner; only the home and attract screens take one."""
        if self._shell.flow.current.screen not in (ScreenName.ATTRACT, ScreenName.HOME):
            return
        visit = self._shell.present()
        desk = self._shell.desk
        job = partial(self._read, payload)
        desk.lanes.run(Lane.READ, job, self._on_scanned, visit=visit.number)

    def _read(self, payload: str) -> tuple[ScanResult, FollowUp | None]:
        """Return the check's answer, and the appointment behind a good follow-up slip."""
        desk = self._shell.desk
        result = desk.slips.verify(payload)
        if result.kind is not ScanKind.FOLLOW_UP or result.slip is None:
            return result, None
        return result, desk.help.endings.of_follow_up(result.slip.follow_up_id)

    def _on_scanned(self, answer: tuple[ScanResult, FollowUp | None]) -> None:
        self._scanned = answer
        shell = self._shell
        shell.go(aside(shell.flow.current, ScreenName.APPOINTMENT))

    def _on_print_papers(self, _wish: w.PrintPapers) -> None:
        shell = self._shell
        visit, procedure = shell.present(), shell.procedure()
        bring = shell.builder.paper_titles(procedure, visit.answers)
        elsewhere = procedure.not_here_for(visit.answers)
        issue = partial(
            shell.desk.slips.issue_papers,
            procedure,
            bring,
            visit_id=visit.id,
            where=elsewhere.where if elsewhere else "",
        )
        shell.flow.go(aside(shell.flow.current, ScreenName.SLIP))
        # A slip leans on its visit, whose first marks may still wait in the journal.
        stored = partial(shell.desk.visits.after_waiting, issue)
        self.run.begin(stored, visit=visit.number)

    def _on_came_out(self, wish: w.SlipCameOut) -> None:
        if wish.came_out:
            self._shell.mark(VisitEventKind.SLIP_PRINTED)
            self.run.answer(came_out=True)
        elif self.run.progress.tries == 1:
            self.run.answer(came_out=False)
            self.run.again(None)
        else:
            self.run.answer(came_out=False)

    @Slot(object)
    def _on_progressed(self, _progress: SlipProgress) -> None:
        if self._shell.flow.current.screen is ScreenName.SLIP:
            self._shell.show()
