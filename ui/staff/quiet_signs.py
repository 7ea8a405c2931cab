"""Who has not called and may be glad of help: a calm list above the queue, without a sound."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.domain.stuck import QuietSign
from ui.staff.arrange import icon_line
from ui.staff.models import Names
from ui.staff.phrases import DOT, place_text
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card

_MOST = 3


class QuietSigns(Card):
    """One line for each counter, the longest standing first; more than three are counted."""

    def __init__(
        self,
        kit: StaffKit,
        signs: Sequence[QuietSign],
        names: Names,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit.theme, ground="amber_tint", parent=parent)
        theme, t = kit.theme, kit.t
        top = theme.mm(2.0)
        self.body.setContentsMargins(theme.padding, top, theme.padding, top)
        for sign in signs[:_MOST]:
            place = place_text(t, names, sign.procedure_code, sign.step_id)
            text = t("{counter} có thể cần giúp", counter=sign.counter) + DOT + place
            self.add(icon_line(theme, "hand-heart", text, tone=Tone.AMBER, role=TextRole.STRONG))
        if len(signs) > _MOST:
            more = t("và {count} người nữa", count=len(signs) - _MOST)
            self.add(icon_line(theme, "dots-three", more, tone=Tone.AMBER))
