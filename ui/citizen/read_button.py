"""The button "Đọc to", which says "Dừng" for as long as the page is being read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.citizen import wishes
from ui.citizen.screen import ScreenKit
from ui.widgets.text_flow import TextFlow
from ui.widgets.touch_button import TouchButton

_READ, _STOP = (N_("Đọc to"), "speaker-high"), (N_("Dừng"), "stop")


class ReadButton(TouchButton):
    """Wishes ReadAloud; its width stays the same, and without words it is the icon alone."""

    def __init__(
        self, kit: ScreenKit, *, with_words: bool = True, parent: QWidget | None = None
    ) -> None:
        name = kit.t(_READ[0])
        super().__init__(
            kit.theme,
            name if with_words else "",
            icon=_READ[1],
            name=name,
            payload=wishes.ReadAloud(),
            parent=parent,
        )
        self._kit = kit
        self._with_words = with_words

    def show_reading(self, is_reading: bool) -> None:
        """Offer to stop while the page is being read."""
        label, icon = _STOP if is_reading else _READ
        name = self._kit.t(label)
        self.rename(name)
        self.set_text(name if self._with_words else "")
        self.set_icon(icon)

    def flows(self) -> tuple[TextFlow, ...]:
        """Return nothing: it does not belong to what a page says."""
        return ()
