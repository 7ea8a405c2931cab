"""Reports of pages of the portal that have changed: filed by kiosks, settled by the lead.

They stand in the list of what was said of a procedure, which only grows. A query never gets here,
and a part of a path that may be somebody's number is left out before anything is stored.
"""

from __future__ import annotations

from kiosk.domain.audit import AuditAction
from kiosk.domain.content_review import FactEntry, Verdict
from kiosk.domain.follow import told_place
from kiosk.domain.portal_report import report_path
from kiosk.domain.staff import Staff
from kiosk.domain.web_address import WebAddress
from kiosk.services.ports import Clock, Records, Store, Topic
from kiosk.services.roles import require_lead
from kiosk.services.trail import audit_entry, new_entry_id


class PortalReports:
    """The way of a report into the lead's list, and out of it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def file(self, code: str, step_id: str, address: WebAddress) -> None:
        """Report that what a step has to press was not on its page; nobody is named."""
        place = told_place(address)
        with self._store.write() as records:
            records.content.add(self._entry(records, code, step_id, Verdict.MISSED, place))
            records.changes.add(Topic.CONTENT, code)

    def settle(self, code: str, step_id: str, place: str, by: Staff) -> None:
        """Take every report of this step and page off the list: the lead has looked at it."""
        with self._store.write() as records:
            require_lead(by)
            records.content.add(self._entry(records, code, step_id, Verdict.SETTLED, place, by=by))
            records.changes.add(Topic.CONTENT, code)
            action, detail = AuditAction.CONTENT_CHANGED, f"{report_path(step_id)} settled"
            records.audit.add(audit_entry(self._clock, by.id, action, code, detail))

    def _entry(
        self,
        records: Records,
        code: str,
        step_id: str,
        verdict: Verdict,
        place: str,
        *,
        by: Staff | None = None,
    ) -> FactEntry:
        return FactEntry(
            id=new_entry_id(records, code),
            code=code,
            path=report_path(step_id),
            verdict=verdict,
            value=place,
            shipped="",
            note="",
            staff_id=by.id if by else "",
            staff_name=by.name if by else "",
            at=self._clock.now(),
        )
