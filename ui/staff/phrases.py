"""How the console says times, days, barriers and people: short, and the same on every page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from kiosk.domain.barrier import BARRIER_BY_CODE
from kiosk.domain.calendar import WEEKDAYS, HalfDay, days_overdue, office_time
from kiosk.domain.follow_up import FOLLOW_UP_LABELS, FollowUp
from kiosk.domain.need import NEED_LABELS
from kiosk.domain.person import PHONE_OWNER_LABELS, Person, grouped_phone
from kiosk.domain.procedure import Need
from kiosk.domain.round import Round
from kiosk.domain.text import initials
from kiosk.domain.triage import TRIAGE_LABELS, Triage
from kiosk.services.language import Translator
from kiosk.services.people import KnownPerson
from ui.staff.models import Names

DOT = " · "


def clock_text(seconds: int) -> str:
    """Return a waiting time as a clock shows it: "1:45"."""
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{minutes}:{rest:02d}"


def waited_text(t: Translator, seconds: int) -> str:
    """Return a waiting time in words: "1 phút 45 giây"."""
    minutes, rest = divmod(max(0, seconds), 60)
    if not minutes:
        return t("{seconds} giây", seconds=rest)
    return t("{minutes} phút {seconds} giây", minutes=minutes, seconds=rest)


def time_text(moment: datetime) -> str:
    """Return the office's clock at `moment`: "08:12"."""
    return f"{office_time(moment):%H:%M}"


def moment_text(moment: datetime) -> str:
    """Return day and time at the office: "22/11 10:42"."""
    return f"{office_time(moment):%d/%m %H:%M}"


def date_text(day: date) -> str:
    """Return the date in figures: "26/11/2026"."""
    return f"{day:%d/%m/%Y}"


def day_text(t: Translator, day: date) -> str:
    """Return the weekday and the date: "Thứ Năm, 26/11/2026"."""
    return f"{t(WEEKDAYS[day.weekday()])}, {date_text(day)}"


def appointment_text(t: Translator, due: date, half_day: HalfDay) -> str:
    """Return the promised day and its half: "Thứ Năm, 26/11/2026 · buổi sáng"."""
    return day_text(t, due) + DOT + t(half_day.label)


def due_text(t: Translator, due: date, today: date) -> str:
    """Return how a promised day stands today: "quá 2 ngày", "hôm nay" or "còn 3 ngày"."""
    late = days_overdue(due, today)
    if late:
        return t("quá {days} ngày", days=late)
    left = (due - today).days
    return t("còn {days} ngày", days=left) if left else t("hôm nay")


def barrier_text(t: Translator, code: str) -> str:
    """Return the staff's word for a barrier; an unknown code shows itself."""
    barrier = BARRIER_BY_CODE.get(code)
    return t(barrier.staff_label) if barrier else code


def place_text(t: Translator, names: Names, procedure_code: str, step_id: str) -> str:
    """Return where someone stands: the procedure and, inside a guide, the step."""
    procedure = names.procedure(procedure_code) or t("Chưa chọn thủ tục")
    step = names.step(procedure_code, step_id)
    return procedure + DOT + step if step else procedure


def short_person(person: Person | None, today: date) -> str:
    """Return initials and age, as lists show them: "Nguyễn T. H. · 72"."""
    if person is None:
        return ""
    name = initials(person.name)
    return name + DOT + str(today.year - person.birth_year) if person.birth_year else name


def phone_text(t: Translator, person: Person) -> str:
    """Return the telephone and whose it is: "0912 345 678 (của người nhà)"."""
    owner = t(PHONE_OWNER_LABELS[person.phone_owner])
    return f"{grouped_phone(person.phone)} ({owner})" if person.phone else ""


def reasons_text(t: Translator, triage: Triage) -> str:
    """Return why somebody should not wait: "từ 75 tuổi, khó đi lại"."""
    count = triage.times_came
    return ", ".join(t(TRIAGE_LABELS[reason], count=count) for reason, _ in triage.points)


def score_text(t: Translator, triage: Triage) -> str:
    """Return the points and where they come from: "9 điểm: từ 75 tuổi 3, khó đi lại 4"."""
    count = triage.times_came
    parts = (f"{t(TRIAGE_LABELS[reason], count=count)} {n}" for reason, n in triage.points)
    told = ", ".join(parts)
    points = t("{points} điểm", points=triage.score)
    return f"{points}: {told}" if told else points


def on_the_spot_text(t: Translator, needs: Sequence[Need]) -> str:
    """Return what serving a case at home takes: "ký trước cán bộ, hộ tịch"."""
    return ", ".join(t(NEED_LABELS[need]) for need in needs)


def ready_text(names: Names, case: FollowUp) -> str:
    """Return the papers that were marked as there on the citizen's screen."""
    titles = (names.paper(case.procedure_code, paper) for paper in case.ticked_papers)
    return ", ".join(title for title in titles if title)


def trip_text(t: Translator, trip: Round) -> str:
    """Return when a trip takes place, in short: "26/11 sáng"."""
    half = t("sáng") if trip.half_day is HalfDay.MORNING else t("chiều")
    return f"{trip.day:%d/%m} {half}"


def wish_text(t: Translator, case: FollowUp) -> str:
    """Return the day somebody asks for instead, "" for no wish."""
    if case.move_asked_at is None:
        return ""
    if case.move_to is None:
        return t("xin đổi ngày")
    return t("xin đổi sang {day}", day=f"{case.move_to:%d/%m}")


def known_text(t: Translator, known: KnownPerson) -> str:
    """Return who somebody found is, in one line: "Nguyễn T. H. · 1954 · còn 2 việc hẹn"."""
    born = str(known.birth_year) if known.birth_year else ""
    count = len(known.open_cases)
    open_cases = t("còn {count} việc hẹn", count=count) if count else t("không còn việc hẹn")
    return DOT.join(part for part in (known.initials, born, open_cases) if part)


def stopped_text(t: Translator, names: Names, case: FollowUp) -> str:
    """Return where an open promise stands: the day, the procedure and the step."""
    place = place_text(t, names, case.procedure_code, case.step_id)
    return f"{case.due:%d/%m}{DOT}{t(FOLLOW_UP_LABELS[case.kind])}{DOT}{place}"


def needs_text(t: Translator, person: Person | None) -> str:
    """Return what a visit must reckon with: "khó đi lại, ở một mình"."""
    if person is None:
        return ""
    flags = ((person.hard_to_move, t("khó đi lại")), (person.lives_alone, t("ở một mình")))
    return ", ".join(text for is_so, text in flags if is_so)
