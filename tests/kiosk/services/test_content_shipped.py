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
    "1.000419",
    "1.000593",
    "1.000656",
    "1.000894",
    "1.001022",
    "1.001193",
    "1.001612",
    "1.003583",
    "1.004222",
    "1.004837",
    "1.004859",
    "1.004873",
    "1.004884",
    "1.010041",
    "1.014027",
    "2.000635",
    "2.000815",
    "2.001263",
    "2.002913",
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
        ("1.001193", {"case": "abandoned"}, {"abandonment"}, {"marriage", "birth-certificate"}),
        ("1.004884", {"book": "lost", "proof": "copy"}, {"old-copy"}, {"other-papers", "parents"}),
        ("1.004884", {"book": "lost", "proof": "other"}, {"other-papers", "parents"}, {"old-copy"}),
        ("1.004884", {"book": "lost", "work": "yes"}, {"employer"}, set()),
        ("1.004884", {"book": "kept"}, {"identity"}, {"form", "authorisation", "employer"}),
        ("1.004859", {"what": "change", "who": "child"}, {"consent"}, {"authorisation"}),
        ("1.004859", {"what": "correct", "who": "child"}, {"proof-of-mistake"}, {"consent"}),
        ("1.004859", {"what": "add", "which": "marriage"}, {"marriage-certificate"}, {"consent"}),
        ("1.001022", {"evidence": "medical"}, {"medical-proof"}, {"pledge"}),
        ("1.001022", {"registered": "no", "evidence": "none"}, {"pledge", "birth-proof"}, set()),
        ("1.004837", {"kind": "natural", "several": "many"}, {"agreement"}, {"appointment"}),
        ("1.004837", {"kind": "appointed"}, {"appointment"}, {"condition", "agreement"}),
        ("2.001263", {"found": "yes", "relation": "kin"}, {"child-health"}, {"health", "wish"}),
        ("2.001263", {"found": "yes", "relation": "other"}, {"health", "circumstances"}, set()),
        ("2.001263", {"found": "no"}, {"wish"}, {"application", "child-birth"}),
        ("1.003583", {"certificate": "none"}, {"witness"}, {"surrogacy", "birth-certificate"}),
        ("1.000419", {"notice": "none"}, {"instead-of-notice"}, {"death-notice"}),
        ("2.002913", {"benefit": "none"}, {"identity"}, {"funeral", "insurance", "account"}),
        ("2.002913", {"benefit": "merit"}, {"funeral", "account"}, {"insurance"}),
        ("3.000228", {"card": "none", "for": "child"}, {"new-card", "guardian-phone"}, {"card"}),
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


@pytest.mark.parametrize(
    ("relation", "child", "agency"),
    [
        ("kin", "institution", "agency-of-family"),
        ("other", "orphan", "agency-of-home"),
        ("other", "abandoned", "agency-of-record"),
        ("other", "institution", "agency-of-institution"),
    ],
)
def test_an_adoption_goes_to_the_commune_that_decides(
    catalogue: Catalogue, relation: str, child: str, agency: str
) -> None:
    answers = {"found": "yes", "relation": relation, "child": child}
    steps = [step.id for step in get(catalogue, "2.001263").steps_for(answers)]

    assert [step for step in steps if step.startswith("agency-of-")] == [agency]


@pytest.mark.parametrize("code", ["1.000419", "1.000593", "1.003583"])
def test_what_is_done_at_home_leads_to_staff_and_their_list(
    catalogue: Catalogue, code: str
) -> None:
    procedure = get(catalogue, code)
    place = procedure.not_here_for({})

    assert procedure.is_counter_only
    assert place is not None
    assert any("Gọi cán bộ" in line for line in place.say)
    assert any("danh sách đến tận nhà" in line for line in place.say)


def test_who_still_has_the_book_is_led_to_the_copy(catalogue: Catalogue) -> None:
    procedure = get(catalogue, "1.004884")

    assert procedure.not_here_for({"book": "lost"}) is None
    place = procedure.not_here_for({"book": "kept"})
    assert place is not None
    assert any("bản sao" in line for line in place.say)


CIVIL_STATUS = [p for p in PROCEDURES if p.field == "Hộ tịch"]


@pytest.mark.parametrize("procedure", CIVIL_STATUS, ids=lambda p: p.code)
def test_civil_status_is_read_again_before_its_new_law(procedure: Procedure) -> None:
    assert procedure.review_by < date(2027, 3, 1)


@pytest.mark.parametrize(
    "procedure", [p for p in CIVIL_STATUS if p.is_guided], ids=lambda p: p.code
)
def test_a_civil_status_guide_begins_ready_and_proves_before_it_submits(
    procedure: Procedure,
) -> None:
    for answers in all_answers(procedure):
        steps = [step.id for step in procedure.steps_for(answers)]
        submits = next(step for step in steps if step in {"submit", "check-and-submit"})

        assert steps[0] == "readiness"
        assert steps.index("proof") < steps.index(submits)
        assert steps[-2:] == ["note-code", "track"]


def test_certified_copies_are_for_the_counter_only(catalogue: Catalogue) -> None:
    assert get(catalogue, "2.000815").is_counter_only


@pytest.mark.parametrize("code", ["2.002913", "3.000722"])
def test_a_procedure_without_a_page_says_so(catalogue: Catalogue, code: str) -> None:
    procedure = get(catalogue, code)

    assert not procedure.facts_checked
    assert not procedure.level.checked
    assert (procedure.time, procedure.fee) == (None, None)


@pytest.mark.parametrize("code", ["1.000656", "1.004222", "1.004859", "1.004884"])
def test_a_fee_from_an_older_page_carries_that_day(catalogue: Catalogue, code: str) -> None:
    fee = get(catalogue, code).fee

    assert fee is not None
    assert fee.source is not None
    assert fee.source.taken_on == date(2026, 6, 10)
