"""A private sound server with one silent loudspeaker, and an ear at it: what is played is recorded.

Its own socket, home and configuration in a folder of the test's, so that no sound of this machine's
is touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from queue import Queue
from threading import Thread

PROGRAMS = ("pulseaudio", "parec", "pactl")
RATE = 22_050
_PATIENCE_SECONDS = 30.0


def is_installed() -> bool:
    """Return whether sound server and recorder are here."""
    return all(shutil.which(program) for program in PROGRAMS)


class Loudspeaker:
    """The silent loudspeaker of one running server; `environment` leads programs to it."""

    def __init__(self, folder: Path) -> None:
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
        }

    def await_server(self) -> None:
        """Ask until the server answers; each question takes a moment of its own."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while self._asked() != 0:
            assert time.monotonic() < deadline, "the sound server does not answer"

    def _asked(self) -> int:
        asked = subprocess.run(
            ["pactl", "info"], env=self.environment, capture_output=True, check=False
        )
        return asked.returncode

    @contextmanager
    def recording(self) -> Iterator[Queue[bytes]]:
        """Record what is played meanwhile: blocks of samples of 16 bits, one channel."""
        heard: Queue[bytes] = Queue()
        with subprocess.Popen(
            ["parec", "-d", "ear.monitor", f"--rate={RATE}", "--channels=1", "--latency-msec=20"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as recorder:
            listening = Thread(target=_listen, args=(recorder, heard))
            listening.start()
            try:
                heard.get(timeout=_PATIENCE_SECONDS)  # the first silence: it listens
                yield heard
            finally:
                recorder.terminate()
                listening.join()


@contextmanager
def loudspeaker(folder: Path) -> Iterator[Loudspeaker]:
    """Run a sound server of its own in `folder` for as long as the block lasts."""
    setup = folder / "setup.pa"
    setup.write_text(
        "load-module module-null-sink sink_name=ear\n"
        f"load-module module-native-protocol-unix socket={folder}/native auth-anonymous=1\n"
    )
    speaker = Loudspeaker(folder)
    options = ["-n", "-F", str(setup), "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
    with subprocess.Popen(
        ["pulseaudio", *options],
        env=speaker.environment,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    ) as server:
        try:
            speaker.await_server()
            yield speaker
        finally:
            server.terminate()


def _listen(recorder: subprocess.Popen[bytes], heard: Queue[bytes]) -> None:
    assert isinstance(recorder.stdout, BufferedReader)
    while block := recorder.stdout.read1(4096):
        heard.put(block)
