"""The page of one visit, with every way out of it closed.

The second of the two guards stands here: no navigation leaves the list of hosts. What a browser
would ask in a window of its own (files, pop-ups, questions, permissions) is answered here, and what
is worth telling the person goes out as a signal.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtNetwork import QAuthenticator
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineClientCertificateSelection,
    QWebEngineDesktopMediaRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineWebAuthUxRequest,
)

from kiosk.domain.portal import AllowList
from ui.portal.models import FileWish
from ui.portal.web.request_guard import place_of, spelt_out

log = logging.getLogger(__name__)

PaperChooser = Callable[[FileWish], Sequence[Path]]
"""Returns which of this visit's papers a file field gets."""

_NOTHING = frozenset({"about:blank", "about:srcdoc"})


class PortalPage(QWebEnginePage):
    """One page that navigates only within the list `allowed` returns at that moment.

    Signals: `refused` carries the address of a page kept out and `frame_refused` that of a frame;
    `said` and `asked` the words of a page that wants to speak in a window of its own;
    `not_secure` comes when a certificate was not taken.
    """

    refused = Signal(QUrl)
    frame_refused = Signal(QUrl)
    said = Signal(str)
    asked = Signal(str)
    not_secure = Signal()

    def __init__(
        self,
        profile: QWebEngineProfile,
        allowed: Callable[[], AllowList],
        choose: PaperChooser,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(profile, parent)
        self._allowed = allowed
        self._choose = choose
        self._agreed = ""
        self.is_leaving = False
        self._refuse_all()

    def _refuse_all(self) -> None:
        self.certificateError.connect(self._on_certificate_error)
        self.newWindowRequested.connect(self._on_new_window)
        self.permissionRequested.connect(self._on_permission)
        self.fullScreenRequested.connect(self._on_full_screen)
        self.registerProtocolHandlerRequested.connect(self._on_protocol)
        self.fileSystemAccessRequested.connect(self._on_file_system)
        self.desktopMediaRequested.connect(self._on_desktop_media)
        self.selectClientCertificate.connect(self._on_client_certificate)
        self.webAuthUxRequested.connect(self._on_web_auth)
        self.authenticationRequired.connect(self._on_authentication)

    def agree(self, question: str) -> None:
        """Answer yes when the page asks just this once more."""
        self._agreed = question

    # Where it goes

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Let the page, and each frame in it, go only where the list allows."""
        address = QUrl(url)
        text = spelt_out(address)
        if text in _NOTHING or self._allowed().may_open(text):
            return True
        log.info("navigation refused: %s (%s)", place_of(address), kind.name)
        (self.refused if is_main_frame else self.frame_refused).emit(address)
        return False

    @Slot(QWebEngineNewWindowRequest)
    def _on_new_window(self, request: QWebEngineNewWindowRequest) -> None:
        """Open in place what asks for a window of its own."""
        url = request.requestedUrl()
        if url.isValid() and not url.isEmpty() and spelt_out(url) not in _NOTHING:
            self.load(url)

    # What it asks

    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        oldFiles: Sequence[str],  # noqa: N803 - Qt's own name
        acceptedMimeTypes: Sequence[str],  # noqa: N803 - Qt's own name
    ) -> list[str]:
        """Give a file field papers of this visit: the computer's folders are never shown."""
        many = mode is not QWebEnginePage.FileSelectionMode.FileSelectOpen
        return [str(path) for path in self._choose(FileWish(many, tuple(acceptedMimeTypes)))]

    def javaScriptAlert(self, _origin: QUrl | str, msg: str) -> None:
        """Tell the page's words beside it, not in a window over it."""
        self.said.emit(msg)

    def javaScriptConfirm(self, _origin: QUrl | str, msg: str) -> bool:
        """Answer no and show the question; after a yes the page gets it when it asks again."""
        if self.is_leaving:
            return True
        if self._agreed == msg:
            self._agreed = ""
            return True
        self.asked.emit(msg)
        return False

    def javaScriptPrompt(self, _origin: QUrl | str, msg: str, _default: str) -> tuple[bool, str]:
        """Take no text in a window of the browser's."""
        return False, ""

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,  # noqa: N803 - Qt's own name
        sourceID: str,  # noqa: N803 - Qt's own name
    ) -> None:
        """Keep what a page tells its makers out of our log: it may hold anything."""

    # What is refused

    @Slot(QWebEngineCertificateError)
    def _on_certificate_error(self, error: QWebEngineCertificateError) -> None:
        log.info("certificate refused: %s (%s)", place_of(error.url()), error.type().name)
        error.rejectCertificate()
        if error.isMainFrame():
            self.not_secure.emit()

    @Slot(QWebEnginePermission)
    def _on_permission(self, permission: QWebEnginePermission) -> None:
        log.info("permission refused: %s", permission.permissionType().name)
        permission.deny()

    @Slot(QWebEngineFullScreenRequest)
    def _on_full_screen(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()

    @Slot(QWebEngineRegisterProtocolHandlerRequest)
    def _on_protocol(self, request: QWebEngineRegisterProtocolHandlerRequest) -> None:
        request.reject()

    @Slot(QWebEngineFileSystemAccessRequest)
    def _on_file_system(self, request: QWebEngineFileSystemAccessRequest) -> None:
        request.reject()

    @Slot(QWebEngineDesktopMediaRequest)
    def _on_desktop_media(self, request: QWebEngineDesktopMediaRequest) -> None:
        request.cancel()

    @Slot(QWebEngineClientCertificateSelection)
    def _on_client_certificate(self, selection: QWebEngineClientCertificateSelection) -> None:
        selection.selectNone()

    @Slot(QWebEngineWebAuthUxRequest)
    def _on_web_auth(self, request: QWebEngineWebAuthUxRequest) -> None:
        request.cancel()

    @Slot(QUrl, QAuthenticator)
    def _on_authentication(self, url: QUrl, _authenticator: QAuthenticator) -> None:
        """Leave name and password empty, which ends the request."""
        log.info("a server asked for a password: %s", place_of(url))
