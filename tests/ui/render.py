"""Draws every state of the citizen's window into a folder, for people to look at.

python -m tests.ui.render OUT [--panel portrait] [--size 2] [--contrast] [--stretch] [--only ID]
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kiosk.domain.flow import ScreenName
from kiosk.domain.help_call import WaitingStage
from kiosk.services.language import Translator, stretched
from tests.ui.citizen.fit import faults
from tests.ui.states_citizen import DEMO_OFFICE, NOW, OFFICE, State, citizen_states
from tests.ui.states_person import attended_states
from ui.citizen.models import AttendedModel, AttractModel, CallBandModel, CustomizeModel
from ui.citizen.registry import SCREENS
from ui.citizen.screen import ScreenKit
from ui.citizen.window import CitizenWindow
from ui.theme.apply import apply_theme
from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme
from ui.theme.tokens import HIGH_CONTRAST, STANDARD, TextSize

PANELS = {
    "large": PanelMetrics(476.0, 1920, 1080),
    "small": PanelMetrics(344.0, 1366, 768),
    "portrait": PanelMetrics(268.0, 1080, 1920),
}


def make_kit(panel: str, size: int, *, contrast: bool, stretch: bool) -> ScreenKit:
    """Return the kit of one configuration."""
    palette = HIGH_CONTRAST if contrast else STANDARD
    theme = Theme(PANELS[panel], palette, list(TextSize)[size])
    return ScreenKit(theme, stretched() if stretch else Translator("vi", str), speaks=True)


def main() -> None:
    """Draw what was asked for; prints the milliseconds each state took to build and paint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--panel", choices=sorted(PANELS), default="large")
    parser.add_argument("--size", type=int, choices=range(3), default=0)
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("--stretch", action="store_true")
    parser.add_argument("--only", default="", help="states whose id begins with this")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    kit = make_kit(asked.panel, asked.size, contrast=asked.contrast, stretch=asked.stretch)
    apply_theme(app, kit.theme)
    state = CustomizeModel(asked.size, asked.contrast, "vi")
    window = CitizenWindow(windowed=True)
    window.resize(kit.theme.metrics.width_px, kit.theme.metrics.height_px)
    window.show()
    for drawn in citizen_states(kit):
        if drawn.id.startswith(asked.only) and drawn.name in SCREENS:
            _draw(window, kit, state, drawn, asked.out)
    if not asked.only or asked.only.startswith("over"):
        _draw_overlays(window, kit, asked.out)


def _draw(
    window: CitizenWindow, kit: ScreenKit, header: CustomizeModel, drawn: State, out: Path
) -> None:
    office = DEMO_OFFICE if "demo" in drawn.id else OFFICE
    start = time.process_time()
    if drawn.name is ScreenName.SEARCH:
        window.show_screen(ScreenName.ATTRACT, AttractModel(OFFICE, NOW), kit, office, header)
    window.show_screen(drawn.name, drawn.model, kit, office, header)
    if drawn.memory is not None and window.shown is not None:
        window.shown.recall(drawn.memory)
    picture = window.grab()
    took = (time.process_time() - start) * 1000
    pages = getattr(window.shown, "pages", None)
    count = pages.page_count if pages is not None else 1
    print(f"{drawn.id:24} {took:6.1f} ms  {count} page(s)")  # noqa: T201
    picture.save(str(out / f"{drawn.id}.png"))
    _report(window, kit)
    for number in range(1, count):
        window.shown.pages.next_page()  # type: ignore[union-attr]
        window.grab().save(str(out / f"{drawn.id}-{number + 1}.png"))
        _report(window, kit)


def _report(window: CitizenWindow, kit: ScreenKit) -> None:
    QCoreApplication.sendPostedEvents()
    for fault in faults(window, kit.theme):
        print(f"    {fault}")  # noqa: T201


def _draw_overlays(window: CitizenWindow, kit: ScreenKit, out: Path) -> None:
    for name, told in attended_states():
        window.attend(told)
        window.grab().save(str(out / f"overlay-{name}.png"))
        _report(window, kit)
    window.attend(AttendedModel("Nguyễn Thị Lan"))
    window.show_idle_warning(38)
    window.grab().save(str(out / "overlay-idle-taken.png"))
    window.hide_idle_warning()
    window.attend(AttendedModel())
    window.show_idle_warning(38)
    window.grab().save(str(out / "overlay-idle.png"))
    window.hide_idle_warning()
    band = CallBandModel(
        kit.t("Bàn 1"),
        kit.t("Đăng ký khai sinh"),
        kit.t("Bước 3: Đăng nhập bằng VNeID"),
        WaitingStage.RECEIVED,
    )
    window.show_call_band(band)
    window.grab().save(str(out / "overlay-call-band.png"))
    _report(window, kit)


if __name__ == "__main__":
    main()
