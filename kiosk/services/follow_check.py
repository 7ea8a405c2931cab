"""Checks what steps say of the portal's pages: patterns that name none, presses nobody can find."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.follow import pattern_fault, press_fault
from kiosk.domain.procedure import Procedure, Step
from kiosk.services.plain_language import spelling_fault


def follow_faults(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Yield key and fault of everything that would keep the guide from following the page."""
    for i, step in enumerate(procedure.steps):
        for key, fault in _step_faults(step):
            yield f"steps[{i}].follow{key}", fault


def _step_faults(step: Step) -> Iterator[tuple[str, str]]:
    for j, spot in enumerate(step.follow):
        if not spot.page:
            yield f"[{j}].page", "names no page"
        for k, pattern in enumerate(spot.page):
            if fault := pattern_fault(pattern):
                yield f"[{j}].page[{k}]", fault
        if spot.press is None:
            continue
        press = spot.press
        if fault := press_fault(press) or spelling_fault(press.text) or "":
            yield f"[{j}].press", fault
