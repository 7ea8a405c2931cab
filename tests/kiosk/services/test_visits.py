"""Marks of a visit: stamped on the spot, stored later, anonymous; in a journal while they wait."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.domain.assistance import AssistanceDraft
from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.help_call import CallState, CancelReason, HelpCall
from kiosk.domain.stuck import StuckSign
from kiosk.domain.visit import Visit, VisitEnd, VisitEventKind
from kiosk.services.calls import HelpDesk
from kiosk.services.journal import Journal
from kiosk.services.ports import Records, Topic
from kiosk.services.stuck_signs import StuckSigns
from kiosk.services.visits import VisitLog
from tests.fakes import FakeClock, FakeStore
from tests.stories import HOA


class FarStore(FakeStore):
    """A store that may be away."""

    is_away = False

    @contextmanager
    def write(self) -> Iterator[Records]:
        if self.is_away:
            raise KnownError("Không nối được máy chủ dữ liệu.", log_line="server away")
        with super().write() as records:
            yield records


class Window:
    """A citizen's window; `again` is the same after a restart of the program."""

    def __init__(self, file: Path, store: FarStore | None = None) -> None:
        self.file = file
        self.store, self.clock = store or FarStore(), FakeClock()
        self.log = VisitLog(self.store, self.clock, "quay-1", Journal(file))

    def begun(self) -> Visit:
        visit = self.log.new_visit()
        self.log.start(visit)
        return visit

    def mark(self, visit: Visit, kind: VisitEventKind = VisitEventKind.STEP_SHOWN) -> None:
        self.log.record(self.log.mark(visit, kind, step_id="dang-nhap"))

    def ended(self, visit: Visit, how: VisitEnd = VisitEnd.DONE) -> None:
        self.log.end(self.log.mark(visit, VisitEventKind.ENDED), how)

    def again(self) -> Window:
        return Window(self.file, self.store)

    def kinds(self, visit: Visit) -> list[str]:
        return [event.kind.value for event in self.store.records.visits.events(visit.id)]


@pytest.fixture
def window(tmp_path: Path) -> Window:
    return Window(tmp_path / "visits.jsonl")


def test_visits_are_numbered_and_have_new_ids(window: Window) -> None:
    one, two = window.log.new_visit(), window.log.new_visit()
    assert (one.number, two.number) == (1, 2)
    assert UUID(one.id).version == 7
    assert one.id != two.id


def test_marks_tell_what_and_when_and_nobody(window: Window) -> None:
    visit = replace(window.begun(), procedure_code="1.001193")
    window.clock.advance(2.5)
    mark = window.log.mark(visit, VisitEventKind.STUCK, step_id="dang-nhap", barrier="L2")
    window.clock.advance(60)
    window.log.record(mark)
    first, second = window.store.records.visits.events(visit.id)
    assert (first.kind, first.seq, first.elapsed_ms) == (VisitEventKind.STARTED, 0, 0)
    assert (second.seq, second.elapsed_ms, second.barrier) == (1, 2500, "L2")
    assert second.procedure_code == "1.001193"


def test_a_changed_wall_clock_makes_no_negative_duration(window: Window) -> None:
    visit = window.begun()
    window.clock.wall = window.clock.wall.replace(year=2016)
    window.clock.steady += 1
    assert window.log.mark(visit, VisitEventKind.RATED, value=4).elapsed_ms == 1000


def test_a_visit_ends_with_its_last_mark(window: Window) -> None:
    visit = window.begun()
    with pytest.raises(BugError):
        window.log.end(window.log.mark(visit, VisitEventKind.RATED), VisitEnd.DONE)
    window.log.end(window.log.mark(visit, VisitEventKind.ENDED), VisitEnd.IDLE)
    window.log.end_interrupted()
    assert window.store.records.visits.ends == {visit.id: VisitEnd.IDLE}


def test_nothing_is_marked_in_an_earlier_visit(window: Window) -> None:
    earlier = window.begun()
    window.begun()
    with pytest.raises(BugError):
        window.log.mark(earlier, VisitEventKind.STUCK)


def test_what_a_crash_left_open_is_ended_as_interrupted(window: Window) -> None:
    visit, kept = window.begun(), window.begun()
    neighbour = VisitLog(window.store, window.clock, "quay-2", Journal(window.file))
    neighbour.start(neighbour.new_visit())
    window.again().log.end_interrupted(but=kept.id)
    assert window.store.records.visits.ends == {visit.id: VisitEnd.INTERRUPTED}


