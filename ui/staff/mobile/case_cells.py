"""One case of the mobile service as the cells of a row: points, who, what, why, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.domain.follow_up import FollowUp, FollowUpState
from kiosk.domain.person import Person
from kiosk.services.mobile_list import Case
from ui.staff.models import Names
from ui.staff.phrases import (
    DOT,
    barrier_text,
    due_text,
    on_the_spot_text,
    reasons_text,
    short_person,
    trip_text,
    wish_text,
)
from ui.staff.screen import StaffKit
from ui.theme.tokens import Tone
from ui.widgets.table_data import Cell, CellMark

PRESSING_SCORE = 7
"""From here on the points stand on red: old and hard to move, or more."""

LIST_SHARES = (0.45, 2.3, 3.5, 5.4, 2.3)
PICK_SHARES = (0.5, 0.6, 2.9, 3.5, 3.6, 2.0)


def list_cells(kit: StaffKit, case: Case, names: Names, today: date) -> tuple[Cell, ...]:
    """Return the cells of the list; what was done at the kiosk stands below the reasons."""
    follow_up = case.follow_up
    return (
        score_cell(case),
        Cell(person_text(kit, follow_up.person, today), strong=True),
        Cell(names.procedure(follow_up.service_code), detail=needs_detail(kit, follow_up, names)),
        Cell(reasons_text(kit.t, case.triage), detail=_done_text(kit, case, names)),
        _due_cell(kit, case, today),
    )


def pick_cells(kit: StaffKit, case: Case, names: Names, today: date) -> tuple[Cell, ...]:
    """Return the cells of a plan: a box to tick, and what the choice rests on.

    Whoever is offered is in no other trip, so only a wish for another day stands below the day.
    """
    score, who, what, why, due = list_cells(kit, case, names, today)
    due = replace(due, detail=wish_text(kit.t, case.follow_up))
    return (Cell("", mark=CellMark.BOX), score, who, what, replace(why, detail=""), due)


def needs_detail(kit: StaffKit, case: FollowUp, names: Names) -> str:
    """Return what serving a case at home takes: "cần: ký trước cán bộ, hộ tịch".

    It says too whether the law has a procedure of its own for that, which an open case offers.
    """
    t, code = kit.t, case.service_code
    may_change = case.state is FollowUpState.OPEN and code in names.at_home
    needs = on_the_spot_text(t, names.needs.get(code, ()))
    parts = (
        t("cần: {needs}", needs=needs) if needs else "",
        t("có thủ tục tại nhà") if may_change else "",
    )
    return DOT.join(part for part in parts if part)


def score_cell(case: Case) -> Cell:
    """Return the points on a disc."""
    score = case.triage.score
    tone = Tone.RED if score >= PRESSING_SCORE else Tone.PLAIN
    return Cell(str(score), tone=tone, mark=CellMark.DISC)


def person_text(kit: StaffKit, person: Person | None, today: date) -> str:
    """Return initials and age, or that nobody is named."""
    return short_person(person, today) or kit.t("Chưa ghi tên")


def _done_text(kit: StaffKit, case: Case, names: Names) -> str:
    """Return where it stopped at the kiosk, over what, and how many papers were there."""
    t, follow_up = kit.t, case.follow_up
    step = names.step(follow_up.procedure_code, follow_up.step_id)
    barriers = "; ".join(barrier_text(t, code) for code in follow_up.barriers)
    ready = len(follow_up.ticked_papers)
    parts = (
        t("dừng ở “{step}”", step=step) if step else "",
        t("vướng: {barriers}", barriers=barriers) if barriers else "",
        t("đã có {count} giấy", count=ready) if ready else "",
    )
    return DOT.join(part for part in parts if part)


def _due_cell(kit: StaffKit, case: Case, today: date) -> Cell:
    t, follow_up = kit.t, case.follow_up
    planned = t("đợt {when}", when=trip_text(t, case.trip)) if case.trip else ""
    below = ", ".join(part for part in (planned, wish_text(t, follow_up)) if part)
    tone = Tone.RED if follow_up.due <= today else None
    return Cell(due_text(t, follow_up.due, today), tone=tone, strong=True, detail=below)
