"""Which papers are handed over, how large a file may be, and what it is called."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.procedure import Attach, Procedure, RequiredPaper
from kiosk.domain.visit_paper import (
    SizeLimit,
    VisitPaper,
    file_stem,
    in_megabytes,
    other_ids,
    papers_to_attach,
)
from kiosk.services.content import parse_procedure
from tests.support.content_sample import BLOCKS, SAMPLE

BIRTH_NOTE = RequiredPaper("note", "Giấy chứng sinh")
IDENTITY = RequiredPaper("identity", "Căn cước hoặc hộ chiếu của người đi đăng ký")
AUTHORISATION = RequiredPaper("authorisation", "Văn bản ủy quyền", when={"who": ("other",)})


def procedure() -> Procedure:
    sample = parse_procedure(SAMPLE, "sample.toml", BLOCKS)
    return replace(sample, papers=(BIRTH_NOTE, IDENTITY, AUTHORISATION))


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Giấy chứng sinh", "giay-chung-sinh"),
        ("Đơn đề nghị (mẫu số 01)", "don-de-nghi"),
        ("Giấy chứng sinh hoặc giấy tờ thay thế", "giay-chung-sinh"),
        (
            "Giấy xác nhận của cơ sở y tế về việc mang thai hộ",
            "giay-xac-nhan-cua-co-so-y-te-ve-viec",
        ),
        ("CON", "giay-to"),
        ("(?)", "giay-to"),
        ("Hoặc giấy", "hoac-giay"),
    ],
)
def test_a_file_is_named_after_its_paper_in_letters_every_portal_takes(
    title: str, stem: str
) -> None:
    assert file_stem(title) == stem
    assert len(stem) <= 40


def test_papers_apply_as_answered_and_an_identity_card_never_does() -> None:
    assert papers_to_attach(procedure(), {}, Attach()) == (BIRTH_NOTE,)
    with_other = papers_to_attach(procedure(), {"who": "other"}, Attach())
    assert with_other == (BIRTH_NOTE, AUTHORISATION)


def test_a_step_may_name_its_papers() -> None:
    named = Attach(papers=("authorisation", "note"))
    assert papers_to_attach(procedure(), {}, named) == (BIRTH_NOTE,)


def test_there_is_always_one_more_other_paper() -> None:
    assert other_ids(()) == ("other",)
    assert other_ids({"other", "note"}) == ("other", "other-2")
    assert other_ids({"other", "other-2"}) == ("other", "other-2", "other-3")


def test_what_is_made_here_fits_however_a_portal_counts_megabytes() -> None:
    limit = SizeLimit(2.0)
    assert (limit.made, limit.taken) == (2_000_000, 2 * 1024 * 1024)


@pytest.mark.parametrize(
    ("size", "told"), [(812_345, "0,8"), (1_999_999, "2,0"), (12, "0,1"), (0, "0,1")]
)
def test_sizes_are_told_in_megabytes(size: int, told: str) -> None:
    assert in_megabytes(size) == told


def test_a_paper_is_not_clear_before_it_was_looked_at() -> None:
    assert not VisitPaper("note", Path("giay-chung-sinh.pdf"), 1, 10).is_clear
