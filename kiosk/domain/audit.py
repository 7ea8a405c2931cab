"""The append-only record of who saw, changed, printed or exported what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AuditAction(StrEnum):
    """What was done. Every view of a person is one of them."""

    LOGGED_IN = "logged_in"
    LOGGED_OUT = "logged_out"
    PIN_REFUSED = "pin_refused"
    PERSON_VIEWED = "person_viewed"
    PERSON_SEARCHED = "person_searched"
    PERSON_STORED = "person_stored"
    PERSON_ERASED = "person_erased"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CALL_HANDED_OVER = "call_handed_over"
    CALL_CANCELLED = "call_cancelled"
    ASSISTANCE_LOGGED = "assistance_logged"
    ASSISTANCE_CORRECTED = "assistance_corrected"
    FOLLOW_UP_CHANGED = "follow_up_changed"
    ROUND_CHANGED = "round_changed"
    SLIP_ISSUED = "slip_issued"
    LIST_PRINTED = "list_printed"
    LOG_EXPORTED = "log_exported"
    STAFF_CHANGED = "staff_changed"
    OFFICE_CHANGED = "office_changed"
    CODE_REFUSED = "code_refused"
    HOST_ALLOWED = "host_allowed"
    SCREEN_TAKEN_OVER = "screen_taken_over"
    SCREEN_HANDED_BACK = "screen_handed_back"
    IDLE_HELD = "idle_held"
    CONTENT_CHANGED = "content_changed"
    CONTENT_EXPORTED = "content_exported"
    CATALOGUE_IMPORTED = "catalogue_imported"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line; `detail` is short, coded and never holds a name or a number of a person."""

    id: str
    at: datetime
    staff_id: str
    action: AuditAction
    subject: str = ""
    detail: str = ""
