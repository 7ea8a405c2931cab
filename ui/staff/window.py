"""The console's window: the rail, the strips that announce, and the page beside them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWindow,
)
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kiosk.domain.help_call import HelpCall
from ui.keyboard.keyboard_dock import KeyboardDock
from ui.staff.call_toast import CallToast
from ui.staff.camera_panel import CameraPanel
from ui.staff.models import Names, RailModel, StaffScreenName
from ui.staff.press_shield import PressShield
from ui.staff.rail import Rail
from ui.staff.registry import build_screen
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.tell_strip import TellStrip
from ui.widgets.reading_order import move_focus

_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress)


class StaffWindow(QWidget):
    """Shows one page at a time; decides nothing.

    Signals: `wished` carries one dataclass of `ui.staff.wishes`; `touched` comes with every press
    and key, so that the shell can lock a console nobody uses.
    """

    wished = Signal(object)
    touched = Signal()

    def __init__(self, kit: StaffKit, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._name: StaffScreenName | None = None
        self._screen: StaffScreen | None = None
        self._rail: Rail | None = None
        self._rail_model: RailModel | None = None
        self._watched: QWindow | None = None
        self._calls: tuple[tuple[HelpCall, ...], Names, datetime] | None = None
        self._lay_out()
        self._make_strips()
        self._make_camera()
        self._shield = PressShield(self)
        self.keyboard = KeyboardDock(self._stage, kit.theme, kit.t, self._shield.cover)

    def _lay_out(self) -> None:
        self._stage = QWidget(self)
        self._line = QHBoxLayout(self._stage)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._page = QVBoxLayout()
        self._page.setSpacing(0)
        self._strips = QVBoxLayout()
        self._page.addLayout(self._strips)
        self._line.addLayout(self._page, 1)

    def _make_strips(self) -> None:
        self._toast, self._tell = CallToast(self._kit), TellStrip(self._kit)
        self._toast.wished.connect(self.wished)
        self._tell.read.connect(self._fit_strips)
        for strip in (self._toast, self._tell):
            self._strips.addWidget(strip)

    def _make_camera(self) -> None:
        self.camera = CameraPanel(self._kit, self)
        self.camera.wished.connect(self.wished)

    # What is shown

    @property
    def screen_name(self) -> StaffScreenName | None:
        """The page that is shown."""
        return self._name

    @property
    def kit(self) -> StaffKit:
        """The theme and language of what is shown."""
        return self._kit

    @property
    def page(self) -> StaffScreen | None:
        """The screen that is shown."""
        return self._screen

    @property
    def rail(self) -> Rail | None:
        """The rail, None while nobody is logged in."""
        return self._rail

    @property
    def toast(self) -> CallToast:
        """The strip that announces calls."""
        return self._toast

    @property
    def told(self) -> TellStrip:
        """The strip that tells what did not work."""
        return self._tell

    @property
    def is_settled(self) -> bool:
        """Whether presses are taken; for 400 ms after a page changed they are not."""
        return not self._shield.is_down

    def show_screen(
        self,
        name: StaffScreenName,
        model: object,
        kit: StaffKit,
        rail_model: RailModel | None = None,
    ) -> None:
        """Show a page; the same page takes a newer model in place where it can.

        Without a rail model, as on the log-in page, there is no rail. Another kit (language or
        panel) builds everything anew.
        """
        is_same_kit = kit == self._kit
        if not is_same_kit:
            self._change_kit(kit)
        if is_same_kit:
            self.show_rail(rail_model)
        else:
            self._show_rail(rail_model)
        is_same_page = name is self._name and is_same_kit and self._screen is not None
        self._name = name
        if not (is_same_page and self._screen is not None and self._screen.refresh(model)):
            self._replace_page(build_screen(kit, name, model))
        if not is_same_page:
            self._tell.hide()
        self._announce()

    def show_rail(self, model: RailModel | None) -> None:
        """Show the rail anew where it differs, mere figures in place; the page stays as it is."""
        if model == self._rail_model:
            return
        if self._rail is None or model is None or not self._rail.show_figures(model):
            self._show_rail(model)
        self._rail_model = model

    def show_calls(self, calls: tuple[HelpCall, ...], names: Names, now: datetime) -> None:
        """Announce waiting calls above the page; on the queue itself the cards do it."""
        self._calls = (calls, names, now)
        self._announce()

    def tell(self, text: str) -> None:
        """Say above the page what did not work; another page takes it away."""
        self._tell.tell(text)
        self._fit_strips()

    def show_camera(self, *, is_looking: bool) -> None:
        """Show what the camera sees, over the page, for as long as it looks."""
        self.camera.look(is_looking=is_looking)
        self._shield.cover()

    @Slot(QImage)
    def show_picture(self, image: QImage) -> None:
        """Show what the camera sees now."""
        self.camera.view.show_image(image)

    # Parts

    def _change_kit(self, kit: StaffKit) -> None:
        self._kit = kit
        self.keyboard.use(kit.theme, kit.t)
        for strip in (self._toast, self._tell):
            strip.hide()
            strip.deleteLater()
        self._make_strips()
        self.camera.hide()
        self.camera.deleteLater()
        self._make_camera()

    def _show_rail(self, model: RailModel | None) -> None:
        self._rail_model = model
        if self._rail is not None:
            self._rail.hide()
            self._rail.deleteLater()
            self._rail = None
        if model is not None:
            self._rail = Rail(self._kit, model)
            self._rail.wished.connect(self.wished)
            self._line.insertWidget(0, self._rail)

    def _replace_page(self, screen: StaffScreen) -> None:
        gone, self._screen = self._screen, screen
        if gone is not None:
            gone.hide()  # a draft not yet handed on goes out now
            gone.wished.disconnect(self.wished)
            self._page.removeWidget(gone)
            gone.deleteLater()
            self._shield.cover()
        screen.wished.connect(self.wished)
        self._page.addWidget(screen, 1)
        first = screen.initial_focus()
        if first is not None:
            first.setFocus()

    def _announce(self) -> None:
        if self._calls is not None:
            calls, names, now = self._calls
            shown = () if self._name is StaffScreenName.CALLS else calls
            self._toast.show_calls(shown, names, now, may_take=self._may_take())
        self._fit_strips()

    def _may_take(self) -> bool:
        return self._rail_model is not None and not self._rail_model.is_confined

    @Slot()
    def _fit_strips(self) -> None:
        """Give the strips room only while one is shown; whatever moves is shielded for a moment."""
        theme = self._kit.theme
        is_shown = any(not strip.isHidden() for strip in (self._toast, self._tell))
        margins = (theme.margin, theme.gap, theme.margin, 0) if is_shown else (0, 0, 0, 0)
        self._strips.setSpacing(theme.small_gap if is_shown else 0)
        if self._strips.contentsMargins().top() != margins[1]:
            self._shield.cover()
        self._strips.setContentsMargins(*margins)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window this console stands in for presses and keys."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)
        self.keyboard.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the keys along: the next person here begins without them."""
        self.keyboard.hide()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shield.setGeometry(self.rect())
        self.keyboard.arrange()
        self.camera.fit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own signature
        """Let Tab follow the order of reading."""
        return move_focus(self, forward=next)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of every press and key while the console is shown; take none of them."""
        if event.type() in _TOUCHES and self.isVisible():
            self.touched.emit()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._kit.theme.colour("paper"))
