"""The base of the staff screens: built from a model, emits wishes, decides nothing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.services.language import Translator
from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme
from ui.theme.tokens import Audience, TextSize


def staff_theme(metrics: PanelMetrics) -> Theme:
    """Return the console's theme: larger text where the panel has room for it."""
    usual = Theme(metrics, audience=Audience.STAFF)
    if usual.is_compact:
        return usual
    return Theme(metrics, text_size=TextSize.LARGE, audience=Audience.STAFF)


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
        self._content: QWidget | None = None

    def show_content(self, content: QWidget) -> None:
        """Put `content` in the place of what was shown so far, which is thrown away."""
        if self._content is not None:
            self._content.hide()
            self.body.removeWidget(self._content)
            self._content.deleteLater()
        self._content = content
        self.body.addWidget(content, 1)

    def initial_focus(self) -> QWidget | None:
        """Return what gets the keyboard focus when the page opens; None leaves it unset."""
        return None

    def refresh(self, model: object) -> bool:
        """Take over a newer model in place and return True, or False to be built anew.

        What is typed, the page shown and the keyboard focus stay as they are.
        """
        return False
