"""The mobile-service list on paper: gathers what each case needs and has it rendered.

Each case carries the code of its newest slip; one that never had a slip gets one now, so that every
case can be scanned back in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk.domain.audit import AuditAction
from kiosk.domain.follow_up import FollowUp, FollowUpKind
from kiosk.domain.office import OfficeProfile
from kiosk.domain.procedure import Procedure
from kiosk.domain.staff import Staff
from kiosk.services.documents.run_list_pdf import RunListRow
from kiosk.services.keys import KeyRing
from kiosk.services.office import known_profile
from kiosk.services.ports import Clock, Records, Store
from kiosk.services.slip_versions import SlipMaker
from kiosk.services.trail import audit_entry

RenderList = Callable[[Sequence[RunListRow], OfficeProfile, datetime], bytes]


class RunLists:
    """Makes the list to take along; `render` makes the PDF."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        ring: KeyRing,
        *,
        find_procedure: Callable[[str], Procedure | None],
        render: RenderList,
    ) -> None:
        self._store = store
        self._clock = clock
        self._ring = ring
        self._find_procedure = find_procedure
        self._render = render

    def make(self, staff: Staff) -> bytes:
        """Return the list of open home visits as a PDF; audited, because it holds persons."""
        with self._store.write() as records:
            office = known_profile(records)
            villages = {village.id: village.name for village in records.office.villages()}
            cases = records.follow_ups.open(FollowUpKind.HOME_VISIT)
            rows = [self._row(records, case, villages, staff) for case in cases]
            detail = f"cases={len(rows)}"
            records.audit.add(
                audit_entry(self._clock, staff.id, AuditAction.LIST_PRINTED, "", detail)
            )
        return self._render(rows, office, self._clock.now())

    def _row(
        self, records: Records, case: FollowUp, villages: dict[str, str], staff: Staff
    ) -> RunListRow:
        versions = records.slips.of_follow_up(case.id)
        maker = SlipMaker(records, self._clock, self._ring.key(), staff.id)
        slip = versions[-1] if versions else maker.for_follow_up(case)
        procedure = self._find_procedure(case.procedure_code)
        step = procedure.step(case.step_id) if procedure else None
        return RunListRow(
            follow_up=case,
            payload=slip.payload,
            code=slip.code,
            procedure=procedure.title if procedure else case.procedure_code,
            village=villages.get(case.village_id, ""),
            step=step.title if step else "",
        )
