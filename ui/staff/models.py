"""What each staff screen shows, as plain data put together by the shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.assistance import (
    Assistance,
    AssistanceDraft,
    AssistanceFilter,
    AssistanceSummary,
    Correction,
    HelpChannel,
    PersonDraft,
)
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.help_call import HelpCall
from kiosk.domain.office import Village
from kiosk.domain.person import Consent, Person
from kiosk.domain.procedure import Need
from kiosk.domain.slip import PrintState
from kiosk.domain.staff import Role, Staff
from kiosk.domain.stuck import QuietSign
from kiosk.services.figures import Ease
from kiosk.services.people import KnownPerson


class StaffScreenName(StrEnum):
    """Every page of the staff console."""

    LOG_IN = "log_in"
    CALLS = "calls"
    ASSISTANCE = "assistance"
    SLIP = "slip"
    TODAY = "today"
    MOBILE_LIST = "mobile_list"
    FOLLOW_UP = "follow_up"
    ROUND_PLAN = "round_plan"
    ROUND = "round"
    APPOINTMENTS = "appointments"
    SCAN = "scan"
    PERSON = "person"
    LOG = "log"
    ENTRY = "entry"
    ACCOUNTS = "accounts"
    CONTENT = "content"
    CONTENT_PROCEDURE = "content_procedure"
    CONTENT_FACT = "content_fact"
    NATIONAL = "national"
    OFFICE = "office"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Names:
    """Titles for the codes a screen shows; an unknown code shows itself.

    `others` are codes that may be met and not chosen: former ones, the national catalogue's.
    `at_home` are codes for which the law has a procedure for people at home.
    """

    procedures: Mapping[str, str] = field(default_factory=dict)
    steps: Mapping[tuple[str, str], str] = field(default_factory=dict)
    villages: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    needs: Mapping[str, tuple[Need, ...]] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    at_home: frozenset[str] = frozenset()

    def procedure(self, code: str) -> str:
        """Return a procedure's title."""
        return self.procedures.get(code) or self.others.get(code, code)

    def step(self, code: str, step_id: str) -> str:
        """Return a step's title."""
        return self.steps.get((code, step_id), step_id)

    def village(self, village_id: str) -> str:
        """Return a village's name."""
        return self.villages.get(village_id, "")

    def paper(self, code: str, paper_id: str) -> str:
        """Return a paper's title; "" for one the content no longer has."""
        return self.papers.get((code, paper_id), "")


@dataclass(frozen=True, slots=True)
class RailModel:
    """The rail: who is logged in, which page is shown, how many calls and wishes wait.

    `may_be_stuck` counts those who have not called and may be glad of help. `is_confined` is
    one-screen mode before “Rời màn hình người dân”: only this visit's form.
    """

    staff: Staff
    current: StaffScreenName
    waiting: int = 0
    may_be_stuck: int = 0
    wishes: int = 0
    is_confined: bool = False
    is_one_screen: bool = False
    is_demo: bool = False

    @property
    def is_lead(self) -> bool:
        """Whether the lead's pages are offered."""
        return self.staff.role is Role.LEAD


@dataclass(frozen=True, slots=True)
class LeaveModel:
    """The question before the program ends: how many citizens wait for help now."""

    waiting: int = 0


@dataclass(frozen=True, slots=True)
class LogInModel:
    """Names to choose from, and why the last PIN was not taken."""

    staff: tuple[Staff, ...]
    problem: str = ""
    wait_seconds: int = 0
    chosen_id: str = ""
    is_one_screen: bool = False


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody else who is on duty now."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class CallsModel:
    """The queue and what was done today. `problem` when it could not be read.

    `average_wait_seconds` is over the calls taken today, None before the first. `signs` are those
    who have not called and may be glad of help.
    """

    calls: tuple[HelpCall, ...]
    names: Names
    now: datetime
    my_id: str
    today_total: int = 0
    today_succeeded: int = 0
    today_follow_ups: int = 0
    average_wait_seconds: int | None = None
    colleagues: tuple[Colleague, ...] = ()
    signs: tuple[QuietSign, ...] = ()
    problem: str = ""


