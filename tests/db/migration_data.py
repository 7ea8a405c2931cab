"""Data for the tests of each revision: what was there before, and what must be there after.

One pair for every revision, by its number. This module imports no project code.
"""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DatabaseError

from tests.db.migration_tester import DataTester

_ROWS = (
    "INSERT INTO visits VALUES ('v1', 'device', '2026-11-23 01:30:00', NULL, NULL)",
    """
    INSERT INTO calls VALUES ('c1', 'v1', 'Quầy 1', '1.001193', 's1', '["L2"]', 'closed',
    '2026-11-23 01:30:00', NULL, NULL, '', '', NULL)
    """,
    "INSERT INTO people VALUES ('p1', 'x', 'n1', 1951, 'x', 'own', 'x', true, false, NULL)",
    """
    INSERT INTO assistances VALUES ('a1', 'v1', 'c1', '1.001193', 's1', 'hint', 1, 2, 'follow_up',
    'st1', 'Lan', '2026-11-23 01:30:00', NULL, 'n1', 'p1')
    """,
    "INSERT INTO assistance_barriers VALUES ('a1', 0, 'L2')",
    "INSERT INTO audit VALUES ('e1', '2026-11-23 01:30:00', 'st1', 'logged_in', '', '')",
    "INSERT INTO changes (topic, subject_id) VALUES ('call', 'c1')",
)


def _load(connection: Connection) -> None:
    for row in _ROWS:
        connection.execute(text(row))


class Upgrade0001:
    """There is nothing before it; afterwards rows find their place, and their links hold."""

    def load(self, connection: Connection) -> None:
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}

    def check(self, connection: Connection) -> None:
        _load(connection)
        for clumsy in (
            "INSERT INTO assistance_barriers VALUES ('a1', 0, 'E1')",
            "UPDATE audit SET staff_id = 'st2'",
            "DELETE FROM changes",
        ):
            with pytest.raises(DatabaseError), connection.begin_nested():
                connection.execute(text(clumsy))


class Downgrade0001:
    """The rows of every table go, the append-only ones too, whatever points where."""

    def load(self, connection: Connection) -> None:
        _load(connection)

    def check(self, connection: Connection) -> None:
        assert inspect(connection).get_table_names() == ["alembic_version"]


_PERSON = "SELECT village_id, birth_year, phone_owner FROM people WHERE id = 'p1'"
_CONSENT = "SELECT purpose, text_version, person_id FROM consents WHERE id = 'k1'"


class Upgrade0002:
    """Persons and consents stay; nobody has a mark yet, and no consent a hash."""

    def load(self, connection: Connection) -> None:
        _load(connection)
        connection.execute(text(
            "INSERT INTO consents VALUES "
            "('k1', 'v1', 'home_visit', true, '2026-11', '2026-11-23 01:30:00', 'st1', 'p1')"
        ))  # fmt: skip

    def check(self, connection: Connection) -> None:
        assert tuple(connection.execute(text(_PERSON)).one()) == ("n1", 1951, "own")
        assert tuple(connection.execute(text(_CONSENT)).one()) == ("home_visit", "2026-11", "p1")
        marks = "SELECT card_mark, phone_mark FROM people"
        assert connection.execute(text(marks)).all() == [(None, None)]
        assert connection.scalar(text("SELECT text_hash FROM consents")) is None


class Downgrade0002:
    """Only the marks and the hash go."""

    def load(self, connection: Connection) -> None:
        for row in _ROWS[:1]:
            connection.execute(text(row))
        connection.execute(text(
            "INSERT INTO people VALUES "
            "('p1', 'x', 'n1', 1951, 'x', 'own', 'x', true, false, NULL, 'mark', 'mark')"
        ))  # fmt: skip
        connection.execute(text(
            "INSERT INTO consents VALUES "
            "('k1', 'v1', 'home_visit', true, '2026-11', '2026-11-23 01:30:00', 'st1', 'p1', 'h')"
        ))  # fmt: skip

    def check(self, connection: Connection) -> None:
        assert tuple(connection.execute(text(_PERSON)).one()) == ("n1", 1951, "own")
        assert tuple(connection.execute(text(_CONSENT)).one()) == ("home_visit", "2026-11", "p1")
        columns = {column["name"] for column in inspect(connection).get_columns("people")}
        assert not columns & {"card_mark", "phone_mark"}


UPGRADES: dict[str, DataTester] = {"0001": Upgrade0001(), "0002": Upgrade0002()}
DOWNGRADES: dict[str, DataTester] = {"0001": Downgrade0001(), "0002": Downgrade0002()}
