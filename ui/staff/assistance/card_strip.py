"""The strip above the form: what a card or a telephone told, and who it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.services.people import KnownPerson
from ui.accessibility import announce
from ui.staff.arrange import column, icon_line, row
from ui.staff.models import CardNews, Names
from ui.staff.phrases import known_text, stopped_text
from ui.staff.screen import StaffKit
from ui.staff.wishes import OpenPerson, ThatIsThem
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton

_MOST_KNOWN, _MOST_CASES = 2, 3


class CardStrip(QWidget):
    """Hidden while there is no news.

    Signals: `wished` carries a wish about one person; `forgotten` when staff wave the news away.
    """

    wished = Signal(object)
    forgotten = Signal()

    def __init__(self, kit: StaffKit, names: Names, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._names = names
        self._number = 0
        self._card: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_news(self, news: CardNews | None) -> None:
        """Show the newest news; the same again changes nothing."""
        number = news.number if news is not None else 0
        if number == self._number:
            return
        self._number = number
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        self.setVisible(news is not None)
        if news is not None:
            self._card = self._made(news)
            self._column.addWidget(self._card)
            self._card.show()
            announce(self, news.text)

    def _made(self, news: CardNews) -> Card:
        theme = self._kit.theme
        card = Card(theme, ground="blue_tint")
        side, top = theme.padding * 4 // 5, theme.mm(1.5)
        card.body.setContentsMargins(side, top, top, top)
        card.body.setSpacing(theme.small_gap)
        head = icon_line(
            theme, "identification-card", news.text, tone=Tone.BLUE, role=TextRole.STRONG
        )
        warnings = [icon_line(theme, "warning-circle", w, tone=Tone.RED) for w in news.warnings]
        close = TouchButton(theme, self._kit.t("Bỏ"), icon="x-circle")
        close.activated.connect(self._on_close)
        known = news.known[:_MOST_KNOWN]
        first = [self._lines(known[0])] if known else []
        buttons = [*self._buttons(known[0], news)] if known else []
        card.add(self._row([head, *warnings, *first], [*buttons, close]))
        for other in known[1:]:
            card.add(self._row([self._lines(other)], self._buttons(other, news)))
        return card

    def _row(self, lines: Sequence[QWidget], buttons: Iterable[QWidget]) -> QWidget:
        theme = self._kit.theme
        told = column(theme, *lines, gap=theme.small_gap, rest=False)
        right = list(buttons)
        return row(theme, told, *right, shares=(1, *(0 for _ in right)), top=True)

    def _lines(self, known: KnownPerson) -> QWidget:
        t = self._kit.t
        cases = (stopped_text(t, self._names, case) for case in known.open_cases[:_MOST_CASES])
        return TextBlock(self._kit.theme, "\n".join((known_text(t, known), *cases)))

    def _buttons(self, known: KnownPerson, news: CardNews) -> Iterator[TouchButton]:
        t = self._kit.t
        if news.may_link and known.person is not None:
            yield self._button(t("Đúng người này"), "user-check", ThatIsThem(known.id))
        if news.may_open:
            yield self._button(t("Xem hồ sơ"), "arrow-right", OpenPerson(known.id))

    def _button(self, text: str, icon: str, wish: object) -> TouchButton:
        button = TouchButton(self._kit.theme, text, icon=icon, payload=wish)
        button.activated_with.connect(self.wished)
        return button

    @Slot()
    def _on_close(self) -> None:
        self.forgotten.emit()
