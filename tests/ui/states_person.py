"""Every state of what a person keeps or hands over: a kept place.

They are made from the states that every procedure has, so that their words are as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from kiosk.domain.flow import ScreenName
from kiosk.domain.held_place import PLACE_TOLD, VALID_DAYS, PlaceProblem
from kiosk.domain.slip import PrintState
from ui.citizen import models

State = tuple[str, ScreenName, object]
"""A name for the picture, the screen, and its model."""


def person_states(known: Mapping[str, object]) -> Iterator[State]:
    """Yield the states; `known` are the models of the others by name."""
    yield from _kept_places(known)


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