class FormKind(StrEnum):
    """What a form is about: a taken call, help without the kiosk, an entry to be mended."""

    CALL = "call"
    WITHOUT_CALL = "without_call"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class CardNews:
    """What a scanned card or a typed telephone brought into the form; `number` tells a newer one.

    `person` is to be filled in, its empty fields left as they are; `known` are stored persons it
    may be, whom staff `may_open`, or `may_link` to this entry; `warnings` are what does not fit
    together on the card.
    """

    number: int
    text: str
    person: PersonDraft | None = None
    known: tuple[KnownPerson, ...] = ()
    warnings: tuple[str, ...] = ()
    may_open: bool = False
    may_link: bool = False


@dataclass(frozen=True, slots=True)
class AssistanceModel:
    """The form of one help; `problems` maps a field to its plain sentence.

    `call` is None without the kiosk and in a correction, which has its `entry`. `helped_seconds`
    have passed since the call was taken, `on_screen_seconds` of them staff had the citizen's
    screen. `is_confined` where that screen is this one.
    """

    call: HelpCall | None
    names: Names
    draft: AssistanceDraft
    likely_barriers: tuple[str, ...]
    villages: tuple[Village, ...]
    papers: tuple[str, ...]
    helped_seconds: int
    today: date
    kind: FormKind = FormKind.CALL
    entry: Assistance | None = None
    colleagues: tuple[Colleague, ...] = ()
    consents: tuple[Consent, ...] = ()
    is_asking_consent: bool = False
    recovery_confirmed: bool = True
    card: CardNews | None = None
    has_camera: bool = False
    saved_at: datetime | None = None
    problems: Mapping[str, str] = field(default_factory=dict)
    on_screen_seconds: int = 0
    is_confined: bool = False

    @property
    def is_at_kiosk(self) -> bool:
        """Whether the help began, or had begun, with a call from the kiosk."""
        return self.call is not None or self.draft.channel == HelpChannel.KIOSK


@dataclass(frozen=True, slots=True)
class TodayModel:
    """What whoever is logged in has logged today, newest first; `problem` when it is not read."""

    entries: tuple[Assistance, ...]
    names: Names
    problem: str = ""


@dataclass(frozen=True, slots=True)
class StaffSlipModel:
    """A slip on its way to the printer, and what is known of it.

    Neither busy nor with a `slip_id`, it could not be saved; `problem` and `cure` say why.
    """

    state: PrintState
    is_busy: bool
    number: str
    version: int
    code: str
    slip_id: str
    path: str = ""
    problem: str = ""
    cure: str = ""


@dataclass(frozen=True, slots=True)
class ScanModel:
    """What a scan or a typed code gave, when it is not simply a case to open."""

    title: str
    text: str
    follow_up_id: str = ""
    has_camera: bool = False


@dataclass(frozen=True, slots=True)
class PersonModel:
    """Finding a person, and the one found: what is open, and what they agreed to.

    `found` is None before the first search. `warnings` are what does not fit on a scanned card.
    """

    names: Names
    today: date
    typed: str = ""
    found: tuple[KnownPerson, ...] | None = None
    chosen: KnownPerson | None = None
    has_camera: bool = False
    warnings: tuple[str, ...] = ()
    message: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class LogModel:
    """The assistance log under a filter, with counts over the same rows.

    `ease` is over every visit of the filter's days, for ratings are anonymous; None without any.
    """

    wanted: AssistanceFilter
    entries: tuple[Assistance, ...]
    summary: AssistanceSummary
    names: Names
    procedures: tuple[tuple[str, str], ...]
    villages: tuple[Village, ...]
    staff: tuple[Staff, ...]
    today: date
    ease: Ease | None = None
    message: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class EntryModel:
    """One entry of the log, opened; `corrections` say what it said before, oldest first."""

    entry: Assistance
    names: Names
    person: Person | None = None
    follow_up: FollowUp | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountsModel:
    """The accounts; `issued_pin` is shown once, then forgotten."""

    staff: tuple[Staff, ...]
    issued_for: str = ""
    issued_pin: str = ""
    problem: str = ""
