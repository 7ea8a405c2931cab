"""The first schema: office, staff, visits, people, the log, follow-ups, slips, audit and changes.

There are no rows yet, so nothing is carried over.
"""

from __future__ import annotations

from datetime import date, datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Children first, as they are dropped.
TABLES = (
    "slips",
    "attempts",
    "follow_ups",
    "assistance_barriers",
    "assistances",
    "visit_events",
    "consents",
    "consent_requests",
    "calls",
    "visits",
    "villages",
    "staff",
    "slip_numbers",
    "presences",
    "people",
    "office_values",
    "office_profile",
    "lock_outs",
    "changes",
    "audit",
    "assistance_drafts",
)

# The audit only grows. Of the changes, those beyond the newest 10 000 may be pruned.
SQLITE_TRIGGERS = (
    """
    CREATE TRIGGER audit_keeps_updated BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
    """,
    """
    CREATE TRIGGER audit_keeps_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END
    """,
    """
    CREATE TRIGGER changes_keep_updated BEFORE UPDATE ON changes
    BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END
    """,
    """
    CREATE TRIGGER changes_keep_deleted BEFORE DELETE ON changes
    WHEN OLD.seq > (SELECT max(seq) - 10000 FROM changes)
    BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END
    """,
)

POSTGRES_TRIGGERS = (
    """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
    """,
    """
    CREATE FUNCTION refuse_early_pruning() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.seq > (SELECT max(seq) - 10000 FROM changes) THEN
            RAISE EXCEPTION 'changes is append-only';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER audit_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    EXECUTE FUNCTION refuse_change()
    """,
    """
    CREATE TRIGGER changes_keep_updated BEFORE UPDATE OR TRUNCATE ON changes
    EXECUTE FUNCTION refuse_change()
    """,
    """
    CREATE TRIGGER changes_keep_deleted BEFORE DELETE ON changes
    FOR EACH ROW EXECUTE FUNCTION refuse_early_pruning()
    """,
)


def upgrade() -> None:
    _create_office()
    _create_staff()
    _create_visits()
    _create_people()
    _create_log()
    _create_follow_ups()
    _create_slips()
    _create_marks()
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for trigger in SQLITE_TRIGGERS if on_sqlite else POSTGRES_TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
        op.execute("DROP FUNCTION refuse_early_pruning()")


