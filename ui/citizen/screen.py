"""The base of the citizen's screens: built from a model, emits wishes, decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.services.language import Translator
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class ScreenKit:
    """What every screen is given: the theme of this moment and the citizen's language."""

    theme: Theme
    t: Translator


class CitizenScreen(QWidget):
    """One full page between header and bar.

    Signals: `wished` carries one dataclass of `ui.citizen.wishes`.
    """

    wished = Signal(object)

    def __init__(self, kit: ScreenKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.theme = kit.theme
        self.t = kit.t
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(
            self.theme.margin, self.theme.section_gap, self.theme.margin, self.theme.section_gap
        )
        self.body.setSpacing(self.theme.gap)

    def initial_focus(self) -> QWidget | None:
        """Return what gets the keyboard focus when the screen opens; None leaves it unset."""
        return None

    def spoken_title(self) -> str:
        """Return the sentence announced to assistive technology when the screen opens."""
        return self.accessibleName()
