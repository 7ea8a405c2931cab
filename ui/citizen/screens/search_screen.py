"""Finding by one's own words: the field, the best answers while typing, and the keys below them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.citizen import wishes
from ui.citizen.answer_area import AnswerArea
from ui.citizen.answer_parts import answer_parts
from ui.citizen.models import SearchModel
from ui.citizen.room import page_margin, screen_room
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.citizen.search_field import SearchField
from ui.keyboard.keyboard_panel import KeyboardPanel
from ui.keyboard.line_target import LineTarget
from ui.widgets.paged_area import PagedArea, PagePlace
from ui.widgets.touch_button import TouchButton


@dataclass(frozen=True, slots=True)
class SearchMemory:
    """What the search recalls when it is built anew; of the text itself the shell knows."""

    is_typing: bool
    cursor: int
    place: PagePlace | None = None


class SearchScreen(CitizenScreen):
    """Answers at every key. “Tìm” or a real keyboard take the keys away, a touch brings them back.

    It opens with the keys when nothing was typed yet, and without them when someone comes back.
    """

    def __init__(self, kit: ScreenKit, model: SearchModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = "search"
        self.setAccessibleName(self.t("Tìm việc cần làm"))
        self._model = model
        self._is_typing = not model.text
        self.field = self._make_field(model.text)
        self._clear = self._tool("x-circle", self.t("Xóa chữ đã gõ"))
        self._clear.activated.connect(self._on_clear)
        self._open_keys = self._tool("keyboard", self.t("Mở bàn phím"))
        self._open_keys.activated.connect(self._on_open_keys)
        self.area = AnswerArea(kit)
        self.area.wished.connect(self._on_chosen)
        self.keys = KeyboardPanel(self.theme, self.t, done_text=self.t("Tìm"))
        self.keys.typist.aim_at(LineTarget(self.field))
        self.keys.done.connect(self._on_done)
        self._lay_out()
        self._arrange()

    @property
    def pages(self) -> PagedArea | None:
        """What turns pages, if the answer has any."""
        return self.area.pages

    @property
    def is_typing(self) -> bool:
        """Whether the keys are shown."""
        return self._is_typing

    def initial_focus(self) -> QWidget | None:
        return self.field

    def refresh(self, model: object) -> bool:
        """Show a newer answer in place; the field is ahead of it and stays as it is."""
        if not isinstance(model, SearchModel):
            return False
        self._model = model
        self._show_answer()
        return True

    def memory(self) -> object:
        """Return whether the keys are shown, where the cursor is, and the page of the answer."""
        place = self.pages.place() if self.pages is not None else None
        return SearchMemory(self._is_typing, self.field.cursorPosition(), place)

    def recall(self, memory: object) -> None:
        if isinstance(memory, SearchMemory):
            self._is_typing = memory.is_typing
            self.field.setCursorPosition(memory.cursor)
            self._arrange()
            if memory.place is not None and self.pages is not None:
                self.pages.return_to(memory.place)

    # Parts

    def _make_field(self, text: str) -> SearchField:
        field = SearchField(self.theme, self.t("Việc cần làm"), self.t("Gõ việc cần làm"))
        field.setText(text)
        field.textChanged.connect(self._on_text)
        field.returnPressed.connect(self._on_done)
        field.touched.connect(self._on_open_keys)
        field.hand_typed.connect(self._on_hand_typed)
        return field

    def _tool(self, icon: str, name: str) -> TouchButton:
        return TouchButton(self.theme, "", icon=icon, name=name)

    def _lay_out(self) -> None:
        side, top = self.theme.margin, page_margin(self.theme)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(self.theme.gap)
        row.addWidget(self.field, 1)
        for tool in (self._clear, self._open_keys):
            row.addWidget(tool, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setContentsMargins(side, top, side, top)
        column.setSpacing(self.theme.gap)
        column.addLayout(row)
        column.addWidget(self.area, 1)
        self.body.addLayout(column, 1)
        self.body.addWidget(self.keys)

    def _arrange(self) -> None:
        """Show the keys or take them away, and give the answer the room that is left."""
        self.area.clear()
        self.keys.setVisible(self._is_typing)
        self._clear.setVisible(self._is_typing)
        self._open_keys.setVisible(not self._is_typing)
        self.body.activate()
        self._show_answer()

    def _show_answer(self) -> None:
        parts = answer_parts(self._model, self.t)
        self.area.show_answer(parts, self._room(), is_typing=self._is_typing)

    def _room(self) -> QSize:
        """Return the size of the area below the field, known before the screen is shown."""
        room = screen_room(self.theme)
        row = (self.field, self._clear, self._open_keys)
        used = max(part.sizeHint().height() for part in row) + self.theme.gap
        keys = self.keys.height() if self._is_typing else 0
        return QSize(room.width(), room.height() - used - keys)

    def _set_typing(self, is_typing: bool) -> None:
        if is_typing != self._is_typing:
            self._is_typing = is_typing
            self._arrange()

    # What happens

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.wished.emit(wishes.SearchFor(text))

    @Slot()
    def _on_clear(self) -> None:
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_open_keys(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._set_typing(True)

    @Slot()
    def _on_hand_typed(self) -> None:
        self._set_typing(False)

    @Slot()
    def _on_done(self) -> None:
        self._set_typing(False)

    @Slot(object)
    def _on_chosen(self, wish: object) -> None:
        """Pass a choice on; an example is put into the field, which asks for it."""
        if isinstance(wish, wishes.SearchFor):
            self._set_typing(False)
            self.field.setText(wish.text)
        else:
            # Who comes back reads on, and has the keys again at a touch.
            self._is_typing = False
            self.wished.emit(wish)
