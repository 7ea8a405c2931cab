"""The citizen's page as the kiosk would show it, small, while the lead types.

It is the citizen's own window with the citizen's own screens, built out of sight at full size and
shown as a picture. So what is seen here cannot differ from what citizens will see.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.accessibility import describe
from ui.citizen.looks import DEFAULT_LOOKS
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.citizen.window import CitizenWindow
from ui.staff.content.models import KioskLook, KioskPage
from ui.staff.screen import StaffKit
from ui.theme.theme import Theme
from ui.widgets.painting import paint_panel, smooth

_FRAME_MM = 2.2
_MOST_HEIGHT_MM = 120.0


class KioskPreview(QWidget):
    """A frame like a monitor's; it keeps the proportions of the citizen's panel."""

    def __init__(
        self,
        kit: StaffKit,
        look: KioskLook,
        *,
        most_height_mm: float = _MOST_HEIGHT_MM,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = kit.theme
        self._look = look
        self._most_px = kit.theme.mm(most_height_mm)
        self._kit = ScreenKit(Theme(look.metrics), kit.t)
        self._window = CitizenWindow(windowed=True, parent=self)
        self._window.hide()
        self._window.resize(look.metrics.width_px, look.metrics.height_px)
        self._page: KioskPage | None = None
        self._is_due = False
        self._picture = QPixmap()
        self._scaled = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        describe(self, kit.t("Người dân sẽ thấy như thế này"))

    @property
    def is_empty(self) -> bool:
        """Whether no page was shown yet."""
        return self._page is None

    def show_page(self, page: KioskPage) -> None:
        """Show a page as the kiosk would, turned to the words that are being edited."""
        self._page = page
        self._is_due = True
        if self.isVisible():
            self._draw(page)

    def _draw(self, page: KioskPage) -> None:
        """Build the page; not before the preview is shown, or Qt lays out all that is hidden."""
        self._is_due = False
        self._window.show_screen(
            page.screen, page.model, self._kit, self._look.office, DEFAULT_LOOKS
        )
        # A hidden window is laid out when it is drawn; only then is it known what stands where.
        self._picture = self._window.grab()
        shown = self._window.shown
        if isinstance(shown, PagedScreen) and shown.pages is not None:
            before = shown.pages.page
            for words in page.words:
                shown.pages.show_words(words)
            if shown.pages.page != before:
                self._picture = self._window.grab()
        self._scaled = QPixmap()
        self.update()

    def shown_words(self) -> tuple[str, ...]:
        """Return what the page says, as a screen reader would read it."""
        seen = (w for w in self._window.findChildren(QWidget) if not w.isHidden())
        return tuple(widget.accessibleName() for widget in seen if widget.accessibleName())

    # Size

    @property
    def _frame_px(self) -> int:
        return self._theme.mm(_FRAME_MM)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics, frame = self._look.metrics, 2 * self._frame_px
        inner = (width - frame) * metrics.height_px // metrics.width_px
        return min(inner + frame, self._most_px)

    def sizeHint(self) -> QSize:
        width = self._theme.mm(100)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._theme.mm(50)
        return QSize(width, self.heightForWidth(width))

    # Looks

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due and self._page is not None:
            self._draw(self._page)

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics, frame = self._look.metrics, self._frame_px
        room = QSize(self.width() - 2 * frame, self.height() - 2 * frame)
        size = QSize(metrics.width_px, metrics.height_px).scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio
        )
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        place = QRect(left, top, size.width(), size.height())
        painter = smooth(QPainter(self))
        paint_panel(
            painter,
            place.adjusted(-frame, -frame, frame, frame),
            ground=self._theme.colour("rail"),
            border=None,
            border_px=0,
            radius=self._theme.radius,
        )
        inside = QPainterPath()
        inside.addRoundedRect(place, frame, frame)
        painter.setClipPath(inside)
        painter.fillRect(place, self._theme.colour("paper"))
        if not self._picture.isNull():
            painter.drawPixmap(place.topLeft(), self._in_size(size))

    def _in_size(self, size: QSize) -> QPixmap:
        """Return the picture in this size, in device pixels; kept until either changes."""
        ratio = self.devicePixelRatioF()
        device = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if self._scaled.size() != device:
            self._scaled = self._picture.scaled(
                device,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled
