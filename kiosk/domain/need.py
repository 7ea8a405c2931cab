"""What a visit at home needs on the spot, and what the team has to take along for it.

A procedure names its needs in its file (`needs = [...]`). Only what the procedure's own page says
is entered there; where it says nothing, the office's desk serves the case by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.procedure import Channel, Need, Procedure
from kiosk.domain.words import N_

NEED_LABELS = {
    Need.BIOMETRICS: N_("lấy sinh trắc"),
    Need.SIGNATURE: N_("ký trước cán bộ"),
    Need.CIVIL_STATUS: N_("hộ tịch"),
    Need.CERTIFICATION: N_("chứng thực"),
    Need.POLICE: N_("công an xã"),
    Need.SOCIAL_INSURANCE: N_("bảo hiểm xã hội"),
}
"""As lists show them; the last four are who has to come along."""

PARTNERS = {
    Need.CIVIL_STATUS: N_("Cán bộ hộ tịch"),
    Need.CERTIFICATION: N_("Người ký chứng thực"),
    Need.POLICE: N_("Công an xã"),
    Need.SOCIAL_INSURANCE: N_("Bảo hiểm xã hội"),
}
"""Whom to ask along."""

_EQUIPMENT = {
    Need.BIOMETRICS: N_("Thiết bị lấy sinh trắc của công an"),
    Need.SIGNATURE: N_("Bút, hộp mực điểm chỉ"),
    Need.CIVIL_STATUS: N_("Sổ và biểu mẫu hộ tịch"),
    Need.CERTIFICATION: N_("Dấu, sổ chứng thực"),
}
_ONLINE = N_("Máy tính, mạng di động")
_NOT_ONLINE = frozenset({Channel.COUNTER, Channel.ID_CARD})


@dataclass(frozen=True, slots=True)
class Form:
    """A form to take along, and for how many people."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Kit:
    """What a round takes along, and whom; `partners` and `equipment` are msgids."""

    partners: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()


def kit_for(procedures: Iterable[Procedure]) -> Kit:
    """Return what to take along for one case of each procedure given, named once with its count.

    A form that depends on an answer is taken too: which case it is shows at the door.
    """
    cases = tuple(procedures)
    needed = {need for procedure in cases for need in procedure.needs}
    is_online = any(p.is_guided and p.channel not in _NOT_ONLINE for p in cases)
    things = tuple(thing for need, thing in _EQUIPMENT.items() if need in needed)
    forms = Counter(title for p in cases for title in _forms_of(p))
    return Kit(
        partners=tuple(who for need, who in PARTNERS.items() if need in needed),
        equipment=(_ONLINE, *things) if is_online else things,
        forms=tuple(Form(title, count) for title, count in sorted(forms.items())),
    )


def _forms_of(procedure: Procedure) -> set[str]:
    return {paper.title for paper in procedure.papers if paper.is_form}
