"""One visit's page: profile, guards, page and view, opened together and closed together.

Closing deletes view, page and profile in this order, at once: a profile must not go before its
page, and the next person must not come before either is gone.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo, QWebEnginePage, QWebEngineProfile

from kiosk.domain.portal import AllowList, site_name
from kiosk.domain.web_address import WebAddress, read_address
from kiosk.services.visit_folder import VisitFolder
from resources import read_text
from ui.portal.models import (
    FieldKind,
    NewsKind,
    PageMoved,
    PageNews,
    PageReady,
    PageState,
)
from ui.portal.page_typing import PageTyping
from ui.portal.page_watch import PageWatch
from ui.portal.web.bridge import OUR_WORLD, PageBridge
from ui.portal.web.downloads import Downloads
from ui.portal.web.file_field import FileField
from ui.portal.web.hints import PageHints
from ui.portal.web.page import PaperChooser, PortalPage
from ui.portal.web.request_guard import RequestGuard, place_of, spelt_out
from ui.portal.web.view import PortalView

log = logging.getLogger(__name__)

_Status = QWebEngineLoadingInfo.LoadStatus
_Domain = QWebEngineLoadingInfo.ErrorDomain
_ABORTED = -3
_BLOCKED = -20
_UNKNOWN_NAMES = frozenset({-105, -137})
"""Chromium's numbers; it counts both of these among the troubles of connections."""
_SERVER_FAULT = 500
_STATES = {
    _Domain.DnsErrorDomain: PageState.NOT_FOUND,
    _Domain.CertificateErrorDomain: PageState.NOT_SECURE,
    _Domain.HttpStatusCodeDomain: PageState.BUSY,
}


