"""Finding a person by card or telephone: what is open, where they stopped, what they agreed to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.services.people import KnownPerson
from ui.staff.detour import Detour
from ui.staff.models import PersonModel, StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.person.person_facts import PersonFacts
from ui.staff.person.search_card import SearchCard
from ui.staff.person.withdraw_form import WithdrawForm
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.wishes import Open, WithdrawConsent
from ui.theme.tokens import Tone
from ui.widgets.message_panel import MessagePanel
from ui.widgets.touch_button import TouchButton

_SEARCH_MM = 118


class PersonScreen(StaffScreen):
    """The search at the left, the person at the right; withdrawing takes a second tap."""

    def __init__(self, kit: StaffKit, model: PersonModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        back = TouchButton(self.theme, self.t("Về quét phiếu"), icon="arrow-left")
        back.activated.connect(self._on_back)
        self.body.addWidget(PageHeader(self.theme, self.t("Tìm người dân"), (), [back]))
        self._search = SearchCard(kit, model)
        self._search.setFixedWidth(self.theme.mm(_SEARCH_MM))
        self._search.wished.connect(self.wished)
        self._line = QHBoxLayout()
        self._line.setSpacing(self.theme.section_gap)
        self._line.addWidget(self._search)
        self.body.addLayout(self._line, 1)
        self._side: Detour | None = None
        self._show(model)

    def initial_focus(self) -> QWidget | None:
        return self._search.field

    def refresh(self, model: object) -> bool:
        """Show what was found; the number typed stays, and so does a form that was begun."""
        if not isinstance(model, PersonModel):
            return False
        self._search.show_model(model)
        if replace(model, problem="", typed="") != replace(self._model, problem="", typed=""):
            self._show(model)
        return True

    def _show(self, model: PersonModel) -> None:
        self._model = model
        if self._side is not None:
            self._side.hide()
            self._line.removeWidget(self._side)
            self._side.deleteLater()
        self._side = Detour(self._right(model))
        self._line.addWidget(self._side, 1)

    def _right(self, model: PersonModel) -> QWidget:
        if model.chosen is not None:
            facts = PersonFacts(self.kit, model, model.chosen)
            facts.wished.connect(self.wished)
            facts.wants_withdrawal.connect(self._on_wants_withdrawal)
            return facts
        t = self.t
        if model.message:
            return MessagePanel(
                self.theme, "check-circle", t("Đã xong"), model.message, tone=Tone.GREEN
            )
        if model.found is None:
            title, text = t("Gõ số hoặc quét thẻ"), t("Số thẻ không được giữ lại trong máy.")
        elif model.found:
            title, text = t("Có nhiều người"), t("Chọn một người ở bên trái.")
        else:
            title = t("Chưa có ai trong sổ")
            text = t("Chỉ người đã đồng ý mới có trong sổ. Máy không giữ số vừa tìm.")
        return MessagePanel(self.theme, "magnifying-glass", title, text)

    def _chosen(self) -> KnownPerson | None:
        return self._model.chosen

    @Slot()
    def _on_wants_withdrawal(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._side is None:
            return
        form = WithdrawForm(self.kit, chosen)
        form.withdrawn.connect(self._on_withdrawn)
        form.closed.connect(self._on_closed)
        self._side.open(form)

    @Slot(object)
    def _on_withdrawn(self, purposes: object) -> None:
        chosen = self._chosen()
        if chosen is not None and isinstance(purposes, tuple):
            self.wished.emit(WithdrawConsent(chosen.id, purposes))

    @Slot()
    def _on_closed(self) -> None:
        if self._side is not None:
            self._side.back()

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(Open(StaffScreenName.SCAN))
