"""How the citizen wants to see the screen; the next person starts with the defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.services.language import Translator
from ui.citizen.models import CustomizeModel
from ui.citizen.screen import ScreenKit
from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme
from ui.theme.tokens import HIGH_CONTRAST, STANDARD, TextSize

TEXT_SIZES = tuple(TextSize)


DEFAULT_LOOKS = CustomizeModel(text_size=0, high_contrast=False, language="vi")


class KitMaker:
    """Makes the kit of each look once and keeps it, because fonts and icons are costly."""

    def __init__(
        self,
        metrics: PanelMetrics,
        translators: Mapping[str, Translator],
        speaks: Callable[[str], bool],
    ) -> None:
        self._metrics = metrics
        self._translators = translators
        self._speaks = speaks
        self._themes: dict[tuple[int, bool], Theme] = {}

    def kit(self, looks: CustomizeModel) -> ScreenKit:
        """Return theme, translator and whether there is a voice for `looks`."""
        key = (looks.text_size, looks.high_contrast)
        if key not in self._themes:
            palette = HIGH_CONTRAST if looks.high_contrast else STANDARD
            size = TEXT_SIZES[looks.text_size]
            self._themes[key] = Theme(self._metrics, palette, size)
        t = self._translators[looks.language]
        return ScreenKit(self._themes[key], t, speaks=self._speaks(t.language))
