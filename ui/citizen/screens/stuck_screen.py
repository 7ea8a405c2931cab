"""Being stuck: six barriers to point at, and what one may try before anybody comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.barrier import Barrier
from ui.accessibility import announce
from ui.citizen import wishes
from ui.citizen.blocks import marked, pushed_up
from ui.citizen.hint_row import HintRow
from ui.citizen.models import StuckModel
from ui.citizen.page_plan import PagePlan
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.notice import Notice
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.picture import Picture
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (62, 38)


class StuckScreen(PagedScreen):
    """Barriers toggle here at once, and the hint of the last one chosen is shown below them.

    After "Không giống" the expected picture stands beside them.
    """

    def __init__(self, kit: ScreenKit, model: StuckModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = ("stuck", tuple(barrier.code for barrier in model.barriers))
        self._model = model
        self._chosen = list(model.chosen)
        self._buttons = {barrier.code: self._barrier(barrier) for barrier in model.barriers}
        self._hint = Notice(self.theme, " ", "lightbulb")
        self._helped = self._helped_button()
        self._hint_row = HintRow(self.theme, self._hint, self._helped)
        self._pages_hint = self.is_tight or not self._fits()
        if self._pages_hint:
            self._lay_out_pages()
        else:
            self._lay_out_grid()
        self._show_hint()

    def _head(self) -> list[QWidget]:
        if self._model.step_differs:
            title = self.title(self.t("Không sao cả. Màn hình khác ở đâu?"))
        else:
            title = self.title(self.t("Không sao cả. Ông/bà đang vướng ở đâu?"))
        return self.head(title, below=self.t("Chạm điều giống nhất. Không rõ cũng không sao."))

    def _barrier(self, barrier: Barrier) -> TouchButton:
        button = TouchButton(
            self.theme,
            self.t(barrier.citizen_label),
            icon=barrier.icon,
            kind=ButtonKind.CHOICE,
            checkable=True,
            min_mm=self.theme.main_button_mm if self.is_tight or self.theme.is_compact else 29.0,
            payload=barrier.code,
        )
        button.setChecked(barrier.code in self._chosen)
        button.activated_with.connect(self._on_barrier)
        return button

    def _helped_button(self) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                self.t("Tôi làm được rồi"),
                icon="check",
                kind=ButtonKind.DONE,
                payload=wishes.GoBack(),
            )
        )

    @property
    def _has_aside(self) -> bool:
        return self._model.step_differs and not self.theme.metrics.is_portrait

    @property
    def _columns(self) -> int:
        return 2 if self._model.step_differs or self.theme.metrics.is_portrait else 3

    def _fits(self) -> bool:
        """Return whether all barriers and the longest hint stand on one page."""
        plan = PagePlan(self.theme, _SHARES if self._has_aside else None, None)
        gap, buttons = self.theme.gap, list(self._buttons.values())
        cell = (plan.width - (self._columns - 1) * gap) // self._columns
        if cell < max(button.minimumSizeHint().width() for button in buttons):
            return False
        row = max(button.heightForWidth(cell) for button in buttons)
        below = self._expected().heightForWidth(plan.width) if self._is_below else 0
        needed = -(-len(buttons) // self._columns) * (row + gap) + below + gap
        return needed + self._longest_hint(plan.width) <= plan.room_below(self._head())

    @property
    def _is_below(self) -> bool:
        return self._model.step_differs and not self._has_aside

    def _longest_hint(self, width: int) -> int:
        """Return the height of the hint that needs the most lines."""
        heights = []
        for sentences in self._model.hints.values():
            self._hint.set_text(self._hint_text(sentences))
            heights.append(self._hint_row.heightForWidth(width))
        return max(heights, default=0)

    def _lay_out_grid(self) -> None:
        """Grid and hint; the expected picture stands aside, or upright between them."""
        grid = PagedGrid(
            self.theme, self.t, min_cell_mm=40.0, max_columns=self._columns, max_per_page=6
        )
        grid.set_items(list(self._buttons.values()))
        aside = self._expected() if self._model.step_differs else None
        self.lay_out(
            self._head(),
            grid,
            actions=self._hint_row,
            aside=pushed_up([aside], 0) if aside is not None and self._has_aside else aside,
            shares=_SHARES,
        )

    def _lay_out_pages(self) -> None:
        """Pairs of barriers as blocks, the hint as the last of them."""
        expected = [self._expected()] if self._model.step_differs else []
        pairs = self.pairs(list(self._buttons.values()))
        self.lay_out(self._head(), [*expected, *pairs, self._hint_row])

    def _expected(self) -> Card:
        """Return what the portal should have shown."""
        model, card = self._model, Card(self.theme)
        if model.picture and not self.is_tight:
            room = self.theme.metrics.to_mm(screen_room(self.theme).height())
            height = room * (0.5 if self._has_aside else 0.22)
            card.add(Picture(self.theme, model.picture, model.picture_alt, max_height_mm=height))
        mark = IconMark(self.theme, "eye", size_mm=12.0)
        text = TextBlock(self.theme, model.expect, bold_quotes=True)
        card.add(marked(mark, text, self.theme.gap))
        return card

    # Choosing

    @Slot(object)
    def _on_barrier(self, code: object) -> None:
        chosen = self._buttons[str(code)].isChecked()
        self._chosen = [known for known in self._chosen if known != code]
        if chosen:
            self._chosen.append(str(code))
        self._show_hint()
        if chosen and self._pages_hint and self.pages is not None:
            self.pages.show_block(self._hint_row)
        self.wished.emit(wishes.TapBarrier(str(code), chosen))

    def _show_hint(self) -> None:
        """Show what to try for the barrier chosen last."""
        sentences = self._model.hints.get(self._chosen[-1], ()) if self._chosen else ()
        self._helped.setVisible(bool(sentences))
        if not sentences:
            self._hint.set_text(self.t("Chạm một điều, máy gợi ý cách thử."))
            return
        self._hint.set_text(self._hint_text(sentences))
        announce(self, self._hint.text())

    def _hint_text(self, sentences: Sequence[str]) -> str:
        advice = " ".join(self.t(sentence) for sentence in sentences)
        # Babel finds no text inside an f-string.
        first = self.t("Thử cách này trước:")
        return f"**{first}** {advice}"
