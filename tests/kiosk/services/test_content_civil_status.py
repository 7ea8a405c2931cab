"""Civil status as a citizen meets it: which papers, which commune, and what is done at home."""

from __future__ import annotations

from datetime import date

import pytest

import resources
from kiosk.domain.procedure import Answers, Procedure
from kiosk.services.catalogue import Catalogue
from kiosk.services.content import load_procedures
from tests.kiosk.services.test_content_shipped import all_answers, get

PROCEDURES = load_procedures(resources.procedure_files())
CIVIL_STATUS = [p for p in PROCEDURES if p.field == "Hộ tịch"]
GUIDED = [p for p in CIVIL_STATUS if p.is_guided]
NEW_LAW = date(2027, 3, 1)
"""The day the law 03/2026/QH16 takes effect."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(PROCEDURES)


@pytest.mark.parametrize(
    ("code", "answers", "wanted", "unwanted"),
    [
        ("1.004884", {"book": "lost", "proof": "copy"}, {"old-copy"}, {"other-papers", "parents"}),
        ("1.004884", {"book": "lost", "work": "yes"}, {"employer"}, set()),
        ("1.004884", {"book": "kept"}, {"identity"}, {"form", "authorisation", "employer"}),
        ("1.004859", {"what": "correct", "who": "child"}, {"proof-of-mistake"}, {"consent"}),
        ("1.004859", {"what": "add", "which": "marriage"}, {"marriage-certificate"}, {"consent"}),
        ("1.001022", {"registered": "no", "evidence": "none"}, {"pledge", "birth-proof"}, set()),
        ("1.004837", {"kind": "appointed"}, {"appointment"}, {"condition", "agreement"}),
        ("2.001263", {"found": "yes", "relation": "other"}, {"health", "circumstances"}, set()),
        ("2.001263", {"found": "no"}, {"wish"}, {"application", "child-birth"}),
        ("1.003583", {"certificate": "none"}, {"witness"}, {"surrogacy", "birth-certificate"}),
        ("1.000419", {"notice": "none"}, {"instead-of-notice"}, {"death-notice"}),
        ("2.002913", {"benefit": "none"}, {"identity"}, {"funeral", "insurance", "account"}),
    ],
)
def test_papers_depend_on_the_answers(
    catalogue: Catalogue, code: str, answers: Answers, wanted: set[str], unwanted: set[str]
) -> None:
    papers = {paper.id for paper in get(catalogue, code).papers_for(answers)}

    assert wanted <= papers
    assert not unwanted & papers


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
    assert "hẹn đến nhà" in place.where
    assert any("gọi cán bộ" in line for line in place.say)
    assert any("danh sách đến tận nhà" in line for line in place.say)


def test_who_still_has_the_book_is_led_to_the_copy(catalogue: Catalogue) -> None:
    procedure = get(catalogue, "1.004884")
    place = procedure.not_here_for({"book": "kept"})

    assert procedure.not_here_for({"book": "lost"}) is None
    assert place is not None
    assert any("bản sao" in line for line in place.say)


def test_a_linked_registration_without_a_page_says_so(catalogue: Catalogue) -> None:
    procedure = get(catalogue, "2.002913")

    assert procedure is catalogue.by_code("2.002622")
    assert not procedure.facts_checked
    assert not procedure.level.checked
    assert (procedure.time, procedure.fee) == (None, None)


@pytest.mark.parametrize("code", ["1.000656", "1.000894", "1.001022", "1.004859", "1.004884"])
def test_a_fee_from_an_older_page_carries_that_day(catalogue: Catalogue, code: str) -> None:
    fee = get(catalogue, code).fee

    assert fee is not None
    assert fee.source is not None
    assert fee.source.taken_on == date(2026, 6, 10)


@pytest.mark.parametrize("procedure", CIVIL_STATUS, ids=lambda p: p.code)
def test_it_is_read_again_before_the_new_law(procedure: Procedure) -> None:
    assert procedure.review_by < NEW_LAW


@pytest.mark.parametrize("procedure", GUIDED, ids=lambda p: p.code)
def test_a_guide_begins_ready_and_proves_before_it_submits(procedure: Procedure) -> None:
    for answers in all_answers(procedure):
        steps = [step.id for step in procedure.steps_for(answers)]
        submits = next(step for step in steps if step in {"submit", "check-and-submit"})

        assert steps[0] == "readiness"
        assert steps.index("proof") < steps.index(submits)
        assert steps[-2:] == ["note-code", "track"]