def test_a_visit_that_was_cut_off_goes_on_with_its_marks(window: Window) -> None:
    visit = window.begun()
    window.clock.advance(90)
    window.mark(visit)
    again = window.again()
    left = again.log.left(visit.id)
    assert left is not None
    resumed = again.log.resume(left)
    again.clock.advance(5)
    again.mark(resumed)
    assert (resumed.id, resumed.number, resumed.started_at) == (visit.id, 1, visit.started_at)
    last = window.store.records.visits.events(visit.id)[-1]
    assert (last.seq, last.elapsed_ms) == (2, 95_000)
    assert again.log.left("nobody") is None


# The journal


def test_what_happens_while_the_store_is_away_arrives_once_and_in_order(
    window: Window, caplog: pytest.LogCaptureFixture
) -> None:
    before = window.begun()
    window.store.is_away = True
    window.mark(before)
    window.ended(before)
    during = window.begun()
    window.mark(during)
    assert window.log.is_waiting
    assert window.kinds(before) == ["started"]
    assert [r.getMessage() for r in caplog.records] == ["visits wait in the journal: server away"]
    with pytest.raises(KnownError):
        window.log.deliver()
    window.store.is_away = False
    window.mark(during, VisitEventKind.STUCK)
    assert window.kinds(during) == []
    window.log.deliver()
    window.log.deliver()
    assert window.kinds(before) == ["started", "step_shown", "ended"]
    assert window.kinds(during) == ["started", "step_shown", "stuck"]
    assert window.store.records.visits.ends == {before.id: VisitEnd.DONE}
    assert not window.file.exists()


@pytest.mark.usefixtures("caplog")
def test_the_journal_outlives_a_restart(window: Window) -> None:
    window.store.is_away = True
    cut_off = window.begun()
    again = window.again()
    again.clock.advance(5)
    again.log.end_interrupted()
    visit = again.begun()
    again.mark(visit)
    window.store.is_away = False
    again.log.deliver()
    assert window.kinds(cut_off) == ["started"]
    assert window.kinds(visit) == ["started", "step_shown"]
    assert window.store.records.visits.ends == {cut_off.id: VisitEnd.INTERRUPTED}


@pytest.mark.usefixtures("caplog")
def test_lines_that_arrive_twice_change_nothing(window: Window) -> None:
    """The program was killed after the lines were stored and before they were cleared."""
    window.store.is_away = True
    visit = window.begun()
    window.mark(visit)
    window.ended(visit)
    lines = window.file.read_bytes()
    window.store.is_away = False
    window.log.deliver()
    stored = window.store.records.visits.events(visit.id)
    window.file.write_bytes(lines)
    window.again().log.deliver()
    assert window.store.records.visits.events(visit.id) == stored
    assert window.store.records.visits.ends == {visit.id: VisitEnd.DONE}


@pytest.mark.usefixtures("caplog")
def test_a_line_torn_by_a_power_cut_costs_only_itself(window: Window) -> None:
    window.store.is_away = True
    visit = window.begun()
    with window.file.open("ab") as file:
        file.write(b'{"what": "mark')
    window.mark(visit)
    window.store.is_away = False
    window.log.deliver()
    assert window.kinds(visit) == ["started", "step_shown"]


