"""The office's own words, which stand on every slip; the example may be overwritten."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk.domain.words import N_
from ui.setup.models import OfficeModel
from ui.setup.page import SetupPage
from ui.setup.parts.typed_fields import TypedFields, TypedLine
from ui.setup.wishes import SaveOffice
from ui.staff.screen import StaffKit
from ui.widgets.notice import Notice

_LINES = (
    TypedLine("name", N_("Tên cơ quan"), 80, alone=True),
    TypedLine("desk", N_("Nơi tiếp dân"), 80),
    TypedLine("hotline", N_("Điện thoại để dân gọi"), 20, N_("Chưa có thì để trống.")),
    TypedLine("address", N_("Địa chỉ"), 120, alone=True),
    TypedLine(
        "hours",
        N_("Giờ làm việc"),
        80,
        N_("Ví dụ: 7 giờ 30 đến 17 giờ, thứ Hai đến thứ Sáu."),
        alone=True,
    ),
)


class OfficePage(SetupPage):
    """Five typed lines; nothing is invented for an empty one."""

    def __init__(self, kit: StaffKit, model: OfficeModel, parent: QWidget | None = None) -> None:
        super().__init__(
            kit,
            kit.t("Cơ quan"),
            kit.t("Những chữ này in trên mọi tờ phiếu."),
            parent=parent,
        )
        self._profile = model.profile
        values = {k: str(v) for k, v in asdict(model.profile).items() if isinstance(v, str)}
        text = self.t("Đang điền sẵn ví dụ xã Ứng Hòa. Sửa lại cho đúng xã mình.")
        example = [Notice(self.theme, text, "info")] if model.is_example else []
        shown = {name: self.t(value) for name, value in values.items()}
        self._fields = TypedFields(kit, _LINES, shown, before=example)
        self.body.addWidget(self._fields, 1)
        self.refresh(model)

    def initial_focus(self) -> QWidget | None:
        return self._fields.first()

    def go_on(self) -> None:
        typed: dict[str, Any] = {**self._fields.values()}
        self.wished.emit(SaveOffice(replace(self._profile, **typed)))

    def refresh(self, model: object) -> None:
        if isinstance(model, OfficeModel):
            self._fields.show_problems(model.problems)
