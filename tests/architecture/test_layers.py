"""Who may know whom.

import-linter follows whole chains of imports; the table here is stricter in one way: it names what
a package may import of ours, so that a new module is closed to everybody until it is placed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import APPLICATION, ROOT, Module, modules

pytestmark = pytest.mark.xdist_group("architecture")

# Folder → our own modules it may import. The composition root (the rest of kiosk) sees everything.
MAY_IMPORT = {
    "kiosk/domain/": ("kiosk.domain",),
    "kiosk/services/": ("kiosk.domain", "kiosk.services", "resources"),
    "db/": ("db", "kiosk.domain", "kiosk.services.ports"),
    "ui/": ("ui", "kiosk.domain", "kiosk.services", "resources"),
    "resources/": ("resources",),
}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_package_imports_only_what_its_place_allows(folder: str) -> None:
    below = [module for module in modules() if module.name.startswith(folder)]
    assert below
    bad = [f"{m.name}: {name}" for m in below for name in _ours(m) if not _is_allowed(folder, name)]
    assert bad == []


def test_the_domain_needs_nothing_but_python() -> None:
    bad = [
        f"{module.name}: {name}"
        for module in modules()
        if module.name.startswith("kiosk/domain/")
        for name in module.imports()
        if name.partition(".")[0] not in {*sys.stdlib_module_names, "kiosk"}
    ]
    assert bad == []


def test_no_gpl_part_of_qt_is_used() -> None:
    gpl = ("QtVirtualKeyboard", "QtCharts", "QtDataVisualization", "QtGraphs")
    bad = [
        f"{module.name}: {name}"
        for module in modules()
        for name in module.imports()
        if any(part in name.split(".") for part in gpl)
    ]
    assert bad == []


def test_import_linter_keeps_every_contract() -> None:
    command = str(Path(sys.executable).parent / "lint-imports")
    run = subprocess.run([command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def _ours(module: Module) -> list[str]:
    return [name for name in module.imports() if name.partition(".")[0] in APPLICATION]


def _is_allowed(folder: str, name: str) -> bool:
    return any(name == allowed or name.startswith(f"{allowed}.") for allowed in MAY_IMPORT[folder])
