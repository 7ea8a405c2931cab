"""The left side of the split: the step in few words, its answers, and the way to its picture.

When the page is elsewhere, or lacks what is to be pressed, that comes before the words, and the
button that leads on leads there. Nothing goes there by itself.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.follow import Standing
from ui.accessibility import announce
from ui.citizen import wishes as citizen
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import StepModel
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.citizen.step_place import StepPlace
from ui.papers.wishes import OpenPapers
from ui.portal import wishes
from ui.portal.follow_words import SAID_ICONS, onward, said
from ui.portal.models import FollowLook
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

    def __init__(
        self,
        kit: ScreenKit,
        model: StepModel,
        follow: FollowLook = FollowLook(),  # noqa: B008 - frozen
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._model = model
        theme, t = kit.theme, kit.t
        self._is_tight = _has_few_lines(theme)
        where = t("Bước {n} trên {total}", n=model.position, total=model.total)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.small_gap)
        self._column.addWidget(StepProgress(theme, model.position, model.total, t=t))
        self._place = StepPlace(kit, where, offers_help=model.offers_help)
        self._column.addWidget(self._place)
        # A low panel has no line to spare for it, unless it is used to offer help.
        self._place.setVisible(model.offers_help or not theme.is_compact)
        self.body = PagedBody(theme, t, spacing=theme.gap if self._is_tight else theme.small_gap)
        self._column.addWidget(self.body, 1)
        self._answers: QWidget | None = None
        self._fill(follow)

    def follow(self, look: FollowLook) -> None:
        """Tell how the page stands to the step from now on."""
        self._fill(look)
        if look.says_something:
            announce(self, self._kit.t(said(look), n=look.position))

    def offer_help(self) -> None:
        """Offer help in one sentence."""
        self._place.offer_help()
        self._place.show()

    def _fill(self, look: FollowLook) -> None:
        """Show words and answers anew, beginning with what there is to say of the page."""
        t = self._kit.t
        others = [
            self._button(t("Không giống"), "", citizen.StepDiffers()),
            self._button(t("Xem hình"), "image", wishes.ShowPictures()),
        ]
        if look.standing is Standing.MISSING:
            others.pop()
        aside: list[QWidget] = []
        if self._model.step.attach is not None:
            # Where papers are made the way to them stays in place, and the picture can wait.
            aside = [others.pop() for _ in others[1:]]
            others.append(self._button(t("Chụp giấy"), "camera", OpenPapers()))
        told = self._told(look) if look.says_something else []
        self.body.set_blocks([*told, *self._words(), *(others if self._is_tight else []), *aside])
        if self._answers is not None:
            self._answers.hide()
            self._answers.deleteLater()
        self._answers = QWidget()
        column = QVBoxLayout(self._answers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._kit.theme.gap)
        column.addWidget(self._rows([self._onward(look)]))
        if not self._is_tight:
            column.addWidget(self._rows(others))
        self._column.addWidget(self._answers)

    def _rows(self, buttons: list[TouchButton]) -> ButtonRows:
        return ButtonRows(self._kit.theme, buttons, widest_mm=_WIDEST_MM)

    def _told(self, look: FollowLook) -> list[QWidget]:
        """Return what is said of the page, with the way that helps where the main one does not."""
        t = self._kit.t
        told = self._line(t(said(look), n=look.position), SAID_ICONS[look.standing])
        if look.standing is Standing.AHEAD:
            return [told]
        if look.standing is Standing.MISSING:
            pictures = wishes.ShowPictures()
            return [told, self._button(t("Xem hình"), "image", pictures, ButtonKind.PRIMARY)]
        words = t(onward(look), n=look.position)
        return [told, self._button(words, "arrow-left", wishes.GoToStep(look.step_id))]

    def _line(self, text: str, icon: str) -> QWidget:
        """Return a line above the words; a panel around it takes room that few lines need."""
        if self._is_tight:
            return TextBlock(self._kit.theme, text, TextRole.STRONG, colour="blue")
        return Notice(self._kit.theme, text, icon, Tone.BLUE)

    def _onward(self, look: FollowLook) -> TouchButton:
        """Return the main answer, at the same place whatever it says."""
        t, icon, kind = self._kit.t, "arrow-right", ButtonKind.DONE
        if look.standing is not Standing.AHEAD:
            return self._button(t("Có rồi, đi tiếp"), icon, citizen.ConfirmStep(), kind)
        words = t(onward(look), n=look.position)
        return self._button(words, icon, wishes.GoToStep(look.step_id), kind)

    def _words(self) -> list[QWidget]:
        theme, step = self._kit.theme, self._model.step
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

    def _button(
        self, text: str, icon: str, wish: object, kind: ButtonKind = ButtonKind.QUIET
    ) -> TouchButton:
        """Return a button; the one that leads on carries its arrow behind the words."""
        is_onward = kind is ButtonKind.DONE
        button = TouchButton(
            self._kit.theme,
            text,
            icon="" if is_onward else icon,
            trailing_icon=icon if is_onward else "",
            kind=kind,
            payload=wish,
        )
        button.activated_with.connect(self.wished)
        return button


def _has_few_lines(theme: Theme) -> bool:
    """Return whether panels around words and more than one button would leave them no room."""
    height = screen_room(theme).height()
    room = height * FIRST // ALL if theme.metrics.is_portrait else height
    return room < theme.line_px(TextRole.BODY) * _FEW_LINES
