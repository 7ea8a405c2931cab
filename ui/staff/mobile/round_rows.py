"""Trips and the rows of their sheets, as rows of cards."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.domain.follow_up import FollowUpState
from kiosk.domain.round import ANSWER_LABELS, CALL_AHEAD_LABELS, Round, StopAnswer
from kiosk.domain.words import N_
from kiosk.services.rounds import RoundCase
from ui.staff.list_row import ListRow
from ui.staff.mobile.case_cells import needs_detail, person_text
from ui.staff.mobile.case_rows import OnRow
from ui.staff.mobile.models import RoundModel
from ui.staff.models import Names
from ui.staff.phrases import DOT, appointment_text
from ui.staff.rows_card import RowsCard
from ui.staff.screen import StaffKit
from ui.theme.tokens import Tone
from ui.widgets.table_data import Cell, CellMark

_TRIP_SHARES = (4.2, 5.0, 1.8, 3.6)
_STOP_SHARES = (0.6, 2.6, 4.0, 2.3, 2.3)
_NO_VILLAGE = N_("Chưa rõ thôn")
_TONES = {StopAnswer.DONE: Tone.GREEN}


def rounds_card(kit: StaffKit, rounds: Sequence[Round], names: Names, on_row: OnRow) -> RowsCard:
    """Return the trips that are planned; a tap hands the id to `on_row`."""
    rows = []
    for trip in rounds:
        row = ListRow(kit.theme, _trip_cells(kit, trip, names), _TRIP_SHARES, payload=trip.id)
        row.activated_with.connect(on_row)
        rows.append(row)
    return RowsCard(kit, "van", kit.t("Đợt đã lập"), rows)


def _trip_cells(kit: StaffKit, trip: Round, names: Names) -> tuple[Cell, ...]:
    t, left = kit.t, len(trip.unanswered)
    places = (names.village(village_id) for village_id in trip.village_ids)
    answered = (
        Cell(t("còn {count} người chưa có kết quả", count=left))
        if left
        else Cell(t("đủ kết quả, chờ đóng"), tone=Tone.GREEN, strong=True)
    )
    return (
        Cell(appointment_text(t, trip.day, trip.half_day), strong=True),
        Cell(", ".join(place for place in places if place) or t("Mọi thôn")),
        Cell(t("{count} người", count=len(trip.stops))),
        answered,
    )


def stops_cards(kit: StaffKit, model: RoundModel, on_row: OnRow) -> list[RowsCard]:
    """Return the rows of a trip's sheet by village; a tap hands the case's id to `on_row`."""
    villages: dict[str, list[RoundCase]] = {}
    for shown in model.view.cases:
        villages.setdefault(shown.follow_up.village_id, []).append(shown)
    cards = []
    for village_id, found in villages.items():
        name = model.names.village(village_id) or kit.t(_NO_VILLAGE)
        title = name + DOT + kit.t("{count} người", count=len(found))
        rows = [_stop_row(kit, model, shown) for shown in found]
        for row in rows:
            row.activated_with.connect(on_row)
        cards.append(RowsCard(kit, "map-pin", title, rows))
    return cards


def _stop_row(kit: StaffKit, model: RoundModel, shown: RoundCase) -> ListRow:
    t, names = kit.t, model.names
    stop, case = shown.stop, shown.follow_up
    is_open = case.state is FollowUpState.OPEN
    who = person_text(kit, case.person, model.today) if is_open else t("(đã đóng)")
    cells = (
        Cell(str(stop.position), mark=CellMark.DISC),
        Cell(who, strong=is_open),
        Cell(names.procedure(case.service_code), detail=needs_detail(kit, case, names)),
        _call_cell(kit, shown),
        _answer_cell(kit, shown),
    )
    return ListRow(kit.theme, cells, _STOP_SHARES, payload=case.id)


def _call_cell(kit: StaffKit, shown: RoundCase) -> Cell:
    stop = shown.stop
    if stop.call:
        return Cell(kit.t(CALL_AHEAD_LABELS[stop.call]), icon="phone")
    return Cell("" if stop.answer else kit.t("chưa gọi"))


def _answer_cell(kit: StaffKit, shown: RoundCase) -> Cell:
    answer = shown.stop.answer
    if answer is None:
        return Cell(kit.t("chờ kết quả"))
    return Cell(kit.t(ANSWER_LABELS[answer]), tone=_TONES.get(answer, Tone.BLUE), strong=True)
