"""The console's work on promises: the mobile list, one case, scanned slips, the printed list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.slip import Slip
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.follow_ups import MobileList
from kiosk.services.ports import Topic
from kiosk.services.slips import ScanKind, ScanResult
from ui.lanes import Lane
from ui.staff import wishes as w
from ui.staff.models import (
    FollowUpCaseModel,
    MobileListModel,
    ScanModel,
    StaffScreenName,
    VillageCases,
)

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell

_NO_VILLAGE = N_("Chưa rõ thôn")
_TITLES = {
    ScanKind.FOLLOW_UP: N_("Phiếu hẹn"),
    ScanKind.PAPERS: N_("Phiếu giấy tờ"),
    ScanKind.REPLACED: N_("Phiếu này đã có bản mới"),
}
_NOT_TAKEN = N_("Chưa mở được phiếu này")
_ASK = N_("Quét phiếu hoặc gõ mã")
_PRINTED = N_("Danh sách đã gửi đến máy in. Xem giấy đã ra chưa.")
_KEPT = N_("Chưa có máy in. Danh sách đã lưu ở {path}")


@dataclass(frozen=True, slots=True)
class _Case:
    follow_up: FollowUp
    slips: tuple[Slip, ...]


class CaseWork(QObject):
    """Follow-ups: list, case, attempts, scans, print."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {
            w.OpenFollowUp: self._on_open_follow_up,
            w.RecordAttempt: self._on_attempt,
            w.ReDate: self._on_re_date,
            w.CloseFollowUp: self._on_close,
            w.Withdraw: self._on_withdraw,
            w.PrintList: self._on_print,
            w.EnterCode: self._on_code,
        }

    def forget(self) -> None:
        """Drop list and case when the console is locked."""
        self._list: MobileListModel | None = None
        self._case_id = ""
        self._case: FollowUpCaseModel | None = None

    def open(self) -> None:
        """Read the mobile-service list and show it."""
        self._shell.screen = StaffScreenName.MOBILE_LIST
        job = partial(self._shell.desk.follow_ups.mobile_list, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_list, self._on_list_failed)

    def open_scan(self) -> None:
        """Show where a code is scanned or typed."""
        self._shell.show(StaffScreenName.SCAN, ScanModel(_ASK, ""))

    def open_case(self, follow_up_id: str) -> None:
        """Read one case (audited) and show it."""
        self._shell.screen = StaffScreenName.FOLLOW_UP
        self._case_id = follow_up_id
        job = partial(self._load_case, follow_up_id, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_case, self._shell.on_failed)

    def follow(self, topics: set[Topic]) -> None:
        """Read the list again when promises changed elsewhere."""
        if Topic.FOLLOW_UP in topics and self._shell.is_showing(StaffScreenName.MOBILE_LIST):
            self.open()

    def scan(self, payload: str) -> None:
        """Open what a scanned slip stands for, or say plainly why not."""
        job = partial(self._shell.desk.slips.verify, payload)
        self._shell.desk.lanes.run(Lane.READ, job, self._on_scanned, self._shell.on_failed)

    def _on_code(self, wish: w.EnterCode) -> None:
        job = partial(self._shell.desk.slips.find_by_code, wish.typed, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_scanned, self._on_code_refused)

    def _on_code_refused(self, error: KnownError | BugError) -> None:
        self._shell.show(StaffScreenName.SCAN, ScanModel(_NOT_TAKEN, self._shell.plain(error)))

    def _on_scanned(self, result: ScanResult) -> None:
        if result.kind is ScanKind.FOLLOW_UP and result.slip is not None:
            self.open_case(result.slip.follow_up_id)
            return
        follow_up_id = result.newest.follow_up_id if result.newest else ""
        t = self._shell.desk.t
        title = _TITLES.get(result.kind, _NOT_TAKEN)
        model = ScanModel(title, t(result.message), follow_up_id)
        self._shell.show(StaffScreenName.SCAN, model)

    def _on_list(self, found: MobileList) -> None:
        if not self._shell.is_showing(StaffScreenName.MOBILE_LIST):
            return
        t = self._shell.desk.t
        groups = tuple(
            VillageCases(
                group.village.name if group.village else t(_NO_VILLAGE),
                tuple(case.follow_up for case in group.cases),
            )
            for group in found.groups
        )
        self._list = MobileListModel(groups, self._shell.names, found.day, found.overdue)
        self._shell.show(StaffScreenName.MOBILE_LIST, self._list)

    def _on_list_failed(self, error: KnownError | BugError) -> None:
        today = office_day(self._shell.desk.clock.now())
        model = MobileListModel((), self._shell.names, today, 0, problem=self._shell.plain(error))
        self._shell.show(StaffScreenName.MOBILE_LIST, model)

    def _on_open_follow_up(self, wish: w.OpenFollowUp) -> None:
        self.open_case(wish.follow_up_id)

    def _load_case(self, follow_up_id: str, viewer: Staff) -> _Case:
        desk = self._shell.desk
        follow_up = desk.follow_ups.get(follow_up_id, viewer)
        return _Case(follow_up, desk.slips.of_follow_up(follow_up_id))

    def _on_case(self, case: _Case) -> None:
        is_wanted = case.follow_up.id == self._case_id
        if not is_wanted or not self._shell.is_showing(StaffScreenName.FOLLOW_UP):
            return
        newest = case.slips[-1] if case.slips else None
        self._case = FollowUpCaseModel(
            follow_up=case.follow_up,
            person=case.follow_up.person,
            names=self._shell.names,
            today=office_day(self._shell.desk.clock.now()),
            slip_id=newest.id if newest else "",
            slip_number=newest.number if newest else "",
        )
        self._shell.show(StaffScreenName.FOLLOW_UP, self._case)

    def _on_attempt(self, wish: w.RecordAttempt) -> None:
        self._change(
            partial(
                self._shell.desk.follow_ups.record_attempt,
                wish.follow_up_id,
                wish.result,
                self._shell.logged_in(),
                wish.next_due,
                wish.next_half_day,
            )
        )

    def _on_re_date(self, wish: w.ReDate) -> None:
        staff = self._shell.logged_in()
        change = self._shell.desk.follow_ups.re_date
        self._change(partial(change, wish.follow_up_id, wish.due, wish.half_day, staff))

    def _on_close(self, wish: w.CloseFollowUp) -> None:
        staff = self._shell.logged_in()
        self._change(partial(self._shell.desk.follow_ups.close_done, wish.follow_up_id, staff))

    def _on_withdraw(self, wish: w.Withdraw) -> None:
        staff = self._shell.logged_in()
        change = self._shell.desk.follow_ups.withdraw
        self._change(partial(change, wish.follow_up_id, wish.reason, staff))

    def _change(self, job: Callable[[], FollowUp]) -> None:
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_changed, self._on_change_refused)

    def _on_changed(self, follow_up: FollowUp) -> None:
        self.open_case(follow_up.id)

    def _on_change_refused(self, error: KnownError | BugError) -> None:
        if self._case is not None:
            model = replace(self._case, problem=self._shell.plain(error))
            self._shell.show(StaffScreenName.FOLLOW_UP, model)

    def _on_print(self, _wish: w.PrintList) -> None:
        if self._list is None:
            return
        self._list = replace(self._list, is_printing=True, message="", problem="")
        self._shell.show(StaffScreenName.MOBILE_LIST, self._list)
        job = partial(self._shell.desk.run_lists.make, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_list_made, self._on_print_failed)

    def _on_list_made(self, pdf: bytes) -> None:
        job = partial(self._spool, pdf)
        self._shell.desk.lanes.run(Lane.GENERAL, job, self._on_list_printed, self._on_print_failed)

    def _spool(self, pdf: bytes) -> str:
        """Save the list, print it where there is a printer, and return what to tell."""
        desk = self._shell.desk
        name = f"run-list-{desk.clock.now():%Y%m%d-%H%M%S}.pdf"
        path = desk.paths.lists / name
        path.write_bytes(pdf)
        printer = desk.printer_choice().name
        if not printer:
            return desk.plain(_KEPT, {"path": str(path)})
        desk.printer.print_pdf(pdf, printer, name)
        return desk.t(_PRINTED)

    def _on_list_printed(self, message: str) -> None:
        self._show_list(message=message)

    def _on_print_failed(self, error: KnownError | BugError) -> None:
        self._show_list(problem=self._shell.plain(error))

    def _show_list(self, message: str = "", problem: str = "") -> None:
        if self._list is not None and self._shell.is_showing(StaffScreenName.MOBILE_LIST):
            self._list = replace(self._list, is_printing=False, message=message, problem=problem)
            self._shell.show(StaffScreenName.MOBILE_LIST, self._list)
