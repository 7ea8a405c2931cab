"""Opens live pages, where this machine can show any.

The browser is read from disk when the first page is opened: half a second that nobody should wait
for who only wants to read. Where it is missing, switched off, or would refuse to run, the guide
goes on with pictures and nothing is offered that could not be kept.
"""

from __future__ import annotations

import importlib.util
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.domain.portal import PORTAL_HOME, AllowList
from kiosk.services.visit_folder import VisitFolder
from ui.portal.models import FileWish

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWebEngineCore import QWebEngineProfile

    from ui.portal.web.live_page import LivePage
    from ui.portal.web.page import PaperChooser

log = logging.getLogger(__name__)

_PARTS = ("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebChannel")


@dataclass(frozen=True, slots=True)
class PortalEngine:
    """Makes the page of each visit; `home` is where every guide begins.

    `make_profile` is for tests, which start the engine with flags of their own.
    """

    is_there: bool
    home: str = PORTAL_HOME
    make_profile: Callable[[], QWebEngineProfile] | None = None

    def open(
        self,
        hosts: AllowList,
        folder: VisitFolder,
        choose: PaperChooser,
        parent: QObject,
    ) -> LivePage:
        """Return a page that has been told to open `home`."""
        from ui.portal.web.live_page import LivePage
        from ui.portal.web.profile import off_the_record_profile, prepare_engine

        if self.make_profile is None:
            prepare_engine()
        make = self.make_profile or off_the_record_profile
        page = LivePage(make(), hosts, folder, choose, parent)
        page.open(self.home)
        return page


def no_papers(_wish: FileWish) -> Sequence[Path]:
    """Give a file field nothing: this visit has no papers."""
    return ()


def engine_for(*, is_on: bool) -> PortalEngine:
    """Return the engine of this machine; `is_on` is its setting."""
    reason = _why_not(is_on=is_on)
    if reason:
        log.info("no pages of the web: %s", reason)
    return PortalEngine(is_there=not reason)


def _why_not(*, is_on: bool) -> str:
    """Return what stands in the way of showing pages here, or nothing."""
    if not is_on:
        return "switched off in settings.toml"
    if not _is_installed():
        return "QtWebEngine is not installed"
    return "" if _may_run() else "the program runs as the all-powerful user"


def _is_installed() -> bool:
    """Return whether the browser's parts are there, without reading them."""
    try:
        return all(importlib.util.find_spec(part) is not None for part in _PARTS)
    except ImportError:
        return False


def _may_run() -> bool:
    """Return whether the engine would run: it ends the whole program for the all-powerful user."""
    return not (hasattr(os, "geteuid") and os.geteuid() == 0)
