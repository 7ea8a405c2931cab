"""Where something is done instead: the office's hours stand at its own desks and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.domain.procedure import Channel, NotHere, Procedure
from kiosk.domain.visit import Visit
from kiosk.services.catalogue import Catalogue
from tests.fakes import START, FakeClock
from tests.stories import BIRTH
from ui.citizen.model_builder import ModelBuilder
from ui.citizen.models import NotHereModel

HOURS = "Thứ Hai đến thứ Sáu: 8:00 – 11:30"
COUNTER_ONLY = replace(BIRTH, channel=Channel.COUNTER)
DESK = replace(BIRTH, not_here=(NotHere("Quầy hộ tịch của xã", (), at_office=True),))
POLICE = replace(BIRTH, not_here=(NotHere("Công an xã", ()),))


def place_of(procedure: Procedure) -> NotHereModel:
    """Return what the citizen is told of where to go."""
    office = replace(EXAMPLE_OFFICE, hours=HOURS)
    builder = ModelBuilder(Catalogue((procedure,)), office, FakeClock())
    place = Place(ScreenName.NOT_HERE, None, procedure.code)
    return builder.not_here(place, Visit("v-1", 1, START, procedure.code))


@pytest.mark.parametrize(
    ("procedure", "where", "hours"),
    [
        (COUNTER_ONLY, "Bộ phận Một cửa, UBND xã Ứng Hòa", HOURS),
        (DESK, "Quầy hộ tịch của xã", HOURS),
        (POLICE, "Công an xã", ""),
    ],
)
def test_hours_are_told_where_they_are_known(procedure: Procedure, where: str, hours: str) -> None:
    model = place_of(procedure)

    assert (model.where, model.hours) == (where, hours)
