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
    INSERT INTO calls (id, visit_id, counter, procedure_code, step_id, barriers, state, called_at,
    received_at, taken_at, taken_by, taken_by_name, closed_at)
    VALUES ('c1', 'v1', 'Quầy 1', '1.001193', 's1', '["L2"]', 'closed',
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


_FOLLOW_UP = """
    INSERT INTO follow_ups (id, assistance_id, kind, procedure_code, step_id, due, half_day, bring,
    state, promised_at, promised_by_name, person_id, village_id, withdraw_reason, closed_at)
    VALUES ('f1', 'a1', 'home_visit', '1.001193', 's1', '2026-11-26',
    'morning', '[]', 'open', '2026-11-23 01:30:00', 'Lan', 'p1', 'n1', NULL, NULL)
    """
_ROUND = """
    INSERT INTO rounds VALUES ('r1', '2026-11-26', 'morning', '["n1"]', '["st1"]', '', 5, 'planned',
    '2026-11-24 01:30:00', 'Lan', NULL)
    """
_STOP = "INSERT INTO round_stops VALUES ('r1', 'f1', 1, 'agreed', NULL, NULL, NULL)"


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


class Upgrade0002:
    """Nobody had wished for another day or ticked a paper; trips hold together."""

    def load(self, connection: Connection) -> None:
        _load(connection)
        connection.execute(text(_FOLLOW_UP))

    def check(self, connection: Connection) -> None:
        rows = "SELECT move_asked_at, move_to, served_as FROM follow_ups WHERE id = 'f1'"
        assert connection.execute(text(rows)).one() == (None, None, None)
        ticked = "SELECT ticked_papers FROM calls WHERE id = 'c1'"
        assert connection.execute(text(ticked)).scalar_one() is None
        connection.execute(text(_ROUND))
        connection.execute(text(_STOP))
        with pytest.raises(DatabaseError), connection.begin_nested():
            connection.execute(text(_STOP))


class Downgrade0002:
    """Trips go; the promises and calls they were about stay as they were."""

    def load(self, connection: Connection) -> None:
        _load(connection)
        for row in (
            _FOLLOW_UP,
            _ROUND,
            _STOP,
            "UPDATE follow_ups SET move_asked_at = '2026-11-24 01:30:00', served_as = '1.003583'",
            "UPDATE calls SET ticked_papers = '[\"identity\"]'",
        ):
            connection.execute(text(row))

    def check(self, connection: Connection) -> None:
        assert not {"rounds", "round_stops"} & set(inspect(connection).get_table_names())
        kept = "SELECT kind, village_id, state FROM follow_ups WHERE id = 'f1'"
        assert connection.execute(text(kept)).one() == ("home_visit", "n1", "open")
        assert connection.execute(text("SELECT state FROM calls")).scalar_one() == "closed"


UPGRADES: dict[str, DataTester] = {"0001": Upgrade0001(), "0002": Upgrade0002()}
DOWNGRADES: dict[str, DataTester] = {"0001": Downgrade0001(), "0002": Downgrade0002()}
