"""The shipped procedures as a citizen meets them: papers for real answers, and honest facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

import resources
from kiosk.domain.procedure import Answers, Procedure
from kiosk.services.catalogue import Catalogue
from kiosk.services.content import load_procedures

PROMISED = [
    "1.000656",
    "1.000894",
    "1.001193",
    "1.001612",
    "1.004222",
    "1.004873",
    "1.010041",
    "1.014027",
    "2.000635",
    "2.000815",
    "3.000228",
    "3.000722",
]

MOST_STEPS = 13
"""With being ready first, the proof before submitting, and the code written down after it."""

PROCEDURES = load_procedures(resources.procedure_files())


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(PROCEDURES)


def get(catalogue: Catalogue, code: str) -> Procedure:
    procedure = catalogue.by_code(code)
    assert procedure is not None
    return procedure


def all_answers(procedure: Procedure) -> Iterator[Answers]:
    """Yield every way to answer the procedure's questions, as a citizen could be asked them."""
    choices = [[c.id for c in q.choices] for q in procedure.questions]
    for picked in product(*choices):
        answers = dict(zip((q.id for q in procedure.questions), picked, strict=True))
        asked = {q.id for q in procedure.questions_for(answers)}
        yield {question: choice for question, choice in answers.items() if question in asked}


def test_the_promised_procedures_are_there() -> None:
    assert set(PROMISED) <= {p.code for p in PROCEDURES}


@pytest.mark.parametrize(
    ("code", "answers", "wanted", "unwanted"),
    [
        ("1.001193", {"certificate": "paper"}, {"birth-certificate"}, {"witness"}),
        ("1.001193", {"certificate": "none"}, {"witness"}, {"birth-certificate"}),
        ("1.001193", {"who": "authorised"}, {"authorisation"}, {"surrogacy"}),
        ("1.001193", {"who": "relative"}, set(), {"authorisation"}),
        ("1.000656", {"notice": "long-ago"}, {"evidence"}, {"death-notice"}),
        ("1.000894", {"before": "abroad"}, {"divorce-noted"}, {"former-marriage"}),
        ("1.004873", {"purpose": "marry", "again": "lost"}, {"reason"}, {"former"}),
        ("1.004873", {"purpose": "other", "again": "lost"}, set(), {"reason", "former"}),
        ("1.004222", {"home": "rented"}, {"lease", "floor-area"}, {"consent"}),
        ("1.004222", {"home": "family"}, {"consent", "kinship"}, {"lease"}),
        ("1.010041", {"way": "online"}, {"number"}, {"form"}),
        ("2.000815", {"kind": "foreign", "copy": "no"}, {"legalised", "no-copy"}, {"copy"}),
        ("2.000815", {"kind": "vneid"}, {"vneid"}, {"original"}),
        ("1.001612", {"filer": "person", "account": "no"}, {"identity-copy", "mandate"}, set()),
        ("1.001612", {"filer": "owner", "account": "no"}, set(), {"identity-copy", "mandate"}),
        ("3.000228", {"card": "none", "for": "child"}, {"new-card", "guardian-phone"}, {"card"}),
        ("1.001776", {"who": "parent"}, {"birth-certificate"}, {"disability-certificate"}),
        ("1.001776", {"degree": "very-severe"}, {"household-form"}, {"birth-certificate"}),
        ("1.001776", {"degree": "severe"}, {"disability-certificate"}, {"household-form"}),
        ("1.001776", {"purpose": "moved"}, {"move-request"}, {"form", "change-request"}),
        ("1.014028", {"income": "social-pension"}, {"declaration"}, {"benefit-declaration"}),
        ("1.001731", {"who": "eighty"}, {"declaration", "death", "ended-benefit"}, set()),
        ("1.001731", {"who": "accident"}, {"declaration", "death"}, {"ended-benefit"}),
        ("1.001699", {"what": "again", "medical": "no"}, {"old-certificate"}, {"medical-records"}),
        ("1.001653", {"why": "lost"}, {"request"}, {"old-certificate"}),
        ("1.011607", {"now": "poor"}, {"leave-request"}, {"request"}),
        ("2.000575", {"why": "lost"}, {"request-again"}, {"group-minutes", "owner-notice"}),
        ("2.000575", {"why": "taken-over"}, {"owner-notice", "deed"}, {"request-again"}),
    ],
)
def test_papers_depend_on_the_answers(
    catalogue: Catalogue, code: str, answers: Answers, wanted: set[str], unwanted: set[str]
) -> None:
    papers = {paper.id for paper in get(catalogue, code).papers_for(answers)}

    assert wanted <= papers
    assert not unwanted & papers


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda p: p.code)
def test_every_answer_leads_to_papers_and_to_a_way(procedure: Procedure) -> None:
    for answers in all_answers(procedure):
        steps = procedure.steps_for(answers)
        elsewhere = procedure.not_here_for(answers) or procedure.is_counter_only

        assert procedure.papers_for(answers), answers
        assert elsewhere or 5 <= len(steps) <= MOST_STEPS, answers


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda p: p.code)
def test_no_paper_and_no_step_is_out_of_reach(procedure: Procedure) -> None:
    papers = {p.id for answers in all_answers(procedure) for p in procedure.papers_for(answers)}
    steps = {s.id for answers in all_answers(procedure) for s in procedure.steps_for(answers)}

    assert papers == {p.id for p in procedure.papers}
    assert steps == {s.id for s in procedure.steps}


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda p: p.code)
def test_facts_stay_honest(procedure: Procedure) -> None:
    facts = [fact for fact in (procedure.level, procedure.time, procedure.fee) if fact]

    assert procedure.source.taken_on < procedure.review_by
    assert all("toàn trình" not in fact.text.lower() for fact in facts)
    assert procedure.fee is None or "miễn phí" not in procedure.fee.text.lower()
    assert all(step.seen_on is None for step in procedure.steps)


