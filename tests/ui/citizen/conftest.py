"""What the tests of the citizen's screens share."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.citizen.hands import Citizen


@pytest.fixture
def citizen(qtbot: QtBot) -> Citizen:
    """Return a citizen before the large panel, with normal text."""
    return Citizen(qtbot)
