"""The pages of the portal that a step belongs to, and what to press there: how the guide follows.

A pattern is written as a person reads an address, without `https://`, as in
`dichvucong.gov.vn/dang-nhap*`. `*` stands for anything, `*.` before a host for every host below it,
and what follows `#` is looked at only where the pattern has a `#` of its own. A query has no place
in it: that is personal.

Where a page belongs is judged here and nowhere else. Looking for what to press is left to whoever
can see the page; here it is only said what to look for, and in which order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kiosk.domain.web_address import WebAddress, read_host

_PATTERN = re.compile(
    r"(?P<below>\*\.)?(?P<host>[^/?#*\s:]+)(?P<port>:\d{1,5})?(?P<path>/[^?#\s]*)"
)
_MANY_DIGITS = 4
_LONGEST_PART = 40
HIDDEN = "…"
"""Stands for a part of a path that may be somebody's number."""


@dataclass(frozen=True, slots=True)
class Press:
    """What to press: its words as they stand on the page, or a CSS selector; one of both."""

    text: str = ""
    selector: str = ""

    @property
    def is_told(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.text or self.selector)


@dataclass(frozen=True, slots=True)
class Spot:
    """Pages of the portal, by their patterns, and what is to be pressed there, if anything is."""

    page: tuple[str, ...]
    press: Press | None = None


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Where a page is: its address, and the part after `#` where single pages keep theirs."""

    address: WebAddress
    route: str = ""


class Followed(Protocol):
    """As much of a step as following the page needs."""

    @property
    def id(self) -> str: ...
    @property
    def follow(self) -> tuple[Spot, ...]: ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A step that the page may belong to; with a `press`, only where that can be found."""

    step_id: str
    press: Press | None = None


class Standing(StrEnum):
    """How the page stands to the step in front.

    `MISSING`: it is a page of the step, and what to press there is not. `UNKNOWN`: nobody has named
    it, which says nothing: a log-in or a bank's gateway may be in between.
    """

    HERE = "here"
    AHEAD = "ahead"
    BEHIND = "behind"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How the page stands, and the step that it belongs to; no step where it is not known."""

    standing: Standing
    step_id: str = ""


def candidates(
    steps: Sequence[Followed], current_id: str, place: PagePlace
) -> tuple[Candidate, ...]:
    """Return the steps that name the page: the one in front, those after it, those before it.

    What is nearest comes first, so that a page of several steps counts for the least surprise.
    """
    ids = [step.id for step in steps]
    at = ids.index(current_id) if current_id in ids else 0
    in_order = (*steps[at:], *reversed(steps[:at]))
    spots = ((step.id, _spot_at(step.follow, place)) for step in in_order)
    return tuple(Candidate(step_id, spot.press) for step_id, spot in spots if spot is not None)


def judge(
    steps: Sequence[Followed], current_id: str, named: Sequence[Candidate], found_id: str
) -> Judgement:
    """Return how the page stands; `found_id` is the first candidate that was found there, or ""."""
    if not named:
        return Judgement(Standing.UNKNOWN)
    if not found_id:
        is_here = named[0].step_id == current_id
        return Judgement(Standing.MISSING, current_id) if is_here else Judgement(Standing.UNKNOWN)
    if found_id == current_id:
        return Judgement(Standing.HERE, current_id)
    ids = [step.id for step in steps]
    is_ahead = ids.index(found_id) > ids.index(current_id)
    return Judgement(Standing.AHEAD if is_ahead else Standing.BEHIND, found_id)


def holds(pattern: str, place: PagePlace) -> bool:
    """Return whether a page is one of those that the pattern names."""
    head, has_route, route = pattern.partition("#")
    match = _PATTERN.fullmatch(head)
    if match is None:
        return False
    site = f"{read_host(match['host'])}{match['port'] or ''}"
    own = place.address.site
    is_site = own.endswith(f".{site}") or own == site if match["below"] else own == site
    if not is_site or not _like(match["path"], place.address.path):
        return False
    return _like(route, place.route) if has_route else True


def pattern_fault(pattern: str) -> str:
    """Return what keeps a pattern from naming any page; nothing when all is well."""
    if "://" in pattern:
        return "write it without https://"
    if "?" in pattern:
        return "what follows the ? is never looked at: leave it out"
    match = _PATTERN.fullmatch(pattern.partition("#")[0])
    if match is None or "." not in match["host"] or not read_host(match["host"]):
        return "write host/path, such as dichvucong.gov.vn/dang-nhap*"
    return ""


def press_fault(press: Press) -> str:
    """Return what is wrong with what is to be pressed; nothing when all is well."""
    if bool(press.text) == bool(press.selector):
        return "give either text or selector"
    if press.text and not any(letter.isalnum() for letter in press.text):
        return "the text has no letters to look for"
    if any(press.selector.count(a) != press.selector.count(b) for a, b in ("()", "[]")):
        return "a bracket of the selector is not closed"
    return "" if press.text or press.selector.strip() else "the selector is empty"


def told_place(address: WebAddress) -> str:
    """Return host and path as they may be kept: a part that may be a number of somebody's is not.

    The code of a dossier, a procedure's long id and a number of a person all look alike here, and
    pages that differ by nothing else are one page to whoever looks at it again.
    """
    parts = (HIDDEN if _may_be_personal(part) else part for part in address.path.split("/"))
    return f"{address.site}{'/'.join(parts)}"


def _may_be_personal(part: str) -> bool:
    digits = sum(letter.isdigit() for letter in part)
    return digits >= _MANY_DIGITS or len(part) > _LONGEST_PART or "@" in part or "%40" in part


def _spot_at(spots: Iterable[Spot], place: PagePlace) -> Spot | None:
    return next((spot for spot in spots if any(holds(one, place) for one in spot.page)), None)


def _like(pattern: str, text: str) -> bool:
    """Compare as people do: case and a slash at the end make no difference."""
    wanted = re.compile(".*".join(map(re.escape, pattern.casefold().split("*"))))
    bare = text.casefold().rstrip("/")
    return any(wanted.fullmatch(one) is not None for one in (bare, f"{bare}/"))