def test_level_two_is_done_at_the_police_whatever_the_answers(catalogue: Catalogue) -> None:
    procedure = get(catalogue, "3.000228")
    place = procedure.not_here_for({})

    assert place is not None
    assert place.where == "Công an xã"
    assert not procedure.is_guided


def test_certified_copies_are_for_the_counter_only(catalogue: Catalogue) -> None:
    assert get(catalogue, "2.000815").is_counter_only


@pytest.mark.parametrize(
    "code",
    ["3.000722", "1.001776", "1.001699", "1.001653", "1.116214", "1.116215"],
)
def test_a_procedure_without_a_page_says_so(catalogue: Catalogue, code: str) -> None:
    procedure = get(catalogue, code)

    assert not procedure.facts_checked
    assert not procedure.level.checked
    assert procedure.time is None or not procedure.time.checked
    assert procedure.fee is None


@pytest.mark.parametrize(
    ("code", "answers", "where"),
    [
        ("1.001776", {"degree": "none"}, "Bàn của cán bộ xã hội"),
        ("1.014028", {"income": "pension"}, "Bảo hiểm xã hội"),
        ("1.014028", {"decision": "never"}, "Bàn của cán bộ xã hội"),
        ("1.001731", {"social-pension": "yes"}, "Bàn của cán bộ xã hội"),
        ("1.001653", {"why": "worse"}, "Bàn của cán bộ xã hội"),
    ],
)
def test_a_neighbouring_matter_is_sent_to_its_own_place(
    catalogue: Catalogue, code: str, answers: Answers, where: str
) -> None:
    place = get(catalogue, code).not_here_for(answers)

    assert place is not None
    assert place.where == where


@pytest.mark.parametrize("code", ["1.011606", "1.011607", "1.011608"])
def test_the_poverty_codes_end_with_the_year_2026(catalogue: Catalogue, code: str) -> None:
    procedure = get(catalogue, code)

    assert procedure.effective_to == date(2026, 12, 31)
    assert procedure.review_by <= procedure.effective_to
    assert procedure.is_counter_only


def test_a_fee_from_an_older_page_carries_that_day(catalogue: Catalogue) -> None:
    fee = get(catalogue, "1.004222").fee

    assert fee is not None
    assert fee.source is not None
    assert fee.source.taken_on == date(2026, 6, 10)
