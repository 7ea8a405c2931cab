"""The left side of the split: the step in few words, its answers, and the way to its picture."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.citizen import wishes as citizen
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import StepModel
from ui.citizen.screen import ScreenKit
from ui.portal import wishes
from ui.theme.tokens import TextRole, Tone
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.progress import StepProgress
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton


class GuideColumn(QWidget):
    """Turns pages where the words do not fit; the answers stay in place.

    Signals: `wished` carries one dataclass of `ui.portal.wishes` or `ui.citizen.wishes`.
    """

    wished = Signal(object)

    def __init__(self, kit: ScreenKit, model: StepModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        theme, t = kit.theme, kit.t
        where = t("Bước {n} trên {total}", n=model.position, total=model.total)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.small_gap)
        column.addWidget(StepProgress(theme, model.position, model.total, t=t))
        column.addWidget(TextBlock(theme, where, TextRole.LABEL, colour="blue"))
        self.body = PagedBody(theme, t, spacing=theme.small_gap)
        self.body.set_blocks(self._words(model))
        column.addWidget(self.body, 1)
        column.addSpacing(theme.gap - theme.small_gap)
        column.addWidget(self._answers())

    def _words(self, model: StepModel) -> list[QWidget]:
        theme, step = self._kit.theme, model.step
        caution = [Notice(theme, step.caution, "shield-check", Tone.AMBER)] if step.caution else []
        expect = step.expect.replace("“", "**“").replace("”", "”**")
        return [
            TextBlock(theme, step.title, TextRole.HEADING),
            *(TextBlock(theme, line, bold_quotes=True) for line in step.instruction),
            Notice(theme, expect, "eye", Tone.BLUE),
            *caution,
        ]

    def _answers(self) -> QWidget:
        t = self._kit.t
        done = self._button(t("Có rồi, đi tiếp"), "arrow-right", citizen.ConfirmStep())
        differs = self._button(t("Không giống"), "", citizen.StepDiffers())
        pictures = self._button(t("Xem bằng hình"), "image", wishes.ShowPictures())
        return ButtonRows(self._kit.theme, [done, differs, pictures], most_columns=2)

    def _button(self, text: str, icon: str, wish: object) -> TouchButton:
        is_done = isinstance(wish, citizen.ConfirmStep)
        button = TouchButton(
            self._kit.theme,
            text,
            icon="" if is_done else icon,
            trailing_icon=icon if is_done else "",
            kind=ButtonKind.DONE if is_done else ButtonKind.QUIET,
            payload=wish,
        )
        button.activated_with.connect(self.wished)
        return button
