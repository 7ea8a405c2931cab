"""Tables that only grow: the audit, and the feed of changes. Triggers refuse anything else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id
from kiosk.domain.audit import AuditAction
from kiosk.services.ports import Topic


class AuditRow(Row):
    """Who saw, changed, printed or exported what."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "at", "id"),)

    id: Mapped[Id]
    at: Mapped[datetime]
    staff_id: Mapped[str]
    action: Mapped[AuditAction]
    subject: Mapped[str]
    detail: Mapped[str]


class ChangeRow(Row):
    """One committed change; `seq` is never used twice, even after pruning."""

    __tablename__ = "changes"
    __table_args__ = ({"sqlite_autoincrement": True},)

    seq: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[Topic]
    subject_id: Mapped[str]
