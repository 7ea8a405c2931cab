"""A serial line without a device: two ends made by socat, one for the program, one for the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

_PATIENCE_S = 10.0


class VirtualPort:
    """What is sent at one end arrives at `name`, as from a scanner that is plugged in."""

    def __init__(self, folder: Path) -> None:
        self._ends = (folder / "program", folder / "scanner")
        self._process: subprocess.Popen[bytes] | None = None
        self.plug_in()

    @property
    def name(self) -> str:
        """The port the program listens to."""
        return str(self._ends[0])

    def plug_in(self) -> None:
        """Make both ends appear."""
        program = shutil.which("socat")
        if program is None:
            pytest.skip("socat is not installed (Debian package: socat)")
        ends = [f"pty,raw,echo=0,link={end}" for end in self._ends]
        self._process = subprocess.Popen([program, *ends], stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + _PATIENCE_S
        while not all(end.exists() for end in self._ends):
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.unplug()
                pytest.fail("socat made no ports: is /dev/pts there?")
            os.sched_yield()

    def unplug(self) -> None:
        """Make both ends vanish."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_PATIENCE_S)
            self._process = None

    def send(self, data: bytes) -> None:
        """Send bytes as the scanner would."""
        end = os.open(self._ends[1], os.O_WRONLY | os.O_NOCTTY)
        try:
            os.write(end, data)
        finally:
            os.close(end)
