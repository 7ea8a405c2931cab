"""The table of help calls: codes and times only, and which member of staff came."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, OptionalText, WordList, link
from kiosk.domain.help_call import CallState, CancelReason


class CallRow(Row):
    """One call."""

    __tablename__ = "calls"

    id: Mapped[Id]
    visit_id: Mapped[str] = mapped_column(link("visits.id"), index=True)
    counter: Mapped[str]
    procedure_code: Mapped[str]
    step_id: Mapped[str]
    barriers: Mapped[tuple[str, ...]]
    state: Mapped[CallState] = mapped_column(index=True)
    called_at: Mapped[datetime]
    received_at: Mapped[datetime | None]
    taken_at: Mapped[datetime | None]
    taken_by: Mapped[str]
    taken_by_name: Mapped[str]
    closed_at: Mapped[datetime | None]
    cancel_reason: Mapped[CancelReason | None]
    handed_by_name: Mapped[str] = mapped_column(OptionalText, nullable=True)
    ticked_papers: Mapped[tuple[str, ...]] = mapped_column(WordList, nullable=True)
