"""Keeps tests away from the person who runs them: own home, own clock zone, no screen.

Two levels: what must hold before Qt is imported is set once for the whole run; each test then gets
folders of its own, so that nothing one test stores can be seen by the next.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

# Folders that programs look up through the environment, below the home of the test.
_FOLDERS = {
    "HOME": ".",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "PROGRAMDATA": "data",
}


def set_up_run(*, onscreen: bool) -> None:
    """Set what the whole run needs; call it before Qt is imported."""
    if not onscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ.pop("DISPLAY", None)
        os.environ.pop("WAYLAND_DISPLAY", None)
    # Qt complains about any other encoding, and a bare machine has the locale "C".
    os.environ["LC_ALL"] = "C.UTF-8"
    # Far from Asia/Ho_Chi_Minh, so that a time shown in the machine's own zone is noticed.
    os.environ["TZ"] = "America/Anchorage"
    if hasattr(time, "tzset"):
        time.tzset()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to run as root otherwise. For tests only, never on a counter.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"


def set_up_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point every folder of the user below `home`."""
    for variable, folder in _FOLDERS.items():
        path = home / folder
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(path))
