"""Tables of visits: anonymous. No column here has room for a name, a number or free text."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, link
from kiosk.domain.stuck import StuckSign
from kiosk.domain.visit import VisitEnd, VisitEventKind


class VisitRow(Row):
    """One citizen's use of one device, from first touch to wipe."""

    __tablename__ = "visits"
    __table_args__ = (Index(None, "device", "ended_at"),)

    id: Mapped[Id]
    device: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    how: Mapped[VisitEnd | None]


class VisitEventRow(Row):
    """One mark in a visit."""

    __tablename__ = "visit_events"

    visit_id: Mapped[str] = mapped_column(link("visits.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    elapsed_ms: Mapped[int]
    kind: Mapped[VisitEventKind]
    procedure_code: Mapped[str]
    step_id: Mapped[str]
    barrier: Mapped[str]
    value: Mapped[int | None]


class QuietSignRow(Row):
    """Somebody who may be stuck now; gone when they go on, and with the visit."""

    __tablename__ = "quiet_signs"

    visit_id: Mapped[str] = mapped_column(link("visits.id"), primary_key=True)
    counter: Mapped[str]
    procedure_code: Mapped[str]
    step_id: Mapped[str]
    sign: Mapped[StuckSign]
    since: Mapped[datetime]
