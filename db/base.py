"""The common base of all rows: one metadata, and a name for every constraint.

Names are fixed before the first migration, because SQLite can drop only a constraint that has one.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Date, LargeBinary, MetaData
from sqlalchemy.orm import DeclarativeBase

from db.types import ENUM_BY_VALUE, UtcDateTime, WordList

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """A row of any table; column names are the field names of the domain dataclass it holds."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar = {
        datetime: UtcDateTime(),
        date: Date(),
        bytes: LargeBinary(),
        tuple[str, ...]: WordList(),
        StrEnum: ENUM_BY_VALUE,
    }
