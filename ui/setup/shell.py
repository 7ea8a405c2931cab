"""Decides what follows each wish of the set-up pages, and keeps what they gather.

Each page saves as it is left, so a set-up that was broken off goes on where it was. The first run
opens the office at its end; later the same pages change it, with the lead as the author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.office import EXAMPLE_OFFICE, OfficeProfile, Village
from kiosk.domain.staff import Role, Staff
from kiosk.domain.text import fold
from kiosk.domain.words import N_
from kiosk.services.accounts import Accounts, IssuedPin
from kiosk.services.forms import FormRefused
from kiosk.services.language import Translator
from kiosk.services.office import OfficeSetup, SetupState
from kiosk.services.paths import DataPaths
from kiosk.services.portal_hosts import PortalHosts
from kiosk.services.ports import Clock, SlipPrinter
from kiosk.services.settings import Settings, save_settings
from kiosk.services.villages import VillageImport, check_village, parse_villages
from ui.lanes import Lane, Lanes
from ui.scanners.scanners import Scanners
from ui.setup import models as m
from ui.setup import wishes as w
from ui.setup.paper_work import PaperWork
from ui.setup.scanner_work import ScannerWork
from ui.setup.site_work import SiteWork
from ui.setup.wizard import SetupWizard
from ui.staff.one_change import OneChange
from ui.staff.screen import StaffKit, staff_theme
from ui.theme.metrics import PanelMetrics

_OUR_FAULT = N_("Máy chưa làm được việc này. Thử lại lần nữa.")
_UNREADABLE = N_("Không đọc được tệp này.")


@dataclass(frozen=True, slots=True)
class SetupDesk:
    """Everything the set-up stands on; lead and scanners when the office is open already."""

    lanes: Lanes
    clock: Clock
    office: OfficeSetup
    accounts: Accounts
    printer: SlipPrinter
    paths: DataPaths
    settings: Settings
    hosts: PortalHosts
    metrics: PanelMetrics
    t: Translator
    by: Staff | None = None
    scanners: Scanners | None = None


class SetupShell(QObject):
    """The set-up from its first page to its last.

    Signals: `finished` when the office is open, or the lead has left the pages.
    """

    finished = Signal()

    def __init__(self, desk: SetupDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.settings = desk.settings
        self.window = SetupWizard(StaffKit(staff_theme(desk.metrics), desk.t))
        self._pages = m.FIRST_RUN if desk.by is None else m.LATER
        self._page = self._pages[0]
        self._state: SetupState | None = None
        self._staff: tuple[Staff, ...] = ()
        self._issued: IssuedPin | None = None
        self.changes = OneChange(desk.lanes)
        self.papers = PaperWork(self)
        self.scanning = ScannerWork(self)
        self.sites = SiteWork(self)
        self._handlers = self._handler_table()
        self._builders = self._builder_table()
        self.window.wished.connect(self.on_wish)

    def start(self) -> None:
        """Read what is there already and show the first page."""
        self._reload()

    def show(self, page: m.SetupPageName, model: object) -> None:
        """Show a page."""
        self._page = page
        self.window.show_page(page, model)

    def progress(self) -> m.Progress:
        """Return where the set-up stands."""
        position = self._pages.index(self._page) + 1
        return m.Progress(position, len(self._pages), position > 1)

    def plain(self, error: KnownError | BugError) -> str:
        """Return an error as a sentence for people, with its cure."""
        if isinstance(error, BugError):
            return self.desk.t(_OUR_FAULT)
        parts = (error.message, error.cure)
        return " ".join(self.desk.t(part, **error.fields) for part in parts if part)

    def is_showing(self, page: m.SetupPageName) -> bool:
        """Return whether `page` is in front."""
        return self._page is page

    @Slot(object)
    def on_wish(self, wish: object) -> None:
        """Carry out one wish of a page; a second tap while a page saves must not skip the next."""
        if not self.changes.is_under_way:
            self._handlers[type(wish)](wish)

    def _handler_table(self) -> dict[type, Callable[[Any], None]]:
        own: dict[type, Callable[[Any], None]] = {
            w.GoNext: self._on_next,
            w.GoBack: self._on_back,
            w.SaveOffice: self._on_save_office,
            w.AddVillage: self._on_add_village,
            w.RemoveVillage: self._on_remove_village,
            w.ImportVillages: self._on_import,
            w.SavePanel: self._on_save_panel,
            w.SavePrinter: self._on_save_printer,
            w.SaveLead: self._on_save_lead,
            w.JoinOffice: self._on_join,
            w.AddSupporter: self._on_add_supporter,
            w.BlockStaff: self._on_block,
            w.IssuePin: self._on_issue_pin,
            w.PinSeen: self._on_pin_seen,
            w.Finish: self._on_finish,
        }
        sides = (self.papers, self.scanning, self.sites)
        return own | {kind: act for side in sides for kind, act in side.handlers().items()}

    def _builder_table(self) -> Mapping[m.SetupPageName, Callable[[], object]]:
        name = m.SetupPageName
        return {
            name.WELCOME: lambda: m.WelcomeModel(self.progress()),
            name.OFFICE: self._office_model,
            name.VILLAGES: self._villages_model,
            name.PANEL: self._panel_model,
            name.PRINTER: self.papers.printer_model,
            name.KEYBOARD_SCANNER: self.scanning.model,
            name.SERIAL_SCANNER: self.scanning.model,
            name.CAMERA_SCANNER: self.scanning.model,
            name.LEAD: self._lead_model,
            name.RECOVERY: self.papers.recovery_model,
            name.SUPPORTERS: self._supporters_model,
            name.FINISH: self._finish_model,
            name.SITES: self.sites.model,
        }

    # Reading and moving

    def state(self) -> SetupState:
        """Return how far the set-up has come; read before the first page is shown."""
        if self._state is None:
            raise BugError("the set-up has not been read yet")
        return self._state

    def _reload(self, _ignored: object = None) -> None:
        self.changes.run(self._load, self._on_loaded, self._on_load_failed, Lane.READ)

    def _load(self) -> tuple[SetupState, tuple[Staff, ...]]:
        return self.desk.office.state(), self.desk.accounts.staff()

    def _on_loaded(self, loaded: tuple[SetupState, tuple[Staff, ...]]) -> None:
        self._state, self._staff = loaded
        if self._state.must_join:
            self.show(m.SetupPageName.JOIN, m.JoinModel())
        else:
            self._show_current()

    def _on_load_failed(self, error: KnownError | BugError) -> None:
        self.show(m.SetupPageName.JOIN, m.JoinModel(self.plain(error)))

    def _show_current(self) -> None:
        self.papers.entering(self._page)
        self.scanning.entering(self._page)
        self.sites.entering(self._page)
        self.show(self._page, self._builders[self._page]())

    def go_next(self, _ignored: object = None) -> None:
        """Move to the next page and read anew what was saved."""
        position = self._pages.index(self._page) + 1
        self._page = self._pages[min(position, len(self._pages) - 1)]
        self._reload()

    def _on_next(self, _wish: w.GoNext) -> None:
        self.go_next()

    def _on_back(self, _wish: w.GoBack) -> None:
        position = self._pages.index(self._page)
        if position == 0 and self.desk.by is not None:
            self.finished.emit()
            return
        self._page = self._pages[max(0, position - 1)]
        self._reload()

    def _field_problems(self, error: KnownError | BugError, field: str) -> dict[str, str]:
        """Return problems by field; what is no form's problem stands at `field`."""
        if isinstance(error, FormRefused):
            return {p.field: self.desk.t(p.message) for p in error.problems}
        return {field: self.plain(error)}

    # Office

    def _office_model(self) -> m.OfficeModel:
        profile = self.state().profile
        return m.OfficeModel(self.progress(), profile or EXAMPLE_OFFICE, profile is None)

    def _on_save_office(self, wish: w.SaveOffice) -> None:
        job = partial(self.desk.office.save_profile, wish.profile, self.desk.by)
        self.changes.run(job, self.go_next, partial(self._on_office_refused, wish.profile))

    def _on_office_refused(self, profile: OfficeProfile, error: KnownError | BugError) -> None:
        problems = self._field_problems(error, "name")
        model = m.OfficeModel(self.progress(), profile, problems=problems)
        self.show(m.SetupPageName.OFFICE, model)

    # Villages

    def _villages_model(self) -> m.VillagesModel:
        return m.VillagesModel(self.progress(), self.state().villages)

    def _on_add_village(self, wish: w.AddVillage) -> None:
        try:
            village = check_village(
                wish.name, wish.former_commune, wish.head_name, wish.head_phone, wish.km
            )
        except FormRefused as error:
            self._show_village_problems(self._field_problems(error, "name"))
            return
        self._save_villages(_merged(self.state().villages, (village,)))

    def _on_remove_village(self, wish: w.RemoveVillage) -> None:
        self._save_villages(v for v in self.state().villages if v.id != wish.village_id)

    def _save_villages(self, villages: Iterable[Village]) -> None:
        job = partial(self.desk.office.save_villages, tuple(villages), self.desk.by)
        self.changes.run(job, self._reload, self._on_villages_refused)

    def _on_villages_refused(self, error: KnownError | BugError) -> None:
        self._show_village_problems(self._field_problems(error, "name"))

    def _show_village_problems(self, problems: dict[str, str]) -> None:
        model = replace(self._villages_model(), problems=problems)
        self.show(m.SetupPageName.VILLAGES, model)

    def _on_import(self, wish: w.ImportVillages) -> None:
        job = partial(self._import, wish)
        self.changes.run(job, self._on_imported, self._on_import_refused)

    def _import(self, wish: w.ImportVillages) -> VillageImport:
        """Add the good rows of a file to the villages."""
        try:
            data = wish.path.read_bytes()
        except OSError as error:
            raise KnownError(_UNREADABLE, log_line=f"{wish.path.name}: {error.strerror}") from error
        found = parse_villages(data)
        merged = _merged(self.desk.office.villages(), found.villages)
        self.desk.office.save_villages(merged, self.desk.by)
        return found

    def _on_imported(self, found: VillageImport) -> None:
        rows = tuple((p.line, self.desk.t(p.reason, **p.fields)) for p in found.problems)
        show = partial(self._show_import, rows, len(found.villages))
        self.changes.run(self.desk.office.state, show, self._on_import_refused, Lane.READ)

    def _show_import(
        self, rows: tuple[tuple[int, str], ...], imported: int, state: SetupState
    ) -> None:
        self._state = state
        model = replace(self._villages_model(), row_problems=rows, imported=imported)
        self.show(m.SetupPageName.VILLAGES, model)

    def _on_import_refused(self, error: KnownError | BugError) -> None:
        model = replace(self._villages_model(), problem=self.plain(error))
        self.show(m.SetupPageName.VILLAGES, model)

    # Machine

    def _panel_model(self) -> m.PanelModel:
        metrics = self.desk.metrics
        width = self.settings.panel_width_mm or metrics.width_mm
        return m.PanelModel(self.progress(), width, metrics.width_px)

    def _on_save_panel(self, wish: w.SavePanel) -> None:
        self.keep_settings(replace(self.settings, panel_width_mm=round(wish.width_mm, 1)))

    def _on_save_printer(self, wish: w.SavePrinter) -> None:
        self.keep_settings(
            replace(
                self.settings,
                printer=wish.printer,
                paper=wish.paper,
                counter=wish.counter.strip() or self.settings.counter,
            )
        )

    def keep_settings(self, settings: Settings) -> None:
        """Write the facts of this machine and go on."""
        self.settings = settings
        job = partial(save_settings, self.desk.paths.settings, settings)
        self.changes.run(job, self.go_next, self._on_settings_refused, Lane.GENERAL)

    def _on_settings_refused(self, error: KnownError | BugError) -> None:
        if self.is_showing(m.SetupPageName.PANEL):
            model = replace(self._panel_model(), problem=self.plain(error))
            self.show(m.SetupPageName.PANEL, model)
        else:
            self.papers.on_refused(error)
            self.scanning.on_refused(error)

    # People

    def _lead_model(self) -> m.LeadModel:
        lead = next((s for s in self._staff if s.role is Role.LEAD), None)
        return m.LeadModel(self.progress(), lead.name if lead else "")

    def _on_save_lead(self, wish: w.SaveLead) -> None:
        job = partial(self.desk.accounts.add_lead, wish.name, wish.pin, wish.pin_again)
        self.changes.run(job, self.go_next, self._on_lead_refused)

    def _on_lead_refused(self, error: KnownError | BugError) -> None:
        problems = self._field_problems(error, "name")
        self.show(m.SetupPageName.LEAD, m.LeadModel(self.progress(), problems=problems))

    def _lead(self) -> Staff:
        if self.desk.by is not None:
            return self.desk.by
        lead = next((s for s in self._staff if s.role is Role.LEAD), None)
        if lead is None:
            raise BugError("the set-up has no lead yet")
        return lead

    def _supporters_model(self) -> m.SupportersModel:
        supporters = tuple(s for s in self._staff if s.role is Role.SUPPORTER)
        issued = self._issued
        name, pin = (issued.staff.name, issued.pin) if issued else ("", "")
        return m.SupportersModel(self.progress(), supporters, name, pin)

    def _on_add_supporter(self, wish: w.AddSupporter) -> None:
        job = partial(self.desk.accounts.add_supporter, wish.name, self._lead())
        self.changes.run(job, self._on_issued, self._on_supporter_refused)

    def _on_issue_pin(self, wish: w.IssuePin) -> None:
        job = partial(self.desk.accounts.reissue_pin, wish.staff_id, self._lead())
        self.changes.run(job, self._on_issued, self._on_supporter_refused)

    def _on_block(self, wish: w.BlockStaff) -> None:
        change = self.desk.accounts.block if wish.is_blocked else self.desk.accounts.unblock
        job = partial(change, wish.staff_id, self._lead())
        self.changes.run(job, self._reload, self._on_supporter_refused)

    def _on_issued(self, issued: IssuedPin) -> None:
        self._issued = issued
        self._reload()

    def _on_pin_seen(self, _wish: w.PinSeen) -> None:
        self._issued = None
        self._reload()

    def _on_supporter_refused(self, error: KnownError | BugError) -> None:
        model = replace(self._supporters_model(), problem=self.plain(error))
        self.show(m.SetupPageName.SUPPORTERS, model)

    # Ends

    def _finish_model(self) -> m.FinishModel:
        state = self.state()
        return m.FinishModel(
            self.progress(),
            state.profile or EXAMPLE_OFFICE,
            villages=len(state.villages),
            supporters=sum(s.role is Role.SUPPORTER for s in self._staff),
            printer=self.settings.printer,
            recovery_confirmed=state.recovery_confirmed,
        )

    def _on_finish(self, _wish: w.Finish) -> None:
        if self.desk.by is not None:
            self.finished.emit()
            return
        job = partial(self.desk.office.finish, self._lead())
        self.changes.run(job, self._on_finished, self._on_finish_refused)

    def _on_finished(self, _nothing: None) -> None:
        self.finished.emit()

    def _on_finish_refused(self, error: KnownError | BugError) -> None:
        model = replace(self._finish_model(), problem=self.plain(error))
        self.show(m.SetupPageName.FINISH, model)

    def _on_join(self, wish: w.JoinOffice) -> None:
        job = partial(self.desk.office.join, wish.typed)
        self.changes.run(job, self._on_joined, self._on_join_refused)

    def _on_joined(self, _nothing: None) -> None:
        self._pages = (m.SetupPageName.PANEL, m.SetupPageName.PRINTER, m.SetupPageName.FINISH)
        self._page = self._pages[0]
        self._reload()

    def _on_join_refused(self, error: KnownError | BugError) -> None:
        self.show(m.SetupPageName.JOIN, m.JoinModel(self.plain(error)))


def _merged(known: Iterable[Village], added: Iterable[Village]) -> tuple[Village, ...]:
    """Return the villages of both; one of the same name and former commune is the newer one.

    Communes were merged, so the name alone may stand for several villages.
    """
    villages = {(fold(v.name), fold(v.former_commune)): v for v in (*known, *added)}
    return tuple(villages.values())
