"""The set-up's window: progress at the head, one page, Back and Next at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.keyboard.keyboard_dock import KeyboardDock
from ui.setup.models import Progress, SetupPageName
from ui.setup.page import SetupPage
from ui.setup.parts.scanner_page import ScannerPage
from ui.setup.registry import build_page
from ui.setup.wishes import GoBack
from ui.staff.press_shield import PressShield
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.icon_mark import IconMark
from ui.widgets.progress import StepProgress
from ui.widgets.reading_order import move_focus
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_WIDEST_MM = 320


class SetupWizard(QWidget):
    """Shows one page at a time and keeps what was typed on the others; decides nothing.

    Signals: `wished` carries one dataclass of `ui.setup.wishes`.
    """

    wished = Signal(object)

    def __init__(self, kit: StaffKit, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pages: dict[SetupPageName, SetupPage] = {}
        self._name: SetupPageName | None = None
        self._lay_out()
        self._shield = PressShield(self)
        self.keyboard = KeyboardDock(self._stage, kit.theme, kit.t, self._shield.cover)

    # Layout

    def _lay_out(self) -> None:
        theme = self._kit.theme
        side = max(theme.margin, theme.mm((theme.metrics.width_mm - _WIDEST_MM) / 2))
        self._stage = QWidget(self)
        column = QVBoxLayout(self._stage)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(side, theme.margin, side, theme.margin)
        column.setSpacing(theme.gap)
        self._stack = QStackedWidget()
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        theme = self._kit.theme
        self._step = TextBlock(theme, "", TextRole.CAPTION)
        self._progress = StepProgress(theme, 1, 1, t=self._kit.t)
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        line.addWidget(IconMark(theme, "lotus", size_mm=9, tone=Tone.LOTUS, bare=True))
        line.addWidget(self._step)
        line.addWidget(self._progress, 1, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _foot(self) -> QHBoxLayout:
        theme, t = self._kit.theme, self._kit.t
        height = theme.main_button_mm
        self._back = TouchButton(theme, t("Quay lại"), icon="arrow-left", min_mm=height)
        self._back.activated.connect(self._on_back)
        self._next = TouchButton(
            theme, t("Tiếp tục"), trailing_icon="arrow-right", kind=ButtonKind.PRIMARY
        )
        self._next.activated.connect(self._on_next)
        for button in (self._back, self._next):
            button.hide()  # until there is a page
        line = QHBoxLayout()
        line.setSpacing(theme.gap)
        line.addWidget(self._back)
        line.addStretch(1)
        line.addWidget(self._next)
        return line

    # What is shown

    @property
    def kit(self) -> StaffKit:
        """The theme and language of what is shown."""
        return self._kit

    @property
    def page_name(self) -> SetupPageName | None:
        """The page that is shown."""
        return self._name

    @property
    def page(self) -> SetupPage | None:
        """The page's widget."""
        return self._pages.get(self._name) if self._name is not None else None

    @property
    def is_settled(self) -> bool:
        """Whether presses are taken; for 400 ms after a page changed they are not."""
        return not self._shield.is_down

    def show_page(self, name: SetupPageName, model: object) -> None:
        """Show a page; one that was shown before keeps what was typed and takes the model over."""
        is_new = name not in self._pages
        if is_new:
            page = build_page(self._kit, name, model)
            page.wished.connect(self._on_wished)
            self._pages[name] = page
            self._stack.addWidget(page)
        page = self._pages[name]
        if not is_new:
            page.refresh(model)
        has_changed, self._name = name is not self._name, name
        self._stack.setCurrentWidget(page)
        self._show_progress(name, model)
        self._show_next(page)
        if has_changed:
            self._shield.cover()
            first = page.initial_focus()
            if first is not None:
                first.setFocus()

    def _show_progress(self, name: SetupPageName, model: object) -> None:
        progress = getattr(model, "progress", None)
        has_progress = isinstance(progress, Progress)
        self._progress.setVisible(has_progress)
        if isinstance(progress, Progress):
            self._progress.set_step(progress.position, progress.total)
            text = self._kit.t(
                "Bước {position} trên {total}", position=progress.position, total=progress.total
            )
            self._step.set_text(text)
        # From the console the pages begin with the office, and going back leaves them.
        leaves = name is SetupPageName.OFFICE and has_progress
        self._back.setVisible(leaves or (has_progress and getattr(progress, "can_go_back", False)))

    def _show_next(self, page: SetupPage) -> None:
        self._next.set_text(page.next_text)
        self._next.setVisible(bool(page.next_text))

    @Slot(QImage)
    def pictured(self, image: QImage) -> None:
        """Show what a camera sees on the page that tries one."""
        if isinstance(self.page, ScannerPage):
            self.page.show_image(image)

    # What is wanted

    @Slot()
    def _on_next(self) -> None:
        page = self.page
        if page is not None:
            page.go_on()
            self._show_next(page)

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(GoBack())

    @Slot(object)
    def _on_wished(self, wish: object) -> None:
        self.wished.emit(wish)
        page = self.page
        if page is not None:
            self._show_next(page)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keyboard.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keyboard.hide()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keyboard.arrange()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own signature
        """Let Tab follow the order of reading."""
        return move_focus(self, forward=next)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._kit.theme.colour("paper"))
