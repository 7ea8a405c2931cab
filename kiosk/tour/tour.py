"""The whole tour, scene by scene, in demonstration data of its own.

It ends with what a second connection reads from the SQLite file, so that the record shows what was
stored and not what was meant.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk.app import open_office
from kiosk.demo import DEMO_LEAD, DEMO_PROFILE, DEMO_SUPPORTERS
from kiosk.desktop import Desktop, Surface, WindowRole
from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.paths import DataPaths
from kiosk.tour import calls, console, content, mobile, one_screen, people, places, visits
from kiosk.tour.album import Album
from kiosk.tour.clock import TourClock
from kiosk.tour.driver import Driver, TourStuck
from kiosk.tour.ear import Ear
from kiosk.tour.first_run import FirstRun
from kiosk.tour.read_back import rows_left
from kiosk.tour.stage import Stage
from ui.speech.voices import voices_here
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
        clock, driver = TourClock(), Driver()
        album = Album(self._out, driver)
        pins = self._set_up(data, clock, driver, album)
        ear = Ear(self._out / "speech", app)
        voices = voices_here(data.audio, app, ear)
        two = {WindowRole.KIOSK: Surface(PANEL), WindowRole.STAFF: Surface(PANEL)}
        for surfaces, play in ((two, self._play), ({WindowRole.BOTH: Surface(PANEL)}, self._share)):
            office = open_office(data, demo=True, clock=clock)
            profile = office.setup.profile()
            desktop = Desktop(app, office, profile, surfaces, speaker=voices)
            self._run(Stage(driver, album, clock, office, desktop, pins, ear), play)
        self._read_back(data, album)
        return album.write()

    @staticmethod
    def _run(stage: Stage, play: Callable[[Stage], None]) -> None:
        """Open the windows, play, and close them whatever happens."""
        stage.desktop.start()
        try:
            play(stage)
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

    @staticmethod
    def _set_up(data: DataPaths, clock: TourClock, driver: Driver, album: Album) -> dict[str, str]:
        """Play the first run in a demonstration office; return the PINs."""
        office = open_office(data, demo=True, clock=clock)
        office.setup.save_profile(DEMO_PROFILE)
        first_run = FirstRun(office, PANEL, driver, album)
        try:
            return first_run.play()
        finally:
            first_run.close()
            office.close()

    def _play(self, stage: Stage) -> None:
        """Play the scenes in the order of the day."""
        stage.choose_days()
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
        mobile.plan_a_trip(stage)
        mobile.ring_ahead_and_print(stage)
        mobile.scan_back(stage)
        calls.fall_silent_at_a_step(stage)
        calls.call_it_off(stage)
        calls.help_by_telephone(stage)
        calls.mend_it(stage)
        visits.find_by_words(stage)
        visits.learn_a_skill(stage)
        visits.finish_alone(stage)
        visits.ask_elsewhere(stage)
        visits.read_in_english(stage)
        visits.change_looks(stage)
        visits.fall_silent(stage)
        visits.hold_a_place(stage)
        places.keep_a_place(stage)
        places.come_back_to_it(stage)
        places.take_the_screen_over(stage, DEMO_SUPPORTERS[0])
        stage.tap_console("Khóa")
        mobile.bring_the_slip(stage)
        console.log_in(stage, DEMO_LEAD)
        mobile.decide_on_the_wish(stage)
        people.withdraw_consent(stage)
        console.read_the_log(stage)
        calls.read_what_it_said(stage)
        content.look_at_the_content(stage)
        content.correct_a_fee(stage)
        content.meet_the_fee(stage)
        content.export_the_files(stage)
        people.try_the_scanners(stage)
        stage.album.note("slip_payload", stage.payload)

    @staticmethod
    def _share(stage: Stage) -> None:
        """Play what is different where citizen and staff share one screen."""
        one_screen.call_on_one_screen(stage, DEMO_SUPPORTERS[0])

    @staticmethod
    def _printed_payload(stage: Stage) -> str:
        """Return what the newest slip's QR says, as stored."""
        return str(rows_left(stage.office.paths.database)["slips"][-1]["payload"])

    @staticmethod
    def _read_back(data: DataPaths, album: Album) -> None:
        rows = rows_left(data.database)
        if not rows["assistances"] or not rows["follow_ups"]:
            raise TourStuck("nothing was stored")
        for key, value in rows.items():
            album.note(key, value)
