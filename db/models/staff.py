"""Tables of staff: accounts, lock-outs, and the consoles someone is logged in at.

Other tables copy the id and the name of who acted, without a foreign key: they say who it was then.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id
from kiosk.domain.staff import Role


class StaffRow(Row):
    """One account; it is blocked, never deleted."""

    __tablename__ = "staff"

    id: Mapped[Id]
    name: Mapped[str]
    role: Mapped[Role]
    pin_hash: Mapped[str]
    is_blocked: Mapped[bool]
    must_change_pin: Mapped[bool]


class LockOutRow(Row):
    """Failures in a row of one account or one device."""

    __tablename__ = "lock_outs"

    subject: Mapped[str] = mapped_column(String, primary_key=True)
    failures: Mapped[int]


class PresenceRow(Row):
    """A console with someone logged in."""

    __tablename__ = "presences"

    device: Mapped[str] = mapped_column(String, primary_key=True)
    staff_id: Mapped[str]
    staff_name: Mapped[str]
    seen_at: Mapped[datetime]
