"""The operating system's scaling must not change any millimetre."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

# A panel of 800 physical pixels, 200 mm wide: the size of Qt's screen without a display.
_PROGRAM = """
import json
from PySide6.QtWidgets import QApplication
from PySide6.QtGui import QImage
from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme
from ui.theme.tokens import TextRole
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

app = QApplication(["scaling"])
size = app.primaryScreen().geometry()
theme = Theme(PanelMetrics(200.0, size.width(), size.height()))
button = TouchButton(theme, "H", kind=ButtonKind.PRIMARY)
button.adjustSize()
label = TextBlock(theme, "H", TextRole.BODY)
label.adjustSize()

def rows(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = image.pixel(0, 0)
    columns = range(image.width())
    return sum(any(image.pixel(x, y) != ground for x in columns) for y in range(image.height()))

physical_px_per_mm = 800 / 200.0
print(json.dumps({
    "ratio": button.devicePixelRatioF(),
    "button_mm": button.grab().height() / physical_px_per_mm,
    "capital_mm": rows(label) / physical_px_per_mm,
    "gap_mm": theme.gap * button.devicePixelRatioF() / physical_px_per_mm,
}))
"""


def _measured(factor: str) -> dict[str, float]:
    environment = dict(os.environ, QT_SCALE_FACTOR=factor, QT_QPA_PLATFORM="offscreen")
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def test_scaling_by_two_leaves_every_millimetre() -> None:
    plain, scaled = _measured("1"), _measured("2")
    assert (plain["ratio"], scaled["ratio"]) == (1.0, 2.0)
    assert scaled["button_mm"] == pytest.approx(plain["button_mm"], abs=0.5)
    assert scaled["gap_mm"] == pytest.approx(plain["gap_mm"], abs=0.5)
    assert 4.75 <= plain["capital_mm"] <= 5.6
    assert 4.75 <= scaled["capital_mm"] <= 5.6
