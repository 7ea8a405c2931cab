"""When an abandoned visit is warned about and wiped.

Time is the person's own: a warning after 180 s (120–300 by setting), then a countdown of 45 s
that one touch stops; never while a call is waiting or taken; "Tôi đi lấy giấy tờ" holds the place
for 15 minutes. Staff who say "Cứ từ từ" put the warning off for as long. A screen that staff have
taken over is never wiped: after 10 minutes without a touch it is the citizen's again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

WARN_AFTER_SECONDS = 180
WARN_AFTER_RANGE = (120, 300)
COUNTDOWN_SECONDS = 45
HOLD_SECONDS = 15 * 60
CALM_SECONDS = 15 * 60
TAKEN_OVER_SECONDS = 10 * 60


class IdleStage(StrEnum):
    """What the kiosk does about the silence."""

    ACTIVE = "active"
    WARNING = "warning"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class IdlePolicy:
    """The rule, with the time passed in by whoever owns a clock."""

    warn_after: float = WARN_AFTER_SECONDS
    countdown: float = COUNTDOWN_SECONDS

    def stage(self, quiet_seconds: float, *, call_open: bool = False) -> IdleStage:
        """Return the stage after `quiet_seconds` without a touch."""
        if call_open or quiet_seconds < self.warn_after:
            return IdleStage.ACTIVE
        over = quiet_seconds >= self.warn_after + self.countdown
        return IdleStage.EXPIRED if over else IdleStage.WARNING

    def seconds_left(self, quiet_seconds: float) -> int:
        """Return the whole seconds of the countdown still to run."""
        return max(0, round(self.warn_after + self.countdown - quiet_seconds))
