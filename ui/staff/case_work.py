"""The console's work on promises: the mobile list and its print, one case, scanned slips."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import FollowUp, FollowUpKind
from kiosk.domain.held_place import PLACE_TOLD, FoundPlace
from kiosk.domain.slip import Slip
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.mobile_list import Case, MobileList
from kiosk.services.ports import Topic
from kiosk.services.slip_content import stand_in_words
from kiosk.services.slips import ScanKind, ScanResult
from ui.lanes import Lane
from ui.staff import wishes as w
from ui.staff.mobile import wishes as mw
from ui.staff.mobile.models import FollowUpCaseModel, MobileListModel, VillageCases
from ui.staff.models import ScanModel, StaffScreenName
from ui.staff.one_change import OneChange
from ui.staff.sheet_printing import print_sheet

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell

NO_VILLAGE = N_("Chưa rõ thôn")
_TITLES = {
    ScanKind.FOLLOW_UP: N_("Phiếu hẹn"),
    ScanKind.PAPERS: N_("Phiếu giấy tờ"),
    ScanKind.PLACE: N_("Phiếu giữ chỗ"),
    ScanKind.REPLACED: N_("Phiếu này đã có bản mới"),
}
_NOT_TAKEN = N_("Chưa mở được phiếu này")
_ASK = N_("Quét phiếu hoặc gõ mã")
_PAGES_WITH_CASES = (
    StaffScreenName.MOBILE_LIST,
    StaffScreenName.ROUND,
    StaffScreenName.APPOINTMENTS,
)


@dataclass(frozen=True, slots=True)
class _Found:
    case: Case
    slips: tuple[Slip, ...]


class CaseWork(QObject):
    """Follow-ups: list, case, attempts, scans."""

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
            w.IssueSlip: self._on_issue_slip,
            mw.PrintList: self._on_print,
            mw.KeepDate: self._on_keep_date,
            mw.ServeAtHome: self._on_serve_at_home,
            w.EnterCode: self._on_code,
        }

    def forget(self) -> None:
        """Drop the case when the console is locked."""
        self._case_id = ""
        self._back = StaffScreenName.MOBILE_LIST
        self._round_id = ""
        self._message = ""
        self._changing = OneChange(self._shell.desk.lanes)
        self._case: FollowUpCaseModel | None = None
        self._list: MobileListModel | None = None

    def open(self, message: str = "") -> None:
        """Read the mobile-service list and show it, with what there is to tell."""
        self._message = message
        self._shell.screen = StaffScreenName.MOBILE_LIST
        job = partial(self._shell.desk.follow_ups.mobile_list, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_list, self._on_list_failed)

    def _on_print(self, _wish: mw.PrintList) -> None:
        """Print what the list holds now, in its order."""
        desk, staff = self._shell.desk, self._shell.logged_in()
        if self._list is not None:
            self._show_list(replace(self._list, is_printing=True))

        def make() -> bytes:
            cases = desk.follow_ups.mobile_list(staff).cases
            return desk.run_sheets.make_list([case.follow_up for case in cases], staff)

        desk.lanes.run(Lane.WRITE, make, self._on_list_made, self._on_not_printed)

    def _on_list_made(self, pdf: bytes) -> None:
        desk = self._shell.desk
        job = partial(print_sheet, desk, desk.paths.lists, "run-list", pdf)
        lanes = self._shell.desk.lanes
        lanes.run(Lane.GENERAL, job, self._on_printed, self._on_not_printed)

    def _on_printed(self, message: str) -> None:
        self._message = message
        if self._list is not None:
            self._show_list(replace(self._list, is_printing=False, message=message))
        if not self._shell.is_showing(StaffScreenName.MOBILE_LIST):
            self._shell.tell(message)

    def _on_not_printed(self, error: KnownError | BugError) -> None:
        self._on_printed(self._shell.plain(error))

    def _show_list(self, model: MobileListModel) -> None:
        self._list = model
        if self._shell.is_showing(StaffScreenName.MOBILE_LIST):
            self._shell.show(StaffScreenName.MOBILE_LIST, model)

    def open_scan(self) -> None:
        """Show where a code is scanned or typed."""
        self._show_scan(_ASK, "")

    def open_case(self, follow_up_id: str) -> None:
        """Read one case (audited) and show it; the way back leads where it was opened."""
        if self._shell.screen in _PAGES_WITH_CASES:
            self._back = self._shell.screen
        self._shell.screen = StaffScreenName.FOLLOW_UP
        self._case_id = follow_up_id
        job = partial(self._load_case, follow_up_id, self._shell.logged_in())
        failed = partial(self._shell.on_not_opened, StaffScreenName.FOLLOW_UP)
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_case, failed)

    def follow(self, topics: set[Topic]) -> None:
        """Read the list again when promises changed elsewhere."""
        is_about = topics & {Topic.FOLLOW_UP, Topic.ROUND}
        if is_about and self._shell.is_showing(StaffScreenName.MOBILE_LIST):
            self.open(self._message)

    def scan(self, payload: str) -> None:
        """Open what a scanned slip stands for, or say plainly why not."""
        job = partial(self._shell.desk.slips.verify, payload)
        self._shell.desk.lanes.run(Lane.READ, job, self._on_scanned, self._shell.on_failed)

    def _on_code(self, wish: w.EnterCode) -> None:
        job = partial(self._shell.desk.slips.find_by_code, wish.typed, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_scanned, self._on_code_refused)

    def _on_code_refused(self, error: KnownError | BugError) -> None:
        self._show_scan(_NOT_TAKEN, self._shell.plain(error))

    def _on_scanned(self, result: ScanResult) -> None:
        if self._shell.staff is None:
            return  # locked meanwhile: nobody is there to see it
        if result.kind is ScanKind.FOLLOW_UP and result.slip is not None:
            self.open_case(result.slip.follow_up_id)
            return
        follow_up_id = result.newest.follow_up_id if result.newest else ""
        title = _TITLES.get(result.kind, _NOT_TAKEN)
        told = (
            self._place_told(result.place) if result.place else self._shell.desk.t(result.message)
        )
        self._show_scan(title, told, follow_up_id)

    def _show_scan(self, title: str, text: str, follow_up_id: str = "") -> None:
        has_camera = self._shell.cards.has_camera
        model = ScanModel(title, text, follow_up_id, has_camera)
        self._shell.show(StaffScreenName.SCAN, model)

    def _place_told(self, found: FoundPlace) -> str:
        """Say what a kept place is about, and where it is good."""
        t, place = self._shell.desk.t, found.place
        procedure = self._shell.procedure(place.procedure_code)
        where = stand_in_words(procedure, place) if procedure else ""
        about = " · ".join(filter(None, (procedure.title if procedure else "", where)))
        day = f"{found.last_day:%d/%m/%Y}"
        told = t("Giữ đến hết {day}. Quét phiếu ở màn hình đầu của máy người dân.", day=day)
        if found.problem is not None:
            told = t(PLACE_TOLD[found.problem])
        return f"{about}. {told}" if about else told

    def _on_list(self, found: MobileList) -> None:
        if not self._shell.is_showing(StaffScreenName.MOBILE_LIST):
            return
        t = self._shell.desk.t
        groups = tuple(
            VillageCases(group.village.name if group.village else t(NO_VILLAGE), group.cases)
            for group in found.groups
        )
        model = MobileListModel(
            groups,
            self._shell.names,
            found.day,
            found.overdue,
            rounds=found.rounds,
            message=self._message,
            is_printing=self._list is not None and self._list.is_printing,
        )
        self._show_list(model)

    def _on_list_failed(self, error: KnownError | BugError) -> None:
        if not self._shell.is_showing(StaffScreenName.MOBILE_LIST):
            return
        today = office_day(self._shell.desk.clock.now())
        model = MobileListModel((), self._shell.names, today, 0, problem=self._shell.plain(error))
        self._shell.show(StaffScreenName.MOBILE_LIST, model)

    def _on_open_follow_up(self, wish: w.OpenFollowUp) -> None:
        self.open_case(wish.follow_up_id)

    def _load_case(self, follow_up_id: str, viewer: Staff) -> _Found:
        desk = self._shell.desk
        case = desk.follow_ups.case(follow_up_id, viewer)
        return _Found(case, desk.slips.of_follow_up(follow_up_id))

    def _on_case(self, found: _Found) -> None:
        case, follow_up = found.case, found.case.follow_up
        if follow_up.id != self._case_id or not self._shell.is_showing(StaffScreenName.FOLLOW_UP):
            return
        newest = found.slips[-1] if found.slips else None
        if case.trip:
            self._back, self._round_id = StaffScreenName.ROUND, case.trip.id
        elif self._back is not StaffScreenName.ROUND:
            self._round_id = ""
        self._case = FollowUpCaseModel(
            follow_up=follow_up,
            person=follow_up.person,
            names=self._shell.names,
            today=office_day(self._shell.desk.clock.now()),
            slip_id=newest.id if newest else "",
            slip_number=newest.number if newest else "",
            triage=case.triage,
            trip=case.trip,
            at_home=self._way_home(follow_up),
            back=self._back,
            round_id=self._round_id,
        )
        self._shell.show(StaffScreenName.FOLLOW_UP, self._case)

    def _way_home(self, case: FollowUp) -> str:
        """Return the title of the procedure the law provides for doing this at home, or ""."""
        procedure = self._shell.procedure(case.procedure_code)
        is_visit = case.kind is FollowUpKind.HOME_VISIT and not case.served_as
        at_home = self._shell.procedure(procedure.at_home) if procedure and is_visit else None
        return at_home.title if at_home else ""

    def _on_attempt(self, wish: w.RecordAttempt) -> None:
        self.change(
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
        self.change(partial(change, wish.follow_up_id, wish.due, wish.half_day, staff))

    def _on_close(self, wish: w.CloseFollowUp) -> None:
        staff = self._shell.logged_in()
        self.change(partial(self._shell.desk.follow_ups.close_done, wish.follow_up_id, staff))

    def _on_withdraw(self, wish: w.Withdraw) -> None:
        staff = self._shell.logged_in()
        change = self._shell.desk.follow_ups.withdraw
        self.change(partial(change, wish.follow_up_id, wish.reason, staff))

    def _on_issue_slip(self, wish: w.IssueSlip) -> None:
        """Issue the slip that was not wanted, or could not be made, when the promise was stored."""
        self._shell.screen = StaffScreenName.SLIP
        issue = self._shell.desk.slips.issue_follow_up
        self._shell.calls.run.begin(partial(issue, wish.follow_up_id, self._shell.logged_in()))

    def _on_keep_date(self, wish: mw.KeepDate) -> None:
        staff = self._shell.logged_in()
        self.change(partial(self._shell.desk.follow_ups.keep_date, wish.follow_up_id, staff))

    def _on_serve_at_home(self, wish: mw.ServeAtHome) -> None:
        procedure = self._shell.procedure(self._case.follow_up.procedure_code if self._case else "")
        at_home = self._shell.procedure(procedure.at_home) if procedure else None
        if at_home is not None:
            serve = self._shell.desk.follow_ups.serve_at_home
            self.change(partial(serve, wish.follow_up_id, at_home, self._shell.logged_in()))

    def change(self, job: Callable[[], FollowUp]) -> None:
        """Change the case in front, once, then show what it came to."""
        self._changing.run(job, self._on_changed, self._on_change_refused)

    def _on_changed(self, follow_up: FollowUp) -> None:
        """Show the case as it is now; a row of a trip that was answered leads back to the trip."""
        if not self._shell.is_showing(StaffScreenName.FOLLOW_UP):
            return  # they went on meanwhile, or locked
        if self._case is not None and self._case.trip is not None:
            self._shell.rounds.after_change(self._case.trip.id)
        else:
            self.open_case(follow_up.id)

    def _on_change_refused(self, error: KnownError | BugError) -> None:
        if self._case is not None and self._shell.is_showing(StaffScreenName.FOLLOW_UP):
            model = replace(self._case, problem=self._shell.plain(error))
            self._shell.show(StaffScreenName.FOLLOW_UP, model)
        else:
            self._shell.on_failed(error)
