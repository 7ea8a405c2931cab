"""What the search answers: results, a question that separates meanings, help, or where to go.

A search never leaves anybody with nothing: words that mean several things are answered with tiles
to choose from, a question about VNeID or OTP with a lesson, and what no commune does with the
place that does it (research/domain 7.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AnswerKind(StrEnum):
    """The four ways to answer."""

    RESULTS = "results"
    ASK = "ask"
    HELP = "help"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Hit:
    """One procedure found; `score` lies in 0–1 and only orders the hits of one query.

    `is_ours` is False for an entry of the national catalogue, which has no guide here.
    """

    code: str
    title: str
    score: float
    is_ours: bool = True


@dataclass(frozen=True, slots=True)
class Tile:
    """One meaning to choose: plain words, a line that tells it apart, the procedure it leads to."""

    text: str
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one query.

    `hits` come best first; `question` and two to four `tiles` belong to `ASK`, `lesson_id` to
    `HELP`, `say` (short sentences: where to go) to `OUT_OF_SCOPE`. Other kinds may carry hits too.
    """

    query: str
    kind: AnswerKind = AnswerKind.RESULTS
    hits: tuple[Hit, ...] = ()
    question: str = ""
    tiles: tuple[Tile, ...] = ()
    lesson_id: str = ""
    say: tuple[str, ...] = ()
