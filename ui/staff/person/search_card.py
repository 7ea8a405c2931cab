"""Where a person is looked for: by telephone, by card, and among those found."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.services.people import KnownPerson
from ui.staff.field import Field
from ui.staff.models import PersonModel
from ui.staff.phrases import known_text
from ui.staff.screen import StaffKit
from ui.staff.wishes import FindPerson, LookWithCamera, OpenPerson
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.text_block import TextBlock
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import ButtonKind, TouchButton

_PHONE_LENGTH = 16
_PER_PAGE = 5


class SearchCard(QWidget):
    """Signals: `wished` carries one wish."""

    wished = Signal(object)

    def __init__(self, kit: StaffKit, model: PersonModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        theme, t = kit.theme, kit.t
        self.field = TextField(theme, max_length=_PHONE_LENGTH, name=t("Số điện thoại"))
        self.field.setText(model.typed)
        self.field.returnPressed.connect(self._on_find)
        self._line = Field(theme, t("Số điện thoại"), self.field)
        self._find = TouchButton(theme, t("Tìm"), icon="magnifying-glass", kind=ButtonKind.PRIMARY)
        self._find.activated.connect(self._on_find)
        self._found = PagedGrid(theme, t, min_cell_mm=80, max_columns=1, max_per_page=_PER_PAGE)
        self._lay_out(model)
        self.show_model(model)

    def _lay_out(self, model: PersonModel) -> None:
        theme, t = self._kit.theme, self._kit.t
        card = Card(theme)
        card.body.setSpacing(theme.gap)
        for widget in (self._line, self._find):
            card.add(widget)
        card.add(TextBlock(theme, t("Hoặc quét mã trên căn cước."), TextRole.STRONG))
        if model.has_camera:
            look = TouchButton(theme, t("Quét thẻ bằng camera"), icon="camera")
            look.activated.connect(self._on_look)
            card.add(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap)
        column.addWidget(card)
        column.addWidget(self._found, 1)

    def show_model(self, model: PersonModel) -> None:
        """Show who was found when there are several, and what is wrong with the number."""
        self._line.set_problem(model.problem)
        several = model.found if model.found and len(model.found) > 1 else ()
        self._found.set_items([self._choice(known, model) for known in several])

    def _choice(self, known: KnownPerson, model: PersonModel) -> TouchButton:
        button = TouchButton(
            self._kit.theme,
            known_text(self._kit.t, known),
            icon="user-circle",
            kind=ButtonKind.CHOICE,
            checkable=True,
            payload=OpenPerson(known.id),
        )
        button.setChecked(model.chosen is not None and model.chosen.id == known.id)
        button.activated_with.connect(self.wished)
        return button

    @Slot()
    def _on_find(self) -> None:
        self.wished.emit(FindPerson(self.field.text()))

    @Slot()
    def _on_look(self) -> None:
        self.wished.emit(LookWithCamera())
