"""Appointments as rows of cards: those of a half-day, and those that wait whatever the day."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.follow_up import FollowUp, FollowUpKind
from kiosk.domain.words import N_
from kiosk.services.mobile_list import Case
from ui.staff.list_row import ListRow
from ui.staff.mobile.case_cells import person_text
from ui.staff.mobile.case_rows import OnRow
from ui.staff.mobile.models import AppointmentsModel
from ui.staff.phrases import DOT, due_text, wish_text
from ui.staff.rows_card import RowsCard
from ui.staff.screen import StaffKit
from ui.theme.tokens import Tone
from ui.widgets.table_data import Cell

_SHARES = (5.0, 4.0)
_KINDS = {
    FollowUpKind.RETURN_TO_COUNTER: (N_("đến quầy"), "bank"),
    FollowUpKind.PHONE_CALL: (N_("gọi điện"), "phone-call"),
    FollowUpKind.REFER: (N_("đến nơi khác"), "arrow-right"),
    FollowUpKind.HOME_VISIT: (N_("đến nhà"), "house-line"),
}


def half_day_card(
    kit: StaffKit, model: AppointmentsModel, title: str, cases: Sequence[Case], on_row: OnRow
) -> RowsCard:
    """Return the appointments of one half of the day; it says so when there are none."""
    rows = []
    for case in cases:
        kind, icon = _KINDS[case.follow_up.kind]
        wish = wish_text(kit.t, case.follow_up)
        what = Cell(kit.t(kind), icon=icon, detail=wish)
        rows.append(_row(kit, model, case.follow_up, what, on_row))
    words = _counted(kit, title, len(cases))
    return RowsCard(kit, "calendar-check", words, rows, nothing=kit.t("Không có hẹn."))


def waiting_card(
    kit: StaffKit, model: AppointmentsModel, title: str, cases: Sequence[Case], on_row: OnRow
) -> RowsCard:
    """Return appointments of any day, each with how its day stands."""
    rows = []
    for case in cases:
        follow_up = case.follow_up
        kind, _icon = _KINDS[follow_up.kind]
        when = due_text(kit.t, follow_up.due, model.view.today)
        tone = Tone.RED if case.overdue_days else None
        below = wish_text(kit.t, follow_up) or kit.t(kind)
        what = Cell(when, tone=tone, strong=True, detail=below)
        rows.append(_row(kit, model, follow_up, what, on_row))
    return RowsCard(kit, "clock", _counted(kit, title, len(cases)), rows)


def _row(
    kit: StaffKit, model: AppointmentsModel, case: FollowUp, what: Cell, on_row: OnRow
) -> ListRow:
    who = Cell(
        person_text(kit, case.person, model.view.today),
        strong=True,
        detail=model.names.procedure(case.procedure_code),
    )
    row = ListRow(kit.theme, (who, what), _SHARES, payload=case.id)
    row.activated_with.connect(on_row)
    return row


def _counted(kit: StaffKit, title: str, count: int) -> str:
    return title + DOT + kit.t("{count} người", count=count) if count else title
