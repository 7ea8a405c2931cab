"""The office's list of hosts for the portal's page, and the one exception staff may make.

The list is the lead's and lies with the office's facts, so that every counter has the same one.
Until the lead changes it, it is the shipped one. An exception lets one more host in for the visit
going on: it takes a PIN, and it is kept in the audit with the host and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.audit import AuditAction
from kiosk.domain.errors import KnownError
from kiosk.domain.portal import (
    DEFAULT_HOSTS,
    HOST_PROBLEM_LABELS,
    AllowList,
    HostProblem,
    HostRule,
    allow_list,
    read_rule,
)
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.accounts import Accounts
from kiosk.services.ports import Clock, Store, Topic
from kiosk.services.roles import require_lead
from kiosk.services.trail import audit_entry

PORTAL_HOSTS = "portal_hosts"
"""Name of the office's value: one entry a line."""


class PortalHosts:
    """Which hosts the page beside the guide may show."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts) -> None:
        self._store = store
        self._clock = clock
        self._accounts = accounts

    def entries(self) -> tuple[str, ...]:
        """Return the list as the lead wrote it, or the shipped one."""
        with self._store.read() as records:
            kept = records.office.value(PORTAL_HOSTS)
        return tuple(kept.splitlines()) if kept else DEFAULT_HOSTS

    def allowed(self) -> AllowList:
        """Return the list as the page is held to it."""
        return allow_list(self.entries())

    def save(self, text: str, by: Staff) -> tuple[str, ...]:
        """Keep one entry a line, each once; none at all brings the shipped list back.

        Raises KnownError at the first entry that is no host or takes in too much.
        """
        require_lead(by)
        kept = tuple(dict.fromkeys(_read(text)))
        with self._store.write() as records:
            records.office.set_value(PORTAL_HOSTS, "\n".join(kept))
            records.changes.add(Topic.OFFICE, "")
            detail = f"portal hosts {len(kept)}"
            entry = audit_entry(self._clock, by.id, AuditAction.OFFICE_CHANGED, "", detail)
            records.audit.add(entry)
        return kept or DEFAULT_HOSTS

    def who_may_allow(self) -> tuple[Staff, ...]:
        """Return the accounts whose PIN lets a site in."""
        return self._accounts.who_can_log_in()

    def allow_for_visit(self, site: str, visit_id: str, staff_id: str, pin: str) -> Staff:
        """Let `site` in for this visit on a staff member's word; raises PinRefused."""
        if isinstance(read_rule(site), HostProblem):
            raise KnownError(N_("Trang này không cho phép được."), N_("Quay lại trang trước."))
        staff = self._accounts.log_in(staff_id, pin)
        with self._store.write() as records:
            entry = audit_entry(self._clock, staff.id, AuditAction.HOST_ALLOWED, visit_id, site)
            records.audit.add(entry)
        return staff


def _read(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if not line.strip():
            continue
        rule = read_rule(line)
        if not isinstance(rule, HostRule):
            message = HOST_PROBLEM_LABELS[rule]
            cure = N_("Sửa dòng này rồi lưu lại.")
            raise KnownError(message, cure, f"portal host refused: {rule}", entry=line.strip())
        yield str(rule)
