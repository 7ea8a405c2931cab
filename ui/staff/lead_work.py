"""The lead's pages: the assistance log with its filters and export, one entry, and the accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.assistance import (
    Assistance,
    AssistanceFilter,
    AssistanceSummary,
)
from kiosk.domain.calendar import office_day, office_time
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.staff import Role, Staff
from kiosk.domain.words import N_
from kiosk.services.accounts import IssuedPin
from kiosk.services.atomic import write_bytes
from kiosk.services.figures import Ease
from ui.lanes import Lane
from ui.staff import wishes as w
from ui.staff.models import AccountsModel, EntryModel, LogModel, StaffScreenName
from ui.staff.one_change import OneChange

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell

_EXPORTED = N_("Đã lưu {count} dòng vào {path}")


@dataclass(frozen=True, slots=True)
class _Log:
    entries: tuple[Assistance, ...]
    summary: AssistanceSummary
    staff: tuple[Staff, ...]
    ease: Ease | None = None


@dataclass(frozen=True, slots=True)
class _Export:
    wanted: AssistanceFilter
    rows: tuple[Assistance, ...]
    ease: Ease | None


class LeadWork(QObject):
    """Log, export and accounts; every method here is for the lead only."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        wishes: dict[type, Callable[[Any], None]] = {
            w.FilterLog: self._on_filter,
            w.OpenEntry: self._on_open_entry,
            w.ExportLog: self._on_export,
            w.AddSupporter: self._on_add,
            w.BlockStaff: self._on_block,
            w.IssuePin: self._on_issue,
            w.PinSeen: self._on_pin_seen,
        }
        return {wish: partial(self._as_lead, handler) for wish, handler in wishes.items()}

    def forget(self) -> None:
        """Drop filter and issued PIN when the console is locked."""
        self._wanted = AssistanceFilter()
        self._log: LogModel | None = None
        self._issued: IssuedPin | None = None
        self._changing = OneChange(self._shell.desk.lanes)

    def open_log(self) -> None:
        """Read the log under the filter and show it."""
        self._shell.screen = StaffScreenName.LOG
        self._shell.desk.lanes.run(
            Lane.READ, partial(self._load, self._wanted), self._on_log, self._on_log_failed
        )

    def open_accounts(self) -> None:
        """Read the accounts and show them."""
        self._shell.screen = StaffScreenName.ACCOUNTS
        failed = partial(self._shell.on_not_opened, StaffScreenName.ACCOUNTS)
        read = self._shell.desk.accounts.staff
        self._shell.desk.lanes.run(Lane.READ, read, self._on_accounts, failed)

    def _as_lead(self, handler: Callable[[Any], None], wish: object) -> None:
        if self._shell.logged_in().role is Role.LEAD:
            handler(wish)

    def _load(self, wanted: AssistanceFilter) -> _Log:
        desk = self._shell.desk
        return _Log(
            desk.log.find(wanted),
            desk.log.summary(wanted),
            desk.accounts.staff(),
            desk.figures.ease(wanted),
        )

    def _on_log(self, log: _Log) -> None:
        if not self._shell.is_showing(StaffScreenName.LOG):
            return
        self._log = self._log_model(log)
        self._shell.show(StaffScreenName.LOG, self._log)

    def _log_model(self, log: _Log) -> LogModel:
        desk = self._shell.desk
        return LogModel(
            wanted=self._wanted,
            entries=log.entries,
            summary=log.summary,
            names=self._shell.names,
            procedures=tuple((p.code, p.title) for p in desk.catalogue.all),
            villages=self._shell.villages,
            staff=log.staff,
            today=office_day(desk.clock.now()),
            ease=log.ease,
        )

    def _on_log_failed(self, error: KnownError | BugError) -> None:
        if not self._shell.is_showing(StaffScreenName.LOG):
            return
        model = self._log_model(_Log((), AssistanceSummary(0, {}, 0), ()))
        self._shell.show(StaffScreenName.LOG, replace(model, problem=self._shell.plain(error)))

    def _on_filter(self, wish: w.FilterLog) -> None:
        self._wanted = wish.wanted
        self.open_log()

    def _on_open_entry(self, wish: w.OpenEntry) -> None:
        self._shell.screen = StaffScreenName.ENTRY
        job = partial(self._read_entry, wish.assistance_id, self._shell.logged_in())
        failed = partial(self._shell.on_not_opened, StaffScreenName.ENTRY)
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_entry, failed)

    def _read_entry(self, assistance_id: str, lead: Staff) -> EntryModel:
        desk = self._shell.desk
        entry = desk.log.get(assistance_id, lead)
        return EntryModel(
            entry.assistance,
            self._shell.names,
            entry.person,
            entry.follow_up,
            desk.corrections.history(assistance_id, lead),
        )

    def _on_entry(self, model: EntryModel) -> None:
        if self._shell.is_showing(StaffScreenName.ENTRY):
            self._shell.show(StaffScreenName.ENTRY, model)

    def _on_export(self, wish: w.ExportLog) -> None:
        job = partial(self._read_export, wish.wanted, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_read, self._on_export_failed)

    def _read_export(self, wanted: AssistanceFilter, lead: Staff) -> _Export:
        desk = self._shell.desk
        return _Export(wanted, desk.log.rows_for_export(wanted, lead), desk.figures.ease(wanted))

    def _on_read(self, export: _Export) -> None:
        job = partial(self._write_export, export)
        self._shell.desk.lanes.run(Lane.GENERAL, job, self._on_exported, self._on_export_failed)

    def _write_export(self, export: _Export) -> str:
        desk = self._shell.desk
        now, names = desk.clock.now(), self._shell.names
        data = desk.export(export.rows, export.wanted, names, export.ease, now)
        moment = office_time(now)
        path = desk.paths.exports / f"assistance-{moment:%Y%m%d-%H%M%S}.xlsx"
        write_bytes(path, data)
        return desk.plain(_EXPORTED, {"count": len(export.rows), "path": str(path)})

    def _on_exported(self, message: str) -> None:
        self._tell(message=message)

    def _on_export_failed(self, error: KnownError | BugError) -> None:
        self._tell(problem=self._shell.plain(error))

    def _tell(self, message: str = "", problem: str = "") -> None:
        if self._log is not None and self._shell.is_showing(StaffScreenName.LOG):
            self._log = replace(self._log, message=message, problem=problem)
            self._shell.show(StaffScreenName.LOG, self._log)
        else:
            self._shell.tell(message or problem)

    def _on_accounts(self, staff: tuple[Staff, ...]) -> None:
        if self._shell.is_showing(StaffScreenName.ACCOUNTS):
            issued = self._issued
            model = AccountsModel(
                staff,
                issued_for=issued.staff.name if issued else "",
                issued_pin=issued.pin if issued else "",
            )
            self._shell.show(StaffScreenName.ACCOUNTS, model)

    def _on_add(self, wish: w.AddSupporter) -> None:
        job = partial(self._shell.desk.accounts.add_supporter, wish.name, self._shell.logged_in())
        self._changing.run(job, self._on_issued, self._shell.on_failed)

    def _on_issue(self, wish: w.IssuePin) -> None:
        lead = self._shell.logged_in()
        job = partial(self._shell.desk.accounts.reissue_pin, wish.staff_id, lead)
        self._changing.run(job, self._on_issued, self._shell.on_failed)

    def _on_block(self, wish: w.BlockStaff) -> None:
        accounts, lead = self._shell.desk.accounts, self._shell.logged_in()
        change = accounts.block if wish.is_blocked else accounts.unblock
        job = partial(change, wish.staff_id, lead)
        self._changing.run(job, self._on_account_changed, self._shell.on_failed)

    def _on_issued(self, issued: IssuedPin) -> None:
        if self._shell.staff is None:
            return  # locked meanwhile: a PIN is shown to nobody but the lead who asked for it
        self._issued = issued
        self.open_accounts()

    def _on_account_changed(self, _staff: Staff) -> None:
        if self._shell.staff is not None:
            self.open_accounts()

    def _on_pin_seen(self, _wish: w.PinSeen) -> None:
        self._issued = None
        self.open_accounts()
