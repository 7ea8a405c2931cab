"""The neutral page that keeps a place: it tells nothing of who left or what they were doing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.citizen import wishes
from ui.citizen.models import HoldModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.citizen.words import time_words
from ui.widgets.touch_button import ButtonKind, TouchButton


class HoldScreen(PagedScreen):
    """Whoever comes back goes on; whoever else stands here begins anew."""

    def __init__(self, kit: ScreenKit, model: HoldModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        title = self.t("Chỗ này đang giữ cho một người.")
        until = self.t("Máy giữ đến {time}.", time=time_words(model.until))
        actions = self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("Làm tiếp"),
                    icon="play",
                    detail="" if self.is_tight else self.t("Tôi là người đang làm"),
                    kind=ButtonKind.PRIMARY,
                    payload=wishes.ResumeVisit(),
                ),
                TouchButton(
                    self.theme,
                    self.t("Người khác dùng"),
                    icon="user-plus",
                    detail="" if self.is_tight else self.t("Máy xóa việc đang làm"),
                    min_mm=self.theme.main_button_mm,
                    payload=wishes.SomeoneElse(),
                ),
            ],
            centred=True,
        )
        self.lay_out_message("hourglass", title, until, actions)
