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
    taken_by, taken_by_name) VALUES ('c1', 'v1', 'Quầy 1', '1.001193', 's1', '["L2"]', 'closed',
    '2026-11-23 01:30:00', '', '')
    """,
    """
    INSERT INTO people (id, name, village_id, birth_year, phone, phone_owner, where_to_find,
    hard_to_move, lives_alone, erase_on) VALUES ('p1', 'x', 'n1', 1951, 'x', 'own', 'x', true,
    false, NULL)
    """,
    """
    INSERT INTO assistances (id, visit_id, call_id, procedure_code, step_id, level,
    measured_minutes, minutes, outcome, supporter_id, supporter_name, logged_at, village_id,
    person_id) VALUES ('a1', 'v1', 'c1', '1.001193', 's1', 'hint', 1, 2, 'follow_up', 'st1', 'Lan',
    '2026-11-23 01:30:00', 'n1', 'p1')
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


_CONTENT = (
    """
    INSERT INTO content_entries VALUES ('e1', '1.001193', 'fee', 'corrected', '{"text": "0 đồng"}',
    '{}', 'NQ 05', 'st1', 'Lan', '2026-11-23 01:30:00')
    """,
    """
    INSERT INTO content_entries VALUES ('e2', '1.001193', 'fee', 'undone', NULL, '{}', '', 'st1',
    'Lan', '2026-11-23 01:31:00')
    """,
    """
    INSERT INTO content_drafts VALUES ('1.001193', 'fee', '{"text": "5"}', '', 'Lan',
    '2026-11-23 01:32:00')
    """,
    """
    INSERT INTO national_entries VALUES ('1.000001', 'Việc mẫu', 'Mẫu', 'Cấp xã', '1/QĐ',
    'https://dichvucong.gov.vn/mau')
    """,
    """
    INSERT INTO national_imports VALUES ('i1', '2026-11-23 01:30:00', 'st1', 'Lan', 'mau.tsv', 1, 0)
    """,
)
_NEW_IN_0002 = {"content_entries", "content_drafts", "national_entries", "national_imports"}


def _counts(connection: Connection) -> dict[str, int]:
    """Return how many rows each table of the first schema has, where it has any."""
    tables = ("visits", "calls", "people", "assistances", "assistance_barriers", "audit", "changes")
    query = "SELECT count(*) FROM {}"  # names of tables, never of a person's typing
    return {t: connection.execute(text(query.format(t))).scalar_one() for t in tables}


class Upgrade0002:
    """What was there stays; the new tables take rows, one draft for each fact."""

    def load(self, connection: Connection) -> None:
        _load(connection)
        assert not _NEW_IN_0002 & set(inspect(connection).get_table_names())

    def check(self, connection: Connection) -> None:
        assert set(_counts(connection).values()) == {1}
        for row in _CONTENT:
            connection.execute(text(row))
        for again in (_CONTENT[0], _CONTENT[2], _CONTENT[3], _CONTENT[4]):
            with pytest.raises(DatabaseError), connection.begin_nested():
                connection.execute(text(again))


class Downgrade0002:
    """The rows of the new tables go, all others stay."""

    def load(self, connection: Connection) -> None:
        for row in (*_ROWS, *_CONTENT):
            connection.execute(text(row))

    def check(self, connection: Connection) -> None:
        assert not _NEW_IN_0002 & set(inspect(connection).get_table_names())
        assert set(_counts(connection).values()) == {1}


_NEW_IN_0003 = (
    "UPDATE calls SET cancel_reason = 'left', handed_by_name = 'Lan' WHERE id = 'c1'",
    """
    INSERT INTO assistance_corrections VALUES ('k1', 'a1', '2026-11-23 01:40:00', 'st1', 'Lan',
    '{}', NULL)
    """,
    """
    INSERT INTO quiet_signs VALUES ('v1', 'Quầy 1', '1.001193', 's1', 'quiet',
    '2026-11-23 01:31:00')
    """,
)


def _values(connection: Connection, query: str) -> list[object]:
    return list(connection.execute(text(query)).scalars())


class Upgrade0003:
    """Calls and entries stay, as made at the kiosk; the new tables lean on them."""

    def load(self, connection: Connection) -> None:
        _load(connection)

    def check(self, connection: Connection) -> None:
        assert _values(connection, "SELECT channel FROM assistances") == ["kiosk"]
        assert _values(connection, "SELECT note FROM assistances") == [None]
        assert _values(connection, "SELECT state FROM calls") == ["closed"]
        for row in _NEW_IN_0003:
            connection.execute(text(row))
        for again in _NEW_IN_0003[1:]:
            with pytest.raises(DatabaseError), connection.begin_nested():
                connection.execute(text(again))


class Downgrade0003:
    """Calls and entries stay; what is new of them, corrections and signs go."""

    def load(self, connection: Connection) -> None:
        for row in (*_ROWS, *_NEW_IN_0003):
            connection.execute(text(row))

    def check(self, connection: Connection) -> None:
        gone = {"assistance_corrections", "quiet_signs"}
        assert not gone & set(inspect(connection).get_table_names())
        assert _values(connection, "SELECT id FROM calls") == ["c1"]
        assert _values(connection, "SELECT barrier FROM assistance_barriers") == ["L2"]
        assert _values(connection, "SELECT person_id FROM assistances") == ["p1"]


_PERSON = "SELECT village_id, birth_year, phone_owner FROM people WHERE id = 'p1'"
_CONSENT = "SELECT purpose, text_version, person_id FROM consents WHERE id = 'k1'"


class Upgrade0004:
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


class Downgrade0004:
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


class Upgrade0005:
    """Nobody had wished for another day or ticked a paper; trips hold together."""

    def load(self, connection: Connection) -> None:
        _load(connection)
        connection.execute(text(_FOLLOW_UP))

    def check(self, connection: Connection) -> None:
        rows = "SELECT move_asked_at, move_to, served_as FROM follow_ups WHERE id = 'f1'"
        assert connection.execute(text(rows)).one() == (None, None, None)
        assert _values(connection, "SELECT ticked_papers FROM calls") == [None]
        connection.execute(text(_ROUND))
        connection.execute(text(_STOP))
        with pytest.raises(DatabaseError), connection.begin_nested():
            connection.execute(text(_STOP))


class Downgrade0005:
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
        assert _values(connection, "SELECT state FROM calls") == ["closed"]


UPGRADES: dict[str, DataTester] = {
    "0001": Upgrade0001(),
    "0002": Upgrade0002(),
    "0003": Upgrade0003(),
    "0004": Upgrade0004(),
    "0005": Upgrade0005(),
}
DOWNGRADES: dict[str, DataTester] = {
    "0001": Downgrade0001(),
    "0002": Downgrade0002(),
    "0003": Downgrade0003(),
    "0004": Downgrade0004(),
    "0005": Downgrade0005(),
}
