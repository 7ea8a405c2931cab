"""Serves the waits of lock-outs on the monotonic clock of this process.

The number of failures is stored; the wait is not. It runs from the moment this process first saw
that number, so a restart serves it anew and a changed clock does not shorten it.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.staff import LockOut
from kiosk.services.ports import Clock, StaffRecords


class LockOuts:
    """Counts failures of subjects ("account:…", "device:…", "code:…") and tells their waits."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen: dict[str, tuple[int, float]] = {}

    def wait_left(self, records: StaffRecords, *subjects: str) -> float:
        """Return the longest wait in seconds still to serve by any of `subjects`."""
        return max(self._wait_left(subject, records.lock_out(subject)) for subject in subjects)

    def count_failure(self, records: StaffRecords, *subjects: str) -> None:
        """Store one more failure of each subject."""
        for subject in subjects:
            lock_out = records.lock_out(subject)
            records.save_lock_out(subject, replace(lock_out, failures=lock_out.failures + 1))

    def clear(self, records: StaffRecords, *subjects: str) -> None:
        """Forget the failures of each subject."""
        for subject in subjects:
            if records.lock_out(subject).failures:
                records.save_lock_out(subject, LockOut())

    def _wait_left(self, subject: str, lock_out: LockOut) -> float:
        failures, since = self._seen.get(subject, (-1, 0.0))
        if failures != lock_out.failures:
            since = self._clock.monotonic()
            self._seen[subject] = (lock_out.failures, since)
        return lock_out.wait_left(self._clock.monotonic() - since)
