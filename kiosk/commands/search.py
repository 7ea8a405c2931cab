"""`search`: finds procedures for queries from the standard input, one a line."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from kiosk.app import load_catalogue
from kiosk.services.search import Search


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("search", help="find procedures by title and synonyms")
    parser.add_argument("--stdin", action="store_true", required=True, help="read queries")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Answer each query on a line of its own."""
    search = Search(load_catalogue().all)
    for line in sys.stdin:
        query = line.rstrip("\r\n")
        found = [{"code": r.code, "title": r.title} for r in search.find(query)]
        answer = {"query": query, "kind": "results", "results": found}
        text = json.dumps(answer, ensure_ascii=False) if options.json else _plain(query, found)
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    return 0


def _plain(query: str, found: list[dict[str, str]]) -> str:
    return f"{query}: " + "; ".join(f"{r['code']} {r['title']}" for r in found)
