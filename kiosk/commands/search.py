"""`search`: answers queries from the standard input, or measures the search on known phrases."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.domain.search_answer import Answer, AnswerKind

if TYPE_CHECKING:  # the services are imported when the command is carried out
    from kiosk.domain.national import NationalEntry
    from kiosk.services.search.evaluation import Figures, Miss

LONGEST_QUERY = 1000
"""Characters of a line that are looked up. Nobody asks in more; a pasted file must not stall us."""

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\N{NEXT LINE}\u2028\u2029"}
"""What JSON allows in a text and some readers take for the end of a line."""


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "find procedures in citizens' words"
    parser = commands.add_parser("search", help=what, description=what)
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument(
        "--stdin", action="store_true", help="answer queries from standard input, one a line"
    )
    asked.add_argument(
        "--evaluate",
        type=Path,
        metavar="FILE",
        help="measure on phrases and their codes (tab-separated), with and without synonyms "
        "that equal a phrase",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        help="search the national catalogue in this table as well",
    )
    parser.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Answer each query on a line of its own, before the next one is read; or measure."""
    national = _national(options.catalogue) if options.catalogue else ()
    if options.evaluate:
        return _evaluate(options.evaluate, national, in_json=options.json)
    return _answer_lines(national, in_json=options.json)


def _national(file: Path) -> tuple[NationalEntry, ...]:
    """Return what the catalogue in `file` lists; a bad row is told and left out."""
    from kiosk.services.national import read_national

    rows = read_national(file)
    for row in rows.problems:
        reason = row.reason.format(**row.fields)
        sys.stderr.write(f"warning: {file.name}: line {row.line}: {reason}\n")
    return rows.entries


def _answer_lines(national: Iterable[NationalEntry], *, in_json: bool) -> int:
    from kiosk.services.content import read_content
    from kiosk.services.lessons import read_lessons
    from kiosk.services.search import Search
    from resources import lesson_files, procedure_files

    content, lessons = read_content(procedure_files()), read_lessons(lesson_files())
    for problem in (*content.problems, *lessons.problems):
        sys.stderr.write(f"warning: {problem.log_line}\n")
    search = Search(content.procedures, lessons.lessons, national)
    for line in sys.stdin:
        query = line.removesuffix("\n").removesuffix("\r")
        answer = search.answer(query[:LONGEST_QUERY])
        sys.stdout.write((_json_line if in_json else _plain_line)(query, answer) + "\n")
        sys.stdout.flush()
    return 0


# ---------------------------------------------------------------- answers


def _json_line(query: str, answer: Answer) -> str:
    told = {
        "query": query,
        "kind": answer.kind.value,
        "results": [{"code": hit.code, "title": hit.title} for hit in answer.hits],
        **_of_its_kind(answer),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_LINE_ENDS)


def _of_its_kind(answer: Answer) -> dict[str, object]:
    """Return what this kind of answer has besides results."""
    if answer.kind is AnswerKind.ASK:
        tiles = [{"text": t.text, "detail": t.detail, "code": t.code} for t in answer.tiles]
        return {"question": answer.question, "tiles": tiles}
    if answer.kind is AnswerKind.HELP:
        return {"lesson": answer.lesson_id}
    if answer.kind is AnswerKind.OUT_OF_SCOPE:
        return {"say": list(answer.say)}
    return {}


def _plain_line(query: str, answer: Answer) -> str:
    hits = "; ".join(f"{hit.code} {hit.title}" for hit in answer.hits)
    if answer.kind is AnswerKind.ASK:
        tiles = "; ".join(f"{tile.code} {tile.text}" for tile in answer.tiles)
        return f"{query}: {answer.question} {tiles}"
    if answer.kind is AnswerKind.HELP:
        return f"{query}: [{answer.lesson_id}] {hits}".rstrip()
    return f"{query}: {' '.join((*answer.say, hits))}".rstrip()


# ---------------------------------------------------------------- measuring


def _evaluate(file: Path, national: Iterable[NationalEntry], *, in_json: bool) -> int:
    """Print the figures as shipped and with the dropping; the phrases that were missed."""
    from kiosk.services.content import load_procedures
    from kiosk.services.lessons import read_lessons
    from kiosk.services.search import Search
    from kiosk.services.search.evaluation import measure, read_phrases, without_phrases
    from kiosk.services.search.topics import shipped_topics
    from resources import lesson_files, procedure_files

    phrases, entries = read_phrases(file), tuple(national)
    lessons = read_lessons(lesson_files()).lessons
    shipped = (load_procedures(procedure_files()), shipped_topics())
    for name, (procedures, topics) in {
        "as shipped": shipped,
        "without the phrases": without_phrases(*shipped, phrases),
    }.items():
        search = Search(procedures, lessons, entries, topics)
        figures = measure(search.answer, phrases)
        lines = (_json_figures if in_json else _plain_figures)(name, figures)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _plain_figures(name: str, figures: Figures) -> Iterator[str]:
    yield f"{name}:"
    if figures.clear:
        yield f"  first        {_share(figures.first, figures.clear)}"
        yield f"  among three  {_share(figures.among_three, figures.clear)}"
    if figures.ambiguous:
        yield f"  not guessed  {_share(figures.separated, figures.ambiguous)}"
    yield from (f"  missed: {_told(miss)}" for miss in figures.misses)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:6.1%}  ({part} of {whole})"


def _told(miss: Miss) -> str:
    wanted = ",".join(miss.phrase.wanted)
    return f"“{miss.phrase.text}” wants {wanted}, got {miss.kind.value} {','.join(miss.codes)}"


def _json_figures(name: str, figures: Figures) -> Iterator[str]:
    told = {
        "measured": name,
        "clear": figures.clear,
        "first": figures.first,
        "among_three": figures.among_three,
        "ambiguous": figures.ambiguous,
        "separated": figures.separated,
        "missed": [_told(miss) for miss in figures.misses],
    }
    yield json.dumps(told, ensure_ascii=False)
