"""The paper as its file shows it, as large as it goes, and whether it can be read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.visit_paper import in_megabytes
from ui.citizen.screen import ScreenKit
from ui.papers.models import PaperCheckModel
from ui.papers.sheet_page import SheetPage
from ui.papers.sheet_panel import SheetPanel
from ui.papers.wishes import AddSheet, PaperIsClear, TakeAnew, TurnPicture
from ui.theme.tokens import TextRole, Tone
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import TouchButton


class PaperCheckScreen(SheetPage):
    """The sheet at the right, the question and its answers at the left."""

    def __init__(
        self, kit: ScreenKit, model: PaperCheckModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self.subject = ("check", model.title)
        self._model = model
        name = self.t("Trang {n} của {title}", n=model.sheet + 1, title=model.title)
        view = self.sheet_view(name, icon="hourglass")
        view.show_image(model.picture)
        count = model.paper.page_count if model.paper else 1
        panel = SheetPanel(kit, view, model.sheet, count)
        panel.wished.connect(self.wished)
        title = self.title(self.t("Mở được, đọc rõ không?"))
        self.lay_out_sheet(
            self.head(title, above=model.title), self._words(), panel, *self._buttons()
        )

    def _words(self) -> list[QWidget]:
        model = self._model
        words: list[QWidget] = []
        if model.problem:
            words.append(self._told(model.problem, "warning-circle", Tone.AMBER))
        if model.is_busy:
            wait = self.t("Chờ một chút, máy đang làm.")
            words.append(self._told(wait, "hourglass", Tone.BLUE))
        if words or model.paper is None:
            return words
        words.append(TextBlock(self.theme, self.t("Xem đủ bốn góc, đủ chữ và dấu đỏ.")))
        size = in_megabytes(model.paper.size_bytes)
        told = self.t("{n} trang, {size} MB", n=model.paper.page_count, size=size)
        words.append(self.muted(told, TextRole.CAPTION))
        return words

    def _told(self, text: str, icon: str, tone: Tone) -> QWidget:
        """Return a notice, or its words alone where a panel around them takes too much room."""
        if self.is_tight:
            return TextBlock(self.theme, text)
        return Notice(self.theme, text, icon, tone)

    def _buttons(self) -> tuple[TouchButton, list[TouchButton]]:
        """Return the main button, and the others; nothing can be kept where nothing was made."""
        model = self._model
        anew = self.t("Chụp lại") if model.from_camera else self.t("Chọn tệp khác")
        icon = "camera" if model.from_camera else "folder-open"
        if model.paper is None and model.problem:
            return self.main(anew, icon, TakeAnew()), []
        others = [self.other(anew, icon, TakeAnew())]
        if model.is_made:
            others.append(self.other(self.t("Xoay"), "arrows-clockwise", TurnPicture()))
            others.append(self.other(self.t("Thêm trang"), "plus", AddSheet()))
        text = self.t("Rõ, đưa cho trang") if model.is_wanted else self.t("Đọc rõ")
        return self.main(text, "check", PaperIsClear(), is_last=True), others
