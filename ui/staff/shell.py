"""Decides what follows each wish of the staff console.

The shell owns who is logged in and which page is shown; the work itself lies with its parts: calls,
cases, trips, appointments, cards, persons, and the lead's pages. In one-screen mode the console is
confined to the citizen's own call until staff choose "Rời màn hình người dân".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.office import Village
from kiosk.domain.procedure import Procedure
from kiosk.domain.staff import Role, Staff
from kiosk.domain.words import N_
from kiosk.services.accounts import PinRefused
from kiosk.services.ports import Change, Topic
from kiosk.services.working_days import warm_up
from ui.lanes import Lane
from ui.staff import wishes as w
from ui.staff.appointment_work import AppointmentWork
from ui.staff.call_work import CallWork
from ui.staff.card_work import CardWork
from ui.staff.case_work import CaseWork
from ui.staff.content_work import ContentWork
from ui.staff.desk import StaffDesk
from ui.staff.entry_work import EntryWork
from ui.staff.lead_work import LeadWork
from ui.staff.models import LeaveModel, LogInModel, Names, RailModel, StaffScreenName
from ui.staff.national_work import NationalWork
from ui.staff.patience_work import PatienceWork
from ui.staff.person_work import PersonWork
from ui.staff.round_work import RoundWork
from ui.staff.screen import StaffKit
from ui.staff.window import StaffWindow

HEARTBEAT_MS = 5000
LOCK_AFTER_MS = 5 * 60 * 1000
LOCK_AFTER_ONE_SCREEN_MS = 60 * 1000
_OUR_FAULT = N_("Máy chưa làm được việc này. Thử lại lần nữa.")

_Work = (
    CallWork
    | EntryWork
    | CaseWork
    | RoundWork
    | AppointmentWork
    | CardWork
    | PersonWork
    | LeadWork
    | ContentWork
    | NationalWork
    | PatienceWork
)


class StaffShell(QObject):
    """One console.

    Signals: `citizen_wanted` gives the screen back to the citizen (one-screen mode);
    `staff_wanted` asks for it again, when consent was answered; `office_wanted` opens the pages
    of the office's set-up; `chimed` when a new call waits; `locked` when somebody was logged out;
    `take_over_wanted` carries Staff and a visit's id when they want to work on the citizen's page;
    `end_wanted` when the program is to end on this PC.
    """

    citizen_wanted = Signal()
    staff_wanted = Signal()
    office_wanted = Signal()
    chimed = Signal()
    locked = Signal()
    take_over_wanted = Signal(object, str)
    end_wanted = Signal()

    def __init__(self, desk: StaffDesk, window: StaffWindow, kit: StaffKit) -> None:
        super().__init__(window)
        self.desk = desk
        self.window = window
        self.staff: Staff | None = None
        self.screen = StaffScreenName.LOG_IN
        self.is_confined = desk.one_screen
        self.villages: tuple[Village, ...] = ()
        self._kit = kit
        self._log_in = LogInModel((), is_one_screen=desk.one_screen)
        self._is_logging_in = False
        self._shown: tuple[StaffScreenName, object] = (self.screen, self._log_in)
        self.cards = CardWork(self)
        self.people = PersonWork(self)
        self.calls = CallWork(self)
        self.entries = EntryWork(self)
        self.cases = CaseWork(self)
        self.rounds = RoundWork(self)
        self.appointments = AppointmentWork(self)
        self.lead = LeadWork(self)
        self.content = ContentWork(self)
        self.national = NationalWork(self)
        self.patience = PatienceWork(self)
        self._handlers = self._handler_table()
        self._heartbeat = self._timer(HEARTBEAT_MS, self._beat)
        lock_after = LOCK_AFTER_ONE_SCREEN_MS if desk.one_screen else LOCK_AFTER_MS
        self._lock = self._timer(lock_after, self.lock)
        window.wished.connect(self.on_wish)
        window.touched.connect(self.touch)

    @property
    def names(self) -> Names:
        """Return titles for the codes a page shows."""
        catalogue = self.desk.catalogue
        known = catalogue.known.items()
        return Names(
            {p.code: p.title for p in catalogue.all},
            {(code, s.id): s.title for code, p in known for s in p.steps},
            {village.id: village.name for village in self.villages},
            {(code, d.id): d.title for code, p in known for d in p.papers},
            {code: p.needs for code, p in known},
            catalogue.other_titles,
            frozenset(code for code, p in known if p.at_home),
        )

    def start(self) -> None:
        """Serve stored lock-outs from now on, and show who may log in."""
        lanes, desk = self.desk.lanes, self.desk
        lanes.run(Lane.WRITE, desk.accounts.start)
        lanes.run(Lane.READ, desk.office.villages, self._on_villages, self.on_failed)
        lanes.run(Lane.GENERAL, warm_up)
        self.ask_who()
        self.calls.read_queue()

    def ask_who(self) -> None:
        """Show the log-in page with the names that may log in."""
        self.desk.lanes.run(
            Lane.READ, self.desk.accounts.who_can_log_in, self._on_who, self._on_who_failed
        )

    def logged_in(self) -> Staff:
        """Return who is logged in; no page but the log-in asks before."""
        if self.staff is None:
            raise BugError("nobody is logged in")
        return self.staff

    def show(self, screen: StaffScreenName, model: object) -> None:
        """Show a page, unless the console was locked in the meantime."""
        if self.staff is None and screen is not StaffScreenName.LOG_IN:
            return
        self.screen, self._shown = screen, (screen, model)
        self.window.show_screen(screen, model, self._kit, self._rail())

    def refresh_rail(self) -> None:
        """Show the rail's figures anew; a page on its way brings them along itself."""
        if self._shown[0] is self.screen:
            self.window.show_rail(self._rail())

    def is_showing(self, screen: StaffScreenName) -> bool:
        """Return whether `screen` is the page in front."""
        return self.screen is screen

    def procedure(self, code: str) -> Procedure | None:
        """Return the procedure of a code."""
        return self.desk.catalogue.by_code(code)

    def plain(self, error: KnownError | BugError) -> str:
        """Return an error as a sentence for people, with its cure."""
        if isinstance(error, BugError):
            return self.desk.t(_OUR_FAULT)
        parts = (error.message, error.cure)
        return " ".join(self.desk.plain(part, error.fields) for part in parts if part)

    def tell(self, text: str) -> None:
        """Tell on the page in front how something ended that was begun on another."""
        if self.staff is not None:
            self.window.tell(text)

    def on_failed(self, error: KnownError | BugError) -> None:
        """Tell of a failure on the page in front."""
        self.window.tell(self.plain(error))

    def on_not_opened(self, screen: StaffScreenName, error: KnownError | BugError) -> None:
        """Tell why a page did not come; staff go on with the one that is still in front."""
        if self.screen is screen:
            self.screen = self._shown[0]
        self.on_failed(error)

    @Slot(object)
    def on_wish(self, wish: object) -> None:
        """Carry out one wish of a page or of the rail."""
        self.touch()
        self._handlers[type(wish)](wish)

    @Slot(object)
    def follow(self, changes: tuple[Change, ...]) -> None:
        """Bring the console up to date with what others changed."""
        topics = {change.topic for change in changes}
        if Topic.OFFICE in topics:
            self.desk.lanes.run(Lane.READ, self.desk.office.villages, self._on_villages)
        if Topic.STAFF in topics:
            self.ask_who()
        self.calls.follow(topics)
        if self.staff is not None:
            self.cases.follow(topics)
            self.rounds.follow(topics)
            self.appointments.follow(topics)
            self.patience.follow(topics)
            self.content.follow(topics)

    def scan(self, payload: str) -> bool:
        """Take a scanned slip when someone is logged in and not confined; return whether taken."""
        if self.staff is None or self.is_confined:
            return False
        self.cases.scan(payload)
        return True

    @Slot()
    def await_pin(self) -> None:
        """One-screen mode: give the screen back when nobody enters a PIN."""
        if self.staff is None and self.desk.one_screen:
            self._lock.start()

    @Slot()
    def lock(self) -> None:
        """Log out; nothing of what was being done is lost."""
        staff, self.staff = self.staff, None
        self._heartbeat.stop()
        self._lock.stop()
        self._is_logging_in = False
        self.is_confined = self.desk.one_screen
        self._log_in = replace(self._log_in, problem="", wait_seconds=0, chosen_id="")
        # The page goes first: with it goes out what it has not yet handed on of a draft.
        self.show(StaffScreenName.LOG_IN, self._log_in)
        for work in self._parts:
            work.forget()
        self.calls.announce()
        if staff is not None:
            self.desk.lanes.run(Lane.WRITE, partial(self.desk.accounts.log_out, staff))
            self.desk.lanes.run(Lane.WRITE, self.desk.duty.leave)
            self.locked.emit()
        self.ask_who()
        if self.desk.one_screen:
            self.citizen_wanted.emit()

    @property
    def _parts(self) -> tuple[_Work, ...]:
        """The parts that carry out wishes."""
        served = (self.calls, self.entries, self.cases, self.rounds, self.appointments)
        about_people = (self.cards, self.people)
        return (*served, *about_people, self.lead, self.content, self.national, self.patience)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    def _handler_table(self) -> dict[type, Callable[[Any], None]]:
        own: dict[type, Callable[[Any], None]] = {
            w.LogIn: self._on_log_in,
            w.LogOut: self._on_log_out,
            w.LeaveCitizenScreen: self._on_leave_citizen,
            w.BackToCitizen: self._on_log_out,
            w.Open: self._on_open,
            w.EndProgram: self._on_end,
        }
        for part in self._parts:
            own |= part.handlers()
        return own

    def _rail(self) -> RailModel | None:
        if self.staff is None:
            return None
        return RailModel(
            self.staff,
            self.screen,
            self.calls.waiting,
            0 if self.is_confined else self.calls.may_be_stuck,
            self.appointments.wishes,
            is_confined=self.is_confined,
            is_one_screen=self.desk.one_screen,
            is_demo=self.desk.profile.is_demo,
        )

    def _on_who(self, staff: tuple[Staff, ...]) -> None:
        """Offer the names anew where they changed; whoever was blocked is logged out."""
        is_new, self._log_in = staff != self._log_in.staff, replace(self._log_in, staff=staff)
        if self.staff is not None:
            if self.staff.id not in {person.id for person in staff}:
                self.lock()
        elif is_new or self.window.screen_name is None:
            self.show(StaffScreenName.LOG_IN, self._log_in)

    def _on_who_failed(self, error: KnownError | BugError) -> None:
        """Without the database nobody can log in: say why on a page that is there."""
        if self.window.screen_name is None:
            self.show(StaffScreenName.LOG_IN, self._log_in)
        self.on_failed(error)

    def _on_villages(self, villages: tuple[Village, ...]) -> None:
        self.villages = villages

    def _on_log_in(self, wish: w.LogIn) -> None:
        job = partial(self.desk.accounts.log_in, wish.staff_id, wish.pin)
        self._log_in = replace(self._log_in, chosen_id=wish.staff_id)
        self._is_logging_in = True
        self.desk.lanes.run(Lane.WRITE, job, self._on_logged_in, self._on_pin_refused)

    def _on_logged_in(self, staff: Staff) -> None:
        if not self._is_logging_in:
            return  # the screen was given back while the PIN was looked at
        self._is_logging_in = False
        self.staff = staff
        self._log_in = replace(self._log_in, problem="", wait_seconds=0, chosen_id="")
        self._heartbeat.start()
        self._lock.start()
        self._beat()
        self.appointments.count()
        self.calls.open()

    def _on_pin_refused(self, error: KnownError | BugError) -> None:
        wait = error.wait_seconds if isinstance(error, PinRefused) else 0
        self._log_in = replace(self._log_in, problem=self.plain(error), wait_seconds=int(wait))
        self.show(StaffScreenName.LOG_IN, self._log_in)

    def _on_log_out(self, _wish: object) -> None:
        self.lock()

    def _on_leave_citizen(self, _wish: w.LeaveCitizenScreen) -> None:
        self.is_confined = False
        self.calls.open()

    def _on_open(self, wish: w.Open) -> None:
        if self.is_confined:
            if self.is_showing(StaffScreenName.SLIP):
                self.lock()
            return
        is_lead = self.logged_in().role is Role.LEAD
        openers: dict[StaffScreenName, Callable[[], None]] = {
            StaffScreenName.CALLS: self.calls.open,
            StaffScreenName.TODAY: self.entries.open,
            StaffScreenName.MOBILE_LIST: self.cases.open,
            StaffScreenName.APPOINTMENTS: self.appointments.open,
            StaffScreenName.SCAN: self.cases.open_scan,
            StaffScreenName.PERSON: self.people.open,
            StaffScreenName.LEAVE: self._ask_to_leave,
        }
        if is_lead:
            openers |= {
                StaffScreenName.LOG: self.lead.open_log,
                StaffScreenName.ACCOUNTS: self.lead.open_accounts,
                StaffScreenName.CONTENT: self.content.open,
                StaffScreenName.NATIONAL: self.national.open,
                StaffScreenName.OFFICE: self.office_wanted.emit,
            }
        if wish.screen in openers:
            openers[wish.screen]()

    def _ask_to_leave(self) -> None:
        self.show(StaffScreenName.LEAVE, LeaveModel(self.calls.waiting))

    def _on_end(self, _wish: w.EndProgram) -> None:
        self.end_wanted.emit()

    @Slot()
    def _beat(self) -> None:
        if self.staff is not None:
            self.desk.lanes.run(Lane.WRITE, partial(self.desk.duty.heartbeat, self.staff))

    @Slot()
    def touch(self) -> None:
        """Somebody is here: the lock waits anew."""
        if self.staff is not None:
            self._lock.start()
        else:
            self.await_pin()
