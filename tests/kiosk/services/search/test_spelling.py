"""Words taken apart: what is evened out, what still tells two words apart, what sounds alike."""

from __future__ import annotations

import unicodedata

import pytest

from kiosk.services.search.spelling import agreement, bare, is_marked, sound_of, word_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("kí", "ký"),
        ("lý", "lí"),
        ("quý", "quí"),
        ("ĐƯỜNG", "đường"),
        (unicodedata.normalize("NFD", "Đường"), "đường"),
        ("09", "9"),
    ],
)
def test_what_tells_nothing_is_evened_out(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


def test_words_keep_what_tells_them_apart() -> None:
    assert len({word_of(word) for word in ("tư", "tử", "tự", "tu", "tú", "tui", "tuy")}) == 7


def test_signs_and_blanks_only_part_words() -> None:
    assert bare("Khai sinh,\tđăng-ký") == "khai sinh dang ki"
    assert bare("?!") == ""


def test_marks_are_seen() -> None:
    assert is_marked("khai tử")
    assert is_marked("đi")
    assert not is_marked("khai tu 75")


def test_the_nearer_the_marks_the_better_two_words_agree() -> None:
    typed = word_of("tử")
    agreements = [agreement(typed, word_of(known)) for known in ("tử", "tữ", "tự", "tú")]
    assert agreements == sorted(agreements, reverse=True)
    assert len(set(agreements)) == 4
    assert agreements[0] == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("nam", "lam"),
        ("trung", "chung"),
        ("sinh", "xinh"),
        ("giay", "day"),
        ("ray", "giay"),
        ("qui", "cui"),
        ("mat", "mac"),
        ("lan", "lang"),
    ],
)
def test_what_people_confuse_by_ear_sounds_alike(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(("one", "other"), [("nha", "la"), ("ngu", "lu"), ("gia", "ga")])
def test_other_sounds_stay_apart(one: str, other: str) -> None:
    assert sound_of(one) != sound_of(other)
