"""Help calls from touch to end: called, received, taken by one, closed or cancelled."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import Place
from kiosk.domain.help_call import CallState, HelpCall
from kiosk.domain.staff import Staff
from kiosk.domain.visit import Visit
from kiosk.domain.words import N_
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.trail import new_id


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


class HelpDesk:
    """Where calls come in; the first to take one has it."""

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
            now = self._clock.now()
            taken = replace(
                call,
                state=CallState.TAKEN,
                received_at=call.received_at or now,
                taken_at=now,
                taken_by=staff.id,
                taken_by_name=staff.name,
            )
            return _saved(records, taken)

    def cancel(self, call_id: str) -> HelpCall:
        """Take the call back, as the citizen wishes; one that is over stays as it ended."""
        return self._end(call_id, CallState.CANCELLED)

    def close(self, call_id: str) -> HelpCall:
        """End the call after help was given; one that is over stays as it ended."""
        return self._end(call_id, CallState.CLOSED)

    def open_calls(self) -> tuple[HelpCall, ...]:
        """Return waiting and taken calls, oldest first."""
        with self._store.read() as records:
            return records.calls.open()

    def get(self, call_id: str) -> HelpCall:
        """Return the call as it stands now."""
        with self._store.read() as records:
            return _known(records, call_id)

    def _end(self, call_id: str, state: CallState) -> HelpCall:
        with self._store.write() as records:
            return end_call(records, self._clock, call_id, state)


def end_call(records: Records, clock: Clock, call_id: str, state: CallState) -> HelpCall:
    """End an open call within a transaction; return it as it then stands."""
    call = _known(records, call_id)
    if not call.is_open:
        return call
    return _saved(records, replace(call, state=state, closed_at=clock.now()))


def _saved(records: Records, call: HelpCall) -> HelpCall:
    records.calls.save(call)
    records.changes.add(Topic.CALL, call.id)
    return call


def _known(records: Records, call_id: str) -> HelpCall:
    call = records.calls.get(call_id)
    if call is None:
        raise BugError(f"no call {call_id}")
    return call
