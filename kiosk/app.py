"""The composition root: opens a data folder and constructs every service on it.

The order matters and is the same for the window, the tour and the command line: folders, settings,
key, database (backed up and migrated when needed), content, services. Nothing else constructs a
service. Windows are built on top of this by `kiosk.desktop`.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from db.backup import SqliteBackups
from db.engine import postgres_engine, sqlite_engine
from db.errors import ServerUnreachable
from db.migrate import prepare_sqlite, refuse_other_revision, require_current
from db.network_path import refuse_network_path
from db.store import SqlStore
from kiosk.domain.english import Translations
from kiosk.domain.errors import KnownError
from kiosk.domain.lesson import Lesson
from kiosk.domain.words import N_
from kiosk.services.accounts import Accounts
from kiosk.services.appointments import Appointments
from kiosk.services.assistance import AssistanceLog
from kiosk.services.calls import HelpDesk
from kiosk.services.catalogue import Catalogue
from kiosk.services.clock import SystemClock
from kiosk.services.consent_sheets import ConsentSheets
from kiosk.services.consents import Consents
from kiosk.services.content import ContentError, read_content, shipped_english
from kiosk.services.content_export import ContentExport
from kiosk.services.content_review import ContentReview
from kiosk.services.corrections import Corrections
from kiosk.services.documents.consent_pdf import consent_pdf
from kiosk.services.documents.run_sheet_pdf import run_sheet_pdf
from kiosk.services.documents.slip_pdf import slip_pdf
from kiosk.services.duty import Duty
from kiosk.services.endings import Endings
from kiosk.services.figures import Figures
from kiosk.services.finder import Finder
from kiosk.services.follow_ups import FollowUps
from kiosk.services.journal import Journal
from kiosk.services.keys import KeyRing, open_key_store
from kiosk.services.last_known import KnownOffice, keep_known, last_known
from kiosk.services.lessons import read_lessons
from kiosk.services.national import NationalCatalogue
from kiosk.services.office import OfficeSetup
from kiosk.services.paths import DataPaths
from kiosk.services.people import People
from kiosk.services.pins import CHEAP_COST, OFFICE_COST, PinHasher
from kiosk.services.portal_hosts import PortalHosts
from kiosk.services.portal_reports import PortalReports
from kiosk.services.ports import Clock
from kiosk.services.rounds import Rounds
from kiosk.services.run_sheet import RunSheets
from kiosk.services.settings import Settings, load_settings
from kiosk.services.slips import Slips
from kiosk.services.stuck_signs import StuckSigns
from kiosk.services.take_overs import TakeOvers
from kiosk.services.vault import AesGcmCipher
from kiosk.services.visits import VisitLog
from resources import lesson_files, procedure_files

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Office:
    """Every use case over one data folder.

    `away` is set when the program was started while the server did not answer: what was last known
    of the office, enough for guidance. Everything else fails until the office is opened anew.
    """

    paths: DataPaths
    settings: Settings
    clock: Clock
    store: SqlStore
    ring: KeyRing
    backups: SqliteBackups | None
    catalogue: Catalogue
    finder: Finder
    setup: OfficeSetup
    accounts: Accounts
    duty: Duty
    visits: VisitLog
    calls: HelpDesk
    signs: StuckSigns
    consents: Consents
    consent_sheets: ConsentSheets
    people: People
    log: AssistanceLog
    corrections: Corrections
    figures: Figures
    follow_ups: FollowUps
    appointments: Appointments
    rounds: Rounds
    endings: Endings
    slips: Slips
    run_sheets: RunSheets
    portal_hosts: PortalHosts
    portal_reports: PortalReports
    take_overs: TakeOvers
    content: ContentReview
    content_export: ContentExport
    national: NationalCatalogue
    lessons: tuple[Lesson, ...]
    away: KnownOffice | None = None

    def remember(self) -> None:
        """Keep on this disk what guidance needs of an office whose database is on a server."""
        if self.settings.database_url and self.setup.is_set_up():
            known = KnownOffice(self.setup.profile(), self.catalogue.content)
            keep_known(self.paths.last_known_office, known)

    def close(self) -> None:
        """Close the database; the office is not used afterwards."""
        self.store.close()


@dataclass(frozen=True, slots=True)
class _Parts:
    paths: DataPaths
    settings: Settings
    clock: Clock
    store: SqlStore
    ring: KeyRing
    backups: SqliteBackups | None
    catalogue: Catalogue
    hasher: PinHasher
    cipher: AesGcmCipher


_SET_ASIDE = N_(
    "Đổi tên tệp {file} trong thư mục dữ liệu, mở lại chương trình, rồi nhập phiếu khôi phục."
)


def open_office(
    paths: DataPaths,
    *,
    demo: bool = False,
    clock: Clock | None = None,
    may_be_away: bool = False,
) -> Office:
    """Open the data folder at `paths`, creating what is missing.

    With `may_be_away` a server that does not answer is no hindrance, once the office is known here.
    Raises KnownError: a network path, a folder that cannot be written, a newer or corrupt database,
    a key that does not open it.
    """
    settings = load_settings(paths.settings)
    if not settings.database_url:
        refuse_network_path(paths.database)
    paths.make()
    ring = KeyRing(open_key_store(paths, demo=demo))
    cipher = AesGcmCipher(lambda: ring.key().person_key)
    backups = None if settings.database_url else backups_of(paths, settings)
    known = last_known(paths.last_known_office) if may_be_away else None
    engine, is_away = _engine(paths, settings, backups, may_be_away=known is not None)
    store = SqlStore(engine, cipher)
    hasher = PinHasher(CHEAP_COST if demo else OFFICE_COST)
    office = _construct(
        _Parts(
            paths=paths,
            settings=settings,
            clock=clock or SystemClock(),
            store=store,
            ring=ring,
            backups=backups,
            catalogue=load_catalogue(),
            hasher=hasher,
            cipher=cipher,
        )
    )
    if known is not None and is_away:
        office.catalogue.take(known.content)
        return replace(office, away=known)
    _refuse_other_key(office)
    office.catalogue.take(office.content.load())
    office.remember()
    return office


def _refuse_other_key(office: Office) -> None:
    """Raise KnownError when this machine's key is another database's; none at all is for set-up."""
    try:
        if office.ring.has_key():
            office.setup.check_key()
    except KnownError as error:
        office.close()
        # Set aside by hand, because a key that was overwritten is gone for good.
        file = office.paths.key_file.name
        raise KnownError(error.message, _SET_ASIDE, error.log_line, file=file) from error


def backups_of(paths: DataPaths, settings: Settings) -> SqliteBackups:
    """Return the backups of the embedded database."""
    second = Path(settings.second_backup_folder) if settings.second_backup_folder else None
    return SqliteBackups(paths.database, paths.backups, second)


def load_catalogue() -> Catalogue:
    """Return the shipped procedures; a broken file is logged and costs only itself."""
    content = read_content(procedure_files())
    for problem in content.problems:
        log.error("%s", problem.log_line)
    return Catalogue(content.procedures, _shared_english())


def _shared_english() -> Translations:
    """Return the shared translations; without them English pages show more Vietnamese."""
    try:
        return shipped_english()
    except ContentError as problem:
        log.error("%s", problem.log_line)  # noqa: TRY400 - one line tells it
        return {}


def load_lessons() -> tuple[Lesson, ...]:
    """Return the shipped skill lessons; a broken file is logged and costs only itself."""
    read = read_lessons(lesson_files())
    for problem in read.problems:
        log.error("%s", problem.log_line)
    return read.lessons


def _engine(
    paths: DataPaths, settings: Settings, backups: SqliteBackups | None, *, may_be_away: bool
) -> tuple[Engine, bool]:
    """Return the engine of a migrated SQLite file, or of a PostgreSQL; and whether it is away."""
    if backups is not None:
        prepare_sqlite(paths.database, backups)
        return sqlite_engine(paths.database), False
    engine = postgres_engine(settings.database_url)
    refuse_other_revision(engine)
    try:
        require_current(engine)
    except ServerUnreachable as error:
        if may_be_away:
            log.warning("started without the server: %s", error.log_line)
            return engine, True
        engine.dispose()
        raise
    except KnownError:
        engine.dispose()
        raise
    return engine, False


def _construct(parts: _Parts) -> Office:
    """Construct the services, each with just what it needs."""
    store, clock, device = parts.store, parts.clock, parts.settings.device
    days = parts.settings.retention_days
    accounts = Accounts(store, clock, parts.hasher, device)
    content = ContentReview(store, clock, parts.catalogue.all)
    calls = HelpDesk(store, clock)
    return Office(
        paths=parts.paths,
        settings=parts.settings,
        clock=clock,
        store=store,
        ring=parts.ring,
        backups=parts.backups,
        catalogue=parts.catalogue,
        finder=Finder(parts.catalogue, load_lessons),
        setup=OfficeSetup(store, clock, parts.ring),
        accounts=accounts,
        duty=Duty(store, clock, device),
        visits=VisitLog(store, clock, device, Journal(parts.paths.journal)),
        calls=calls,
        signs=StuckSigns(store, clock),
        consents=Consents(store, clock, days),
        consent_sheets=ConsentSheets(
            store, clock, counter=parts.settings.counter, render=consent_pdf
        ),
        people=People(store, clock, parts.cipher),
        log=AssistanceLog(store, clock, days),
        corrections=Corrections(store, clock, days),
        figures=Figures(store),
        follow_ups=FollowUps(store, clock, days, parts.settings.triage),
        appointments=Appointments(store, clock),
        rounds=Rounds(store, clock),
        endings=Endings(store),
        slips=_slips(parts),
        run_sheets=RunSheets(
            store,
            clock,
            parts.ring,
            find_procedure=parts.catalogue.by_code,
            title_of=parts.catalogue.title_of,
            render=run_sheet_pdf,
        ),
        portal_hosts=PortalHosts(store, clock, accounts),
        portal_reports=PortalReports(store, clock),
        take_overs=TakeOvers(store, clock, accounts, calls),
        content=content,
        content_export=ContentExport(store, clock, content.load, parts.paths.exports),
        national=NationalCatalogue(store, clock),
        lessons=load_lessons(),
    )


def _slips(parts: _Parts) -> Slips:
    return Slips(
        parts.store,
        parts.clock,
        parts.ring,
        folder=parts.paths.slips,
        counter=parts.settings.counter,
        find_procedure=parts.catalogue.by_code,
        title_of=parts.catalogue.title_of,
        render=slip_pdf,
        device=parts.settings.device,
    )
