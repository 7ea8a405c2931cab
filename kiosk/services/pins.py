"""PINs: hashed with Argon2id, and issued at random.

Six digits stand only because guesses are few (lock-out) and each one is slow: at the office's cost
one hash takes about a tenth of a second (product research 4.4).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from kiosk.domain.staff import PIN_LENGTH, pin_problem


@dataclass(frozen=True, slots=True)
class HashCost:
    """What one Argon2id hash costs: rounds, memory in KiB, threads."""

    rounds: int
    memory_kib: int
    threads: int = 1


OFFICE_COST = HashCost(rounds=3, memory_kib=64 * 1024)
"""About 100 ms on the office's PCs."""

CHEAP_COST = HashCost(rounds=1, memory_kib=8)
"""For tests and the demonstration, whose PINs are shown anyway."""


class PinHasher:
    """Hashes PINs and compares them."""

    def __init__(self, cost: HashCost = OFFICE_COST) -> None:
        self._hasher = PasswordHasher(cost.rounds, cost.memory_kib, cost.threads)
        self._decoy = self._hasher.hash(secrets.token_hex(8))

    def hash(self, pin: str) -> str:
        """Return the salted hash to store."""
        return self._hasher.hash(pin)

    def matches(self, pin: str, pin_hash: str) -> bool:
        """Return whether `pin` is the one hashed.

        An empty hash costs as much as a real one, so that time does not tell who has an account.
        """
        try:
            self._hasher.verify(pin_hash or self._decoy, pin)
        except (Argon2Error, InvalidHashError):
            return False
        return bool(pin_hash)


def issue_pin() -> str:
    """Return a random PIN that would also pass as a self-chosen one."""
    while True:
        pin = f"{secrets.randbelow(10**PIN_LENGTH):0{PIN_LENGTH}d}"
        if pin_problem(pin) is None:
            return pin
