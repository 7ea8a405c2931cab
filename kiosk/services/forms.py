"""What a form shows at its fields when the entries do not stand yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_


@dataclass(frozen=True, slots=True)
class FormProblem:
    """One field and what to do about it; `message` is a Vietnamese msgid."""

    field: str
    message: str


class FormRefused(KnownError):
    """Nothing was stored: `problems` says at which fields to look, in the order of the form."""

    def __init__(self, problems: Iterable[FormProblem]) -> None:
        self.problems = tuple(problems)
        names = ", ".join(problem.field for problem in self.problems)
        super().__init__(
            N_("Chưa lưu. Xem lại những ô được đánh dấu."),
            self.problems[0].message if self.problems else "",
            f"form refused: {names}",
        )


def refuse_if(problems: Iterable[FormProblem]) -> None:
    """Raise FormRefused when there is any problem."""
    found = tuple(problems)
    if found:
        raise FormRefused(found)
