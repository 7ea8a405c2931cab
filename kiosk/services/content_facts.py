"""The facts of a procedure that the office can vouch for, found and put by their paths.

A path is a key of the file, `fee`, or a key and one of its items, `papers[birth-certificate]`. An
item goes by its id, or by its number where it has none. Whatever is put there is held to the same
shape as a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from kiosk.domain.content_review import REVIEW_BY, Plain
from kiosk.domain.errors import BugError
from kiosk.domain.procedure import Answers, Procedure
from kiosk.services.content import Table, procedure_of, table_of

_PATH = re.compile(r"([a-z_]+)(?:\[([^\[\]]+)\])?")

_TOLD_KEYS = {
    "level": ("text",),
    "time": ("text",),
    "fee": ("text",),
    "papers": ("title", "note", "when"),
    "not_here": ("where", "say"),
    "steps": ("title", "instruction", "expect", "caution", "first_aid"),
}
"""What of a table the office vouches for; the rest (pictures, sources) comes with the program."""

_SINGLE = ("level", "time", "fee", "summary", "next_steps")
_LISTS = ("papers", "not_here", "steps")


def fact_paths(table: Table) -> tuple[str, ...]:
    """Return the path of every fact, in the order in which they are read."""
    items = (f"{key}[{name}]" for key in _LISTS for name in _names(table[key]))
    return (*_SINGLE, *items)


def key_of(path: str) -> str:
    """Return the key of the file that a path begins with: "papers" of "papers[form]"."""
    return _split(path)[0]


def item_of(path: str) -> str:
    """Return the item that a path names: "form" of "papers[form]", "" without one."""
    return _split(path)[1]


def value_at(table: Table, path: str) -> Plain:
    """Return what is told at `path`, `{}` where nothing is."""
    key, name = _split(path)
    found = table.get(key)
    if name:
        found = dict(zip(_names(found or []), found or [], strict=True)).get(name)
    if isinstance(found, Mapping):
        told = _TOLD_KEYS.get(key, tuple(found))
        return {one: found[one] for one in told if one in found}
    return {} if found is None else found


def put(table: Table, path: str, value: Plain, more: Mapping[str, Any] | None = None) -> None:
    """Put a value at `path` of `table`; keys it does not name stay as they are.

    `more` goes beside the value where that is a table. An empty table takes the thing away.
    """
    key, name = _split(path)
    added = {**value, **(more or {})} if isinstance(value, dict) and value else value
    if not name:
        table[key] = _joined(table.get(key), added)
        return
    items: list[Any] = table[key]
    names = list(_names(items))
    if name not in names:
        if added:
            items.append(_joined({"id": name}, added))
    elif added:
        items[names.index(name)] = _joined(items[names.index(name)], added)
    else:
        del items[names.index(name)]


def corrected(procedure: Procedure, path: str, value: Plain) -> Procedure:
    """Return the procedure with another value at `path`; raises ContentError."""
    table = deepcopy(table_of(procedure))
    put(table, path, value)
    return procedure_of(table, f"{procedure.code}.toml")


def answers_for(procedure: Procedure, path: str) -> Answers:
    """Return answers under which a citizen meets the paper, step or place at `path`."""
    table = table_of(procedure)
    key, name = _split(path)
    if not name:
        return {}
    items = dict(zip(_names(table[key]), table[key], strict=True))
    condition: Mapping[str, list[str]] = items.get(name, {}).get("when") or {}
    return {question: wanted[0] for question, wanted in condition.items()}


def new_paper_path(table: Table) -> str:
    """Return the path of a paper that the office adds."""
    taken = set(_names(table["papers"]))
    number = next(n for n in range(1, len(taken) + 2) if f"office-{n}" not in taken)
    return f"papers[office-{number}]"


def is_fact(path: str) -> bool:
    """Return whether the office can say something of `path` at all."""
    match = _PATH.fullmatch(path)
    if match is None:
        return False
    key, name = match[1], match[2]
    return key in _LISTS if name else key in (*_SINGLE, REVIEW_BY)


def _split(path: str) -> tuple[str, str]:
    match = _PATH.fullmatch(path)
    if match is None:
        raise BugError(f"not the path of a fact: {path!r}")
    return match[1], match[2] or ""


def _names(items: list[Any]) -> Iterator[str]:
    return (str(item.get("id", at)) for at, item in enumerate(items))


def _joined(old: Any, value: Any) -> Any:  # noqa: ANN401 - whatever a file can hold
    if not isinstance(value, dict):
        return value
    return {**(old or {}), **value} if value else None
