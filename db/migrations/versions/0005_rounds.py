"""Planned trips and the rows of their sheets; wishes for another day; papers ticked at a call.

Rows that exist keep NULL in the new columns: nothing was wished or noted then.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("calls", sa.Column("ticked_papers", sa.String(), nullable=True))
    moment = sa.DateTime(timezone=True)
    op.add_column("follow_ups", sa.Column("move_asked_at", moment, nullable=True))
    op.add_column("follow_ups", sa.Column("move_to", sa.Date(), nullable=True))
    op.add_column("follow_ups", sa.Column("served_as", sa.String(), nullable=True))
    op.create_table(
        "rounds",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half_day", sa.String(length=32), nullable=False),
        sa.Column("village_ids", sa.String(), nullable=False),
        sa.Column("team_ids", sa.String(), nullable=False),
        sa.Column("companions", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("made_at", moment, nullable=False),
        sa.Column("made_by_name", sa.String(), nullable=False),
        sa.Column("closed_at", moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
    )
    op.create_index("ix_rounds_state", "rounds", ["state"])
    op.create_table(
        "round_stops",
        sa.Column("round_id", sa.String(), nullable=False),
        sa.Column("follow_up_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("call", sa.String(length=32), nullable=True),
        sa.Column("called_at", moment, nullable=True),
        sa.Column("answer", sa.String(length=32), nullable=True),
        sa.Column("answered_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["round_id"], ["rounds.id"], name="fk_round_stops_round_id"),
        sa.ForeignKeyConstraint(
            ["follow_up_id"], ["follow_ups.id"], name="fk_round_stops_follow_up_id"
        ),
        sa.PrimaryKeyConstraint("round_id", "follow_up_id", name="pk_round_stops"),
    )
    op.create_index("ix_round_stops_follow_up_id", "round_stops", ["follow_up_id"])


def downgrade() -> None:
    op.drop_table("round_stops")
    op.drop_table("rounds")
    op.drop_column("follow_ups", "served_as")
    op.drop_column("follow_ups", "move_to")
    op.drop_column("follow_ups", "move_asked_at")
    op.drop_column("calls", "ticked_papers")
