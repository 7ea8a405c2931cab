"""Marks of cards and telephones, to know a person again, and the hash of a consent's words.

Rows that exist keep NULL in each: a telephone's mark needs the office's key, so the program fills
it in later; which words an earlier consent stood under is told by its version.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("card_mark", sa.String(), nullable=True))
    op.add_column("people", sa.Column("phone_mark", sa.String(), nullable=True))
    op.create_index("ix_people_card_mark", "people", ["card_mark"])
    op.create_index("ix_people_phone_mark", "people", ["phone_mark"])
    op.add_column("consents", sa.Column("text_hash", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_index("ix_people_phone_mark", "people")
    op.drop_index("ix_people_card_mark", "people")
    op.drop_column("people", "phone_mark")
    op.drop_column("people", "card_mark")
    op.drop_column("consents", "text_hash")
