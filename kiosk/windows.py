"""Runs the program with windows, from the first line of the log to the exit code.

The order: application, instance lock, log, office (database checked and migrated), set-up pages
when they are needed, the windows. A failure of the world's is a page with what to do next, never a
traceback; an unexpected one is logged, and the program ends with code 3 to be started anew.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import Office, open_office
from kiosk.demo import DemoAccount, set_up_demo
from kiosk.desktop import Desktop, WindowRole, panel_of, surfaces_for
from kiosk.domain.errors import KnownError
from kiosk.services.language import Translator, load_translator
from kiosk.services.logs import set_up_logs
from kiosk.services.paths import DataPaths
from resources import locale_dir
from ui.lanes import Lanes
from ui.notice_window import NoticeWindow
from ui.printing import QtSlipPrinter
from ui.setup.shell import SetupDesk, SetupShell
from ui.single_instance import take_instance_lock
from ui.staff.screen import StaffKit, staff_theme
from ui.theme.apply import apply_theme

log = logging.getLogger(__name__)

CRASHED = 3


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
        self.desktop: Desktop | None = None

    def start(self) -> None:
        """Open the office and show what comes first."""
        try:
            self._office = open_office(self._paths, demo=self._demo)
            self._enter(self._office)
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
        accounts = set_up_demo(office) if self._demo else ()
        if accounts:
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
        lines = [self._t(part, **error.fields) for part in (error.cure,) if part]
        title = self._t(error.message, **error.fields)
        notice = NoticeWindow(self._kit(), title, lines, self._t("Đóng chương trình"))
        notice.answered.connect(self.finished)
        self._bring_forward(notice)

    @Slot()
    def _on_set_up(self) -> None:
        """Open the office anew: the set-up has changed this machine's settings."""
        if self._setup_lanes is not None:
            self._setup_lanes.close()
            self._setup_lanes = None
        if self._office is not None:
            self._office.close()
        self._office = open_office(self._paths, demo=self._demo)
        self._open_desktop()

    @Slot()
    def _open_desktop(self) -> None:
        if self._office is None:
            return
        surfaces = surfaces_for(self._role, self._office, windowed=self._windowed)
        self.desktop = Desktop(self._app, self._office, self._office.setup.profile(), surfaces)
        self.desktop.start()
        if self._front is not None:
            self._front.close()
            self._front.deleteLater()
            self._front = None

    def _bring_forward(self, window: QWidget) -> None:
        former, self._front = self._front, window
        if self._windowed:
            window.resize(1366, 768)
            window.show()
        else:
            window.showFullScreen()
        if former is not None:
            former.close()
            former.deleteLater()


def run_windows(paths: DataPaths, *, role: str, windowed: bool, demo: bool) -> int:
    """Run the program and return its exit code."""
    app = QApplication(sys.argv[:1])
    paths.make()
    lock = take_instance_lock(paths.root, role)
    set_up_logs(paths.logs)
    with (paths.logs / "crash.log").open("a", encoding="utf-8") as crash_file:
        faulthandler.enable(crash_file)
        sys.excepthook = _log_and_leave
        session = Session(app, paths, WindowRole(role), windowed=windowed, demo=demo)
        session.finished.connect(app.quit)
        session.start()
        code = app.exec()
        session.stop()
        faulthandler.disable()
    lock.unlock()
    return code


def _log_and_leave(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log what nobody expected and end: what starts the program starts it anew."""
    log.critical("unexpected error", exc_info=(kind, error, trace))
    QApplication.exit(CRASHED)
