"""Being stuck: six barriers to point at, and what one may try before anybody comes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kiosk.domain.barrier import Barrier
from kiosk.domain.words import N_
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
_CHOOSE = N_("Chạm một điều, máy gợi ý cách thử.")


class _Expected(Enum):
    """Where the page shows what the portal should have shown."""

    NOWHERE = auto()
    ASIDE = auto()
    BELOW = auto()
    IN_HEAD = auto()


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
        self._hint_row = HintRow(
            self.theme, self._hint, self._staff_button(), self._helped_button()
        )
        place = next(filter(self._fits, self._places()), None)
        self._pages_hint = place is None
        if place is None:
            self._lay_out_pages()
        else:
            self._lay_out_grid(place)
        self._show_hint()

    def _places(self) -> tuple[_Expected, ...]:
        """Return where the expected picture may stand, best first; none on a tight page."""
        if self.is_tight:
            return ()
        if not self._model.step_differs:
            return (_Expected.NOWHERE,)
        upright = self.theme.metrics.is_portrait
        return (_Expected.BELOW if upright else _Expected.ASIDE, _Expected.IN_HEAD)

    def _head(self, place: _Expected = _Expected.NOWHERE) -> list[QWidget]:
        if self._model.step_differs:
            title = self.title(self.t("Không sao cả. Màn hình khác ở đâu?"))
        else:
            title = self.title(self.t("Không sao cả. Ông/bà đang vướng ở đâu?"))
        if place is _Expected.IN_HEAD:
            return [title, self._expected(place)]
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

    def _staff_button(self) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                self.t("Tôi là cán bộ"),
                icon="user-check",
                payload=wishes.AskTakeOver(),
            )
        )

    def _columns(self, place: _Expected) -> int:
        return 2 if place is _Expected.ASIDE or self.theme.metrics.is_portrait else 3

    def _fits(self, place: _Expected) -> bool:
        """Return whether all barriers and the longest hint stand on one page."""
        plan = PagePlan(self.theme, _SHARES if place is _Expected.ASIDE else None, None)
        gap, buttons, columns = self.theme.gap, list(self._buttons.values()), self._columns(place)
        cell = (plan.width - (columns - 1) * gap) // columns
        if cell < max(button.minimumSizeHint().width() for button in buttons):
            return False
        row = max(button.heightForWidth(cell) for button in buttons)
        below = place is _Expected.BELOW
        picture = self._expected(place).heightForWidth(plan.width) + gap if below else 0
        needed = -(-len(buttons) // columns) * (row + gap) + picture
        return needed + self._longest_hint(plan.width) <= plan.room_below(self._head(place))

    def _longest_hint(self, width: int) -> int:
        """Return the height of the hint that needs the most lines."""
        self._hint.set_text(self.t(_CHOOSE))
        heights = [self._hint_row.heightForWidth(width)]
        self._hint_row.show_helped(has_hint=True)
        for sentences in self._model.hints.values():
            self._hint.set_text(self._hint_text(sentences))
            heights.append(self._hint_row.heightForWidth(width))
        self._hint_row.show_helped(has_hint=False)
        return max(heights)

    def _lay_out_grid(self, place: _Expected) -> None:
        """Grid and hint, with what was expected in its place."""
        columns = self._columns(place)
        grid = PagedGrid(self.theme, self.t, min_cell_mm=40.0, max_columns=columns, max_per_page=6)
        grid.set_items(list(self._buttons.values()))
        aside: QWidget | None = None
        if place is _Expected.ASIDE:
            aside = pushed_up([self._expected(place)], 0)
        elif place is _Expected.BELOW:
            aside = self._expected(place)
        self.lay_out(self._head(place), grid, actions=self._hint_row, aside=aside, shares=_SHARES)

    def _lay_out_pages(self) -> None:
        """Pairs of barriers as blocks, the hint as the last of them."""
        expected = [self._expected(_Expected.IN_HEAD)] if self._model.step_differs else []
        pairs = self.pairs(list(self._buttons.values()))
        self.lay_out(self._head(), [*expected, *pairs, self._hint_row])

    def _expected(self, place: _Expected) -> Card:
        """Return what the portal should have shown; the words alone in the head."""
        model, card = self._model, Card(self.theme)
        if model.picture and place is not _Expected.IN_HEAD:
            room = self.theme.metrics.to_mm(screen_room(self.theme).height())
            height = room * (0.5 if place is _Expected.ASIDE else 0.22)
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
        self._hint_row.show_helped(has_hint=bool(sentences))
        if not sentences:
            self._hint.set_text(self.t(_CHOOSE))
            return
        self._hint.set_text(self._hint_text(sentences))
        announce(self, self._hint.text())

    def _hint_text(self, sentences: Sequence[str]) -> str:
        advice = " ".join(self.t(sentence) for sentence in sentences)
        # Babel finds no text inside an f-string.
        first = self.t("Thử cách này trước:")
        return f"**{first}** {advice}"
