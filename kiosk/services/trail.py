"""New ids and lines of the audit, made the same way by every use case."""

from __future__ import annotations

from uuid import UUID

from uuid6 import uuid7

from kiosk.domain.audit import AuditAction, AuditEntry
from kiosk.services.ports import Clock, Records

_ONE_MILLISECOND = 1 << 80
"""What a UUIDv7 grows by in a millisecond: its first 48 bits count them."""


def new_id() -> str:
    """Return a new UUIDv7 as text: ids sort by the time they were made."""
    return str(uuid7())


def new_entry_id(records: Records, code: str) -> str:
    """Return an id for the next line of what was said of a procedure, within a transaction.

    The last line holds, so it sorts behind all others also when the clock was set back.
    """
    made, history = new_id(), records.content.history(code)
    if history and history[-1].id >= made:
        return str(UUID(int=UUID(history[-1].id).int + _ONE_MILLISECOND))
    return made


def audit_entry(
    clock: Clock, staff_id: str, action: AuditAction, subject: str = "", detail: str = ""
) -> AuditEntry:
    """Return a line of the audit, stamped now; `detail` is coded and holds no personal data."""
    return AuditEntry(new_id(), clock.now(), staff_id, action, subject, detail)
