"""What a citizen is told of the office's own checking: when it looked, and what it is not sure of.

Only the office says that it has checked something; all else says that it has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.domain.content_review import FactCheck
from kiosk.domain.words import N_
from kiosk.services.language import Translator
from ui.citizen.models import ProcedureModel

UNSURE_PAPER = N_("Hỏi cán bộ về giấy này.")
UNSURE_STEP = N_("Xã chưa chắc bước này còn đúng. Không giống thì gọi cán bộ.")
UNSURE_REST = N_("Xã chưa chắc điều này còn đúng. Hỏi cán bộ cho chắc.")


@dataclass(frozen=True, slots=True)
class _Group:
    """Facts of one kind on the page, and the office's word on each; None where it has none."""

    label: str
    checks: tuple[FactCheck | None, ...]

    @property
    def checked_on(self) -> date | None:
        """The day since which all of them stand checked."""
        days = [check.day for check in self.checks if check and check.is_sure]
        return min(days) if days and len(days) == len(self.checks) else None

    @property
    def is_unsure(self) -> bool:
        return any(check and not check.is_sure for check in self.checks)


def _groups(model: ProcedureModel) -> tuple[_Group, ...]:
    papers = model.procedure.papers_for(model.answers)
    single = (
        (N_("cách nộp"), ("level",)),
        (N_("thời gian"), ("time",)),
        (N_("lệ phí"), ("fee",)),
        (N_("giấy tờ"), tuple(f"papers[{paper.id}]" for paper in papers)),
    )
    return tuple(
        _Group(label, tuple(model.checks.get(path) for path in paths))
        for label, paths in single
        if paths
    )


def checked_words(t: Translator, model: ProcedureModel) -> str:
    """Return when the office has checked the facts of the page, all or some of them."""
    groups = _groups(model)
    checked = {group.label: group.checked_on for group in groups}
    days = {label: day for label, day in checked.items() if day is not None}
    if not days:
        return t("Xã chưa kiểm tra lại")
    day = f"{min(days.values()):%d/%m/%Y}"
    if len(days) == len(groups):
        return t("Xã đã kiểm tra ngày {day}", day=day)
    what = _listed(t, list(days))
    return t("Xã đã kiểm tra {what} ngày {day}, phần khác chưa kiểm tra lại", what=what, day=day)


def unsure_words(t: Translator, model: ProcedureModel) -> str:
    """Return what the office is not sure of and whom to ask; "" when there is nothing."""
    unsure = [group.label for group in _groups(model) if group.is_unsure]
    if not unsure:
        return ""
    return t("Xã chưa chắc về {what}. Hỏi cán bộ cho chắc.", what=_listed(t, unsure))


def is_unsure(model: ProcedureModel, path: str) -> bool:
    """Return whether the office is not sure of the fact at `path`."""
    check = model.checks.get(path)
    return check is not None and not check.is_sure


def _listed(t: Translator, labels: Sequence[str]) -> str:
    return ", ".join(t(label) for label in labels)
