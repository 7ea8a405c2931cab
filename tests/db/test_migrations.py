"""Five kinds of test for revisions: the schema they end in, each way up and down, and the data."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from db.engine import WRITING, postgres_engine
from db.health import VERSIONS, known_revisions
from db.migrate import SCRIPTS, alembic_config, draft_revision, engine_for_revisions
from db.models import Row
from tests.db.migration_data import DOWNGRADES, UPGRADES
from tests.db.migration_tester import schema_of
from tests.db.postgres import PostgresServer

REVISIONS = known_revisions()
EACH_STEP = pytest.mark.parametrize(
    ("before", "revision"), list(zip(("base", *REVISIONS), REVISIONS, strict=False))
)


@pytest.fixture
def sqlite_empty(tmp_path: Path) -> Iterator[Engine]:
    engine = engine_for_revisions(tmp_path / "empty.db")
    yield engine
    engine.dispose()


@pytest.fixture
def postgres_empty(postgres_server: PostgresServer) -> Iterator[Engine]:
    name = postgres_server.new_database()
    engine = postgres_engine(postgres_server.url(name)).execution_options(**{WRITING: True})
    yield engine
    engine.dispose()
    postgres_server.drop_database(name)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.real)])
def empty(request: pytest.FixtureRequest) -> Engine:
    """Return an empty database of each kind in turn."""
    engine = request.getfixturevalue(f"{request.param}_empty")
    assert isinstance(engine, Engine)
    return engine


def move(connection: Connection, revision: str) -> None:
    """Take the database to `revision`, whichever way that is."""
    context = MigrationContext.configure(connection)
    at = context.get_current_revision() or ""
    goes_up = revision == "head" or (revision != "base" and revision > at)
    (command.upgrade if goes_up else command.downgrade)(alembic_config(connection), revision)


def test_the_newest_revision_ends_in_the_schema_of_the_models(empty: Engine) -> None:
    with empty.begin() as connection:
        move(connection, "head")
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Row.metadata) == []


@EACH_STEP
def test_every_revision_can_be_reached_from_nothing(
    empty: Engine, before: str, revision: str
) -> None:
    with empty.begin() as connection:
        move(connection, before)
        move(connection, revision)
        assert MigrationContext.configure(connection).get_current_revision() == revision


@EACH_STEP
def test_every_revision_can_be_left_downwards(empty: Engine, before: str, revision: str) -> None:
    with empty.begin() as connection:
        move(connection, "head")
        move(connection, revision)
        move(connection, before)
        expected = None if before == "base" else before
        assert MigrationContext.configure(connection).get_current_revision() == expected


@EACH_STEP
def test_up_and_down_leave_the_schema_unchanged(empty: Engine, before: str, revision: str) -> None:
    with empty.begin() as connection:
        move(connection, before)
        schema = schema_of(connection)
        move(connection, revision)
        assert schema_of(connection) != schema
        move(connection, before)
        assert schema_of(connection) == schema


@EACH_STEP
def test_data_survive_every_upgrade(empty: Engine, before: str, revision: str) -> None:
    tester = UPGRADES[revision]
    with empty.begin() as connection:
        move(connection, before)
        tester.load(connection)
        move(connection, revision)
        tester.check(connection)


@EACH_STEP
def test_data_survive_every_downgrade(empty: Engine, before: str, revision: str) -> None:
    tester = DOWNGRADES[revision]
    with empty.begin() as connection:
        move(connection, revision)
        tester.load(connection)
        move(connection, before)
        tester.check(connection)


def test_the_append_only_triggers_are_there_at_the_end(empty: Engine) -> None:
    """A batch rebuilds a table without its triggers: whoever does that must put them back."""
    with empty.begin() as connection:
        move(connection, "head")
        triggers = {row[1] for row in schema_of(connection) if row[0] == "trigger"}
    guarded = {"audit_keeps", "changes_keep"}
    assert {re.sub(r"_(updated|deleted)$", "", str(name)) for name in triggers} == guarded


def test_history_is_one_line_and_files_are_named_by_their_revision() -> None:
    scripts = list(ScriptDirectory(str(SCRIPTS)).walk_revisions())[::-1]
    assert [script.revision for script in scripts] == list(REVISIONS)
    assert [script.down_revision for script in scripts] == [None, *REVISIONS[:-1]]


def test_migrations_import_no_project_code() -> None:
    for path in SCRIPTS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "."]
            roots = {name.split(".")[0] for name in names}
            assert roots <= {"alembic", "sqlalchemy"} | sys.stdlib_module_names, path.name


def test_a_draft_of_unchanged_models_is_empty(tmp_path: Path) -> None:
    drafted = draft_revision("Nothing to do", tmp_path)
    number = f"{int(REVISIONS[-1]) + 1:04d}"
    assert drafted.name == f"{number}_nothing_to_do.py"
    source = drafted.read_text(encoding="utf-8")
    assert f"down_revision = {REVISIONS[-1]!r}" in source
    assert len(re.findall(r"^    pass$", source, re.MULTILINE)) == 2
    assert len(list(VERSIONS.glob("0*.py"))) == len(REVISIONS)
