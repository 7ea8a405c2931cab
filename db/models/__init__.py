"""All tables. Importing this package makes them known to the metadata."""

from __future__ import annotations

from db.base import Row
from db.models.assistances import (
    AssistanceBarrierRow,
    AssistanceDraftRow,
    AssistanceRow,
    CorrectionRow,
)
from db.models.calls import CallRow
from db.models.consents import ConsentRequestRow, ConsentRow
from db.models.content import (
    ContentDraftRow,
    ContentEntryRow,
    NationalEntryRow,
    NationalImportRow,
)
from db.models.follow_ups import AttemptRow, FollowUpRow
from db.models.marks import AuditRow, ChangeRow
from db.models.office import OfficeProfileRow, OfficeValueRow, VillageRow
from db.models.people import PersonRow
from db.models.rounds import RoundRow, RoundStopRow
from db.models.slips import SlipNumberRow, SlipRow
from db.models.staff import LockOutRow, PresenceRow, StaffRow
from db.models.visits import QuietSignRow, VisitEventRow, VisitRow

__all__ = [
    "AssistanceBarrierRow",
    "AssistanceDraftRow",
    "AssistanceRow",
    "AttemptRow",
    "AuditRow",
    "CallRow",
    "ChangeRow",
    "ConsentRequestRow",
    "ConsentRow",
    "ContentDraftRow",
    "ContentEntryRow",
    "CorrectionRow",
    "FollowUpRow",
    "LockOutRow",
    "NationalEntryRow",
    "NationalImportRow",
    "OfficeProfileRow",
    "OfficeValueRow",
    "PersonRow",
    "PresenceRow",
    "QuietSignRow",
    "RoundRow",
    "RoundStopRow",
    "Row",
    "SlipNumberRow",
    "SlipRow",
    "StaffRow",
    "VillageRow",
    "VisitEventRow",
    "VisitRow",
]
