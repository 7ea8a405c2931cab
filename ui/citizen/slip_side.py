"""The citizen's shell, as far as slips go: printing papers slips, reading scanned ones, holding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import ScreenName, aside
from kiosk.domain.follow_up import FOLLOW_UP_LABELS, FollowUp, FollowUpKind, FollowUpState
from kiosk.domain.idle import HOLD_SECONDS
from kiosk.domain.slip_code import grouped
from kiosk.domain.visit import VisitEventKind
from kiosk.domain.words import N_
from kiosk.services.slips import ScanKind
from kiosk.services.working_days import coming_working_days
from ui.citizen import wishes as w
from ui.citizen.models import AppointmentModel, HoldModel, MoveDateModel, SlipModel
from ui.lanes import Lane
from ui.slip_run import SlipProgress, SlipRun

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell


_OFFERED = 5
_TAKES_SLIPS = frozenset(
    {ScreenName.ATTRACT, ScreenName.HOME, ScreenName.SCAN_SLIP, ScreenName.APPOINTMENT}
)
_OVER = N_("Việc hẹn trên phiếu này đã xong.")
_NOT_MOVED = N_("Máy chưa ghi được. Ông/bà bấm nút vàng.")
_PREPARE = {
    FollowUpKind.RETURN_TO_COUNTER: (N_("Ông/bà mang phiếu này đến quầy."),),
    FollowUpKind.HOME_VISIT: (
        N_("Ông/bà ở nhà, cán bộ sẽ đến."),
        N_("Ông/bà để sẵn giấy tờ ra bàn."),
    ),
    FollowUpKind.PHONE_CALL: (
        N_("Ông/bà giữ điện thoại, cán bộ sẽ gọi."),
        N_("Không đọc mã OTP cho bất kỳ ai."),
    ),
    FollowUpKind.REFER: (N_("Ông/bà đến nơi cán bộ đã chỉ."),),
}


@dataclass(frozen=True, slots=True)
class _Scanned:
    """What a slip gave: the appointment and the days it may be moved to, or why there is none."""

    problem: str
    follow_up: FollowUp | None = None
    days: tuple[date, ...] = ()


class SlipSide(QObject):
    """Papers slips for whoever stands here, and the appointment on a slip they bring."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        desk = shell.desk
        self.run = SlipRun(desk.lanes, desk.slips, desk.printer, desk.printer_choice, self)
        self.run.progressed.connect(self._on_progressed)
        self._appointment = AppointmentModel()
        self._follow_up_id = ""

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.PrintPapers: self._on_print_papers,
            w.SlipCameOut: self._on_came_out,
            w.HaveSlip: self._on_have_slip,
            w.AskToMove: self._on_ask_to_move,
            w.MoveTo: self._on_move_to,
        }

    def forget(self) -> None:
        """Let go of the visit's slip and appointment."""
        self.run.progress = SlipProgress()
        self._appointment = AppointmentModel()
        self._follow_up_id = ""

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
        """Return what the scanned slip says."""
        return self._appointment

    def move_model(self) -> MoveDateModel:
        """Return the days that may be asked for."""
        return MoveDateModel(self._appointment.days)

    def hold_model(self) -> HoldModel:
        """Return until when the place is held."""
        return HoldModel(self._shell.desk.clock.now() + timedelta(seconds=HOLD_SECONDS))

    def scan(self, payload: str) -> None:
        """Read a slip held to the scanner; a guide is not left for one."""
        if self._shell.flow.current.screen not in _TAKES_SLIPS:
            return
        visit = self._shell.present()
        desk = self._shell.desk
        job = partial(self._read, payload)
        desk.lanes.run(Lane.READ, job, self._on_scanned, visit=visit.number)

    def _read(self, payload: str) -> _Scanned:
        """Return the check's answer, and the appointment behind a good follow-up slip."""
        desk = self._shell.desk
        result = desk.slips.verify(payload)
        if result.kind is not ScanKind.FOLLOW_UP or result.slip is None:
            return _Scanned(result.message)
        follow_up = desk.help.endings.of_follow_up(result.slip.follow_up_id)
        if follow_up is None or follow_up.state is not FollowUpState.OPEN:
            return _Scanned(_OVER)
        today = office_day(desk.clock.now())
        days = coming_working_days(today, _OFFERED + 1)
        return _Scanned("", follow_up, tuple(day for day in days if day != follow_up.due))

    def _on_scanned(self, scanned: _Scanned) -> None:
        shell = self._shell
        if scanned.follow_up is None:
            self._follow_up_id = ""
            t = shell.desk.translators[shell.looks.language]
            self._appointment = AppointmentModel(problem=t(scanned.problem))
        else:
            self._show_appointment(scanned.follow_up, scanned.days[:_OFFERED])
        shell.go(aside(shell.flow.current, ScreenName.APPOINTMENT))

    def _show_appointment(self, follow_up: FollowUp, days: tuple[date, ...]) -> None:
        office = self._shell.desk.office
        procedure = self._shell.desk.catalogue.by_code(follow_up.service_code)
        at_counter = follow_up.kind is FollowUpKind.RETURN_TO_COUNTER
        self._follow_up_id = follow_up.id
        self._appointment = AppointmentModel(
            how=FOLLOW_UP_LABELS[follow_up.kind],
            procedure=procedure.title if procedure else "",
            due=follow_up.due,
            half_day=follow_up.half_day,
            bring=follow_up.bring,
            phone=office.hotline,
            prepare=_PREPARE[follow_up.kind],
            hours=office.hours if at_counter else "",
            is_wished=follow_up.move_asked_at is not None,
            wished=follow_up.move_to,
            days=() if follow_up.kind is FollowUpKind.REFER else days,
        )

    def _on_have_slip(self, _wish: w.HaveSlip) -> None:
        self._shell.present()
        self._shell.go(aside(self._shell.flow.current, ScreenName.SCAN_SLIP))

    def _on_ask_to_move(self, _wish: w.AskToMove) -> None:
        self._shell.go(aside(self._shell.flow.current, ScreenName.MOVE_DATE))

    def _on_move_to(self, wish: w.MoveTo) -> None:
        desk, visit = self._shell.desk, self._shell.present()
        job = partial(desk.appointments.ask_to_move, self._follow_up_id, wish.day)
        desk.lanes.run(Lane.WRITE, job, self._on_moved, self._on_not_moved, visit=visit.number)

    def _on_moved(self, follow_up: FollowUp) -> None:
        """Show the appointment with the wish; the promised day stands until staff decide."""
        self._show_appointment(follow_up, self._appointment.days)
        self._back_to_appointment()

    def _on_not_moved(self, error: KnownError | BugError) -> None:
        t = self._shell.desk.translators[self._shell.looks.language]
        message = error.message if isinstance(error, KnownError) else _NOT_MOVED
        fields = error.fields if isinstance(error, KnownError) else {}
        self._appointment = AppointmentModel(problem=t(message, **fields))
        self._back_to_appointment()

    def _back_to_appointment(self) -> None:
        if self._shell.flow.current.screen is ScreenName.MOVE_DATE:
            self._shell.flow.back()
        if self._shell.flow.current.screen is ScreenName.APPOINTMENT:
            self._shell.show()

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
        self.run.begin(issue, visit=visit.number)

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
