"""Measures the search on phrases with known answers, as shipped and without their own synonyms.

A phrase that stands among the synonyms word for word is found by any search. So everything is
measured a second time after every synonym, and every phrase of a topic, that equals an evaluated
phrase has been dropped: that figure tells how the search does with words nobody has written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.errors import KnownError
from kiosk.domain.procedure import Procedure
from kiosk.domain.search_answer import Answer, AnswerKind
from kiosk.domain.text import fold
from kiosk.domain.words import N_
from kiosk.services.search.topics import Topics

HELP = "HELP-"
ELSEWHERE = "OOS"

LESSON_OF = {"HELP-VNEID": "vneid", "HELP-OTP": "otp", "HELP-TRACK": "tracking"}
"""The lesson that a marker of an evaluation file stands for."""

FEW = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and the codes or markers that answer it; with several it must not be guessed."""

    text: str
    wanted: tuple[str, ...]

    @property
    def is_ambiguous(self) -> bool:
        """Tell whether a question, a lesson or a place elsewhere is the right answer."""
        return len(self.wanted) > 1 or not self.wanted[0][0].isdigit()


@dataclass(frozen=True, slots=True)
class Miss:
    """A phrase that was not answered as wanted, and what came first instead."""

    phrase: Phrase
    kind: AnswerKind
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many phrases were answered right: first, among the first three, and ambiguous ones."""

    clear: int
    first: int
    among_three: int
    ambiguous: int
    separated: int
    misses: tuple[Miss, ...]


def read_phrases(path: Path) -> tuple[Phrase, ...]:
    """Return the phrases of a file of tab-separated values; raises KnownError.

    The first column is the phrase, the second its code, or several codes and markers (HELP-…, OOS)
    parted by commas. A first line whose second column begins with "code" is a heading.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, str(error)) from error
    phrases = tuple(_phrases(path, text))
    if not phrases:
        raise _unreadable(path, "no phrases")
    return phrases


def _phrases(path: Path, text: str) -> Iterator[Phrase]:
    for number, line in enumerate(text.split("\n"), 1):
        said, _, answered = line.strip().partition("\t")
        if not said or (number == 1 and answered.startswith("code")):
            continue
        wanted = tuple(part.strip() for part in answered.split(","))
        if not all(wanted):
            raise _unreadable(path, f"line {number}: not a phrase, a tab and codes")
        yield Phrase(said.strip(), wanted)


def _unreadable(path: Path, why: str) -> KnownError:
    told = N_("Không đọc được tệp {file}.")
    return KnownError(told, log_line=f"{path}: {why}", file=path.name)


def without_phrases(
    procedures: Iterable[Procedure], topics: Topics, phrases: Iterable[Phrase]
) -> tuple[tuple[Procedure, ...], Topics]:
    """Return both without the synonyms and topic phrases that equal one of `phrases`, folded."""
    known = {fold(phrase.text) for phrase in phrases}

    def rest(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text for text in texts if fold(text) not in known)

    return (
        tuple(replace(each, synonyms=rest(each.synonyms)) for each in procedures),
        Topics(
            tuple(replace(topic, phrases=rest(topic.phrases)) for topic in topics.ask),
            tuple(replace(topic, phrases=rest(topic.phrases)) for topic in topics.help),
            tuple(replace(topic, phrases=rest(topic.phrases)) for topic in topics.out_of_scope),
        ),
    )


def measure(answer: Callable[[str], Answer], phrases: Iterable[Phrase]) -> Figures:
    """Return how `answer` does on `phrases`.

    A clear phrase counts as answered when its code is the first result, or among the first three;
    a question instead of results counts as a miss of the first and, with the code among its tiles,
    as one of three. An ambiguous one counts when it is answered by a question that has all codes
    among its tiles, or by the lesson or the place elsewhere that its marker asks for.
    """
    clear = first = three = ambiguous = separated = 0
    misses: list[Miss] = []
    for phrase in phrases:
        given = answer(phrase.text)
        if phrase.is_ambiguous:
            is_right = is_separated(phrase, given)
            ambiguous, separated = ambiguous + 1, separated + is_right
        else:
            offered = _offered(given)
            is_right = given.kind is AnswerKind.RESULTS and offered[:1] == phrase.wanted
            clear, first = clear + 1, first + is_right
            three += phrase.wanted[0] in offered[:FEW]
        if not is_right:
            misses.append(Miss(phrase, given.kind, _offered(given)[:FEW]))
    return Figures(clear, first, three, ambiguous, separated, tuple(misses))


def _offered(answer: Answer) -> tuple[str, ...]:
    """Return the codes a citizen can touch, in their order."""
    if answer.kind is AnswerKind.ASK:
        return tuple(tile.code for tile in answer.tiles)
    return tuple(hit.code for hit in answer.hits)


def is_separated(phrase: Phrase, answer: Answer) -> bool:
    """Tell whether an ambiguous phrase was answered without guessing.

    Where a marker stands beside codes, the marker's answer is right with the codes among the
    results; so is a question with all codes among its tiles.
    """
    codes = {wanted for wanted in phrase.wanted if wanted[0].isdigit()}
    markers = set(phrase.wanted) - codes
    if answer.kind is AnswerKind.ASK:
        return bool(codes) and codes <= set(_offered(answer))
    if answer.kind is AnswerKind.HELP:
        lessons = {LESSON_OF.get(marker, "") for marker in markers}
        return answer.lesson_id in lessons and codes <= set(_offered(answer))
    return answer.kind is AnswerKind.OUT_OF_SCOPE and ELSEWHERE in markers
