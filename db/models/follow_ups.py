"""Tables of promises and of the attempts at keeping them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, OptionalLink, link
from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import AttemptResult, FollowUpKind, FollowUpState, WithdrawReason


class FollowUpRow(Row):
    """One promise; barriers, ticked papers and age band are those of its assistance."""

    __tablename__ = "follow_ups"
    __table_args__ = (Index(None, "state", "promised_at"),)

    id: Mapped[Id]
    assistance_id: Mapped[str] = mapped_column(link("assistances.id"), index=True)
    kind: Mapped[FollowUpKind]
    procedure_code: Mapped[str]
    step_id: Mapped[str]
    due: Mapped[date]
    half_day: Mapped[HalfDay]
    bring: Mapped[tuple[str, ...]]
    state: Mapped[FollowUpState]
    promised_at: Mapped[datetime]
    promised_by_name: Mapped[str]
    person_id: Mapped[str] = mapped_column(
        OptionalLink, link("people.id", when_deleted="SET NULL"), nullable=True, index=True
    )
    village_id: Mapped[str]
    move_asked_at: Mapped[datetime | None]
    move_to: Mapped[date | None]
    served_as: Mapped[str] = mapped_column(OptionalLink, nullable=True)
    withdraw_reason: Mapped[WithdrawReason | None]
    closed_at: Mapped[datetime | None]


class AttemptRow(Row):
    """One try at keeping a promise."""

    __tablename__ = "attempts"

    id: Mapped[Id]
    follow_up_id: Mapped[str] = mapped_column(link("follow_ups.id"), index=True)
    result: Mapped[AttemptResult]
    at: Mapped[datetime]
    staff_id: Mapped[str]
    staff_name: Mapped[str]
