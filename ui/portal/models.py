"""What the pane shows of the page, as plain data, and what the page tells those who follow it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from kiosk.domain.follow import Standing
from kiosk.domain.staff import Staff
from kiosk.domain.web_address import WebAddress
from ui.citizen.models import StepModel

ZOOMS = (0.75, 0.9, 1.0, 1.25, 1.5, 1.75, 2.0)
"""Steps of “nhỏ hơn” and “to hơn”."""
USUAL_ZOOM = 2


class PageState(Enum):
    """Where the page stands; all but the first two have a calm screen of their own."""

    OPENING = auto()
    SHOWN = auto()
    SLOW = auto()
    OFFLINE = auto()
    NOT_FOUND = auto()
    NOT_SECURE = auto()
    BUSY = auto()
    CRASHED = auto()
    REFUSED = auto()

    @property
    def shows_page(self) -> bool:
        """Whether the page itself is in view."""
        return self in (PageState.OPENING, PageState.SHOWN)


@dataclass(frozen=True, slots=True)
class PageLook:
    """One moment of the page. `site` is the host in plain words, `refused` the one kept out.

    `progress` runs from 0 to 100 while something loads; 100 means nothing does.
    """

    state: PageState = PageState.OPENING
    site: str = ""
    progress: int = 0
    can_go_back: bool = False
    zoom: int = USUAL_ZOOM
    refused: str = ""


class NewsKind(Enum):
    """What the strip above the page tells."""

    SAID = auto()
    ASKED = auto()
    AGREED = auto()
    FRAME_REFUSED = auto()
    PAPER = auto()
    PAPER_NOT_HERE = auto()
    NOT_A_PAPER = auto()
    PRINTING = auto()
    NOT_PRINTED = auto()
    FILE_READY = auto()
    FILE_GIVEN = auto()


@dataclass(frozen=True, slots=True)
class PageNews:
    """One thing to tell: the page's own words, the site kept out, or why nothing was printed."""

    kind: NewsKind
    text: str = ""


@dataclass(frozen=True, slots=True)
class FollowLook:
    """What the guide has to say of the page: `step_id` is where the page stands, if anywhere.

    `position` is that step's place, counted from 1; `is_next` when it follows the one in front.
    """

    standing: Standing = Standing.UNKNOWN
    step_id: str = ""
    position: int = 0
    is_next: bool = False

    @property
    def says_something(self) -> bool:
        """Whether there is anything to tell the person."""
        return self.standing in (Standing.AHEAD, Standing.BEHIND, Standing.MISSING)


@dataclass(frozen=True, slots=True)
class PortalModel:
    """One step of the guide, the page beside it, and how the two stand to each other."""

    step: StepModel
    page: PageLook
    news: PageNews | None = None
    follow: FollowLook = FollowLook()


@dataclass(frozen=True, slots=True)
class AdmitModel:
    """Who may let `site` in for this visit; `problem` says why no PIN was taken."""

    site: str
    staff: tuple[Staff, ...]
    chosen_id: str = ""
    problem: str = ""


class FieldKind(StrEnum):
    """What kind of field has the page's focus: all our code ever learns of it.

    Where one searches, the end of typing is the wish to find. `SECRET` takes passwords, `CODE`
    codes of one use and PINs: nothing is composed, kept or spoken there.
    """

    NONE = "none"
    TEXT = "text"
    SEARCH = "search"
    NUMBER = "number"
    CODE = "code"
    SECRET = "secret"  # noqa: S105 - a kind of field, not a password

    @property
    def is_secret(self) -> bool:
        """Whether nobody may look at what is typed."""
        return self in (FieldKind.CODE, FieldKind.SECRET)


@dataclass(frozen=True, slots=True)
class PageMoved:
    """The page is at another address; `route` is the part after `#`, where single pages keep it."""

    address: WebAddress
    route: str = ""


@dataclass(frozen=True, slots=True)
class PageReady:
    """The page can be read and pressed; it may still be loading pictures."""

    address: WebAddress
    route: str = ""


@dataclass(frozen=True, slots=True)
class FileWish:
    """The page asks for files: several or one, and the types and endings it says it takes."""

    many: bool
    accepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HintLook:
    """Frame and arrow in the page: colours as `#RRGGBB`, lengths in pixels of the page."""

    colour: str
    halo: str
    line: float
    gap: float
    arrow: float


@dataclass(frozen=True, slots=True)
class SoughtStep:
    """A step, and the words or the selector to look for; with neither the address says enough."""

    id: str
    text: str = ""
    selector: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for in the page, likeliest first.

    With `draws` the first of them gets frame and arrow; with `scrolls` it is brought into sight.
    """

    number: int
    steps: tuple[SoughtStep, ...]
    look: HintLook
    draws: bool
    scrolls: bool
