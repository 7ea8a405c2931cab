"""Translates millimetres of the calibrated panel into the logical pixels Qt lays out with.

The panel's width is measured once with a ruler at installation. Logical pixels already contain the
scaling of the operating system, so dividing by them cancels it: a 20 mm button stays 20 mm wide.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_ROUNDING = 1e-6

USUAL_PANEL_MM = 476.0
"""Width of a 21.5-inch panel, until the set-up has measured this one."""


@dataclass(frozen=True, slots=True)
class PanelMetrics:
    """One panel: its measured width in millimetres and its size in logical pixels."""

    width_mm: float
    width_px: int
    height_px: int

    def __post_init__(self) -> None:
        if self.width_mm <= 0 or self.width_px <= 0 or self.height_px <= 0:
            raise ValueError("a panel has a positive size")

    @property
    def px_per_mm(self) -> float:
        """Logical pixels in one millimetre; pixels are taken to be square."""
        return self.width_px / self.width_mm

    @property
    def height_mm(self) -> float:
        """Height of the panel in millimetres."""
        return self.height_px / self.px_per_mm

    @property
    def is_portrait(self) -> bool:
        """Whether the panel stands upright."""
        return self.height_px > self.width_px

    def mm(self, length: float) -> int:
        """Return whole pixels for `length` millimetres, rounded up: never less than asked for."""
        return math.ceil(length * self.px_per_mm - _ROUNDING)

    def to_mm(self, px: float) -> float:
        """Return the millimetres that `px` logical pixels cover."""
        return px / self.px_per_mm


USUAL_PANEL = PanelMetrics(USUAL_PANEL_MM, 1920, 1080)
"""The citizen's panel, where this process does not know it."""
