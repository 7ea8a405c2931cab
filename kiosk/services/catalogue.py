"""The procedures in memory, found by code, by superseded code, or by life event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kiosk.domain.procedure import LIFE_EVENT_CARDS, LifeEvent, Procedure

_LEADING = {card.event: card.leading for card in LIFE_EVENT_CARDS}


class Catalogue:
    """All procedures of the office, in the order they were given."""

    def __init__(self, procedures: Iterable[Procedure]) -> None:
        self._all = tuple(procedures)
        old = {code: p for p in self._all for code in p.other_codes}
        # A code in use always wins over the same code as somebody's former one.
        self._by_code: Mapping[str, Procedure] = old | {p.code: p for p in self._all}

    @property
    def all(self) -> tuple[Procedure, ...]:
        """Every procedure."""
        return self._all

    def by_code(self, code: str) -> Procedure | None:
        """Return the procedure of that code or superseded code, or None."""
        return self._by_code.get(code)

    def of_event(self, event: LifeEvent) -> tuple[Procedure, ...]:
        """Return the procedures under one home tile: those asked for most, then its own, then all.

        So registering a death stands above the same done at home, which few people need.
        """
        leading = _LEADING[event]

        def place(procedure: Procedure) -> tuple[int, bool]:
            code = procedure.code
            is_borrowed = procedure.life_events[0] is not event
            return (leading.index(code) if code in leading else len(leading), is_borrowed)

        return tuple(sorted((p for p in self._all if event in p.life_events), key=place))

    def counts(self) -> Mapping[LifeEvent, int]:
        """Return how many procedures each life event has, none left out."""
        return {event: len(self.of_event(event)) for event in LifeEvent}
