"""One state of a citizen's screen: a name for its picture, the screen, and its model."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.domain.flow import ScreenName


class State(NamedTuple):
    """What a screen is to be shown with."""

    id: str
    name: ScreenName
    model: object
