"""Checks procedures for what the schema cannot see: dead references, long sentences, old facts.

Every finding is one line with file and key path, so that whoever writes content can mend it
without knowing the program.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.barrier import BARRIER_BY_CODE, OFFERED
from kiosk.domain.procedure import Attach, Condition, LifeEvent, Procedure
from kiosk.services.content import Content
from kiosk.services.follow_check import follow_faults
from kiosk.services.plain_language import (
    MAX_SYLLABLES,
    codes,
    forbidden_words,
    long_sentences,
    spelling_fault,
)

ALL_FILES = "*"
"""The file of a finding that is about the procedures as a whole."""

MAX_QUESTIONS = 3
MAX_SENTENCES_OF_INSTRUCTION = 3
FEWEST_CHOICES, MOST_CHOICES = 2, 4
MOST_MEGABYTES = 50

Text = tuple[str, str]
"""Key path and the text found there."""


class Severity(StrEnum):
    """An error keeps content from being shipped; a warning asks for a person's eye."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, at one key of one file."""

    file: str
    key: str
    what: str
    severity: Severity = Severity.ERROR

    @property
    def line(self) -> str:
        """The finding as one line: "error: 1.001193.toml: steps[2].picture: …"."""
        return f"{self.severity}: {self.file}: {self.key}: {self.what}"


def check_content(content: Content, pictures: Collection[str], today: date) -> list[Finding]:
    """Return all that is to be mended in `content`, file by file; empty when all is well."""
    findings = [Finding(p.file, p.key or "file", p.reason) for p in content.problems]
    for procedure in content.procedures:
        findings += _check_procedure(procedure, pictures, today)
    findings += _twice_used_codes(content.procedures)
    findings += _unserved_events(content.procedures)
    findings += _dead_ways_home(content.procedures)
    return findings


def _check_procedure(
    procedure: Procedure, pictures: Collection[str], today: date
) -> Iterator[Finding]:
    file = f"{procedure.code}.toml"
    warnings = _past_dates(procedure, today)
    errors = (
        *_wording(procedure),
        *_twice_used_ids(procedure),
        *_dead_conditions(procedure),
        *_idle_questions(procedure),
        *_dead_step_references(procedure, pictures),
        *follow_faults(procedure),
        *_sizes(procedure),
        *_wrong_source(procedure, today),
        *_wrong_dates(procedure, today),
    )
    yield from (Finding(file, key, what) for key, what in errors)
    yield from (Finding(file, key, what, Severity.WARNING) for key, what in warnings)


# ---------------------------------------------------------------- wording


def citizen_texts(procedure: Procedure) -> Iterator[Text]:
    """Yield what a citizen reads in sentences; the rule of twelve syllables is for these."""
    yield "title", procedure.title
    yield "summary", procedure.summary
    yield "level.text", procedure.level.text
    if procedure.time:
        yield "time.text", procedure.time.text
    yield from _each("next_steps", procedure.next_steps)
    for i, question in enumerate(procedure.questions):
        yield f"questions[{i}].text", question.text
        for j, choice in enumerate(question.choices):
            yield f"questions[{i}].choices[{j}].text", choice.text
    for i, place in enumerate(procedure.not_here):
        yield f"not_here[{i}].where", place.where
        yield from _each(f"not_here[{i}].say", place.say)
    yield from _step_texts(procedure)


def exempt_texts(procedure: Procedure) -> Iterator[Text]:
    """Yield what may be long: papers and fees in the words of their source."""
    if procedure.fee:
        yield "fee.text", procedure.fee.text
    for i, paper in enumerate(procedure.papers):
        yield f"papers[{i}].title", paper.title
        yield f"papers[{i}].note", paper.note


def _other_texts(procedure: Procedure) -> Iterator[Text]:
    yield "official_title", procedure.official_title
    yield "field", procedure.field
    yield "decided_by", procedure.decided_by
    yield "source.name", procedure.source.name
    for key, fact in (("level", procedure.level), ("time", procedure.time), ("fee", procedure.fee)):
        if fact and fact.source:
            yield f"{key}.source.name", fact.source.name
    yield from _each("synonyms", procedure.synonyms)
    yield from _each("aliases", procedure.aliases)
    yield from _each("legal_basis", procedure.legal_basis)


