"""Papers that a visit hands over as files: which ones, how large, and what they are called.

An identity card is never among them: whoever has logged in with VNeID need not show one, and this
program takes no picture of one.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.paper_picture import PaperPicture, picture_of
from kiosk.domain.procedure import Answers, Attach, Procedure, RequiredPaper
from kiosk.domain.text import fold
from kiosk.domain.words import N_

OTHER_PAPER = "other"
OTHER_PAPER_TITLE = N_("Giấy tờ khác")
"""The last of every list: portals ask for papers that no guide knows."""

_LONGEST_NAME = 40
_FALLBACK_NAME = "giay-to"
_END_OF_NAME = re.compile(r"[(,;:/]| hoặc ")
_MEGABYTE = 1_000_000
_KIBI = 1024
_WINDOWS_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


@dataclass(frozen=True, slots=True)
class SizeLimit:
    """How large a file may be, in megabytes as people say them.

    Some portals count a megabyte as 1,000,000 bytes, some as 1,048,576. What is made here keeps to
    the smaller one; what somebody brings is refused above the larger one only.
    """

    megabytes: float

    @property
    def made(self) -> int:
        """The most bytes of a file that is made here."""
        return round(self.megabytes * _MEGABYTE)

    @property
    def taken(self) -> int:
        """The most bytes of a file that is taken as it is."""
        return round(self.megabytes * _KIBI * _KIBI)


@dataclass(frozen=True, slots=True)
class VisitPaper:
    """One file of the visit: `paper_id` says for what, `is_clear` that it was looked at and read.

    `path` ends with the name that the portal will show.
    """

    paper_id: str
    path: Path
    page_count: int
    size_bytes: int
    is_clear: bool = False


def papers_to_attach(
    procedure: Procedure, answers: Answers, attach: Attach
) -> tuple[RequiredPaper, ...]:
    """Return the papers that a step hands over as files."""
    apply = procedure.papers_for(answers)
    if attach.papers:
        return tuple(paper for paper in apply if paper.id in attach.papers)
    return tuple(paper for paper in apply if not _is_identity(paper))


def other_ids(made: Container[str]) -> tuple[str, ...]:
    """Return the ids of papers that no guide knows: those already `made`, and one to be made."""
    number, ids = 1, [OTHER_PAPER]
    while ids[-1] in made:
        number += 1
        ids.append(f"{OTHER_PAPER}-{number}")
    return tuple(ids)


def file_stem(title: str) -> str:
    """Return the name of a paper's file without its ending: "Giấy chứng sinh" → giay-chung-sinh.

    Only a–z, 0–9 and hyphens, as no portal agrees on other letters; cut between words.
    """
    words = fold(_END_OF_NAME.split(title, maxsplit=1)[0]).split()
    stem = ""
    for word in words:
        longer = f"{stem}-{word}" if stem else word
        if len(longer) > _LONGEST_NAME:
            break
        stem = longer
    if not stem or stem in _WINDOWS_NAMES:
        return _FALLBACK_NAME
    return stem


def in_megabytes(size_bytes: int) -> str:
    """Return a size as it is written in Vietnamese: 812345 → "0,8"; never less than "0,1"."""
    return f"{max(size_bytes / _MEGABYTE, 0.1):.1f}".replace(".", ",")


def _is_identity(paper: RequiredPaper) -> bool:
    return (paper.picture or picture_of(paper.title)) is PaperPicture.IDENTITY_CARD
