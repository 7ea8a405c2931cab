"""Tables of the assistance log: entries, their barriers, corrections, and encrypted drafts.

Barriers are rows of their own, because the log is filtered and counted by them. Notes are held
encrypted, here and in corrections, and are NULL where there is none.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, OptionalLink, link
from kiosk.domain.assistance import AgeBand, HelpChannel, HelpLevel, Outcome


class AssistanceRow(Row):
    """One finished help."""

    __tablename__ = "assistances"
    __table_args__ = (Index(None, "logged_at", "id"),)

    id: Mapped[Id]
    visit_id: Mapped[str] = mapped_column(
        OptionalLink, link("visits.id"), nullable=True, index=True
    )
    call_id: Mapped[str] = mapped_column(OptionalLink, link("calls.id"), nullable=True, index=True)
    procedure_code: Mapped[str]
    step_id: Mapped[str]
    level: Mapped[HelpLevel]
    measured_minutes: Mapped[int]
    minutes: Mapped[int]
    outcome: Mapped[Outcome]
    supporter_id: Mapped[str]
    supporter_name: Mapped[str]
    logged_at: Mapped[datetime]
    age_band: Mapped[AgeBand | None]
    village_id: Mapped[str]
    person_id: Mapped[str] = mapped_column(
        OptionalLink, link("people.id", when_deleted="SET NULL"), nullable=True, index=True
    )
    channel: Mapped[HelpChannel] = mapped_column(server_default=HelpChannel.KIOSK)
    note: Mapped[bytes | None]


class AssistanceBarrierRow(Row):
    """One barrier of one entry; `position` keeps the order in which they were tapped."""

    __tablename__ = "assistance_barriers"
    __table_args__ = (Index(None, "barrier", "assistance_id"),)

    assistance_id: Mapped[str] = mapped_column(
        link("assistances.id", when_deleted="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    barrier: Mapped[str]


class CorrectionRow(Row):
    """One change of an entry; `before` is what it said, as JSON without its note."""

    __tablename__ = "assistance_corrections"

    id: Mapped[Id]
    assistance_id: Mapped[str] = mapped_column(
        link("assistances.id", when_deleted="CASCADE"), index=True
    )
    at: Mapped[datetime]
    staff_id: Mapped[str]
    staff_name: Mapped[str]
    before: Mapped[str]
    note: Mapped[bytes | None]


class AssistanceDraftRow(Row):
    """A half-filled entry; it may hold what was typed about a person, so all of it is encrypted."""

    __tablename__ = "assistance_drafts"

    call_id: Mapped[str] = mapped_column(String, primary_key=True)
    body: Mapped[bytes]
