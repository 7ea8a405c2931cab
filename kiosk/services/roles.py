"""Who may do what: the office lead's duties are refused to anyone else, whatever a screen shows."""

from __future__ import annotations

from kiosk.domain.errors import KnownError
from kiosk.domain.staff import Role, Staff
from kiosk.domain.words import N_


def is_lead(staff: Staff) -> bool:
    """Return whether `staff` is a lead whose account is not blocked."""
    return staff.role is Role.LEAD and not staff.is_blocked


def require_lead(staff: Staff) -> None:
    """Raise KnownError unless `staff` is a lead."""
    if not is_lead(staff):
        raise KnownError(
            N_("Việc này dành cho lãnh đạo văn phòng."),
            N_("Nhờ lãnh đạo đăng nhập rồi làm việc này."),
            "a lead's duty was asked for by another role",
        )
