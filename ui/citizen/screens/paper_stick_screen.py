"""What lies on the USB stick: pictures and PDFs, newest first, and nothing else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.calendar import office_day
from kiosk.domain.visit_paper import in_megabytes
from kiosk.services.sticks import StickFile
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.papers.models import PaperStickModel
from ui.papers.wishes import ChooseFile, UseCamera
from ui.theme.tokens import Tone
from ui.widgets.notice import Notice
from ui.widgets.readable import keep_silent
from ui.widgets.touch_button import ButtonKind, TouchButton

MOST_PER_PAGE = 6
_LONGEST_NAME, _KEPT_AT_END = 26, 8


class PaperStickScreen(PagedScreen):
    """The stick's files in pages; calm words while there is no stick, or nothing on it."""

    def __init__(
        self, kit: ScreenKit, model: PaperStickModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self.subject = ("stick", model.title)
        self._model = model
        if model.is_busy:
            self.lay_out_message(
                "hourglass", self.t("Đang mở tệp"), self.t("Chờ một chút, chưa rút USB.")
            )
        elif not model.is_in:
            wait = self.t("Máy thấy USB là tự hiện tệp.")
            self._tell(self.t("Cắm USB vào máy"), wait)
        elif not model.files:
            other = self.t("Cắm USB khác, hoặc chụp tờ giấy ở đây.")
            self._tell(model.problem or self.t("USB này không có ảnh"), other)
        else:
            self._list()

    def _tell(self, title: str, text: str) -> None:
        camera = TouchButton(
            self.theme,
            self.t("Chụp ở đây"),
            icon="camera",
            min_mm=self.theme.main_button_mm,
            payload=UseCamera(),
        )
        actions = self.rows([camera], centred=True)
        self.lay_out_message("plugs-connected", title, text, actions)

    def _list(self) -> None:
        head = self.head(self.title(self.t("Chọn tệp của tờ giấy này")), below=self._model.title)
        if self._model.problem:
            head.append(Notice(self.theme, self._model.problem, "warning-circle", Tone.AMBER))
        choices = [self._choice(n, file) for n, file in enumerate(self._model.files)]
        self.lay_out_choices(
            head, choices, min_cell_mm=130.0, max_columns=2, max_per_page=MOST_PER_PAGE
        )

    def _choice(self, number: int, file: StickFile) -> TouchButton:
        size = in_megabytes(file.size_bytes)
        day = f"{office_day(file.changed_at):%d/%m/%Y}"
        button = self.wishing(
            TouchButton(
                self.theme,
                _short(file.path.name),
                icon="file-pdf" if file.is_pdf else "image",
                detail=self.t("{size} MB, ngày {day}", size=size, day=day),
                role=self.choice_role,
                kind=ButtonKind.CHOICE,
                payload=ChooseFile(number),
            )
        )
        # What somebody calls their files is nobody's business in the room.
        keep_silent(button)
        return button


def _short(name: str) -> str:
    """Return a name whose middle is left out where it is long: its end tells most."""
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - _KEPT_AT_END - 1]}…{name[-_KEPT_AT_END:]}"
