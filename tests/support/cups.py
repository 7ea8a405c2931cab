"""A private CUPS with its PDF printer, so that tests print for real and touch nobody's queues.

The scheduler listens on a socket of its own, chosen through CUPS_SERVER. libcups reads that once
per thread, so printing is done in a fresh thread (`in_fresh_thread`), as the application's general
lane is one. The backend cups-pdf needs root and writes to ~/PDF under the job's title; titles are
unique, so tests side by side do not meet, and what was printed is removed at the end.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

_T = TypeVar("_T")

PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
TIMEOUT_SECONDS = 40.0
_POLL_SECONDS = 0.05

_CUPSD_CONF = """\
Listen {home}/cups.sock
LogLevel warn
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""

_CUPS_FILES_CONF = """\
ServerRoot {home}/root
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/state
TempDir {home}/tmp
AccessLog {home}/log/access
ErrorLog {home}/log/error
PageLog {home}/log/page
SystemGroup root
"""


def why_not() -> str:
    """Return why CUPS cannot run here, or an empty string."""
    missing = [tool for tool in ("cupsd", "lpadmin", "cupsdisable", "lpstat") if not _tool(tool)]
    missing += [str(path) for path in (PPD, BACKEND) if not path.exists()]
    if missing:
        return f"CUPS with its PDF printer is not installed: {', '.join(missing)}"
    return "" if os.geteuid() == 0 else "cupsd and cups-pdf need root"


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Return as soon as `condition` holds; fail when it does not in time."""
    end = time.monotonic() + TIMEOUT_SECONDS
    never = threading.Event()
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        never.wait(_POLL_SECONDS)


def in_fresh_thread(job: Callable[[], _T]) -> _T:
    """Run `job` in a thread that has not met libcups yet, and return or raise what it does."""
    with ThreadPoolExecutor(1) as lane:
        return lane.submit(job).result(TIMEOUT_SECONDS)


class PrivateCups:
    """A running scheduler with one PDF printer, which is also the default one."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.printer = "KioskPDF"
        self.environment = {**os.environ, "CUPS_SERVER": str(home / "cups.sock")}
        self._out = Path(pwd.getpwuid(os.getuid()).pw_dir) / "PDF"
        self._titles: list[str] = []
        self._scheduler: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the scheduler and wait until it answers."""
        config, files = self.home / "cupsd.conf", self.home / "cups-files.conf"
        command = [_tool("cupsd"), "-f", "-c", str(config), "-s", str(files)]
        log = (self.home / "scheduler.log").open("ab")
        with log:
            self._scheduler = subprocess.Popen(command, stdout=log, stderr=log)
        wait_for(self.answers, "cupsd")

    def answers(self) -> bool:
        """Return whether the scheduler answers."""
        return self._run("lpstat", "-r", check=False).startswith("scheduler is running")

    def add_printer(self) -> None:
        """Add the PDF printer and make it the default."""
        self._run("lpadmin", "-p", self.printer, "-v", "cups-pdf:/", "-P", str(PPD), "-E")
        self._run("lpadmin", "-d", self.printer)

    def stop_queue(self) -> None:
        """Stop the printer's queue; jobs are still taken, and wait."""
        self._run("cupsdisable", self.printer)

    def resume_queue(self) -> None:
        """Let the queue go on."""
        self._run("cupsenable", self.printer)

    def kill(self) -> None:
        """Kill the scheduler as a crash would."""
        if self._scheduler is not None:
            self._scheduler.kill()
            self._scheduler.wait()
            self._scheduler = None

    def waiting_jobs(self) -> list[str]:
        """Return the jobs that are not printed yet."""
        return self._run("lpstat", "-W", "not-completed", "-o").splitlines()

    def finished_jobs(self) -> list[str]:
        """Return the jobs that were printed."""
        return self._run("lpstat", "-W", "completed", "-o").splitlines()

    def new_title(self) -> str:
        """Return a job title nobody else uses."""
        return self.known_title(f"slip{uuid.uuid4().hex}")

    def known_title(self, title: str) -> str:
        """Take note of a title the program chose, so that its file is removed at the end."""
        self._titles.append(title)
        return title

    def printed(self, title: str, times: int = 1) -> Path:
        """Wait until `title` was printed that many times; return the file of the last time."""
        wait_for(
            lambda: len(self._files(title)) >= times and not self.waiting_jobs(), f"job {title}"
        )
        return self._files(title)[-1]

    def nothing_printed(self, title: str) -> bool:
        """Return whether no file of that title exists."""
        return not self._files(title)

    def clean(self) -> None:
        """Remove what was printed."""
        for title in self._titles:
            for path in self._files(title):
                path.unlink()

    def _files(self, title: str) -> list[Path]:
        found = self._out.glob(f"{title}*.pdf")
        return sorted(found, key=lambda path: path.stat().st_mtime_ns)

    def _run(self, tool: str, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            [_tool(tool), *arguments],
            env={**self.environment, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=check,
        )
        return done.stdout


@contextmanager
def private_cups() -> Iterator[PrivateCups]:
    """Run a scheduler of our own in a temporary folder."""
    # A socket's path is short (108 bytes), so the folder is not pytest's.
    home = Path(tempfile.mkdtemp(prefix="cups-"))
    try:
        _write_configuration(home)
        cups = PrivateCups(home)
        try:
            cups.start()
            cups.add_printer()
            yield cups
        finally:
            cups.kill()
            cups.clean()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateCups]:
    """A private CUPS that this process prints to; skips with the reason where it cannot run."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with private_cups() as running:
        monkeypatch.setenv("CUPS_SERVER", running.environment["CUPS_SERVER"])
        yield running


def _write_configuration(home: Path) -> None:
    home.chmod(0o755)
    for folder in ("root", "spool", "cache", "state", "log", "tmp"):
        (home / folder).mkdir()
    # Filters run as another user than the scheduler.
    (home / "tmp").chmod(0o1777)
    (home / "cupsd.conf").write_text(_CUPSD_CONF.format(home=home), encoding="utf-8")
    (home / "cups-files.conf").write_text(_CUPS_FILES_CONF.format(home=home), encoding="utf-8")


def _tool(name: str) -> str:
    """Return the path of a tool; the sbin folders are not on every PATH."""
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
    return shutil.which(name, path=path) or ""
