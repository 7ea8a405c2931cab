"""The base of the citizen's screens: built from a model, emits wishes, decides nothing."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.services.language import Translator
from ui.theme.theme import Theme
from ui.widgets.touch_button import TouchButton


@dataclass(frozen=True, slots=True)
class ScreenKit:
    """What every screen is given: the theme of this moment and the citizen's language.

    `speaks` tells whether there is a voice for this language.
    """

    theme: Theme
    t: Translator
    speaks: bool = False


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
        self.subject: Hashable = None
        """What the page is about; a page built anew for the same subject gets `recall`."""
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

    def refresh(self, model: object) -> bool:
        """Take a newer model of the page that is shown in place; return whether that was done."""
        return False

    def memory(self) -> object:
        """Return what the same page, built anew in another size or language, should recall."""
        return None

    def recall(self, memory: object) -> None:
        """Take up what the page it replaces has remembered."""

    def wishing(self, button: TouchButton) -> TouchButton:
        """Have `button` emit the wish it carries as payload, and return it."""
        button.activated_with.connect(self.wished)
        return button
