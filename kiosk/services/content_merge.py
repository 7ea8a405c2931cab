"""Lays what the office says of a procedure over what was shipped.

The office's own value wins; where it no longer fits into the procedure, the shipped one is shown
and the fact is to be looked at again. A step that the office has found right was seen on the real
portal that day.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from kiosk.domain.calendar import office_day
from kiosk.domain.content_review import (
    REVIEW_BY,
    FactCheck,
    FactEntry,
    FactStanding,
    FactState,
    standing_entry,
    standing_of,
)
from kiosk.domain.procedure import Procedure
from kiosk.services.content import ContentError, Table, procedure_of, table_of
from kiosk.services.content_facts import fact_paths, is_fact, key_of, put, value_at

log = logging.getLogger(__name__)

_WITH_SOURCE = ("level", "time", "fee")


@dataclass(frozen=True, slots=True)
class MergedProcedure:
    """The procedure as citizens see it, as it was shipped, and how each of its facts stands."""

    procedure: Procedure
    shipped: Procedure
    standings: tuple[FactStanding, ...] = ()

    def standing(self, path: str) -> FactStanding:
        """Return how the fact at `path` stands."""
        found = {standing.path: standing for standing in self.standings}
        return found.get(path) or FactStanding(path, FactState.UNCHECKED, {}, {})

    @property
    def checks(self) -> Mapping[str, FactCheck]:
        """What citizens are told of the facts that the office has looked at."""
        told = {standing.path: standing.check for standing in self.standings}
        return {path: check for path, check in told.items() if check is not None}


def merge(shipped: Procedure, history: Iterable[FactEntry], office: str) -> MergedProcedure:
    """Return the procedure with the entries laid over it; `office` names who has corrected it.

    `history` is that of one procedure, oldest first.
    """
    of_path: dict[str, list[FactEntry]] = defaultdict(list)
    for entry in history:
        if is_fact(entry.path):
            of_path[entry.path].append(entry)
    if not of_path:
        return MergedProcedure(shipped, shipped, _unchecked(shipped))
    table = table_of(shipped)
    paths = dict.fromkeys((*fact_paths(table), *of_path))
    entries = {path: standing_entry(of_path.get(path, ())) for path in paths}
    standings = {
        path: standing_of(path, value_at(table, path), entry) for path, entry in entries.items()
    }
    review = standings.pop(REVIEW_BY, None)
    procedure = _with(shipped, (one for one in standings.values() if one.entry), office)
    shown = table_of(procedure)
    known = tuple(_fitting(one, shown) for one in standings.values() if _is_told(one))
    return MergedProcedure(_dated(procedure, review), shipped, known)


def _unchecked(shipped: Procedure) -> tuple[FactStanding, ...]:
    table = table_of(shipped)
    paths = fact_paths(table)
    return tuple(standing_of(path, value_at(table, path), None) for path in paths)


def _is_told(standing: FactStanding) -> bool:
    """Return whether there is anything to say: a paper both sides have dropped is gone."""
    is_item = "[" in standing.path
    return not is_item or bool(standing.value or standing.shipped)


def _with(shipped: Procedure, standings: Iterable[FactStanding], office: str) -> Procedure:
    """Put all values at once; when they do not fit together, one after the other as far as they do.

    That happens after an update of the program only, for each was checked when it was typed.
    """
    wanted = tuple(standings)
    try:
        return _put_all(shipped, wanted, office)
    except ContentError as error:
        log.warning("the office's edits do not all fit: %s", error.log_line)
    procedure = shipped
    for one in wanted:
        try:
            procedure = _put_all(procedure, (one,), office)
        except ContentError as error:
            log.warning("left out: %s", error.log_line)
    return procedure


def _put_all(procedure: Procedure, wanted: tuple[FactStanding, ...], office: str) -> Procedure:
    table = table_of(procedure)
    for one in wanted:
        _put(table, one, office)
    return procedure_of(table, f"{procedure.code}.toml")


def _put(table: Table, standing: FactStanding, office: str) -> None:
    entry = standing.entry
    if entry is None or not (standing.is_done or entry.value is not None):
        return
    more: dict[str, Any] = {}
    key, day = key_of(standing.path), office_day(entry.at).isoformat()
    if key == "steps" and standing.is_done:
        more = {"seen_on": day}
    if key in _WITH_SOURCE and standing.value != standing.shipped:
        source = table["source"]
        name = f"{office} ({entry.note})" if entry.note else office
        more = {"source": {**source, "name": name, "taken_on": day}}
    put(table, standing.path, standing.value, more)


def _fitting(standing: FactStanding, table: Table) -> FactStanding:
    """Return the standing, to be looked at again where its value had to be left out."""
    shown = value_at(table, standing.path)
    if shown == standing.value:
        return standing
    return replace(standing, state=FactState.CHANGED, value=shown)


def _dated(procedure: Procedure, review: FactStanding | None) -> Procedure:
    """Return the procedure with the office's day of review, unless it was read anew since."""
    if review is None or review.state is FactState.CHANGED:
        return procedure
    table = table_of(procedure)
    put(table, REVIEW_BY, review.value)
    return procedure_of(table, f"{procedure.code}.toml")
