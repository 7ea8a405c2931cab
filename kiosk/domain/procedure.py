"""Procedures as the office knows them: facts, papers, questions and the guide.

Content is data: one TOML file per procedure is validated straight into these classes, so they are
the only description of its shape. A fact keeps its own words; nothing here computes a fee or a
duration, because nothing may be invented (design: honesty of content).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.domain.follow import Spot
from kiosk.domain.paper_picture import PaperPicture
from kiosk.domain.words import N_

Answers = Mapping[str, str]
"""Question id → id of the chosen answer."""

Condition = Mapping[str, tuple[str, ...]]
"""Question id → answers that satisfy it; every question named must be satisfied."""


class LifeEvent(StrEnum):
    """The eight tiles of the home screen, in their order there."""

    BIRTH = "birth"
    MARRIAGE = "marriage"
    HOUSING = "housing"
    IDENTITY = "identity"
    ELDERLY = "elderly"
    COPIES = "copies"
    BUSINESS = "business"
    DEATH = "death"


@dataclass(frozen=True, slots=True)
class LifeEventCard:
    """What a home tile shows: name, a line of examples, its icon, and which codes come first.

    `leading` are the procedures asked for most under this tile (research/domain 2.4).
    """

    event: LifeEvent
    title: str
    examples: str
    icon: str
    leading: tuple[str, ...] = ()


LIFE_EVENT_CARDS = (
    LifeEventCard(
        LifeEvent.BIRTH,
        N_("Sinh con"),
        N_("Khai sinh, thẻ BHYT cho bé"),
        "baby",
        ("1.001193", "3.000722", "1.014062", "2.000635"),
    ),
    LifeEventCard(
        LifeEvent.MARRIAGE,
        N_("Kết hôn"),
        N_("Đăng ký, xác nhận hôn nhân"),
        "heart",
        ("1.000894", "1.004873"),
    ),
    LifeEventCard(
        LifeEvent.HOUSING,
        N_("Nhà ở, chuyển nơi ở"),
        N_("Thường trú, tạm trú, cư trú"),
        "house-line",
        ("1.004222", "1.004194", "1.010041", "1.010038", "2.001159"),
    ),
    LifeEventCard(
        LifeEvent.IDENTITY,
        N_("Căn cước, VNeID"),
        N_("Cấp thẻ, kích hoạt mức 2"),
        "identification-card",
        ("3.000228", "1.014061", "1.014062", "1.014063", "1.014064"),
    ),
    LifeEventCard(
        LifeEvent.ELDERLY,
        N_("Người cao tuổi, khó khăn"),
        N_("Trợ cấp, khuyết tật, BHYT"),
        "hand-heart",
        ("1.014027", "1.001776", "1.001699", "1.011607", "1.001601", "1.001939"),
    ),
    LifeEventCard(
        LifeEvent.COPIES,
        N_("Sao y, chứng thực, bản sao"),
        N_("Bản sao, chữ ký, trích lục"),
        "stamp",
        ("2.000815", "2.000884", "2.000635", "2.001035"),
    ),
    LifeEventCard(
        LifeEvent.BUSINESS,
        N_("Buôn bán, đất đai, xây nhà"),
        N_("Hộ kinh doanh, sổ đỏ"),
        "storefront",
        ("1.001612", "1.013978", "1.012812", "1.013225"),
    ),
    LifeEventCard(
        LifeEvent.DEATH,
        N_("Người thân mất"),
        N_("Khai tử, mai táng phí"),
        "flower-tulip",
        ("1.000656", "2.002913", "1.003197", "1.014028", "1.001731", "2.002307"),
    ),
)


class Channel(StrEnum):
    """The common flow a procedure goes through (research/domain 2.1: P, L, V, H, C, Q, B)."""

    PORTAL = "portal"
    LINKED = "linked"
    VNEID = "vneid"
    HOUSEHOLD_BUSINESS = "household_business"
    ID_CARD = "id_card"
    COUNTER = "counter"
    SOCIAL_INSURANCE = "social_insurance"


class Need(StrEnum):
    """What serving a case at somebody's home takes (`kiosk.domain.need` has the words)."""

    BIOMETRICS = "biometrics"
    SIGNATURE = "signature"
    CIVIL_STATUS = "civil_status"
    CERTIFICATION = "certification"
    POLICE = "police"
    SOCIAL_INSURANCE = "social_insurance"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts were read and on which day; `official` is False when no page was found."""

    name: str
    url: str
    taken_on: date
    official: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in the words of its source; an unset source means the procedure's own."""

    text: str
    source: Source | None = None
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A short question whose answer decides which papers and steps apply."""

    id: str
    text: str
    choices: tuple[Choice, ...]
    when: Condition = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """Something to bring; `note` says in a few words when a copy or a picture will do.

    `is_form` marks a blank that staff can take along to somebody's home.
    `picture` is its drawing on a slip; unset, the words of the title decide.
    """

    id: str
    title: str
    note: str = ""
    is_form: bool = False
    when: Condition = field(default_factory=dict)
    picture: PaperPicture | None = None


@dataclass(frozen=True, slots=True)
class Attach:
    """Papers that a step hands over as files: none larger than `max_mb` megabytes.

    `papers` are ids; without any, all papers of the procedure that are no identity cards.
    """

    max_mb: float = 2.0
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of the guide.

    `instruction` holds short sentences, `expect` what the portal should show now, `barriers` the
    codes likeliest here, `first_aid` hints that replace a barrier's general one. `seen_on` stays
    empty until the office has seen the step on the real portal. `follow` are the pages of the
    portal that it belongs to, with what to press there; `attach` where files are handed over.
    """

    id: str
    title: str
    instruction: tuple[str, ...]
    expect: str
    picture: str
    picture_alt: str
    usual_seconds: int = 60
    caution: str = ""
    barriers: tuple[str, ...] = ()
    first_aid: Mapping[str, str] = field(default_factory=dict)
    when: Condition = field(default_factory=dict)
    seen_on: date | None = None
    follow: tuple[Spot, ...] = ()
    attach: Attach | None = None


