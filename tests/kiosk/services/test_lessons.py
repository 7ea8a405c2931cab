"""The shipped lessons keep their rules, and each rule is told with file and key when broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.services.content import ContentError
from kiosk.services.lessons import check_lessons, load_lesson, read_lessons
from resources import icon_names, lesson_files, picture_names

SAMPLE = next(path for path in lesson_files() if path.stem == "otp")


def faults(folder: Path, old: str, new: str) -> list[str]:
    """Return the findings about the sample with `old` written as `new`."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert old in text
    changed = folder / SAMPLE.name
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = check_lessons(read_lessons([changed]), picture_names(), icon_names())
    return [finding.line for finding in found]


def test_the_shipped_lessons_are_six_and_keep_every_rule() -> None:
    lessons = read_lessons(lesson_files())
    assert check_lessons(lessons, picture_names(), icon_names()) == []
    assert [lesson.order for lesson in lessons.lessons] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("is_right = true\n", "", "quiz[0].choices: not exactly one"),
        ('picture = "passcode"', 'picture = "nothing"', "pages[0].picture: there is no picture"),
        ('icon = "password"', 'icon = "nothing"', "icon: there is no icon"),
        ("Mỗi mã chỉ dùng một lần", "Mỗi mã " + "rất " * 12 + "quý", "more than 12 syllables"),
        ("[[pages]]", "[[pagers]]", "pagers: nobody knows this key"),
        ("order = 2", "order = 2\nmark = 1", "mark: nobody knows this key"),
    ],
)
def test_a_broken_rule_is_told_with_its_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    found = faults(tmp_path, old, new)
    assert any(line.startswith("error: otp.toml: ") and key in line for line in found), found


def test_one_broken_file_does_not_take_the_others_along(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")
    read = read_lessons([tmp_path / "broken.toml", *lesson_files()])
    assert len(read.lessons) == 6
    assert [problem.file for problem in read.problems] == ["broken.toml"]


def test_a_lesson_without_pages_is_not_offered(tmp_path: Path) -> None:
    bare = tmp_path / "bare.toml"
    head = 'id = "bare"\norder = 1\ntitle = "A"\nsummary = "B"\nicon = "password"\n'
    bare.write_text(f"{head}pages = []\nquiz = []\ntips = []\n", encoding="utf-8")
    read = read_lessons([bare, *lesson_files()])
    assert len(read.lessons) == 6
    assert [(one.file, one.key) for one in read.problems] == [("bare.toml", "pages")]


def test_a_lesson_is_named_after_its_file(tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_bytes(SAMPLE.read_bytes())
    with pytest.raises(ContentError, match=r"must be named otp\.toml"):
        load_lesson(other)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    strange = tmp_path / "strange.toml"
    strange.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match="cannot be read"):
        load_lesson(strange)
