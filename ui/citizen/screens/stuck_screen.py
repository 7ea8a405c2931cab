"""Being stuck: six barriers to point at, and what one may try before anybody comes."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.barrier import Barrier
from ui.accessibility import announce
from ui.citizen import wishes
from ui.citizen.blocks import marked, pushed_up
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import StuckModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.notice import Notice
from ui.widgets.picture import Picture
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_PAIR = 2


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
        if self.is_tight:
            self._lay_out_tight()
        else:
            self._lay_out_wide()
        self._show_hint()

    def _head(self) -> list[QWidget]:
        if self._model.step_differs:
            title = self.title(self.t("Không sao cả. Màn hình khác ở đâu?"))
        else:
            title = self.title(self.t("Không sao cả. Ông/bà đang vướng ở đâu?"))
        if self.is_tight:
            return [title]
        return [title, self.muted(self.t("Chạm điều giống nhất. Không rõ cũng không sao."))]

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

    def _lay_out_wide(self) -> None:
        """Grid and hint; the expected picture stands aside."""
        differs = self._model.step_differs
        upright = self.theme.metrics.is_portrait
        columns = 2 if differs or upright else 3
        grid = self.grid(
            list(self._buttons.values()), min_cell_mm=72.0, max_columns=columns, max_per_page=6
        )
        aside: QWidget | None = self._expected() if differs else None
        if aside is not None and not upright:
            aside = pushed_up([aside], 0)
        self.lay_out(self._head(), grid, actions=self._hint_row(), aside=aside, shares=(62, 38))

    def _lay_out_tight(self) -> None:
        """Pairs of barriers as blocks, the hint as the last of them."""
        buttons = list(self._buttons.values())
        pairs = [buttons[at : at + _PAIR] for at in range(0, len(buttons), _PAIR)]
        rows = [ButtonRows(self.theme, pair, most_columns=_PAIR) for pair in pairs]
        expected = [self._expected()] if self._model.step_differs else []
        self.lay_out(self._head(), [*expected, *rows, self._hint, self._helped])

    def _hint_row(self) -> QWidget:
        block = QWidget()
        row = QHBoxLayout(block)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.gap)
        row.addWidget(self._hint, 1)
        row.addWidget(self._helped)
        return block

    def _expected(self) -> Card:
        """Return what the portal should have shown."""
        model, card = self._model, Card(self.theme)
        if model.picture and not self.is_tight:
            room = self.theme.metrics.to_mm(screen_room(self.theme).height())
            height = room * (0.26 if self.theme.metrics.is_portrait else 0.5)
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
        if chosen and self.is_tight and self.pages is not None:
            self.pages.show_block(self._hint)
        self.wished.emit(wishes.TapBarrier(str(code), chosen))

    def _show_hint(self) -> None:
        """Show what to try for the barrier chosen last."""
        sentences = self._model.hints.get(self._chosen[-1], ()) if self._chosen else ()
        self._helped.setVisible(bool(sentences))
        if not sentences:
            self._hint.set_text(self.t("Chạm một điều, máy gợi ý cách thử."))
            return
        self._hint.set_text(f"**{self.t('Thử cách này trước:')}** {' '.join(sentences)}")
        announce(self, self._hint.text())