def _table(name: str, *parts: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    # SQLite would deal out the number of a pruned change again; other keys are not affected.
    op.create_table(
        name,
        *parts,
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        sqlite_autoincrement=name == "changes",
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _link(
    table: str, column: str, target: str, *, when_deleted: str | None = None
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [target], name=f"fk_{table}_{column}", ondelete=when_deleted
    )


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _code(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=32), nullable=nullable)


def _secret(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _day(name: str, *, nullable: bool = False) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _yes_no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _create_office() -> None:
    """Create the one profile, facts by key, villages."""
    _table(
        "office_profile",
        _whole("id"),
        _text("name"),
        _text("desk"),
        _text("address"),
        _text("hotline"),
        _text("hours"),
        _yes_no("is_demo"),
        key=("id",),
    )
    _table(
        "office_values",
        _text("key"),
        _text("value"),
        key=("key",),
    )
    _table(
        "villages",
        _text("id"),
        _whole("position"),
        _text("name"),
        _text("former_commune"),
        _text("head_name"),
        _text("head_phone"),
        sa.Column("km", sa.Double(), nullable=True),
        key=("id",),
    )


def _create_staff() -> None:
    """Create accounts, failures in a row, who is on duty."""
    _table(
        "staff",
        _text("id"),
        _text("name"),
        _code("role"),
        _text("pin_hash"),
        _yes_no("is_blocked"),
        _yes_no("must_change_pin"),
        key=("id",),
    )
    _table(
        "lock_outs",
        _text("subject"),
        _whole("failures"),
        key=("subject",),
    )
    _table(
        "presences",
        _text("device"),
        _text("staff_id"),
        _text("staff_name"),
        _moment("seen_at"),
        key=("device",),
    )


def _create_visits() -> None:
    """Create what is known of a use of the kiosk: codes and times only."""
    _table(
        "visits",
        _text("id"),
        _text("device"),
        _moment("started_at"),
        _moment("ended_at", nullable=True),
        _code("how", nullable=True),
        key=("id",),
    )
    _index("visits", "device", "ended_at")
    _table(
        "visit_events",
        _text("visit_id"),
        _whole("seq"),
        _moment("at"),
        _whole("elapsed_ms"),
        _code("kind"),
        _text("procedure_code"),
        _text("step_id"),
        _text("barrier"),
        _whole("value", nullable=True),
        _link("visit_events", "visit_id", "visits.id"),
        key=("visit_id", "seq"),
    )
    _table(
        "calls",
        _text("id"),
        _text("visit_id"),
        _text("counter"),
        _text("procedure_code"),
        _text("step_id"),
        _text("barriers"),
        _code("state"),
        _moment("called_at"),
        _moment("received_at", nullable=True),
        _moment("taken_at", nullable=True),
        _text("taken_by"),
        _text("taken_by_name"),
        _moment("closed_at", nullable=True),
        _link("calls", "visit_id", "visits.id"),
        key=("id",),
    )
    _index("calls", "state")
    _index("calls", "visit_id")


def _create_people() -> None:
    """Create the few who consented, their texts encrypted."""
    _table(
        "people",
        _text("id"),
        _secret("name"),
        _text("village_id"),
        _whole("birth_year", nullable=True),
        _secret("phone"),
        _code("phone_owner"),
        _secret("where_to_find"),
        _yes_no("hard_to_move"),
        _yes_no("lives_alone"),
        _day("erase_on", nullable=True),
        key=("id",),
    )
    _index("people", "erase_on")
    _table(
        "consent_requests",
        _text("id"),
        _text("visit_id"),
        _text("purposes"),
        _text("staff_id"),
        _moment("asked_at"),
        _moment("answered_at", nullable=True),
        _link("consent_requests", "visit_id", "visits.id"),
        key=("id",),
    )
    _index("consent_requests", "visit_id")
    _table(
        "consents",
        _text("id"),
        _text("visit_id"),
        _code("purpose"),
        _yes_no("granted"),
        _text("text_version"),
        _moment("at"),
        _text("staff_id"),
        _text("person_id", nullable=True),
        _link("consents", "person_id", "people.id", when_deleted="SET NULL"),
        _link("consents", "visit_id", "visits.id"),
        key=("id",),
    )
    _index("consents", "person_id")
    _index("consents", "visit_id")


def _create_log() -> None:
    """Create the assistance log and its drafts."""
    _table(
        "assistances",
        _text("id"),
        _text("visit_id", nullable=True),
        _text("call_id", nullable=True),
        _text("procedure_code"),
        _text("step_id"),
        _code("level"),
        _whole("measured_minutes"),
        _whole("minutes"),
        _code("outcome"),
        _text("supporter_id"),
        _text("supporter_name"),
        _moment("logged_at"),
        _code("age_band", nullable=True),
        _text("village_id"),
        _text("person_id", nullable=True),
        _link("assistances", "person_id", "people.id", when_deleted="SET NULL"),
        _link("assistances", "call_id", "calls.id"),
        _link("assistances", "visit_id", "visits.id"),
        key=("id",),
    )
    _index("assistances", "call_id")
    _index("assistances", "logged_at", "id")
    _index("assistances", "person_id")
    _index("assistances", "visit_id")
    _table(
        "assistance_barriers",
        _text("assistance_id"),
        _whole("position"),
        _text("barrier"),
        _link("assistance_barriers", "assistance_id", "assistances.id", when_deleted="CASCADE"),
        key=("assistance_id", "position"),
    )
    _index("assistance_barriers", "barrier", "assistance_id")
    _table(
        "assistance_drafts",
        _text("call_id"),
        _secret("body"),
        key=("call_id",),
    )


def _create_follow_ups() -> None:
    """Create promises and attempts."""
    _table(
        "follow_ups",
        _text("id"),
        _text("assistance_id"),
        _code("kind"),
        _text("procedure_code"),
        _text("step_id"),
        _day("due"),
        _code("half_day"),
        _text("bring"),
        _code("state"),
        _moment("promised_at"),
        _text("promised_by_name"),
        _text("person_id", nullable=True),
        _text("village_id"),
        _code("withdraw_reason", nullable=True),
        _moment("closed_at", nullable=True),
        _link("follow_ups", "assistance_id", "assistances.id"),
        _link("follow_ups", "person_id", "people.id", when_deleted="SET NULL"),
        key=("id",),
    )
    _index("follow_ups", "assistance_id")
    _index("follow_ups", "person_id")
    _index("follow_ups", "state", "promised_at")
    _table(
        "attempts",
        _text("id"),
        _text("follow_up_id"),
        _code("result"),
        _moment("at"),
        _text("staff_id"),
        _text("staff_name"),
        _link("attempts", "follow_up_id", "follow_ups.id"),
        key=("id",),
    )
    _index("attempts", "follow_up_id")


def _create_slips() -> None:
    """Create every printed version, and the last number of each month."""
    _table(
        "slips",
        _text("id"),
        _text("number"),
        _whole("version"),
        _code("kind"),
        _text("code"),
        _text("payload"),
        _moment("issued_at"),
        _text("issued_by"),
        _text("procedure_code"),
        _text("follow_up_id", nullable=True),
        _text("visit_id", nullable=True),
        _code("print_state"),
        _text("bring"),
        _text("where"),
        _link("slips", "visit_id", "visits.id"),
        _link("slips", "follow_up_id", "follow_ups.id"),
        sa.UniqueConstraint("number", "version", name="uq_slips_number_version"),
        key=("id",),
    )
    _index("slips", "code")
    _index("slips", "follow_up_id")
    _index("slips", "visit_id")
    _table(
        "slip_numbers",
        _text("month"),
        _whole("last"),
        key=("month",),
    )


def _create_marks() -> None:
    """Create what only grows."""
    _table(
        "audit",
        _text("id"),
        _moment("at"),
        _text("staff_id"),
        _code("action"),
        _text("subject"),
        _text("detail"),
        key=("id",),
    )
    _index("audit", "at", "id")
    _table(
        "changes",
        _whole("seq"),
        _code("topic"),
        _text("subject_id"),
        key=("seq",),
    )
