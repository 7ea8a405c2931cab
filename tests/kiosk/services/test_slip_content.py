"""The words of a slip: where its hours are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.domain.procedure import NotHere
from kiosk.domain.slip import Slip, SlipKind
from kiosk.services.slip_content import SlipFacts, papers_content
from tests.stories import BIRTH

HOURS = "7 giờ 30 đến 17 giờ"
DESK = "Bộ phận một cửa, quầy 3"


@pytest.mark.parametrize(
    ("where", "told"), [("", HOURS), (DESK, HOURS), ("Công an xã", ""), ("Nơi khác", "")]
)
def test_hours_are_told_for_the_offices_own_desks(where: str, told: str) -> None:
    places = (*BIRTH.not_here, NotHere(DESK, (), at_office=True))
    office = replace(EXAMPLE_OFFICE, hours=HOURS)
    facts = SlipFacts(office, "Quầy 1", BIRTH.title, replace(BIRTH, not_here=places), "")
    slip = Slip(
        id="s1",
        number="2026-11-0001",
        version=1,
        kind=SlipKind.PAPERS,
        code="",
        payload="",
        issued_at=datetime(2026, 11, 25, 2, 0, tzinfo=UTC),
        issued_by="",
        procedure_code=BIRTH.code,
        where=where,
    )
    assert papers_content(slip, facts).hours == told
