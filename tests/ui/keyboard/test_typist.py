"""What the keys type, into a plain text that stands for anything that can be typed into."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from kiosk.domain.syllable import Tone
from ui.keyboard.typist import Typist


@dataclass
class Paper:
    """A target that is a text with the cursor at its end; `looks` counts who read it."""

    text: str = ""
    is_secret: bool = False
    looks: int = 0
    changes: list[tuple[int, str]] = field(default_factory=list)

    def text_before(self) -> str:
        self.looks += 1
        return self.text

    def replace_before(self, count: int, text: str) -> None:
        self.changes.append((count, text))
        self.text = self.text[: len(self.text) - count] + text


def typist_at(paper: Paper) -> Typist:
    typist = Typist()
    typist.aim_at(paper)
    return typist


def typed(keys: str) -> str:
    paper = Paper()
    typist = typist_at(paper)
    for key in keys:
        typist.type(key)
    return paper.text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("lafm giaasy khai sinh", "làm giấy khai sinh"),
        ("lam giay khai sinh", "lam giay khai sinh"),
        ("cawn cuwowcs 12 soos", "căn cước 12 số"),
        ("facebook window", "facebook window"),
        ("user 1", "user 1"),
        ("ct07 va Ddowfi", "ct07 va Đời"),
        ("so 12/3 ngox", "so 12/3 ngõ"),
    ],
)
def test_telex_word_by_word(keys: str, text: str) -> None:
    assert typed(keys) == text


def test_only_what_differs_is_changed() -> None:
    paper = Paper()
    typist = typist_at(paper)
    for key in "tieengs":
        typist.type(key)
    assert paper.changes[-1] == (3, "ếng")
    assert (2, "ế") not in paper.changes


def test_letters_with_marks_and_tones_have_keys_of_their_own() -> None:
    paper = Paper("can ")
    typist = typist_at(paper)
    for key in "cuoc":
        typist.type(key)
    typist.add_letter("ư")
    typist.add_letter("ơ")
    typist.set_tone(Tone.ACUTE)
    assert paper.text == "can cước"
    typist.set_tone(Tone.ACUTE)
    assert paper.text == "can cươc"


def test_erasing_takes_a_letter_then_the_blank_then_the_word_before() -> None:
    paper = Paper()
    typist = typist_at(paper)
    for key in "khai tuwr ":
        typist.type(key)
    seen = []
    for _ in range(4):
        typist.erase()
        seen.append(paper.text)
    assert seen == ["khai tử", "khai t", "khai ", "khai"]


def test_the_end_puts_a_word_that_is_no_syllable_back_to_its_keys() -> None:
    paper = Paper()
    typist = typist_at(paper)
    for key in "user":
        typist.type(key)
    assert paper.text == "ủe"
    typist.finish()
    assert paper.text == "user"


def test_typing_goes_on_where_somebody_else_has_changed_the_text() -> None:
    paper = Paper()
    typist = typist_at(paper)
    for key in "khai":
        typist.type(key)
    paper.text = "toan"
    typist.type("f")
    assert paper.text == "toàn"


def test_a_secret_is_typed_as_it_is_and_never_looked_at() -> None:
    paper = Paper(is_secret=True)
    typist = typist_at(paper)
    for key in "tieengs123":
        typist.type(key)
    typist.add_letter("ê")
    typist.set_tone(Tone.ACUTE)
    typist.finish()
    assert paper.text == "tieengs123ê"
    typist.erase()
    assert paper.text == "tieengs123"
    assert paper.looks == 0
    assert typist._word.keys == ""


def test_without_a_target_keys_do_nothing() -> None:
    paper = Paper("a")
    typist = typist_at(paper)
    typist.aim_at(None)
    for act in (typist.erase, typist.finish):
        act()
    typist.type("b")
    typist.add_letter("ê")
    typist.set_tone(Tone.DOT)
    assert paper.text == "a"


def test_nothing_is_kept_of_the_word_before_the_last_blank() -> None:
    paper = Paper()
    typist = typist_at(paper)
    for key in "tieengs vieet":
        typist.type(key)
    assert typist._word.keys == "vieet"
    typist.finish()
    assert typist._word.keys == ""
