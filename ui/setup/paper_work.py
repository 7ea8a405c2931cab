"""The set-up's work with paper: choosing and trying the printer, and the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.domain.slip import Paper
from kiosk.domain.words import N_
from kiosk.services.atomic import write_bytes
from kiosk.services.documents.recovery_pdf import recovery_pdf
from kiosk.services.documents.trial_page import trial_page_pdf
from ui.lanes import Lane
from ui.setup import wishes as w
from ui.setup.models import PrinterModel, RecoveryModel, SetupPageName

if TYPE_CHECKING:
    from ui.setup.shell import SetupShell

_SENT = N_("Đã gửi tờ in thử. Xem giấy đã ra chưa.")
_SHEET_SENT = N_("Đã gửi đến máy in. Cất tờ này trong két.")
_SHEET_KEPT = N_("Chưa có máy in. Phiếu đã lưu ở {path}")


class PaperWork(QObject):
    """Printer page and recovery page."""

    def __init__(self, shell: SetupShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._printers: tuple[str, ...] = ()
        self._printer: PrinterModel | None = None
        self._groups: tuple[str, ...] = ()
        self._recovery: RecoveryModel | None = None

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {
            w.PrintTest: self._on_print_test,
            w.PrintRecovery: self._on_print_recovery,
            w.ConfirmRecovery: self._on_confirm,
        }

    def entering(self, page: SetupPageName) -> None:
        """Fetch what a page needs that is slow to get."""
        lanes = self._shell.desk.lanes
        if page is SetupPageName.PRINTER and not self._printers:
            lanes.run(Lane.GENERAL, self._shell.desk.printer.printers, self._on_printers)
        if page is SetupPageName.RECOVERY and not self._groups:
            lanes.run(
                Lane.WRITE, self._shell.desk.office.make_key, self._on_groups, self.on_refused
            )

    def printer_model(self) -> PrinterModel:
        """Return the printer page's model."""
        settings = self._shell.settings
        self._printer = PrinterModel(
            self._shell.progress(),
            self._printers,
            settings.printer,
            settings.paper,
            settings.counter,
        )
        return self._printer

    def recovery_model(self) -> RecoveryModel:
        """Return the recovery page's model."""
        confirmed = self._shell.state().recovery_confirmed
        self._recovery = RecoveryModel(self._shell.progress(), self._groups, confirmed)
        return self._recovery

    def on_refused(self, error: KnownError | BugError) -> None:
        """Tell of a failure on the page in front."""
        if self._shell.is_showing(SetupPageName.RECOVERY):
            self._show_recovery(problem=self._shell.plain(error))
        elif self._shell.is_showing(SetupPageName.PRINTER):
            self._show_printer(problem=self._shell.plain(error))

    def _on_printers(self, printers: tuple[str, ...]) -> None:
        self._printers = printers
        if self._shell.is_showing(SetupPageName.PRINTER):
            self._shell.show(SetupPageName.PRINTER, self.printer_model())

    def _on_groups(self, groups: tuple[str, ...]) -> None:
        self._groups = groups
        if self._shell.is_showing(SetupPageName.RECOVERY):
            self._shell.show(SetupPageName.RECOVERY, self.recovery_model())

    def _on_print_test(self, wish: w.PrintTest) -> None:
        self._show_printer(is_busy=True)
        job = partial(self._print_test, wish.printer, wish.paper)
        self._shell.desk.lanes.run(Lane.GENERAL, job, self._on_test_sent, self.on_refused)

    def _print_test(self, printer: str, paper: Paper) -> None:
        office = self._shell.state().profile or EXAMPLE_OFFICE
        pdf = trial_page_pdf(office, paper, self._shell.desk.clock.now())
        self._shell.desk.printer.print_pdf(pdf, printer, "dong-hanh-so-test")

    def _on_test_sent(self, _nothing: None) -> None:
        self._show_printer(message=self._shell.desk.t(_SENT))

    def _show_printer(self, *, is_busy: bool = False, message: str = "", problem: str = "") -> None:
        if self._printer is not None and self._shell.is_showing(SetupPageName.PRINTER):
            self._printer = replace(
                self._printer, is_busy=is_busy, message=message, problem=problem
            )
            self._shell.show(SetupPageName.PRINTER, self._printer)

    def _on_print_recovery(self, _wish: w.PrintRecovery) -> None:
        self._show_recovery(is_busy=True)
        self._shell.desk.lanes.run(
            Lane.GENERAL, self._print_recovery, self._on_recovery_sent, self.on_refused
        )

    def _print_recovery(self) -> str:
        """Print the sheet, or keep it where there is no printer; return what to tell."""
        shell = self._shell
        profile = shell.state().profile
        today = office_day(shell.desk.clock.now())
        pdf = recovery_pdf(profile.name if profile else "", self._groups, today)
        if shell.settings.printer:
            shell.desk.printer.print_pdf(pdf, shell.settings.printer, "dong-hanh-so-recovery")
            return shell.desk.t(_SHEET_SENT)
        path = self._sheet_path()
        write_bytes(path, pdf, mode=0o600)
        return shell.desk.t(_SHEET_KEPT, path=str(path))

    def _sheet_path(self) -> Path:
        return self._shell.desk.paths.lists / "recovery-sheet.pdf"

    def _on_recovery_sent(self, message: str) -> None:
        self._show_recovery(message=message)

    def _on_confirm(self, wish: w.ConfirmRecovery) -> None:
        job = partial(self._confirm, wish.typed)
        self._shell.changes.run(job, self._shell.go_next, self.on_refused)

    def _confirm(self, typed: str) -> None:
        """Check what was typed; then the key may no longer lie about as a PDF."""
        self._shell.desk.office.confirm_recovery(typed, self._shell.desk.by)
        self._sheet_path().unlink(missing_ok=True)

    def _show_recovery(
        self, *, is_busy: bool = False, message: str = "", problem: str = ""
    ) -> None:
        if self._recovery is not None and self._shell.is_showing(SetupPageName.RECOVERY):
            self._recovery = replace(
                self._recovery, is_busy=is_busy, message=message, problem=problem
            )
            self._shell.show(SetupPageName.RECOVERY, self._recovery)