@pytest.mark.usefixtures("caplog")
def test_a_line_the_store_never_takes_is_set_aside(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.store.is_away = True
    visit = window.begun()
    window.mark(visit, VisitEventKind.STUCK)
    window.mark(visit)
    window.store.is_away = False
    visits = window.store.records.visits
    taken = type(visits).add_event

    def refuse(self: object, event: object) -> None:
        if getattr(event, "kind", None) is VisitEventKind.STUCK:
            raise BugError("no such visit")
        taken(self, event)  # type: ignore[arg-type]

    monkeypatch.setattr(type(visits), "add_event", refuse)
    window.log.deliver()
    assert window.kinds(visit) == ["started", "step_shown"]
    refused = window.file.with_suffix(".refused.jsonl").read_text(encoding="utf-8")
    assert [json.loads(line)["event"]["kind"] for line in refused.splitlines()] == ["stuck"]
    assert not window.log.is_waiting


@pytest.mark.usefixtures("caplog")
def test_a_job_that_leans_on_the_visit_comes_after_what_waits(window: Window) -> None:
    window.store.is_away = True
    visit = window.begun()
    window.store.is_away = False
    assert window.log.after_waiting(lambda: window.kinds(visit)) == ["started"]


@pytest.mark.usefixtures("caplog")
def test_the_journal_has_room_for_codes_and_times_only(window: Window) -> None:
    window.store.is_away = True
    visit = window.begun()
    window.ended(visit)
    for line in window.file.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        assert set(told) == {
            "what",
            "device",
            "at",
            "visit_id",
            "event",
            "how",
            "call_id",
            "reason",
        }
        assert set(told["event"] or {}) <= {
            "visit_id", "seq", "at", "elapsed_ms", "kind", "procedure_code", "step_id", "barrier",
            "value",
        }  # fmt: skip


@pytest.mark.usefixtures("caplog")
def test_a_disk_that_refuses_is_told_plainly(tmp_path: Path) -> None:
    window = Window(tmp_path / "no" / "folder" / "visits.jsonl")
    window.store.is_away = True
    with pytest.raises(KnownError) as told:
        window.begun()
    assert told.value.log_line.startswith("visits.jsonl: ")


# A call taken back


def called(window: Window, visit: Visit) -> HelpCall:
    """Return a call from a visit."""
    desk = HelpDesk(window.store, window.clock)
    return desk.call(visit, Place(ScreenName.HOME), (), "Quầy 1")


def test_the_citizen_takes_a_call_back_without_a_line_and_leaves_the_draft(window: Window) -> None:
    call = called(window, window.begun())
    with window.store.write() as records:
        records.assistances.save_draft(AssistanceDraft(call.id), window.clock.now())
    window.log.take_back(call.id, CancelReason.ALONE)
    ended = window.store.records.calls.calls[call.id]
    assert (ended.state, ended.cancel_reason) == (CallState.CANCELLED, CancelReason.ALONE)
    assert window.store.audited(AuditAction.CALL_CANCELLED) == ()
    assert window.store.records.assistances.draft(call.id) is not None


@pytest.mark.usefixtures("caplog")
def test_a_call_taken_back_while_the_store_is_away_calls_nobody_afterwards(window: Window) -> None:
    visit = window.begun()
    call = called(window, visit)
    window.store.is_away = True
    window.log.take_back(call.id, CancelReason.LEFT)
    window.ended(visit)
    window.store.is_away = False
    again = window.again()
    again.log.deliver()
    assert window.store.records.calls.open() == ()
    assert window.store.records.calls.calls[call.id].cancel_reason is CancelReason.LEFT


@pytest.mark.usefixtures("caplog")
def test_a_kiosk_started_without_its_server_leaves_no_call_waiting(window: Window) -> None:
    cut_off, helped, kept = (called(window, window.begun()) for _ in range(3))
    HelpDesk(window.store, window.clock).take(helped.id, HOA)
    window.store.is_away = True
    again = window.again()
    again.log.end_interrupted(but=kept.visit_id)
    window.store.is_away = False
    again.log.deliver()
    assert {call.id for call in window.store.records.calls.open()} == {helped.id, kept.id}
    ended = window.store.records.calls.calls[cut_off.id]
    assert ended.cancel_reason is CancelReason.INTERRUPTED


@pytest.mark.usefixtures("caplog")
def test_a_call_that_staff_ended_meanwhile_stays_as_it_ended(window: Window) -> None:
    call = called(window, window.begun())
    window.store.is_away = True
    window.log.take_back(call.id, CancelReason.LEFT)
    window.store.is_away = False
    closed = HelpDesk(window.store, window.clock).close(call.id)
    window.log.deliver()
    assert window.store.records.calls.calls[call.id] == closed


# Signs


def test_a_sign_goes_with_its_visit(window: Window) -> None:
    signs = StuckSigns(window.store, window.clock)
    ended, cut_off, there = (replace(window.begun(), procedure_code="1.001193") for _ in range(3))
    for visit in (ended, cut_off, there):
        signs.show(visit, "dang-nhap", StuckSign.QUIET, "Quầy 1")
    assert [sign.visit_id for sign in signs.all()] == [ended.id, cut_off.id, there.id]
    window.log.end(
        replace(window.log.mark(there, VisitEventKind.ENDED), visit_id=ended.id), VisitEnd.IDLE
    )
    window.again().log.end_interrupted(but=there.id)
    (left,) = signs.all()
    assert (left.visit_id, left.counter, left.step_id) == (there.id, "Quầy 1", "dang-nhap")
    told = [c.subject_id for c in window.store.records.changes.since(0) if c.topic is Topic.VISIT]
    assert told[-2:] == [ended.id, cut_off.id]
    signs.take_back(there.id)
    signs.take_back(there.id)
    assert signs.all() == ()
    assert len(window.store.changed(Topic.VISIT)) == len(told) + 1


def test_a_sign_that_nobody_took_back_is_not_shown_for_ever(window: Window) -> None:
    signs = StuckSigns(window.store, window.clock)
    signs.show(window.begun(), "", StuckSign.QUIET, "Quầy 1")
    window.clock.advance(30 * 60)
    assert len(signs.all()) == 1
    window.clock.advance(1)
    assert signs.all() == ()
