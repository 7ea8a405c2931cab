"""Everything of the content and of the citizen's pages that is the same for everybody, as said.

Names, times and counts are filled in only while somebody stands there; they are left to a voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kiosk.domain.lesson import Lesson
from kiosk.domain.procedure import Procedure
from kiosk.domain.speech.sentences import pieces
from kiosk.services.content_check import citizen_texts, exempt_texts
from kiosk.services.lessons import lesson_texts

_FIELD = re.compile(r"{\w+}")


def said_in_content(
    procedures: Iterable[Procedure], lessons: Iterable[Lesson], texts: Iterable[str], language: str
) -> list[str]:
    """Return what is said in `language`, each once, in the order of the content.

    `texts` are those of the pages, in the language of the content, with their `{fields}`.
    """
    of_lessons = (text for lesson in lessons for key, text in lesson_texts(lesson) if _is_read(key))
    marked = (*_of_procedures(procedures), *of_lessons, *texts)
    said = (
        piece.said
        for text in (text.replace("**", "") for text in marked)
        for piece in pieces(text, language)
        if piece.language == language and not _FIELD.search(text, piece.start, piece.end)
    )
    return list(dict.fromkeys(said))


def shown_texts(catalogue: Mapping[str, str], language: str) -> Iterable[str]:
    """Return the pages' own texts in `language`, from msgid → English."""
    return catalogue.values() if language == "en" else catalogue.keys()


def _of_procedures(procedures: Iterable[Procedure]) -> Iterator[str]:
    for procedure in procedures:
        for key, text in (*citizen_texts(procedure), *exempt_texts(procedure)):
            if _is_read(key):
                yield text
        yield procedure.source.name


def _is_read(key: str) -> bool:
    """Tell whether a text stands on a page in words."""
    return not key.endswith("picture_alt")
