"""The citizen's shell, as far as the live page goes: opening, showing, asking, and letting go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import Place, ScreenName, aside
from kiosk.domain.portal import AllowList, goes_through_web
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import Paper
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.visit_folder import VisitFolder
from ui.citizen.follow_side import FollowSide
from ui.citizen.screens.portal_screen import PortalScreen
from ui.lanes import Lane
from ui.portal import wishes as w
from ui.portal.engine import no_papers
from ui.portal.key_side import KeySide
from ui.portal.leaving import Leaving
from ui.portal.models import (
    AdmitModel,
    NewsKind,
    PageLook,
    PageNews,
    PageState,
    PortalModel,
)

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell
    from ui.portal.web.live_page import LivePage
    from ui.portal.web.page import PaperChooser

_PDF_TITLE = "cong-dich-vu-cong"
"""Name of the print job; print queues do not agree on other letters."""
_NOT_PRINTED = N_("Máy chưa in được. Gọi cán bộ xem giúp.")
_NO_PIN_NOW = N_("Máy chưa xem được mã PIN. Thử lại sau.")


class PortalSide(QObject):
    """One live page per visit, whatever screen is shown meanwhile.

    Signals: `opened` carries the LivePage of a visit, for those who follow it; `closed` comes when
    a visit has let go of it.
    """

    opened = Signal(object)
    closed = Signal()

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk = shell.desk.portal
        self.live: LivePage | None = None
        self.choose_papers: PaperChooser = no_papers
        self._is_opening = False
        self._look = PageLook()
        self._news: PageNews | None = None
        self._paper: Path | None = None
        self._admit = AdmitModel("", ())
        self._leaving: list[Leaving] = []
        self._keys = KeySide(shell.window, self)
        self._follow = FollowSide(shell, self)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.OpenPortal: self._on_open,
            w.ShowPictures: self._on_pictures,
            w.PageBack: self._on_page_back,
            w.ReloadPage: self._on_reload,
            w.ZoomPage: self._on_zoom,
            w.AnswerNews: self._on_answer,
            w.AskAdmission: self._on_ask_admission,
            w.AdmitSite: self._on_admit,
            **self._follow.handlers(),
        }

    # What the shell asks

    def can_open(self, procedure: Procedure) -> bool:
        """Return whether the guide of `procedure` can be walked beside the live page here."""
        return self._desk.engine.is_there and goes_through_web(procedure)

    def beside(self, place: Place) -> Place:
        """Return `place` as it is shown: a step follows a split step as a split step."""
        is_split = self._shell.flow.current.screen is ScreenName.PORTAL
        return aside(place, ScreenName.PORTAL) if is_split and place.step_id else place

    def model(self, place: Place) -> PortalModel:
        """Return the step with the page beside it."""
        step = self._shell.step_model(place)
        return PortalModel(step, self._look, self._news, self._follow.look(place))

    def admit_model(self) -> AdmitModel:
        """Return who may let the refused site in."""
        return self._admit

    def tell(self, news: PageNews | None) -> None:
        """Tell something above the page, or nothing any more."""
        self._on_told(news)

    def step_aside(self) -> None:
        """Take the live page out of the screen that is about to go."""
        shown = self._shell.window.shown
        if isinstance(shown, PortalScreen):
            shown.release()

    def step_in(self) -> None:
        """Put the live page into the screen that has come."""
        shown = self._shell.window.shown
        if isinstance(shown, PortalScreen) and self.live is not None:
            shown.hold(self.live.view)
            self._keys.step_in(shown)
        self._follow.step_in()

    def forget(self) -> None:
        """Let go of the visit's page, once it has logged out, and of everything it left."""
        self.step_aside()
        self._keys.forget()
        self._follow.forget()
        live, self.live = self.live, None
        self._is_opening = False
        self._look, self._news, self._paper = PageLook(), None, None
        self._admit = AdmitModel("", ())
        visit = self._shell.visit
        folder = self._desk.folders.of(visit.id) if visit is not None else None
        if live is not None and folder is not None:
            self._leave(live, folder)
        elif folder is not None:
            self._wipe(folder)

    @property
    def is_clean(self) -> bool:
        """Whether no page is left, neither of this visit nor of a former one."""
        return self.live is None and not self._leaving

    def close(self) -> None:
        """Close every page now: the program ends."""
        for leaving in list(self._leaving):
            leaving.close()

    def start(self) -> None:
        """Wipe what a crash has left behind."""
        self._shell.desk.lanes.run(Lane.GENERAL, self._desk.folders.wipe_all)

    # Opening

    def _on_open(self, _wish: w.OpenPortal) -> None:
        shell = self._shell
        shell.go(aside(shell.flow.current, ScreenName.PORTAL))
        self._begin_opening()

    def _begin_opening(self) -> None:
        """Ask where the page may go, unless it is there or this is being asked."""
        if self.live is not None or self._is_opening:
            return
        self._is_opening = True
        self._on_looked(PageLook())
        hosts, visit = self._desk.hosts.allowed, self._shell.present().number
        lanes = self._shell.desk.lanes
        lanes.run(Lane.READ, hosts, self._on_hosts, self._on_no_hosts, visit=visit)

    def _on_hosts(self, hosts: AllowList) -> None:
        """Open the page, now that it is known where it may go."""
        self._is_opening = False
        folder = self._desk.folders.of(self._shell.present().id)
        live = self._desk.engine.open(hosts, folder, self.choose_papers, self)
        live.looked.connect(self._on_looked)
        live.told.connect(self._on_told)
        live.paper_came.connect(self._on_paper)
        # Who has asked for larger letters wants them in the page as well.
        live.zoom(self._shell.looks.text_size)
        self.live = live
        self._keys.follow(live)
        self._follow.follow(live)
        self.step_in()
        self.opened.emit(live)

    def _on_no_hosts(self, _error: KnownError | BugError) -> None:
        """Without the list no page may open: say that it did not, and offer to try again."""
        self._is_opening = False
        self._on_looked(PageLook(PageState.OFFLINE))

    def _on_pictures(self, _wish: w.ShowPictures) -> None:
        flow = self._shell.flow
        flow.replace(aside(flow.current, ScreenName.STEP))
        self._shell.show()

    # The page

    def _on_page_back(self, _wish: w.PageBack) -> None:
        if self.live is not None:
            self.live.back()

    def _on_reload(self, _wish: w.ReloadPage) -> None:
        if self.live is not None:
            self.live.again()
        else:
            self._begin_opening()

    def _on_zoom(self, wish: w.ZoomPage) -> None:
        if self.live is not None:
            self.live.zoom(wish.steps)

    @Slot(object)
    def _on_looked(self, look: PageLook) -> None:
        self._look = look
        shown = self._shell.window.shown
        if isinstance(shown, PortalScreen) and shown.take(look):
            # A calm screen may come under a finger that was meant for the page.
            self._shell.window.ignore_presses()

    @Slot(object)
    def _on_told(self, news: PageNews | None) -> None:
        self._news = news
        shown = self._shell.window.shown
        if isinstance(shown, PortalScreen):
            shown.tell(news)

    def _on_answer(self, wish: w.AnswerNews) -> None:
        news, self._news = self._news, None
        self._on_told(None)
        if news is None or not wish.is_yes:
            return
        if news.kind is NewsKind.ASKED and self.live is not None:
            self.live.agree(news.text)
            self._on_told(PageNews(NewsKind.AGREED))
        elif news.kind is NewsKind.FRAME_REFUSED:
            self._ask_admission(news.text)
        elif news.kind is NewsKind.PAPER:
            self._print()

    # Paper

    @Slot(object)
    def _on_paper(self, path: Path) -> None:
        """Offer to print what the page gave out; a slip printer cannot."""
        self._paper = path
        choice = self._shell.desk.printer_choice()
        can_print = bool(choice.name) and choice.paper is Paper.A4
        self._on_told(PageNews(NewsKind.PAPER if can_print else NewsKind.PAPER_NOT_HERE))

    def _print(self) -> None:
        if self._paper is None:
            return
        desk, visit = self._shell.desk, self._shell.present().number
        name = desk.printer_choice().name
        job = partial(self._spool, self._paper, name)
        desk.lanes.run(Lane.GENERAL, job, self._on_printed, self._on_not_printed, visit=visit)

    def _spool(self, path: Path, printer: str) -> None:
        self._shell.desk.printer.print_pdf(path.read_bytes(), printer, _PDF_TITLE)

    def _on_printed(self, _nothing: None) -> None:
        self._on_told(PageNews(NewsKind.PRINTING))

    def _on_not_printed(self, error: KnownError | BugError) -> None:
        self._on_told(PageNews(NewsKind.NOT_PRINTED, self._in_words(error, _NOT_PRINTED)))

    def _in_words(self, error: KnownError | BugError, ours: str) -> str:
        """Return the world's own words for what it refused, and `ours` where the fault is ours."""
        shell = self._shell
        t = shell.desk.translators[shell.looks.language]
        if isinstance(error, KnownError):
            return " ".join(t(part, **error.fields) for part in (error.message, error.cure) if part)
        return t(ours)

    # A site that staff let in

    def _on_ask_admission(self, _wish: w.AskAdmission) -> None:
        self._ask_admission(self._look.refused)

    def _ask_admission(self, site: str) -> None:
        self._admit = AdmitModel(site, ())
        desk, visit = self._shell.desk, self._shell.present().number
        who = self._desk.hosts.who_may_allow
        desk.lanes.run(Lane.READ, who, self._on_staff, self._on_no_staff, visit=visit)

    def _on_staff(self, staff: Sequence[Staff]) -> None:
        self._admit = AdmitModel(self._admit.site, tuple(staff))
        self._shell.go(aside(self._shell.flow.current, ScreenName.ADMIT_SITE))

    def _on_no_staff(self, error: KnownError | BugError) -> None:
        """Without the database no PIN can be looked at: say so on the page that asks for it."""
        problem = self._in_words(error, _NO_PIN_NOW)
        self._admit = AdmitModel(self._admit.site, (), problem=problem)
        self._shell.go(aside(self._shell.flow.current, ScreenName.ADMIT_SITE))

    def _on_admit(self, wish: w.AdmitSite) -> None:
        visit = self._shell.present()
        self._admit = AdmitModel(self._admit.site, self._admit.staff, wish.staff_id)
        allow = partial(
            self._desk.hosts.allow_for_visit, self._admit.site, visit.id, wish.staff_id, wish.pin
        )
        lanes = self._shell.desk.lanes
        lanes.run(Lane.WRITE, allow, self._on_admitted, self._on_not_admitted, visit=visit.number)

    def _on_admitted(self, _staff: Staff) -> None:
        site, self._admit = self._admit.site, AdmitModel("", ())
        if self.live is not None:
            self.live.allow(site)
        self._leave_admission()

    def _on_not_admitted(self, error: KnownError | BugError) -> None:
        former, problem = self._admit, self._in_words(error, _NO_PIN_NOW)
        self._admit = AdmitModel(former.site, former.staff, former.chosen_id, problem)
        if self._shell.flow.current.screen is ScreenName.ADMIT_SITE:
            self._shell.show()

    def _leave_admission(self) -> None:
        if self._shell.flow.current.screen is ScreenName.ADMIT_SITE:
            self._shell.flow.back()
            self._shell.show()

    # Letting go

    def _leave(self, live: LivePage, folder: VisitFolder) -> None:
        live.looked.disconnect(self._on_looked)
        live.told.disconnect(self._on_told)
        live.paper_came.disconnect(self._on_paper)
        leaving = Leaving(live, folder, self)
        self._leaving.append(leaving)
        leaving.gone.connect(self._on_gone)
        self.closed.emit()
        leaving.start()

    @Slot()
    def _on_gone(self) -> None:
        for leaving in [one for one in self._leaving if one.is_gone]:
            self._leaving.remove(leaving)
            self._wipe(leaving.folder)
            leaving.deleteLater()

    def _wipe(self, folder: VisitFolder) -> None:
        self._shell.desk.lanes.run(Lane.GENERAL, folder.wipe)
