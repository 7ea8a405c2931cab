"""Who is on duty: consoles that have lately said so.

The waiting citizen is told the truth by this: a console that was closed, crashed or lost its
network is off duty fifteen seconds later.
"""

from __future__ import annotations

from datetime import timedelta

from kiosk.domain.staff import Staff
from kiosk.services.ports import Clock, Presence, Records, Store, Topic

HEARTBEAT_SECONDS = 5
STALE_AFTER_SECONDS = 15


class Duty:
    """Presence of the console on `device`, and of all others."""

    def __init__(self, store: Store, clock: Clock, device: str) -> None:
        self._store = store
        self._clock = clock
        self._device = device

    def heartbeat(self, staff: Staff) -> None:
        """Say that `staff` is logged in here; only coming on duty is announced."""
        presence = Presence(self._device, staff.id, staff.name, self._clock.now())
        with self._store.write() as records:
            known = {(p.device, p.staff_id) for p in on_duty(records, self._clock)}
            records.staff.save_presence(presence)
            if (self._device, staff.id) not in known:
                records.changes.add(Topic.STAFF, staff.id)

    def leave(self) -> None:
        """Say that nobody is logged in here any more."""
        with self._store.write() as records:
            present = on_duty(records, self._clock)
            here = [p for p in present if p.device == self._device]
            records.staff.remove_presence(self._device)
            for presence in here:
                records.changes.add(Topic.STAFF, presence.staff_id)

    def on_duty(self) -> tuple[Presence, ...]:
        """Return the consoles seen within the last fifteen seconds."""
        with self._store.read() as records:
            return on_duty(records, self._clock)


def on_duty(records: Records, clock: Clock) -> tuple[Presence, ...]:
    """Return within a transaction the consoles seen within the last fifteen seconds."""
    return records.staff.presences(clock.now() - timedelta(seconds=STALE_AFTER_SECONDS))
