"""Nothing is cut, crowded or out of reach on the three panels, at three sizes, stretched or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.support.leftovers import deliver_deletions
from tests.ui.citizen.fit import faults
from tests.ui.citizen.hands import Citizen
from tests.ui.states_citizen import citizen_states


@pytest.mark.parametrize(
    ("panel", "size", "stretch"),
    [
        ("large", 0, True),
        ("large", 2, False),
        ("small", 0, False),
        ("small", 1, True),
        ("small", 2, True),
        ("portrait", 1, False),
        ("portrait", 2, True),
    ],
)
def test_every_page_of_every_state_fits(qtbot: QtBot, panel: str, size: int, stretch: bool) -> None:
    citizen = Citizen(qtbot, panel, size, stretch=stretch)
    found = []
    for state in citizen_states(citizen.kit):
        screen = citizen.show_one(state)
        deliver_deletions()
        pages = getattr(screen, "pages", None)
        for page in range(pages.page_count if pages is not None else 1):
            if page and pages is not None:
                pages.next_page()
            QCoreApplication.sendPostedEvents()
            found += [f"{state.id} {page}: {f}" for f in faults(citizen.window, citizen.kit.theme)]
    assert found == []
