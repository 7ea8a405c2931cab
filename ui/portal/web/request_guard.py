"""The first of two guards: looks at every single request, of pages, frames and what they load.

It sees what navigation rules never see (pictures, scripts, sockets), and redirects on their way. It
says nothing to the person: a blocked picture is not their concern. Log lines name the place without
the query, which is where the personal things are.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from kiosk.domain.portal import AllowList

log = logging.getLogger(__name__)

_Kind = QWebEngineUrlRequestInfo.ResourceType
_MAIN = frozenset({_Kind.ResourceTypeMainFrame, _Kind.ResourceTypeNavigationPreloadMainFrame})
_FRAME = frozenset({_Kind.ResourceTypeSubFrame, _Kind.ResourceTypeNavigationPreloadSubFrame})
_EMPTY = frozenset({"about:blank", "about:srcdoc"})


def spelt_out(url: QUrl) -> str:
    """Return an address as the browser itself spells it: ASCII, with `xn--` and percent signs."""
    return bytes(url.toEncoded().data()).decode("ascii")


def place_of(url: QUrl) -> str:
    """Return what of an address may be logged: never a query, a fragment or a user's name."""
    port = f":{url.port()}" if url.port() != -1 else ""
    place = f"//{url.host()}{port}{url.path()}" if url.host() else ""
    return f"{url.scheme()}:{place}"


class RequestGuard(QWebEngineUrlRequestInterceptor):
    """Holds requests to the list that `allowed` returns at that moment.

    Signals: `refused_page` and `refused_frame` carry the address that was kept out.
    """

    refused_page = Signal(QUrl)
    refused_frame = Signal(QUrl)

    def __init__(self, allowed: Callable[[], AllowList], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._allowed = allowed

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block what is not on the list."""
        url, kind = info.requestUrl(), info.resourceType()
        if self._is_allowed(spelt_out(url), kind):
            return
        info.block(True)
        log.info("request refused: %s (%s)", place_of(url), kind.name)
        if kind in _MAIN:
            self.refused_page.emit(url)
        elif kind in _FRAME:
            self.refused_frame.emit(url)

    def _is_allowed(self, url: str, kind: QWebEngineUrlRequestInfo.ResourceType) -> bool:
        if url in _EMPTY:
            return True
        if kind in _MAIN or kind in _FRAME:
            return self._allowed().may_open(url)
        return self._allowed().may_load(url)
