"""Help calls from touch to end: called, received, taken by one, handed over, closed or cancelled.

A call outlives the program: the queue shows it again after a restart, and the counter it came from
goes on waiting.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import Place
from kiosk.domain.help_call import CallState, CancelReason, HelpCall
from kiosk.domain.staff import Staff
from kiosk.domain.visit import Visit
from kiosk.domain.words import N_
from kiosk.services.duty import on_duty
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.trail import audit_entry, new_id

STILL_THERE = timedelta(minutes=30)
"""Whoever called longer ago than this is not before the screen that has just been started."""


class CallTaken(KnownError):
    """Someone else was first; `by_name` says who."""

    def __init__(self, by_name: str) -> None:
        self.by_name = by_name
        super().__init__(
            N_("{name} đã nhận lời gọi này."),
            N_("Anh/chị chờ lời gọi tiếp theo."),
            "call already taken",
            name=by_name,
        )


class CallOver(KnownError):
    """The citizen took the call back, or it was closed."""

    def __init__(self) -> None:
        super().__init__(
            N_("Người dân không còn chờ lời gọi này."),
            N_("Anh/chị chờ lời gọi tiếp theo."),
            "call no longer open",
        )


class NotOnDuty(KnownError):
    """The colleague has left their console."""

    def __init__(self, name: str) -> None:
        super().__init__(
            N_("{name} không còn trực."),
            N_("Anh/chị chọn người khác."),
            "a call was to be handed to somebody who is not on duty",
            name=name,
        )


class HelpDesk:
    """Where calls come in; the first to take one has it, and may hand it over."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def call(self, visit: Visit, place: Place, barriers: tuple[str, ...], counter: str) -> HelpCall:
        """Call for help from `place`; a visit that already calls keeps its call."""
        with self._store.write() as records:
            for call in records.calls.open():
                if call.visit_id == visit.id:
                    return call
            call = HelpCall(
                id=new_id(),
                visit_id=visit.id,
                counter=counter,
                procedure_code=place.procedure_code,
                step_id=place.step_id,
                barriers=barriers,
                state=CallState.WAITING,
                called_at=self._clock.now(),
                ticked_papers=tuple(sorted(visit.ticked_papers)),
            )
            records.calls.add(call)
            records.changes.add(Topic.CALL, call.id)
            return call

    def mark_received(self, call_id: str) -> HelpCall:
        """Note that a console shows the call; only the first one counts."""
        with self._store.write() as records:
            call = _known(records, call_id)
            if call.received_at or not call.is_open:
                return call
            return _saved(records, replace(call, received_at=self._clock.now()))

    def take(self, call_id: str, staff: Staff) -> HelpCall:
        """Let `staff` go to the citizen; raises CallTaken or CallOver when that is too late."""
        with self._store.write() as records:
            call = _known(records, call_id)
            if call.state is CallState.TAKEN and call.taken_by != staff.id:
                raise CallTaken(call.taken_by_name)
            if not call.is_open:
                raise CallOver
            if call.state is CallState.TAKEN:
                return call
            return _saved(records, self._taken(call, staff))

    def take_over(self, call_id: str, staff: Staff) -> HelpCall:
        """Let `staff` go in place of somebody who has left; raises CallTaken while they are here.

        Raises CallOver when nobody waits any more.
        """
        with self._store.write() as records:
            call = _known(records, call_id)
            if not call.is_open:
                raise CallOver
            here = {presence.staff_id for presence in on_duty(records, self._clock)}
            if call.taken_by in here - {staff.id}:
                raise CallTaken(call.taken_by_name)
            self._note(records, staff, AuditAction.CALL_HANDED_OVER, call, staff.id)
            return _saved(records, self._taken(call, staff))

    def hand_over(self, call_id: str, to_id: str, by: Staff) -> HelpCall:
        """Give a call that `by` has taken to a colleague on duty.

        How long help takes counts on from the first taking. Raises CallTaken, CallOver, NotOnDuty.
        """
        with self._store.write() as records:
            call = _known(records, call_id)
            if not call.is_open:
                raise CallOver
            if call.taken_by != by.id:
                raise CallTaken(call.taken_by_name)
            colleague = records.staff.get(to_id)
            if colleague is None or to_id == by.id:
                raise BugError("a call can be handed to a colleague only")
            if to_id not in {presence.staff_id for presence in on_duty(records, self._clock)}:
                raise NotOnDuty(colleague.name)
            self._note(records, by, AuditAction.CALL_HANDED_OVER, call, to_id)
            handed = self._taken(call, colleague)
            return _saved(records, replace(handed, handed_by_name=by.name))

    def cancel(self, call_id: str, reason: CancelReason, staff: Staff) -> HelpCall:
        """Take the call back by `staff`'s word; one that is over stays as it ended.

        What was half written about it is dropped, which is not so when the citizen takes it back
        (`VisitLog.take_back`). Raises CallTaken when somebody else of staff has it.
        """
        with self._store.write() as records:
            call = _known(records, call_id)
            if call.is_open:
                if call.taken_by not in ("", staff.id):
                    raise CallTaken(call.taken_by_name)
                self._note(records, staff, AuditAction.CALL_CANCELLED, call, reason.value)
                records.assistances.drop_draft(call_id)
            return end_call(records, self._clock, call_id, CallState.CANCELLED, reason)

    def close(self, call_id: str) -> HelpCall:
        """End the call after help was given; one that is over stays as it ended."""
        with self._store.write() as records:
            return end_call(records, self._clock, call_id, CallState.CLOSED)

    def pick_up(self, device: str) -> HelpCall | None:
        """Return the call that a restart of `device` left open, to go on waiting for its answer.

        One that is too old is cancelled, unless somebody has taken it.
        """
        with self._store.write() as records:
            left_open = records.visits.left_open(device)
            left = [call for call in records.calls.open() if call.visit_id in left_open]
            earliest = self._clock.now() - STILL_THERE
            for call in left:
                if call.called_at < earliest and call.state is CallState.WAITING:
                    reason = CancelReason.INTERRUPTED
                    end_call(records, self._clock, call.id, CallState.CANCELLED, reason)
        recent = [call for call in left if call.called_at >= earliest]
        return recent[-1] if recent else None

    def open_calls(self) -> tuple[HelpCall, ...]:
        """Return waiting and taken calls, oldest first."""
        with self._store.read() as records:
            return records.calls.open()

    def get(self, call_id: str) -> HelpCall:
        """Return the call as it stands now."""
        with self._store.read() as records:
            return _known(records, call_id)

    def _taken(self, call: HelpCall, staff: Staff) -> HelpCall:
        now = self._clock.now()
        return replace(
            call,
            state=CallState.TAKEN,
            received_at=call.received_at or now,
            taken_at=call.taken_at or now,
            taken_by=staff.id,
            taken_by_name=staff.name,
            handed_by_name="",
        )

    def _note(
        self, records: Records, staff: Staff, action: AuditAction, call: HelpCall, detail: str
    ) -> None:
        records.audit.add(audit_entry(self._clock, staff.id, action, call.id, detail))


def end_call(
    records: Records,
    clock: Clock,
    call_id: str,
    state: CallState,
    reason: CancelReason | None = None,
) -> HelpCall:
    """End an open call within a transaction; return it as it then stands."""
    call = _known(records, call_id)
    if not call.is_open:
        return call
    ended = replace(call, state=state, closed_at=clock.now(), cancel_reason=reason)
    return _saved(records, ended)


def _saved(records: Records, call: HelpCall) -> HelpCall:
    records.calls.save(call)
    records.changes.add(Topic.CALL, call.id)
    return call


def _known(records: Records, call_id: str) -> HelpCall:
    call = records.calls.get(call_id)
    if call is None:
        raise BugError(f"no call {call_id}")
    return call
