"""The one certificate that this run's engine knows, and stand-ins that show it.

The engine reads its flags once in a process, so there is one certificate for each process.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests.portal.certificate import Certificate, make_certificate
from tests.portal.server import StandIn
from ui.portal.web.profile import FLAGS, prepare_engine


@cache
def known_certificate() -> Certificate:
    """Return the certificate, having told the engine to take its key."""
    folder = Path(tempfile.mkdtemp(prefix="stand-in-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = make_certificate(folder)
    # There is no graphics card where tests run, and there must be a camera to be refused.
    machine = ("--disable-gpu", "--use-fake-device-for-media-stream")
    prepare_engine((*FLAGS, *machine, made.flag))
    return made


@contextmanager
def standing_in(certificate: Certificate | None = None) -> Iterator[StandIn]:
    """Run a portal; one with a certificate of its own is one that nobody knows."""
    standin = StandIn(certificate or known_certificate()).start()
    try:
        yield standin
    finally:
        standin.stop()
