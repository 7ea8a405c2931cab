"""Records every text a window paints: what, by which widget, in which font, where, cut off where.

The window is rendered onto a device that draws nothing and notes each text Qt hands it. So nothing
has to be believed about the widgets: text that is shortened, scaled or painted beyond its widget
shows up as what it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

_INVISIBLE = dict.fromkeys(map(ord, "\u2060\u2028\u00ad\u200b"))


@dataclass(frozen=True, slots=True)
class PaintedText:
    """A stretch of one line; all lengths are logical pixels of the window.

    `ink` bounds what the letters themselves cover, `clip` what the painter lets through;
    `is_scaled` tells of a painter that was stretched or turned.
    """

    widget: QWidget
    text: str
    font: QFont
    colour: QColor
    baseline: float
    left: float
    right: float
    ink: QRectF
    clip: QRectF
    is_scaled: bool

    @property
    def shown(self) -> str:
        """The text without characters that have no shape."""
        return self.text.translate(_INVISIBLE)


class _Recorder(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[PaintedText] = []
        self._transform = QTransform()
        self._colour = QColor()

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        flags = state.state()
        if flags & QPaintEngine.DirtyFlag.DirtyTransform:
            self._transform = QTransform(state.transform())
        if flags & QPaintEngine.DirtyFlag.DirtyPen:
            self._colour = state.pen().color()

    def drawTextItem(self, point: QPointF | QPoint | QPainterPath.Element, item: QTextItem) -> None:
        point = QPointF(point.x, point.y) if isinstance(point, QPainterPath.Element) else point
        painter = self.painter()
        widget = painter.device()
        if not isinstance(widget, QWidget):
            return
        transform, text, font = self._transform, item.text(), QFont(item.font())
        clip = QRectF(self.systemClip().boundingRect())
        if painter.hasClipping():
            clip &= transform.mapRect(painter.clipBoundingRect())
        start = transform.map(point)
        extent = _extent(font.key(), text)
        self.texts.append(
            PaintedText(
                widget=widget,
                text=text,
                font=font,
                colour=self._colour,
                baseline=start.y(),
                left=start.x(),
                right=start.x() + extent.advance,
                ink=transform.mapRect(extent.ink.translated(point)),
                clip=clip,
                is_scaled=transform.isScaling() or transform.isRotating(),
            )
        )

    # Everything else is not noted.

    def drawPixmap(self, *_arguments: object) -> None: ...
    def drawImage(self, *_arguments: object) -> None: ...
    def drawTiledPixmap(self, *_arguments: object) -> None: ...
    def drawPath(self, *_arguments: object) -> None: ...
    def drawRects(self, *_arguments: object) -> None: ...
    def drawPolygon(self, *_arguments: object) -> None: ...
    def drawLines(self, *_arguments: object) -> None: ...
    def drawEllipse(self, *_arguments: object) -> None: ...
    def drawPoints(self, *_arguments: object) -> None: ...


class _Paper(QPaintDevice):
    """A device of the window's size; an image answers for it what Qt wants to know."""

    def __init__(self, recorder: _Recorder, window: QWidget) -> None:
        super().__init__()
        self._recorder = recorder
        self._like = QImage(window.size(), QImage.Format.Format_RGB32)

    def paintEngine(self) -> QPaintEngine:
        return self._recorder

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._like.metric(metric)


@dataclass(frozen=True, slots=True)
class _Extent:
    ink: QRectF
    advance: float


def texts_of(window: QWidget, part: QRect) -> list[PaintedText]:
    """Return what the window paints in `part`, line by line; what follows each other is joined."""
    recorder = _Recorder()
    paper = _Paper(recorder, window)
    window.render(paper, part.topLeft(), QRegion(part), QWidget.RenderFlag.DrawChildren)
    joined: list[PaintedText] = []
    for text in recorder.texts:
        if joined and _follows(joined[-1], text):
            joined[-1] = _join(joined[-1], text)
        else:
            joined.append(text)
    return [text for text in joined if text.shown.strip()]


def _follows(former: PaintedText, text: PaintedText) -> bool:
    same = former.widget is text.widget and former.font.pixelSize() == text.font.pixelSize()
    level = abs(former.baseline - text.baseline) < 1 and former.colour == text.colour
    return same and level and abs(text.left - former.right) < 1.5


def _join(former: PaintedText, text: PaintedText) -> PaintedText:
    return replace(
        former,
        text=former.text + text.text,
        right=text.right,
        ink=former.ink | text.ink,
        clip=former.clip & text.clip,
    )


@cache
def _metrics(key: str) -> QFontMetricsF:
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font)


@cache
def _extent(key: str, text: str) -> _Extent:
    """Return where the letters lie around the start of their baseline."""
    metrics = _metrics(key)
    shown = text.translate(_INVISIBLE)
    ink = metrics.tightBoundingRect(shown) if shown.strip() else QRectF()
    return _Extent(ink, metrics.horizontalAdvance(shown))
