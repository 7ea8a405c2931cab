"""`python -m tests.bench.portal_probe FOLDER VISITS` prints one line of JSON with every sample.

One visit opens the page beside a step, sees what to press twice, logs in with the telephone, looks
the procedure up, chooses the agency, fills in the first part, and ends. Memory is that of this
process and of all it started, what several share counted once (PSS). Growth is judged from the
tenth visit on: until then caches fill that never grow again.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from kiosk.app import open_office
from kiosk.desktop import Desktop, Surface, WindowRole
from kiosk.domain.procedure import LifeEvent
from kiosk.domain.staff import Role
from kiosk.services.paths import DataPaths
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import Driver
from tests.bench.counter import PANEL
from tests.portal.guide import guide_files
from tests.portal.known import known_certificate, standing_in
from tests.portal.person import Person
from tests.portal.server import StandIn
from ui.citizen import wishes as cw
from ui.citizen.shell import CitizenShell
from ui.portal import wishes as pw
from ui.portal.engine import PortalEngine
from ui.portal.models import PageLook, PageReady, PageState
from ui.portal.web.live_page import LivePage
from ui.portal.web.profile import off_the_record_profile
from ui.theme.apply import apply_theme
from ui.theme.theme import Theme

_WARM_UP = 10
_KB = 1024

_LINK_COMES = """(() => {
  const link = document.getElementById('dang-nhap'), home = link.parentElement;
  const whenHinted = (is, then) => {
    const isHinted = () => !!document.querySelector('dong-hanh-so');
    const look = () => isHinted() === is ? then() : requestAnimationFrame(look);
    requestAnimationFrame(look);
  };
  window.drawnAfter = 0;
  link.remove();
  whenHinted(false, () => {
    const start = performance.now();
    home.append(link);
    whenHinted(true, () => requestAnimationFrame(() => {
      window.drawnAfter = performance.now() - start;
    }));
  });
  return 0;
})()"""
"""Takes the link to be pressed away and puts it back, and notes when its hint has been painted."""


class Probe:
    """Goes through visits at one counter and keeps the samples by what they measure."""

    def __init__(self, shell: CitizenShell, portal: StandIn) -> None:
        self._shell = shell
        self._portal = portal
        self._driver = Driver()
        self._opened_at = self._shown_at = 0.0
        self._ready_at = self._found_at = 0.0
        self.samples: dict[str, list[float]] = defaultdict(list)

    def run(self, visits: int) -> None:
        """Make the visits; every second one ends without having logged in."""
        before, settled = memory_mb(), 0.0
        for number in range(visits):
            live = self._open(number)
            if number % 2 == 0:
                self._see_hints(live)
                self._walk(live)
            if number == 0:
                self.samples["memory with the page"].append(memory_mb() - before)
            self._end("log out and wipe" if number % 2 == 0 else "wipe")
            if number + 1 == min(_WARM_UP, max(1, visits // 2)):
                settled = self._memory_at_rest()
        self.samples["memory grown"].append(self._memory_at_rest() - settled)

    def _memory_at_rest(self) -> float:
        """Return the memory once the renderer of the last page has ended; one that stays is a leak.

        It ends a moment after its page, and would otherwise be counted at one end of the visits
        and not at the other.
        """
        self._until(lambda: not _renderers())
        self._driver.settle()
        return memory_mb()

    def _open(self, number: int) -> LivePage:
        side = self._shell.portal
        self._wish(cw.Begin(), cw.OpenLifeEvent(LifeEvent.BIRTH), cw.OpenProcedure("1.001193"))
        self._wish(cw.StartHere())
        self._shown_at = 0.0
        self._opened_at = time.monotonic()
        side.opened.connect(self._on_opened)
        self._wish(pw.OpenPortal())
        self._until(lambda: self._shown_at > 0)
        side.opened.disconnect(self._on_opened)
        what = "open the page" if number else "open the page, first visit"
        self.samples[what].append((self._shown_at - self._opened_at) * 1000)
        if side.live is None:
            raise RuntimeError("a page was shown and is not there")
        return side.live

    def _on_opened(self, live: LivePage) -> None:
        live.looked.connect(self._on_looked)

    def _on_looked(self, look: PageLook) -> None:
        if look.state is PageState.SHOWN and not self._shown_at:
            self._shown_at = time.monotonic()

    def _see_hints(self, live: LivePage) -> None:
        """Measure from a change in the page, and from a page that is ready, to the painted hint."""
        person = Person(live, self._until)
        person.see(PageState.SHOWN)
        self._wish(cw.ConfirmStep())
        self._until(lambda: person.ask("!!document.querySelector('dong-hanh-so')") is True)
        person.ask(_LINK_COMES)
        self._until(lambda: bool(person.ask("window.drawnAfter")))
        self._keep("page event to hint drawn", person.ask("window.drawnAfter"))
        self._ready_at = self._found_at = 0.0
        live.ready.connect(self._on_ready)
        live.hints.found.connect(self._on_found)
        live.again()
        self._until(lambda: self._found_at > self._ready_at > 0)
        live.ready.disconnect(self._on_ready)
        live.hints.found.disconnect(self._on_found)
        self._keep("page ready to hint drawn", (self._found_at - self._ready_at) * 1000)

    def _keep(self, what: str, taken: object) -> None:
        if not isinstance(taken, int | float):
            raise TypeError(f"{what}: {taken!r} is no time")
        self.samples[what].append(float(taken))

    def _on_ready(self, _page: PageReady) -> None:
        self._ready_at = self._ready_at or time.monotonic()

    def _on_found(self, _number: int, step_id: str) -> None:
        if step_id == "vneid-login" and self._ready_at:
            self._found_at = time.monotonic()

    def _walk(self, live: LivePage) -> None:
        person = Person(live, self._until)
        person.see(PageState.SHOWN)
        person.press("#dang-nhap")
        person.see_path("/dang-nhap")
        self._portal.office.scan()
        person.see_path("/")
        person.write("#tim", "khai sinh")
        live.typing.enter()
        person.see_path("/tim")
        person.press("#khai-sinh")
        person.see_path("/thu-tuc/khai-sinh")
        person.choose("#tinh", "Hà Nội")
        person.choose("#xa", "Ứng Hòa")
        person.press("#nop")
        person.see_path("/nop/nguoi-yeu-cau")
        person.write("#dien-thoai", "0912000000")

    def _end(self, what: str) -> None:
        side = self._shell.portal
        start = time.monotonic()
        self._wish(cw.Finish())
        self._until(lambda: side.is_clean)
        self.samples[what].append((time.monotonic() - start) * 1000)

    def _wish(self, *wishes: object) -> None:
        for wish in wishes:
            self._shell.window.wished.emit(wish)

    def _until(self, condition: Callable[[], bool]) -> None:
        self._driver.wait_for(condition, "the page")


def memory_mb() -> float:
    """Return the memory of this process and all below it in megabytes; 0 where nobody tells."""
    processes = [Path("/proc/self")]
    if not processes[0].exists():
        return 0.0
    processes += [Path("/proc") / pid for pid in _below(str(processes[0].resolve().name))]
    return sum(_pss_kb(process) for process in processes) / _KB


def _renderers() -> list[str]:
    """Return the numbers of the processes below this one that draw pages."""
    return [pid for pid in _below(str(os.getpid())) if b"--type=renderer" in _command_of(pid)]


def _command_of(pid: str) -> bytes:
    try:
        return (Path("/proc") / pid / "cmdline").read_bytes()
    except OSError:
        return b""  # It has ended meanwhile.


def _below(parent: str) -> list[str]:
    """Return the numbers of all processes that descend from `parent`."""
    children = [
        status.parent.name
        for status in Path("/proc").glob("[0-9]*/stat")
        if _parent_of(status) == parent
    ]
    return [*children, *(pid for child in children for pid in _below(child))]


def _parent_of(stat: Path) -> str:
    try:
        return stat.read_text("utf-8").rpartition(")")[2].split()[1]
    except OSError:
        return ""


def _pss_kb(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0  # It has ended meanwhile.
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main(folder: Path, visits: int) -> None:
    """Measure on the office in `folder`."""
    app = QApplication([])
    apply_theme(app, Theme(PANEL))
    known_certificate()
    with standing_in() as portal:
        files = guide_files(folder, portal.site)
        with patch("kiosk.app.procedure_files", lambda: files):
            office = open_office(DataPaths(folder), demo=True, clock=TourClock())
        lead = next(one for one in office.accounts.staff() if one.role is Role.LEAD)
        office.portal_hosts.save(portal.site, lead)
        engine = PortalEngine(True, f"{portal.url}/", off_the_record_profile)
        surfaces = {WindowRole.KIOSK: Surface(PANEL, None, windowed=True)}
        desktop = Desktop(app, office, office.setup.profile(), surfaces, engine=engine)
        desktop.start()
        if desktop.citizen is None:
            raise RuntimeError("the counter has no citizen's window")
        probe = Probe(desktop.citizen, portal)
        probe.run(visits)
        print(json.dumps(probe.samples), flush=True)
        desktop.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
