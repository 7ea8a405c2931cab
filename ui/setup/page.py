"""The base of the set-up pages: built from a model, emits wishes, keeps what was typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.setup.wishes import GoNext
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock


class SetupPage(QWidget):
    """One thing to set up. Signals: `wished` carries one dataclass of `ui.setup.wishes`."""

    wished = Signal(object)

    def __init__(
        self, kit: StaffKit, title: str, text: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kit = kit
        self.theme = kit.theme
        self.t = kit.t
        self.title = title
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(self.theme.gap)
        self.body.addWidget(TextBlock(self.theme, title, TextRole.TITLE))
        if text:
            self.body.addWidget(TextBlock(self.theme, text))

    @property
    def next_text(self) -> str:
        """What the button that goes on says; "" for none."""
        return self.t("Tiếp tục")

    def initial_focus(self) -> QWidget | None:
        """Return what gets the keyboard focus when the page opens; None leaves it unset."""
        return None

    def go_on(self) -> None:
        """Wish for what “Tiếp tục” means here: to save, or just the next page."""
        self.wished.emit(GoNext())

    def refresh(self, model: object) -> None:
        """Take over problems, lists and messages; what was typed stays."""
