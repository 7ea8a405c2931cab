"""The way from a data folder to running windows: what is asked or told before they open.

A database that is sound and an office that is set up lead straight to the windows. Otherwise a page
comes first: set-up, the demonstration's PINs, a backup to restore, or what is wrong and what to do.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from db.backup import made_at
from db.errors import CannotOpenDatabase, DatabaseCorrupt, ServerUnreachable
from db.migrate import set_aside
from kiosk.app import Office, backups_of, open_office
from kiosk.demo import DemoAccount, set_up_demo
from kiosk.desktop import Desktop, WindowRole, panel_of, surfaces_for
from kiosk.domain.calendar import office_time
from kiosk.domain.errors import KnownError
from kiosk.front import bring_forward
from kiosk.services.language import Translator, load_translator
from kiosk.services.paths import DataPaths
from kiosk.services.settings import load_settings
from resources import locale_dir
from ui.lanes import Lanes
from ui.notice_window import NoticeWindow, notice_of
from ui.printing import QtSlipPrinter
from ui.setup.shell import SetupDesk, SetupShell
from ui.speech.voices import Voices, voices_here
from ui.staff.screen import StaffKit, staff_theme
from ui.theme.apply import apply_theme

log = logging.getLogger(__name__)


class Session(QObject):
    """The way from a data folder to running windows.

    Signals: `finished` when the last window may close.
    """

    finished = Signal()

    def __init__(
        self, app: QApplication, paths: DataPaths, role: WindowRole, *, windowed: bool, demo: bool
    ) -> None:
        super().__init__(app)
        self._app = app
        self._paths = paths
        self._role = role
        self._windowed = windowed
        self._demo = demo
        self._t: Translator = load_translator("vi", locale_dir())
        self._office: Office | None = None
        self._front: QWidget | None = None
        self._setup_lanes: Lanes | None = None
        self._backup: Path | None = None
        self._speaker: Voices | None = None
        self.desktop: Desktop | None = None

    @Slot()
    def start(self) -> None:
        """Open the office and show what comes first."""
        try:
            guides = self._role is not WindowRole.STAFF
            self._office = open_office(self._paths, demo=self._demo, may_be_away=guides)
            self._enter(self._office)
        except DatabaseCorrupt as error:
            log.warning("not opened: %s", error.log_line)
            self._offer_way_out(error)
        except ServerUnreachable as error:
            log.warning("not opened: %s", error.log_line)
            self._offer_again(error)
        except KnownError as error:
            log.warning("not opened: %s", error.log_line)
            self._tell(error)

    def stop(self) -> None:
        """End in order."""
        if self.desktop is not None:
            self.desktop.stop()
        elif self._office is not None:
            if self._setup_lanes is not None:
                self._setup_lanes.close()
            self._office.close()

    def _enter(self, office: Office) -> None:
        apply_theme(self._app, self._kit().theme)
        if office.away is not None:
            self._open_desktop()
        elif accounts := set_up_demo(office) if self._demo else ():
            self._show_pins(accounts)
        elif office.setup.state().must_join or not office.setup.is_set_up():
            self._show_setup(office)
        else:
            self._open_desktop()

    def _kit(self) -> StaffKit:
        screen = QGuiApplication.primaryScreen()
        width_mm = self._office.settings.panel_width_mm if self._office else None
        return StaffKit(staff_theme(panel_of(screen, width_mm)), self._t)

    def _show_setup(self, office: Office) -> None:
        self._setup_lanes = Lanes(self)
        desk = SetupDesk(
            lanes=self._setup_lanes,
            clock=office.clock,
            office=office.setup,
            accounts=office.accounts,
            printer=QtSlipPrinter(),
            paths=office.paths,
            settings=office.settings,
            hosts=office.portal_hosts,
            metrics=self._kit().theme.metrics,
            t=self._t,
        )
        shell = SetupShell(desk, self)
        shell.finished.connect(self._on_set_up)
        self._bring_forward(shell.window)
        shell.start()

    def _show_pins(self, accounts: tuple[DemoAccount, ...]) -> None:
        lines = [f"{account.name}: {account.pin}" for account in accounts]
        sys.stdout.write("\n".join(lines) + "\n")
        title = self._t("Bản dùng thử. Ghi lại các mã PIN này.")
        cure = self._t("Các mã chỉ hiện một lần.")
        notice = NoticeWindow(self._kit(), title, [*lines, cure], self._t("Đã ghi lại"))
        notice.answered.connect(self._open_desktop)
        self._bring_forward(notice)

    def _tell(self, error: KnownError) -> None:
        """Show what is wrong and what to do next, and nothing else."""
        notice = notice_of(self._kit(), error)
        notice.answered.connect(self.finished)
        self._bring_forward(notice)

    def _offer_again(self, error: KnownError) -> None:
        """Say that the server does not answer, and let people try again once they have looked."""
        lines = [self._t(error.cure, **error.fields)]
        again, close = self._t("Thử lại"), self._t("Đóng chương trình")
        title = self._t(error.message, **error.fields)
        notice = NoticeWindow(self._kit(), title, lines, again, second=close)
        notice.answered.connect(self.start)
        notice.declined.connect(self.finished)
        self._bring_forward(notice)

    def _offer_way_out(self, error: DatabaseCorrupt) -> None:
        """Offer the newest good backup, or an empty start; the corrupt file is kept aside."""
        self._backup = error.newest_good
        if self._backup is not None:
            made = office_time(made_at(self._backup))
            line = self._t("Bản sao lưu gần nhất: {time}.", time=f"{made:%H:%M, %d/%m/%Y}")
            button = self._t("Khôi phục bản sao lưu này")
        else:
            line = self._t("Chưa có bản sao lưu nào dùng được.")
            button = self._t("Bắt đầu với dữ liệu trống")
        lines = [line, self._t("Tệp cũ được giữ lại, không bị xóa.")]
        close = self._t("Đóng chương trình")
        title = self._t(error.message, **error.fields)
        notice = NoticeWindow(self._kit(), title, lines, button, second=close)
        notice.answered.connect(self._on_way_out)
        notice.declined.connect(self.finished)
        self._bring_forward(notice)

    @Slot()
    def _on_way_out(self) -> None:
        try:
            self._make_way()
        except KnownError as error:
            log.warning("not restored: %s", error.log_line)
            self._tell(error)
        else:
            self.start()

    def _make_way(self) -> None:
        """Put the backup in the corrupt file's place, or nothing; raises KnownError."""
        if self._backup is not None:
            backups_of(self._paths, load_settings(self._paths.settings)).restore(self._backup)
            return
        try:
            set_aside(self._paths.database)
        except OSError as error:
            raise CannotOpenDatabase(f"{self._paths.database.name}: {error.strerror}") from error

    @Slot()
    def _on_set_up(self) -> None:
        """Open the office anew: the set-up has changed this machine's settings."""
        if self._setup_lanes is not None:
            self._setup_lanes.close()
            self._setup_lanes = None
        if self._office is not None:
            self._office.close()
        self._office = None
        self.start()

    @Slot()
    def _reopen(self) -> None:
        """Build the windows anew on what the lead has changed."""
        if self.desktop is not None:
            former = self.desktop
            former.stop()
            self._office = self.desktop = None
            self.start()
            for window in former.windows():
                window.close()
                window.deleteLater()
            former.deleteLater()

    @Slot()
    def _open_desktop(self) -> None:
        if self._office is None:
            return
        surfaces = surfaces_for(self._role, self._office, windowed=self._windowed)
        known = self._office.away
        profile = known.profile if known else self._office.setup.profile()
        if self._speaker is None and self._role is not WindowRole.STAFF:
            self._speaker = voices_here(self._paths.audio, self)
        self.desktop = Desktop(self._app, self._office, profile, surfaces, speaker=self._speaker)
        self.desktop.reopen_wanted.connect(self._reopen)
        self.desktop.end_wanted.connect(self.finished)
        self._app.commitDataRequest.connect(self.desktop.let_close)
        self.desktop.start()
        if self._front is not None:
            self._front.close()
            self._front.deleteLater()
            self._front = None

    def _bring_forward(self, window: QWidget) -> None:
        former, self._front = self._front, window
        bring_forward(window, former, windowed=self._windowed)
