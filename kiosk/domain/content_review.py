"""What the office says of a fact: right, corrected or unsure, by whom and when, and undone again.

A fact is named by a path in its procedure: `fee`, `papers[birth-certificate]`, `steps[sign]`. What
the office says of it is kept as a list that only grows; what holds is worked out from that list. An
entry keeps what was shipped when it was made, so that a fact that changed since is seen at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.calendar import office_day

Plain = str | list["Plain"] | dict[str, "Plain"]
"""The value at a path, as a TOML file would hold it; `{}` says that there is no such thing."""

REVIEW_BY = "review_by"
"""The path of a procedure's day of review."""


class Verdict(StrEnum):
    """What one entry says; `UNDONE` takes back the entry before it.

    The last two are not of a fact: a kiosk has missed something in the portal, and the lead has
    looked at that (`kiosk.domain.portal_report`).
    """

    RIGHT = "right"
    CORRECTED = "corrected"
    UNSURE = "unsure"
    UNDONE = "undone"
    MISSED = "missed"
    SETTLED = "settled"


class FactState(StrEnum):
    """How a fact stands; `CHANGED` has to be looked at anew, for the shipped one is another now."""

    UNCHECKED = "unchecked"
    RIGHT = "right"
    CORRECTED = "corrected"
    UNSURE = "unsure"
    CHANGED = "changed"


_STATES = {
    Verdict.RIGHT: FactState.RIGHT,
    Verdict.CORRECTED: FactState.CORRECTED,
    Verdict.UNSURE: FactState.UNSURE,
}


@dataclass(frozen=True, slots=True)
class FactEntry:
    """One line of a fact's history.

    `value` is the office's own, None for the shipped one as it is; `shipped` is what was shipped
    then; `note` names a paper the office goes by.
    """

    id: str
    code: str
    path: str
    verdict: Verdict
    value: Plain | None
    shipped: Plain
    note: str
    staff_id: str
    staff_name: str
    at: datetime

    @property
    def told(self) -> Plain:
        """What the office had before its eyes and spoke about."""
        return self.shipped if self.value is None else self.value


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A correction that is being typed; kept so that a crash loses nothing."""

    code: str
    path: str
    value: Plain
    note: str
    staff_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FactStanding:
    """How one fact stands now: `value` is what citizens see, `entry` what the office said last."""

    path: str
    state: FactState
    value: Plain
    shipped: Plain
    entry: FactEntry | None = None

    @property
    def is_done(self) -> bool:
        """Whether the office vouches for it."""
        return self.state in (FactState.RIGHT, FactState.CORRECTED)

    @property
    def is_open(self) -> bool:
        """Whether somebody has to look at it soon."""
        return self.state in (FactState.UNSURE, FactState.CHANGED)

    @property
    def check(self) -> FactCheck | None:
        """What a citizen is told of it; None when the office has not checked it."""
        if self.entry is None:
            return None
        is_unsure = self.entry.verdict is Verdict.UNSURE
        if not (is_unsure or self.is_done):
            return None
        return FactCheck(office_day(self.entry.at), is_sure=not is_unsure)


@dataclass(frozen=True, slots=True)
class FactCheck:
    """The office's word on a fact for the citizen: checked on `day`, or not sure of it since."""

    day: date
    is_sure: bool = True


def standing_entry(history: Iterable[FactEntry]) -> FactEntry | None:
    """Return the entry that holds, from a fact's history, oldest first; None when all is undone."""
    standing: list[FactEntry] = []
    for entry in history:
        if entry.verdict is not Verdict.UNDONE:
            standing.append(entry)
        elif standing:
            standing.pop()
    return standing[-1] if standing else None


def standing_of(path: str, shipped: Plain, entry: FactEntry | None) -> FactStanding:
    """Return how a fact stands.

    The office's own value wins. A shipped fact that changed since, and is not what the office has
    said anyway, is to be looked at again.
    """
    if entry is None:
        return FactStanding(path, FactState.UNCHECKED, shipped, shipped)
    has_changed = shipped not in (entry.shipped, entry.told)
    state = FactState.CHANGED if has_changed else _STATES[entry.verdict]
    value = shipped if entry.value is None else entry.value
    return FactStanding(path, state, value, shipped, entry)
