"""Column types: moments in UTC, lists of codes, links that may be empty, enumerations by value.

SQLite drops the time zone of a moment and PostgreSQL does not; here both hand out aware UTC.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import DateTime, Dialect, Enum, ForeignKey, String, TypeDecorator
from sqlalchemy.orm import mapped_column


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored as UTC. A naive one is refused: nobody knows what it means."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment must be aware")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class WordList(TypeDecorator[tuple[str, ...]]):
    """A few codes or short texts in their order, as one JSON array."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, _dialect: Dialect) -> str:
        return json.dumps(value or (), ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[str, ...]:
        return tuple(json.loads(value)) if value else ()


class PlainValue(TypeDecorator[Any]):
    """A text, a list or a table of them as JSON; None is NULL."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any | None, _dialect: Dialect) -> str | None:  # noqa: ANN401
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any | None:  # noqa: ANN401
        return None if value is None else json.loads(value)


class OptionalText(TypeDecorator[str]):
    """A text that may be missing: "" in the domain is NULL here."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return value or None

    def process_result_value(self, value: str | None, _dialect: Dialect) -> str:
        return value or ""


class OptionalLink(OptionalText):
    """The id of another row; NULL instead of "", so that foreign keys hold."""

    cache_ok = True


def _values(kind: type[StrEnum]) -> list[str]:
    """Return what is stored for an enumeration: its values, never the names in the code."""
    return [member.value for member in kind]


ENUM_BY_VALUE = Enum(StrEnum, native_enum=False, length=32, values_callable=_values)
"""Plain text of at most 32 characters: a new member needs no migration."""

Id = Annotated[str, mapped_column(String, primary_key=True)]


def link(target: str, *, when_deleted: str | None = None) -> ForeignKey:
    """Return the foreign key to `target` ("table.column")."""
    return ForeignKey(target, ondelete=when_deleted)
