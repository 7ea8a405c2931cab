"""Planning a trip: whom to visit at the left, when, where and who goes at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.services.round_plan import RoundDraft
from ui.staff.detour import Detour
from ui.staff.list_row import ListRow
from ui.staff.mobile.case_rows import picking_card
from ui.staff.mobile.models import RoundPlanModel
from ui.staff.mobile.plan_panel import PlanPanel
from ui.staff.mobile.wishes import OpenRound, PlanChanged, SaveRound
from ui.staff.models import StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.picker import Picker
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import Open
from ui.widgets.chip import Chip
from ui.widgets.choice import Choice
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import TouchButton

_LIST_SHARE, _PANEL_SHARE = 5, 3


class RoundPlanScreen(StaffScreen):
    """Rows are ticked by tapping them; other villages or another capacity propose anew."""

    def __init__(self, kit: StaffKit, model: RoundPlanModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._chosen = Chip(self.theme, "")
        self._panel = PlanPanel(kit, model)
        self._panel.changed.connect(self._on_changed)
        self._panel.wants_villages.connect(self._on_wants_villages)
        self._panel.wants_team.connect(self._on_wants_team)
        self._panel.saved.connect(self._on_saved)
        self._left = QVBoxLayout()
        self._shown: QWidget | None = None
        self._detour = Detour(self._page())
        self.body.addWidget(self._detour, 1)
        self._show_list()

    def refresh(self, model: object) -> bool:
        """Take over what the draft comes to; ticks and page stay, unless others are offered."""
        if not isinstance(model, RoundPlanModel):
            return False
        offered, self._model = self._model.offered, model
        if model.offered != offered:
            self._show_list()
        else:
            for row in self.findChildren(ListRow):
                row.setChecked(row.payload in model.draft.follow_up_ids)
        self._show_count()
        self._panel.show_model(model)
        return True

    def _page(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.gap)
        back = TouchButton(self.theme, self.t("Quay lại"), icon="arrow-left")
        back.activated.connect(self._on_back)
        is_new = not self._model.draft.round_id
        title = self.t("Lập đợt lưu động") if is_new else self.t("Sửa đợt lưu động")
        column.addWidget(PageHeader(self.theme, title, [self._chosen], [back]))
        line = QHBoxLayout()
        line.setSpacing(self.theme.section_gap)
        line.addLayout(self._left, _LIST_SHARE)
        line.addWidget(self._panel, _PANEL_SHARE)
        column.addLayout(line, 1)
        return holder

    def _show_list(self) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._list()
        self._left.addWidget(self._shown, 1)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._model.draft.follow_up_ids)
        self._chosen.set_text(self.t("đã chọn {count} người", count=count))

    def _list(self) -> QWidget:
        model = self._model
        if not model.offered:
            return MessagePanel(
                self.theme,
                "map-pin",
                self.t("Các thôn này không còn ai chờ."),
                self.t("Chọn thôn khác ở bên phải."),
            )
        picked = frozenset(model.draft.follow_up_ids)
        body = PagedBody(self.theme, self.t)
        body.set_blocks(
            [
                picking_card(
                    self.kit, village, model.names, model.today, picked=picked, on_row=self._on_row
                )
                for village in model.offered
            ]
        )
        return body

    def _wish(self, draft: RoundDraft) -> None:
        self.wished.emit(PlanChanged(draft))

    # Choosing

    def _open_picker(self, picker: Picker) -> None:
        picker.closed.connect(self._on_closed)
        self._detour.open(picker)

    @Slot()
    def _on_wants_villages(self) -> None:
        choices = [Choice(village.id, village.name) for village in self._model.villages]
        values = self._model.draft.village_ids
        title = self.t("Đi những thôn nào?")
        picker = Picker(self.kit, title, choices, values=values, multiple=True)
        picker.chosen.connect(self._on_villages)
        self._open_picker(picker)

    @Slot()
    def _on_wants_team(self) -> None:
        choices = [Choice(person.id, person.name) for person in self._model.staff]
        values = self._model.draft.team_ids
        picker = Picker(self.kit, self.t("Ai đi?"), choices, values=values, multiple=True)
        picker.chosen.connect(self._on_team)
        self._open_picker(picker)

    @Slot(object)
    def _on_villages(self, values: tuple[str, ...]) -> None:
        self._detour.back()
        self._wish(replace(self._model.draft, village_ids=values))

    @Slot(object)
    def _on_team(self, values: tuple[str, ...]) -> None:
        self._detour.back()
        self._wish(replace(self._model.draft, team_ids=values))

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()

    @Slot(object)
    def _on_row(self, follow_up_id: object) -> None:
        """Tick or untick one case; the order stays that of the list."""
        ticked = set(self._model.draft.follow_up_ids) ^ {str(follow_up_id)}
        listed = (case.follow_up.id for v in self._model.offered for case in v.cases)
        ids = tuple(each for each in listed if each in ticked)
        self._wish(replace(self._model.draft, follow_up_ids=ids))

    @Slot(object)
    def _on_changed(self, draft: RoundDraft) -> None:
        self._wish(draft)

    @Slot()
    def _on_saved(self) -> None:
        self.wished.emit(SaveRound(self._model.draft))

    @Slot()
    def _on_back(self) -> None:
        round_id = self._model.draft.round_id
        wish = OpenRound(round_id) if round_id else Open(StaffScreenName.MOBILE_LIST)
        self.wished.emit(wish)
