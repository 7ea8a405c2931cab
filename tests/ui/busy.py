"""Keeps a lane busy, as a slow disk does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from ui.lanes import Lane, Lanes


@contextmanager
def busy(lanes: Lanes, lane: Lane) -> Iterator[None]:
    """Hold `lane`: what is asked of it meanwhile is done only afterwards."""
    free, started = Event(), Event()

    def hold() -> None:
        started.set()
        free.wait(30)

    lanes.run(lane, hold)
    started.wait(30)
    try:
        yield
    finally:
        free.set()
