"""Erasing persons whose day has come: once a day, and at once where consent was withdrawn."""

from __future__ import annotations

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import office_day
from kiosk.services.ports import Clock, Records
from kiosk.services.trail import audit_entry


def erase_due(records: Records, clock: Clock) -> int:
    """Erase within a transaction whose day has come and of whom nothing is open; return how many.

    Consents and log entries stay as proof, without the link to a person.
    """
    erased = records.people.erase_due(office_day(clock.now()))
    if erased:
        action, detail = AuditAction.PERSON_ERASED, f"persons={erased}"
        records.audit.add(audit_entry(clock, "", action, "", detail))
    return erased
