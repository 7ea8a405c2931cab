"""The sheet a trip takes along, or the whole list: gathers what each row needs and has it rendered.

Each case carries the code of its newest slip; one that never had a slip gets one now, so that every
row can be scanned back in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import BugError
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.need import NEED_LABELS, kit_for
from kiosk.domain.office import OfficeProfile
from kiosk.domain.procedure import Procedure
from kiosk.domain.round import ANSWER_LABELS, CALL_AHEAD_LABELS, Round, RoundStop
from kiosk.domain.staff import Staff
from kiosk.services.documents.run_sheet_pdf import RunSheetRow, SheetHead
from kiosk.services.follow_ups import known
from kiosk.services.keys import KeyRing
from kiosk.services.office import known_profile
from kiosk.services.ports import Clock, Records, Store
from kiosk.services.rounds import team_names
from kiosk.services.slip_versions import SlipMaker
from kiosk.services.trail import audit_entry

RenderSheet = Callable[[SheetHead | None, Sequence[RunSheetRow], OfficeProfile, datetime], bytes]


class RunSheets:
    """Makes the sheet of a trip; `render` makes the PDF, `title_of` knows what a code is called."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        ring: KeyRing,
        *,
        find_procedure: Callable[[str], Procedure | None],
        title_of: Callable[[str], str],
        render: RenderSheet,
    ) -> None:
        self._store = store
        self._clock = clock
        self._ring = ring
        self._find_procedure = find_procedure
        self._title_of = title_of
        self._render = render

    def make(self, round_id: str, staff: Staff) -> bytes:
        """Return the sheet of a trip as a PDF; audited, because it holds persons.

        Rows with an answer keep their place and say so, without the person.
        """
        with self._store.write() as records:
            trip = records.rounds.get(round_id)
            if trip is None:
                raise BugError(f"no round {round_id}")
            office, villages = known_profile(records), _village_names(records)
            cases = {stop: known(records, stop.follow_up_id) for stop in trip.stops}
            rows = self._rows(records, cases, villages, staff)
            waiting = [case for stop, case in cases.items() if stop.answer is None]
            head = self._head(records, trip, waiting, villages)
            self._note(records, staff, trip.id, len(waiting))
        return self._render(head, rows, office, self._clock.now())

    def make_list(self, cases: Sequence[FollowUp], staff: Staff) -> bytes:
        """Return `cases`, in their order, as a list on paper; audited, because it holds persons."""
        stops = {RoundStop(case.id, place): case for place, case in enumerate(cases, start=1)}
        with self._store.write() as records:
            office, villages = known_profile(records), _village_names(records)
            rows = self._rows(records, stops, villages, staff)
            self._note(records, staff, "", len(rows))
        return self._render(None, rows, office, self._clock.now())

    def _note(self, records: Records, staff: Staff, subject: str, count: int) -> None:
        action, detail = AuditAction.LIST_PRINTED, f"cases={count}"
        records.audit.add(audit_entry(self._clock, staff.id, action, subject, detail))

    def _rows(
        self,
        records: Records,
        cases: Mapping[RoundStop, FollowUp],
        villages: dict[str, str],
        staff: Staff,
    ) -> list[RunSheetRow]:
        maker = SlipMaker(records, self._clock, self._ring.key(), staff.id)
        return [self._row(maker, stop, case, villages) for stop, case in cases.items()]

    def _head(
        self, records: Records, trip: Round, waiting: list[FollowUp], villages: dict[str, str]
    ) -> SheetHead:
        found = (self._find_procedure(case.service_code) for case in waiting)
        named = (villages.get(village_id, "") for village_id in trip.village_ids)
        return SheetHead(
            day=trip.day,
            half_day=trip.half_day,
            villages=tuple(name for name in named if name),
            team=team_names(records, trip),
            kit=kit_for(procedure for procedure in found if procedure),
        )

    def _row(
        self, maker: SlipMaker, stop: RoundStop, case: FollowUp, villages: dict[str, str]
    ) -> RunSheetRow:
        village = villages.get(case.village_id, "")
        if stop.answer is not None:
            return RunSheetRow(stop.position, village, answer=ANSWER_LABELS[stop.answer])
        versions = maker.records.slips.of_follow_up(case.id)
        slip = versions[-1] if versions else maker.for_follow_up(case)
        served = self._find_procedure(case.service_code)
        begun = self._find_procedure(case.procedure_code)
        step = begun.step(case.step_id) if begun else None
        return RunSheetRow(
            position=stop.position,
            village=village,
            follow_up=case,
            payload=slip.payload,
            code=slip.code,
            procedure=self._title_of(case.service_code) or case.service_code,
            step=step.title if step else "",
            needs=tuple(NEED_LABELS[need] for need in served.needs) if served else (),
            ready=_ticked_titles(begun, case),
            call=CALL_AHEAD_LABELS[stop.call] if stop.call else "",
        )


def _ticked_titles(procedure: Procedure | None, case: FollowUp) -> tuple[str, ...]:
    """Return the papers that were marked as there; what the content lost is left out."""
    papers = procedure.papers if procedure else ()
    return tuple(paper.title for paper in papers if paper.id in case.ticked_papers)


def _village_names(records: Records) -> dict[str, str]:
    return {village.id: village.name for village in records.office.villages()}