def _step_texts(procedure: Procedure) -> Iterator[Text]:
    for i, step in enumerate(procedure.steps):
        yield f"steps[{i}].title", step.title
        yield from _each(f"steps[{i}].instruction", step.instruction)
        yield f"steps[{i}].expect", step.expect
        yield f"steps[{i}].picture_alt", step.picture_alt
        yield f"steps[{i}].caution", step.caution
        for code, hint in step.first_aid.items():
            yield f"steps[{i}].first_aid.{code}", hint


def _each(key: str, texts: Iterable[str]) -> Iterator[Text]:
    return ((f"{key}[{i}]", text) for i, text in enumerate(texts))


def _wording(procedure: Procedure) -> Iterator[Text]:
    """Yield key and fault of every text that breaks a rule of wording."""
    for key, text in citizen_texts(procedure):
        yield from ((key, fault) for fault in citizen_faults(text))
    for key, text in exempt_texts(procedure):
        yield from ((key, f"says “{word}”") for word in forbidden_words(text))
    every = (*citizen_texts(procedure), *exempt_texts(procedure), *_other_texts(procedure))
    for key, text in every:
        if fault := spelling_fault(text):
            yield key, fault


def citizen_faults(text: str) -> Iterator[str]:
    """Yield what keeps `text` from being read by a citizen: length, words to avoid, codes."""
    for sentence in long_sentences(text):
        yield f"has more than {MAX_SYLLABLES} syllables: {sentence}"
    for word in forbidden_words(text):
        yield f"says “{word}”"
    for code in codes(text):
        yield f"shows the code {code}"


# ---------------------------------------------------------------- references


def _twice_used_ids(procedure: Procedure) -> Iterator[Text]:
    yield from _repeated("questions", (q.id for q in procedure.questions))
    yield from _repeated("papers", (p.id for p in procedure.papers))
    yield from _repeated("steps", (s.id for s in procedure.steps))
    for i, question in enumerate(procedure.questions):
        yield from _repeated(f"questions[{i}].choices", (c.id for c in question.choices))


def _repeated(key: str, ids: Iterable[str]) -> Iterator[Text]:
    seen: set[str] = set()
    for i, each in enumerate(ids):
        if each in seen:
            yield f"{key}[{i}].id", f"the id {each!r} is used twice"
        seen.add(each)


def _conditions(procedure: Procedure) -> Iterator[tuple[str, Condition]]:
    yield from ((f"papers[{i}].when", paper.when) for i, paper in enumerate(procedure.papers))
    yield from ((f"steps[{i}].when", step.when) for i, step in enumerate(procedure.steps))
    yield from ((f"not_here[{i}].when", place.when) for i, place in enumerate(procedure.not_here))


def _dead_conditions(procedure: Procedure) -> Iterator[Text]:
    asked: dict[str, set[str]] = {}
    for i, question in enumerate(procedure.questions):
        # A question can only depend on one that was asked before it.
        yield from _dead_answers(f"questions[{i}].when", question.when, asked)
        asked[question.id] = {choice.id for choice in question.choices}
    for key, condition in _conditions(procedure):
        yield from _dead_answers(key, condition, asked)


def _dead_answers(key: str, condition: Condition, asked: dict[str, set[str]]) -> Iterator[Text]:
    for question, wanted in condition.items():
        if question not in asked:
            yield f"{key}.{question}", "no question before it has this id"
            continue
        for choice in wanted:
            if choice not in asked[question]:
                yield f"{key}.{question}", f"the question has no choice {choice!r}"


def _idle_questions(procedure: Procedure) -> Iterator[Text]:
    """Yield questions that nothing depends on: their answer would cost a tap for nothing."""
    conditions = (*(q.when for q in procedure.questions), *(c for _, c in _conditions(procedure)))
    deciding = {name for condition in conditions for name in condition}
    for i, question in enumerate(procedure.questions):
        if question.id not in deciding:
            yield f"questions[{i}]", "nothing depends on its answer"


def _dead_step_references(procedure: Procedure, pictures: Collection[str]) -> Iterator[Text]:
    for i, step in enumerate(procedure.steps):
        if step.picture not in pictures:
            yield f"steps[{i}].picture", f"there is no picture {step.picture!r}"
        for j, code in enumerate(step.barriers):
            if code not in BARRIER_BY_CODE:
                yield f"steps[{i}].barriers[{j}]", f"there is no barrier {code!r}"
        for code in step.first_aid:
            if code not in BARRIER_BY_CODE:
                yield f"steps[{i}].first_aid.{code}", f"there is no barrier {code!r}"
        if step.attach is not None:
            yield from _attach_faults(f"steps[{i}].attach", step.attach, procedure)


