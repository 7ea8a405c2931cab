"""The table of persons. Name, phone and where-to-find are held encrypted; no other text.

Marks are keyed hashes, by which a card or a number is found without being read.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id, OptionalText
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
    card_mark: Mapped[str] = mapped_column(OptionalText, nullable=True, index=True)
    # "" is a person without a telephone, NULL one stored before numbers were marked.
    phone_mark: Mapped[str | None] = mapped_column(index=True)
