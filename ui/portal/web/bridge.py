"""The one line from inside the page to us: what kind of field has the focus, and “can be read”.

The scripts run in a world of their own, where the page's scripts neither see them nor the channel.
Whoever follows the page from inside adds an object of their own to the same channel, as `PageHints`
does.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QFile, QIODevice, QObject, QUrl, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript

from resources import read_text
from ui.portal.models import FieldKind

OUR_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
_CHANNEL_SCRIPT = ":/qtwebchannel/qwebchannel.js"
_KINDS = frozenset(FieldKind)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,20}:")


class PageBridge(QObject):
    """What the script calls; it takes nothing but the few words it knows.

    Signals: `focused` carries a FieldKind; `readable` comes when the page can be read; `refused`
    carries an address without anything but its scheme, when a link would open another program.
    """

    focused = Signal(object)
    readable = Signal()
    refused = Signal(QUrl)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.channel = QWebChannel(self)
        self.channel.registerObject("portal", self)

    @Slot(str)
    def field_focused(self, kind: str) -> None:
        """Tell the kind of the field; an unknown word is taken for a secret one."""
        self.focused.emit(FieldKind(kind) if kind in _KINDS else FieldKind.SECRET)

    @Slot()
    def page_readable(self) -> None:
        """Tell that the page can be read."""
        self.readable.emit()

    @Slot(str)
    def link_refused(self, scheme: str) -> None:
        """Tell that a link such as `tel:` was pressed, which leads to no page."""
        if _SCHEME.fullmatch(scheme):
            self.refused.emit(QUrl(scheme))

    def enter(self, page: QWebEnginePage) -> None:
        """Put script and channel into `page`, for everything it will show."""
        page.setWebChannel(self.channel, OUR_WORLD.value)
        script = QWebEngineScript()
        script.setName("watch")
        script.setWorldId(OUR_WORLD.value)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setRunsOnSubFrames(True)
        parts = (_channel_script(), read_text("portal/follow.js"), read_text("portal/watch.js"))
        script.setSourceCode("\n".join(parts))
        page.scripts().insert(script)


def _channel_script() -> str:
    file = QFile(_CHANNEL_SCRIPT)
    file.open(QIODevice.OpenModeFlag.ReadOnly)
    return bytes(file.readAll().data()).decode("utf-8")
