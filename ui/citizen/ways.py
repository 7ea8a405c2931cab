"""The ways a procedure can be gone about: which apply, in which order and in what words."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.procedure import Answers, Procedure, Question
from kiosk.domain.words import N_
from ui.citizen import wishes
from ui.citizen.models import ProcedureModel
from ui.widgets.touch_button import ButtonKind


@dataclass(frozen=True, slots=True)
class Way:
    """One button of "Chọn cách làm"; `steps` fills the `{steps}` of its detail.

    `short` are the words of a main way where there is room for one line only.
    """

    text: str
    icon: str
    wish: object
    kind: ButtonKind = ButtonKind.QUIET
    detail: str = ""
    steps: int = 0
    short: str = ""


_PLACE = Way(
    N_("Xem nơi làm và giờ làm"),
    "map-pin",
    wishes.ShowPlace(),
    ButtonKind.PRIMARY,
    N_("Nơi đến, giờ làm, giấy cần mang"),
    short=N_("Xem nơi làm"),
)
_WITH_STAFF = Way(
    N_("Cùng làm với cán bộ"),
    "users",
    wishes.WithStaff(),
    ButtonKind.SECONDARY,
    N_("Cán bộ ngồi cạnh, ông/bà tự bấm"),
)
_READ = Way(
    N_("Xem trên điện thoại của tôi"),
    "device-mobile",
    wishes.OnPhone(),
    detail=N_("Quét mã QR mang theo"),
)
_PRINT = Way(N_("In tờ giấy cần mang"), "printer", wishes.PrintPapers())
_FETCH = Way(N_("Tôi đi lấy giấy tờ"), "person-simple-walk", wishes.FetchPapers())


def _here(steps: int) -> Way:
    return Way(
        N_("Làm ngay tại máy này"),
        "monitor-arrow-up",
        wishes.StartHere(),
        ButtonKind.PRIMARY,
        N_("{steps} bước, máy chỉ từng bước"),
        steps,
        N_("Làm tại máy này"),
    )


def _phone(kind: ButtonKind) -> Way:
    return Way(
        N_("Làm trên điện thoại của tôi"),
        "device-mobile",
        wishes.OnPhone(),
        kind,
        N_("Quét mã QR mang theo"),
        short=N_("Dùng điện thoại"),
    )


def ways_of(model: ProcedureModel) -> tuple[Way, ...]:
    """Return the ways that are really open, the main one first.

    Whatever is done elsewhere or only at the counter shows its place instead of this machine, and
    its official page to read; a procedure without a guide leads on to the official page.
    """
    procedure = model.procedure
    if procedure.is_counter_only or model.not_here is not None:
        return (_PLACE, _WITH_STAFF, _PRINT, _READ)
    if not procedure.is_guided:
        return (_phone(ButtonKind.PRIMARY), _WITH_STAFF, _PRINT)
    here = _here(len(procedure.steps_for(model.answers)))
    return (here, _phone(ButtonKind.SECONDARY), _WITH_STAFF, _PRINT, _FETCH)


def undecided(procedure: Procedure, answers: Answers) -> Question | None:
    """Return the first open question that decides on a step or on the place, if there is one.

    Walking on without its answer would silently skip what depends on it.
    """
    deciding = {name for step in procedure.steps for name in step.when}
    deciding |= {name for place in procedure.not_here for name in place.when}
    open_questions = (q for q in procedure.questions_for(answers) if q.id not in answers)
    return next((question for question in open_questions if question.id in deciding), None)
