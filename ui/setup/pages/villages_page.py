"""The villages: typed one by one, or taken from a CSV file with every bad row named."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.office import Village
from kiosk.domain.words import N_
from ui.setup.models import VillagesModel
from ui.setup.page import SetupPage
from ui.setup.parts.typed_fields import TypedFields, TypedLine
from ui.setup.wishes import AddVillage, ImportVillages, RemoveVillage
from ui.staff.arrange import icon_line
from ui.staff.detour import Detour
from ui.staff.file_list import FileList
from ui.staff.phrases import DOT
from ui.staff.screen import StaffKit
from ui.staff.section_tabs import SectionTabs
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_FORM_SHARE, _LIST_SHARE = 5, 6
_VILLAGES, _REFUSED = range(2)
_LINES = (
    TypedLine("name", N_("Tên thôn"), 60),
    TypedLine("former_commune", N_("Xã cũ"), 60),
    TypedLine("head_name", N_("Trưởng thôn"), 60),
    TypedLine("head_phone", N_("Điện thoại trưởng thôn"), 20),
    TypedLine("km", N_("Cách trụ sở (km)"), 8),
)


class VillagesPage(SetupPage):
    """The form at the left, the list at the right; a file's bad rows stand by line and reason."""

    def __init__(self, kit: StaffKit, model: VillagesModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, kit.t("Thôn"), "", parent=parent)
        self._known = model.villages
        self._detour = Detour(self._columns())
        self.body.addWidget(self._detour, 1)
        self._show(model)

    def initial_focus(self) -> QWidget | None:
        return self._fields.first()

    def refresh(self, model: object) -> None:
        """Show the list anew; the form is emptied only when its village was taken."""
        if not isinstance(model, VillagesModel):
            return
        was_added = len(model.villages) > len(self._known) and not model.imported
        self._known = model.villages
        if was_added and not model.problems:
            self._fields.clear()
            self._fields.first().setFocus()
        self._show(model)

    # Layout

    def _columns(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.section_gap)
        line.addLayout(self._form(), _FORM_SHARE)
        line.addLayout(self._lists(), _LIST_SHARE)
        return holder

    def _form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap)
        self._fields = TypedFields(self.kit, _LINES, {})
        column.addWidget(self._fields, 1)
        buttons = (
            (self.t("Thêm thôn"), "plus", ButtonKind.SECONDARY, self._on_add),
            (self.t("Nhập từ tệp CSV"), "file-csv", ButtonKind.QUIET, self._on_file),
        )
        line = QHBoxLayout()
        line.setSpacing(self.theme.gap)
        for text, icon, kind, slot in buttons:
            button = TouchButton(
                self.theme, text, icon=icon, kind=kind, min_mm=self.theme.main_button_mm
            )
            button.activated.connect(slot)
            line.addWidget(button, 1)
        column.addLayout(line)
        heading = self.t("Dòng đầu của tệp: thon,xa_cu,truong_thon,sdt,km")
        column.addWidget(TextBlock(self.theme, heading, TextRole.CAPTION))
        self._problem = Notice(self.theme, "", "warning-circle", Tone.RED)
        column.addWidget(self._problem)
        return column

    def _lists(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap)
        self._message = Notice(self.theme, "", "check-circle", Tone.GREEN)
        column.addWidget(self._message)
        self._tabs_place = QVBoxLayout()
        column.addLayout(self._tabs_place)
        self._tabs: SectionTabs | None = None
        self._stack = QStackedWidget()
        self._villages = PagedBody(self.theme, self.t, spacing=self.theme.small_gap)
        self._refused = PagedBody(self.theme, self.t, spacing=self.theme.small_gap)
        for body in (self._villages, self._refused):
            self._stack.addWidget(body)
        column.addWidget(self._stack, 1)
        return column

    # Showing

    def _show(self, model: VillagesModel) -> None:
        self._fields.show_problems(model.problems)
        self._problem.set_text(model.problem)
        self._problem.setVisible(bool(model.problem))
        self._message.set_text(self.t("Đã nhập {count} thôn từ tệp.", count=model.imported))
        self._message.setVisible(model.imported > 0)
        self._show_tabs(model)
        rows = [self._row(village) for village in model.villages]
        self._villages.set_blocks(rows or [self._nothing()])
        self._refused.set_blocks([self._refusal(*row) for row in model.row_problems])

    def _show_tabs(self, model: VillagesModel) -> None:
        if self._tabs is not None:
            self._tabs.hide()
            self._tabs.deleteLater()
        labels = (
            self.t("Thôn ({count})", count=len(model.villages)),
            self.t("Dòng chưa nhập ({count})", count=len(model.row_problems)),
        )
        self._tabs = SectionTabs(self.theme, labels)
        self._tabs.chosen.connect(self._stack.setCurrentIndex)
        self._tabs_place.addWidget(self._tabs)
        has_refused = bool(model.row_problems)
        self._tabs.set_offered([_VILLAGES, _REFUSED] if has_refused else [_VILLAGES])
        self._tabs.set_marked([_REFUSED] if has_refused else [])
        current = _REFUSED if has_refused else _VILLAGES
        self._tabs.set_current(current)
        self._stack.setCurrentIndex(current)

    def _nothing(self) -> QWidget:
        title, text = self.t("Chưa có thôn nào."), self.t("Gõ từng thôn, hoặc nhập từ tệp.")
        return MessagePanel(self.theme, "map-pin", title, text)

    def _row(self, village: Village) -> QWidget:
        km = f"{village.km:g} km".replace(".", ",") if village.km is not None else ""
        facts = (village.former_commune, village.head_name, village.head_phone, km)
        card = Card(self.theme)
        card.body.setContentsMargins(self.theme.padding, *[self.theme.mm(1)] * 3)
        line = QHBoxLayout()
        line.setSpacing(self.theme.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextBlock(self.theme, village.name, TextRole.STRONG))
        detail = DOT.join(fact for fact in facts if fact)
        if detail:
            words.addWidget(TextBlock(self.theme, detail, TextRole.CAPTION))
        line.addLayout(words, 1)
        remove = TouchButton(
            self.theme,
            "",
            icon="trash",
            name=self.t("Bỏ thôn {name}", name=village.name),
            payload=village.id,
        )
        remove.activated_with.connect(self._on_remove)
        line.addWidget(remove)
        card.body.addLayout(line)
        return card

    def _refusal(self, number: int, reason: str) -> QWidget:
        text = self.t("Dòng {number}: {reason}", number=number, reason=reason)
        return icon_line(self.theme, "warning-circle", text, tone=Tone.RED)

    # What is wanted

    @Slot()
    def _on_add(self) -> None:
        self.wished.emit(AddVillage(**self._fields.values()))

    @Slot(object)
    def _on_remove(self, village_id: object) -> None:
        self.wished.emit(RemoveVillage(str(village_id)))

    @Slot()
    def _on_file(self) -> None:
        files = FileList(self.kit)
        files.chosen.connect(self._on_chosen)
        files.closed.connect(self._on_closed)
        self._detour.open(files)

    @Slot(object)
    def _on_chosen(self, path: Path) -> None:
        self._detour.back()
        self.wished.emit(ImportVillages(path))

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()
