"""The words of a slip, put together from what is stored: always Vietnamese, names as initials."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import FOLLOW_UP_LABELS, FollowUp, FollowUpKind
from kiosk.domain.held_place import FoundPlace, HeldPlace
from kiosk.domain.office import OfficeProfile
from kiosk.domain.paper_picture import PaperPicture, picture_of
from kiosk.domain.procedure import Procedure
from kiosk.domain.slip import Slip, SlipContent
from kiosk.domain.text import initials
from kiosk.domain.words import N_

FOLLOW_UP_TITLE = N_("PHIẾU HẸN HỖ TRỢ")
PAPERS_TITLE = N_("GIẤY TỜ CẦN MANG")
PLACE_TITLE = N_("PHIẾU GIỮ CHỖ")
_AT_HAND = " (đã có)"
"""Behind the papers that were ticked."""

NEXT_ACTIONS = {
    FollowUpKind.RETURN_TO_COUNTER: N_("Ông/bà mang phiếu này đến quầy."),
    FollowUpKind.HOME_VISIT: N_("Ông/bà ở nhà, cán bộ sẽ đến."),
    FollowUpKind.PHONE_CALL: N_("Ông/bà giữ điện thoại, cán bộ sẽ gọi."),
    FollowUpKind.REFER: N_("Ông/bà đến nơi cán bộ đã chỉ."),
}

_AT_OFFICE = frozenset({FollowUpKind.RETURN_TO_COUNTER})
"""Kinds for which the office's hours matter."""


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """What every slip of this counter says besides its own case.

    `title` is what the procedure is called, also where it is none of ours.
    """

    office: OfficeProfile
    counter: str
    title: str
    procedure: Procedure | None
    helped_by: str


def follow_up_content(slip: Slip, facts: SlipFacts, follow_up: FollowUp) -> SlipContent:
    """Return the words of a slip for a promise."""
    return _content(
        slip,
        facts,
        title=FOLLOW_UP_TITLE,
        who=initials(follow_up.person.name) if follow_up.person else "",
        how=FOLLOW_UP_LABELS[follow_up.kind],
        done_so_far=_done_so_far(facts.procedure, follow_up.step_id),
        next_action=NEXT_ACTIONS[follow_up.kind],
        follow_up=follow_up,
        hours=facts.office.hours if follow_up.kind in _AT_OFFICE else "",
        bring=follow_up.bring,
    )


def papers_content(slip: Slip, facts: SlipFacts) -> SlipContent:
    """Return the words of a slip that says what to bring, and where when it is not here."""
    where = f"Nơi làm: {slip.where}" if slip.where else "Ông/bà mang đủ giấy đến quầy."
    return _content(
        slip,
        facts,
        title=PAPERS_TITLE,
        next_action=where,
        hours=facts.office.hours if _is_at_office(slip, facts.procedure) else "",
        bring=slip.bring,
    )


def _is_at_office(slip: Slip, procedure: Procedure | None) -> bool:
    """Return whether a papers slip leads to a desk of the office, which keeps its hours."""
    places = procedure.not_here if procedure else ()
    return not slip.where or any(p.where == slip.where and p.at_office for p in places)


def place_content(slip: Slip, facts: SlipFacts, found: FoundPlace) -> SlipContent:
    """Return the words of a slip that keeps a place."""
    content = _content(
        slip,
        facts,
        title=PLACE_TITLE,
        next_action="Đưa phiếu vào máy đọc ở quầy nào cũng được.",
        hours=facts.office.hours,
        bring=slip.bring,
        done_so_far=_stands_at(facts.procedure, found.place),
    )
    return replace(content, valid_until=found.last_day)


def papers_of_place(procedure: Procedure, place: HeldPlace) -> tuple[str, ...]:
    """Return the papers of a kept place, those still to be fetched first."""
    papers = sorted(procedure.papers_for(place.answers), key=lambda p: p.id in place.ticked)
    return tuple(
        f"{paper.title}{_AT_HAND}" if paper.id in place.ticked else paper.title for paper in papers
    )


def stand_in_words(procedure: Procedure, place: HeldPlace) -> str:
    """Return "Bước 3: Điền tờ khai", or nothing before the first step."""
    steps = procedure.steps_for(place.answers)
    at = next((n for n, step in enumerate(steps, 1) if step.id == place.step_id), 0)
    return f"Bước {at}: {steps[at - 1].title}" if at else ""


def _stands_at(procedure: Procedure | None, place: HeldPlace) -> str:
    words = stand_in_words(procedure, place) if procedure else ""
    return f"Đang ở {words[0].lower()}{words[1:]}" if words else ""


def _content(
    slip: Slip,
    facts: SlipFacts,
    *,
    title: str,
    next_action: str,
    hours: str,
    bring: tuple[str, ...],
    who: str = "",
    how: str = "",
    done_so_far: str = "",
    follow_up: FollowUp | None = None,
) -> SlipContent:
    half_day: HalfDay | None = follow_up.half_day if follow_up else None
    return SlipContent(
        office=facts.office.name,
        counter=" · ".join(part for part in (facts.office.desk, facts.counter) if part),
        title=title,
        number=slip.number,
        version=slip.version,
        who=who,
        procedure=facts.title,
        how=how,
        done_so_far=done_so_far,
        helped_by=facts.helped_by,
        next_action=next_action,
        due=follow_up.due if follow_up else None,
        half_day=half_day,
        hours=hours,
        bring=bring,
        phone=facts.office.hotline,
        payload=slip.payload,
        code=slip.code,
        printed_at=slip.issued_at,
        pictures=_pictures(bring, facts.procedure),
    )


def _pictures(
    bring: tuple[str, ...], procedure: Procedure | None
) -> tuple[PaperPicture | None, ...]:
    """Return the drawing of each line: the one its procedure names, else the one its words do."""
    papers = procedure.papers if procedure else ()
    named = {paper.title: paper.picture for paper in papers if paper.picture}
    titles = (line.removesuffix(_AT_HAND) for line in bring)
    return tuple(named.get(title) or picture_of(title) for title in titles)


def _done_so_far(procedure: Procedure | None, step_id: str) -> str:
    """Say how far the guide was followed; nothing when it is not known."""
    steps = procedure.steps if procedure else ()
    ids = [step.id for step in steps]
    at = ids.index(step_id) if step_id in ids else 0
    return f"Đã làm xong bước “{steps[at - 1].title}”" if at else ""
