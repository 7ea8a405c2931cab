"""Tables of consent: what was asked, and each answer to each purpose."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, OptionalLink, OptionalText, link
from kiosk.domain.person import Purpose


class ConsentRequestRow(Row):
    """Staff asking the citizen's screen; open until answered."""

    __tablename__ = "consent_requests"

    id: Mapped[Id]
    visit_id: Mapped[str] = mapped_column(link("visits.id"), index=True)
    purposes: Mapped[tuple[str, ...]]
    staff_id: Mapped[str]
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]


class ConsentRow(Row):
    """One answer. It stays as proof when the person has been erased, without the link."""

    __tablename__ = "consents"

    id: Mapped[Id]
    visit_id: Mapped[str] = mapped_column(link("visits.id"), index=True)
    purpose: Mapped[Purpose]
    granted: Mapped[bool]
    text_version: Mapped[str]
    at: Mapped[datetime]
    staff_id: Mapped[str]
    person_id: Mapped[str] = mapped_column(
        OptionalLink, link("people.id", when_deleted="SET NULL"), nullable=True, index=True
    )
    text_hash: Mapped[str] = mapped_column(OptionalText, nullable=True)
