"""What a trip takes along: whom to ask, equipment, and forms with their number."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.need import Kit
from kiosk.services.language import Translator
from ui.staff.arrange import icon_line
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock


class KitCard(Card):
    """One line for each thing; says so when nothing special is needed."""

    def __init__(self, kit: StaffKit, shown: Kit, *, parent: QWidget | None = None) -> None:
        super().__init__(kit.theme, parent=parent)
        self._kit = kit
        self.add(TextBlock(kit.theme, kit.t("Chuẩn bị"), TextRole.HEADING))
        self._lines: QWidget | None = None
        self.show_kit(shown)

    def show_kit(self, shown: Kit) -> None:
        """Show another list."""
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._kit.theme.mm(1.0))
        for icon, text in kit_lines(self._kit.t, shown):
            column.addWidget(icon_line(self._kit.theme, icon, text, role=TextRole.BODY))
        self.add(self._lines)


def kit_lines(t: Translator, shown: Kit) -> list[tuple[str, str]]:
    """Return icon and words of each thing to see to."""
    lines = [("users", t("Mời cùng đi: {who}", who=t(who))) for who in shown.partners]
    lines += [("square", t(thing)) for thing in shown.equipment]
    lines += [("file-text", f"{form.title} × {form.count}") for form in shown.forms]
    return lines or [("check", t("Không cần mang gì thêm."))]
