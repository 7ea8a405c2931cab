"""Measuring the search: what counts as answered, what is dropped, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.domain.errors import KnownError
from kiosk.domain.search_answer import Answer, AnswerKind, Hit, Tile
from kiosk.services.content import load_procedures
from kiosk.services.search.evaluation import Phrase, measure, read_phrases, without_phrases
from kiosk.services.search.topics import shipped_topics
from resources import procedure_files


def hits(*codes: str) -> tuple[Hit, ...]:
    return tuple(Hit(code, code, 1.0) for code in codes)


def ask(*codes: str) -> Answer:
    tiles = tuple(Tile(code, code) for code in codes)
    return Answer("", AnswerKind.ASK, hits("9.1"), question="?", tiles=tiles)


def test_a_clear_phrase_counts_first_or_among_three() -> None:
    answers = {
        "first": Answer("", hits=hits("1.1", "2.1")),
        "third": Answer("", hits=hits("2.1", "3.1", "1.1")),
        "fourth": Answer("", hits=hits("2.1", "3.1", "4.1", "1.1")),
        "asked": ask("2.1", "1.1"),
        "asked first": ask("1.1", "2.1"),
        "nothing": Answer(""),
    }
    found = measure(answers.__getitem__, [Phrase(text, ("1.1",)) for text in answers])
    assert (found.clear, found.first, found.among_three, found.ambiguous) == (6, 1, 4, 0)
    missed = ["third", "fourth", "asked", "asked first", "nothing"]
    assert [miss.phrase.text for miss in found.misses] == missed
    assert found.misses[2].codes == ("2.1", "1.1")


@pytest.mark.parametrize(
    ("wanted", "answer", "is_right"),
    [
        (("1.1", "2.1"), ask("2.1", "3.1", "1.1"), True),
        (("1.1", "2.1"), ask("2.1", "3.1"), False),
        (("1.1", "2.1"), Answer("", hits=hits("1.1", "2.1")), False),
        (("OOS",), Answer("", AnswerKind.OUT_OF_SCOPE, say=("Ở Tòa án.",)), True),
        (("OOS",), Answer("", AnswerKind.HELP, lesson_id="otp"), False),
        (("HELP-OTP",), Answer("", AnswerKind.HELP, lesson_id="otp"), True),
        (("HELP-OTP",), Answer("", AnswerKind.HELP, lesson_id="vneid"), False),
        (("3.1", "HELP-VNEID"), Answer("", AnswerKind.HELP, hits("3.1"), lesson_id="vneid"), True),
        (("3.1", "HELP-VNEID"), Answer("", AnswerKind.HELP, lesson_id="vneid"), False),
        (("2.1", "OOS"), ask("2.1", "3.1"), True),
    ],
)
def test_an_ambiguous_phrase_counts_when_nothing_was_guessed(
    wanted: tuple[str, ...], answer: Answer, is_right: bool
) -> None:
    found = measure(lambda _text: answer, [Phrase("?", wanted)])
    assert (found.clear, found.ambiguous, found.separated) == (0, 1, int(is_right))


def test_every_synonym_and_topic_phrase_that_equals_a_phrase_is_dropped() -> None:
    procedures, topics = load_procedures(procedure_files()), shipped_topics()
    phrases = [Phrase("GIAY DOC THAN", ("1.004873",)), Phrase("khai sinh", ("1.1", "2.1"))]
    fewer, without = without_phrases(procedures, topics, phrases)
    assert any("giấy độc thân" in procedure.synonyms for procedure in procedures)
    assert not any("giấy độc thân" in procedure.synonyms for procedure in fewer)
    assert any("khai sinh" in topic.phrases for topic in topics.ask)
    assert not any("khai sinh" in topic.phrases for topic in without.ask)
    assert [p.title for p in fewer] == [p.title for p in procedures]
    assert sum(len(p.synonyms) for p in fewer) < sum(len(p.synonyms) for p in procedures)


def test_phrases_are_read_with_or_without_a_heading(tmp_path: Path) -> None:
    file = tmp_path / "phrases.tsv"
    file.write_text("\ufeffphrase\tcodes\r\nkết hôn\t1.1, 2.1\n\nly hôn\tOOS\n", "utf-8")
    assert read_phrases(file) == (Phrase("kết hôn", ("1.1", "2.1")), Phrase("ly hôn", ("OOS",)))
    file.write_text("kết hôn\t1.1", "utf-8")
    assert read_phrases(file) == (Phrase("kết hôn", ("1.1",)),)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"ket hon\n", "line 1: not a phrase, a tab and codes"),
        (b"phrase\tcodes\nket hon\t1.1,\n", "line 2: not a phrase, a tab and codes"),
        (b"phrase\tcodes\n", "no phrases"),
        (b"\xff\xfe", "codec"),
    ],
)
def test_a_file_that_holds_no_phrases_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    file = tmp_path / "phrases.tsv"
    file.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        read_phrases(file)
    assert told in caught.value.log_line
