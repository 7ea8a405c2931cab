"""The left side of the split: the step in few words, its answers, and the way to its picture."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.citizen import wishes as citizen
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import StepModel
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.citizen.step_place import StepPlace
from ui.papers.wishes import OpenPapers
from ui.portal import wishes
from ui.portal.split import ALL, FIRST
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole, Tone
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.progress import StepProgress
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_WIDEST_MM = 240.0
_FEW_LINES = 12.5


class GuideColumn(QWidget):
    """Turns pages where the words do not fit; the answers stay in place.

    Where few lines fit only the main answer stays, and the others turn pages with the words.

    Signals: `wished` carries one dataclass of `ui.portal.wishes` or `ui.citizen.wishes`.
    """

    wished = Signal(object)

    def __init__(self, kit: ScreenKit, model: StepModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        theme, t = kit.theme, kit.t
        tight = _has_few_lines(theme)
        where = t("Bước {n} trên {total}", n=model.position, total=model.total)
        done = self._button(t("Có rồi, đi tiếp"), "arrow-right", citizen.ConfirmStep())
        others = [
            self._button(t("Không giống"), "", citizen.StepDiffers()),
            self._button(t("Xem hình"), "image", wishes.ShowPictures()),
        ]
        aside: list[QWidget] = []
        if model.step.attach is not None:
            # Where papers are made the way to them stays in place, and the picture can wait.
            aside = [others.pop()]
            others.append(self._button(t("Chụp giấy"), "camera", OpenPapers()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.small_gap)
        column.addWidget(StepProgress(theme, model.position, model.total, t=t))
        self._place = StepPlace(kit, where, offers_help=model.offers_help)
        column.addWidget(self._place)
        # A low panel has no line to spare for it, unless it is used to offer help.
        self._place.setVisible(model.offers_help or not theme.is_compact)
        self.body = PagedBody(theme, t, spacing=theme.gap if tight else theme.small_gap)
        self.body.set_blocks([*self._words(model), *(others if tight else []), *aside])
        column.addWidget(self.body, 1)
        column.addWidget(ButtonRows(theme, [done], widest_mm=_WIDEST_MM))
        if not tight:
            column.addSpacing(theme.gap - theme.small_gap)
            column.addWidget(ButtonRows(theme, others, widest_mm=_WIDEST_MM))

    def offer_help(self) -> None:
        """Offer help in one sentence."""
        self._place.offer_help()
        self._place.show()

    def _words(self, model: StepModel) -> list[QWidget]:
        theme, step = self._kit.theme, model.step
        told: list[QWidget] = []
        for text, icon, tone in (
            (step.expect, "eye", Tone.BLUE),
            (step.caution, "shield-check", Tone.AMBER),
        ):
            if text and _has_few_lines(theme):
                told.append(TextBlock(theme, text, bold_quotes=True))
            elif text:
                marked = text.replace("“", "**“").replace("”", "”**")
                told.append(Notice(theme, marked, icon, tone))
        return [
            TextBlock(theme, step.title, TextRole.HEADING),
            *(TextBlock(theme, line, bold_quotes=True) for line in step.instruction),
            *told,
        ]

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


def _has_few_lines(theme: Theme) -> bool:
    """Return whether panels around words and more than one button would leave them no room."""
    height = screen_room(theme).height()
    room = height * FIRST // ALL if theme.metrics.is_portrait else height
    return room < theme.line_px(TextRole.BODY) * _FEW_LINES
