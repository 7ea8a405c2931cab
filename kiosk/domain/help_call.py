"""A citizen's call for a member of staff and the honest rule of what to tell who waits.

A call goes `waiting → taken → closed`, or is `cancelled`, with the reason. Whoever has taken it may
hand it over to a colleague. "Đã báo cán bộ" may be shown only once a console has received it; the
waiting page never says more than is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.words import N_

REPEAT_AFTER_SECONDS = 60
OFFER_WAYS_AFTER_SECONDS = 180


class CallState(StrEnum):
    """Where a call stands."""

    WAITING = "waiting"
    TAKEN = "taken"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class CancelReason(StrEnum):
    """Why a call ended without a log entry."""

    ALONE = "alone"
    LEFT = "left"
    HELPED = "helped"
    MISTAKE = "mistake"
    INTERRUPTED = "interrupted"


CANCEL_REASON_LABELS = {
    CancelReason.LEFT: N_("Người dân đã về"),
    CancelReason.ALONE: N_("Người dân tự làm tiếp"),
    CancelReason.HELPED: N_("Đã có người giúp"),
    CancelReason.MISTAKE: N_("Bấm nhầm nút gọi"),
}
"""What staff may say; `INTERRUPTED` is the machine's own word for a call that a restart cut off."""


@dataclass(frozen=True, slots=True)
class HelpCall:
    """One call: where the citizen is stuck, and who is coming.

    `handed_by_name` is who handed it to whoever has it now, "" when nobody did.
    `ticked_papers` are the ids of the papers that were marked as there.
    """

    id: str
    visit_id: str
    counter: str
    procedure_code: str
    step_id: str
    barriers: tuple[str, ...]
    state: CallState
    called_at: datetime
    received_at: datetime | None = None
    taken_at: datetime | None = None
    taken_by: str = ""
    taken_by_name: str = ""
    closed_at: datetime | None = None
    cancel_reason: CancelReason | None = None
    handed_by_name: str = ""
    ticked_papers: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether someone still waits or is being helped."""
        return self.state in (CallState.WAITING, CallState.TAKEN)


class WaitingStage(StrEnum):
    """What the waiting page may honestly say."""

    CALLING = "calling"
    UNREACHABLE = "unreachable"
    NOBODY = "nobody"
    RECEIVED = "received"
    REPEATED = "repeated"
    WAYS_OUT = "ways_out"
    COMING = "coming"


WAITING_TITLES = {
    WaitingStage.CALLING: N_("Máy đang gọi cán bộ."),
    WaitingStage.UNREACHABLE: N_("Ông/bà gọi trực tiếp người ở quầy."),
    WaitingStage.NOBODY: N_("Chưa có cán bộ nào mở máy."),
    WaitingStage.RECEIVED: N_("Đã báo cán bộ. Ông/bà chờ chút."),
    WaitingStage.REPEATED: N_("Chưa có ai nhận. Máy vừa gọi lại."),
    WaitingStage.WAYS_OUT: N_("Cán bộ đang bận. Ông/bà chọn một cách."),
    WaitingStage.COMING: N_("Cán bộ {name} đang đến chỗ ông/bà."),
}


def waiting_stage(
    call: HelpCall | None,
    waited_seconds: float,
    *,
    anyone_on_duty: bool,
    is_reachable: bool = True,
) -> WaitingStage:
    """Return what may be said after `waited_seconds` on a monotonic clock.

    `call` is None until it is stored. `anyone_on_duty` is whether a console with someone logged in
    has been seen lately, or the call is being shown on this very screen (one-screen mode).
    `is_reachable` is whether the office's database answers: without it nobody can be told anything.
    """
    if call and call.state is CallState.TAKEN:
        return WaitingStage.COMING
    if not is_reachable:
        return WaitingStage.UNREACHABLE
    if call is None:
        return WaitingStage.CALLING if anyone_on_duty else WaitingStage.NOBODY
    if waited_seconds >= OFFER_WAYS_AFTER_SECONDS:
        return WaitingStage.WAYS_OUT
    if not anyone_on_duty:
        return WaitingStage.NOBODY
    if waited_seconds >= REPEAT_AFTER_SECONDS:
        return WaitingStage.REPEATED
    return WaitingStage.RECEIVED if call.received_at else WaitingStage.CALLING
