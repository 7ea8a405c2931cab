"""What was changed in an entry, in words: "10:42 · Lan" and each field as it was and as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from kiosk.domain.assistance import (
    AGE_BAND_LABELS,
    HELP_CHANNEL_LABELS,
    HELP_LEVEL_LABELS,
    OUTCOME_LABELS,
    Assistance,
)
from kiosk.services.corrections import changes
from kiosk.services.language import Translator
from ui.staff.models import EntryModel, Names
from ui.staff.phrases import DOT, barrier_text, moment_text

_Say = Callable[[Assistance], str]


def correction_facts(t: Translator, model: EntryModel) -> Sequence[tuple[str, str]]:
    """Return one fact for each correction, oldest first: when and by whom, and what it changed."""
    states = [correction.before for correction in model.corrections] + [model.entry]
    return [
        (
            moment_text(correction.at) + DOT + correction.staff_name,
            "\n".join(_lines(t, model.names, before, after)),
        )
        for correction, (before, after) in zip(model.corrections, pairwise(states), strict=True)
    ]


def _lines(t: Translator, names: Names, before: Assistance, after: Assistance) -> list[str]:
    fields = _fields(t, names)
    nothing = t("không ghi")
    told = []
    for change in changes(before, after):
        if change.field in fields:
            label, say = fields[change.field]
            old, new = say(before) or nothing, say(after) or nothing
            told.append(
                t("{label}: trước là “{old}”, nay là “{new}”", label=label, old=old, new=new)
            )
    return told


def _fields(t: Translator, names: Names) -> dict[str, tuple[str, _Say]]:
    """Return how each field that may be corrected is called and said."""
    return {
        "barriers": (t("Vướng mắc"), lambda e: ", ".join(barrier_text(t, c) for c in e.barriers)),
        "level": (t("Mức hỗ trợ"), lambda e: t(HELP_LEVEL_LABELS[e.level])),
        "minutes": (t("Thời gian"), lambda e: t("{count} phút", count=e.minutes)),
        "outcome": (t("Kết quả"), lambda e: t(OUTCOME_LABELS[e.outcome])),
        "age_band": (
            t("Nhóm tuổi"),
            lambda e: t(AGE_BAND_LABELS[e.age_band]) if e.age_band else "",
        ),
        "village_id": (t("Thôn"), lambda e: names.village(e.village_id)),
        "channel": (t("Nơi giúp"), lambda e: t(HELP_CHANNEL_LABELS[e.channel])),
        "procedure_code": (t("Thủ tục"), lambda e: names.procedure(e.procedure_code)),
        "step_id": (t("Bước"), lambda e: names.step(e.procedure_code, e.step_id)),
        "note": (t("Ghi chú"), lambda e: e.note),
    }
