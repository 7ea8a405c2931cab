"""The table of persons. Name, phone and where-to-find are held encrypted; no other text."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id
from kiosk.domain.person import PhoneOwner


class PersonRow(Row):
    """One person who consented."""

    __tablename__ = "people"

    id: Mapped[Id]
    name: Mapped[bytes]
    village_id: Mapped[str]
    birth_year: Mapped[int | None]
    phone: Mapped[bytes]
    phone_owner: Mapped[PhoneOwner]
    where_to_find: Mapped[bytes]
    hard_to_move: Mapped[bool]
    lives_alone: Mapped[bool]
    erase_on: Mapped[date | None] = mapped_column(index=True)
