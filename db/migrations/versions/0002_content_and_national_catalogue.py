"""The office's word on content, corrections being typed, and the national catalogue.

New tables only; rows that are already there are not touched. Going back drops what was said of the
content and what was imported.
"""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = ("national_imports", "national_entries", "content_drafts", "content_entries")


def upgrade() -> None:
    _create_content()
    _create_national()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _table(name: str, *parts: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    op.create_table(name, *parts, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _moment(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _create_content() -> None:
    """Create the history of facts, and the one draft of each."""
    _table(
        "content_entries",
        _text("id"),
        _text("code"),
        _text("path"),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        _text("value", nullable=True),
        _text("shipped"),
        _text("note"),
        _text("staff_id"),
        _text("staff_name"),
        _moment("at"),
        key=("id",),
    )
    op.create_index("ix_content_entries_code_id", "content_entries", ["code", "id"])
    _table(
        "content_drafts",
        _text("code"),
        _text("path"),
        _text("value"),
        _text("note"),
        _text("staff_name"),
        _moment("at"),
        key=("code", "path"),
    )


def _create_national() -> None:
    """Create the catalogue, and the list of its imports."""
    _table(
        "national_entries",
        _text("code"),
        _text("name"),
        _text("field"),
        _text("level"),
        _text("decision"),
        _text("url"),
        key=("code",),
    )
    _table(
        "national_imports",
        _text("id"),
        _moment("at"),
        _text("staff_id"),
        _text("staff_name"),
        _text("file"),
        _whole("taken"),
        _whole("skipped"),
        key=("id",),
    )
