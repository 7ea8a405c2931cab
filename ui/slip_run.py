"""Brings one slip from a wish to paper, and asks whether it really came out.

The slip is saved first, in the write lane; then it is spooled in the general lane, or kept as a PDF
when there is no printer. "Printed" is never claimed: only a person's answer makes it `came_out`,
and a second try is a new version. A slip that could not be saved is simply asked for once more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.slip import Paper, PrintState
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.ports import SlipPrinter
from kiosk.services.slips import IssuedSlip, Slips
from ui.lanes import Lane, Lanes

_NOT_PRINTED = N_("Máy chưa in được phiếu này.")
_ASK_STAFF = N_("Ông/bà chép mã, hoặc gọi cán bộ.")
_NOT_SAVED = N_("Máy chưa ghi được.")
_TRY_AGAIN = N_("Bấm “Thử lại”.")


@dataclass(frozen=True, slots=True)
class SlipProgress:
    """Where a slip stands; `issued` is None until it is saved.

    Neither busy nor issued, it could not be saved, and `problem` says why.
    """

    issued: IssuedSlip | None = None
    is_busy: bool = True
    state: PrintState = PrintState.SAVED
    problem: KnownError | None = None
    tries: int = 1


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """The printer and paper of this machine; an empty name means "keep the PDF"."""

    name: str
    paper: Paper


class SlipRun(QObject):
    """One slip at a time, for the citizen's window or the console.

    Signals: `progressed` carries a SlipProgress at every change.
    """

    progressed = Signal(object)

    def __init__(
        self,
        lanes: Lanes,
        slips: Slips,
        printer: SlipPrinter,
        choice: Callable[[], PrinterChoice],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._slips = slips
        self._printer = printer
        self._choice = choice
        self.forget()

    def forget(self) -> None:
        """Let go of the slip, and of how it would be made once more."""
        self._visit: int | None = None
        self._issue: Callable[[Paper], IssuedSlip] | None = None
        self.progress = SlipProgress()

    def begin(self, issue: Callable[[Paper], IssuedSlip], *, visit: int | None = None) -> None:
        """Save and print what `issue` makes; `visit` ties the result to that visit."""
        self._visit, self._issue = visit, issue
        self._save()

    def again(self, staff: Staff | None) -> None:
        """Print once more, as a new version; what could not be saved is saved now."""
        issued = self.progress.issued
        if issued is None:
            self._save()
            return
        self._move(
            replace(self.progress, is_busy=True, problem=None, tries=self.progress.tries + 1)
        )
        job = partial(self._slips.reprint, issued.slip.id, staff, self._choice().paper)
        self._lanes.run(Lane.WRITE, job, self._on_saved, self._on_failed, visit=self._visit)

    def answer(self, *, came_out: bool) -> None:
        """Keep the person's word on whether paper came out."""
        state = PrintState.CAME_OUT if came_out else PrintState.DID_NOT
        self._settle(state)

    def _save(self) -> None:
        if self._issue is None:
            return
        self._move(SlipProgress())
        job = partial(self._issue, self._choice().paper)
        self._lanes.run(Lane.WRITE, job, self._on_saved, self._on_failed, visit=self._visit)

    def _on_saved(self, issued: IssuedSlip) -> None:
        self._move(replace(self.progress, issued=issued))
        choice = self._choice()
        if not choice.name:
            self._settle(PrintState.KEPT_AS_PDF)
            return
        job = partial(self._printer.print_pdf, issued.pdf, choice.name, issued.slip.number)
        self._lanes.run(Lane.GENERAL, job, self._on_spooled, self._on_failed, visit=self._visit)

    def _on_spooled(self, _nothing: None) -> None:
        self._settle(PrintState.SPOOLED)

    def _on_failed(self, error: KnownError | BugError) -> None:
        """Say why nothing came: nobody need be asked whether paper did."""
        is_saved = self.progress.issued is not None
        ours = (_NOT_PRINTED, _ASK_STAFF) if is_saved else (_NOT_SAVED, _TRY_AGAIN)
        known = error if isinstance(error, KnownError) else KnownError(*ours)
        self.progress = replace(self.progress, problem=known)
        self._settle(PrintState.DID_NOT if is_saved else PrintState.SAVED)

    def _settle(self, state: PrintState) -> None:
        self._move(replace(self.progress, is_busy=False, state=state))
        self._store(state)

    def _store(self, state: PrintState) -> None:
        if self.progress.issued is not None:
            job = partial(self._slips.set_print_state, self.progress.issued.slip.id, state)
            self._lanes.run(Lane.WRITE, job)

    def _move(self, progress: SlipProgress) -> None:
        self.progress = progress
        self.progressed.emit(progress)
