"""Tables of the office: its one profile, facts by key, and its villages."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Row
from db.types import Id


class OfficeProfileRow(Row):
    """The one profile; `id` is always 1."""

    __tablename__ = "office_profile"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    desk: Mapped[str]
    address: Mapped[str]
    hotline: Mapped[str]
    hours: Mapped[str]
    is_demo: Mapped[bool]


class OfficeValueRow(Row):
    """One stored fact of the office."""

    __tablename__ = "office_values"

    key: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[str]


class VillageRow(Row):
    """One village; `position` keeps the order in which the office listed them."""

    __tablename__ = "villages"

    id: Mapped[Id]
    position: Mapped[int]
    name: Mapped[str]
    former_commune: Mapped[str]
    head_name: Mapped[str]
    head_phone: Mapped[str]
    km: Mapped[float | None]
