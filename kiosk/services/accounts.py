"""Staff accounts: adding, blocking, PINs, and logging in with a lock-out that cannot be dodged.

A failure is counted before the PIN is compared and taken back after: whoever pulls the plug in
between has used up a guess. A refusal never tells whether the name, the PIN or a block was why.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.staff import PIN_PROBLEM_LABELS, Role, Staff, pin_problem
from kiosk.domain.text import fold, nfc
from kiosk.domain.words import N_
from kiosk.services.forms import FormProblem, refuse_if
from kiosk.services.lock_outs import LockOuts
from kiosk.services.pins import PinHasher, issue_pin
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.roles import is_lead, require_lead
from kiosk.services.trail import audit_entry, new_id


@dataclass(frozen=True, slots=True)
class IssuedPin:
    """A random PIN, to be shown once; only its hash is kept."""

    staff: Staff
    pin: str = field(repr=False)


class PinRefused(KnownError):
    """No PIN was accepted; `wait_seconds` is 0 when another may be tried at once."""

    def __init__(self, wait_seconds: float) -> None:
        self.wait_seconds = wait_seconds
        if wait_seconds > 0:
            message, cure = N_("Tạm dừng nhập mã PIN."), N_("Chờ {minutes} phút rồi nhập lại.")
        else:
            message, cure = N_("Mã PIN chưa đúng."), N_("Nhập lại mã PIN.")
        minutes = math.ceil(wait_seconds / 60)
        super().__init__(message, cure, f"pin refused, wait {minutes} min", minutes=minutes)


class Accounts:
    """The accounts of the office, seen from `device`."""

    def __init__(self, store: Store, clock: Clock, hasher: PinHasher, device: str) -> None:
        self._store = store
        self._clock = clock
        self._hasher = hasher
        self._device = f"device:{device}"
        self._lock_outs = LockOuts(clock)

    def start(self) -> None:
        """Begin to serve the waits that were left open when the program last ended."""
        with self._store.read() as records:
            accounts = [_account(staff.id) for staff in records.staff.all()]
            self._lock_outs.wait_left(records.staff, self._device, *accounts)

    def staff(self) -> tuple[Staff, ...]:
        """Return every account, blocked ones too, by name."""
        with self._store.read() as records:
            return tuple(sorted(records.staff.all(), key=_by_name))

    def who_can_log_in(self) -> tuple[Staff, ...]:
        """Return the accounts to choose from, by name."""
        return tuple(staff for staff in self.staff() if not staff.is_blocked)

    def add_lead(self, name: str, pin: str, pin_again: str, by: Staff | None = None) -> Staff:
        """Add a lead with a self-chosen PIN; only the first one may come from nobody.

        Raises FormRefused at `name`, `pin`, `pin_again`.
        """
        with self._store.write() as records:
            self._let_in(records, by)
            problems = [*_name_problems(records, name), *_pin_problems(pin, pin_again)]
            refuse_if(problems)
            staff = Staff(new_id(), nfc(name), Role.LEAD, self._hasher.hash(pin))
            self._keep(records, staff, by or staff, "added lead")
            return staff

    def add_supporter(self, name: str, by: Staff) -> IssuedPin:
        """Add a supporter with an issued PIN; raises FormRefused at `name`."""
        pin = issue_pin()
        pin_hash = self._hasher.hash(pin)
        with self._store.write() as records:
            require_lead(by)
            refuse_if(_name_problems(records, name))
            staff = Staff(new_id(), nfc(name), Role.SUPPORTER, pin_hash)
            self._keep(records, staff, by, "added supporter")
            return IssuedPin(staff, pin)

    def block(self, staff_id: str, by: Staff) -> Staff:
        """Let this account log in no longer; the last lead stays."""
        with self._store.write() as records:
            require_lead(by)
            staff = _known(records, staff_id)
            others = [s for s in records.staff.all() if is_lead(s) and s.id != staff_id]
            if not others:
                raise KnownError(
                    N_("Đây là lãnh đạo duy nhất còn đăng nhập được."),
                    N_("Thêm một lãnh đạo khác trước khi khóa tài khoản này."),
                )
            return self._keep(records, replace(staff, is_blocked=True), by, "blocked")

    def unblock(self, staff_id: str, by: Staff) -> Staff:
        """Let this account log in again, with the PIN it had."""
        with self._store.write() as records:
            require_lead(by)
            staff = replace(_known(records, staff_id), is_blocked=False)
            return self._keep(records, staff, by, "unblocked")

    def reissue_pin(self, staff_id: str, by: Staff) -> IssuedPin:
        """Replace a forgotten PIN by a random one and end the account's lock-out."""
        pin = issue_pin()
        pin_hash = self._hasher.hash(pin)
        with self._store.write() as records:
            require_lead(by)
            staff = replace(_known(records, staff_id), pin_hash=pin_hash)
            self._lock_outs.clear(records.staff, _account(staff_id))
            return IssuedPin(self._keep(records, staff, by, "pin reissued"), pin)

    def change_pin(self, staff: Staff, old_pin: str, pin: str, pin_again: str) -> Staff:
        """Replace one's own PIN; raises PinRefused for the old one, FormRefused for the new."""
        refuse_if(_pin_problems(pin, pin_again))
        if self._proved(staff.id, old_pin) is None:
            raise PinRefused(self.wait_left(staff.id))
        pin_hash = self._hasher.hash(pin)
        with self._store.write() as records:
            self._lock_outs.clear(records.staff, _account(staff.id), self._device)
            changed = replace(_known(records, staff.id), pin_hash=pin_hash)
            return self._keep(records, changed, staff, "pin changed")

    def log_in(self, staff_id: str, pin: str) -> Staff:
        """Return the account whose PIN this is; raises PinRefused."""
        staff = self._proved(staff_id, pin)
        with self._store.write() as records:
            if staff is None:
                entry = audit_entry(self._clock, "", AuditAction.PIN_REFUSED, staff_id)
            else:
                self._lock_outs.clear(records.staff, _account(staff_id), self._device)
                entry = audit_entry(self._clock, staff.id, AuditAction.LOGGED_IN, staff.id)
            records.audit.add(entry)
        if staff is None:
            raise PinRefused(self.wait_left(staff_id))
        return staff

    def log_out(self, staff: Staff) -> None:
        """Note that `staff` left the console."""
        with self._store.write() as records:
            records.audit.add(audit_entry(self._clock, staff.id, AuditAction.LOGGED_OUT, staff.id))

    def wait_left(self, staff_id: str) -> float:
        """Return the seconds until a PIN of this account is looked at on this device."""
        with self._store.read() as records:
            return self._lock_outs.wait_left(records.staff, _account(staff_id), self._device)

    def _proved(self, staff_id: str, pin: str) -> Staff | None:
        """Return the account if `pin` opens it; counts the guess first."""
        with self._store.write() as records:
            subjects = (_account(staff_id), self._device)
            wait = self._lock_outs.wait_left(records.staff, *subjects)
            if wait > 0:
                raise PinRefused(wait)
            self._lock_outs.count_failure(records.staff, *subjects)
            staff = records.staff.get(staff_id)
        matches = self._hasher.matches(pin, staff.pin_hash if staff else "")
        return staff if staff and matches and not staff.is_blocked else None

    def _let_in(self, records: Records, by: Staff | None) -> None:
        """The first lead comes from nobody; every later one from a lead."""
        if by is not None:
            require_lead(by)
        elif any(is_lead(staff) for staff in records.staff.all()):
            raise BugError("only the first lead may be added by nobody")

    def _keep(self, records: Records, staff: Staff, by: Staff, what: str) -> Staff:
        records.staff.save(staff)
        records.changes.add(Topic.STAFF, staff.id)
        records.audit.add(
            audit_entry(self._clock, by.id, AuditAction.STAFF_CHANGED, staff.id, what)
        )
        return staff


def _account(staff_id: str) -> str:
    return f"account:{staff_id}"


def _by_name(staff: Staff) -> str:
    return fold(staff.name)


def _known(records: Records, staff_id: str) -> Staff:
    staff = records.staff.get(staff_id)
    if staff is None:
        raise BugError(f"no account {staff_id}")
    return staff


def _name_problems(records: Records, name: str) -> Iterator[FormProblem]:
    wanted = nfc(name)
    if not wanted:
        yield FormProblem("name", N_("Nhập họ và tên."))
    elif any(nfc(staff.name) == wanted for staff in records.staff.all()):
        yield FormProblem("name", N_("Đã có người tên này. Thêm một chữ để phân biệt."))


def _pin_problems(pin: str, pin_again: str) -> Iterator[FormProblem]:
    problem = pin_problem(pin)
    if problem:
        yield FormProblem("pin", PIN_PROBLEM_LABELS[problem])
    elif pin != pin_again:
        yield FormProblem("pin_again", N_("Hai lần nhập chưa giống nhau. Nhập lại."))
