"""Tables of planned trips and of the rows of their sheets; they name no citizen."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, link
from kiosk.domain.calendar import HalfDay
from kiosk.domain.round import CallAhead, RoundState, StopAnswer


class RoundRow(Row):
    """One trip; `companions` names who comes along from other agencies."""

    __tablename__ = "rounds"

    id: Mapped[Id]
    day: Mapped[date]
    half_day: Mapped[HalfDay]
    village_ids: Mapped[tuple[str, ...]]
    team_ids: Mapped[tuple[str, ...]]
    companions: Mapped[str]
    capacity: Mapped[int]
    state: Mapped[RoundState] = mapped_column(index=True)
    made_at: Mapped[datetime]
    made_by_name: Mapped[str]
    closed_at: Mapped[datetime | None]


class RoundStopRow(Row):
    """One row of a trip's sheet."""

    __tablename__ = "round_stops"

    round_id: Mapped[str] = mapped_column(link("rounds.id"), primary_key=True)
    follow_up_id: Mapped[str] = mapped_column(link("follow_ups.id"), primary_key=True, index=True)
    position: Mapped[int]
    call: Mapped[CallAhead | None]
    called_at: Mapped[datetime | None]
    answer: Mapped[StopAnswer | None]
    answered_at: Mapped[datetime | None]
