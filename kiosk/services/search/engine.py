"""The search itself: what fits best decides how a query is answered.

Everything that can be an answer is a document with names: a procedure, a question to ask, a lesson,
a place elsewhere. All compete in one index. The national catalogue comes after what is ours, unless
one of its names fits by far better.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kiosk.domain.lesson import Lesson
from kiosk.domain.national import NationalEntry
from kiosk.domain.procedure import Procedure
from kiosk.domain.search_answer import Answer, AnswerKind, Hit
from kiosk.services.search.lexicon import shipped_lexicon
from kiosk.services.search.ranking import Fit
from kiosk.services.search.shelves import Findings, Shelves
from kiosk.services.search.spelling import bare
from kiosk.services.search.topics import (
    FEWEST_TILES,
    AskTopic,
    HelpTopic,
    OutOfScopeTopic,
    Topic,
    Topics,
    shipped_topics,
)

SHOWN_FROM = 0.25
"""The score from which a procedure is shown at all."""

FITS_FROM = 0.4
"""The score from which it fits."""

NATIONAL_FROM, NATIONAL_ALL_FROM = 0.6, 0.9
"""What the name of a national entry must be worth, or else how much of the query it must explain.

Some names there are as long as a page and hold almost any query, but not word beside word.
"""

BY_FAR = 0.2
"""By how much more a name there must fit than the best one here, to come before it."""

AHEAD = 3
"""As many of ours come before the national catalogue even where they fit less well."""

SAME_FROM = 0.85
"""How much query and phrase must have of each other: a question is for nothing more than that."""

NEAR_FROM, NECK_AND_NECK = 0.7, 0.95
"""The same for a question that decides between two procedures, and how near their scores are."""

TOPIC_ASKED_FROM, TOPIC_NAMED_FROM, TOPIC_ASKED_LITTLE = 0.5, 0.6, 0.2
"""How much a lesson, or a place elsewhere, must explain, and how much of its phrase must be said;
little must be explained when all of the phrase is said."""

_CODE = re.compile(r"\d\.\d{3,6}")


class Search:
    """Looks up citizens' words; built once, on any thread, then only read."""

    def __init__(
        self,
        procedures: Iterable[Procedure],
        lessons: Iterable[Lesson],
        national: Iterable[NationalEntry] = (),
        topics: Topics | None = None,
    ) -> None:
        ours = tuple(procedures)
        former = {code: p for p in ours for code in p.other_codes}
        self._by_code = former | {p.code: p for p in ours}
        self._national = tuple(one for one in national if one.code not in self._by_code)
        titles = {lesson.id: lesson.title for lesson in lessons}
        known = tuple(_usable(topics or shipped_topics(), self._by_code, titles))
        self._shelves = Shelves((*ours, *known), self._national, titles, shipped_lexicon())
        synonyms = {bare(synonym) for procedure in ours for synonym in procedure.synonyms}
        self._clear = synonyms - {bare(phrase) for topic in known for phrase in topic.phrases}

    def answer(self, query: str, limit: int = 8) -> Answer:
        """Return the answer to `query` with at most `limit` hits; they may be none."""
        if _CODE.fullmatch(query.strip()):
            return Answer(query, hits=self._with_code(query.strip())[:limit])
        findings = self._shelves.find(query)
        hits = _hits(findings)[:limit]
        topic = None if bare(query) in self._clear else _topic(findings) or _deciding(findings)
        if isinstance(topic, AskTopic):
            tiles = topic.tiles
            return Answer(query, AnswerKind.ASK, hits, question=topic.question, tiles=tiles)
        if isinstance(topic, HelpTopic):
            hits = self._led_by(topic.codes, hits)
            return Answer(query, AnswerKind.HELP, hits, lesson_id=topic.lesson)
        if isinstance(topic, OutOfScopeTopic):
            hits = self._led_by((), hits)
            return Answer(query, AnswerKind.OUT_OF_SCOPE, hits, say=topic.say)
        return Answer(query, hits=hits)

    def _with_code(self, begun: str) -> tuple[Hit, ...]:
        ours = {p.code: p for code, p in self._by_code.items() if code.startswith(begun)}
        national = (one for one in self._national if one.code.startswith(begun))
        return (
            *(Hit(procedure.code, procedure.title, 1.0) for procedure in ours.values()),
            *(Hit(entry.code, entry.name, 1.0, is_ours=False) for entry in national),
        )

    def _led_by(self, codes: Sequence[str], hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """Return the procedures of `codes`, and what else of `hits` may well be meant."""
        first = (self._by_code[code] for code in codes)
        leading = [Hit(procedure.code, procedure.title, 1.0) for procedure in first]
        led = {hit.code for hit in leading}
        others = (hit for hit in hits if hit.score >= FITS_FROM and hit.code not in led)
        return (*leading, *others)[:AHEAD]


# ---------------------------------------------------------------- hits


def _hits(findings: Findings) -> tuple[Hit, ...]:
    """Return ours before the national catalogue, but for entries that fit by far better."""
    shown = [found for found in findings.procedures if found[0].score >= SHOWN_FROM]
    ours = [Hit(p.code, p.title, round(fit.score, 4)) for fit, p in shown]
    fitting = {p.code for fit, p in shown if fit.score >= FITS_FROM}
    head = [hit for place, hit in enumerate(ours) if hit.code in fitting or place < AHEAD]
    best = max((fit.told for fit, _ in shown), default=0.0) if fitting else 0.0
    first, other = _listed(findings, max(NATIONAL_FROM, best + BY_FAR))
    return (*first, *head, *other, *(hit for hit in ours if hit not in head))


def _listed(findings: Findings, first_from: float) -> tuple[list[Hit], list[Hit]]:
    """Return the entries of the national catalogue that come first, and the others."""
    first: list[Hit] = []
    other: list[Hit] = []
    for match, entry in findings.national:
        if match.worth >= NATIONAL_FROM or match.asked >= NATIONAL_ALL_FROM:
            among = first if match.told >= first_from else other
            among.append(Hit(entry.code, entry.name, round(match.worth, 4), is_ours=False))
    return first, other


# ---------------------------------------------------------------- kinds


def _usable(
    topics: Topics, by_code: Mapping[str, Procedure], lessons: Mapping[str, str]
) -> Iterator[Topic]:
    """Yield the topics that lead somewhere in an office that has only some of the content."""
    for _, topic in topics.all:
        if isinstance(topic, AskTopic):
            tiles = tuple(tile for tile in topic.tiles if tile.code in by_code)
            if len(tiles) >= FEWEST_TILES:
                yield AskTopic(topic.phrases, topic.question, tiles)
        elif isinstance(topic, HelpTopic):
            codes = tuple(code for code in topic.codes if code in by_code)
            if topic.lesson in lessons:
                yield HelpTopic(topic.lesson, topic.phrases, topic.barriers, codes)
        else:
            yield topic


def _topic(findings: Findings) -> Topic | None:
    """Return the topic that fits better than any procedure, a question before the others."""
    best_told = max((fit.told for fit, _ in findings.procedures), default=0.0)
    best_score = max((fit.score for fit, _ in findings.procedures), default=0.0)
    others: list[Topic] = []
    for fit, topic in findings.topics:
        is_same = min(fit.asked, fit.named) >= SAME_FROM
        if isinstance(topic, AskTopic):
            if is_same and fit.told >= best_told:
                return topic
        elif (is_same and fit.told > best_told) or (_is_said(fit) and fit.score >= best_score):
            others.append(topic)
    return others[0] if others else None


def _is_said(fit: Fit) -> bool:
    is_much_said = fit.asked >= TOPIC_ASKED_FROM and fit.named >= TOPIC_NAMED_FROM
    return is_much_said or (fit.asked >= TOPIC_ASKED_LITTLE and fit.named >= SAME_FROM)


def _deciding(findings: Findings) -> AskTopic | None:
    """Return a question between the two best procedures when they are neck and neck."""
    if len(findings.procedures) < 2:
        return None
    (first, one), (second, other) = findings.procedures[:2]
    if second.score < NECK_AND_NECK * first.score:
        return None
    both = {one.code, other.code}
    for fit, topic in findings.topics:
        is_near = min(fit.asked, fit.named) >= NEAR_FROM
        if is_near and isinstance(topic, AskTopic) and both <= {t.code for t in topic.tiles}:
            return topic
    return None
