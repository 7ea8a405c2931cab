"""Reads the project's own files for the tests about its shape."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPLICATION = ("kiosk", "ui", "db", "resources")
TEXT_SUFFIXES = frozenset(
    {".py", ".toml", ".md", ".svg", ".po", ".sh", ".iss", ".lock", ".csv", ".ini", ".mako", ".txt"}
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path below the root, its text and its syntax tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def package(self) -> str:
        """Return the top-level folder."""
        return self.name.partition("/")[0]

    @property
    def dotted(self) -> str:
        """Return the name under which it is imported."""
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def functions(self) -> list[tuple[str, int]]:
        """Return name and length of each function, from the line of its def to its last."""
        return [
            (f"{self.name}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1)
            for node in ast.walk(self.tree)
            if isinstance(node, _FUNCTIONS)
        ]

    def calls(self) -> list[ast.Call]:
        """Return every call in the module."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]

    def imports(self) -> list[str]:
        """Return the dotted name of every module that is imported, however late."""
        found: list[str] = []
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found += [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found += [f"{node.module}.{alias.name}" for alias in node.names]
        return found

    def at(self, node: ast.expr) -> str:
        """Return where a node is, for the message of a test."""
        return f"{self.name}:{node.lineno}"


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Return the modules below the folders, the application's when none is named."""
    paths = chain.from_iterable((ROOT / name).rglob("*.py") for name in folders or APPLICATION)
    return tuple(_read(path) for path in sorted(paths))


@cache
def text_files() -> tuple[Path, ...]:
    """Return every text file of the project, without local set-up and what tools leave behind."""
    below = (".ci", "docs", "tests", *APPLICATION)
    top = (path for path in ROOT.iterdir() if path.is_file())
    deep = chain.from_iterable((ROOT / name).rglob("*") for name in below)
    return tuple(path for path in sorted(chain(top, deep)) if path.is_file() and _is_text(path))


def _is_text(path: Path) -> bool:
    return path.suffix in TEXT_SUFFIXES or path.name in {"Makefile", "LICENSE", "run"}


def _read(path: Path) -> Module:
    text = path.read_text("utf-8")
    return Module(path.relative_to(ROOT).as_posix(), text, ast.parse(text, str(path)))
