"""The keystroke-level model: what a practised hand needs for what was really done.

Operators and times are those of Card, Moran and Newell, "The keystroke-level model for user
performance time with interactive systems", Communications of the ACM 23 (1980), and their book "The
Psychology of Human-Computer Interaction" (1983); B is Kieras' ("Using the keystroke-level model to
estimate execution times", 1993). A touch is counted as what it replaces, pointing with a mouse and
pressing its button: touch variants of the model give shorter times, so these are the upper ones.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum


class Operator(Enum):
    """One thing a hand or a head does; the value is its letter."""

    K = "K"
    P = "P"
    B = "B"
    H = "H"
    M = "M"


SECONDS = {
    Operator.K: 0.28,  # one key, an average non-secretary typist (40 words a minute)
    Operator.P: 1.10,  # pointing at something on the screen
    Operator.B: 0.10,  # pressing or releasing a button: a tap has two
    Operator.H: 0.40,  # a hand changes between keyboard and pointing
    Operator.M: 1.35,  # making up one's mind about what comes next
}

TAP = (Operator.P, Operator.B, Operator.B)


@dataclass
class Task:
    """What was done in one task, in its order. It begins with the hand at the mouse."""

    steps: list[Operator] = field(default_factory=list)
    _at_keyboard: bool = False

    def think(self) -> None:
        """Make up one's mind: before each decision, and before each thing that is typed."""
        self.steps.append(Operator.M)

    def tap(self) -> None:
        """Point and press."""
        self._home(at_keyboard=False)
        self.steps += TAP

    def keys(self, count: int) -> None:
        """Press `count` keys."""
        self._home(at_keyboard=True)
        self.steps += [Operator.K] * count

    @property
    def taps(self) -> int:
        """How often something was tapped."""
        return self.steps.count(Operator.P)

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return seconds(self.steps)

    def counts(self) -> dict[str, int]:
        """Return how often each operator comes."""
        found = Counter(self.steps)
        return {operator.value: found[operator] for operator in Operator}

    def _home(self, *, at_keyboard: bool) -> None:
        if at_keyboard != self._at_keyboard:
            self.steps.append(Operator.H)
        self._at_keyboard = at_keyboard


def seconds(steps: Iterable[Operator]) -> float:
    """Return the sum of the operators' times."""
    return round(sum(SECONDS[step] for step in steps), 2)


def telex_keys(text: str) -> int:
    """Return the keys it takes to type Vietnamese with Telex: marks, đ and capitals take one more.

    "Nguyễn" is N, g, u, y, e, e, x, n and Shift.
    """
    bare = unicodedata.normalize("NFD", text)
    return len(bare) + sum(letter in "đĐ" or letter.isupper() for letter in bare)
