"""Labels, barriers and small rules on text: complete, short and in one normal form."""

from __future__ import annotations

import unicodedata
from dataclasses import fields

import pytest

from kiosk.domain.assistance import (
    AGE_BAND_LABELS,
    HELP_LEVEL_LABELS,
    OUTCOME_LABELS,
    SUCCESSES,
    AgeBand,
    AssistanceSummary,
    HelpLevel,
    Outcome,
)
from kiosk.domain.barrier import BARRIER_BY_CODE, BARRIERS, OTHER, likely_barriers
from kiosk.domain.errors import KnownError
from kiosk.domain.follow_up import (
    ATTEMPT_LABELS,
    FOLLOW_UP_LABELS,
    WITHDRAW_LABELS,
    AttemptResult,
    FollowUpKind,
    WithdrawReason,
)
from kiosk.domain.text import fold, initials, nfc
from kiosk.domain.visit import EASE_LABELS, Visit, VisitEvent


def test_every_choice_has_a_label() -> None:
    for labels, choices in (
        (HELP_LEVEL_LABELS, HelpLevel),
        (OUTCOME_LABELS, Outcome),
        (AGE_BAND_LABELS, AgeBand),
        (FOLLOW_UP_LABELS, FollowUpKind),
        (ATTEMPT_LABELS, AttemptResult),
        (WITHDRAW_LABELS, WithdrawReason),
    ):
        assert set(labels) == set(choices)
        assert len(set(labels.values())) == len(labels)
    assert len(EASE_LABELS) == 5


def test_there_are_31_barriers_with_short_kind_labels() -> None:
    assert len(BARRIERS) == len(BARRIER_BY_CODE) == 31
    for barrier in BARRIERS:
        syllables = barrier.citizen_label.replace(",", " ").split()
        assert len(syllables) <= 6, barrier.citizen_label
        assert barrier.staff_label
        assert barrier.first_aid
        for words in (barrier.citizen_label, *barrier.first_aid):
            assert unicodedata.is_normalized("NFC", words)
            assert not any(word in words.lower() for word in ("lỗi", "không hợp lệ"))


def test_five_likely_barriers_and_other_are_offered() -> None:
    for codes in ((), ("L2",), ("L1", "L2", "L3", "L4", "L5", "L6"), ("E1", "E1")):
        offered = [barrier.code for barrier in likely_barriers(codes)]
        assert len(offered) == len(set(offered)) == 6
        assert offered[-1] == OTHER
        assert offered[: len(set(codes[:5]))] == list(dict.fromkeys(codes))[:5]


def test_not_here_is_a_success() -> None:
    assert Outcome.NOT_HERE in SUCCESSES
    summary = AssistanceSummary(5, {Outcome.NOT_HERE: 2, Outcome.LEFT: 2, Outcome.SUBMITTED: 1}, 40)
    assert summary.succeeded == 3


def test_a_visit_and_its_marks_have_no_room_for_a_person() -> None:
    allowed = {"id", "visit_id", "number", "seq", "at", "started_at", "elapsed_ms", "kind"}
    allowed |= {"procedure_code", "step_id", "barrier", "value", "answers", "ticked_papers"}
    allowed |= {"tapped_barriers", "call_id"}
    assert {f.name for f in (*fields(Visit), *fields(VisitEvent))} <= allowed


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Nguyễn Thị Hoa", "Nguyễn T. H."),
        ("  đỗ   văn  ân ", "đỗ V. Â."),
        ("Lý", "Lý"),
        ("", ""),
        ("Nguyễn Thị Ế", "Nguyễn T. Ế."),
    ],
)
def test_a_name_is_shortened_to_initials(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đăng ký Khai sinh", "dang ky khai sinh"),
        ("ĐÌNH-TRÀNG (thôn)", "dinh trang thon"),
        ("xa_cu", "xa cu"),
        ("Ưỡn ẹo", "uon eo"),
        ("", ""),
    ],
)
def test_folding_leaves_plain_letters(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_nfc_cuts_blanks_and_composes() -> None:
    assert nfc("  Hậu \n Xá ") == "Hậu Xá"


def test_a_known_error_says_what_to_do_and_logs_no_fields_it_should_not() -> None:
    error = KnownError("Chờ {minutes} phút.", "Nhập lại.", minutes=2)
    assert str(error) == error.log_line == "Chờ 2 phút."
    logged = KnownError("Không thấy {name}.", log_line="person missing", name="Hoa")
    assert str(logged) == "person missing"
