"""Makes slips and their next versions as rows: number, code and signed payload.

A number and a code stay with a slip for life; each reprint is a new version with a payload of its
own, so that an older sheet can be told from the newest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import office_day
from kiosk.domain.errors import KnownError
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.held_place import VALID_DAYS, HeldPlace, mark_of
from kiosk.domain.place_code import is_place_code, sign_place
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import PrintState, Slip, SlipKind
from kiosk.domain.slip_code import MAX_VERSION, SlipMark, new_code, sign
from kiosk.domain.words import N_
from kiosk.services.keys import OfficeKey
from kiosk.services.ports import Clock, Records, Topic
from kiosk.services.trail import audit_entry, new_id


@dataclass(frozen=True, slots=True)
class SlipMaker:
    """Makes slips in the name of `staff_id` ("" at the citizen's window), within a transaction."""

    records: Records
    clock: Clock
    key: OfficeKey
    staff_id: str

    def for_follow_up(self, follow_up: FollowUp) -> Slip:
        """Return the first slip of a promise, or its next version; the row is stored."""
        versions = self.records.slips.of_follow_up(follow_up.id)
        if versions:
            return self.next_version(versions[-1])
        return self._stored(self._first(SlipKind.FOLLOW_UP, follow_up=follow_up))

    def papers(
        self, procedure_code: str, bring: tuple[str, ...], visit_id: str, where: str
    ) -> Slip:
        """Return a new slip that says what to bring; the row is stored."""
        slip = self._first(SlipKind.PAPERS)
        return self._stored(
            replace(
                slip,
                procedure_code=procedure_code,
                visit_id=visit_id,
                bring=bring,
                where=where,
            )
        )

    def place(
        self, procedure: Procedure, place: HeldPlace, bring: tuple[str, ...], visit_id: str
    ) -> Slip:
        """Return a new slip whose code carries `place`; the row is stored."""
        slip = self._first(SlipKind.PAPERS)
        last_day = office_day(slip.issued_at) + timedelta(VALID_DAYS)
        mark = mark_of(slip.code, place, procedure, last_day)
        return self._stored(
            replace(
                slip,
                procedure_code=procedure.code,
                visit_id=visit_id,
                bring=bring,
                payload=sign_place(mark, self.key.office_tag, self.key.slip_key),
            )
        )

    def next_version(self, newest: Slip) -> Slip:
        """Return the version after `newest`; the row is stored.

        A kept place is the same on every sheet, so all of them have one payload.
        """
        if newest.version >= MAX_VERSION:
            raise KnownError(
                N_("Phiếu này đã in lại quá nhiều lần."),
                N_("Ghi một lượt hỗ trợ mới để có phiếu mới."),
                f"slip {newest.number}: no version after {newest.version}",
            )
        version = newest.version + 1
        slip = replace(
            newest,
            id=new_id(),
            version=version,
            payload=newest.payload
            if is_place_code(newest.payload)
            else self._payload(newest.code, version),
            issued_at=self.clock.now(),
            issued_by=self.staff_id,
            print_state=PrintState.SAVED,
        )
        return self._stored(slip)

    def _first(self, kind: SlipKind, follow_up: FollowUp | None = None) -> Slip:
        code = self._free_code()
        now = self.clock.now()
        return Slip(
            id=new_id(),
            number=self.records.slips.next_number(f"{office_day(now):%Y-%m}"),
            version=1,
            kind=kind,
            code=code,
            payload=self._payload(code, 1),
            issued_at=now,
            issued_by=self.staff_id,
            procedure_code=follow_up.procedure_code if follow_up else "",
            follow_up_id=follow_up.id if follow_up else "",
        )

    def _payload(self, code: str, version: int) -> str:
        return sign(SlipMark(code, version), self.key.office_tag, self.key.slip_key)

    def _free_code(self) -> str:
        while True:
            code = new_code()
            if not self.records.slips.versions(code):
                return code

    def _stored(self, slip: Slip) -> Slip:
        self.records.slips.add(slip)
        if slip.follow_up_id:
            self.records.changes.add(Topic.FOLLOW_UP, slip.follow_up_id)
        detail = f"{slip.number} v{slip.version}"
        action = AuditAction.SLIP_ISSUED
        self.records.audit.add(audit_entry(self.clock, self.staff_id, action, slip.id, detail))
        return slip
