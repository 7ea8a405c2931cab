"""Slips: saved first, then rendered and handed to whoever prints; scanned or typed back in.

Every answer to a code is plain, and each way of not standing has its own: damaged, foreign, forged,
replaced, unknown. Typed codes are for staff only, and guesses are few (lock-out per device).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from kiosk.domain.audit import AuditAction
from kiosk.domain.calendar import office_day
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.follow_up import FollowUp, FollowUpState
from kiosk.domain.held_place import (
    PLACE_TOLD,
    FoundPlace,
    HeldPlace,
    find_place,
    procedure_code_of,
)
from kiosk.domain.place_code import is_place_code, read_place
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import Paper, PrintState, Slip, SlipContent, SlipKind
from kiosk.domain.slip_code import CodeProblem, CodeRefused, normal_code, read
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.atomic import write_bytes
from kiosk.services.follow_up_closing import already_closed
from kiosk.services.keys import KeyRing
from kiosk.services.lock_outs import LockOuts
from kiosk.services.office import known_profile
from kiosk.services.ports import Clock, Records, Store
from kiosk.services.slip_content import (
    SlipFacts,
    follow_up_content,
    papers_content,
    papers_of_place,
    place_content,
)
from kiosk.services.slip_versions import SlipMaker
from kiosk.services.trail import audit_entry


class ScanKind(StrEnum):
    """What a scanned or typed code turned out to be."""

    FOLLOW_UP = "follow_up"
    PAPERS = "papers"
    PLACE = "place"
    REPLACED = "replaced"
    DAMAGED = "damaged"
    FOREIGN = "foreign"
    FORGED = "forged"
    UNKNOWN = "unknown"


SCAN_MESSAGES = {
    ScanKind.FOLLOW_UP: N_("Đây là phiếu hẹn của xã."),
    ScanKind.PAPERS: N_("Phiếu này ghi giấy tờ cần mang."),
    ScanKind.PLACE: N_("Phiếu này giữ chỗ đang làm dở."),
    ScanKind.REPLACED: N_("Phiếu này đã có bản mới. Dùng tờ in sau cùng."),
    ScanKind.DAMAGED: N_("Mã chưa đọc được trọn vẹn. Quét hoặc gõ lại mã."),
    ScanKind.FOREIGN: N_("Mã này không phải phiếu của xã."),
    ScanKind.FORGED: N_("Mã này không do xã cấp. Hỏi cán bộ trước khi dùng."),
    ScanKind.UNKNOWN: N_("Sổ của xã chưa có phiếu này. Hỏi cán bộ giúp."),
}


@dataclass(frozen=True, slots=True)
class ScanResult:
    """What a code stands for. `slip` is the version scanned, `newest` its newest one.

    A kept place is found without either: its slip may be another counter's.
    """

    kind: ScanKind
    slip: Slip | None = None
    newest: Slip | None = None
    place: FoundPlace | None = None

    @property
    def message(self) -> str:
        """The msgid that answers whoever held the slip."""
        if self.place is not None and self.place.problem is not None:
            return PLACE_TOLD[self.place.problem]
        return SCAN_MESSAGES[self.kind]

    @property
    def is_good(self) -> bool:
        """Whether the slip stands as it is."""
        if self.place is not None:
            return self.place.problem is None
        return self.kind in (ScanKind.FOLLOW_UP, ScanKind.PAPERS)


@dataclass(frozen=True, slots=True)
class IssuedSlip:
    """A slip that is saved and rendered, ready to be printed from `pdf` or opened at `path`."""

    slip: Slip
    content: SlipContent
    pdf: bytes
    path: Path


class CodeWait(KnownError):
    """Too many unknown codes were typed on this device; `wait_seconds` until the next."""

    def __init__(self, wait_seconds: float) -> None:
        self.wait_seconds = wait_seconds
        super().__init__(
            N_("Tạm dừng nhận mã gõ tay."),
            N_("Chờ {minutes} phút, hoặc quét mã trên phiếu."),
            "too many unknown codes typed",
            minutes=math.ceil(wait_seconds / 60),
        )


class Slips:
    """Issues slips at `counter` and recognises them again.

    `render` makes the PDF; `find_procedure` knows procedures by their code, `title_of` what any
    code is called.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        ring: KeyRing,
        *,
        folder: Path,
        counter: str,
        device: str,
        find_procedure: Callable[[str], Procedure | None],
        title_of: Callable[[str], str],
        render: Callable[[SlipContent, Paper], bytes],
    ) -> None:
        self._store = store
        self._clock = clock
        self._ring = ring
        self._folder = folder
        self._counter = counter
        self._find_procedure = find_procedure
        self._title_of = title_of
        self._render = render
        self._code_subject = f"code:{device}"
        self._lock_outs = LockOuts(clock)

    def issue_follow_up(self, follow_up_id: str, staff: Staff, paper: Paper) -> IssuedSlip:
        """Save and render the slip of an open promise; again, and it is the next version."""
        with self._store.write() as records:
            follow_up = _open_follow_up(records, follow_up_id)
            slip = self._maker(records, staff).for_follow_up(follow_up)
            content = self._content(records, slip, follow_up)
        return self._rendered(slip, content, paper)

    def issue_papers(
        self,
        procedure: Procedure,
        bring: tuple[str, ...],
        paper: Paper,
        *,
        visit_id: str = "",
        where: str = "",
        staff: Staff | None = None,
    ) -> IssuedSlip:
        """Save and render a slip without a person: what to bring, and where if not here."""
        with self._store.write() as records:
            maker = self._maker(records, staff)
            slip = maker.papers(procedure.code, bring, visit_id, where)
            content = self._content(records, slip, None)
        return self._rendered(slip, content, paper)

    def issue_place(
        self, procedure: Procedure, place: HeldPlace, paper: Paper, *, visit_id: str
    ) -> IssuedSlip:
        """Save and render a slip that keeps a place: where somebody stood, and no person."""
        with self._store.write() as records:
            bring = papers_of_place(procedure, place)
            slip = self._maker(records, None).place(procedure, place, bring, visit_id)
            content = self._content(records, slip, None)
        return self._rendered(slip, content, paper)

    def reprint(self, slip_id: str, staff: Staff | None, paper: Paper) -> IssuedSlip:
        """Save and render the next version of a slip, from any of its versions."""
        with self._store.write() as records:
            slip = records.slips.get(slip_id)
            if slip is None:
                raise BugError(f"no slip {slip_id}")
            follow_up = _open_follow_up(records, slip.follow_up_id) if slip.follow_up_id else None
            newest = records.slips.versions(slip.code)[-1]
            reprinted = self._maker(records, staff).next_version(newest)
            content = self._content(records, reprinted, follow_up)
        return self._rendered(reprinted, content, paper)

    def set_print_state(self, slip_id: str, state: PrintState) -> None:
        """Keep what is known of the paper."""
        with self._store.write() as records:
            records.slips.set_print_state(slip_id, state)

    def of_follow_up(self, follow_up_id: str) -> tuple[Slip, ...]:
        """Return every version of a promise's slip, oldest first."""
        with self._store.read() as records:
            return records.slips.of_follow_up(follow_up_id)

    def verify(self, payload: str) -> ScanResult:
        """Return what a scanned payload stands for; raises KnownError when there is no key."""
        key = self._ring.key()
        try:
            if is_place_code(payload):
                return self._kept(payload)
            mark = read(payload, key.office_tag, key.slip_key)
        except CodeRefused as refused:
            return ScanResult(_KIND_OF_PROBLEM[refused.problem])
        with self._store.read() as records:
            versions = records.slips.versions(mark.code)
        slip = next((s for s in versions if s.version == mark.version), None)
        return self._result(slip, versions) if slip else ScanResult(ScanKind.UNKNOWN)

    def find_by_code(self, typed: str, staff: Staff) -> ScanResult:
        """Return what a typed code stands for; raises CodeWait after too many unknown ones.

        A code whose check fails was mistyped, not guessed, and costs nothing.
        """
        with self._store.write() as records:
            wait = self._lock_outs.wait_left(records.staff, self._code_subject)
            if wait > 0:
                raise CodeWait(wait)
            code = normal_code(typed)
            if code is None:
                return ScanResult(ScanKind.DAMAGED)
            versions = records.slips.versions(code)
            if versions:
                self._lock_outs.clear(records.staff, self._code_subject)
                return self._result(versions[-1], versions)
            self._lock_outs.count_failure(records.staff, self._code_subject)
            records.audit.add(audit_entry(self._clock, staff.id, AuditAction.CODE_REFUSED))
            return ScanResult(ScanKind.UNKNOWN)

    def _result(self, slip: Slip, versions: tuple[Slip, ...]) -> ScanResult:
        if is_place_code(slip.payload):
            return self._kept(slip.payload)
        return _result(slip, versions)

    def _kept(self, payload: str) -> ScanResult:
        """Return the place a payload keeps, on any counter's slip; raises CodeRefused."""
        found = self._found(payload, office_day(self._clock.now()))
        return ScanResult(ScanKind.PLACE, place=found)

    def _found(self, payload: str, today: date) -> FoundPlace:
        key = self._ring.key()
        mark = read_place(payload, key.office_tag, key.slip_key)
        return find_place(mark, self._find_procedure(procedure_code_of(mark)), today)

    def _maker(self, records: Records, staff: Staff | None) -> SlipMaker:
        return SlipMaker(records, self._clock, self._ring.key(), staff.id if staff else "")

    def _content(self, records: Records, slip: Slip, follow_up: FollowUp | None) -> SlipContent:
        staff = records.staff.get(slip.issued_by)
        facts = SlipFacts(
            office=known_profile(records),
            counter=self._counter,
            title=self._title_of(slip.procedure_code) or slip.procedure_code,
            procedure=self._find_procedure(slip.procedure_code),
            helped_by=follow_up.promised_by_name if follow_up else (staff.name if staff else ""),
        )
        if follow_up is not None:
            return follow_up_content(slip, facts, follow_up)
        if is_place_code(slip.payload):
            # A sheet printed again has the words, and the last day, of the first one.
            first = records.slips.versions(slip.code)[0]
            found = self._found(slip.payload, office_day(first.issued_at))
            return place_content(slip, facts, found)
        return papers_content(slip, facts)

    def _rendered(self, slip: Slip, content: SlipContent, paper: Paper) -> IssuedSlip:
        pdf = self._render(content, paper)
        path = self._folder / f"{slip.number}-v{slip.version}.pdf"
        try:
            write_bytes(path, pdf)
        except OSError as error:
            raise KnownError(
                N_("Chưa lưu được tệp của phiếu {number}."),
                N_("Kiểm tra ổ đĩa còn chỗ, rồi in lại phiếu."),
                f"slip {slip.number}: {error.strerror}",
                number=slip.number,
            ) from error
        return IssuedSlip(slip, content, pdf, path)


_KIND_OF_PROBLEM = {
    CodeProblem.DAMAGED: ScanKind.DAMAGED,
    CodeProblem.FOREIGN: ScanKind.FOREIGN,
    CodeProblem.FORGED: ScanKind.FORGED,
}


def _result(slip: Slip, versions: tuple[Slip, ...]) -> ScanResult:
    newest = versions[-1]
    if newest.version > slip.version:
        return ScanResult(ScanKind.REPLACED, slip, newest)
    kind = ScanKind.FOLLOW_UP if slip.kind is SlipKind.FOLLOW_UP else ScanKind.PAPERS
    return ScanResult(kind, slip, newest)


def _open_follow_up(records: Records, follow_up_id: str) -> FollowUp:
    follow_up = records.follow_ups.get(follow_up_id)
    if follow_up is None:
        raise BugError(f"no follow-up {follow_up_id}")
    if follow_up.state is not FollowUpState.OPEN:
        raise already_closed()
    return follow_up
