"""The console's work with stored persons: finding one, seeing what is open, withdrawing consent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.identity_card import CardReading, card_warnings
from kiosk.domain.words import N_
from kiosk.services.consents import Withdrawal
from kiosk.services.people import KnownPerson
from ui.lanes import Lane
from ui.staff import wishes as w
from ui.staff.models import PersonModel, StaffScreenName
from ui.staff.one_change import OneChange
from ui.staff.phrases import date_text
from ui.staff.sheet_printing import print_sheet

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell

_WITHDRAWN = N_("Đã ghi: người dân rút đồng ý.")
_CLOSED = N_("Đã đóng {count} việc hẹn.")
_ERASED = N_("Tên và số điện thoại đã xóa.")
_ERASED_LATER = N_("Tên và số điện thoại xóa ngày {day}.")
_PRINTED = N_("Tờ đồng ý đã gửi đến máy in. Xem giấy đã ra chưa.")
_KEPT = N_("Chưa có máy in. Tờ đồng ý đã lưu ở {path} (tự xóa sau {days} ngày).")


class PersonWork(QObject):
    """The page of one person, found by card or telephone."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out; none of them on the citizen's own screen."""
        wishes: dict[type, Callable[[Any], None]] = {
            w.FindPerson: self._on_find,
            w.OpenPerson: self._on_open,
            w.WithdrawConsent: self._on_withdraw,
        }
        guarded = {
            wish: partial(self._unless_confined, handler) for wish, handler in wishes.items()
        }
        return {**guarded, w.PrintConsent: self._on_print}

    def forget(self) -> None:
        """Drop whoever was found when the console is locked."""
        self._model: PersonModel | None = None
        self._withdrawing = OneChange(self._shell.desk.lanes)

    def open(self) -> None:
        """Show where a person is looked for."""
        self._show(self._fresh())

    def find_card(self, reading: CardReading) -> None:
        """Show whose card was read."""
        t = self._shell.desk.t
        warnings = tuple(t(warning) for warning in card_warnings(reading))
        self._shell.screen = StaffScreenName.PERSON
        job = partial(self._shell.desk.people.with_card, reading.number, self._shell.logged_in())
        self._run(job, partial(self._on_card, warnings))

    def _fresh(self) -> PersonModel:
        shell = self._shell
        today = office_day(shell.desk.clock.now())
        return PersonModel(shell.names, today, has_camera=shell.cards.has_camera)

    def _show(self, model: PersonModel) -> None:
        self._model = model
        self._shell.show(StaffScreenName.PERSON, model)

    def _unless_confined(self, handler: Callable[[Any], None], wish: object) -> None:
        if not self._shell.is_confined:
            handler(wish)

    def _run(self, job: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        self._shell.desk.lanes.run(Lane.WRITE, job, on_done, self._on_failed)

    def _on_failed(self, error: KnownError | BugError) -> None:
        if self._shell.is_showing(StaffScreenName.PERSON):
            self._show(replace(self._model or self._fresh(), problem=self._shell.plain(error)))
        else:
            self._shell.on_failed(error)

    def _on_card(self, warnings: tuple[str, ...], known: KnownPerson | None) -> None:
        found = (known,) if known is not None else ()
        self._on_found(replace(self._fresh(), warnings=warnings), found)

    def _on_find(self, wish: w.FindPerson) -> None:
        job = partial(self._shell.desk.people.with_phone, wish.phone, self._shell.logged_in())
        self._run(job, partial(self._on_found, replace(self._fresh(), typed=wish.phone)))

    def _on_found(self, model: PersonModel, found: Sequence[KnownPerson]) -> None:
        if not self._shell.is_showing(StaffScreenName.PERSON):
            return
        chosen = found[0] if len(found) == 1 else None
        self._show(replace(model, found=tuple(found), chosen=chosen))

    def _on_open(self, wish: w.OpenPerson) -> None:
        self._shell.screen = StaffScreenName.PERSON
        job = partial(self._shell.desk.people.view, wish.person_id, self._shell.logged_in())
        self._run(job, partial(self._on_viewed, ""))

    def _on_viewed(self, message: str, known: KnownPerson | None) -> None:
        """Show a person as stored now; one who was erased is no longer in the list either."""
        if not self._shell.is_showing(StaffScreenName.PERSON):
            return
        model = self._model or self._fresh()
        others = tuple(k for k in model.found or () if known is None or k.id != known.id)
        found = (known, *others) if known is not None else others
        self._show(replace(model, found=found, chosen=known, message=message, problem=""))

    def _on_withdraw(self, wish: w.WithdrawConsent) -> None:
        """Withdraw once: at a second tap before the answer the person may be erased."""
        staff = self._shell.logged_in()
        job = partial(self._shell.desk.consents.withdraw, wish.person_id, wish.purposes, staff)
        done = partial(self._on_withdrawn, wish.person_id)
        self._withdrawing.run(job, done, self._on_failed)

    def _on_withdrawn(self, person_id: str, withdrawal: Withdrawal) -> None:
        if self._shell.staff is None:
            return  # locked meanwhile: nobody is there to see it
        if self._model is not None and withdrawal.is_erased:
            left = tuple(k for k in self._model.found or () if k.id != person_id)
            self._model = replace(self._model, found=left)
            self._on_viewed(self._told(withdrawal), None)
            return
        job = partial(self._shell.desk.people.view, person_id, self._shell.logged_in())
        self._run(job, partial(self._on_viewed, self._told(withdrawal)))

    def _told(self, withdrawal: Withdrawal) -> str:
        t = self._shell.desk.t
        parts = [t(_WITHDRAWN)]
        if withdrawal.closed:
            parts.append(t(_CLOSED, count=withdrawal.closed))
        if withdrawal.is_erased:
            parts.append(t(_ERASED))
        elif withdrawal.erase_on is not None:
            parts.append(t(_ERASED_LATER, day=date_text(withdrawal.erase_on)))
        return " ".join(parts)

    # The sheet

    def _on_print(self, wish: w.PrintConsent) -> None:
        form = self._shell.calls.form
        visit_id = form.visit_id if form is not None and not wish.person_id else ""
        if not (wish.person_id or visit_id):
            return
        job = partial(self._sheet, wish.person_id, visit_id)
        self._shell.desk.lanes.run(Lane.READ, job, self._on_sheet, self._on_failed)

    def _sheet(self, person_id: str, visit_id: str) -> bytes:
        sheets, paper = self._shell.desk.consent_sheets, self._shell.desk.printer_choice().paper
        if person_id:
            return sheets.of_person(person_id, paper)
        return sheets.of_visit(visit_id, paper)

    def _on_sheet(self, pdf: bytes) -> None:
        job = partial(self._spool, pdf)
        self._shell.desk.lanes.run(Lane.GENERAL, job, self._on_printed, self._on_failed)

    def _spool(self, pdf: bytes) -> str:
        """Print the sheet, or keep it where there is no printer; return what to tell."""
        desk = self._shell.desk
        folder = desk.paths.slips
        return print_sheet(desk, folder, "consent", pdf, printed=_PRINTED, kept=_KEPT)

    def _on_printed(self, message: str) -> None:
        if self._shell.is_showing(StaffScreenName.PERSON) and self._model is not None:
            self._show(replace(self._model, message=message, problem=""))
        elif self._shell.is_showing(StaffScreenName.ASSISTANCE):
            self._shell.cards.say(message)
        else:
            self._shell.tell(message)
