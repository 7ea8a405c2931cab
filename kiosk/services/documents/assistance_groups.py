"""The people behind the rows of an export, by village and by age, and what of it is hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from kiosk.domain.assistance import AgeBand, Assistance
from kiosk.services.documents.small_groups import hidden_cells, hidden_pairs, is_small

_Key = TypeVar("_Key", bound=Hashable)


class Group(Generic[_Key]):
    """Rows grouped one way: `entries` counts rows, `people` who was helped in them."""

    def __init__(self, rows: Sequence[Assistance], key: Callable[[Assistance], _Key]) -> None:
        self.people = _people_by(rows, key)
        self.entries = Counter(key(row) for row in rows)
        self._hidden = hidden_cells({k: len(people) for k, people in self.people.items()})

    @property
    def may_be_split(self) -> bool:
        """Whether any figure may be shown beside the total."""
        return self._hidden is not None

    @property
    def total(self) -> int:
        """The number of rows."""
        return sum(self.entries.values())

    def hides(self, key: _Key) -> bool:
        """Return whether the group of `key` must not be told."""
        return self._hidden is None or key in self._hidden


class AssistanceGroups:
    """Both groupings, and which rows must not tell their village or age."""

    def __init__(self, rows: Sequence[Assistance]) -> None:
        self.villages = Group(rows, lambda row: row.village_id)
        self.ages: Group[AgeBand | None] = Group(rows, lambda row: row.age_band)
        self.is_small = is_small(len({_person(row) for row in rows}))
        self._hidden_pairs = hidden_pairs(_people_by(rows, self._pair))

    def hides_village(self, row: Assistance) -> bool:
        """Return whether the row must not tell its village."""
        return self.villages.hides(row.village_id)

    def hides_age(self, row: Assistance) -> bool:
        """Return whether the row must not tell its age band, alone or beside its village."""
        return self.ages.hides(row.age_band) or self._pair(row) in self._hidden_pairs

    def _pair(self, row: Assistance) -> tuple[str | None, AgeBand | None]:
        """Return the village as far as it is told, and the age band."""
        return (None if self.hides_village(row) else row.village_id, row.age_band)


def _person(row: Assistance) -> str:
    """Return who was helped as far as is known: the person, else the anonymous visit."""
    return row.person_id or row.visit_id or row.id


def _people_by(
    rows: Sequence[Assistance], key: Callable[[Assistance], _Key]
) -> dict[_Key, set[str]]:
    people: dict[_Key, set[str]] = {}
    for row in rows:
        people.setdefault(key(row), set()).add(_person(row))
    return people
