"""A screen of 1920 × 1080 pixels for the offscreen platform, which is smaller by itself."""

from __future__ import annotations

import json
import os
from pathlib import Path

WIDTH, HEIGHT = 1920, 1080


def use_large_screen(folder: Path) -> dict[str, str]:
    """Describe the screen in `folder`; return the environment that makes Qt use it, and set it."""
    screen = {
        "name": "panel",
        "x": 0,
        "y": 0,
        "width": WIDTH,
        "height": HEIGHT,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    environment = {"QT_QPA_PLATFORM": f"offscreen:configfile={path}"}
    os.environ.update(environment)
    return environment
