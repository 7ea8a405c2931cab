"""Five faces for "Hôm nay có dễ làm không?"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from kiosk.domain.visit import EASE_LABELS
from ui.citizen import wishes
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SIDE_MM = 20.0


class FaceRow(QWidget):
    """Faces from very hard to very easy; `ease` is the one chosen, 0 for none.

    Every face has its words below it where they fit into `width` pixels, else only the two ends.

    Signals: `rated` carries the wish Rate.
    """

    rated = Signal(object)

    def __init__(
        self, kit: ScreenKit, ease: int, width: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self.faces = tuple(self._face(n) for n in range(1, len(EASE_LABELS) + 1))
        group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(kit.theme.mm(3.0))
        grid.setVerticalSpacing(kit.theme.mm(1.0))
        for column, face in enumerate(self.faces):
            face.setChecked(column + 1 == ease)
            group.addButton(face)
            grid.addWidget(face, 0, column, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnStretch(column, 1)
        self._label(grid, width)

    def _face(self, ease: int) -> TouchButton:
        button = TouchButton(
            self._kit.theme,
            "",
            icon=f"face-{ease}",
            name=self._kit.t(EASE_LABELS[ease - 1]),
            kind=ButtonKind.CHOICE,
            checkable=True,
            min_mm=_SIDE_MM,
            payload=wishes.Rate(ease),
        )
        button.activated_with.connect(self.rated)
        return button

    def _label(self, grid: QGridLayout, width: int) -> None:
        theme, count = self._kit.theme, len(self.faces)
        centre, left, right = (
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignRight,
        )
        texts = [self._kit.t(label) for label in EASE_LABELS]
        labels = [TextBlock(theme, text, TextRole.CAPTION, align=centre) for text in texts]
        cell = (width - (count - 1) * theme.mm(3.0)) // count
        if all(label.sizeHint().width() <= cell for label in labels):
            for column, label in enumerate(labels):
                grid.addWidget(label, 1, column)
            return
        for text, align, column in ((texts[0], left, 0), (texts[-1], right, 3)):
            end = TextBlock(theme, text, TextRole.CAPTION, align=align)
            grid.addWidget(end, 1, column, 1, 2)
