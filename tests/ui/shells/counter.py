"""A counter for tests: the real windows on a real SQLite file, driven by wishes, with eyes.

The screens are left out on purpose: each has tests of its own, and the end-to-end test touches
them. Here a wish goes in where a screen would send it, and what the windows then say is read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import open_office
from kiosk.desktop import Desktop, Surface, WindowRole
from kiosk.domain.assistance import AssistanceDraft, FollowUpDraft, HelpLevel, Outcome
from kiosk.domain.flow import ScreenName
from kiosk.domain.follow_up import FollowUpKind
from kiosk.domain.help_call import CallState, HelpCall, WaitingStage
from kiosk.domain.procedure import LifeEvent
from kiosk.domain.visit import Visit
from kiosk.services.paths import DataPaths
from kiosk.services.settings import Settings, save_settings
from tests.fakes import FakeClock, FakeSpeaker
from tests.ui.busy import busy
from ui.citizen import wishes as cw
from ui.citizen.shell import CitizenShell
from ui.lanes import Lane, Lanes
from ui.papers.desk import PapersDesk
from ui.portal.engine import PortalEngine
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.staff.shell import StaffShell
from ui.theme.metrics import PanelMetrics

PANEL = PanelMetrics(344.0, 1366, 768)
BIRTH = "1.001193"
PATIENCE_MS = 30_000


@dataclass(frozen=True, slots=True)
class DemoFolder:
    """A demonstration office's data folder, and the PIN of each name."""

    paths: DataPaths
    pins: dict[str, str]


def write_settings(
    paths: DataPaths, *, device: str = "quay-1", printer: str = "", counter: str = "Quầy 1"
) -> None:
    """Write the facts of a machine before a counter is opened on its folder."""
    settings = Settings(sound=False, device=device, printer=printer, counter=counter)
    save_settings(paths.settings, settings)


def words(window: QWidget) -> str:
    """Return everything a window says now, a line each."""
    seen = (w for w in window.findChildren(QWidget) if w.isVisibleTo(window))
    return "\n".join(w.accessibleName() for w in seen if w.accessibleName())


def entry(call_id: str, outcome: Outcome, due: str = "2026-11-26") -> AssistanceDraft:
    """Return a whole entry of the log; a follow-up is a return to the counter, without a name."""
    bring = ("Giấy chứng sinh",)
    promise = FollowUpDraft(FollowUpKind.RETURN_TO_COUNTER, due, "morning", bring)
    is_promised = outcome is Outcome.FOLLOW_UP
    return AssistanceDraft(
        call_id,
        level=HelpLevel.HINT,
        outcome=outcome,
        follow_up=promise if is_promised else FollowUpDraft(),
    )


