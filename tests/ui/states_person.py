"""Every state of what a person keeps or hands over: a kept place, the screen.

They are made from the states that every procedure has, so that their words are as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk.domain.flow import ScreenName
from kiosk.domain.held_place import PLACE_TOLD, VALID_DAYS, PlaceProblem
from kiosk.domain.slip import PrintState
from kiosk.domain.staff import Role, Staff
from ui.citizen import models

State = tuple[str, ScreenName, object]
"""A name for the picture, the screen, and its model."""


def person_states(known: Mapping[str, object]) -> Iterator[State]:
    """Yield the states; `known` are the models of the others by name."""
    yield from _kept_places(known)
    yield from _take_overs()


def _kept_places(known: Mapping[str, object]) -> Iterator[State]:
    yield "fetch", ScreenName.FETCH, models.FetchModel(15, VALID_DAYS)
    for name in ("phone", "phone-longest"):
        phone = known[name]
        assert isinstance(phone, models.PhoneModel)
        yield f"{name}-keeps", ScreenName.PHONE, replace(phone, keeps_place=True)
    for name in ("waiting-ways-out", "waiting-nobody"):
        waiting = known[name]
        assert isinstance(waiting, models.WaitingModel)
        yield f"{name}-keeps", ScreenName.WAITING, replace(waiting, keeps_place=True)
    for name in ("procedure", "procedure-longest"):
        procedure = known[name]
        assert isinstance(procedure, models.ProcedureModel)
        for problem in (PlaceProblem.EXPIRED, PlaceProblem.PAPERS_CHANGED):
            told = replace(procedure, notice=PLACE_TOLD[problem])
            yield f"{name}-{problem.name.lower()}", ScreenName.PROCEDURE, told
    slip = known["slip-asking"]
    assert isinstance(slip, models.SlipModel)
    kept = replace(slip, valid_until=date(2026, 12, 7))
    yield "slip-place-came-out", ScreenName.SLIP, replace(kept, state=PrintState.CAME_OUT)
    yield "slip-place-kept", ScreenName.SLIP, replace(kept, state=PrintState.KEPT_AS_PDF)
    failed = known["slip-did-not"]
    assert isinstance(failed, models.SlipModel)
    yield "slip-place-did-not", ScreenName.SLIP, replace(failed, valid_until=kept.valid_until)
    unsaved = replace(failed, state=PrintState.SAVED, number="", code="", payload="", tries=1)
    yield "slip-not-made", ScreenName.SLIP, unsaved


def _take_overs() -> Iterator[State]:
    names = ("Nguyễn Thị Lan", "Trần Văn Minh", "Hoàng Thị Thanh Huyền", "Lê Thu", "Vũ Nam")
    staff = tuple(Staff(f"s{n}", name, Role.SUPPORTER, "") for n, name in enumerate(names))
    yield "take-over", ScreenName.TAKE_OVER, models.TakeOverModel(staff[:3])
    refused = models.TakeOverModel(staff, "s1", "Mã PIN chưa đúng. Nhập lại mã PIN.")
    yield "take-over-refused", ScreenName.TAKE_OVER, refused


def attended_states() -> Iterator[tuple[str, models.AttendedModel]]:
    """Yield what the top of the window may tell besides any page, by name."""
    until = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
    yield "taken", models.AttendedModel("Nguyễn Thị Lan")
    yield "taken-longest", models.AttendedModel("Hoàng Nguyễn Thị Thanh Huyền", until)
    yield "calm", models.AttendedModel(calm_until=until)
