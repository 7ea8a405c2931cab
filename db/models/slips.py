"""Tables of slips: every printed version, and the last number of each month."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, OptionalLink, link
from kiosk.domain.slip import PrintState, SlipKind


class SlipRow(Row):
    """One version of one slip; it names nobody."""

    __tablename__ = "slips"
    __table_args__ = (UniqueConstraint("number", "version"),)

    id: Mapped[Id]
    number: Mapped[str]
    version: Mapped[int]
    kind: Mapped[SlipKind]
    code: Mapped[str] = mapped_column(index=True)
    payload: Mapped[str]
    issued_at: Mapped[datetime]
    issued_by: Mapped[str]
    procedure_code: Mapped[str]
    follow_up_id: Mapped[str] = mapped_column(
        OptionalLink, link("follow_ups.id"), nullable=True, index=True
    )
    visit_id: Mapped[str] = mapped_column(
        OptionalLink, link("visits.id"), nullable=True, index=True
    )
    print_state: Mapped[PrintState]
    bring: Mapped[tuple[str, ...]]
    where: Mapped[str]


class SlipNumberRow(Row):
    """The last number given out in a month ("2026-11")."""

    __tablename__ = "slip_numbers"

    month: Mapped[str] = mapped_column(String, primary_key=True)
    last: Mapped[int]
