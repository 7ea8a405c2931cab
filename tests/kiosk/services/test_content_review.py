"""The lead checks, corrects, doubts and undoes; all of it audited, told on, and kept in drafts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kiosk.domain.audit import AuditAction
from kiosk.domain.content_review import FactStanding, FactState, Plain, Verdict
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.services.content_review import ContentReview
from kiosk.services.forms import FormRefused
from kiosk.services.ports import Topic
from tests.fakes import FakeClock, FakeStore
from tests.support.review import CODE, LEAD, SUPPORTER, sample

OWN: Plain = {"text": "Không thu"}
ELSE = "9.000002"


class Desk:
    """The lead's desk over a store in memory."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.store.records.office.save_profile(EXAMPLE_OFFICE)
        self.clock = FakeClock()
        other = sample('code = "9.000001"', f'code = "{ELSE}"')
        self.content = ContentReview(self.store, self.clock, (sample(), other))

    def correct(self, path: str, value: Plain, *, note: str = "", seen: str | None = None) -> None:
        entry = self.standing(path).entry
        known = entry.id if entry else ""
        seen = known if seen is None else seen
        self.content.correct(CODE, path, value, LEAD, note=note, seen=seen)

    def standing(self, path: str) -> FactStanding:
        return self.content.open(CODE).merged.standing(path)

    def fee(self) -> str:
        """Return the fee as citizens see it."""
        fee = self.content.load().procedures[0].fee
        return fee.text if fee else ""


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_before_anything_is_said_the_shipped_content_is_offered(desk: Desk) -> None:
    content = desk.content.load()

    assert content.procedures[0] == sample()
    assert (content.checks, content.national) == ({}, ())


def test_a_correction_is_what_citizens_see_at_once(desk: Desk) -> None:
    desk.correct("fee", OWN, note="Nghị quyết 05")

    assert desk.fee() == "Không thu"
    check = desk.content.load().checks[CODE]["fee"]
    assert (check.day, check.is_sure) == (date(2026, 11, 23), True)


def test_every_word_is_audited_and_told_on(desk: Desk) -> None:
    desk.content.mark(CODE, "time", Verdict.UNSURE, LEAD)
    desk.correct("fee", OWN)
    desk.content.undo(CODE, "fee", LEAD)

    lines = desk.store.audited(AuditAction.CONTENT_CHANGED)
    assert [(line.staff_id, line.subject, line.detail) for line in lines] == [
        (LEAD.id, CODE, "time unsure"),
        (LEAD.id, CODE, "fee corrected"),
        (LEAD.id, CODE, "fee undone"),
    ]
    assert desk.store.changed(Topic.CONTENT) == (CODE,) * 3


def test_the_history_keeps_author_time_and_paper(desk: Desk) -> None:
    desk.correct("fee", OWN, note="  Nghị quyết  05 ")
    entry = desk.content.open(CODE).history_of("fee")[0]

    assert (entry.staff_name, entry.at, entry.note) == (
        LEAD.name,
        desk.clock.now(),
        "Nghị quyết 05",
    )
    assert (entry.value, entry.shipped) == (OWN, {"text": "8.000 đồng"})


def test_what_was_corrected_stays_corrected_when_it_is_called_right(desk: Desk) -> None:
    desk.correct("fee", OWN)
    desk.content.mark(CODE, "fee", Verdict.RIGHT, LEAD)

    assert desk.fee() == "Không thu"
    assert desk.standing("fee").state is FactState.RIGHT


def test_the_shipped_fact_can_be_taken_back(desk: Desk) -> None:
    desk.correct("fee", OWN)
    desk.content.take_shipped(CODE, "fee", LEAD)

    assert desk.fee() == "8.000 đồng"
    assert desk.standing("fee").state is FactState.RIGHT


def test_typing_the_shipped_words_again_vouches_for_them(desk: Desk) -> None:
    desk.correct("fee", OWN)
    desk.correct("fee", {"text": " 8.000  đồng "})

    assert desk.standing("fee").state is FactState.RIGHT
    assert desk.content.open(CODE).history_of("fee")[-1].value is None


def test_undoing_goes_back_word_by_word_and_then_says_that_there_is_nothing(desk: Desk) -> None:
    desk.content.mark(CODE, "fee", Verdict.RIGHT, LEAD)
    desk.correct("fee", OWN)
    desk.content.undo(CODE, "fee", LEAD)
    assert (desk.fee(), desk.standing("fee").state) == ("8.000 đồng", FactState.RIGHT)
    desk.content.undo(CODE, "fee", LEAD)
    assert desk.standing("fee").state is FactState.UNCHECKED
    with pytest.raises(KnownError, match="nothing to undo"):
        desk.content.undo(CODE, "fee", LEAD)
    assert len(desk.content.open(CODE).history_of("fee")) == 4


def test_a_fee_without_words_is_none_at_all(desk: Desk) -> None:
    desk.correct("fee", {"text": "  "})

    assert desk.fee() == ""
    assert desk.standing("fee").value == {}


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("level", {"text": ""}, "text"),
        ("level", {}, ""),
        ("summary", "", ""),
        ("papers[identity]", {"title": " ", "note": "x"}, "title"),
        ("steps[fill-form]", {"title": "T", "instruction": [], "expect": "x"}, "instruction"),
        (
            "steps[fill-form]",
            {"title": "T", "instruction": ["a"] * 4, "expect": "x"},
            "instruction",
        ),
        ("steps[fill-form]", {"title": "T", "instruction": ["a"], "expect": ""}, "expect"),
        ("summary", "x" * 301, ""),
        ("steps[gone]", {"expect": "x"}, ""),
    ],
)
def test_what_cannot_stand_is_refused_at_its_field(
    desk: Desk, path: str, value: Plain, field: str
) -> None:
    before = desk.content.load()
    with pytest.raises(FormRefused) as refused:
        desk.correct(path, value)

    assert field in {problem.field for problem in refused.value.problems}
    assert desk.content.load() == before
    assert desk.store.audited(AuditAction.CONTENT_CHANGED) == ()


