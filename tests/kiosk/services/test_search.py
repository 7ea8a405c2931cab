"""Finding a procedure by citizens' words."""

from __future__ import annotations

import unicodedata

import pytest

import resources
from kiosk.services.content import load_procedures
from kiosk.services.search import Search

SEARCH = Search(load_procedures(resources.procedure_files()))


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("đăng ký khai sinh", "1.001193"),
        ("DANG KY KHAI SINH", "1.001193"),
        (unicodedata.normalize("NFD", "Đăng ký khai sinh"), "1.001193"),
        ("giấy độc thân", "1.004873"),
        ("giay doc than", "1.004873"),
        ("so ho khau", "1.004222"),
        ("sổ hộ khẩu bị thu", "1.010041"),
        ("công chứng cái bằng tốt nghiệp", "2.000815"),
        ("mở quán phở", "1.001612"),
        ("tiền cho người già", "1.014027"),
        ("ông nhà tôi mới mất", "1.000656"),
        ("trích lục khai sinh", "2.000635"),
        ("vneid", "3.000228"),
        ("1.000894", "1.000894"),
        ("2.000986", "3.000722"),
    ],
)
def test_citizens_words_find_the_procedure_first(query: str, code: str) -> None:
    assert SEARCH.find(query)[0].code == code


def test_the_kinds_of_match_are_ranked() -> None:
    exact, prefix = SEARCH.find("khai tử")[0].score, SEARCH.find("nhà có người")[0].score
    all_words, some = SEARCH.find("phở quán")[0].score, SEARCH.find("quán karaoke phở")[0].score

    assert exact > prefix > all_words > some > 0


@pytest.mark.parametrize("query", ["", "  ", "?!", "xyz", "nộp phạt giao thông"])
def test_nothing_alike_finds_nothing(query: str) -> None:
    assert SEARCH.find(query) == ()


def test_results_are_limited_and_in_falling_order() -> None:
    scores = [result.score for result in SEARCH.find("giấy khai sinh kết hôn", limit=3)]

    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_a_result_carries_the_plain_title() -> None:
    assert SEARCH.find("ct07")[0].title == "Giấy xác nhận cư trú (thay sổ hộ khẩu)"
