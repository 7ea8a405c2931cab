"""The form in which the office corrects a fact: what must be there, and friendly hints on wording.

A problem keeps a correction from being stored; a hint never does. Hints are the citizens' rules of
wording; papers and fees, which may be long in the words of their source, are spared the length.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.domain.content_review import Plain
from kiosk.domain.procedure import Procedure
from kiosk.domain.text import nfc
from kiosk.domain.words import N_
from kiosk.services.content_check import MAX_SENTENCES_OF_INSTRUCTION
from kiosk.services.content_facts import item_of, key_of
from kiosk.services.forms import FormProblem
from kiosk.services.plain_language import (
    MAX_SYLLABLES,
    codes,
    forbidden_words,
    long_sentences,
    syllables,
)

LONGEST_TEXT = 300
LONGEST_NOTE = 120
MOST_LINES = 8
UNTOLD = ("when",)
"""Keys that are kept as they are and stand in no form."""

_MAY_GO = ("time", "fee", "papers")
_MAY_BE_EMPTY = ("note", "caution", "first_aid", "")
"""Keys without which a fact still stands; "" is that of a plain list or text."""

_BLANK: Mapping[str, dict[str, Plain]] = {
    "level": {"text": ""},
    "time": {"text": ""},
    "fee": {"text": ""},
    "papers": {"title": "", "note": "", "when": {}},
}

_EXEMPT = ("papers", "fee")
_EMPTY = {
    "title": N_("Ghi tên vào đây."),
    "instruction": N_("Ghi việc cần làm, mỗi dòng một câu."),
    "expect": N_("Ghi điều màn hình phải hiện."),
    "where": N_("Ghi nơi cần đến."),
    "say": N_("Ghi lời dặn, mỗi dòng một câu."),
    "text": N_("Ghi nội dung vào đây."),
}


@dataclass(frozen=True, slots=True)
class WordingHint:
    """A friendly word on the field `name` of the form; `message` is a msgid with `fields`."""

    name: str
    message: str
    fields: Mapping[str, object] = field(default_factory=dict)


def cleaned(path: str, value: Plain) -> Plain:
    """Return a value as it is stored: composed letters, no stray blanks, no empty lines.

    A time or a fee without words is none at all.
    """
    clean = _cleaned(value)
    is_gone = key_of(path) in _MAY_GO and isinstance(clean, dict) and clean.get("text") == ""
    return {} if is_gone else clean


def form_value(procedure: Procedure, path: str, value: Plain) -> Plain:
    """Return a value with every field that its form offers, also those that are empty so far."""
    key = key_of(path)
    if not isinstance(value, dict):
        return value
    if key != "steps":
        return {**_BLANK.get(key, {}), **value}
    step = procedure.step(item_of(path))
    told = value.get("first_aid")
    hints = told if isinstance(told, dict) else {}
    offered = dict.fromkeys(step.barriers if step else (), "")
    return {**value, "first_aid": {**offered, **hints}}


def value_problems(path: str, value: Plain) -> Iterator[FormProblem]:
    """Yield what must be mended before the value can be stored, field by field."""
    key = key_of(path)
    if value == {}:
        if key not in _MAY_GO:
            yield FormProblem("", N_("Mục này không bỏ được."))
        return
    for name, told in fields_of(value):
        if not told and (key == "summary" or name.partition(".")[0] not in _MAY_BE_EMPTY):
            yield FormProblem(name, _EMPTY.get(name, N_("Ghi nội dung vào đây.")))
        lines = told if isinstance(told, list) else [told]
        if any(len(str(line)) > LONGEST_TEXT for line in lines):
            yield FormProblem(name, N_("Câu này dài quá. Viết gọn lại."))
        if len(lines) > MOST_LINES:
            yield FormProblem(name, N_("Nhiều dòng quá. Viết gọn lại."))
        if name == "instruction" and len(lines) > MAX_SENTENCES_OF_INSTRUCTION:
            yield FormProblem(name, N_("Một bước nhiều nhất ba câu."))


def wording_hints(path: str, value: Plain) -> Iterator[WordingHint]:
    """Yield what would read more easily, field by field."""
    is_exempt = key_of(path) in _EXEMPT
    for name, told in fields_of(value):
        text = ". ".join(map(str, told)) if isinstance(told, list) else str(told)
        for word in forbidden_words(text):
            yield WordingHint(name, N_("Nên tránh chữ “{word}”, nói việc cần làm."), {"word": word})
        if is_exempt:
            continue
        for sentence in long_sentences(text):
            yield _too_long(name, sentence)
        for code in codes(text):
            yield WordingHint(name, N_("Nên bỏ mã {code}, người dân không cần."), {"code": code})


def fields_of(value: Plain) -> Iterator[tuple[str, Plain]]:
    """Yield name and value of each field of the form; a table within is `first_aid.L3`.

    A plain text or list is one field without a name.
    """
    if not isinstance(value, dict):
        yield "", value
        return
    for name, told in value.items():
        if name in UNTOLD:
            continue
        if isinstance(told, dict):
            yield from ((f"{name}.{inner}", line) for inner, line in told.items())
        else:
            yield name, told


def with_field(value: Plain, name: str, told: Plain) -> Plain:
    """Return the value with another content of one field, named as by `fields_of`."""
    if not isinstance(value, dict):
        return told
    outer, _, inner = name.partition(".")
    if not inner:
        return {**value, outer: told}
    within = value.get(outer)
    return {**value, outer: {**(within if isinstance(within, dict) else {}), inner: told}}


def _too_long(name: str, sentence: str) -> WordingHint:
    fields = {"count": syllables(sentence), "most": MAX_SYLLABLES, "sentence": sentence}
    message = N_("Câu dài {count} tiếng, nên nhiều nhất {most}: “{sentence}”")
    return WordingHint(name, message, fields)


def _cleaned(value: Plain) -> Plain:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, list):
        lines = [_cleaned(line) for line in value]
        return [line for line in lines if line]
    inner = {key: _cleaned(told) for key, told in value.items()}
    hints = inner.get("first_aid")
    if isinstance(hints, dict):
        inner["first_aid"] = {code: hint for code, hint in hints.items() if hint}
    return inner
