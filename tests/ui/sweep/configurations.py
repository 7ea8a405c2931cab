"""On which panels, with what text and in what scaling the screens are looked at.

Twelve configurations hold every pair of two values of different kinds for the citizen; staff have
landscape panels, one text size and one contrast. The full product is for `make sweep`. A scaling of
200 % halves the logical pixels of the same panel, so it needs a process of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from kiosk.services.language import Translator, stretched
from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme
from ui.theme.tokens import HIGH_CONTRAST, STANDARD, Audience, TextSize

PANELS = {
    "large": PanelMetrics(476.0, 1920, 1080),
    "small": PanelMetrics(344.0, 1366, 768),
    "portrait": PanelMetrics(268.0, 1080, 1920),
}
SIZES = {"normal": TextSize.NORMAL, "larger": TextSize.LARGE, "largest": TextSize.LARGEST}
CONTRASTS = {"standard": STANDARD, "contrast": HIGH_CONTRAST}
SCALES = {"100": 1, "200": 2}
STRINGS = ("plain", "stretched")


@dataclass(frozen=True, slots=True)
class Configuration:
    """One way to look at the screens; every field is a key of the tables above."""

    panel: str
    size: str
    contrast: str
    scale: str
    strings: str

    @property
    def name(self) -> str:
        """All values, joined by hyphens."""
        return f"{self.panel}-{self.size}-{self.contrast}-{self.scale}-{self.strings}"

    @property
    def scale_factor(self) -> int:
        """Physical pixels in one logical pixel."""
        return SCALES[self.scale]

    @property
    def metrics(self) -> PanelMetrics:
        """The panel in the logical pixels that the scaling leaves."""
        full, scale = PANELS[self.panel], self.scale_factor
        return PanelMetrics(full.width_mm, full.width_px // scale, full.height_px // scale)

    def theme(self, audience: Audience) -> Theme:
        """Return the theme of this configuration."""
        return Theme(self.metrics, CONTRASTS[self.contrast], SIZES[self.size], audience)

    def translator(self) -> Translator:
        """Return Vietnamese, or Vietnamese made longer by a third."""
        return stretched() if self.strings == "stretched" else Translator("vi", _unchanged)


def named(name: str) -> Configuration:
    """Return the configuration whose `name` this is."""
    return Configuration(*name.split("-"))


def _unchanged(message: str) -> str:
    return message


def _all(panels: tuple[str, ...], sizes: tuple[str, ...], contrasts: tuple[str, ...]) -> list[str]:
    parts = product(panels, sizes, contrasts, SCALES, STRINGS)
    return ["-".join(values) for values in parts]


CITIZEN_PAIRWISE = (
    "large-normal-standard-100-plain",
    "small-larger-standard-100-plain",
    "small-larger-contrast-100-stretched",
    "small-largest-contrast-100-stretched",
    "portrait-normal-contrast-100-stretched",
    "portrait-largest-standard-100-plain",
    "large-normal-contrast-200-stretched",
    "large-larger-contrast-200-stretched",
    "large-largest-contrast-200-plain",
    "small-normal-contrast-200-stretched",
    "portrait-larger-contrast-200-plain",
    "portrait-largest-standard-200-stretched",
)
CITIZEN_ALL = tuple(_all(tuple(PANELS), tuple(SIZES), tuple(CONTRASTS)))

STAFF_ALL = tuple(_all(("large", "small"), ("normal",), ("standard",)))
STAFF_PAIRWISE = (
    "large-normal-standard-100-plain",
    "large-normal-standard-200-stretched",
    "small-normal-standard-100-stretched",
    "small-normal-standard-200-plain",
)
