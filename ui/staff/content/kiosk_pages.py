"""Which page of the kiosk shows a fact, built by the kiosk's own builder from a corrected copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.domain.content_review import FactCheck, Plain
from kiosk.domain.flow import Place, ScreenName
from kiosk.domain.office import OfficeProfile
from kiosk.domain.procedure import Procedure
from kiosk.domain.visit import Visit
from kiosk.services.catalogue import Catalogue, Checks, OfficeContent
from kiosk.services.content_facts import answers_for, item_of, key_of
from kiosk.services.content_form import fields_of
from kiosk.services.ports import Clock
from ui.citizen.model_builder import ModelBuilder
from ui.staff.content.models import KioskPage

_SCREENS = {
    "steps": ScreenName.STEP,
    "not_here": ScreenName.NOT_HERE,
    "next_steps": ScreenName.DONE,
}


@dataclass(frozen=True, slots=True)
class KioskPages:
    """Builds the pages for one office."""

    office: OfficeProfile
    clock: Clock

    def page_of(
        self, procedure: Procedure, path: str, value: Plain, checks: Checks
    ) -> KioskPage | None:
        """Return the page on which citizens meet the fact; None for a step that is gone."""
        content = OfficeContent((procedure,), {procedure.code: _others(checks, path)})
        catalogue = Catalogue((procedure,))
        catalogue.take(content)
        builder = ModelBuilder(catalogue, self.office, self.clock)
        screen = _SCREENS.get(key_of(path), ScreenName.PROCEDURE)
        step_id = item_of(path) if screen is ScreenName.STEP else ""
        if step_id and procedure.step(step_id) is None:
            return None
        answers = answers_for(procedure, path)
        visit = Visit("", 0, self.clock.now(), procedure.code, answers)
        place = Place(screen, None, procedure.code, step_id)
        return KioskPage(screen, _model(builder, place, visit), tuple(_words(value)))


def _others(checks: Checks, path: str) -> dict[str, FactCheck]:
    """Return the office's word on all other facts: on this one it is about to speak."""
    return {one: check for one, check in checks.items() if one != path}


def _model(builder: ModelBuilder, place: Place, visit: Visit) -> object:
    if place.screen is ScreenName.STEP:
        return builder.step(place, visit)
    if place.screen is ScreenName.NOT_HERE:
        return builder.not_here(place, visit)
    if place.screen is ScreenName.DONE:
        return builder.done(place, 0)
    return builder.procedure(place, visit)


def _words(value: Plain) -> Iterator[str]:
    """Yield the text of the fact that stands on the page as it is, to turn to it."""
    for _, told in fields_of(value):
        lines = told if isinstance(told, list) else [told]
        yield from (str(line) for line in lines[:1] if line)
        return
