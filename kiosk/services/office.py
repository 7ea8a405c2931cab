"""Setting the office up: its profile and villages, its key, and the recovery sheet typed back.

The first person may be stored only after the recovery sheet was typed back, because without it a
broken PC would make every stored name unreadable. A second counter joins with the same sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.office import OfficeProfile, Village
from kiosk.domain.person import normal_phone
from kiosk.domain.staff import Staff
from kiosk.domain.text import fold, nfc
from kiosk.domain.words import N_
from kiosk.services.forms import FormProblem, refuse_if
from kiosk.services.keys import KeyRing, OfficeKey
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.recovery import recovery_groups, secret_from_recovery
from kiosk.services.roles import is_lead, require_lead
from kiosk.services.trail import audit_entry

KEY_CHECK = "key_check"
OFFICE_TAG = "office_tag"
RECOVERY_CONFIRMED = "recovery_confirmed_at"
SET_UP = "set_up_at"


@dataclass(frozen=True, slots=True)
class SetupState:
    """How far set-up has come. `must_join`: the database has a key that this machine lacks."""

    profile: OfficeProfile | None
    villages: tuple[Village, ...]
    has_lead: bool
    has_key: bool
    must_join: bool
    recovery_confirmed: bool
    finished: bool


class OfficeSetup:
    """The office's facts and its key."""

    def __init__(self, store: Store, clock: Clock, ring: KeyRing) -> None:
        self._store = store
        self._clock = clock
        self._ring = ring

    def state(self) -> SetupState:
        """Return how far set-up has come."""
        has_key = self._ring.has_key()
        with self._store.read() as records:
            return SetupState(
                profile=records.office.profile(),
                villages=records.office.villages(),
                has_lead=any(is_lead(staff) for staff in records.staff.all()),
                has_key=has_key,
                must_join=bool(records.office.value(KEY_CHECK)) and not has_key,
                recovery_confirmed=bool(records.office.value(RECOVERY_CONFIRMED)),
                finished=bool(records.office.value(SET_UP)),
            )

    def is_set_up(self) -> bool:
        """Return whether set-up was finished."""
        with self._store.read() as records:
            return bool(records.office.value(SET_UP))

    def profile(self) -> OfficeProfile:
        """Return the office's profile; raises KnownError before there is one."""
        with self._store.read() as records:
            return known_profile(records)

    def villages(self) -> tuple[Village, ...]:
        """Return the office's villages."""
        with self._store.read() as records:
            return records.office.villages()

    def save_profile(self, profile: OfficeProfile, by: Staff | None = None) -> OfficeProfile:
        """Keep the office's profile; raises FormRefused at `name`, `hotline`."""
        clean = _clean(profile)
        refuse_if(_profile_problems(clean))
        with self._store.write() as records:
            self._let_in(records, by)
            records.office.save_profile(clean)
            self._note(records, by, "profile")
        return clean

    def save_villages(
        self, villages: Iterable[Village], by: Staff | None = None
    ) -> tuple[Village, ...]:
        """Replace the villages; one whose name was known keeps its id, for what refers to it."""
        with self._store.write() as records:
            self._let_in(records, by)
            known = {_village_key(village): village.id for village in records.office.villages()}
            kept = tuple(replace(v, id=known.get(_village_key(v), v.id)) for v in villages)
            records.office.replace_villages(kept)
            self._note(records, by, f"villages {len(kept)}")
        return kept

    def make_key(self) -> tuple[str, ...]:
        """Return the recovery groups to print; the key is made the first time."""
        with self._store.write() as records:
            stored = records.office.value(KEY_CHECK)
            if stored and not self._ring.has_key():
                raise _joins_with_sheet()
            key = self._ring.key() if self._ring.has_key() else self._ring.create()
            if stored and stored != key.check:
                raise _other_key()
            records.office.set_value(KEY_CHECK, key.check)
            records.office.set_value(OFFICE_TAG, str(key.office_tag))
        return recovery_groups(key.secret)

    def confirm_recovery(self, typed: str, by: Staff | None = None) -> None:
        """Note that the printed sheet was typed back; raises KnownError where it differs."""
        if secret_from_recovery(typed) != self._ring.key().secret:
            raise KnownError(
                N_("Đây là phiếu khôi phục của một khóa khác."),
                N_("Lấy tờ vừa in, rồi gõ lại từ đầu."),
                "recovery sheet of another key",
            )
        with self._store.write() as records:
            records.office.set_value(RECOVERY_CONFIRMED, self._clock.now().isoformat())
            self._note(records, by, "recovery confirmed")

    def join(self, typed: str) -> None:
        """Give this machine the key of its database from the recovery sheet; KnownError if not."""
        key = OfficeKey.from_secret(secret_from_recovery(typed))
        with self._store.read() as records:
            if records.office.value(KEY_CHECK) != key.check:
                raise _other_key()
        self._ring.adopt(key.secret)

    def check_key(self) -> None:
        """Raise KnownError when this machine's key does not open its database."""
        with self._store.read() as records:
            stored = records.office.value(KEY_CHECK)
        if stored and stored != self._ring.key().check:
            raise _other_key()

    def finish(self, by: Staff) -> None:
        """Open the office for citizens; raises KnownError when something is still missing."""
        require_lead(by)
        with self._store.write() as records:
            known_profile(records)
            if not records.office.value(KEY_CHECK):
                raise BugError("set-up was finished before the key was made")
            records.office.set_value(SET_UP, self._clock.now().isoformat())
            self._note(records, by, "set up")

    def _let_in(self, records: Records, by: Staff | None) -> None:
        """Until set-up is finished nobody is logged in; afterwards it takes a lead."""
        if by is not None:
            require_lead(by)
        elif records.office.value(SET_UP):
            raise BugError("the office was changed by nobody")

    def _note(self, records: Records, by: Staff | None, what: str) -> None:
        staff_id = by.id if by else ""
        records.changes.add(Topic.OFFICE, what.split(maxsplit=1)[0])
        records.audit.add(audit_entry(self._clock, staff_id, AuditAction.OFFICE_CHANGED, "", what))


