"""The office's words laid over what was shipped, and what a later release does to them."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.content_review import FactEntry, FactState, Plain, Verdict
from kiosk.services.content import table_of
from kiosk.services.content_facts import value_at
from kiosk.services.content_merge import MergedProcedure, merge
from tests.support.log_watch import LogWatch
from tests.support.review import sample, word

OFFICE = "UBND xã Ví Dụ"
FEE: Plain = {"text": "8.000 đồng"}
OWN: Plain = {"text": "Không thu"}
CORRECTED = word("fee", Verdict.CORRECTED, FEE, OWN, note="Nghị quyết 05")
PAPER: Plain = {"title": "Sổ hộ khẩu cũ", "note": "Nếu còn", "when": {}}


def shipped_at(path: str) -> Plain:
    return value_at(table_of(sample()), path)


def merged(*history: FactEntry) -> MergedProcedure:
    return merge(sample(), history, OFFICE)


def test_without_a_word_the_shipped_procedure_stands() -> None:
    result = merged()

    assert result.procedure is result.shipped
    assert {one.state for one in result.standings} == {FactState.UNCHECKED}
    assert result.checks == {}


def test_the_office_wins_and_is_named_as_the_source_of_its_fact() -> None:
    fee = merged(CORRECTED).procedure.fee

    assert fee is not None
    assert fee.text == "Không thu"
    assert fee.source is not None
    assert fee.source.name == "UBND xã Ví Dụ (Nghị quyết 05)"
    assert fee.source.taken_on == date(2026, 11, 22)
    assert merged().procedure.source == merged(CORRECTED).procedure.source


def test_a_fact_found_right_keeps_the_source_it_has() -> None:
    fee = merged(word("fee", Verdict.RIGHT, FEE)).procedure.fee

    assert fee == sample().fee


def test_a_release_with_another_fee_brings_the_fact_back_for_review() -> None:
    newer = sample('text = "8.000 đồng"', 'text = "10.000 đồng"')
    result = merge(newer, [CORRECTED], OFFICE)
    standing = result.standing("fee")

    assert result.procedure.fee is not None
    assert result.procedure.fee.text == "Không thu"
    assert standing.state is FactState.CHANGED
    assert (standing.value, standing.shipped) == (OWN, {"text": "10.000 đồng"})
    assert "fee" not in result.checks


def test_a_release_that_changes_another_fact_changes_nothing_here() -> None:
    newer = sample('summary = "Một câu ngắn."', 'summary = "Câu khác."')
    result = merge(newer, [CORRECTED], OFFICE)

    assert result.standing("fee").state is FactState.CORRECTED
    assert result.procedure.summary == "Câu khác."


def test_a_paper_the_office_added_is_there_and_one_it_dropped_is_not() -> None:
    added = word("papers[office-1]", Verdict.CORRECTED, {}, PAPER)
    dropped = word("papers[identity]", Verdict.CORRECTED, shipped_at("papers[identity]"), {})
    result = merged(added, dropped)

    assert [paper.id for paper in result.procedure.papers] == ["mandate", "office-1"]
    assert result.standing("papers[identity]").value == {}
    assert result.standing("papers[office-1]").state is FactState.CORRECTED


def test_a_paper_of_the_office_s_own_that_it_dropped_again_is_told_no_more() -> None:
    added = word("papers[office-1]", Verdict.CORRECTED, {}, PAPER)
    gone = word("papers[office-1]", Verdict.RIGHT, {}, None, number=2)

    assert "papers[office-1]" not in {one.path for one in merged(added, gone).standings}


def test_a_paper_that_a_release_has_dropped_stays_where_the_office_wrote_it() -> None:
    own: Plain = {"title": "Căn cước gắn chip", "note": "", "when": {}}
    entry = word("papers[identity]", Verdict.CORRECTED, shipped_at("papers[identity]"), own)
    newer = sample('[[papers]]\nid = "identity"\ntitle = "Căn cước"\n', "")
    result = merge(newer, [entry], OFFICE)

    assert [paper.title for paper in result.procedure.papers][-1] == "Căn cước gắn chip"
    assert result.standing("papers[identity]").state is FactState.CHANGED


def test_a_step_the_office_found_right_was_seen_that_day() -> None:
    entry = word("steps[fill-form]", Verdict.RIGHT, shipped_at("steps[fill-form]"))
    seen = {step.id: step.seen_on for step in merged(entry).procedure.steps}

    assert seen == {"vneid-login": None, "fill-form": date(2026, 11, 22)}


def test_a_step_that_changed_since_or_is_doubted_was_not_seen() -> None:
    right = word("steps[fill-form]", Verdict.RIGHT, {"title": "Ngày trước"})
    doubted = word("steps[vneid-login]", Verdict.UNSURE, shipped_at("steps[vneid-login]"))

    assert [step.seen_on for step in merged(right, doubted).procedure.steps] == [None, None]


def test_a_doubt_keeps_the_office_s_own_value() -> None:
    unsure = word("fee", Verdict.UNSURE, FEE, OWN, number=2)
    result = merged(CORRECTED, unsure)

    assert result.procedure.fee is not None
    assert result.procedure.fee.text == "Không thu"
    assert not result.checks["fee"].is_sure


def test_the_day_of_review_is_the_office_s_until_the_page_is_read_anew() -> None:
    entry = word("review_by", Verdict.RIGHT, "2027-01-01", "2027-05-22")
    assert merged(entry).procedure.review_by == date(2027, 5, 22)
    assert "review_by" not in {one.path for one in merged(entry).standings}
    newer = sample("review_by = 2027-01-01", "review_by = 2027-03-01")
    assert merge(newer, [entry], OFFICE).procedure.review_by == date(2027, 3, 1)


def test_what_no_longer_fits_is_left_out_and_the_rest_stays(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A release may drop the step that the office has corrected."""
    watch = LogWatch()
    watch.attach()
    entry = word("steps[gone]", Verdict.CORRECTED, {"title": "Bước cũ"}, {"expect": "Có chữ."})
    result = merged(CORRECTED, entry)
    watch.detach()

    assert result.procedure.fee is not None
    assert result.procedure.fee.text == "Không thu"
    assert [step.id for step in result.procedure.steps] == ["vneid-login", "fill-form"]
    assert result.standing("steps[gone]").state is FactState.CHANGED
    assert len(watch.lines) == 2


def test_undoing_everything_gives_the_shipped_procedure_back() -> None:
    undone = word("fee", Verdict.UNDONE, FEE, number=2)

    assert merged(CORRECTED, undone).procedure == sample()