def test_two_who_correct_the_same_fact_do_not_overwrite_each_other(desk: Desk) -> None:
    desk.correct("fee", OWN)
    with pytest.raises(KnownError) as refused:
        desk.correct("fee", {"text": "9.000 đồng"}, seen="")

    assert not isinstance(refused.value, FormRefused)
    assert desk.fee() == "Không thu"


WORDS: list[Callable[[Desk], object]] = [
    lambda desk: desk.content.mark(CODE, "fee", Verdict.RIGHT, SUPPORTER),
    lambda desk: desk.content.take_shipped(CODE, "fee", SUPPORTER),
    lambda desk: desk.content.correct(CODE, "fee", OWN, SUPPORTER),
    lambda desk: desk.content.undo(CODE, "fee", SUPPORTER),
    lambda desk: desk.content.set_review_day(CODE, date(2027, 5, 1), SUPPORTER),
    lambda desk: desk.content.save_draft(CODE, "fee", OWN, "", SUPPORTER),
    lambda desk: desk.content.drop_draft(CODE, "fee", SUPPORTER),
]


@pytest.mark.parametrize("say", WORDS)
def test_only_a_lead_speaks_for_the_office(desk: Desk, say: Callable[[Desk], object]) -> None:
    with pytest.raises(KnownError, match="lead's duty"):
        say(desk)
    assert desk.store.records.content.entries == []


@pytest.mark.parametrize("path", ["code", "fee.text", "questions[who]"])
def test_what_is_no_fact_cannot_be_spoken_of(desk: Desk, path: str) -> None:
    with pytest.raises(BugError):
        desk.content.mark(CODE, path, Verdict.RIGHT, LEAD)


def test_a_fact_is_never_marked_as_corrected_or_undone(desk: Desk) -> None:
    for verdict in (Verdict.CORRECTED, Verdict.UNDONE):
        with pytest.raises(BugError):
            desk.content.mark(CODE, "fee", verdict, LEAD)


# The day of review and the list


def test_a_procedure_gone_through_is_due_again_on_the_day_chosen(desk: Desk) -> None:
    desk.content.set_review_day(CODE, date(2027, 5, 22), LEAD)

    assert desk.content.load().procedures[0].review_by == date(2027, 5, 22)


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2020, 1, 1), date(2029, 1, 1)])
def test_a_day_of_review_lies_ahead_but_not_too_far(desk: Desk, day: date) -> None:
    with pytest.raises(FormRefused):
        desk.content.set_review_day(CODE, day, LEAD)


def test_the_list_puts_the_first_day_of_review_on_top_and_counts(desk: Desk) -> None:
    desk.content.set_review_day(CODE, date(2027, 5, 22), LEAD)
    desk.content.mark(CODE, "level", Verdict.RIGHT, LEAD)
    desk.content.mark(CODE, "summary", Verdict.UNSURE, LEAD)
    desk.correct("fee", OWN)
    desk.content.save_draft(CODE, "time", {"text": "1 ngày"}, "", LEAD)
    first, second = desk.content.overview()

    assert (first.code, first.done, first.total) == (ELSE, 0, 9)
    assert (second.done, second.total, second.unsure, second.drafts) == (2, 9, 1, 1)


def test_a_release_that_changed_a_fact_is_counted(desk: Desk) -> None:
    desk.content.mark(CODE, "fee", Verdict.RIGHT, LEAD)
    newer = sample('text = "8.000 đồng"', 'text = "10.000 đồng"')
    updated = ContentReview(desk.store, desk.clock, (newer,))

    assert updated.overview()[0].changed == 1
    assert updated.load().checks[CODE] == {}


def test_words_on_a_procedure_that_is_no_longer_shipped_are_kept_and_not_shown(
    desk: Desk,
) -> None:
    desk.correct("fee", OWN)
    updated = ContentReview(desk.store, desk.clock, ())

    assert updated.load().procedures == ()
    assert len(desk.store.records.content.entries) == 1


# Drafts


def test_a_draft_is_kept_until_the_correction_is_stored(desk: Desk) -> None:
    draft = desk.content.save_draft(CODE, "fee", {"text": "Khôn"}, "NQ", LEAD)
    desk.content.save_draft(CODE, "fee", OWN, "NQ 05", LEAD)
    kept = desk.content.open(CODE).drafts["fee"]
    assert (kept.value, kept.note, kept.staff_name) == (OWN, "NQ 05", LEAD.name)
    assert draft.at == kept.at
    assert desk.fee() == "8.000 đồng"
    desk.correct("fee", OWN)
    assert desk.content.open(CODE).drafts == {}


def test_a_draft_can_be_dropped_and_is_told_to_nobody(desk: Desk) -> None:
    desk.content.save_draft(CODE, "fee", OWN, "", LEAD)
    desk.content.drop_draft(CODE, "fee", LEAD)

    assert desk.content.open(CODE).drafts == {}
    assert desk.store.changed(Topic.CONTENT) == ()


def test_a_draft_may_hold_what_could_not_be_stored_yet(desk: Desk) -> None:
    desk.content.save_draft(CODE, "steps[fill-form]", {"instruction": []}, "", LEAD)

    assert desk.content.open(CODE).drafts["steps[fill-form]"].value == {"instruction": []}
