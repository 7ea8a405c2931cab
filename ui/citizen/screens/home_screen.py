"""The home screen: the search, the way in with a slip, eight life events, the skill lessons.

The way back to what was left stands in the bar.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.procedure import LifeEventCard
from ui.citizen import wishes
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import HomeModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.room import one_line_width, screen_room
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.button_style import Align
from ui.widgets.touch_button import ButtonKind, TouchButton

_LEAST_MM = 74.0
_WIDEST_MM = 600.0
_TOPICS = 3


class HomeScreen(PagedScreen):
    """Asks what is to be done today; tiles lose their examples before they need a second page."""

    def __init__(self, kit: ScreenKit, model: HomeModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        title = self.title(self.t("Ông/bà cần làm việc gì hôm nay?"))
        # Where there is room, the lessons have a card of their own at the foot.
        is_low = self.theme.is_compact or self.is_tight
        ways = self._ways_in(with_lessons=is_low)
        foot: list[QWidget] = (
            [] if is_low or not model.lesson_topics else [self._wide(self._lessons_card())]
        )
        head, tiles = self._tiles_that_fit(title, ways, foot)
        if title not in head:
            title.deleteLater()
        self.lay_out_choices(head, tiles, min_cell_mm=_LEAST_MM, max_columns=4, foot=foot)

    def _tiles_that_fit(
        self, title: QWidget, ways: QWidget, foot: list[QWidget]
    ) -> tuple[list[QWidget], list[TouchButton]]:
        """Return head and tiles that tell the most on one page; the title is the last to go.

        Where nothing brings them onto one page, the tiles are the lowest.
        """
        whole, bare = [title, ways], [ways]
        makers = (self._tile, self._smaller_tile, self._bare_tile, self._short_tile)
        forms = [(whole, make) for make in (makers[-1:] if self.is_tight else makers)]
        for head, make in (*forms, (bare, self._short_tile)):
            tiles = [make(card) for card in self._model.cards]
            fixed = [*head, *foot]
            if self.fit_on_one_page(fixed, tiles, min_cell_mm=_LEAST_MM, max_columns=4):
                return head, tiles
        return bare if self.is_tight else whole, tiles

    # Ways in beside the tiles

    def _ways_in(self, *, with_lessons: bool) -> QWidget:
        """Return the search and the way in with a slip; the lessons too on a low panel."""
        is_short = with_lessons and bool(self._model.lesson_topics)
        others = [self._slip(short=is_short)]
        if is_short:
            others.append(self._lessons(self.t("Học kỹ năng số")))
        ways = [self._search(beside=others, short=is_short), *others]
        return ButtonRows(self.theme, ways, widest_mm=_WIDEST_MM, first_widest=True)

    def _wide(self, button: TouchButton) -> ButtonRows:
        return ButtonRows(self.theme, [button], widest_mm=_WIDEST_MM)

    def _slip(self, *, short: bool) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                self.t("Tôi có phiếu hẹn"),
                icon="qr-code",
                kind=ButtonKind.SECONDARY,
                min_mm=self.theme.button_mm if short else self.theme.main_button_mm,
                payload=wishes.HaveSlip(),
            )
        )

    def _search(self, *, beside: Sequence[TouchButton], short: bool) -> TouchButton:
        """Return what looks like the field it leads to; its example goes first."""
        texts = [self.t("Gõ việc cần làm")]
        if not short:
            texts.insert(0, self.t("Gõ việc cần làm, ví dụ: “làm giấy khai sinh cho cháu”"))
        room = screen_room(self.theme).width()
        room -= sum(button.sizeHint().width() + self.theme.gap for button in beside)
        for text in texts:
            button = self.wishing(
                TouchButton(
                    self.theme,
                    text,
                    icon="magnifying-glass",
                    kind=ButtonKind.FIELD,
                    role=TextRole.BODY,
                    align=Align.LEFT,
                    min_mm=self.theme.button_mm if short else self.theme.main_button_mm,
                    payload=wishes.OpenSearch(),
                )
            )
            if one_line_width(button, button.sizeHint().height()) <= room:
                break
        return button

    def _lessons_card(self) -> TouchButton:
        topics = " · ".join(self._model.lesson_topics[:_TOPICS])
        return self._lessons(self.t("Học kỹ năng số trong 5 phút"), topics)

    def _lessons(self, text: str, detail: str = "") -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                text,
                icon="student",
                trailing_icon="arrow-right",
                detail=detail,
                kind=ButtonKind.BANNER,
                payload=wishes.OpenLessons(),
            )
        )

    # Life events

    def _tile(self, card: LifeEventCard) -> TouchButton:
        return self._tile_in(card, self.choice_role, self.t(card.examples))

    def _smaller_tile(self, card: LifeEventCard) -> TouchButton:
        return self._tile_in(card, TextRole.STRONG, self.t(card.examples))

    def _bare_tile(self, card: LifeEventCard) -> TouchButton:
        return self._tile_in(card, TextRole.STRONG)

    def _tile_in(self, card: LifeEventCard, role: TextRole, examples: str = "") -> TouchButton:
        count = self._model.counts.get(card.event, 0)
        return self.wishing(
            TouchButton(
                self.theme,
                self.t(card.title),
                icon=card.icon,
                detail=examples,
                role=role,
                badge=self.t("{count} thủ tục", count=count),
                kind=ButtonKind.TILE,
                payload=wishes.OpenLifeEvent(card.event),
            )
        )

    def _short_tile(self, card: LifeEventCard) -> TouchButton:
        """Return a tile without examples and count, lower by far."""
        return self.wishing(
            TouchButton(
                self.theme,
                self.t(card.title),
                icon=card.icon,
                kind=ButtonKind.CHOICE,
                payload=wishes.OpenLifeEvent(card.event),
            )
        )