def _attach_faults(key: str, attach: Attach, procedure: Procedure) -> Iterator[Text]:
    if not 0 < attach.max_mb <= MOST_MEGABYTES:
        yield f"{key}.max_mb", f"is not above 0 and at most {MOST_MEGABYTES}"
    known = {paper.id for paper in procedure.papers}
    for j, paper in enumerate(attach.papers):
        if paper not in known:
            yield f"{key}.papers[{j}]", f"there is no paper {paper!r}"


# ---------------------------------------------------------------- sizes, sources, dates


def _sizes(procedure: Procedure) -> Iterator[Text]:
    if len(procedure.questions) > MAX_QUESTIONS:
        yield "questions", f"more than {MAX_QUESTIONS} questions"
    for i, question in enumerate(procedure.questions):
        if not FEWEST_CHOICES <= len(question.choices) <= MOST_CHOICES:
            yield f"questions[{i}].choices", f"not {FEWEST_CHOICES} to {MOST_CHOICES} choices"
    for i, step in enumerate(procedure.steps):
        if not 1 <= len(step.instruction) <= MAX_SENTENCES_OF_INSTRUCTION:
            yield f"steps[{i}].instruction", f"not 1 to {MAX_SENTENCES_OF_INSTRUCTION} sentences"
        if len(step.barriers) > OFFERED:
            yield f"steps[{i}].barriers", f"more than {OFFERED} barriers"
    if not (procedure.is_guided or procedure.is_counter_only or procedure.not_here):
        yield "steps", "neither a guide nor a place to go to"


def _wrong_source(procedure: Procedure, today: date) -> Iterator[Text]:
    facts = {"level": procedure.level, "time": procedure.time, "fee": procedure.fee}
    own = {f"{key}.source": fact.source for key, fact in facts.items() if fact and fact.source}
    for key, source in {"source": procedure.source, **own}.items():
        if not source.url.startswith("https://"):
            yield f"{key}.url", "not an https address"
        if source.taken_on > today:
            yield f"{key}.taken_on", "lies in the future"
    if not procedure.source.official:
        checked = (key for key, fact in facts.items() if fact and fact.checked and not fact.source)
        yield from ((f"{key}.checked", "cannot be true: no official page") for key in checked)


def _wrong_dates(procedure: Procedure, today: date) -> Iterator[Text]:
    """Yield days that cannot be: a review before the facts were read, an end before a beginning."""
    if procedure.review_by <= procedure.source.taken_on:
        yield "review_by", "is not after the day the facts were taken"
    begin, end = procedure.effective_from, procedure.effective_to
    if begin and end and end < begin:
        yield "effective_to", "lies before effective_from"
    for i, step in enumerate(procedure.steps):
        if step.seen_on and step.seen_on > today:
            yield f"steps[{i}].seen_on", "lies in the future"


def _past_dates(procedure: Procedure, today: date) -> Iterator[Text]:
    if procedure.review_by < today:
        yield "review_by", "the day of review has passed"
    if procedure.effective_to and procedure.effective_to < today:
        yield "effective_to", "the procedure is no longer in force"


# ---------------------------------------------------------------- all procedures together


def _twice_used_codes(procedures: Iterable[Procedure]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for procedure in procedures:
        file = f"{procedure.code}.toml"
        superseded = [old.code for old in procedure.superseded]
        own = (
            ("code", procedure.code),
            *_each("aliases", procedure.aliases),
            *_each("superseded", superseded),
        )
        for key, code in own:
            owner = owners.setdefault(code, file)
            if owner != file or (key != "code" and code == procedure.code):
                yield Finding(file, key, f"the code {code} is already used by {owner}")


def _dead_ways_home(procedures: Iterable[Procedure]) -> Iterator[Finding]:
    known = {procedure.code for procedure in procedures}
    for procedure in procedures:
        if procedure.at_home and procedure.at_home not in known - {procedure.code}:
            what = f"no other procedure has the code {procedure.at_home!r}"
            yield Finding(f"{procedure.code}.toml", "at_home", what)


def _unserved_events(procedures: Iterable[Procedure]) -> Iterator[Finding]:
    served = {event for procedure in procedures for event in procedure.life_events}
    for event in LifeEvent:
        if event not in served:
            yield Finding(ALL_FILES, "life_events", f"no procedure serves {event.value!r}")
