"""The citizen's shell, as far as appointments go: a slip is read, another day may be asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import ScreenName, aside
from kiosk.domain.follow_up import FOLLOW_UP_LABELS, FollowUp, FollowUpKind, FollowUpState
from kiosk.domain.held_place import FoundPlace, PlaceProblem
from kiosk.domain.words import N_
from kiosk.services.slips import ScanKind
from kiosk.services.working_days import coming_working_days
from ui.citizen import wishes as w
from ui.citizen.models import AppointmentModel, MoveDateModel, ScanSlipModel
from ui.citizen.screens.scan_slip_screen import ScanSlipScreen
from ui.citizen.slip_eye import SlipEye
from ui.lanes import Lane
from ui.scanners.scan import Scan, ScannerKind

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell

_OFFERED = 5
_TAKES_SLIPS = frozenset(
    {ScreenName.ATTRACT, ScreenName.HOME, ScreenName.SCAN_SLIP, ScreenName.APPOINTMENT}
)
_OVER = N_("Việc hẹn trên phiếu này đã xong.")
_NOT_READ = N_("Máy chưa xem được phiếu. Đưa phiếu vào lại.")
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
    """What a slip gave: the appointment and the days it may be moved to, or why there is none.

    Or it is no appointment but a place that was kept.
    """

    problem: str
    follow_up: FollowUp | None = None
    days: tuple[date, ...] = ()
    place: FoundPlace | None = None


class AppointmentSide(QObject):
    """The appointment on the slip that whoever stands here has brought."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.eye = SlipEye(shell.desk.camera, shell.desk.camera_id, self)
        self.eye.pictured.connect(self._on_pictured)
        self.eye.failed.connect(self._on_blind)
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.HaveSlip: self._on_have_slip,
            w.AskToMove: self._on_ask_to_move,
            w.MoveTo: self._on_move_to,
        }

    def forget(self) -> None:
        """Let go of the visit's appointment."""
        self._scanned: _Scanned | None = None

    def scan_model(self) -> ScanSlipModel:
        """Return the page where a slip is held to the scanner."""
        return ScanSlipModel(has_camera=self.eye.can_look)

    def arrived(self, screen: ScreenName) -> None:
        """Let the camera look while its page is in front, and not a moment longer."""
        self.eye.want(is_wanted=screen is ScreenName.SCAN_SLIP)

    def model(self) -> AppointmentModel:
        """Return what the scanned slip says, in the language of this moment."""
        scanned, shell = self._known(), self._shell
        follow_up = scanned.follow_up
        if follow_up is None:
            t = shell.desk.translators[shell.looks.language]
            return AppointmentModel(problem=t(scanned.problem))
        at_counter = follow_up.kind is FollowUpKind.RETURN_TO_COUNTER
        office = shell.desk.office
        return AppointmentModel(
            how=FOLLOW_UP_LABELS[follow_up.kind],
            procedure=shell.builder.catalogue.title_of(follow_up.service_code),
            due=follow_up.due,
            half_day=follow_up.half_day,
            bring=shell.papers_told(follow_up.bring, follow_up.procedure_code),
            phone=office.hotline,
            prepare=_PREPARE[follow_up.kind],
            hours=office.hours if at_counter else "",
            is_wished=follow_up.move_asked_at is not None,
            wished=follow_up.move_to,
            days=() if follow_up.kind is FollowUpKind.REFER else scanned.days,
        )

    def move_model(self) -> MoveDateModel:
        """Return the days that may be asked for."""
        return MoveDateModel(self._known().days)

    @property
    def takes_slips(self) -> bool:
        """Whether a slip held to the scanner is read now; a guide is not left for one."""
        return self._shell.flow.current.screen in _TAKES_SLIPS

    def has_seen(self, scan: Scan) -> bool:
        """Take what the camera saw for this side; return whether it did."""
        if scan.kind is not ScannerKind.CAMERA or not self.eye.is_ours:
            return False
        if not scan.is_like_card:
            self.scan(scan.text)
        return True

    def scan(self, payload: str) -> None:
        """Read a slip held to the scanner."""
        if not self.takes_slips:
            return
        visit = self._shell.present()
        job = partial(self._read, payload)
        lanes = self._shell.desk.lanes
        lanes.run(Lane.READ, job, self._on_scanned, self._on_not_read, visit=visit.number)

    @Slot(QImage)
    def _on_pictured(self, image: QImage) -> None:
        shown = self._shell.window.shown
        if isinstance(shown, ScanSlipScreen):
            shown.show_image(image)

    @Slot()
    def _on_blind(self) -> None:
        """Go on without the camera: the page asks for the scanner instead."""
        if self._shell.flow.current.screen is ScreenName.SCAN_SLIP:
            self._shell.show()

    def _known(self) -> _Scanned:
        if self._scanned is None:
            raise BugError("the appointment screen needs a scanned slip")
        return self._scanned

    def _read(self, payload: str) -> _Scanned:
        """Return the check's answer, and the appointment behind a good follow-up slip."""
        desk = self._shell.desk
        result = desk.slips.verify(payload)
        if result.place is not None and result.place.problem is PlaceProblem.PROCEDURE_GONE:
            return _Scanned(result.message)
        if result.place is not None:
            return _Scanned("", place=result.place)
        if result.kind is not ScanKind.FOLLOW_UP or result.slip is None:
            return _Scanned(result.message)
        follow_up = desk.help.endings.of_follow_up(result.slip.follow_up_id)
        if follow_up is None or follow_up.state is not FollowUpState.OPEN:
            return _Scanned(_OVER)
        coming = coming_working_days(office_day(desk.clock.now()), _OFFERED + 1)
        others = [day for day in coming if day != follow_up.due]
        return _Scanned("", follow_up, tuple(others[:_OFFERED]))

    def _on_scanned(self, scanned: _Scanned) -> None:
        if not self.takes_slips:
            return  # the page has changed meanwhile, perhaps to choosing a day of this very slip
        if scanned.place is not None:
            self._shell.places.open(scanned.place)
            return
        self._scanned = scanned
        self._shell.go(aside(self._shell.flow.current, ScreenName.APPOINTMENT))

    def _on_not_read(self, _error: KnownError | BugError) -> None:
        """Say that nothing is known of the slip; it may be held to the scanner again."""
        self._on_scanned(_Scanned(_NOT_READ))

    def _on_have_slip(self, _wish: w.HaveSlip) -> None:
        self._shell.present()
        self._shell.go(aside(self._shell.flow.current, ScreenName.SCAN_SLIP))

    def _on_ask_to_move(self, _wish: w.AskToMove) -> None:
        self._shell.go(aside(self._shell.flow.current, ScreenName.MOVE_DATE))

    def _on_move_to(self, wish: w.MoveTo) -> None:
        scanned, desk = self._known(), self._shell.desk
        follow_up = scanned.follow_up
        if follow_up is None:
            # A former wish was refused while another page lay over this one: say why.
            self._back_with(scanned)
            return
        job = partial(desk.appointments.ask_to_move, follow_up.id, wish.day)
        number = self._shell.present().number
        desk.lanes.run(Lane.WRITE, job, self._on_moved, self._on_not_moved, visit=number)

    def _on_moved(self, follow_up: FollowUp) -> None:
        """Show the appointment with the wish; the promised day stands until staff decide."""
        self._back_with(replace(self._known(), follow_up=follow_up))

    def _on_not_moved(self, error: KnownError | BugError) -> None:
        problem = error.message if isinstance(error, KnownError) else _NOT_MOVED
        self._back_with(_Scanned(problem))

    def _back_with(self, scanned: _Scanned) -> None:
        self._scanned = scanned
        if self._shell.flow.current.screen is ScreenName.MOVE_DATE:
            self._shell.flow.back()
        if self._shell.flow.current.screen is ScreenName.APPOINTMENT:
            self._shell.show()
