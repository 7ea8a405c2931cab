"""The English catalogue: complete where citizens read, faithful to the texts, and up to date."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from kiosk.services.language import load_translator
from resources import locale_dir
from tests.architecture.sources import ROOT, modules

TEXTS = ("kiosk", "ui", "db")
"""The folders that `make messages` reads."""

CITIZENS_READ = (
    "db/errors.py",
    "kiosk/domain/",
    "kiosk/services/calls.py",
    "kiosk/services/keys.py",
    "kiosk/services/printing.py",
    "kiosk/services/slip_versions.py",
    "kiosk/services/slips.py",
    "ui/citizen/",
    "ui/keyboard/",
    "ui/portal/",
    "ui/slip_run.py",
    "ui/widgets/",
)
"""What can come to stand on the citizen's window; the rest is for staff, in Vietnamese."""

_MARKS = ("t", "_t", "N_")
_FIELD = re.compile(r"{\w+}")
_BOLD = re.compile(r"\*\*")
_QUOTED = re.compile(r"“([^”]*)”")
_NAMES = re.compile("Đồng Hành Số|Ứng Hòa|Hà Nội")
_VIETNAMESE = re.compile("[à-ỹÀ-Ỹ]")
_RENEW = "The texts have changed. Run: make messages"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return what Babel finds in the code now, with the files each text stands in."""
    found = tmp_path_factory.mktemp("texts") / "messages.pot"
    pybabel = str(Path(sys.executable).parent / "pybabel")
    options = ["-F", "pyproject.toml", "--add-location", "file", "-o", str(found)]
    subprocess.run([pybabel, "-q", "extract", *options, *TEXTS], cwd=ROOT, check=True)
    with found.open("rb") as file:
        return read_po(file, abort_invalid=True)


@pytest.fixture(scope="module")
def english() -> Catalog:
    """Return the English catalogue as it stands in the sources."""
    with (locale_dir() / "en.po").open("rb") as file:
        return read_po(file, locale="en", abort_invalid=True)


def test_babel_finds_every_marked_text_and_finds_it_whole(template: Catalog) -> None:
    """A text inside an f-string or behind an "if" would reach nobody, or half of it would."""
    calls = [call for module in modules(*TEXTS) for call in module.calls() if _marks(call)]
    written = {node.value for call in calls if isinstance(node := call.args[0], ast.Constant)}
    assert set(_texts(template)) == written
    composed = (ast.JoinedStr, ast.BinOp, ast.IfExp)
    assert [ast.unparse(call) for call in calls if isinstance(call.args[0], composed)] == []


def test_the_catalogue_is_up_to_date(template: Catalog, english: Catalog) -> None:
    assert sorted(_texts(template).keys() ^ _texts(english).keys()) == [], _RENEW


def test_the_catalogue_keeps_no_leftovers(english: Catalog) -> None:
    assert list(english.obsolete) == [], _RENEW
    assert [message.id for message in english if message.id and message.fuzzy] == []


def test_the_program_reads_what_translators_wrote(english: Catalog) -> None:
    """A checkout runs without a build, so the compiled file is kept beside its source."""
    with (locale_dir() / "en.mo").open("rb") as file:
        compiled = _texts(read_mo(file))
    assert compiled == {msgid: text for msgid, text in _texts(english).items() if text}, _RENEW


def test_whatever_a_citizen_can_read_is_there_in_english(
    template: Catalog, english: Catalog
) -> None:
    shown = [
        str(message.id)
        for message in template
        if message.id and any(path.startswith(CITIZENS_READ) for path, _ in message.locations)
    ]
    assert len(shown) > 300
    assert [msgid for msgid in shown if not _texts(english).get(msgid)] == []


def test_fields_and_bold_marks_are_those_of_the_vietnamese(english: Catalog) -> None:
    different = [
        msgid
        for msgid, text in _translated(english).items()
        if sorted(_FIELD.findall(msgid)) != sorted(_FIELD.findall(text))
        or len(_BOLD.findall(msgid)) != len(_BOLD.findall(text))
    ]
    assert different == []


def test_a_quoted_label_reads_as_it_does_on_its_button(english: Catalog) -> None:
    """Ours are quoted in English; those of the portal and of VNeID are Vietnamese there too."""
    translated = _translated(english)
    different = [
        msgid
        for msgid, text in translated.items()
        if [translated.get(label, label) for label in _QUOTED.findall(msgid)]
        != _QUOTED.findall(text)
    ]
    assert different == []


def test_english_is_english(english: Catalog) -> None:
    left = {
        msgid: text
        for msgid, text in _translated(english).items()
        if _VIETNAMESE.search(_NAMES.sub("", _QUOTED.sub("", text)))
    }
    assert left == {}


def test_a_sentence_stays_a_sentence(english: Catalog) -> None:
    different = [
        msgid
        for msgid, text in _translated(english).items()
        if msgid.endswith((".", "?", "!", ":", ","))
        and not text.endswith((".", "?", "!", ":", ","))
    ]
    assert different == []


def test_the_window_speaks_english() -> None:
    t = load_translator("en", locale_dir())
    assert t.language == "en"
    assert t("Cán bộ {name} đang đến chỗ ông/bà.", name="Lan") == "Lan is on the way to you."


def _marks(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    return name in _MARKS and bool(call.args)


def _texts(catalogue: Catalog) -> dict[str, str]:
    return {str(one.id): str(one.string or "") for one in catalogue if one.id}


def _translated(catalogue: Catalog) -> dict[str, str]:
    return {msgid: text for msgid, text in _texts(catalogue).items() if text}
