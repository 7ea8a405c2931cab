"""What a printed slip says, independent of paper, printer and layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.calendar import HalfDay
from kiosk.domain.paper_picture import PaperPicture
from kiosk.domain.words import N_

NOT_A_RECEIPT = N_("Không phải giấy tiếp nhận hồ sơ")
NEVER_ASK_OTP = N_("Không ai được hỏi mã OTP hay mật khẩu của ông/bà.")


class SlipKind(StrEnum):
    """`follow_up` is issued by staff; `papers` carries no person."""

    FOLLOW_UP = "follow_up"
    PAPERS = "papers"


class Paper(StrEnum):
    """What the printer holds."""

    ROLL_80 = "roll_80"
    A4 = "a4"


class PrintState(StrEnum):
    """What is known of the paper. `CAME_OUT` is only ever a person's word."""

    SAVED = "saved"
    SPOOLED = "spooled"
    CAME_OUT = "came_out"
    DID_NOT = "did_not"
    KEPT_AS_PDF = "kept_as_pdf"


@dataclass(frozen=True, slots=True)
class Slip:
    """One printed version. A reprint is a new version; older ones are replaced.

    `number` is shown to people ("2026-11-0037"), `code` is the typed code of 8 characters and a
    check character, `payload` the signed text of the QR. `bring` and `where` are kept for `papers`
    only, so that a reprint says the same.
    """

    id: str
    number: str
    version: int
    kind: SlipKind
    code: str
    payload: str
    issued_at: datetime
    issued_by: str
    procedure_code: str
    follow_up_id: str = ""
    visit_id: str = ""
    print_state: PrintState = PrintState.SAVED
    bring: tuple[str, ...] = ()
    where: str = ""


@dataclass(frozen=True, slots=True)
class SlipContent:
    """The words on a slip; everything is ready to print, names are already initials.

    `pictures` goes with `bring`, line by line, for whoever cannot read it. `valid_until` is the
    last day of a kept place.
    """

    office: str
    counter: str
    title: str
    number: str
    version: int
    who: str
    procedure: str
    how: str
    done_so_far: str
    helped_by: str
    next_action: str
    due: date | None
    half_day: HalfDay | None
    hours: str
    bring: tuple[str, ...]
    phone: str
    payload: str
    code: str
    printed_at: datetime
    pictures: tuple[PaperPicture | None, ...] = ()
    valid_until: date | None = None

    @property
    def papers(self) -> tuple[tuple[str, PaperPicture | None], ...]:
        """Each line of what to bring with its drawing; lines without words are left out."""
        drawn = self.pictures or (None,) * len(self.bring)
        pairs = zip(self.bring, drawn, strict=True)
        return tuple((line, picture) for line, picture in pairs if line.strip())
