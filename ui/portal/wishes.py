"""What the page beside the guide may wish for: the shell decides, as for every screen."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OpenPortal:
    """The way from a step's picture to the live page."""


@dataclass(frozen=True, slots=True)
class ShowPictures:
    """Back to the step's picture; the page stays as it is."""


@dataclass(frozen=True, slots=True)
class GoToStep:
    """The step that the page has come to, as the guide has proposed it."""

    step_id: str


@dataclass(frozen=True, slots=True)
class PageBack:
    """The page before, in the browser's own history; from a refused page: back to the last one."""


@dataclass(frozen=True, slots=True)
class ReloadPage:
    """Load the page once more; also the way out of every calm screen (“Thử lại”)."""


@dataclass(frozen=True, slots=True)
class ZoomPage:
    """Show the page larger (+1) or smaller (-1)."""

    steps: int


@dataclass(frozen=True, slots=True)
class AnswerNews:
    """What was chosen on the strip above the page; `is_yes` False puts the strip away."""

    is_yes: bool


@dataclass(frozen=True, slots=True)
class AskAdmission:
    """Staff want to let a refused site in for this visit."""


@dataclass(frozen=True, slots=True)
class AdmitSite:
    """A name and the PIN to it, for letting the site in."""

    staff_id: str
    pin: str = field(repr=False)
