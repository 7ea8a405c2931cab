"""Reading procedures: shared steps, strictness, and problems told in one line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import resources
from kiosk.domain.paper_picture import PaperPicture
from kiosk.domain.procedure import Channel, LifeEvent
from kiosk.services.content import (
    ContentError,
    load_procedure,
    load_procedures,
    parse_blocks,
    read_content,
    shipped_blocks,
)
from tests.support.content_sample import BLOCKS, SAMPLE, changed, content_of, written


def test_the_sample_becomes_domain_objects(tmp_path: Path) -> None:
    procedure = load_procedure(written(tmp_path), BLOCKS)

    assert procedure.code == "9.000001"
    assert procedure.channel is Channel.PORTAL
    assert procedure.life_events[0] is LifeEvent.BIRTH
    assert procedure.source.taken_on == date(2026, 7, 18)
    assert procedure.papers[0].when == {"who": ("other",)}
    assert procedure.time is None


def test_a_paper_may_name_its_drawing(tmp_path: Path) -> None:
    text = changed('title = "Căn cước"', 'title = "Căn cước"\npicture = "photo"')
    papers = load_procedure(written(tmp_path, text), BLOCKS).papers

    assert [paper.picture for paper in papers] == [None, PaperPicture.PHOTO]


def test_a_shared_step_lends_its_keys_and_its_name(tmp_path: Path) -> None:
    login = load_procedure(written(tmp_path), BLOCKS).steps[0]

    assert (login.id, login.title, login.barriers) == ("vneid-login", "Đăng nhập", ("L3",))


def test_keys_beside_use_win_and_leave_the_shared_step_alone(tmp_path: Path) -> None:
    text = changed("usual_seconds = 30", 'usual_seconds = 30\nid = "mine"\ntitle = "Khác"')
    login = load_procedure(written(tmp_path, text), BLOCKS).steps[0]

    assert (login.id, login.title, login.usual_seconds) == ("mine", "Khác", 30)
    assert BLOCKS["vneid-login"]["title"] == "Đăng nhập"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('expect = "Bây giờ các ô đều có chữ."\n', "", "steps[1].expect"),
        ("usual_seconds = 30", 'usual_seconds = "lâu"', "steps[0].usual_seconds"),
        ('use = "vneid-login"', 'use = "vneid"', "steps[0].use"),
        ('channel = "portal"', 'channel = "fax"', "channel"),
        ('["birth", "marriage"', '["wedding", "marriage"', "life_events[0]"),
        ("taken_on = 2026-07-18", 'taken_on = "tháng bảy"', "source.taken_on"),
        ('field = "Hộ tịch"', 'fields = "Hộ tịch"', "field"),
        ('title = "Căn cước"', 'title = "Căn cước"\nnot = "x"', "papers[1].not"),
        ('title = "Căn cước"', 'title = "Căn cước"\npicture = "cat"', "papers[1].picture"),
        ('{ id = "self", text = "Tôi" }', '{ id = "self" }', "questions[0].choices[0].text"),
        ('when = { who = ["other"] }', 'when = { who = "other" }', "papers[0].when.who"),
        ('code = "9.000001"', 'code = "9.000002"', "code"),
    ],
)
def test_a_problem_names_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    with pytest.raises(ContentError) as caught:
        load_procedure(written(tmp_path, changed(old, new)), BLOCKS)

    assert caught.value.key == key
    assert caught.value.log_line.startswith(f"9.000001.toml: {key}: ")
    assert "\n" not in caught.value.log_line


@pytest.mark.parametrize("text", ["code = ", 'code = "a"\ncode = "b"'])
def test_broken_toml_names_the_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(ContentError, match=r"^9\.000001\.toml: not valid TOML "):
        load_procedure(written(tmp_path, text), BLOCKS)


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "9.000001.toml"
    path.write_bytes(SAMPLE.encode("utf-16"))

    with pytest.raises(ContentError, match="UTF-8"):
        load_procedure(path, BLOCKS)


def test_steps_that_are_no_list_are_told_by_the_schema(tmp_path: Path) -> None:
    text = 'steps = "không"\n' + SAMPLE[: SAMPLE.index("[[steps]]")]

    with pytest.raises(ContentError) as caught:
        load_procedure(written(tmp_path, text), BLOCKS)

    assert caught.value.key == "steps"


def test_one_broken_file_does_not_lose_the_others(tmp_path: Path) -> None:
    good = written(tmp_path)
    bad = written(tmp_path, "code = ", "9.000002.toml")

    content = content_of(bad, good)

    assert [p.code for p in content.procedures] == ["9.000001"]
    assert [p.file for p in content.problems] == ["9.000002.toml"]


def test_a_shared_step_must_be_a_table() -> None:
    with pytest.raises(ContentError, match=r"steps\.toml: vneid: "):
        parse_blocks('vneid = "login"')


def test_every_shipped_file_loads_and_is_named_after_its_code() -> None:
    files = resources.procedure_files()
    content = read_content(files)

    assert content.problems == ()
    assert [p.code for p in content.procedures] == [path.stem for path in files]
    assert content.procedures == load_procedures(files)


def test_every_shared_step_is_taken_by_some_guide() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in resources.procedure_files())

    assert [name for name in shipped_blocks() if f'use = "{name}"' not in text] == []
