"""The console's work on trips: planned, rung ahead, printed, and closed when all is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.need import kit_for
from kiosk.domain.round import CallAhead, Round, RoundState
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.forms import FormRefused
from kiosk.services.mobile_list import Case, MobileList
from kiosk.services.ports import Topic
from kiosk.services.round_plan import (
    RoundDraft,
    available,
    draft_of,
    first_draft,
    kit_of,
    proposed,
    warnings,
)
from kiosk.services.rounds import RoundView
from ui.lanes import Lane
from ui.staff.case_work import NO_VILLAGE
from ui.staff.mobile import wishes as mw
from ui.staff.mobile.models import RoundModel, RoundPlanModel, VillageCases
from ui.staff.models import StaffScreenName
from ui.staff.one_change import OneChange
from ui.staff.sheet_printing import print_sheet

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell

_NOTED = N_("Đã ghi.")
_SAVED = N_("Đã lưu đợt. Bấm “Quay lại” để mở đợt.")
_LEFT = N_("Còn {count} người chưa có kết quả.")
_COMPLETE = N_("Mọi người đã có kết quả. Đóng đợt được rồi.")
_CLOSED = N_("Đã đóng đợt. Ai chưa xong đã trở lại danh sách.")
_CANCELLED = N_("Đã bỏ đợt. Mọi người trở lại danh sách.")


class RoundWork(QObject):
    """Trips: the plan, one trip, its sheet, the calls ahead."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {
            mw.PlanRound: self._on_plan,
            mw.ChangeRound: self._on_change,
            mw.PlanChanged: self._on_plan_changed,
            mw.SaveRound: self._on_save,
            mw.OpenRound: self._on_open,
            mw.PrintRound: self._on_print,
            mw.CloseRound: self._on_close,
            mw.CancelRound: self._on_cancel,
            mw.RangAhead: self._on_rang,
            mw.RangForAnotherDay: self._on_rang_for_another_day,
        }

    def forget(self) -> None:
        """Drop plan and trip when the console is locked."""
        self._cases: tuple[Case, ...] = ()
        self._rounds: tuple[Round, ...] = ()
        self._staff: tuple[Staff, ...] = ()
        self._plan: RoundPlanModel | None = None
        self._saved: Round | None = None
        self._round_id = ""
        self._model: RoundModel | None = None
        self._message = ""
        self._ending = OneChange(self._shell.desk.lanes)

    def follow(self, topics: set[Topic]) -> None:
        """Read the trip in front again when something about it changed."""
        is_about = topics & {Topic.FOLLOW_UP, Topic.ROUND}
        if is_about and self._shell.is_showing(StaffScreenName.ROUND):
            self._read()

    def open(self, round_id: str, message: str = "") -> None:
        """Read one trip (audited) and show it."""
        self._shell.screen = StaffScreenName.ROUND
        self._round_id, self._message, self._model = round_id, message, None
        self._saved = None
        self._read()

    def _read(self) -> None:
        job = partial(self._shell.desk.rounds.view, self._round_id, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_view, self._on_not_opened)

    def _on_not_opened(self, error: KnownError | BugError) -> None:
        """Tell why the trip did not come; over the plan that was just saved, that it is saved."""
        if not self._shell.is_showing(StaffScreenName.ROUND):
            return  # news asked for it once more, and that it did not come has been told
        self._shell.on_not_opened(StaffScreenName.ROUND, error)
        trip, self._saved = self._saved, None
        if trip is not None and self._shell.is_showing(StaffScreenName.ROUND_PLAN):
            # Saved again it is a change of this trip: as a new one it would be refused.
            self._show_plan(draft_of(trip))
            self._shell.tell(self._shell.desk.t(_SAVED))

    def after_change(self, round_id: str) -> None:
        """Show the trip again after a row of it was seen to."""
        self.open(round_id, self._shell.desk.t(_NOTED))

    # Planning

    def _on_plan(self, _wish: mw.PlanRound) -> None:
        self._read_for_plan(None)

    def _on_change(self, _wish: mw.ChangeRound) -> None:
        if self._model is not None:
            self._read_for_plan(draft_of(self._model.view.trip))

    def _read_for_plan(self, draft: RoundDraft | None) -> None:
        """Read list and staff, and show the plan: `draft`, or a new one."""
        self._shell.screen = StaffScreenName.ROUND_PLAN
        desk, viewer = self._shell.desk, self._shell.logged_in()

        def read() -> tuple[MobileList, tuple[Staff, ...]]:
            return desk.follow_ups.mobile_list(viewer), desk.accounts.who_can_log_in()

        done = partial(self._on_read, draft)
        failed = partial(self._shell.on_not_opened, StaffScreenName.ROUND_PLAN)
        desk.lanes.run(Lane.WRITE, read, done, failed)

    def _on_read(
        self, draft: RoundDraft | None, found: tuple[MobileList, tuple[Staff, ...]]
    ) -> None:
        if not self._shell.is_showing(StaffScreenName.ROUND_PLAN):
            return
        listed, self._staff = found
        self._cases, self._rounds = listed.cases, listed.rounds
        self._show_plan(draft or first_draft(self._cases))

    def _on_plan_changed(self, wish: mw.PlanChanged) -> None:
        draft, former = wish.draft, self._plan.draft if self._plan else wish.draft
        if (draft.village_ids, draft.capacity) != (former.village_ids, former.capacity):
            draft = proposed(draft, self._cases)
        self._show_plan(draft)

    def _show_plan(
        self, draft: RoundDraft, problem: str = "", problems: dict[str, str] | None = None
    ) -> None:
        if not self._shell.is_showing(StaffScreenName.ROUND_PLAN):
            return
        desk, names = self._shell.desk, {person.id: person.name for person in self._staff}
        chosen = (c for c in self._cases if c.follow_up.id in draft.follow_up_ids)
        told = warnings(draft, self._rounds, names)
        self._plan = RoundPlanModel(
            draft,
            self._by_village(available(self._cases, draft)),
            self._shell.names,
            office_day(desk.clock.now()),
            self._shell.villages,
            self._staff,
            kit_of(chosen, desk.catalogue.by_code),
            tuple(desk.plain(each.message, each.fields) for each in told),
            problems or {},
            problem,
        )
        self._shell.show(StaffScreenName.ROUND_PLAN, self._plan)

    def _by_village(self, cases: tuple[Case, ...]) -> tuple[VillageCases, ...]:
        groups: dict[str, list[Case]] = {}
        for case in cases:
            name = self._shell.names.village(case.follow_up.village_id)
            groups.setdefault(name or self._shell.desk.t(NO_VILLAGE), []).append(case)
        return tuple(VillageCases(name, tuple(found)) for name, found in groups.items())

    def _on_save(self, wish: mw.SaveRound) -> None:
        if self._plan is None:
            return  # saved already, and on its way here
        job = partial(self._shell.desk.rounds.plan, wish.draft, self._shell.logged_in())
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_saved, self._on_refused)

    def _on_saved(self, trip: Round) -> None:
        self._plan = None
        if self._shell.is_showing(StaffScreenName.ROUND_PLAN):
            self.open(trip.id)
            self._saved = trip

    def _on_refused(self, error: KnownError | BugError) -> None:
        if self._plan is None:
            return
        t = self._shell.desk.t
        found = error.problems if isinstance(error, FormRefused) else ()
        problems = {problem.field: t(problem.message) for problem in found}
        self._show_plan(self._plan.draft, self._shell.plain(error), problems)

    # One trip

    def _on_open(self, wish: mw.OpenRound) -> None:
        self.open(wish.round_id)

    def _on_view(self, view: RoundView) -> None:
        is_wanted = view.trip.id == self._round_id
        if not is_wanted or not self._shell.is_showing(StaffScreenName.ROUND):
            return
        self._saved = None
        desk = self._shell.desk
        waiting = (case for case in view.cases if case.stop.answer is None)
        found = (desk.catalogue.by_code(case.follow_up.service_code) for case in waiting)
        told = self._model  # what was said of printing stays through news of others
        self._model = RoundModel(
            view,
            kit_for(procedure for procedure in found if procedure),
            self._shell.names,
            office_day(desk.clock.now()),
            message=self._told(view.trip),
            problem=told.problem if told else "",
            is_printing=told is not None and told.is_printing,
        )
        self._shell.show(StaffScreenName.ROUND, self._model)

    def _told(self, trip: Round) -> str:
        """Return what was just noted, and how many rows still wait."""
        is_noted = self._message == self._shell.desk.t(_NOTED)
        if not is_noted or trip.state is not RoundState.PLANNED:
            return self._message
        desk, left = self._shell.desk, len(trip.unanswered)
        rest = desk.plain(_LEFT, {"count": left}) if left else desk.t(_COMPLETE)
        return f"{self._message} {rest}"

    def _on_rang(self, wish: mw.RangAhead) -> None:
        ring, staff = self._shell.desk.rounds.call_ahead, self._shell.logged_in()
        self._shell.cases.change(partial(ring, wish.follow_up_id, wish.outcome, staff))

    def _on_rang_for_another_day(self, wish: mw.RangForAnotherDay) -> None:
        desk, staff = self._shell.desk, self._shell.logged_in()

        def note() -> FollowUp:
            desk.rounds.call_ahead(wish.follow_up_id, CallAhead.ANOTHER_DAY, staff)
            return desk.follow_ups.re_date(wish.follow_up_id, wish.due, wish.half_day, staff)

        self._shell.cases.change(note)

    def _on_close(self, wish: mw.CloseRound) -> None:
        self._end(self._shell.desk.rounds.close, wish.round_id, _CLOSED)

    def _on_cancel(self, wish: mw.CancelRound) -> None:
        self._end(self._shell.desk.rounds.cancel, wish.round_id, _CANCELLED)

    def _end(self, end: Callable[[str, Staff], Round], round_id: str, message: str) -> None:
        job = partial(end, round_id, self._shell.logged_in())
        told = self._shell.desk.t(message)

        def show(_trip: Round) -> None:
            if self._shell.is_showing(StaffScreenName.ROUND):
                self._shell.cases.open(told)

        self._ending.run(job, show, self._on_failed)

    # The sheet

    def _on_print(self, wish: mw.PrintRound) -> None:
        self._show_round(is_printing=True)
        desk, staff = self._shell.desk, self._shell.logged_in()
        job = partial(desk.run_sheets.make, wish.round_id, staff)
        desk.lanes.run(Lane.WRITE, job, self._on_made, self._on_failed)

    def _on_made(self, pdf: bytes) -> None:
        desk = self._shell.desk
        job = partial(print_sheet, desk, desk.paths.lists, "run-sheet", pdf)
        self._shell.desk.lanes.run(Lane.GENERAL, job, self._on_printed, self._on_failed)

    def _on_printed(self, message: str) -> None:
        self._show_round(message=message)

    def _on_failed(self, error: KnownError | BugError) -> None:
        self._show_round(problem=self._shell.plain(error))

    def _show_round(
        self, message: str = "", problem: str = "", *, is_printing: bool = False
    ) -> None:
        if self._model is not None and self._shell.is_showing(StaffScreenName.ROUND):
            self._message = message
            self._model = replace(
                self._model, message=message, problem=problem, is_printing=is_printing
            )
            self._shell.show(StaffScreenName.ROUND, self._model)
        elif message or problem:
            self._shell.tell(message or problem)
