"""`search`: finds procedures for queries from the standard input, one a line."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

LONGEST_QUERY = 1000
"""Characters of a line that are looked up. Nobody asks in more; a pasted file must not stall us."""

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\N{NEXT LINE}\u2028\u2029"}
"""What JSON allows in a text and some readers take for the end of a line."""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "find procedures by title and synonyms, for one query a line"
    parser = commands.add_parser("search", help=what, description=what)
    parser.add_argument(
        "--stdin", action="store_true", required=True, help="read queries from standard input"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Answer each query on a line of its own, before the next one is read."""
    from kiosk.services.content import read_content
    from kiosk.services.search import Search
    from resources import procedure_files

    content = read_content(procedure_files())
    for problem in content.problems:
        sys.stderr.write(f"warning: {problem.log_line}\n")
    search = Search(content.procedures)
    for line in sys.stdin:
        query = line.removesuffix("\n").removesuffix("\r")
        results = search.find(query[:LONGEST_QUERY])
        found = [{"code": result.code, "title": result.title} for result in results]
        sys.stdout.write((_object if options.json else _plain)(query, found) + "\n")
        sys.stdout.flush()
    return 0


def _object(query: str, found: list[dict[str, str]]) -> str:
    answer = {"query": query, "kind": "results", "results": found}
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_LINE_ENDS)


def _plain(query: str, found: list[dict[str, str]]) -> str:
    return f"{query}: " + "; ".join(f"{one['code']} {one['title']}" for one in found)
