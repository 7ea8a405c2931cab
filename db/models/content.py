"""Tables of the content: the office's word on facts, corrections being typed, the national list."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, PlainValue
from kiosk.domain.content_review import Verdict


class ContentEntryRow(Row):
    """One line of a fact's history; ids sort by time, and no line is ever changed."""

    __tablename__ = "content_entries"
    __table_args__ = (Index(None, "code", "id"),)

    id: Mapped[Id]
    code: Mapped[str]
    path: Mapped[str]
    verdict: Mapped[Verdict]
    value: Mapped[Any | None] = mapped_column(PlainValue)
    shipped: Mapped[Any] = mapped_column(PlainValue)
    note: Mapped[str]
    staff_id: Mapped[str]
    staff_name: Mapped[str]
    at: Mapped[datetime]


class ContentDraftRow(Row):
    """The one correction of a fact that is being typed."""

    __tablename__ = "content_drafts"

    code: Mapped[str] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(PlainValue)
    note: Mapped[str]
    staff_name: Mapped[str]
    at: Mapped[datetime]


class NationalEntryRow(Row):
    """One procedure of the national catalogue."""

    __tablename__ = "national_entries"

    code: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    field: Mapped[str]
    level: Mapped[str]
    decision: Mapped[str]
    url: Mapped[str]


class NationalImportRow(Row):
    """One import of it; ids sort by time."""

    __tablename__ = "national_imports"

    id: Mapped[Id]
    at: Mapped[datetime]
    staff_id: Mapped[str]
    staff_name: Mapped[str]
    file: Mapped[str]
    taken: Mapped[int]
    skipped: Mapped[int]
