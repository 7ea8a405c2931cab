"""The files themselves: composed Vietnamese letters, no traces of a workplace, honest papers."""

from __future__ import annotations

import re
import unicodedata

import kiosk
from tests.architecture.sources import ROOT, text_files

# Paths and hosts that exist on one machine only. Written in pieces, so as not to find themselves.
_OF_A_MACHINE = re.compile(
    "|".join(
        [
            "(?<![a-zA-Z0-9_.])/wor" + "k/",
            "(?<![a-zA-Z0-9_.])/ro" + "ot/",
            "[A-Z]:\\\\\\\\?Users\\\\\\\\?[A-Za-z]",
            "local" + "host:[0-9]{4}/simple",
            "/opt/(pypi|wheels)",
        ]
    )
)
_INDEX_LINE = re.compile(r"^--(extra-)?index-url|^-i |https?://", re.MULTILINE)
# Words by which a paper promises instead of telling.
_EMPTY_WORDS = re.compile(
    r"\b(lorem ipsum|TODO|FIXME|XXX|coming soon|blazing(ly)? fast|state[- ]of[- ]the[- ]art"
    r"|seamless(ly)?|cutting[- ]edge|world[- ]class|revolutionary|robust)\b",
    re.IGNORECASE,
)


def test_every_text_is_composed() -> None:
    """Vietnamese in decomposed form looks the same and is found by no search."""
    bad = [_name(p) for p in text_files() if not unicodedata.is_normalized("NFC", p.read_text())]
    assert bad == []


def test_no_text_names_a_path_of_somebody_s_machine() -> None:
    assert [_name(p) for p in text_files() if _OF_A_MACHINE.search(p.read_text("utf-8"))] == []


def test_no_text_has_windows_line_ends() -> None:
    assert [_name(path) for path in text_files() if b"\r\n" in path.read_bytes()] == []


def test_the_lock_has_hashes_and_names_no_registry() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^[a-z0-9].*==.*$", lock, re.MULTILINE)
    assert pinned
    assert all(line.endswith("\\") for line in pinned)
    assert not _INDEX_LINE.search(lock)


def test_the_papers_of_the_project_are_there_and_promise_nothing() -> None:
    papers = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
    found = {_name(p): m.group() for p in papers if (m := _EMPTY_WORDS.search(p.read_text()))}
    assert found == {}


def test_every_link_between_the_papers_leads_somewhere() -> None:
    papers = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    broken = [
        f"{_name(paper)}: {target}"
        for paper in papers
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", paper.read_text("utf-8"))
        if not (paper.parent / target).exists()
    ]
    assert broken == []


def test_the_changelog_tells_what_is_in_this_version() -> None:
    headings = re.findall(
        r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert headings[0] in {"Unreleased", kiosk.__version__}


def test_the_installer_can_be_read_by_inno_setup() -> None:
    """Without the mark Inno Setup reads the letters as those of an old code page."""
    assert (ROOT / "installer.iss").read_bytes().startswith(b"\xef\xbb\xbf")


def _name(path: object) -> str:
    return str(path).removeprefix(f"{ROOT}/")