@dataclass(frozen=True, slots=True)
class NotHere:
    """Where a procedure is done when it is not done at this machine.

    `at_office` is a desk of the office itself, which keeps the office's hours.
    """

    where: str
    say: tuple[str, ...]
    when: Condition = field(default_factory=dict)
    at_office: bool = False


@dataclass(frozen=True, slots=True)
class SupersededCode:
    """A code that this procedure took the place of; `until` is its last day, where known."""

    code: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """One public service with its code, facts, papers and guide.

    `needs` is what serving it at home takes; `at_home` the code of the procedure that the law
    provides for doing the same thing at home.
    `english` are translations of its texts: Vietnamese text → English (see kiosk.domain.english).
    """

    code: str
    title: str
    official_title: str
    summary: str
    life_events: tuple[LifeEvent, ...]
    field: str
    decided_by: str
    channel: Channel
    source: Source
    level: Fact
    review_by: date
    time: Fact | None = None
    fee: Fact | None = None
    papers: tuple[RequiredPaper, ...] = ()
    questions: tuple[Question, ...] = ()
    steps: tuple[Step, ...] = ()
    not_here: tuple[NotHere, ...] = ()
    next_steps: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    superseded: tuple[SupersededCode, ...] = ()
    legal_basis: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    at_home: str = ""
    effective_from: date | None = None
    effective_to: date | None = None
    english: Mapping[str, str] = field(default_factory=dict)  # type: ignore[operator]  # the class has a `field`

    @property
    def other_codes(self) -> tuple[str, ...]:
        """Return the codes people may still know it by: aliases, then superseded ones."""
        return (*self.aliases, *(old.code for old in self.superseded))

    @property
    def is_counter_only(self) -> bool:
        """Whether the office's counter is the only way (flow Q)."""
        return self.channel is Channel.COUNTER

    @property
    def is_guided(self) -> bool:
        """Whether there is a guide to walk through at this machine."""
        return bool(self.steps) and not self.is_counter_only

    @property
    def facts_checked(self) -> bool:
        """Whether the facts were read on an official page."""
        return self.source.official

    def questions_for(self, answers: Answers) -> tuple[Question, ...]:
        """Return the questions that apply under `answers`."""
        return tuple(q for q in self.questions if holds(q.when, answers))

    def papers_for(self, answers: Answers) -> tuple[RequiredPaper, ...]:
        """Return the papers to bring under `answers`."""
        return tuple(p for p in self.papers if holds(p.when, answers))

    def steps_for(self, answers: Answers) -> tuple[Step, ...]:
        """Return the guide's steps under `answers`, in order."""
        return tuple(s for s in self.steps if holds(s.when, answers))

    def not_here_for(self, answers: Answers) -> NotHere | None:
        """Return where to go instead, or None when this machine can serve."""
        return next((place for place in self.not_here if holds(place.when, answers)), None)

    def step(self, step_id: str) -> Step | None:
        """Return the step of that id, whatever the answers."""
        return next((s for s in self.steps if s.id == step_id), None)


def holds(condition: Condition, answers: Answers) -> bool:
    """Return whether every question named in `condition` has one of the wanted answers.

    An unanswered question does not satisfy a condition: what depends on it stays hidden until the
    citizen has answered.
    """
    return all(answers.get(question) in wanted for question, wanted in condition.items())
