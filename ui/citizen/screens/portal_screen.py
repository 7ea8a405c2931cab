"""The split: the guided step beside the live page, above it where the panel stands upright."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.citizen.room import page_margin
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.keyboard.keyboard_panel import KeyboardPanel
from ui.keyboard.layouts import Layer
from ui.portal.guide_column import GuideColumn
from ui.portal.models import FieldKind, FollowLook, PageLook, PageNews, PortalModel
from ui.portal.page_typing import PageTyping
from ui.portal.pane import PortalPane
from ui.portal.split import Split
from ui.widgets.paged_area import PagePlace

_DIGITS_FIRST = (FieldKind.NUMBER, FieldKind.CODE)


class PortalScreen(CitizenScreen):
    """Forty parts for the guide, sixty for the page, and the keys below both while one types.

    Signals: `keys_done` when “Xong” is pressed on the keyboard.
    """

    keys_done = Signal()

    def __init__(self, kit: ScreenKit, model: PortalModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        step = model.step
        self.subject = (step.procedure.code, step.step.id)
        self.setAccessibleName(step.step.title)
        self.guide = GuideColumn(kit, step, model.follow)
        self.pane = PortalPane(kit, model.page, model.news)
        for part in (self.guide, self.pane):
            part.wished.connect(self.wished)
        self._keys: KeyboardPanel | None = None
        self._split = Split(self.theme, self.guide, self.pane)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(self.theme.small_gap)
        self.body.addWidget(self._split, 1)
        self._make_room(for_keys=False)

    def take(self, look: PageLook) -> bool:
        """Show the page's next moment; return whether something else stands in its place now."""
        return self.pane.take(look)

    def tell(self, news: PageNews | None) -> None:
        """Tell something above the page, or nothing any more."""
        self.pane.tell(news)

    def follow(self, look: FollowLook) -> None:
        """Tell how the page stands to the step."""
        self.guide.follow(look)

    def hold(self, view: QWidget) -> None:
        """Give the live page its place."""
        self.pane.slot.hold(view)

    def release(self) -> None:
        """Take the live page out before this screen goes."""
        self.pane.slot.release()

    def show_keys(self, target: PageTyping) -> bool:
        """Show the keys for the field in focus; return whether they were not there before."""
        if self._keys is None:
            self._keys = self._make_keys()
        layer = Layer.SIGNS if target.kind in _DIGITS_FIRST else Layer.LETTERS
        self._keys.typist.aim_at(target)
        self._keys.show_layer(layer)
        was_hidden = self._keys.isHidden()
        # First the room: words that are to go must not be squeezed on their way out.
        self._make_room(for_keys=True)
        self._keys.show()
        return was_hidden

    def hide_keys(self) -> bool:
        """Take the keys away; return whether they were there."""
        if self._keys is None or self._keys.isHidden():
            return False
        self._keys.typist.aim_at(None)
        self._keys.hide()
        self.body.activate()  # words come back into the room that they will have
        self._make_room(for_keys=False)
        return True

    def offer_help(self) -> None:
        """Offer help in one sentence above the words."""
        self.guide.offer_help()

    def _make_keys(self) -> KeyboardPanel:
        keys = KeyboardPanel(
            self.theme, self.t, done_text=self.t("Xong"), with_shift=True, parent=self
        )
        keys.done.connect(self.keys_done)
        keys.hide()
        self.body.addWidget(keys)
        return keys

    def _make_room(self, *, for_keys: bool) -> None:
        """Give the page all the room above the keys; only an upright panel has some to spare."""
        alone = for_keys and not self.theme.metrics.is_portrait
        side, top = self.theme.margin, page_margin(self.theme)
        self._split.setContentsMargins(side, top, side, 0 if for_keys else top)
        self._split.show_second_alone(alone)
        self.pane.be_brief(alone)

    def memory(self) -> object:
        """Return where the guide's words stand."""
        return self.guide.body.place()

    def recall(self, memory: object) -> None:
        """Turn to the words that were shown."""
        if isinstance(memory, PagePlace):
            self.guide.body.return_to(memory)
