"""The form of one fact beside the kiosk's page of it, which follows what is typed."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.calendar import office_time
from kiosk.domain.content_review import FactState, Verdict
from kiosk.services.content_facts import key_of
from ui.staff.arrange import row
from ui.staff.content.fact_form import FactForm
from ui.staff.content.fact_history import FactHistory
from ui.staff.content.kiosk_preview import KioskPreview
from ui.staff.content.models import ContentFactModel
from ui.staff.content.wishes import (
    DropFactDraft,
    FactTyped,
    MarkFact,
    OpenContent,
    SaveFact,
    TakeShipped,
    UndoFact,
)
from ui.staff.content.words import fact_label, told_text
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.section_tabs import SectionTabs
from ui.theme.tokens import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.notice import Notice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

TYPED_DELAY_MS = 250
_FORM_SHARE, _PREVIEW_SHARE = 6, 5
_LOW_PREVIEW_MM, _PREVIEW_MM = 78.0, 130.0
_MAY_GO = ("time", "fee", "papers")
_EDIT, _HISTORY = range(2)


class ContentFactScreen(StaffScreen):
    """What is typed is kept as a draft at once, and shown as citizens would see it."""

    def __init__(
        self, kit: StaffKit, model: ContentFactModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(TYPED_DELAY_MS)
        self._delay.timeout.connect(self._send_typed)
        self.body.addWidget(self._header())
        line = QHBoxLayout()
        line.setSpacing(self.theme.section_gap)
        line.addLayout(self._left(), _FORM_SHARE)
        line.addLayout(self._right(), _PREVIEW_SHARE)
        self.body.addLayout(line, 1)
        self._show(model)

    def initial_focus(self) -> QWidget | None:
        return self._form.first_field()

    def refresh(self, model: object) -> bool:
        """Show preview, hints and problems anew; what is typed stays as it is."""
        if not isinstance(model, ContentFactModel) or model.subject != self._model.subject:
            return False
        self._show(model)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand on what was typed last before the page goes."""
        super().hideEvent(event)
        if self._delay.isActive():
            self._delay.stop()
            self._send_typed()

    # Layout

    def _header(self) -> QWidget:
        model = self._model
        back = TouchButton(self.theme, self.t("Quay lại"), icon="arrow-left")
        back.activated.connect(self._on_back)
        label = fact_label(self.t, model.procedure, model.standing.path)
        chip = Chip(self.theme, model.procedure.title)
        return PageHeader(self.theme, label, (chip,), [back])

    def _left(self) -> QVBoxLayout:
        model = self._model
        count = len(model.history)
        self._tabs = SectionTabs(
            self.theme, (self.t("Sửa"), self.t("Lịch sử ({count})", count=count))
        )
        self._tabs.chosen.connect(self._on_tab)
        self._form = FactForm(self.kit, model.value, model.note)
        self._form.changed.connect(self._on_changed)
        history = FactHistory(self.kit, model.history, model.standing)
        history.undone.connect(self._on_undo)
        self._stack = QStackedWidget()
        for part in (self._form, history):
            self._stack.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap)
        for widget in self._choices():
            column.addWidget(widget)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        return column

    def _choices(self) -> list[QWidget]:
        """Return both values where the shipped one has changed since the office spoke."""
        standing, code = self._model.standing, self._model.procedure.code
        if standing.state is not FactState.CHANGED:
            return []
        shipped = told_text(self.t, standing.path, standing.shipped)
        told = Notice(
            self.theme, self.t("Bản mới: {text}", text=shipped), "arrows-clockwise", Tone.RED
        )
        wishes = (
            (self.t("Dùng bản mới"), TakeShipped(code, standing.path)),
            (self.t("Giữ bản đang dùng"), MarkFact(code, standing.path, Verdict.RIGHT)),
        )
        buttons = [TouchButton(self.theme, text, payload=wish) for text, wish in wishes]
        for button in buttons:
            button.activated_with.connect(self.wished)
        return [told, row(self.theme, *buttons)]

    def _right(self) -> QVBoxLayout:
        height = _LOW_PREVIEW_MM if self.theme.is_compact else _PREVIEW_MM
        self._preview = KioskPreview(self.kit, self._model.look, most_height_mm=height)
        self._hint = Notice(self.theme, "", "lightbulb", Tone.BLUE)
        self._plain = Notice(
            self.theme, self.t("Câu chữ ngắn gọn, dễ đọc."), "check-circle", Tone.GREEN
        )
        column = QVBoxLayout()
        column.setSpacing(self.theme.small_gap)
        self._caption = TextBlock(self.theme, "", TextRole.LABEL)
        column.addWidget(self._caption)
        column.addWidget(self._preview)
        column.addSpacing(self.theme.small_gap)
        for notice in (self._hint, self._plain):
            column.addWidget(notice)
        column.addStretch(1)
        self._saved = TextBlock(self.theme, "", TextRole.CAPTION)
        column.addWidget(self._saved)
        column.addLayout(self._buttons())
        return column

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.theme.gap)
        self._drop = TouchButton(self.theme, self.t("Bỏ bản nháp"), icon="x")
        self._drop.activated.connect(self._on_drop)
        line.addWidget(self._drop)
        if self._may_go:
            gone = TouchButton(
                self.theme, self.t("Bỏ mục này"), icon="trash", kind=ButtonKind.DANGER
            )
            gone.activated.connect(self._on_gone)
            line.addWidget(gone)
        save = TouchButton(self.theme, self.t("Lưu"), icon="floppy-disk", kind=ButtonKind.PRIMARY)
        save.activated.connect(self._on_save)
        line.addWidget(save, 1)
        return line

    @property
    def _may_go(self) -> bool:
        standing = self._model.standing
        return key_of(standing.path) in _MAY_GO and bool(standing.value)

    # Showing

    def _show(self, model: ContentFactModel) -> None:
        former, self._model = self._model, model
        if model.page is not None and (model is former or model.page != former.page):
            self._preview.show_page(model.page)
        missing = self.t("Ghi đủ các ô để xem thử.")
        seen = self.t("Người dân sẽ thấy như thế này")
        self._caption.set_text(missing if self._preview.is_empty else seen)
        self._hint.set_text("\n".join(model.hints))
        self._hint.setVisible(bool(model.hints))
        self._plain.setVisible(not model.hints)
        self._form.show_problems(model.problems)
        self._drop.setVisible(model.draft_at is not None)
        if model.draft_at is not None:
            at = f"{office_time(model.draft_at):%H:%M:%S, %d/%m}"
            self._saved.set_text(self.t("Tự lưu nháp {time}", time=at))
        else:
            self._saved.set_text("")

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self._tabs.set_current(index)
        self._stack.setCurrentIndex(index)

    # Wishes

    @Slot()
    def _on_changed(self) -> None:
        self._delay.start()

    @Slot()
    def _send_typed(self) -> None:
        code, path = self._model.procedure.code, self._model.standing.path
        self.wished.emit(FactTyped(code, path, self._form.value(), self._form.note()))

    @Slot()
    def _on_save(self) -> None:
        self._delay.stop()
        self.wished.emit(SaveFact(self._form.value(), self._form.note()))

    @Slot()
    def _on_gone(self) -> None:
        self._delay.stop()
        self.wished.emit(SaveFact({}, self._form.note()))

    @Slot()
    def _on_drop(self) -> None:
        self._delay.stop()
        self.wished.emit(DropFactDraft())

    @Slot()
    def _on_undo(self) -> None:
        standing = self._model.standing
        self.wished.emit(UndoFact(self._model.procedure.code, standing.path))

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(OpenContent(self._model.procedure.code))
