"""Small functions, small modules, and a few habits that no linter knows.

The limits are the project's own: a function fits on a screen, a module is about one thing, and the
window is never blocked by an event loop of our own.
"""

from __future__ import annotations

import ast
from statistics import median

import pytest

from tests.architecture.sources import Module, modules

LONGEST_FUNCTION = 60
LONGEST_MODULE = 500
MEDIAN_FUNCTION = 8

# One worker reads all the code, not each.
pytestmark = pytest.mark.xdist_group("architecture")

# Calls that spin an event loop of their own, or wait for time to pass instead of for an event.
_BLOCKING = frozenset({"processEvents", "exec", "exec_"})
_SLEEPING = frozenset({"time.sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep", "QThread.msleep"})
# The one event loop: the program's own.
_EVENT_LOOP = "kiosk/opening.py"
# The tour plays the person before the screen, who waits too, and has no loop but Qt's to wait in.
_PERSONS = {"kiosk/tour/driver.py", "tests/bench/patience.py"}


def test_there_is_code_to_check() -> None:
    assert {module.package for module in modules()} == {"kiosk", "ui", "db", "resources"}


def test_no_function_is_too_long() -> None:
    lengths = [pair for module in all_code() for pair in module.functions()]
    assert [pair for pair in lengths if pair[1] > LONGEST_FUNCTION] == []


def test_the_median_function_is_short() -> None:
    assert median(n for module in modules() for _, n in module.functions()) <= MEDIAN_FUNCTION


def test_no_module_is_too_long() -> None:
    lengths = [(module.name, len(module.text.splitlines())) for module in all_code()]
    assert [pair for pair in lengths if pair[1] > LONGEST_MODULE] == []


def test_every_module_tells_its_duty() -> None:
    assert [m.name for m in all_code() if m.text.strip() and not ast.get_docstring(m.tree)] == []


def test_no_lambda_or_partial_is_connected_to_a_signal() -> None:
    """It would keep its owner alive; a slot is a bound method."""
    bad = [
        module.at(call)
        for module in modules()
        for call in module.calls()
        if _dotted(call.func).endswith(".connect") and any(map(_is_closure, call.args))
    ]
    assert bad == []


def test_no_event_loop_is_nested() -> None:
    bad = [
        module.at(call)
        for module in all_code()
        for call in module.calls()
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in _BLOCKING
        and not _is_main_loop(module, call)
    ]
    assert bad == []


def test_nothing_sleeps() -> None:
    bad = [
        module.at(call)
        for module in all_code()
        if module.name not in _PERSONS
        for call in module.calls()
        if _dotted(call.func) in _SLEEPING
    ]
    assert bad == []


def test_only_the_theme_writes_style_sheets() -> None:
    bad = [
        module.at(call)
        for module in modules()
        if not module.name.startswith("ui/theme/")
        for call in module.calls()
        if _dotted(call.func).endswith(".setStyleSheet")
    ]
    assert bad == []


def all_code() -> tuple[Module, ...]:
    """Return the application and its tests."""
    return (*modules(), *modules("tests"))


def _dotted(node: ast.expr) -> str:
    """Return a call's target as written: `self.button.clicked.connect`."""
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _is_closure(node: ast.expr) -> bool:
    is_partial = isinstance(node, ast.Call) and _dotted(node.func).endswith("partial")
    return isinstance(node, ast.Lambda) or is_partial


def _is_main_loop(module: Module, call: ast.Call) -> bool:
    """Tell whether this is the program's own loop: `app.exec()`."""
    return module.name == _EVENT_LOOP and _dotted(call.func) == "app.exec"
