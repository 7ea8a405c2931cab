"""The browser's place in the program: late, apart, and never without its sandbox."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, modules, text_files

pytestmark = pytest.mark.xdist_group("architecture")

_PLACE = "ui/portal/web/"
_BROWSER = ("QtWebEngineCore", "QtWebEngineWidgets", "QtWebEngineQuick", "QtWebChannel")
# Written in pieces, so as not to find itself.
_WEAK = ("no-sand" + "box", "DISABLE_SAND" + "BOX", "ignore-certificate", "disable-web-security")
_NOT_SHIPPED = ("tests", "docs", ".ci")


def test_the_product_never_weakens_the_browser() -> None:
    """Options that weaken it exist in tests alone; papers may speak of them."""
    shipped = [path for path in text_files() if not _is_apart(path)]
    bad = [f"{path.name}: {word}" for path in shipped for word in _WEAK if word in path.read_text()]

    assert len(shipped) > 100
    assert bad == []


def _is_apart(path: Path) -> bool:
    return path.relative_to(ROOT).parts[0] in {*_NOT_SHIPPED, "README.md", "CHANGELOG.md"}


def test_only_one_folder_knows_the_browser() -> None:
    bad = [
        f"{module.name}: {name}"
        for module in modules()
        if not module.name.startswith(_PLACE)
        for name in _imported_at_once(module.text)
        if any(part in name for part in _BROWSER) or "ui.portal.web" in name
    ]

    assert bad == []


def _imported_at_once(text: str) -> list[str]:
    """Return the lines at the left margin that import: those in functions come late."""
    return [line for line in text.splitlines() if line.startswith(("import ", "from "))]


def test_without_the_browser_the_program_is_whole() -> None:
    """On a machine without QtWebEngine every screen is there, and no page is offered."""
    program = """if True:
        import importlib, pkgutil, sys

        class Absent:
            def find_spec(self, name, _path=None, _target=None):
                if name.startswith(("PySide6.QtWebEngine", "PySide6.QtWebChannel")):
                    raise ModuleNotFoundError(name)

        sys.meta_path.insert(0, Absent())
        import kiosk.desktop, kiosk.windows, ui
        for one in pkgutil.walk_packages(ui.__path__, "ui."):
            if not one.name.startswith("ui.portal.web"):
                importlib.import_module(one.name)
        from ui.portal.engine import engine_for
        print(engine_for(is_on=True).is_there, "ui.citizen.shell" in sys.modules)"""
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "False True"


def test_the_windows_are_read_without_the_browser() -> None:
    """Half a second that nobody waits for who only wants to read."""
    program = (
        "import sys, kiosk.desktop, kiosk.windows;"
        "print([m for m in sys.modules if 'QtWebEngine' in m or 'QtWebChannel' in m])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == "[]"