class LivePage(QObject):
    """The page beside the guide, while one visit lasts.

    Signals: `looked` carries a PageLook, `moved` a PageMoved, `ready` a PageReady, `told` a
    PageNews, `focused` a FieldKind, and `paper_came` the Path of a PDF in the visit's folder.
    """

    looked = Signal(object)
    moved = Signal(object)
    ready = Signal(object)
    told = Signal(object)
    focused = Signal(object)
    paper_came = Signal(object)

    def __init__(
        self,
        profile: QWebEngineProfile,
        hosts: AllowList,
        folder: VisitFolder,
        choose: PaperChooser,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.hosts = hosts
        self.watch = PageWatch(self)
        self._profile = profile
        self._guard = RequestGuard(self._hosts, self)
        profile.setUrlRequestInterceptor(self._guard)
        self.downloads = Downloads(profile, folder, self)
        self.page = PortalPage(profile, self._hosts, choose)
        self.bridge = PageBridge(self)
        self.hints = PageHints(self.run, self)
        self.bridge.channel.registerObject("hints", self.hints)
        self.bridge.enter(self.page)
        self.view = PortalView()
        self.view.setPage(self.page)
        self.file_field = FileField(self.page, self.view, self)
        self.typing = PageTyping(self.view, self)
        self._wanted = QUrl()
        self._connect()

    @property
    def address(self) -> WebAddress | None:
        """Where the page is, without its query."""
        return read_address(spelt_out(self.page.url()))

    # What is asked of it

    def open(self, url: str) -> None:
        """Go to a page of the list; any other is refused before the browser hears of it."""
        if self.hosts.may_open(url):
            self._wanted = QUrl(url)
            self.page.load(self._wanted)
        else:
            log.info("page refused: %s", place_of(QUrl(url)))
            self._on_refused(QUrl(url))

    def back(self) -> None:
        """Return to the page before, or from a refused one to where the refusal met us."""
        if self.watch.look.state is PageState.REFUSED and self.address is not None:
            self.watch.returned()
        else:
            self.page.triggerAction(QWebEnginePage.WebAction.Back)

    def again(self) -> None:
        """Load once more what is there, or what did not come."""
        came = self.watch.look.state is PageState.SHOWN and self.address is not None
        if came:
            self.page.triggerAction(QWebEnginePage.WebAction.Reload)
        else:
            self.page.load(self._wanted)

    def zoom(self, steps: int) -> None:
        """Show the page larger or smaller."""
        self.page.setZoomFactor(self.watch.zoomed(steps))

    def allow(self, site: str) -> None:
        """Let one more host in.

        The person presses again what led there: only the page that stands knows what it sends
        along. A frame that was kept out is loaded anew by itself, and nothing around it is lost.
        """
        self.hosts = self.hosts.with_host(site)
        if self.watch.look.state is not PageState.REFUSED:
            self.page.runJavaScript(_frames_again(site), OUR_WORLD.value)
        elif self.address is not None:
            self.watch.returned()
            self.told.emit(PageNews(NewsKind.AGREED))
        else:
            self.watch.started()
            self.page.load(self._wanted)

    def agree(self, question: str) -> None:
        """Let the page have a yes when it asks again."""
        self.page.agree(question)

    def run(self, script: str, on_answer: Callable[[object], None]) -> None:
        """Run a script in the world of ours and hand its result to `on_answer`."""
        self.page.runJavaScript(script, OUR_WORLD.value, on_answer)

    def stop_loading(self) -> None:
        """Give up what is on its way."""
        self.page.triggerAction(QWebEnginePage.WebAction.Stop)

    def leave(self, on_pressed: Callable[[object], None]) -> None:
        """Press the page's own “Đăng xuất”, if it has one; tell whether it was there."""
        self.page.is_leaving = True
        self.run(read_text("portal/log_out.js"), on_pressed)

    def close(self) -> None:
        """Forget everything, at once. Not to be called from a signal of the page's own."""
        self.watch.stop()
        self.downloads.stop()
        for told in (self.bridge, self.hints):
            self.bridge.channel.deregisterObject(told)
        for part in (self.view, self.page, self._profile):
            shiboken6.delete(part)

    # What the browser tells

    def _connect(self) -> None:
        page = self.page
        page.loadingChanged.connect(self._on_loading)
        page.loadProgress.connect(self.watch.progressed)
        page.urlChanged.connect(self._on_url)
        page.renderProcessTerminated.connect(self._on_terminated)
        page.printRequested.connect(self._on_print)
        page.refused.connect(self._on_refused)
        page.frame_refused.connect(self._on_frame_refused)
        page.said.connect(self._on_said)
        page.asked.connect(self._on_asked)
        page.not_secure.connect(self._on_not_secure)
        self._guard.refused_page.connect(self._on_refused)
        self._guard.refused_frame.connect(self._on_frame_refused)
        self.watch.changed.connect(self.looked)
        self.bridge.readable.connect(self._on_readable)
        self.bridge.focused.connect(self._on_focused)
        self.bridge.refused.connect(self._on_refused)
        self.downloads.came.connect(self._on_paper)
        self.downloads.refused.connect(self._on_no_paper)

    def _hosts(self) -> AllowList:
        return self.hosts

    @Slot(QWebEngineLoadingInfo)
    def _on_loading(self, info: QWebEngineLoadingInfo) -> None:
        status = info.status()
        if status is _Status.LoadStartedStatus:
            if not self._is_refused(info.url()):
                self.watch.started()
        elif status is _Status.LoadSucceededStatus:
            self.watch.finished()
        elif status is _Status.LoadStoppedStatus or info.errorCode() == _ABORTED:
            self._on_stopped()
        elif info.errorCode() == _BLOCKED:
            self._on_refused(info.url())
        else:
            self._on_failed(info)

    def _is_refused(self, url: QUrl) -> bool:
        """Return whether this is the start of what was refused: the browser tells of it too."""
        return self.watch.look.state is PageState.REFUSED and url == self._wanted

    def _on_stopped(self) -> None:
        """Return to what was there: what began turned into a download, or was given up."""
        if self.watch.look.state.shows_page or self.watch.look.state is PageState.SLOW:
            self.watch.finished()

    def _on_failed(self, info: QWebEngineLoadingInfo) -> None:
        domain, code = info.errorDomain(), info.errorCode()
        if domain is _Domain.HttpStatusCodeDomain and code < _SERVER_FAULT:
            self.watch.finished()  # The site's own page says what is missing.
            return
        self._wanted = info.url()
        log.info("page failed: %s %d", domain.name, code)
        self.watch.failed(_state_of(domain, code))

    @Slot(QUrl)
    def _on_url(self, url: QUrl) -> None:
        address = self.address
        if address is not None:
            history = self.page.history()
            self.watch.came_to(site_name(address), can_go_back=history.canGoBack())
            self.moved.emit(PageMoved(address, _route(url)))

    @Slot()
    def _on_readable(self) -> None:
        address = self.address
        if address is not None:
            self.watch.readable()
            self.ready.emit(PageReady(address, _route(self.page.url())))

    @Slot(QWebEnginePage.RenderProcessTerminationStatus, int)
    def _on_terminated(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int
    ) -> None:
        log.info("the page's process ended: %s %d", status.name, code)
        self._wanted = self.page.url()
        self.watch.failed(PageState.CRASHED)

    @Slot(QUrl)
    def _on_refused(self, url: QUrl) -> None:
        self._wanted = url
        self.watch.refused(_site(url))

    @Slot(QUrl)
    def _on_frame_refused(self, url: QUrl) -> None:
        if read_address(spelt_out(url)) is not None:
            self.told.emit(PageNews(NewsKind.FRAME_REFUSED, _site(url)))

    @Slot(str)
    def _on_said(self, words: str) -> None:
        self.told.emit(PageNews(NewsKind.SAID, words))

    @Slot(str)
    def _on_asked(self, question: str) -> None:
        self.told.emit(PageNews(NewsKind.ASKED, question))

    @Slot()
    def _on_not_secure(self) -> None:
        self.watch.failed(PageState.NOT_SECURE)

    @Slot()
    def _on_print(self) -> None:
        self.downloads.print_page(self.page)

    @Slot(object)
    def _on_focused(self, kind: FieldKind) -> None:
        self.typing.aim_at(kind)
        self.focused.emit(kind)

    @Slot(object)
    def _on_paper(self, path: object) -> None:
        self.paper_came.emit(path)

    @Slot()
    def _on_no_paper(self) -> None:
        self.told.emit(PageNews(NewsKind.NOT_A_PAPER))


def _state_of(domain: QWebEngineLoadingInfo.ErrorDomain, code: int) -> PageState:
    """Return the calm screen for a failure; whatever is not known is a missing connection."""
    if code in _UNKNOWN_NAMES:
        return PageState.NOT_FOUND
    return _STATES.get(domain, PageState.OFFLINE)


def _frames_again(site: str) -> str:
    """Return the script that loads the frames of `site` anew."""
    return read_text("portal/frames_again.js").replace("SITE", json.dumps(site))


def _site(url: QUrl) -> str:
    """Return the host of an address in plain words; an odd one is named by its scheme alone."""
    address = read_address(spelt_out(url))
    return address.site if address else url.host() or f"{url.scheme()}:"


def _route(url: QUrl) -> str:
    return url.fragment().partition("?")[0]
