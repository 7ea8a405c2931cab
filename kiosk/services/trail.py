"""New ids and lines of the audit, made the same way by every use case."""

from __future__ import annotations

from uuid6 import uuid7

from kiosk.domain.audit import AuditAction, AuditEntry
from kiosk.services.ports import Clock


def new_id() -> str:
    """Return a new UUIDv7 as text: ids sort by the time they were made."""
    return str(uuid7())


def audit_entry(
    clock: Clock, staff_id: str, action: AuditAction, subject: str = "", detail: str = ""
) -> AuditEntry:
    """Return a line of the audit, stamped now; `detail` is coded and holds no personal data."""
    return AuditEntry(new_id(), clock.now(), staff_id, action, subject, detail)
