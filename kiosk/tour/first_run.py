"""The scene before all others: the set-up pages of a machine that has never seen the program.

The lead's PIN is chosen and typed; a supporter's is read off the screen, where it is shown once,
and so are the groups of the recovery sheet that are typed back.
"""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from kiosk.app import Office
from kiosk.demo import DEMO_LEAD, DEMO_SUPPORTERS, DEMO_VILLAGES
from kiosk.services.language import load_translator
from kiosk.services.pins import issue_pin
from kiosk.tour.album import Album
from kiosk.tour.driver import Driver
from resources import locale_dir
from ui.lanes import Lanes
from ui.printing import QtSlipPrinter
from ui.setup.shell import SetupDesk, SetupShell
from ui.theme.metrics import PanelMetrics

_GROUP = re.compile(r"\d+\.\s+([0-9A-Z]{5})")
_SHOWN_PIN = re.compile(r"(\d{3}) (\d{3})")


class FirstRun:
    """Drives the set-up pages to their end."""

    def __init__(self, office: Office, metrics: PanelMetrics, driver: Driver, album: Album) -> None:
        self._office = office
        self._driver = driver
        self._album = album
        self._lanes = Lanes()
        self._shell = SetupShell(self._desk(office, metrics))
        self._is_finished = False
        self._shell.finished.connect(self._on_finished)
        self._window: QWidget = self._shell.window
        self._window.resize(metrics.width_px, metrics.height_px)
        self._window.show()

    def play(self) -> dict[str, str]:
        """Set the office up; return the PIN of each name."""
        self._shell.start()
        lead_pin = issue_pin()
        self._office_and_villages()
        self._machine()
        self._lead(lead_pin)
        self._recovery()
        pins = {DEMO_LEAD: lead_pin} | {name: self._supporter(name) for name in DEMO_SUPPORTERS}
        self._next("Bước 9")
        self._keep("What was set up, and what is still open")
        self._tap("Bắt đầu dùng")
        self._driver.wait_for(self._finished, "the office to open")
        return pins

    def close(self) -> None:
        """Let the pages go."""
        self._lanes.close()
        self._window.close()
        self._shell.deleteLater()
        self._window.deleteLater()

    def _desk(self, office: Office, metrics: PanelMetrics) -> SetupDesk:
        return SetupDesk(
            lanes=self._lanes,
            clock=office.clock,
            office=office.setup,
            accounts=office.accounts,
            printer=QtSlipPrinter(),
            paths=office.paths,
            settings=office.settings,
            hosts=office.portal_hosts,
            metrics=metrics,
            t=load_translator("vi", locale_dir()),
        )

    def _office_and_villages(self) -> None:
        self._see("Thiết lập")
        self._keep("First run: what will be asked")
        self._tap("Bắt đầu")
        self._see("Bước 2")
        self._keep("The office, with an example offered")
        self._next("Bước 3")
        for village in DEMO_VILLAGES:
            self._driver.type_into(self._window, "Tên thôn", village)
            self._tap("Thêm thôn")
            self._see(f"Bỏ thôn {village}")
        self._keep("The villages, typed or imported")

    def _machine(self) -> None:
        self._next("Bước 4")
        self._tap("Lớn hơn chút", "Nhỏ hơn chút")
        self._keep("The panel, measured with a bank card")
        self._next("Bước 5")
        self._keep("Printer and paper")
        self._next("Bước 6")

    def _lead(self, pin: str) -> None:
        self._driver.type_into(self._window, "Họ và tên", DEMO_LEAD)
        self._tap(*pin)
        self._see("Bấm lại mã ấy lần nữa")
        self._tap(*pin)
        self._see("Mã PIN đã khớp")
        self._keep("The lead's PIN, typed twice")
        self._next("Bước 7")

    def _recovery(self) -> None:
        self._driver.wait_for(lambda: bool(self._read(_GROUP)), "the recovery groups")
        groups = self._read(_GROUP)
        self._keep("The recovery sheet")
        self._tap("In phiếu khôi phục")
        self._see("Phiếu đã lưu")
        self._tap("Đã cất phiếu, gõ lại")
        for number, group in enumerate(groups, start=1):
            self._driver.type_into(self._window, f"Nhóm {number}", group)
        self._keep("The recovery sheet, typed back")
        self._tap("Xác nhận phiếu")
        self._see("Bước 8")

    def _supporter(self, name: str) -> str:
        self._driver.type_into(self._window, "Họ và tên", name)
        self._tap("Thêm cán bộ")
        self._see(f"Mã PIN của {name}")
        self._keep("A supporter's PIN: random, shown once")
        pin = next(iter(self._read(_SHOWN_PIN)), "")
        self._tap("Đã ghi lại")
        self._see("Họ và tên cán bộ hỗ trợ mới")
        return pin

    def _read(self, pattern: re.Pattern[str]) -> list[str]:
        """Return what is written on the screen in the form of `pattern`, in order."""
        seen = [w.accessibleName() for w in self._window.findChildren(QWidget) if _is_seen(w)]
        found = [match for text in dict.fromkeys(seen) if (match := pattern.fullmatch(text))]
        return ["".join(match.groups()) for match in found]

    def _next(self, expected: str) -> None:
        self._tap("Tiếp tục")
        self._see(expected)

    def _tap(self, *names: str) -> None:
        for name in names:
            self._driver.tap(self._window, name)

    def _see(self, words: str) -> None:
        self._driver.see(self._window, words)

    def _keep(self, what: str) -> None:
        self._album.keep(self._window, "setup", what)

    def _finished(self) -> bool:
        return self._is_finished

    def _on_finished(self) -> None:
        self._is_finished = True


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.accessibleName())
