"""Where a procedure is done when not at this machine; knowing that is a good end of a visit."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.blocks import grouped
from ui.citizen.models import NotHereModel
from ui.citizen.office_word import UNSURE_REST
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.promise import bring_card, bring_list, hours_line, marked_line, phone_line
from ui.citizen.screen import ScreenKit
from ui.widgets.card import Card
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (58, 42)


class NotHereScreen(PagedScreen):
    """The place, its hours, what to bring, and the slip of it."""

    def __init__(self, kit: ScreenKit, model: NotHereModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.subject = model.procedure.code
        above = self.t("{title}: ông/bà đến", title=model.procedure.title)
        head = self.head(self.title(model.where), above=above)
        aside = None
        if model.papers:
            aside = self.aside_that_fits(partial(bring_card, kit, model.papers), _SHARES)
        content = self._place(model)
        if aside is None:
            content += bring_list(kit, model.papers)
        self.lay_out(head, content, actions=self._actions(), aside=aside, shares=_SHARES)

    def _place(self, model: NotHereModel) -> list[QWidget]:
        """Return what is said about the place, on a card where a card fits."""
        lines: list[QWidget] = [TextBlock(self.theme, line) for line in model.say if line]
        hours = model.hours or self.t("Giờ làm: hỏi cán bộ")
        lines.append(hours_line(self.kit, hours))
        lines += phone_line(self.kit, model.phone)
        if model.is_unsure:
            lines.append(marked_line(self.kit, "info", self.t(UNSURE_REST)))
        if self.is_tight:
            return lines
        card = Card(self.theme)
        card.add(grouped(lines, self.theme.small_gap))
        return [card]

    def _actions(self) -> QWidget:
        return self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("In tờ giấy cần mang"),
                    icon="printer",
                    kind=ButtonKind.PRIMARY,
                    payload=wishes.PrintPapers(),
                ),
                TouchButton(
                    self.theme,
                    self.t("Xong, không cần in"),
                    min_mm=self.theme.main_button_mm,
                    payload=wishes.Finish(),
                ),
            ]
        )
