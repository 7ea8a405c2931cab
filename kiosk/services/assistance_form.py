"""Checks a half-filled log entry before anything of it is stored.

Nothing is pre-chosen and nothing is guessed, so what is missing is named at its field. What is not
needed is not stored: a person's details stay out unless the promise, or consent, asks for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.domain.assistance import (
    WITHOUT_KIOSK,
    AgeBand,
    AssistanceDraft,
    HelpLevel,
    Outcome,
    PersonDraft,
)
from kiosk.domain.calendar import HalfDay
from kiosk.domain.follow_up import NEEDS_PERSON, FollowUpKind
from kiosk.domain.note import NOTE_MAX_LENGTH
from kiosk.domain.person import (
    WHERE_MAX_LENGTH,
    Person,
    PhoneOwner,
    Purpose,
    normal_phone,
)
from kiosk.domain.text import nfc
from kiosk.domain.words import N_
from kiosk.services.follow_up_closing import PURPOSE_OF_KIND
from kiosk.services.forms import FormProblem
from kiosk.services.trail import new_id

LONGEST_MINUTES = 480
FARTHEST_DAYS = 366
OLDEST_BIRTH_YEAR = 1900

CONSENT_FIELD = "consent"


@dataclass(frozen=True, slots=True)
class FormFacts:
    """What the form is checked against: today, the villages, and what the citizen agreed to.

    `at_kiosk` is whether help began with a call from there.
    """

    today: date
    village_ids: frozenset[str]
    granted: frozenset[Purpose]
    at_kiosk: bool = True


@dataclass(frozen=True, slots=True)
class Appointment:
    """The checked next appointment."""

    kind: FollowUpKind
    due: date
    half_day: HalfDay
    bring: tuple[str, ...]


def needed_purpose(kind: FollowUpKind) -> Purpose | None:
    """Return what a person must have agreed to for such a follow-up; None: no person is needed."""
    return PURPOSE_OF_KIND.get(kind)


def draft_problems(draft: AssistanceDraft, facts: FormFacts) -> Iterator[FormProblem]:
    """Yield what keeps `draft` from being logged, in the order of the form."""
    yield from help_problems(draft, at_kiosk=facts.at_kiosk)
    if draft.age_band and draft.age_band not in set(AgeBand):
        yield FormProblem("age_band", N_("Chọn lại nhóm tuổi."))
    if draft.village_id and draft.village_id not in facts.village_ids:
        yield FormProblem("village_id", N_("Chọn lại thôn."))
    if len(nfc(draft.note)) > NOTE_MAX_LENGTH:
        yield FormProblem("note", N_("Viết ngắn lại, tối đa 120 chữ cái."))
    if draft.outcome == Outcome.FOLLOW_UP:
        yield from _appointment_problems(draft, facts.today)
    if wants_person(draft, facts.granted):
        yield from _consent_problems(draft, facts.granted)
        yield from _person_problems(draft, facts)


def help_problems(draft: AssistanceDraft, *, at_kiosk: bool) -> Iterator[FormProblem]:
    """Yield what is missing about the help itself; without the kiosk no clock knows the minutes."""
    if not at_kiosk and draft.channel not in WITHOUT_KIOSK:
        yield FormProblem("channel", N_("Chọn nơi đã giúp."))
    if draft.level not in set(HelpLevel):
        yield FormProblem("level", N_("Chọn mức đã giúp."))
    if draft.minutes is None and not at_kiosk:
        yield FormProblem("minutes", N_("Chọn số phút."))
    if draft.minutes is not None and not 0 <= draft.minutes <= LONGEST_MINUTES:
        yield FormProblem("minutes", N_("Nhập số phút từ 0 đến 480."))
    if draft.outcome not in set(Outcome):
        yield FormProblem("outcome", N_("Chọn kết quả."))


def wants_person(draft: AssistanceDraft, granted: frozenset[Purpose]) -> bool:
    """Return whether the person of `draft` is to be stored.

    A promise that needs someone to visit or call does; another promise does when staff wrote a
    name; without a promise only consent to named statistics does.
    """
    if draft.outcome != Outcome.FOLLOW_UP:
        return bool(nfc(draft.person.name)) and Purpose.NAMED_STATISTICS in granted
    return draft.follow_up.kind in NEEDS_PERSON or bool(nfc(draft.person.name))


def checked_appointment(draft: AssistanceDraft) -> Appointment | None:
    """Return the appointment of a draft without problems, None when nothing was promised."""
    if draft.outcome != Outcome.FOLLOW_UP:
        return None
    entered = draft.follow_up
    return Appointment(
        kind=FollowUpKind(entered.kind),
        due=date.fromisoformat(entered.due),
        half_day=HalfDay(entered.half_day),
        bring=tuple(nfc(paper) for paper in entered.bring if nfc(paper)),
    )


def checked_person(typed: PersonDraft) -> Person:
    """Return a new person from a draft without problems."""
    return Person(
        id=new_id(),
        name=nfc(typed.name),
        village_id=typed.village_id,
        birth_year=int(typed.birth_year) if typed.birth_year.strip() else None,
        phone=normal_phone(typed.phone) or "",
        phone_owner=PhoneOwner(typed.phone_owner) if typed.phone_owner else PhoneOwner.OWN,
        where_to_find=nfc(typed.where_to_find),
        hard_to_move=typed.hard_to_move,
        lives_alone=typed.lives_alone,
        card_mark=typed.card_mark,
    )


def merged_person(typed: Person, stored: Person, *, was_shown: bool) -> Person:
    """Return the stored person with what staff typed now.

    Where the form showed all that was stored, it holds the whole truth; else it only adds to it.
    """
    same = replace(typed, id=stored.id, card_mark=typed.card_mark or stored.card_mark)
    if was_shown:
        return same
    return replace(
        same,
        birth_year=typed.birth_year or stored.birth_year,
        phone=typed.phone or stored.phone,
        phone_owner=typed.phone_owner if typed.phone else stored.phone_owner,
        village_id=typed.village_id or stored.village_id,
        where_to_find=typed.where_to_find or stored.where_to_find,
        hard_to_move=typed.hard_to_move or stored.hard_to_move,
        lives_alone=typed.lives_alone or stored.lives_alone,
    )


def due_problem(field: str, due: str, today: date) -> Iterator[FormProblem]:
    """Yield what is wrong with a promised day, written as ISO text."""
    try:
        day = date.fromisoformat(due)
    except ValueError:
        yield FormProblem(field, N_("Chọn ngày hẹn."))
        return
    if day < today:
        yield FormProblem(field, N_("Chọn ngày từ hôm nay trở đi."))
    elif day > today + timedelta(days=FARTHEST_DAYS):
        yield FormProblem(field, N_("Chọn ngày trong vòng một năm."))


def _appointment_problems(draft: AssistanceDraft, today: date) -> Iterator[FormProblem]:
    entered = draft.follow_up
    if entered.kind not in set(FollowUpKind):
        yield FormProblem("follow_up.kind", N_("Chọn kiểu hẹn."))
    yield from due_problem("follow_up.due", entered.due, today)
    if entered.half_day not in set(HalfDay):
        yield FormProblem("follow_up.half_day", N_("Chọn sáng hoặc chiều."))


def _consent_problems(draft: AssistanceDraft, granted: frozenset[Purpose]) -> Iterator[FormProblem]:
    """A promise rests on its own purpose; a name without need of one on any purpose."""
    needed = needed_purpose(FollowUpKind(draft.follow_up.kind)) if _has_kind(draft) else None
    if (needed and needed not in granted) or not granted:
        yield FormProblem(CONSENT_FIELD, N_("Người dân chưa đồng ý. Bấm “Hỏi ý kiến”."))


def _has_kind(draft: AssistanceDraft) -> bool:
    return draft.outcome == Outcome.FOLLOW_UP and draft.follow_up.kind in set(FollowUpKind)


def _person_problems(draft: AssistanceDraft, facts: FormFacts) -> Iterable[FormProblem]:
    typed = draft.person
    kind = draft.follow_up.kind if _has_kind(draft) else ""
    if not nfc(typed.name):
        yield FormProblem("person.name", N_("Nhập họ và tên."))
    if not _is_birth_year(typed.birth_year, facts.today):
        yield FormProblem("person.birth_year", N_("Nhập năm sinh đủ bốn chữ số."))
    yield from _phone_problems(typed, kind)
    yield from _place_problems(typed, kind, facts.village_ids)


def _phone_problems(typed: PersonDraft, kind: str) -> Iterator[FormProblem]:
    phone = normal_phone(typed.phone)
    if phone is None:
        yield FormProblem("person.phone", N_("Số điện thoại này chưa đúng."))
    elif not phone and kind == FollowUpKind.PHONE_CALL:
        yield FormProblem("person.phone", N_("Nhập số điện thoại để gọi lại."))
    if typed.phone_owner and typed.phone_owner not in set(PhoneOwner):
        yield FormProblem("person.phone_owner", N_("Chọn số của ai."))


def _place_problems(
    typed: PersonDraft, kind: str, village_ids: frozenset[str]
) -> Iterator[FormProblem]:
    is_visit = kind == FollowUpKind.HOME_VISIT
    if typed.village_id and typed.village_id not in village_ids:
        yield FormProblem("person.village_id", N_("Chọn lại thôn."))
    elif is_visit and village_ids and not typed.village_id:
        yield FormProblem("person.village_id", N_("Chọn thôn để đến nhà."))
    if len(nfc(typed.where_to_find)) > WHERE_MAX_LENGTH:
        yield FormProblem("person.where_to_find", N_("Viết ngắn lại, tối đa 80 chữ cái."))
    elif is_visit and not nfc(typed.where_to_find) and not typed.phone.strip():
        yield FormProblem("person.where_to_find", N_("Viết chỗ ở, hoặc nhập số điện thoại."))


def _is_birth_year(typed: str, today: date) -> bool:
    year = typed.strip()
    if not year:
        return True
    is_number = year.isascii() and year.isdigit() and len(year) == len("2026")
    return is_number and OLDEST_BIRTH_YEAR <= int(year) <= today.year
