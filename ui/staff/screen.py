"""The base of the staff screens: built from a model, emits wishes, decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.services.language import Translator
from ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class StaffKit:
    """What every staff screen is given: the theme and the console's language."""

    theme: Theme
    t: Translator


class StaffScreen(QWidget):
    """One page beside the rail.

    Signals: `wished` carries one dataclass of `ui.staff.wishes`.
    """

    wished = Signal(object)

    def __init__(self, kit: StaffKit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.theme = kit.theme
        self.t = kit.t
        self.body = QVBoxLayout(self)
        margin = self.theme.margin
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(self.theme.gap)

    def initial_focus(self) -> QWidget | None:
        """Return what gets the keyboard focus when the page opens; None leaves it unset."""
        return None
