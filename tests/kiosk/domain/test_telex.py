"""Telex: every syllable from its keys, other languages as typed, and keys pressed twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.domain.syllable import VOWELS, Tone, all_syllables, bare
from kiosk.domain.syllable import with_tone as write
from kiosk.domain.telex import (
    TONE_KEYS,
    Word,
    compose,
    erase,
    finished,
    taken_up,
    with_letter,
    with_tone_key,
    word_before,
)

MARK_KEYS = {"ă": "w", "â": "a", "ê": "e", "ô": "o", "ơ": "w", "ư": "w", "đ": "d"}
KEY_OF_TONE = {tone: key for key, tone in TONE_KEYS.items()} | {Tone.LEVEL: ""}


def keys_of(letters: str) -> str:
    """Return the keys of toneless letters, each mark right behind its letter."""
    plain = letters.replace("oo", "ooo")
    return "".join(bare(letter) + MARK_KEYS.get(letter, "") for letter in plain)


def marks_beside_tone_last(letters: str, tone: Tone) -> str:
    """tieengs, dduwowngf: the usual order."""
    return keys_of(letters) + KEY_OF_TONE[tone]


def one_w_for_both_horns(letters: str, tone: Tone) -> str:
    """dduowngf: one w for both letters of ươ."""
    return keys_of(letters.replace("ươ", "uơ")) + KEY_OF_TONE[tone]


def tone_behind_the_vowels(letters: str, tone: Tone) -> str:
    """tieesng, dduwowfng: the other usual order."""
    end = max(at for at, letter in enumerate(letters) if letter in VOWELS) + 1
    return keys_of(letters[:end]) + KEY_OF_TONE[tone] + keys_of(letters[end:])


def all_signs_last(letters: str, tone: Tone) -> str:
    """tienges, duongwdf: letters first, as one reads them, and all signs at the end."""
    plain = "".join(map(bare, letters)).replace("oo", "ooo")
    marks = "".join(MARK_KEYS.get(letter, "") for letter in letters).replace("ww", "w")
    return plain + marks + KEY_OF_TONE[tone]


@pytest.mark.parametrize(
    "order",
    [marks_beside_tone_last, one_w_for_both_horns, tone_behind_the_vowels, all_signs_last],
)
def test_every_syllable_is_written_by_its_keys(order: Callable[[str, Tone], str]) -> None:
    wrong = []
    for letters, tone in all_syllables():
        keys, wanted = order(letters, tone), write(letters, tone)
        word = compose(keys)
        if (word.text, finished(word)) != (wanted, wanted):
            wrong.append((keys, word.text, wanted))
    assert wrong == []


@pytest.mark.parametrize(
    "word",
    [
        *("window", "windows", "facebook", "google", "email", "gmail", "wifi", "web", "website"),
        *("zalo", "viettel", "vnpt", "internet", "online", "file", "word", "excel", "pdf", "user"),
        *("chrome", "youtube", "smartphone", "iphone", "android", "download", "data", "photo"),
        *("vneid", "VNeID", "ct07", "cccd", "bhyt", "kt3", "0912345678", "1.001193"),
    ],
)
def test_words_of_other_languages_stay_as_typed(word: str) -> None:
    assert finished(compose(word)) == word


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ass", "as"),
        ("tesst", "test"),
        ("aaa", "aa"),
        ("ooo", "oo"),
        ("xooongf", "xoòng"),
        ("eee", "ee"),
        ("ddd", "dd"),
        ("ww", "w"),
        ("tww", "tw"),
        ("uww", "uw"),
        ("oww", "ow"),
        ("aww", "aw"),
        ("uoww", "uow"),
        ("duowngww", "duongww"),
        ("tieengss", "tiêngs"),
        ("facebookss", "facebookss"),
    ],
)
def test_a_key_pressed_again_takes_back_what_it_did(keys: str, text: str) -> None:
    assert compose(keys).text == text
    assert finished(compose(keys)) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("tieengsz", "tiêng"),
        ("tieengsf", "tiềng"),
        ("hoaz", "hoaz"),
        ("zalo", "zalo"),
        ("w", "ư"),
        ("tw", "tư"),
        ("wngs", "ứng"),
        ("Wngs", "Ứng"),
        ("DDawng", "Đăng"),
        ("Ddawng", "Đăng"),
        ("NGUYEENX", "NGUYỄN"),
        ("huow", "huơ"),
        ("huowng", "hương"),
        ("thuowr", "thuở"),
        ("hoafn", "hoàn"),
        ("did", "đi"),
        ("ddk", "đk"),
        ("ddkkh", "đkkh"),
        ("nguoif", "nguòi"),
    ],
)
def test_keys_in_the_middle_of_a_word(keys: str, text: str) -> None:
    assert compose(keys).text == text


def test_an_unfinished_syllable_is_put_back_to_its_keys() -> None:
    assert compose("user").text == "ủe"
    assert finished(compose("user")) == "user"
    assert finished(compose("as")) == "á"


def test_typing_goes_on_in_a_word_that_is_there_already() -> None:
    assert [taken_up("tiế").text, taken_up("").text] == ["tiế", ""]
    word = taken_up("tiế")
    for key in "ng":
        word = compose(word.keys + key)
    assert word.text == "tiếng"
    assert taken_up("facebook").is_free
    assert taken_up("hoà").text == "hoà"
    assert taken_up("tiếng").text == "tiếng"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ("tieengs", "tiến"),
        ("tieengk", "tiêng"),
        ("win", "ưi"),
        ("tesst", "tes"),
        ("a", ""),
        ("", ""),
    ],
)
def test_the_last_letter_goes_and_a_slip_of_the_finger_with_it(keys: str, left: str) -> None:
    assert erase(compose(keys)).text == left


@pytest.mark.parametrize(
    ("typed", "letter", "text"),
    [
        ("ti", "ê", "tiê"),
        ("tie", "ê", "tiê"),
        ("tieng", "ê", "tiêng"),
        ("tiếng", "ê", "tiếngê"),
        ("ca", "â", "câ"),
        ("cô", "ơ", "cơ"),
        ("d", "đ", "đ"),
        ("dieu", "đ", "đieu"),
        ("u", "ơ", "uơ"),
        ("uơ", "n", "ươn"),
        ("nu", "ư", "nư"),
        ("duong", "ư", "dưong"),
        ("dưong", "ơ", "dương"),
        ("thu", "ă", "thuă"),
        ("facebook", "ô", "facebookô"),
        ("", "ă", "ă"),
        ("cmn", "đ", "cmnđ"),
    ],
)
def test_a_letter_key_finds_the_letter_it_is_made_from(typed: str, letter: str, text: str) -> None:
    assert with_letter(taken_up(typed), letter).text == text


@pytest.mark.parametrize(
    ("typed", "tone", "text"),
    [
        ("khai", Tone.ACUTE, "khái"),
        ("khái", Tone.ACUTE, "khai"),
        ("khái", Tone.DOT, "khại"),
        ("nguoi", Tone.GRAVE, "nguòi"),
        ("nguòi", Tone.LEVEL, "nguoi"),
        ("hoa", Tone.GRAVE, "hòa"),
        ("hoà", Tone.GRAVE, "hoa"),
        ("đk", Tone.ACUTE, "đk"),
        ("", Tone.ACUTE, ""),
        ("ct07", Tone.ACUTE, "ct07"),
    ],
)
def test_a_tone_key_sets_changes_and_takes_away(typed: str, tone: Tone, text: str) -> None:
    assert with_tone_key(taken_up(typed), tone).text == text


def test_a_toned_word_may_still_get_its_marks() -> None:
    word = with_tone_key(taken_up("nguoi"), Tone.GRAVE)
    for letter in "ươ":
        word = with_letter(word, letter)
    assert word.text == "người"


@pytest.mark.parametrize(
    ("text", "word"),
    [("làm giấy khai", "khai"), ("khai ", ""), ("", ""), ("a-b", "b"), ("(ct07", "ct07")],
)
def test_the_word_before_the_cursor(text: str, word: str) -> None:
    assert word_before(text) == word


def test_a_word_holds_no_more_than_it_shows() -> None:
    """Nothing is kept of a word but its own keys."""
    assert compose("khai") == Word("khai", "khai")
