"""One step of the guide: what to do, what the portal should show now, and two answers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.blocks import grouped, marked, pushed_up
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import StepModel
from ui.citizen.office_word import UNSURE_STEP
from ui.citizen.page_plan import PagePlan
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.citizen.step_place import StepPlace
from ui.papers.wishes import OpenPapers
from ui.portal.wishes import OpenPortal
from ui.theme.tokens import TextRole, TextSize, Tone
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.notice import Notice
from ui.widgets.paged_area import height_in
from ui.widgets.picture import Picture
from ui.widgets.progress import StepProgress
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_SHARES = (54, 46)
_SHARE_OF_WAY = 0.16
"""Part of the room's height that one more button takes from the picture."""


class StepScreen(PagedScreen):
    """Words at the left with the answers below them, the picture at the right.

    On a low panel the caution moves below the picture; with little room the picture becomes the
    last block of the text.
    """

    def __init__(self, kit: ScreenKit, model: StepModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._step = model.step
        self.subject = (model.procedure.code, model.step.id)
        self._place = self._where()
        beside = not self.is_tight and self.theme.text_size is not TextSize.LARGEST
        beside = beside and not self.theme.metrics.is_portrait
        self._cautions_aside = beside and self.theme.is_compact
        head, answers = self._head(), self._answers()
        plan = PagePlan(self.theme, _SHARES if beside else None, answers)
        content = [*self._instruction(plan, head), *self._papers(), self._expected()]
        if not self._cautions_aside:
            content += self._cautions()
        if not beside:
            content += [*self._picture(self._picture_height()), *self._ways()]
        self.lay_out(
            head,
            content,
            actions=answers,
            aside=self._beside() if beside else None,
            shares=_SHARES,
        )

    def offer_help(self) -> None:
        """Offer help in one sentence; nothing on the page moves."""
        self._place.offer_help()

    def _head(self) -> list[QWidget]:
        model = self._model
        progress = StepProgress(self.theme, model.position, model.total, t=self.t)
        return [progress, self._place, self.title(self._step.title)]

    def _where(self) -> StepPlace:
        model = self._model
        where = self.t("Bước {n} trên {total}", n=model.position, total=model.total)
        if not self.theme.is_compact:
            where = f"{where} · {model.procedure.title}"
        return StepPlace(self.kit, where, offers_help=model.offers_help)

    def _instruction(self, plan: PagePlan, head: list[QWidget]) -> list[QWidget]:
        """Return the lines as one block, or line by line where they do not fit below `head`."""
        lines = [TextBlock(self.theme, line, bold_quotes=True) for line in self._step.instruction]
        spacing = self.theme.mm(1.0) if self.theme.is_compact else self.theme.small_gap
        above = sum(height_in(widget, plan.width) + self.theme.gap for widget in head)
        whole = sum(height_in(line, plan.width) + spacing for line in lines)
        if self.is_tight or above + whole > plan.page_height:
            return list(lines)
        return [grouped(lines, spacing)]

    def _expected(self) -> QWidget:
        if self.theme.is_compact:
            return Notice(self.theme, _bold_quotes(self._step.expect), "eye", Tone.BLUE)
        card = Card(self.theme)
        mark = IconMark(self.theme, "eye", size_mm=12.0)
        text = TextBlock(self.theme, self._step.expect, bold_quotes=True)
        card.add(marked(mark, text, self.theme.gap))
        return card

    def _cautions(self) -> list[QWidget]:
        if not self._step.caution:
            return []
        return [Notice(self.theme, self._step.caution, "shield-check", Tone.AMBER)]

    def _answers(self) -> QWidget:
        return self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("Có rồi, đi tiếp"),
                    trailing_icon="arrow-right",
                    kind=ButtonKind.DONE,
                    payload=wishes.ConfirmStep(),
                ),
                TouchButton(
                    self.theme,
                    self.t("Không giống"),
                    icon="image",
                    min_mm=self.theme.main_button_mm,
                    payload=wishes.StepDiffers(),
                ),
            ]
        )

    def _picture_height(self) -> float:
        """Return how many millimetres of a page the picture may take."""
        room = self.theme.metrics.to_mm(screen_room(self.theme).height())
        return room * (0.3 if self.theme.metrics.is_portrait else 0.42)

    def _picture(self, max_height_mm: float) -> list[QWidget]:
        step = self._step
        picture = Picture(self.theme, step.picture, step.picture_alt, max_height_mm=max_height_mm)
        return [picture, self._seen()]

    def _seen(self) -> TextBlock:
        """Return how far the office stands behind this step."""
        check, seen_on = self._model.check, self._step.seen_on
        if check is not None and not check.is_sure:
            return TextBlock(self.theme, self.t(UNSURE_STEP), TextRole.STRONG, colour="blue")
        told = self.t("Màn hình thật có thể hơi khác.")
        if seen_on is not None:
            told = self.t("Xã đã xem màn hình thật ngày {day}.", day=f"{seen_on:%d/%m/%Y}")
        return self.muted(told, TextRole.CAPTION)

    def _beside(self) -> QWidget:
        """Return the card with the picture, and the way out for who has to fetch papers."""
        card = Card(self.theme)
        share = 0.46 if self._cautions_aside else 0.62
        if self._model.can_open_portal:
            share -= _SHARE_OF_WAY
        height = self.theme.metrics.to_mm(screen_room(self.theme).height()) * share
        for widget in self._picture(height):
            card.add(widget)
        cautions = self._cautions() if self._cautions_aside else []
        return pushed_up([card, *cautions, *self._ways()], self.theme.gap)

    def _ways(self) -> list[QWidget]:
        """Return the ways on from the picture: the live page where there is one, and to fetch."""
        if not self._model.can_open_portal:
            return [self._fetch()]
        return [self._open_portal(), self._fetch()]

    def _open_portal(self) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                self.t("Mở Cổng dịch vụ công ở đây"),
                icon="globe",
                kind=ButtonKind.SECONDARY,
                payload=OpenPortal(),
            )
        )

    def _papers(self) -> list[QWidget]:
        """Return the way to the papers where the step hands some over."""
        if self._step.attach is None:
            return []
        text = self.t("Chụp giấy tờ ở đây")
        kind = ButtonKind.SECONDARY
        button = TouchButton(self.theme, text, icon="camera", kind=kind, payload=OpenPapers())
        return [ButtonRows(self.theme, [self.wishing(button)], widest_mm=240.0)]

    def _fetch(self) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                self.t("Tôi đi lấy giấy tờ"),
                icon="person-simple-walk",
                payload=wishes.FetchPapers(),
            )
        )


def _bold_quotes(text: str) -> str:
    """Return `text` with what stands in quotes marked as bold."""
    return text.replace("“", "**“").replace("”", "”**")
