"""The cases of the mobile service as rows of cards: to open one, or to tick whom to visit."""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import date

from kiosk.services.mobile_list import Case
from ui.staff.list_row import ListRow
from ui.staff.mobile.case_cells import LIST_SHARES, PICK_SHARES, list_cells, pick_cells
from ui.staff.mobile.models import VillageCases
from ui.staff.models import Names
from ui.staff.phrases import DOT, score_text
from ui.staff.rows_card import RowsCard
from ui.staff.screen import StaffKit

OnRow = Callable[[object], None]


def village_card(
    kit: StaffKit,
    village: VillageCases,
    names: Names,
    today: date,
    *,
    on_row: OnRow,
    is_first: bool = False,
) -> RowsCard:
    """Return the cases of one village; a tap hands its id to `on_row`.

    The first of a page says what the columns are.
    """
    rows = []
    for case in village.cases:
        cells = list_cells(kit, case, names, today)
        row = ListRow(
            kit.theme,
            cells,
            LIST_SHARES,
            payload=case.follow_up.id,
            description=score_text(kit.t, case.triage),
        )
        row.activated_with.connect(on_row)
        rows.append(row)
    hint = kit.t("điểm ưu tiên · lý do · ngày hẹn") if is_first else ""
    return RowsCard(kit, "map-pin", _title(kit, village), rows, hint=hint)


def picking_card(
    kit: StaffKit,
    village: VillageCases,
    names: Names,
    today: date,
    *,
    picked: Container[str],
    on_row: OnRow,
) -> RowsCard:
    """Return the cases of one village with a box each; `picked` are ticked."""
    rows = [_pick_row(kit, case, names, today) for case in village.cases]
    for row in rows:
        row.setChecked(row.payload in picked)
        row.activated_with.connect(on_row)
    return RowsCard(kit, "map-pin", _title(kit, village), rows)


def _pick_row(kit: StaffKit, case: Case, names: Names, today: date) -> ListRow:
    cells = pick_cells(kit, case, names, today)
    return ListRow(
        kit.theme,
        cells,
        PICK_SHARES,
        payload=case.follow_up.id,
        checkable=True,
        description=score_text(kit.t, case.triage),
    )


def _title(kit: StaffKit, village: VillageCases) -> str:
    return village.village + DOT + kit.t("{count} người", count=len(village.cases))
