"""Checks translations: each belongs to a text that is there, is English, and none is half done.

A procedure without any English is no finding: it is shown in Vietnamese, with its mark.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kiosk.domain.english import Translations, key_facts
from kiosk.domain.lesson import Lesson
from kiosk.domain.procedure import Procedure
from kiosk.domain.speech.sentences import ENGLISH, language_of
from kiosk.services.content import ENGLISH_FILE
from kiosk.services.content_check import Finding, Severity, citizen_texts, exempt_texts
from kiosk.services.lessons import lesson_texts
from kiosk.services.plain_language import spelling_fault


def check_english(
    procedures: Collection[Procedure], lessons: Iterable[Lesson], shared: Translations
) -> list[Finding]:
    """Return all that is to be mended in the translations; empty when all is well."""
    said = {text for procedure in procedures for text in translatable(procedure)}
    said |= {text for lesson in lessons for _key, text in lesson_texts(lesson)}
    findings = list(_of_table(ENGLISH_FILE, "", shared, said))
    for procedure in procedures:
        file, own = f"{procedure.code}.toml", procedure.english
        findings += _of_table(file, "english.", own, set(translatable(procedure)))
        findings += _half_done(file, procedure, shared)
    return findings


def translatable(procedure: Procedure) -> Iterator[str]:
    """Yield every text of a procedure that a citizen may read in English."""
    yield from (text for _key, text in (*citizen_texts(procedure), *exempt_texts(procedure)))
    facts = (procedure.level, procedure.time, procedure.fee)
    sources = (procedure.source, *(fact.source for fact in facts if fact))
    yield from (source.name for source in sources if source)


def live_english(procedure: Procedure) -> dict[str, str]:
    """Return the procedure's translations without those of texts it no longer has."""
    said = set(translatable(procedure))
    return {text: english for text, english in procedure.english.items() if text in said}


def _of_table(file: str, key: str, table: Translations, said: Collection[str]) -> Iterator[Finding]:
    """Yield lines that translate nothing any more, and translations that are none."""
    for text, english in table.items():
        where = f"{key}“{text}”"
        if text not in said:
            yield Finding(file, where, "no text says this any more", Severity.WARNING)
        if fault := _fault(english):
            yield Finding(file, where, fault)


def _fault(english: str) -> str:
    if not english:
        return "is empty"
    if language_of(english, ENGLISH) != ENGLISH:
        return f"is not English: {english}"
    return spelling_fault(english) or ""


def _half_done(file: str, procedure: Procedure, shared: Iterable[str]) -> Iterator[Finding]:
    """Yield key facts without English of a procedure that has some English of its own."""
    known = {*shared, *procedure.english}
    if procedure.english:
        for key, text in key_facts(procedure):
            if text not in known:
                yield Finding(file, key, f"has no English: {text}", Severity.WARNING)
