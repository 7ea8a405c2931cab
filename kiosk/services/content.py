"""Reads the procedures: TOML file → shared steps merged in → checked domain dataclasses.

Content is data that many hands edit, so every problem is one line that names the file and the key
path, and one broken file never takes the others with it. pydantic validates straight into the
domain's dataclasses; keys nobody knows are refused, because a misspelt key would lose a fact.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ConfigDict, TypeAdapter, ValidationError

from kiosk.domain.english import Translations
from kiosk.domain.errors import KnownError
from kiosk.domain.procedure import Procedure
from kiosk.domain.words import N_
from resources import read_text

Block = Mapping[str, Any]
"""The keys of one shared step, as written in steps.toml."""

Blocks = Mapping[str, Block]
"""Name of a shared step → its keys."""

ENGLISH_FILE = "english.toml"

Table = dict[str, Any]
"""A whole procedure, as written in its file."""

_Shape = TypeVar("_Shape")

# The config reaches the nested dataclasses from a type without one of its own: hence the tuple.
_ADAPTER = TypeAdapter(tuple[Procedure], config=ConfigDict(extra="forbid"))

_PLAIN_REASON = {
    "missing": "this key is missing",
    "unexpected_keyword_argument": "nobody knows this key",
}


class ContentError(KnownError):
    """One file of content cannot be used; `log_line` is "file: key.path: reason"."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        super().__init__(
            N_("Tệp nội dung {file} cần xem lại ở mục {key}."),
            N_("Sửa mục đó rồi chạy lại phần kiểm tra nội dung."),
            f"{file}: {key}: {reason}" if key else f"{file}: {reason}",
            file=file,
            key=key,
        )
        self.file = file
        self.key = key
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Content:
    """What could be read, and what could not."""

    procedures: tuple[Procedure, ...]
    problems: tuple[ContentError, ...] = ()


def shipped_english() -> Translations:
    """Return the translations that procedures share, of resources/english.toml.

    Raises ContentError.
    """
    return parse_english(read_text(ENGLISH_FILE))


def parse_english(text: str, file: str = ENGLISH_FILE) -> Translations:
    """Return the translations written in `text`, a line each; raises ContentError."""
    table = toml_table(text, file)
    for key, value in table.items():
        if not isinstance(value, str):
            raise ContentError(file, key, "a translation must be a text")
    return table


def shipped_blocks() -> Blocks:
    """Return the shared steps of resources/steps.toml; raises ContentError."""
    return parse_blocks(read_text("steps.toml"))


def parse_blocks(text: str, file: str = "steps.toml") -> Blocks:
    """Return the shared steps written in `text`, one table each; raises ContentError."""
    blocks = toml_table(text, file)
    for name, block in blocks.items():
        if not isinstance(block, dict):
            raise ContentError(file, name, "a shared step must be a table")
    return blocks


def read_content(files: Iterable[Path], blocks: Blocks | None = None) -> Content:
    """Read every file; what is broken is told in `problems` and does not stop the rest."""
    shared = shipped_blocks() if blocks is None else blocks
    procedures: list[Procedure] = []
    problems: list[ContentError] = []
    for path in files:
        try:
            procedures.append(load_procedure(path, shared))
        except ContentError as problem:
            problems.append(problem)
    return Content(tuple(procedures), tuple(problems))


def load_procedures(files: Iterable[Path], blocks: Blocks | None = None) -> tuple[Procedure, ...]:
    """Return the procedures of all `files`; raises the first ContentError met."""
    shared = shipped_blocks() if blocks is None else blocks
    return tuple(load_procedure(path, shared) for path in files)


def load_procedure(path: Path, blocks: Blocks) -> Procedure:
    """Return the procedure of one file; raises ContentError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(path.name, "", f"cannot be read as UTF-8 text ({error})") from error
    procedure = parse_procedure(text, path.name, blocks)
    if procedure.code != path.stem:
        raise ContentError(path.name, "code", f"the file must be named {procedure.code}.toml")
    return procedure


def parse_procedure(text: str, file: str, blocks: Blocks) -> Procedure:
    """Return the procedure written in `text`; `file` is the name told in a ContentError."""
    table = toml_table(text, file)
    _merge_blocks(table, blocks, file)
    return procedure_of(table, file)


def table_of(procedure: Procedure) -> Table:
    """Return a procedure as the plain table a file would hold: texts, lists, tables, ISO days."""
    table: Table = _ADAPTER.dump_python((procedure,), mode="json")[0]
    return table


def sparse_table_of(procedure: Procedure) -> Table:
    """Return only what a file has to say, with real days: the same as `table_of` otherwise."""
    table: Table = _ADAPTER.dump_python((procedure,), exclude_defaults=True)[0]
    return table


def procedure_of(table: Table, file: str) -> Procedure:
    """Return the procedure in a table, held to the same shape as a file; raises ContentError."""
    return shaped(_ADAPTER, table, file)


def shaped(adapter: TypeAdapter[tuple[_Shape]], table: Table, file: str) -> _Shape:
    """Return what a table holds, held to the adapter's shape; raises ContentError."""
    try:
        return adapter.validate_python((table,))[0]
    except ValidationError as error:
        raise _as_content_error(file, error) from error


def toml_table(text: str, file: str) -> Table:
    """Return the table written in `text`; raises ContentError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, "", f"not valid TOML ({error})") from error


def _merge_blocks(table: dict[str, Any], blocks: Blocks, file: str) -> None:
    """Replace each `use = "name"` in the steps by the shared step; keys beside it win."""
    steps = table.get("steps", [])
    if not isinstance(steps, list):
        return  # pydantic will say so, with the key
    for place, step in enumerate(steps):
        if not (isinstance(step, dict) and "use" in step):
            continue
        name = step.pop("use")
        block = blocks.get(name) if isinstance(name, str) else None
        if block is None:
            raise ContentError(file, f"steps[{place}].use", f"no shared step is named {name!r}")
        steps[place] = {"id": name, **block, **step}


def _as_content_error(file: str, error: ValidationError) -> ContentError:
    """Return the first fault pydantic found, with its key path in the file."""
    first = error.errors(include_url=False, include_context=False)[0]
    reason = _PLAIN_REASON.get(first["type"], first["msg"])
    return ContentError(file, _key_path(first["loc"][1:]), reason)


def _key_path(location: tuple[int | str, ...]) -> str:
    """Return ("steps", 2, "expect") as "steps[2].expect"."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).lstrip(".")
