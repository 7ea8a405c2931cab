"""The one button of the application, made for fingers of any age.

It acts when the finger lifts inside it; sliding off cancels. It shows at once that it is pressed,
ignores a second tap for 400 ms, and has no hover style, since a finger does not hover. Touches are
taken directly, so that a palm resting elsewhere on the panel does not block the finger.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.accessibility import describe
from ui.theme.theme import TAP_GUARD_MS, Theme
from ui.theme.tokens import TextRole
from ui.widgets.button_face import ButtonContent, ButtonFace, make_face
from ui.widgets.button_style import Align, ButtonColours, ButtonKind, button_colours
from ui.widgets.painting import paint_focus_ring, paint_icon, paint_panel, smooth
from ui.widgets.text_block import TextBlock
from ui.widgets.text_flow import TextFlow

__all__ = ["Align", "ButtonKind", "TouchButton"]

_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
_MAIN_KINDS = (ButtonKind.PRIMARY, ButtonKind.DONE, ButtonKind.HELP)
_LEFT_KINDS = (ButtonKind.TILE, ButtonKind.CHOICE, ButtonKind.RESULT, ButtonKind.CHECK)
_SILENT_REASONS = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TouchButton(QAbstractButton):
    """A button of one of the `ButtonKind`s; its text wraps and is never shortened.

    `min_mm` overrides the least height; `name` is spoken instead of `text` (icon-only buttons need
    it). `activated` and `activated_with(payload)` come once per accepted tap, click or key.
    """

    activated = Signal()
    activated_with = Signal(object)

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: str = "",
        trailing_icon: str = "",
        detail: str = "",
        badge: str = "",
        kind: ButtonKind = ButtonKind.QUIET,
        checkable: bool = False,
        name: str = "",
        description: str = "",
        min_mm: float | None = None,
        align: Align | None = None,
        role: TextRole | None = None,
        payload: object = None,
        guard_ms: int = TAP_GUARD_MS,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = ButtonKind(kind)
        self.payload = payload
        self._theme = theme
        self._name = name
        self._description = description
        self._guard_s = guard_ms / 1000
        self._clock = clock
        self._last_activation = float("-inf")
        self._touch_point: int | None = None
        self._shows_focus = False
        self._shared_height = 0
        self._min_px = theme.mm(min_mm if min_mm is not None else self._least_mm())
        left = bool(detail) or self.kind in _LEFT_KINDS
        self._align = align or (Align.LEFT if left else Align.CENTER)
        self._set_content(
            ButtonContent(text, icon, trailing_icon, detail, badge, role or self._role())
        )
        self._set_behaviour(checkable)

    def _least_mm(self) -> float:
        main = self.kind in _MAIN_KINDS
        return self._theme.main_button_mm if main else self._theme.button_mm

    def _role(self) -> TextRole:
        if self.kind is ButtonKind.TILE:
            return TextRole.STRONG
        return TextRole.LABEL if self.kind is ButtonKind.RAIL else TextRole.BUTTON

    def _set_behaviour(self, checkable: bool) -> None:
        self.setCheckable(checkable or self.kind in (ButtonKind.CHIP, ButtonKind.CHECK))
        if self.kind is ButtonKind.RAIL:
            self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    # Content

    def text(self) -> str:
        """Return the text on the button."""
        return self._content.text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._set_content(replace(self._content, text=text))

    def rename(self, name: str) -> None:
        """Let `name` be spoken instead of the text from now on."""
        self._name = name
        self._set_content(self._content)

    def set_detail(self, detail: str) -> None:
        """Show another second line."""
        self._set_content(replace(self._content, detail=detail))

    def set_badge(self, badge: str) -> None:
        """Show another note in the corner of a tile."""
        self._set_content(replace(self._content, badge=badge))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._set_content(replace(self._content, icon=icon))

    def share_height(self, height: int) -> None:
        """Arrange the content as if it needed `height` pixels, like the tallest neighbour."""
        self._shared_height = self._face.shared_height = height
        self.update()

    def _set_content(self, content: ButtonContent) -> None:
        self._content = content
        self._is_apart = False
        self._wear(content)
        spoken = self._name or self._content.text
        described = self._description or ". ".join(filter(None, (content.detail, content.badge)))
        describe(self, spoken, described)
        self.updateGeometry()
        self.update()

    def _wear(self, content: ButtonContent) -> None:
        self._face = self._make_face(content)
        self._face.shared_height = self._shared_height
        self.update()

    def _make_face(self, content: ButtonContent) -> ButtonFace:
        return make_face(self._theme, content, self.kind, self._align)

    def flows(self) -> tuple[TextFlow, ...]:
        """Return the words on the button as they are painted; an icon alone says nothing."""
        return self._face.flows()

    # In parts, where it is higher than a page

    def told(self) -> str:
        """Return text and detail."""
        return f"{self._content.text}\n{self._content.detail}"

    def parts(self, width: int, height: int) -> list[QWidget]:
        """Return the button without its detail, and the detail as text."""
        if not self._content.detail:
            return [self]
        self._is_apart = True
        self._wear(replace(self._content, detail=""))
        detail = TextBlock(self._theme, self._content.detail, TextRole.CAPTION)
        return [self, *detail.parts(width, height)]

    def join(self) -> None:
        """Bring the detail back onto the button."""
        if self._is_apart:
            self._is_apart = False
            self._wear(self._content)

    # Size

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the wrapped text fits, and at least the touch size."""
        return max(self._min_px, self._face.height(width))

    def sizeHint(self) -> QSize:
        """Return the size with the fewest line breaks, and at least the touch size."""
        return self._face.size().expandedTo(QSize(self._min_px, self._min_px))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest width that breaks no word, and the touch size."""
        return QSize(max(self._min_px, self._face.least_width()), self._min_px)

    # Behaviour

    def nextCheckState(self) -> None:
        """Toggle, except on the rail, where the shell marks the section that is open."""
        if self.kind is not ButtonKind.RAIL:
            super().nextCheckState()

    @Slot()
    def _on_clicked(self) -> None:
        self.activated.emit()
        self.activated_with.emit(self.payload)

    def _activate(self) -> None:
        now = self._clock()
        if now - self._last_activation < self._guard_s:
            return
        self._last_activation = now
        self.click()

    def _press(self, down: bool) -> None:
        """Show the pressed state before anything slow can happen."""
        if down != self.isDown():
            self.setDown(down)
            self.repaint()

    def _release(self, inside: bool) -> None:
        was_down = self.isDown()
        self._press(False)
        if was_down and inside:
            self._activate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press with the left button; the second click of a double click counts as a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._press(True)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let go when the pointer slides off, press again when it comes back."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._press(self._inside(event.position().toPoint()))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act if the pointer lifts inside."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._release(self._inside(event.position().toPoint()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take touches directly; everything else goes Qt's way."""
        if isinstance(event, QTouchEvent) and self.isEnabled():
            self._on_touch(event)
            return True
        return super().event(event)

    def _on_touch(self, event: QTouchEvent) -> None:
        event.accept()
        if event.type() is QEvent.Type.TouchCancel:
            self._touch_point = None
            self._press(False)
            return
        if self._touch_point is None:
            self._touch_point = event.points()[0].id()
        for point in event.points():
            if point.id() == self._touch_point:
                self._follow(event, self._inside(point.position().toPoint()))

    def _follow(self, event: QTouchEvent, inside: bool) -> None:
        if event.type() is QEvent.Type.TouchEnd:
            self._touch_point = None
            self._release(inside)
        else:
            self._press(inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Space or Enter."""
        self._shows_focus = True
        self.update()
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._press(True)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Act when Space or Enter is let go."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self._release(inside=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring for keyboard focus, not when a window merely comes to the front."""
        self._shows_focus = self._shows_focus or event.reason() not in _SILENT_REASONS
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring, unless only the window lost the focus."""
        self._shows_focus = (
            self._shows_focus and event.reason() is Qt.FocusReason.ActiveWindowFocusReason
        )
        self._press(False)
        super().focusOutEvent(event)

    def _inside(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    # Looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, border, content and focus ring."""
        painter = smooth(QPainter(self))
        colours = button_colours(
            self.kind,
            pressed=self.isDown(),
            selected=self.isChecked(),
            enabled=self.isEnabled(),
        )
        self._paint_ground(painter, colours)
        self._face.paint(painter, self.rect(), colours, self.isChecked())
        if self.kind is ButtonKind.CHOICE and self.isChecked():
            self._paint_chosen(painter)
        if self.hasFocus() and self._shows_focus:
            paint_focus_ring(painter, self._theme, self.rect(), self._radius())

    def _radius(self) -> int:
        if self.kind is ButtonKind.CHIP:
            return self.height() // 2
        return self._theme.radius if self.kind in _LEFT_KINDS else self._theme.button_radius

    def _paint_ground(self, painter: QPainter, colours: ButtonColours) -> None:
        quiet = colours.border == "line"
        width = self._theme.line_width if quiet else self._theme.edge_width
        paint_panel(
            painter,
            self.rect(),
            ground=self._theme.colour(colours.ground),
            border=self._theme.colour(colours.border) if colours.border else None,
            border_px=self._theme.edge_width * 3 // 2 if colours.heavy else width,
            radius=self._radius(),
        )

    def _paint_chosen(self, painter: QPainter) -> None:
        """Mark the choice with a tick too, so that colour does not say it alone."""
        side = self._theme.mm(4.2 if self._theme.is_staff else 6.0)
        inset = self._theme.mm(1.4 if self._theme.is_staff else 3.0)
        disc = QRect(self.width() - side - inset, inset, side, side)
        blue = self._theme.colour("blue")
        paint_panel(painter, disc, ground=blue, border=None, border_px=0, radius=side)
        inner = side // 5
        mark = disc.adjusted(inner, inner, -inner, -inner)
        paint_icon(painter, self._theme, "check", "on_fill", mark)
