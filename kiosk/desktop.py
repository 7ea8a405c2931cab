"""Builds the windows on an opened office and keeps them together: the Qt half of the root.

With two displays the citizen has the first and staff the second; with one display the console opens
on the citizen's screen behind a PIN. All windows learn of each other through the change feed, also
when they live in one process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import Office
from kiosk.backing_up import back_up_at_close, back_up_if_due
from kiosk.domain.idle import IdlePolicy
from kiosk.domain.office import OfficeProfile
from kiosk.domain.place_code import is_place_code
from kiosk.services.documents.assistance_xlsx import assistance_xlsx
from kiosk.services.kept_sheets import drop_old_sheets
from kiosk.services.language import Translator, load_translator
from kiosk.services.ports import Change, Speaker
from kiosk.services.visit_folder import VisitFolders
from resources import locale_dir
from ui.change_poll import ChangePoll
from ui.chime import Chime
from ui.citizen.desk import CitizenDesk
from ui.citizen.help_watch import HelpServices
from ui.citizen.shell import CitizenShell
from ui.citizen.window import CitizenWindow
from ui.content_watch import ContentWatch
from ui.lanes import Lane, Lanes
from ui.papers.desk import PapersDesk
from ui.portal.desk import PortalDesk
from ui.portal.engine import PortalEngine, engine_for
from ui.printing import QtSlipPrinter
from ui.scanners.scan import Scan
from ui.scanners.scanners import Scanners
from ui.setup.shell import SetupDesk, SetupShell
from ui.slip_run import PrinterChoice
from ui.speech.voices import Voices
from ui.staff.desk import StaffDesk
from ui.staff.screen import StaffKit, staff_theme
from ui.staff.shell import StaffShell
from ui.staff.window import StaffWindow
from ui.theme.metrics import USUAL_PANEL, USUAL_PANEL_MM, PanelMetrics

HOUR_MS = 60 * 60 * 1000


class WindowRole(StrEnum):
    """Which windows this process shows."""

    KIOSK = "kiosk"
    STAFF = "staff"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Surface:
    """Where one window goes: its panel, and the screen (None: wherever it opens)."""

    metrics: PanelMetrics
    screen: QScreen | None = None
    windowed: bool = False


class Desktop(QObject):
    """The running windows of one office; without a `speaker` nothing is read aloud.

    Signals: `reopen_wanted` when the lead has changed what the windows were built on;
    `end_wanted` when staff end the program.
    """

    reopen_wanted = Signal()
    end_wanted = Signal()

    def __init__(
        self,
        app: QApplication,
        office: Office,
        profile: OfficeProfile,
        surfaces: Mapping[WindowRole, Surface],
        *,
        translators: Mapping[str, Translator] | None = None,
        engine: PortalEngine | None = None,
        papers: PapersDesk | None = None,
        speaker: Speaker | None = None,
    ) -> None:
        super().__init__(app)
        self._speaker = speaker or Voices(())
        self.office = office
        self.profile = profile
        self.lanes = Lanes(self)
        self._surfaces = surfaces
        self._translators = translators or shipped_translators()
        self._engine = engine or engine_for(is_on=office.settings.portal)
        self._papers = papers or PapersDesk(office.settings.camera)
        self.one_screen = WindowRole.BOTH in surfaces
        self.printer = QtSlipPrinter()
        self.poll = self._make_poll()
        self.content = ContentWatch(
            self.lanes, office.content.load, office.catalogue, self._is_free, self
        )
        self.chime = Chime(is_on=office.settings.sound, parent=self)
        self.scanners = Scanners(office.clock, self.lanes, self)
        self.citizen = self._make_citizen() if self._has(WindowRole.KIOSK) else None
        self.staff = self._make_staff() if self._has(WindowRole.STAFF) else None
        self._office_pages: SetupShell | None = None
        self._office_lanes: Lanes | None = None
        self._hourly = QTimer(self)
        self._hourly.setInterval(HOUR_MS)
        self._reopen_timer = QTimer(self)
        self._reopen_timer.setInterval(1000)
        self._connect()

    def start(self) -> None:
        """Show the windows and begin to listen."""
        self.poll.start()
        self.content.read()  # what was edited since the office was opened
        self._hourly.start()
        self._keep_house()
        if self.staff is not None:
            self.staff.start()
            self.scanners.serial.listen(self.office.settings.scanner_port)
        if self.citizen is not None:
            self.citizen.start()
        self._open_windows()

    def stop(self) -> None:
        """Wipe the visit, drain the lanes, back up, close the database."""
        self.poll.stop()
        self._hourly.stop()
        if self.citizen is not None and self.citizen.visit is not None:
            self.citizen.end()
        if self.citizen is not None:
            self.citizen.portal.close()
        if self.staff is not None and self.staff.staff is not None:
            self.staff.lock()
        self._reopen_timer.stop()
        self.scanners.stop()
        self._speaker.stop()
        self.lanes.close()
        try:
            if self.office.backups is not None:
                back_up_at_close(self.office.backups)
        finally:
            self.office.close()

    @Slot()
    def let_close(self) -> None:
        """Let the windows be closed: the session of the PC is ending."""
        if self.citizen is not None:
            self.citizen.window.allow_close()

    @property
    def office_window(self) -> QWidget | None:
        """The window of the office's pages, None while they are closed."""
        return self._office_pages.window if self._office_pages is not None else None

    def windows(self) -> tuple[QWidget, ...]:
        """Return the top-level windows."""
        shells = (self.citizen, self.staff)
        return tuple(shell.window for shell in shells if shell is not None)

    def _has(self, role: WindowRole) -> bool:
        return role in self._surfaces or self.one_screen

    def _surface(self, role: WindowRole) -> Surface:
        return self._surfaces.get(role) or self._surfaces[WindowRole.BOTH]

    def _make_poll(self) -> ChangePoll:
        return ChangePoll(self.lanes, self._latest_change, self._changes_since, self)

    def _latest_change(self) -> int:
        with self.office.store.read() as records:
            return records.changes.latest_seq()

    def _changes_since(self, seq: int) -> Sequence[Change]:
        with self.office.store.read() as records:
            return records.changes.since(seq)

    def _is_free(self) -> bool:
        """Return whether no citizen of this process is in the middle of a visit."""
        return self.citizen is None or self.citizen.visit is None

    def _printer_choice(self) -> PrinterChoice:
        return PrinterChoice(self.office.settings.printer, self.office.settings.paper)

    def _make_citizen(self) -> CitizenShell:
        surface, office = self._surface(WindowRole.KIOSK), self.office
        window = CitizenWindow(windowed=surface.windowed)
        if not self.one_screen and self._has(WindowRole.STAFF):
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            window.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        desk = CitizenDesk(
            lanes=self.lanes,
            clock=office.clock,
            catalogue=office.catalogue,
            lessons=office.lessons,
            find=office.finder.answer,
            office=self.profile,
            counter=office.settings.counter,
            visits=office.visits,
            help=HelpServices(office.calls, office.duty, office.endings, office.visits),
            signs=office.signs,
            take_overs=office.take_overs,
            consents=office.consents,
            slips=office.slips,
            appointments=office.appointments,
            camera=self.scanners.camera,
            camera_id=office.settings.camera,
            printer=self.printer,
            printer_choice=self._printer_choice,
            translators=self._translators,
            metrics=surface.metrics,
            speaker=self._speaker,
            idle=IdlePolicy(office.settings.idle_warn_seconds),
            stuck=office.settings.stuck,
            one_screen=self.one_screen,
            portal=PortalDesk(
                self._engine,
                office.portal_hosts,
                VisitFolders(office.paths.visit),
                office.portal_reports,
            ),
            papers=self._papers,
        )
        return CitizenShell(desk, window)

    def _make_staff(self) -> StaffShell:
        surface = self._surface(WindowRole.STAFF)
        desk = self._staff_desk(surface.metrics)
        kit = StaffKit(staff_theme(surface.metrics), desk.t)
        return StaffShell(desk, StaffWindow(kit), kit)

    def _staff_desk(self, metrics: PanelMetrics) -> StaffDesk:
        office = self.office
        return StaffDesk(
            lanes=self.lanes,
            clock=office.clock,
            catalogue=office.catalogue,
            profile=self.profile,
            counter=office.settings.counter,
            office=office.setup,
            accounts=office.accounts,
            duty=office.duty,
            calls=office.calls,
            signs=office.signs,
            take_overs=office.take_overs,
            consents=office.consents,
            consent_sheets=office.consent_sheets,
            people=office.people,
            scanners=self.scanners,
            camera=office.settings.camera,
            log=office.log,
            corrections=office.corrections,
            figures=office.figures,
            follow_ups=office.follow_ups,
            appointments=office.appointments,
            rounds=office.rounds,
            endings=office.endings,
            slips=office.slips,
            content=office.content,
            content_export=office.content_export,
            portal_reports=office.portal_reports,
            national=office.national,
            run_sheets=office.run_sheets,
            paths=office.paths,
            printer=self.printer,
            printer_choice=self._printer_choice,
            export=assistance_xlsx,
            t=self._translators["vi"],
            metrics=metrics,
            kiosk_metrics=self._kiosk_metrics(),
            one_screen=self.one_screen,
        )

    def _kiosk_metrics(self) -> PanelMetrics:
        """Return the panel on which citizens see what the lead edits, a usual one elsewhere."""
        if self._has(WindowRole.KIOSK):
            return self._surface(WindowRole.KIOSK).metrics
        return USUAL_PANEL

    def _connect(self) -> None:
        self.scanners.scanned.connect(self._on_scanned)
        self._hourly.timeout.connect(self._keep_house)
        self._reopen_timer.timeout.connect(self._reopen_when_free)
        self.poll.changed.connect(self.content.follow)
        self.poll.reachable.connect(self._on_reachable)
        self.content.taken.connect(self._on_content_taken)
        if self.citizen is not None:
            self.citizen.visit_ended.connect(self.content.take_when_free)
            self.content.taken.connect(self.citizen.search.warm_up)
            self.poll.changed.connect(self.citizen.help.follow)
            self.poll.changed.connect(self.citizen.take_over.follow)
            self.poll.reachable.connect(self.citizen.help.watch.set_reachable)
            self.poll.reachable.connect(self.citizen.deliver_waiting)
            self.citizen.chimed.connect(self.chime.play)
            self.citizen.staff_wanted.connect(self._show_staff)
        if self.staff is not None:
            self.poll.changed.connect(self.staff.follow)
            self.staff.chimed.connect(self.chime.play)
            self.staff.citizen_wanted.connect(self._show_citizen)
            self.staff.staff_wanted.connect(self._show_staff)
            self.staff.office_wanted.connect(self._show_office)
            self.staff.locked.connect(self._on_office_left)
            self.staff.end_wanted.connect(self.end_wanted)
            if self.citizen is not None:
                self.staff.take_over_wanted.connect(self.citizen.take_over.begin_as)

    def _open_windows(self) -> None:
        for window in self.windows():
            self.scanners.keyboard.watch(window)
        if self.citizen is not None:
            _open(self.citizen.window, self._surface(WindowRole.KIOSK))
        if self.staff is not None and not self.one_screen:
            _open(self.staff.window, self._surface(WindowRole.STAFF))

    @Slot(object)
    def _on_scanned(self, scan: Scan) -> None:
        """Give a scan to the unlocked console; only a slip may go on to the citizen's home.

        A kept place goes there first. What the camera saw on the citizen's side is theirs alone; a
        card held there is let go.
        """
        is_citizens = self.citizen is not None and self.citizen.appointments.has_seen(scan)
        if self._office_pages is not None:
            self._office_pages.scanning.hear(scan)
        elif is_citizens:
            return
        elif scan.is_like_card or scan.card is not None:
            if self.staff is not None:
                self.staff.cards.take(scan)
        elif self._is_kept_place(scan) and self.citizen is not None:
            self.citizen.appointments.scan(scan.text)
        elif self.staff is not None and self.staff.scan(scan.text):
            return
        elif self.citizen is not None:
            self.citizen.appointments.scan(scan.text)

    def _is_kept_place(self, scan: Scan) -> bool:
        """Return whether a scan is a kept place for whoever stands before the citizen's screen.

        It names nobody and is only good there, so staff who are logged in do not get it.
        """
        in_view = not self.one_screen or self.staff is None or self.staff.staff is None
        takes = self.citizen is not None and self.citizen.appointments.takes_slips
        return in_view and takes and is_place_code(scan.text)

    @Slot()
    def _show_staff(self) -> None:
        """Show the console; in one-screen mode it takes the citizen's place."""
        if self.staff is None:
            return
        if self.one_screen:
            _open(self.staff.window, self._surface(WindowRole.STAFF))
            self.staff.await_pin()
        self.staff.window.raise_()

    @Slot()
    def _show_office(self) -> None:
        """Open the office's pages for the lead, over the console."""
        if self.staff is None or self._office_pages is not None:
            return
        surface = self._surface(WindowRole.STAFF)
        # Lanes of their own: once the pages are closed, nothing late may reach them.
        self._office_lanes = Lanes(self)
        desk = SetupDesk(
            lanes=self._office_lanes,
            clock=self.office.clock,
            office=self.office.setup,
            accounts=self.office.accounts,
            printer=self.printer,
            paths=self.office.paths,
            settings=self.office.settings,
            hosts=self.office.portal_hosts,
            metrics=surface.metrics,
            t=self._translators["vi"],
            by=self.staff.logged_in(),
            scanners=self.scanners,
        )
        self._office_pages = SetupShell(desk, self)
        self._office_pages.finished.connect(self._on_office_left)
        self._office_pages.window.wished.connect(self.staff.touch)
        self.scanners.keyboard.watch(self._office_pages.window)
        _open(self._office_pages.window, surface)
        self._office_pages.start()

    @Slot()
    def _on_office_left(self) -> None:
        """Close the office's pages; build the windows anew once no citizen is in front of them."""
        if self._office_pages is None or self._office_lanes is None:
            return
        self._office_lanes.close()
        self.scanners.camera.stop()
        pages, self._office_pages = self._office_pages, None
        pages.window.close()
        pages.window.deleteLater()
        pages.deleteLater()
        self._reopen_timer.start()

    @Slot(bool)
    def _on_reachable(self, is_reachable: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Open the office anew, with all its checks, once a server that was away has come back."""
        is_back = is_reachable and self.office.away is not None
        if is_back and not self._reopen_timer.isActive():
            self._reopen_timer.start()

    @Slot()
    def _on_content_taken(self) -> None:
        self.lanes.run(Lane.GENERAL, self.office.remember)

    @Slot()
    def _reopen_when_free(self) -> None:
        if self._is_free():
            self._reopen_timer.stop()
            self.reopen_wanted.emit()

    @Slot()
    def _show_citizen(self) -> None:
        """One-screen mode: give the screen back."""
        if self.staff is not None and self.one_screen:
            self.staff.window.hide()

    @Slot()
    def _keep_house(self) -> None:
        """Erase who and what is due, mark old telephones; back up when a day has passed."""
        self.lanes.run(Lane.WRITE, self.office.log.drop_old_drafts)
        self.lanes.run(Lane.GENERAL, partial(drop_old_sheets, self.office.paths))
        self.lanes.run(Lane.WRITE, self.office.follow_ups.erase_due)
        self.lanes.run(Lane.WRITE, self.office.corrections.erase_old_notes)
        self.lanes.run(Lane.WRITE, self.office.people.mark_phones)
        if self.office.backups is not None:
            self.lanes.run(Lane.GENERAL, partial(back_up_if_due, self.office.backups))


def shipped_translators() -> dict[str, Translator]:
    """Return the languages of the citizen's window."""
    return {language: load_translator(language, locale_dir()) for language in ("vi", "en")}


def panel_of(screen: QScreen, width_mm: float | None) -> PanelMetrics:
    """Return the panel of a screen; the measured width wins over what the display claims."""
    size = screen.size()
    claimed = screen.physicalSize().width()
    usual = claimed if claimed > 0 else USUAL_PANEL_MM
    return PanelMetrics(width_mm or usual, size.width(), size.height())


def surfaces_for(role: WindowRole, office: Office, *, windowed: bool) -> dict[WindowRole, Surface]:
    """Return where the windows of `role` go on the displays that are there."""
    screens = QGuiApplication.screens()
    first = Surface(panel_of(screens[0], office.settings.panel_width_mm), screens[0], windowed)
    if role is not WindowRole.BOTH:
        return {role: first}
    if len(screens) < 2 or office.settings.one_screen:
        return {WindowRole.BOTH: first}
    second = Surface(panel_of(screens[1], None), screens[1], windowed)
    return {WindowRole.KIOSK: first, WindowRole.STAFF: second}


def _open(window: QWidget, surface: Surface) -> None:
    """Show a window on its screen: full screen on a counter, as large as its panel otherwise."""
    if surface.screen is not None:
        window.setScreen(surface.screen)
        window.setGeometry(surface.screen.geometry())
    if surface.windowed or surface.screen is None:
        window.resize(surface.metrics.width_px, surface.metrics.height_px)
        window.show()
    else:
        window.showFullScreen()
