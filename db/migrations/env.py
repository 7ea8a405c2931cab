"""Runs revisions over the connection handed in by db.migrate; imports no project code.

Everything arrives through `config.attributes`, so there is no .ini file and no second engine. The
caller owns the transaction: all revisions of an upgrade are committed together, or none.
"""

from __future__ import annotations

from alembic import context

attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    target_metadata=attributes.get("metadata"),
    # SQLite cannot alter a table in place: revisions write batch_alter_table, on every database.
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
