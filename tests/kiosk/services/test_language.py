"""Translation: Vietnamese as it is, other languages from their files, and the stretched one."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from kiosk.services.language import load_translator, stretched


def compiled(**messages: str) -> bytes:
    catalogue = Catalog(locale="en")
    for msgid, text in messages.items():
        catalogue.add(msgid.replace("_", " "), text)
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def test_vietnamese_needs_no_file(tmp_path: Path) -> None:
    t = load_translator("vi", tmp_path)
    assert t("Cán bộ {name} đang đến.", name="Nguyễn Thị Hòa") == "Cán bộ Nguyễn Thị Hòa đang đến."
    assert t.language == "vi"
    assert t("") == ""


def test_braces_stay_when_no_field_is_given(tmp_path: Path) -> None:
    assert load_translator("vi", tmp_path)("a {b}") == "a {b}"


@pytest.mark.parametrize("place", ["en.mo", "en/LC_MESSAGES/dong-hanh-so.mo"])
def test_another_language_is_read_from_its_compiled_file(tmp_path: Path, place: str) -> None:
    file = tmp_path / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(compiled(Quay_lại="Back", Thôn="Village of {name}"))
    t = load_translator("en", tmp_path)
    assert (t("Quay lại"), t("Thôn", name="Hậu Xá")) == ("Back", "Village of Hậu Xá")
    assert t("Chưa dịch") == "Chưa dịch"
    assert t.language == "en"


@pytest.mark.parametrize("content", [None, b"not a catalogue"])
def test_a_language_that_cannot_be_read_shows_vietnamese(
    tmp_path: Path, content: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    if content:
        (tmp_path / "en.mo").write_bytes(content)
    with caplog.at_level(logging.WARNING):
        t = load_translator("en", tmp_path)
    assert (t.language, t("Quay lại")) == ("vi", "Quay lại")
    assert "en" in caplog.text


def test_stretched_text_is_longer_and_keeps_its_fields() -> None:
    t = stretched(1.3)
    message = "Cán bộ {name} đang đến chỗ ông/bà."
    assert len(t(message)) >= 1.3 * len(message)
    assert t(message, name="Hòa").startswith("Cán bộ Hòa đang đến chỗ ông/bà. Ế")
    assert "Ộ" in t("Bấm **Có rồi** khi thấy")


def test_stretched_text_keeps_its_lines_and_can_be_broken() -> None:
    first, empty, second = stretched(2.0)("Một dòng dài\n\nHai").split("\n")
    assert (len(first), empty) == (24, "")
    assert second.startswith("Hai ")
    assert max(len(word) for word in first.split()) <= 5
