"""What the stand-in portal remembers: who is logged in, what was filled in, what was handed in.

One object for each running portal. The threads of its server take turns (`lock`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Event, RLock

NAME = "NGUYỄN THỊ MẪU"
ACCOUNT = "001190000001"
PASSWORD = "Mau-2026"
PARTS = ("nguoi-yeu-cau", "em-be", "nguoi-me", "nguoi-cha", "nhan-ket-qua")
"""The five parts of the form."""
PAPERS = {"chung-sinh": "Giấy chứng sinh", "ket-hon": "Giấy chứng nhận kết hôn"}
LARGEST_BYTES = 2 * 1024 * 1024
KINDS = {".pdf": b"%PDF-", ".jpg": b"\xff\xd8", ".png": b"\x89PNG"}


@dataclass
class Switches:
    """How the portal behaves; a test turns what it needs.

    `slow_seconds` holds every page back, `otp_seconds` the code; `down` answers 503; `changed` has
    other words and another order; `away` is where links, forms and payment lead out of the portal;
    `form_site` serves the form in a frame; `canary` is written into every kind of memory a page
    has; `room_px` pushes what is on the pages down.
    """

    slow_seconds: float = 0.0
    otp_seconds: float = 0.0
    down: bool = False
    changed: bool = False
    away: str = ""
    pay_away: bool = False
    form_site: str = ""
    canary: str = ""
    room_px: int = 0


@dataclass
class Dossier:
    """One birth registration on its way."""

    commune: str = ""
    parts: dict[str, dict[str, str]] = field(default_factory=dict)
    papers: dict[str, int] = field(default_factory=dict)
    is_paid: bool = False
    code: str = ""


class PortalOffice:
    """Sessions by cookie, and the dossier of each."""

    def __init__(self) -> None:
        self.switches = Switches()
        self.lock = RLock()
        self.asked: list[str] = []
        self.posted: list[bytes] = []
        self.stopping = Event()
        self.sessions: dict[str, Dossier] = {}
        self.waiting: dict[str, str] = {}
        self.logged_out = 0
        self._counter = 0

    def note(self, what: str) -> None:
        """Keep what was asked of the server, for tests to look at."""
        with self.lock:
            self.asked.append(what)

    def begin_log_in(self) -> str:
        """Return the number of a log-in that waits for the telephone or the code."""
        with self.lock:
            self._counter += 1
            number = f"cho-{self._counter}"
            self.waiting[number] = ""
            return number

    def otp(self) -> str:
        """Return the code that was sent to the telephone last."""
        return f"{100000 + self._counter * 7919 % 900000}"

    def scan(self) -> None:
        """Play the telephone: scan the square code of the newest log-in, and agree."""
        with self.lock:
            newest = list(self.waiting)[-1]
            self.waiting[newest] = self.open_session()

    def open_session(self) -> str:
        """Return a new session."""
        with self.lock:
            self._counter += 1
            session = f"phien-{self._counter}"
            self.sessions[session] = Dossier()
            return session

    def close_session(self, session: str) -> None:
        """Log out."""
        with self.lock:
            if self.sessions.pop(session, None) is not None:
                self.logged_out += 1

    def hand_in(self, dossier: Dossier) -> str:
        """Return the code of the dossier."""
        with self.lock:
            self._counter += 1
            dossier.code = f"G99.99.99-261125-{self._counter:04}"
            return dossier.code

    def hold_back(self, seconds: float) -> None:
        """Let `seconds` go by, unless the server ends."""
        if seconds:
            self.stopping.wait(seconds)
