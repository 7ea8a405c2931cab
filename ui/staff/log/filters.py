"""What the log can be filtered by, as data: each filter knows its words and its choices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kiosk.domain.assistance import OUTCOME_LABELS, AssistanceFilter, Outcome
from kiosk.domain.words import N_
from kiosk.services.language import Translator
from ui.staff.assistance.barrier_chips import all_barrier_choices
from ui.staff.models import LogModel
from ui.staff.screen import StaffKit
from ui.widgets.choice import Choice

Choices = Callable[[StaffKit, LogModel], list[Choice]]


@dataclass(frozen=True, slots=True)
class LogFilter:
    """One filter: the field of `AssistanceFilter` it sets, what stands for "all", its choices."""

    field: str
    everything: str
    icon: str
    choices: Choices

    def value(self, wanted: AssistanceFilter) -> str:
        """Return the value chosen, "" for all."""
        return str(getattr(wanted, self.field) or "")

    def applied(self, wanted: AssistanceFilter, value: str) -> AssistanceFilter:
        """Return `wanted` with this field set to a value, "" for all."""
        if self.field == "outcome":
            return replace(wanted, outcome=Outcome(value) if value else None)
        changed: dict[str, Any] = {self.field: value}
        return replace(wanted, **changed)


def _villages(_kit: StaffKit, model: LogModel) -> list[Choice]:
    return [Choice(village.id, village.name) for village in model.villages]


def _procedures(_kit: StaffKit, model: LogModel) -> list[Choice]:
    return [Choice(code, title) for code, title in model.procedures]


def _barriers(kit: StaffKit, _model: LogModel) -> list[Choice]:
    return all_barrier_choices(kit)


def _outcomes(kit: StaffKit, _model: LogModel) -> list[Choice]:
    return [Choice(str(outcome), kit.t(label)) for outcome, label in OUTCOME_LABELS.items()]


def _supporters(_kit: StaffKit, model: LogModel) -> list[Choice]:
    return [Choice(person.id, person.name) for person in model.staff]


LOG_FILTERS = (
    LogFilter("village_id", N_("Mọi thôn"), "map-pin", _villages),
    LogFilter("procedure_code", N_("Mọi thủ tục"), "file-text", _procedures),
    LogFilter("barrier", N_("Mọi vướng mắc"), "warning-circle", _barriers),
    LogFilter("outcome", N_("Mọi kết quả"), "check-circle", _outcomes),
    LogFilter("supporter_id", N_("Mọi cán bộ"), "user-circle", _supporters),
)


def days_text(t: Translator, wanted: AssistanceFilter) -> str:
    """Return the days of a filter: "01/11/2026 – 22/11/2026", or that there is no bound."""
    first, last = (_plain_day(day) for day in (wanted.first_day, wanted.last_day))
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first:
        return t("từ {day}", day=first)
    return t("đến {day}", day=last) if last else t("Mọi ngày")


def _plain_day(iso: str) -> str:
    """Return "2026-11-22" as people write it."""
    return "/".join(reversed(iso.split("-"))) if iso else ""
