"""Calls that are handed over and cancelled with a reason; channel, note and corrections; signs.

Entries that are already there were all made at the kiosk. Going back drops what is new.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    word = sa.String(length=32)
    op.add_column("calls", sa.Column("cancel_reason", word, nullable=True))
    op.add_column("calls", sa.Column("handed_by_name", sa.String(), nullable=True))
    channel = sa.Column("channel", word, nullable=False, server_default="kiosk")
    op.add_column("assistances", channel)
    op.add_column("assistances", sa.Column("note", sa.LargeBinary(), nullable=True))
    _create_corrections()
    _create_signs()


def downgrade() -> None:
    op.drop_table("quiet_signs")
    op.drop_table("assistance_corrections")
    for table, column in (
        ("assistances", "note"),
        ("assistances", "channel"),
        ("calls", "handed_by_name"),
        ("calls", "cancel_reason"),
    ):
        op.drop_column(table, column)


def _create_corrections() -> None:
    op.create_table(
        "assistance_corrections",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("assistance_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("staff_name", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assistance_id"],
            ["assistances.id"],
            name="fk_assistance_corrections_assistance_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assistance_corrections"),
    )
    op.create_index(
        "ix_assistance_corrections_assistance_id", "assistance_corrections", ["assistance_id"]
    )


def _create_signs() -> None:
    op.create_table(
        "quiet_signs",
        sa.Column("visit_id", sa.String(), nullable=False),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("procedure_code", sa.String(), nullable=False),
        sa.Column("step_id", sa.String(), nullable=False),
        sa.Column("sign", sa.String(length=32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visits.id"], name="fk_quiet_signs_visit_id"),
        sa.PrimaryKeyConstraint("visit_id", name="pk_quiet_signs"),
    )
