"""Writes a procedure as a TOML file in the order of its keys, so that people can read it again.

Only what files of ours hold is written: texts, numbers, flags, days, lists and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kiosk.domain.errors import BugError

WIDEST = 96
"""Characters of a line; a longer list goes on, one item a line."""


def toml_text(table: Mapping[str, Any]) -> str:
    """Return the file that holds `table`: plain keys first, then tables, then lists of tables."""
    plain = {key: value for key, value in table.items() if not _is_section(value)}
    lines = list(_pairs(plain))
    for key, value in table.items():
        if isinstance(value, Mapping):
            lines += ["", f"[{key}]", *_pairs(value)]
        elif _is_section(value):
            for item in value:
                lines += ["", f"[[{key}]]", *_item(key, item)]
    return "\n".join([*lines, ""])


def toml_literal(value: object) -> str:
    """Return a value on one line; a text is quoted and escaped as JSON does, which TOML reads."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return '"' + "".join(map(_escaped, value)) + '"'
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(key)} = {toml_literal(one)}" for key, one in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml_literal, value)) + "]"
    raise BugError(f"no TOML for {type(value).__name__}")


def _item(key: str, item: Mapping[str, Any]) -> Iterator[str]:
    """Yield one table of a list; a table within it that is too wide for a line stands below."""
    below = {name: one for name, one in item.items() if _is_wide_table(name, one)}
    yield from _pairs({name: one for name, one in item.items() if name not in below})
    for name, one in below.items():
        yield from ("", f"[{key}.{name}]", *_pairs(one))


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        line = f"{_key(key)} = {toml_literal(value)}"
        if isinstance(value, list | tuple) and len(line) > WIDEST:
            yield f"{_key(key)} = ["
            yield from (f"  {toml_literal(one)}," for one in value)
            yield "]"
        else:
            yield line


def _is_section(value: object) -> bool:
    """Return whether a value is written with a heading of its own."""
    is_list = isinstance(value, list | tuple) and bool(value)
    return isinstance(value, Mapping) or (is_list and isinstance(value[0], Mapping))  # type: ignore[index]


def _is_wide_table(name: str, value: object) -> bool:
    return isinstance(value, Mapping) and len(f"{name} = {toml_literal(value)}") > WIDEST


def _key(key: str) -> str:
    is_bare = key.replace("-", "").replace("_", "").isalnum() and key.isascii()
    return key if is_bare else toml_literal(key)


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    is_control = ord(character) < 0x20 or ord(character) == 0x7F
    return f"\\u{ord(character):04x}" if is_control else character
