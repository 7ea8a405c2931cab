"""The whole tour, scene by scene, in demonstration data of its own.

It ends with what a second connection reads from the SQLite file, so that the record shows what was
stored and not what was meant.
"""

from __future__ import annotations

import shutil
import sys
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.app import open_office
from kiosk.demo import DEMO_LEAD, DEMO_SUPPORTERS, set_up_demo
from kiosk.desktop import Desktop, Surface, WindowRole
from kiosk.domain.calendar import day_in_words, office_day
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.paths import DataPaths
from kiosk.tour import console, visits
from kiosk.tour.album import Album
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import Driver
from kiosk.tour.read_back import rows_left
from kiosk.tour.stage import Stage
from ui.theme.apply import apply_theme
from ui.theme.metrics import PanelMetrics
from ui.theme.theme import Theme

PANEL = PanelMetrics(476.0, 1920, 1080)


class Tour:
    """One run of the tour into `out`; its data lie in `out/data`."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def run(self) -> Path:
        """Run every scene and return the record; raises KnownError where it stops."""
        data = self._fresh_folders()
        app = QApplication.instance()
        app = app if isinstance(app, QApplication) else QApplication(sys.argv[:1])
        apply_theme(app, Theme(PANEL))
        stage = self._open(app, data)
        try:
            self._play(stage)
            self._read_back(stage)
            return stage.album.write()
        finally:
            stage.desktop.stop()
            for window in stage.desktop.windows():
                window.deleteLater()

    def _fresh_folders(self) -> DataPaths:
        """Make the output folder; refuse one with other things in it than an earlier tour."""
        data = self._out / "data"
        if self._out.exists() and any(self._out.iterdir()) and not data.exists():
            raise KnownError(
                N_("Thư mục này đã có tệp khác."), log_line=f"--out: {self._out} is not empty"
            )
        if self._out.exists():
            shutil.rmtree(self._out)
        self._out.mkdir(parents=True)
        return DataPaths(data)

    def _open(self, app: QApplication, data: DataPaths) -> Stage:
        clock = TourClock()
        office = open_office(data, demo=True, clock=clock)
        accounts = set_up_demo(office)
        surface = Surface(PANEL)
        surfaces = {WindowRole.KIOSK: surface, WindowRole.STAFF: surface}
        desktop = Desktop(app, office, office.setup.profile(), surfaces)
        desktop.start()
        driver = Driver()
        today = office_day(clock.now())
        stage = Stage(
            driver,
            Album(self._out, driver),
            clock,
            office,
            desktop,
            {account.name: account.pin for account in accounts},
        )
        stage.codes["day"] = day_in_words(today + timedelta(days=3))
        stage.codes["next_day"] = day_in_words(today + timedelta(days=4))
        return stage

    def _play(self, stage: Stage) -> None:
        """Play the scenes in the order of the day."""
        stage.keep_console("log_in", "Who is on duty?")
        console.log_in(stage, DEMO_SUPPORTERS[0])
        stage.see_console("Đang gọi giúp")
        stage.keep_console("calls", "Nobody waits")
        visits.walk_until_stuck(stage)
        visits.call_for_help(stage)
        console.take_the_call(stage)
        console.promise_a_visit(stage)
        visits.give_consent(stage)
        console.enter_the_person(stage)
        console.print_the_slip(stage)
        visits.see_appointment(stage)
        stage.payload = self._printed_payload(stage)
        console.scan_slips(stage)
        console.serve_the_list(stage)
        visits.finish_alone(stage)
        visits.ask_elsewhere(stage)
        visits.change_looks(stage)
        visits.fall_silent(stage)
        visits.hold_a_place(stage)
        stage.tap_console("Khóa")
        console.log_in(stage, DEMO_LEAD)
        console.read_the_log(stage)

    @staticmethod
    def _printed_payload(stage: Stage) -> str:
        """Return what the newest slip's QR says, as stored."""
        return str(rows_left(stage.office.paths.database)["slips"][-1]["payload"])

    def _read_back(self, stage: Stage) -> None:
        rows = rows_left(stage.office.paths.database)
        stage.demand(rows["assistances"] and rows["follow_ups"], "nothing was stored")
        stage.album.note("slip_payload", stage.payload)
        for key, value in rows.items():
            stage.album.note(key, value)