class Counter:
    """One process at the counter: its windows, its clock, and who stands before them."""

    def __init__(
        self,
        qtbot: QtBot,
        app: QApplication,
        folder: DemoFolder,
        clock: FakeClock,
        *roles: str,
        engine: PortalEngine | None = None,
        papers: PapersDesk | None = None,
    ) -> None:
        self._qtbot = qtbot
        self.folder = folder
        self.clock = clock
        self.office = open_office(folder.paths, demo=True, clock=clock)
        surfaces = {WindowRole(role): Surface(PANEL) for role in roles or ("kiosk", "staff")}
        self.voice = FakeSpeaker("vi")
        profile = self.office.setup.profile()
        self.desktop = Desktop(
            app,
            self.office,
            profile,
            surfaces,
            speaker=self.voice,
            engine=engine,
            papers=papers,
        )
        self.chimes = 0
        for shell in (self.desktop.citizen, self.desktop.staff):
            if shell is not None:
                shell.chimed.connect(self._on_chime)
        self.desktop.start()
        self._is_open = True

    def close(self) -> None:
        """End as the program does; a second time does nothing."""
        if not self._is_open:
            return
        self._is_open = False
        windows = self.desktop.windows()
        self.desktop.stop()
        for window in windows:
            window.hide()
            window.deleteLater()
        self.desktop.deleteLater()

    def _on_chime(self) -> None:
        self.chimes += 1

    # Parts

    @property
    def citizen(self) -> CitizenShell:
        """The citizen's shell."""
        assert self.desktop.citizen is not None
        return self.desktop.citizen

    @property
    def staff(self) -> StaffShell:
        """The console's shell."""
        assert self.desktop.staff is not None
        return self.desktop.staff

    @property
    def lanes(self) -> Lanes:
        """The lanes of this process."""
        return self.desktop.lanes

    @property
    def visit(self) -> Visit:
        """The visit going on."""
        assert self.citizen.visit is not None
        return self.citizen.visit

    # Eyes

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for `condition`."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def citizen_says(self, text: str) -> bool:
        """Return whether the citizen's window says `text` now."""
        return text in words(self.citizen.window)

    def console_says(self, text: str) -> bool:
        """Return whether the console says `text` now."""
        return text in words(self.staff.window)

    def is_at(self, screen: ScreenName) -> bool:
        """Return whether the citizen's window shows `screen` now."""
        return self.citizen.window.screen_name is screen

    def see_citizen(self, screen: ScreenName, text: str = "") -> None:
        """Wait until the citizen's window shows `screen` and says `text`."""
        window = self.citizen.window
        self.until(lambda: window.screen_name is screen and text in words(window))

    def see_console(self, screen: StaffScreenName, text: str = "") -> None:
        """Wait until the console shows `screen` and says `text`."""
        window = self.staff.window
        self.until(lambda: window.screen_name is screen and text in words(window))

    def see_stage(self, stage: WaitingStage) -> None:
        """Wait until no more and no less than `stage` is said to who waits."""
        self.until(lambda: self.citizen.help.watch.stage is stage)

    def settled(self) -> None:
        """Wait until every change was read and every job is done."""
        self.until(self._is_settled)

    def _is_settled(self) -> bool:
        with self.office.store.read() as records:
            newest = records.changes.latest_seq()
        return self.desktop.poll._seq >= newest and self.lanes.is_quiet

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Read what the file holds once everything asked for is done."""
        self.settled()
        return self.rows_now(query, *values)

    def rows_now(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Read the file as it stands, over a connection of its own."""
        with closing(sqlite3.connect(self.folder.paths.database)) as connection:
            return connection.execute(query, values).fetchall()

    def calls(self, state: CallState) -> list[str]:
        """Return the ids of the calls that stand at `state` in the file now."""
        return [row[0] for row in self.rows_now("SELECT id FROM calls WHERE state = ?", state)]

    # Hands

    def wish(self, *wishes: object) -> None:
        """Let the citizen's screens wish something."""
        for wish in wishes:
            self.citizen.window.wished.emit(wish)

    def order(self, *wishes: object) -> None:
        """Let the console's pages wish something."""
        for wish in wishes:
            self.staff.window.wished.emit(wish)

    def scan(self, payload: str) -> None:
        """Hold a slip to the scanner."""
        self.desktop.scanners.keyboard.scanned.emit(payload)

    def pass_time(self, seconds: float) -> None:
        """Let time go by; the timers that look at the clock look now."""
        self.clock.advance(seconds)
        if self.desktop.citizen is not None:
            self.citizen.stuck.check()
            self.citizen.idle.check()
            if self.citizen.help.watch.is_open:
                self.citizen.help.watch.tick()

    def busy(self, lane: Lane) -> AbstractContextManager[None]:
        """Keep a lane busy, so that what is asked of it meanwhile comes late."""
        return busy(self.lanes, lane)

    @contextmanager
    def lost(self, table: str) -> Iterator[None]:
        """Let nothing of one table be read or written meanwhile."""
        away = f"{table}_away"
        self.change_file(f"ALTER TABLE {table} RENAME TO {away}")
        try:
            yield
        finally:
            self.change_file(f"ALTER TABLE {away} RENAME TO {table}")

    def change_file(self, statement: str) -> None:
        """Change the file as no part of the program does, over a connection of its own."""
        with closing(sqlite3.connect(self.folder.paths.database)) as connection:
            connection.execute(statement)
            connection.commit()

    # Stories

    def walk_to_step(self) -> None:
        """Begin a visit and go to the first step of birth registration."""
        self.wish(cw.Begin(), cw.OpenLifeEvent(LifeEvent.BIRTH), cw.OpenProcedure(BIRTH))
        self.wish(cw.StartHere())
        assert self.is_at(ScreenName.STEP)

    def call(self) -> None:
        """Get stuck at a step and call; returns before the call is stored."""
        if self.citizen.visit is None:
            self.walk_to_step()
        self.wish(cw.AskHelp(), cw.AskHelp())
        assert self.is_at(ScreenName.WAITING)

    def stored_call(self) -> HelpCall:
        """Wait until the call is stored and return it."""
        watch = self.citizen.help.watch
        self.until(lambda: watch.call is not None)
        assert watch.call is not None
        return watch.call

    def enter_pin(self, name: str, pin: str = "") -> None:
        """Choose a name at the console and enter a PIN; returns before it was looked at."""
        staff = next(s for s in self.office.accounts.staff() if s.name == name)
        self.order(sw.LogIn(staff.id, pin or self.folder.pins[name]))

    def log_in(self, name: str = "Lan") -> None:
        """Log in at the console and wait for what it shows then."""
        self.enter_pin(name)
        self.until(lambda: self.staff.staff is not None)
        self.until(lambda: self.staff.window.screen_name is not StaffScreenName.LOG_IN)

    def finish_help(self, outcome: Outcome, *, and_print: bool = False) -> None:
        """Let the console log the help given to the call it has taken."""
        self.order(sw.SaveAssistance(entry(self.stored_call().id, outcome), and_print))

    def take_call(self) -> HelpCall:
        """Let the console take the call of the citizen who waits here."""
        call = self.stored_call()
        self.see_console(StaffScreenName.CALLS, "Tôi đến ngay")
        self.order(sw.TakeCall(call.id))
        self.see_console(StaffScreenName.ASSISTANCE, "Ghi nhận hỗ trợ")
        return call

    def printed_slip(self) -> str:
        """Have a return to the counter promised and its slip printed; return what its QR says.

        The citizen has gone, the console is unlocked.
        """
        self.log_in()
        self.call()
        self.take_call()
        self.finish_help(Outcome.FOLLOW_UP, and_print=True)
        self.until(lambda: self.staff.calls.run.progress.issued is not None)
        self.see_citizen(ScreenName.FOLLOW_UP)
        self.wish(cw.Finish())
        self.settled()
        return str(self.rows("SELECT payload FROM slips")[0][0])
