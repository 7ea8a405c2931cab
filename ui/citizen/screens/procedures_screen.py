"""The procedures of one life event, six a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.procedure import Procedure
from ui.citizen import wishes
from ui.citizen.models import ProceduresModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.widgets.touch_button import ButtonKind, TouchButton

MOST_PER_PAGE = 6


class ProceduresScreen(PagedScreen):
    """Asks which of a life event's procedures it is."""

    def __init__(
        self, kit: ScreenKit, model: ProceduresModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self.subject = model.card.event
        if not model.procedures:
            self.lay_out_message(
                "folder-open",
                self.t("Mục này chưa có hướng dẫn."),
                self.t("Bấm nút vàng, cán bộ sẽ chỉ giúp."),
            )
            return
        choices = [self._choice(procedure) for procedure in model.procedures]
        title = self.title(self.t(model.card.title))
        head = self.head(title, below=self.t("Chạm vào việc ông/bà cần làm."))
        self.lay_out_choices(
            head, choices, min_cell_mm=140.0, max_columns=2, max_per_page=MOST_PER_PAGE
        )

    def _choice(self, procedure: Procedure) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                procedure.title,
                trailing_icon="caret-right",
                detail="" if self.is_tight else procedure.summary,
                role=self.choice_role,
                kind=ButtonKind.CHOICE,
                payload=wishes.OpenProcedure(procedure.code),
            )
        )