def known_profile(records: Records) -> OfficeProfile:
    """Return the office's profile; raises KnownError before set-up."""
    profile = records.office.profile()
    if profile is None:
        raise KnownError(
            N_("Chưa có tên và địa chỉ của cơ quan."),
            N_("Mở phần cài đặt và nhập tên cơ quan."),
            "no office profile",
        )
    return profile


def recovery_confirmed(records: Records) -> bool:
    """Return whether the recovery sheet was typed back, so that persons may be stored."""
    return bool(records.office.value(RECOVERY_CONFIRMED))


def _clean(profile: OfficeProfile) -> OfficeProfile:
    return replace(
        profile,
        name=nfc(profile.name),
        desk=nfc(profile.desk),
        address=nfc(profile.address),
        hotline=nfc(profile.hotline),
        hours=nfc(profile.hours),
    )


def _profile_problems(profile: OfficeProfile) -> Iterable[FormProblem]:
    if not profile.name:
        yield FormProblem("name", N_("Nhập tên cơ quan."))
    if not _is_hotline(profile.hotline):
        yield FormProblem("hotline", N_("Số điện thoại này chưa đúng."))


def _is_hotline(typed: str) -> bool:
    """Hot-lines may be short (1022) or start with 1900, so they are not held to a person's rule."""
    digits = "".join(c for c in typed if c.isdigit())
    has_letters = any(c.isalpha() for c in typed)
    is_short = 3 <= len(digits) <= 10 and not has_letters
    return not typed or is_short or normal_phone(typed) is not None


def _village_key(village: Village) -> tuple[str, str]:
    return fold(village.name), fold(village.former_commune)


def _joins_with_sheet() -> KnownError:
    return KnownError(
        N_("Dữ liệu này đã có khóa từ một máy khác."),
        N_("Nhập phiếu khôi phục của xã để máy này dùng chung."),
        "the database has a key, this machine has none",
    )


def _other_key() -> KnownError:
    return KnownError(
        N_("Khóa này không mở được dữ liệu của xã."),
        N_("Lấy phiếu khôi phục của xã, rồi gõ lại từ đầu."),
        "key check differs",
    )
