"""The shipped procedures as a citizen meets them: papers for real answers, and honest facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest

import resources
from kiosk.domain.paper_picture import PaperPicture, picture_of
from kiosk.domain.procedure import Answers, Channel, Need, Procedure
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
    "1.002755",
    "1.003197",
    "1.003583",
    "1.003677",
    "1.004194",
    "1.004222",
    "1.004837",
    "1.004859",
    "1.004873",
    "1.004884",
    "1.010038",
    "1.010041",
    "1.012564",
    "1.012566",
    "1.014027",
    "1.014061",
    "1.014062",
    "1.014063",
    "1.014064",
    "2.000635",
    "2.000815",
    "2.001159",
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
        ("1.001193", {"case": "abandoned"}, {"abandonment"}, {"marriage", "birth-certificate"}),
        ("1.004884", {"book": "lost", "proof": "other"}, {"other-papers", "parents"}, {"old-copy"}),
        ("1.004859", {"what": "change", "who": "child"}, {"consent"}, {"authorisation"}),
        ("1.001022", {"evidence": "medical"}, {"medical-proof"}, {"pledge"}),
        ("1.004837", {"kind": "natural", "several": "many"}, {"agreement"}, {"appointment"}),
        ("2.001263", {"found": "yes", "relation": "kin"}, {"child-health"}, {"health", "wish"}),
        ("2.002913", {"benefit": "merit"}, {"funeral", "account"}, {"insurance"}),
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
        ("1.004194", {"home": "rented", "age": "minor"}, {"lease", "parents"}, {"consent"}),
        ("1.004194", {"home": "family", "age": "adult"}, {"consent"}, {"lease", "parents"}),
        ("1.002755", {"whom": "family", "consent": "vneid"}, {"form"}, {"consent", "parents"}),
        ("1.002755", {"whom": "minor", "consent": "paper"}, {"consent", "parents"}, {"list"}),
        ("1.010038", {"why": "divorced"}, {"divorce"}, {"consent"}),
        ("1.010038", {"why": "apart"}, {"consent"}, {"divorce"}),
        ("1.003197", {"why": "dead", "who": "self"}, {"form", "death"}, {"proof", "request"}),
        ("1.003197", {"why": "other", "who": "unit"}, {"request", "proof"}, {"form"}),
        ("2.001159", {"place": "hospital"}, {"patients"}, {"identity"}),
        ("1.003677", {"case": "supervised"}, {"request", "permission"}, {"journey"}),
        ("1.014061", {"data": "unknown"}, {"not-in-data"}, {"correct"}),
        ("1.014062", {"age": "small"}, {"representative", "form"}, set()),
        ("1.014063", {"why": "wrong", "whom": "child"}, {"correct", "representative"}, set()),
        ("1.014064", {"why": "broken", "whom": "self"}, {"broken-card"}, {"representative"}),
        ("1.012566", {"scanned": "yes", "old": "no"}, {"card", "form"}, {"old-card"}),
        ("3.000347", {"class": "small"}, {"licence"}, {"health"}),
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


def test_desks_of_the_office_are_marked_and_no_other_place_is(catalogue: Catalogue) -> None:
    places = [place for procedure in catalogue.all for place in procedure.not_here]
    desks = {place.where for place in places if place.at_office}

    assert {"Quầy hộ tịch của xã", "Bàn của cán bộ xã hội"} <= desks
    assert all(where.startswith(("Quầy", "Bàn của cán bộ", "Mục")) for where in desks)
    assert not any("hoặc" in where for where in desks), "of two places one has other hours"
    unmarked = {place.where for place in places} - desks
    assert not [w for w in unmarked if w.startswith(("Quầy", "Bàn")) and "hoặc" not in w]


def test_level_two_is_done_at_the_police_whatever_the_answers(catalogue: Catalogue) -> None:
    procedure = get(catalogue, "3.000228")
    place = procedure.not_here_for({})

    assert place is not None
    assert place.where == "Công an xã"
    assert not procedure.is_guided


POLICE_FIELDS = {"Đăng ký, quản lý cư trú", "Cấp, quản lý căn cước"}

POLICE = [p for p in PROCEDURES if p.field in POLICE_FIELDS]


@pytest.mark.parametrize(
    ("code", "answers", "wanted", "unwanted"),
    [
        ("1.014061", {"come": "yes", "data": "right", "way": "book"}, {"book-time"}, {"proof"}),
        ("1.014062", {"age": "small"}, {"attach-representative", "proof"}, {"book-time"}),
        ("1.014062", {"age": "child"}, {"book-time", "bring-the-child"}, {"proof"}),
        ("1.014063", {"why": "merged", "whom": "self"}, {"confirm-merged"}, {"book-time"}),
        ("1.014063", {"why": "due", "whom": "small"}, {"confirm-small"}, {"book-time"}),
        ("1.014063", {"why": "due", "come": "book"}, {"book-time"}, {"confirm-merged"}),
        ("1.014064", {"why": "lost", "whom": "child"}, {"attach-representative"}, set()),
        ("1.010038", {"why": "divorced"}, {"attach-divorce"}, {"household-agrees"}),
        ("1.010038", {"why": "apart", "consent": "vneid"}, {"household-agrees"}, {"proof-consent"}),
        ("1.003677", {"who": "child"}, {"fill-child"}, {"fill-self"}),
    ],
)
def test_steps_depend_on_the_answers(
    catalogue: Catalogue, code: str, answers: Answers, wanted: set[str], unwanted: set[str]
) -> None:
    steps = {step.id for step in get(catalogue, code).steps_for(answers)}

    assert wanted <= steps
    assert not unwanted & steps


@pytest.mark.parametrize("code", ["1.014061", "1.014063"])
def test_who_cannot_come_for_fingerprints_is_led_to_staff(catalogue: Catalogue, code: str) -> None:
    place = get(catalogue, code).not_here_for({"why": "due", "come": "no"})

    assert place is not None
    assert place.where == "Quầy hỗ trợ ở đây"


@pytest.mark.parametrize(
    ("code", "answers", "where"),
    [
        ("1.002755", {"left": "over"}, "Công an xã nơi đang ở"),
        ("1.003197", {"why": "moving", "who": "self"}, "Công an xã nơi ở mới"),
        ("1.010038", {"why": "apart", "adult": "no"}, "Công an xã"),
        ("1.012564", {"what": "birth"}, "Quầy hộ tịch của xã"),
        ("1.012566", {"scanned": "no"}, "Nơi đang đòi giấy xác nhận"),
        ("2.001159", {"place": "home", "guest": "foreign"}, "Công an xã"),
    ],
)
def test_what_cannot_be_done_here_is_sent_to_its_place(
    catalogue: Catalogue, code: str, answers: Answers, where: str
) -> None:
    place = get(catalogue, code).not_here_for(answers)

    assert place is not None
    assert place.where == where


@pytest.mark.parametrize("code", ["1.014063", "1.014064"])
def test_the_halved_fee_of_a_card_is_read_again_before_it_ends(
    catalogue: Catalogue, code: str
) -> None:
    procedure = get(catalogue, code)

    assert procedure.fee is not None
    assert "đến hết 31/12/2026" in procedure.fee.text
    assert procedure.review_by <= date(2026, 12, 31)


def test_a_page_that_contradicts_itself_is_shown_with_both_fees(catalogue: Catalogue) -> None:
    fee = get(catalogue, "1.002755").fee

    assert fee is not None
    assert not fee.checked
    assert {"5.000", "7.000"} <= set(fee.text.split())
    assert "hỏi Công an xã" in fee.text


@pytest.mark.parametrize("procedure", POLICE, ids=lambda p: p.code)
def test_first_aid_never_sends_police_papers_to_the_counter(procedure: Procedure) -> None:
    hints = [hint for step in procedure.steps for hint in step.first_aid.values()]

    assert not [hint for hint in hints if "nộp giấy tại quầy" in hint or "nhận giấy tại" in hint]


@pytest.mark.parametrize("procedure", POLICE, ids=lambda p: p.code)
def test_no_first_aid_is_for_a_barrier_that_its_step_does_not_offer(procedure: Procedure) -> None:
    for step in procedure.steps:
        assert set(step.first_aid) <= set(step.barriers), step.id


def test_a_card_is_found_by_its_other_codes(catalogue: Catalogue) -> None:
    known = {"1.116410": "1.014061", "1.012549": "1.014062", "2.001195": "1.014063"}

    assert {old: get(catalogue, old).code for old in known} == known


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


@pytest.mark.parametrize(
    ("code", "mobile"),
    [("1.001193", "1.003583"), ("1.000894", "1.000593"), ("1.000656", "1.000419")],
)
def test_what_the_law_lets_be_done_at_home_names_its_procedure(
    catalogue: Catalogue, code: str, mobile: str
) -> None:
    assert get(catalogue, code).at_home == mobile
    at_home = get(catalogue, mobile)
    assert set(at_home.needs) == {Need.SIGNATURE, Need.CIVIL_STATUS}
    assert any(paper.is_form for paper in at_home.papers)


def test_nothing_else_is_offered_under_another_code_at_home() -> None:
    assert sum(bool(procedure.at_home) for procedure in PROCEDURES) == 3


def test_fingerprints_are_taken_by_the_police_and_for_cards_only() -> None:
    for procedure in PROCEDURES:
        takes_them = Need.BIOMETRICS in procedure.needs
        assert takes_them == (procedure.channel is Channel.ID_CARD), procedure.code
        assert not takes_them or Need.POLICE in procedure.needs


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda p: p.code)
def test_a_form_to_take_along_is_no_paper_that_people_own(procedure: Procedure) -> None:
    drawn = {picture_of(paper.title) for paper in procedure.papers if paper.is_form}
    assert not drawn & {PaperPicture.IDENTITY_CARD, PaperPicture.BIRTH_CERTIFICATE}


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda p: p.code)
def test_whoever_attaches_papers_reads_that_no_identity_card_is_needed(
    procedure: Procedure,
) -> None:
    attaching = [step for step in procedure.steps if step.picture == "attach-papers"]
    assert all(step.attach is not None for step in attaching)
    assert all("không cần ảnh căn cước" in step.caution for step in attaching)
