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
        ("2.000884", {"what": "mandate"}, {"identity", "mandate"}, {"resume", "translation"}),
        ("2.001035", {"what": "land"}, {"draft", "land-certificate"}, {"registration"}),
        ("2.001035", {"what": "goods"}, {"draft"}, {"land-certificate", "registration"}),
        ("2.001406", {"what": "both"}, {"land-certificate", "registration"}, {"witnesses"}),
        ("2.001016", {"signers": "witness"}, {"draft", "witnesses"}, set()),
        ("2.001019", {"person": "danger"}, {"draft", "later"}, {"land-certificate"}),
        ("1.010833", {"merit": "martyr", "papers": "kept"}, {"martyr"}, {"wounded", "facts"}),
        ("1.010833", {"merit": "martyr", "papers": "lost"}, {"facts"}, {"martyr"}),
        ("1.010803", {"monthly": "no", "role": "authorised"}, {"request", "authorisation"}, set()),
        ("2.002307", {"merit": "veteran", "who": "organiser"}, {"statement"}, {"family-mandate"}),
        ("1.014359", {"decision": "lost"}, {"decision-facts"}, {"decision"}),
        ("1.001939", {"kind": "student"}, {"paper-form-elsewhere"}, {"online-form", "old-card"}),
        ("1.001939", {"kind": "full"}, {"paper-form-elsewhere", "organ-donor"}, {"online-form"}),
        ("1.013229", {"leased": "leased"}, {"lease"}, set()),
        ("1.013967", {"mediated": "no"}, {"mediation-request"}, {"request", "minutes"}),
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


def test_a_procedure_without_a_page_says_so(catalogue: Catalogue) -> None:
    procedure = get(catalogue, "3.000722")

    assert not procedure.facts_checked
    assert not procedure.level.checked
    assert (procedure.time, procedure.fee) == (None, None)


@pytest.mark.parametrize(
    ("code", "answers"),
    [
        ("2.000884", {"what": "resume", "signer": "weak"}),
        ("2.001035", {"what": "land", "signers": "weak"}),
        ("2.001406", {"what": "land", "signers": "weak"}),
        ("2.001016", {"what": "goods", "signers": "weak"}),
        ("2.001019", {"person": "weak", "what": "land"}),
    ],
)
def test_who_cannot_come_to_sign_is_offered_a_visit(
    catalogue: Catalogue, code: str, answers: Answers
) -> None:
    place = get(catalogue, code).not_here_for(answers)

    assert place is not None
    assert "hẹn đến nhà" in place.where


@pytest.mark.parametrize("code", ["2.001035", "2.001406", "2.001016", "2.001019"])
def test_papers_sent_ahead_still_end_with_signing_in_person(
    catalogue: Catalogue, code: str
) -> None:
    steps = get(catalogue, code).steps_for({"way": "online"})

    assert [steps[1].picture, steps[-1].id] == ["at-counter", "sign-at-counter"]


@pytest.mark.parametrize("code", ["1.010803", "1.010833", "2.002308"])
def test_merit_without_a_page_promises_neither_time_nor_fee(
    catalogue: Catalogue, code: str
) -> None:
    procedure = get(catalogue, code)

    assert not procedure.facts_checked
    assert not procedure.level.checked
    assert (procedure.time, procedure.fee) == (None, None)


@pytest.mark.parametrize("code", ["1.004222", "2.001035", "2.001406"])
def test_a_fee_from_an_older_page_carries_that_day(catalogue: Catalogue, code: str) -> None:
    fee = get(catalogue, code).fee

    assert fee is not None
    assert fee.source is not None
    assert fee.source.taken_on == date(2026, 6, 10)
