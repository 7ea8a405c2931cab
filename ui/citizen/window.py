"""The citizen's window: header, screen and bar, with what may lie over them.

It shows what it is told and passes on wishes; it decides nothing. A change of screen builds all
parts anew from their models, and presses are ignored for a moment after it, so that a double tap
never hits the next page.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.domain.flow import BarButton, ScreenName, bar_for
from kiosk.domain.office import OfficeProfile
from ui.accessibility import announce
from ui.citizen.bar import CALL_LABEL, HELP_LABEL, ActionBar
from ui.citizen.call_band import CallBand
from ui.citizen.header import Header
from ui.citizen.idle_overlay import IdleOverlay
from ui.citizen.models import AttendedModel, CallBandModel, CustomizeModel, HomeModel
from ui.citizen.read_button import ReadButton
from ui.citizen.registry import build_screen
from ui.citizen.screen import CitizenScreen, ScreenKit
from ui.citizen.steering import (
    STEERING_KEYS,
    first_stop,
    is_arrow_for,
    neighbour,
    spot_of,
    stop_at,
)
from ui.citizen.take_over_frame import TakeOverFrame
from ui.citizen.take_over_strip import TakeOverStrip
from ui.widgets.reading_order import move_focus

GUARD_SECONDS = 0.4
_PRESSES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.KeyPress,
    }
)
_Here = tuple[ScreenName, Hashable]
"""A screen, and what it is about."""

_FULL_BLEED = frozenset({ScreenName.ATTRACT})
"""Screens without a header, whose help button floats over them."""


class CitizenWindow(QWidget):
    """Full screen unless `windowed`; only `allow_close` lets it be closed then.

    Signals: `wished` carries one dataclass of `ui.citizen.wishes`; `touched` comes at every press
    of finger, mouse or key; `changing` before something else is shown; `still_here` when the idle
    warning was answered.
    """

    wished = Signal(object)
    touched = Signal()
    changing = Signal()
    still_here = Signal()

    def __init__(
        self,
        *,
        windowed: bool = False,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_close = windowed
        self._clock = clock
        self._changed_at = float("-inf")
        self._swallowing = False
        self._name: ScreenName | None = None
        self._kit: ScreenKit | None = None
        self._places: dict[_Here, object] = {}
        self._attended = AttendedModel()
        self._looks: tuple[OfficeProfile, CustomizeModel] | None = None
        self._header: Header | TakeOverStrip | None = None
        self._frame: TakeOverFrame | None = None
        self._screen: CitizenScreen | None = None
        self._bar: ActionBar | None = None
        self._idle: IdleOverlay | None = None
        self._band: CallBand | None = None
        self._goes_by_keys = False
        self._left_for_idle: QWidget | None = None

    # What is shown

    @property
    def screen_name(self) -> ScreenName | None:
        """The screen that is shown."""
        return self._name

    @property
    def shown(self) -> CitizenScreen | None:
        """The screen's widget."""
        return self._screen

    @property
    def header(self) -> Header | None:
        """The header, unless the screen has none or staff have it."""
        return self._header if isinstance(self._header, Header) else None

    @property
    def take_over_strip(self) -> TakeOverStrip | None:
        """Who has the screen, while staff do."""
        return self._header if isinstance(self._header, TakeOverStrip) else None

    @property
    def bar(self) -> ActionBar | None:
        """The bar at the foot."""
        return self._bar

    @property
    def call_band(self) -> CallBand | None:
        """The amber band, while it is shown."""
        return self._band

    @property
    def idle_overlay(self) -> IdleOverlay | None:
        """The idle warning, while it is shown."""
        return self._idle

    @property
    def is_settled(self) -> bool:
        """Whether presses are taken; for 400 ms after a page changed they are not."""
        return self._clock() - self._changed_at >= GUARD_SECONDS

    def show_screen(
        self,
        name: ScreenName,
        model: object,
        kit: ScreenKit,
        office: OfficeProfile,
        header_state: CustomizeModel,
        *,
        is_return: bool = False,
    ) -> None:
        """Build header, screen and bar anew and let go of the former ones.

        A page about the same as before, or one that is returned to, takes up its place again. Only
        a page that takes a newer model in place is kept: the search, at every key.
        """
        is_same_page = name is self._name and kit == self._kit and self._screen is not None
        if is_same_page and self._screen is not None and self._screen.refresh(model):
            return
        self.changing.emit()
        former, spot = self._remember_place(), spot_of(self)
        self._drop_parts()
        self._name, self._kit = name, kit
        self.setPalette(kit.theme.qt_palette())
        full_bleed = name in _FULL_BLEED
        self._looks = (office, header_state)
        self._header = self._make_header()
        self._screen = build_screen(kit, name, model)
        self._screen.setParent(self)
        label = CALL_LABEL if name is ScreenName.STUCK else HELP_LABEL
        self._bar = ActionBar(
            kit,
            bar_for(name),
            label,
            floating=full_bleed,
            resume_title=model.resume_title if isinstance(model, HomeModel) else "",
            parent=self,
        )
        for part in (self._header, self._screen, self._bar):
            if part is not None:
                part.wished.connect(self.wished)
        self._show_parts()
        here = (name, self._screen.subject)
        if here in self._places and (here == former or is_return):
            self._screen.recall(self._places[here])
        if name is ScreenName.ATTRACT:
            self._places.clear()
        if name is not ScreenName.WAITING:
            self.hide_call_band()
        self._settle(self._screen)
        if here == former and spot is not None:
            self._focus(stop_at(self, spot))

    def attend(self, model: AttendedModel) -> None:
        """Tell at the top who has the screen and how long it waits; the page stays as it is."""
        if model == self._attended:
            return
        self.changing.emit()
        self._attended = model
        if self._header is not None:
            former, self._header = self._header, self._make_header()
            _drop(former)
            if self._header is not None:
                self._header.wished.connect(self.wished)
        # What has come under the finger was not what it aimed at.
        self.ignore_presses()
        self._arrange()
        if self._header is not None:
            self._header.setVisible(self._band is None)
        self._show_frame()

    def _make_header(self) -> Header | TakeOverStrip | None:
        """Return what stands at the top: the header, or the strip in its place."""
        if self._kit is None or self._looks is None or self._name in _FULL_BLEED:
            return None
        office, state = self._looks
        if self._attended.staff_name:
            is_demo = office.is_demo
            return TakeOverStrip(self._kit, self._attended, is_demo=is_demo, parent=self)
        return Header(self._kit, office, state, self._attended.calm_until, parent=self)

    def show_idle_warning(self, seconds: int) -> None:
        """Lay the warning over everything, or count on with `seconds` left."""
        if self._idle is None and self._kit is not None:
            self.changing.emit()
            for_staff = bool(self._attended.staff_name)
            self._idle = IdleOverlay(self._kit, seconds, for_staff=for_staff, parent=self)
            self._idle.still_here.connect(self.still_here)
            self._idle.setGeometry(self.rect())
            self._left_for_idle = self.focusWidget()
            self._set_parts_enabled(False)
            self._idle.show()
            self._idle.raise_()
            self._settle(self._idle)
        if self._idle is not None:
            self._idle.set_seconds(seconds)

    def hide_idle_warning(self) -> None:
        """Take the warning away."""
        if self._idle is not None:
            self._set_parts_enabled(True)
            _drop(self._idle)
            self._idle = None
            self._focus(self._left_for_idle)
            self._left_for_idle = None
            # The press that took the warning away must not reach the page that lay below.
            self._changed_at = self._clock()

    def ignore_presses(self) -> None:
        """Take no presses for a moment: something else has come under the finger."""
        self._changed_at = self._clock()

    def show_call_band(self, model: CallBandModel) -> None:
        """Turn header and screen into the amber band (one-screen mode)."""
        if self._kit is None:
            return
        self.hide_call_band()
        self.changing.emit()
        self._band = CallBand(self._kit, model, parent=self)
        self._band.wished.connect(self.wished)
        self._arrange()
        for part in (self._header, self._screen):
            if part is not None:
                part.hide()
        self._band.show()
        self._settle(self._band)

    def hide_call_band(self) -> None:
        """Bring header and screen back."""
        if self._band is not None:
            self.changing.emit()
            _drop(self._band)
            self._band = None
            self._show_parts()

    @property
    def page_to_read(self) -> QWidget | None:
        """What is read aloud: the screen, or what the amber band says to who waits."""
        return self._screen if self._band is None else self._band.paper

    @Slot(bool)
    def show_reading(self, is_reading: bool) -> None:
        """Say on the button that the page is being read, and that one can stop it."""
        for button in self.findChildren(ReadButton):
            button.show_reading(is_reading)

    # Parts

    def _remember_place(self) -> _Here | None:
        """Keep where the screen stands that is about to go; return which it is."""
        if self._screen is None or self._name is None:
            return None
        here = (self._name, self._screen.subject)
        self._places[here] = self._screen.memory()
        return here

    def _drop_parts(self) -> None:
        focused = self.focusWidget()
        if focused is not None:
            # Otherwise the focus would wander through what is about to go.
            focused.clearFocus()
        for part in (self._header, self._screen, self._bar):
            if part is not None:
                _drop(part)
        self._header = self._screen = self._bar = self._left_for_idle = None

    def _show_parts(self) -> None:
        self._arrange()
        for part in (self._header, self._screen, self._bar):
            if part is not None:
                part.show()
        self._show_frame()

    def _show_frame(self) -> None:
        """Lay the frame around everything while staff have the screen; what lies over it stays."""
        if self._frame is not None:
            _drop(self._frame)
            self._frame = None
        if self._attended.staff_name and self._kit is not None and self._header is not None:
            self._frame = TakeOverFrame(self._kit.theme, self)
            self._frame.setGeometry(self.rect())
            self._frame.show()
        for overlay in (self._band, self._idle, self._frame):
            if overlay is not None:
                overlay.raise_()

    def _set_parts_enabled(self, enabled: bool) -> None:
        for part in (self._header, self._screen, self._bar, self._band):
            if part is not None:
                part.setEnabled(enabled)

    def _settle(self, part: QWidget) -> None:
        """Start the moment in which presses are ignored, set the focus, tell what has come."""
        self._changed_at = self._clock()
        title = part.accessibleName()
        if isinstance(part, CitizenScreen):
            title = part.spoken_title()
            self._focus(part.initial_focus() or first_stop(part))
        else:
            self._focus(first_stop(part))
        if self.isVisible():
            announce(part, title)

    def _focus(self, widget: QWidget | None) -> None:
        """Give the focus to a field, and to anything for who goes by keys; a finger needs none."""
        if widget is not None and (self._goes_by_keys or isinstance(widget, QLineEdit)):
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        whole = self.rect()
        top = self._header.height() if self._header is not None else 0
        foot = self._bar.height() if self._bar is not None else 0
        middle = QRect(0, top, whole.width(), max(0, whole.height() - top - foot))
        if self._header is not None:
            self._header.setGeometry(0, 0, whole.width(), top)
        if self._screen is not None:
            self._screen.setGeometry(middle if self._name not in _FULL_BLEED else whole)
        if self._bar is not None:
            self._bar.setGeometry(self._bar_place(whole, foot))
            self._bar.raise_()
        if self._band is not None:
            self._band.setGeometry(0, 0, whole.width(), whole.height() - foot)
        for over in (self._idle, self._frame):
            if over is not None:
                over.setGeometry(whole)

    def _bar_place(self, whole: QRect, height: int) -> QRect:
        if self._bar is None or self._name not in _FULL_BLEED:
            return QRect(0, whole.height() - height, whole.width(), height)
        size = self._bar.floating_size()
        return QRect(whole.width() - size.width(), whole.height() - height, size.width(), height)

    # Qt

    def allow_close(self) -> None:
        """Let the window be closed: the program is ending."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse Alt+F4 and the like on a kiosk."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc where the bar does; all other keys that nobody wanted do nothing."""
        event.accept()
        back = self._bar.button(BarButton.BACK) if self._bar is not None else None
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat() and back is not None:
            self.wished.emit(back.payload)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.winId()
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own signature
        """Let Tab follow the order of reading."""
        return move_focus(self, forward=next, every_choice=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._kit is not None:
            QPainter(self).fillRect(self.rect(), self._kit.theme.colour("paper"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of every press, and swallow those that come right after a change of screen."""
        kind = event.type()
        if kind in _PRESSES:
            self.touched.emit()
            self._swallowing = not self.is_settled
            self._goes_by_keys = _goes_by_keys(event, before=self._goes_by_keys)
        if self._swallowing and kind in _INPUT and not _is_typing(event, self.focusWidget()):
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and is_arrow_for(event.key(), self.focusWidget()):
            if kind is QEvent.Type.KeyPress:
                self._focus(neighbour(self, event.key()))
            return True
        return super().eventFilter(watched, event)


_INPUT = _PRESSES | {
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.KeyRelease,
}


def _is_typing(event: QEvent, focused: QWidget | None) -> bool:
    """Return whether a key is none of those that act on a page: scanners type at any moment."""
    if not isinstance(event, QKeyEvent):
        return False
    is_blank = event.key() == Qt.Key.Key_Space and isinstance(focused, QLineEdit)
    return is_blank or event.key() not in STEERING_KEYS


def _goes_by_keys(event: QEvent, *, before: bool) -> bool:
    """Return whether whoever pressed goes by keys; mere typing tells nothing about that."""
    if isinstance(event, QKeyEvent):
        return before or event.key() in STEERING_KEYS
    return False


def _drop(widget: QWidget) -> None:
    """Let go of a part for good."""
    widget.hide()
    widget.deleteLater()
