"""A tinted panel that tells one thing worth knowing, with an icon beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, Tone, tone_colours
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock


class Notice(Card):
    """Text in a tone; `**bold**` is understood."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        icon: str = "",
        tone: Tone | str = Tone.BLUE,
        *,
        role: TextRole = TextRole.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, ground=tone_colours(tone).ground, parent=parent)
        self._icon, self._tone = icon, tone
        self._beside = 0
        self._text = TextBlock(theme, text, role)
        side, top = theme.padding * 4 // 5, theme.mm(2.0 if theme.is_staff else 3.0)
        self.body.setContentsMargins(side, top, side, top)
        row = QHBoxLayout()
        row.setSpacing(theme.small_gap * 3 // 2)
        if icon:
            size_mm = theme.metrics.to_mm(theme.line_px(role)) * 1.05
            mark = IconMark(theme, icon, size_mm=size_mm, tone=tone, bare=True)
            self._beside = mark.sizeHint().width() + row.spacing()
            row.addWidget(mark)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)

    def text(self) -> str:
        """Return the text without its marks."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Tell another thing."""
        self._text.set_text(text)

    # In parts, where it is higher than a page

    def told(self) -> str:
        """Return the text."""
        return self.text()

    def parts(self, width: int, height: int) -> list[Notice]:
        """Return notices that tell the text one after the other, each within `height` pixels."""
        around = self.body.contentsMargins()
        room = width - around.left() - around.right() - self._beside
        texts = self._text.texts(room, height - around.top() - around.bottom())
        role = self._text.role
        return [Notice(self._theme, text, self._icon, self._tone, role=role) for text in texts]

    def join(self) -> None:
        """Do nothing: the parts are notices of their own."""
