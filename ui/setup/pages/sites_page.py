"""The sites that the page beside the guide may show; everything else stays closed."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.portal import HostRule, read_rule, site_name
from kiosk.domain.web_address import WebAddress
from kiosk.domain.words import N_
from ui.setup.models import SitesModel
from ui.setup.page import SetupPage
from ui.setup.parts.typed_fields import TypedFields, TypedLine
from ui.setup.wishes import AddSite, RemoveSite
from ui.staff.phrases import DOT
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.card import Card
from ui.widgets.pager import PagedBody
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_FORM_SHARE, _LIST_SHARE = 5, 6
_LONGEST = 120
_LINES = (
    TypedLine(
        "site",
        N_("Tên trang"),
        _LONGEST,
        N_("Ví dụ: thanhtoan.vidu.vn. Thêm “*.” ở trước để gồm cả các trang con."),
        alone=True,
    ),
)


class SitesPage(SetupPage):
    """A field at the left, the list at the right; what is changed is kept at once."""

    def __init__(self, kit: StaffKit, model: SitesModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Trang được mở cho người dân"),
            kit.t("Trang ngoài danh sách không mở. Bỏ hết thì dùng lại danh sách sẵn có."),
            parent=parent,
        )
        self._known = model.entries
        line = QHBoxLayout()
        line.setSpacing(self.theme.section_gap)
        line.addLayout(self._form(), _FORM_SHARE)
        self._list = PagedBody(self.theme, self.t, spacing=self.theme.small_gap)
        line.addWidget(self._list, _LIST_SHARE)
        self.body.addLayout(line, 1)
        self._show(model)

    def initial_focus(self) -> QWidget | None:
        return self._fields.first()

    def refresh(self, model: object) -> None:
        """Show the list anew; the field is emptied only when what it holds was taken."""
        if not isinstance(model, SitesModel):
            return
        if len(model.entries) > len(self._known) and not model.problem:
            self._fields.clear()
        self._known = model.entries
        self._show(model)

    def _form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap)
        self._fields = TypedFields(self.kit, _LINES, {})
        column.addWidget(self._fields, 1)
        add = TouchButton(
            self.theme,
            self.t("Thêm trang"),
            icon="plus",
            kind=ButtonKind.SECONDARY,
            min_mm=self.theme.main_button_mm,
        )
        add.activated.connect(self._on_add)
        column.addWidget(add)
        return column

    def _show(self, model: SitesModel) -> None:
        self._fields.show_problems({"site": model.problem} if model.problem else {})
        self._list.set_blocks([self._row(entry) for entry in model.entries])

    def _row(self, entry: str) -> QWidget:
        card = Card(self.theme)
        card.body.setContentsMargins(self.theme.padding, *[self.theme.mm(1)] * 3)
        line = QHBoxLayout()
        line.setSpacing(self.theme.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextBlock(self.theme, entry, TextRole.STRONG))
        detail = self._detail(entry)
        if detail:
            words.addWidget(TextBlock(self.theme, detail, TextRole.CAPTION))
        line.addLayout(words, 1)
        name = self.t("Bỏ trang {entry}", entry=entry)
        remove = TouchButton(self.theme, "", icon="trash", name=name, payload=entry)
        remove.activated_with.connect(self._on_remove)
        line.addWidget(remove)
        card.body.addLayout(line)
        return card

    def _detail(self, entry: str) -> str:
        """Return what people call the site, and whether those below it are meant as well."""
        rule = read_rule(entry)
        if not isinstance(rule, HostRule):
            return ""
        name = site_name(WebAddress("https", rule.host, rule.port))
        known = "" if name.startswith(rule.host) else self.t(name)
        below = self.t("cả các trang con") if rule.with_below else ""
        return DOT.join(part for part in (known, below) if part)

    @Slot()
    def _on_add(self) -> None:
        self.wished.emit(AddSite(self._fields.values()["site"]))

    @Slot(object)
    def _on_remove(self, entry: str) -> None:
        self.wished.emit(RemoveSite(entry))
