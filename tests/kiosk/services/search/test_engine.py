"""Finding by citizens' words: what is found, in which order, and how a query is answered."""

from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.domain.national import NationalEntry
from kiosk.domain.search_answer import AnswerKind
from kiosk.services.content import load_procedures
from kiosk.services.lessons import read_lessons
from kiosk.services.search import Search
from resources import lesson_files, procedure_files

PROCEDURES = load_procedures(procedure_files())
LESSONS = read_lessons(lesson_files()).lessons
SEARCH = Search(PROCEDURES, LESSONS)

SAND = "Cấp giấy phép khai thác cát, sỏi lòng sông"
NATIONAL = (
    NationalEntry("1.999001", SAND, "Khoáng sản", "Cấp tỉnh", "", "https://a.gov.vn"),
    NationalEntry("1.999002", "Thủ tục đăng ký khai sinh lưu động", "", "", "", ""),
    NationalEntry("1.999003", "Đăng ký kết hôn có yếu tố nước ngoài", "", "", "", ""),
    NationalEntry("2.000986", "Liên thông khai sinh", "", "", "", ""),
)
WITH_NATIONAL = Search(PROCEDURES, LESSONS, NATIONAL)


def codes(query: str, search: Search = SEARCH) -> list[str]:
    """Return the codes found, best first."""
    return [hit.code for hit in search.answer(query).hits]


# ---------------------------------------------------------------- ways of typing


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("đăng ký khai sinh", "1.001193"),
        ("DANG KY KHAI SINH", "1.001193"),
        (unicodedata.normalize("NFD", "Đăng ký khai sinh"), "1.001193"),
        ("giấy độc thân", "1.004873"),
        ("giay doc than", "1.004873"),
        ("sổ hộ khẩu bị thu", "1.010041"),
        ("công chứng cái bằng tốt nghiệp", "2.000815"),
        ("mở quán phở", "1.001612"),
        ("tiền cho người già", "1.014027"),
        ("trích lục khai sinh", "2.000635"),
        ("vneid", "3.000228"),
    ],
)
def test_citizens_words_find_the_procedure_first(query: str, code: str) -> None:
    assert codes(query)[0] == code


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("ddawng kys keets hoon", "1.000894"),
        ("d9a8ng ky1 ke61t ho6n", "1.000894"),
        ("dang ky ket hno", "1.000894"),
        ("dangky kethon", "1.000894"),
        ("dk kh", "1.000894"),
        ("kết hun", "1.000894"),
        ("nàm giấy khai xinh", "1.001193"),
        ("mần khai sanh cho thằng cu", "1.001193"),
        ("trứng thực bản xao", "2.000815"),
        ("trung thuc ban sao", "2.000815"),
        ("đăng kí tạm chú", "1.004194"),
        ("khai tủ", "1.000656"),
        ("ní nịch tư pháp", "3.000333"),
        ("gcnqsdđ", "1.013978"),
        ("má tui mới mất", "1.000656"),
    ],
)
def test_it_is_found_however_it_is_typed(query: str, code: str) -> None:
    assert codes(query)[0] == code


def test_marks_decide_between_words_with_the_same_letters() -> None:
    assert codes("khai tử")[0] == "1.000656"
    by_marks = [hit.score for hit in SEARCH.answer("khai tử").hits if hit.code == "1.000656"]
    by_other = [hit.score for hit in SEARCH.answer("khai tú").hits if hit.code == "1.000656"]
    assert by_marks > by_other


@pytest.mark.parametrize(
    ("begun", "code"),
    [
        ("kha", "1.000656"),
        ("tam", "1.004194"),
        ("ket", "1.000894"),
        ("vne", "3.000228"),
        ("bhy", "1.001939"),
        ("can cu", "1.014061"),
        ("khai s", "1.001193"),
        ("giay doc th", "1.004873"),
        ("trich l", "2.000635"),
        ("lý lịch tư", "3.000333"),
    ],
)
def test_the_first_letters_lead_there(begun: str, code: str) -> None:
    assert code in codes(begun)[:3]


def test_three_letters_are_enough_for_something_of_ours() -> None:
    for begun in ("kha", "ket", "can", "tam", "the", "dat", "mai", "tro", "chu", "sao"):
        hits = WITH_NATIONAL.answer(begun).hits
        assert hits, begun
        assert hits[0].is_ours, begun


# ---------------------------------------------------------------- what is answered


@pytest.mark.parametrize("query", ["", "  ", "?!", "xyzzy qwqw", "\N{BYTE ORDER MARK}"])
def test_nothing_alike_finds_nothing(query: str) -> None:
    answer = SEARCH.answer(query)
    assert (answer.query, answer.kind, answer.hits) == (query, AnswerKind.RESULTS, ())


def test_words_with_several_meanings_are_asked_about() -> None:
    answer = SEARCH.answer("làm lại khai sinh")
    assert answer.kind is AnswerKind.ASK
    assert answer.question == "Xã còn sổ gốc khai sinh không?"
    assert [tile.code for tile in answer.tiles] == ["2.000635", "1.004884"]
    assert all(tile.text and tile.detail for tile in answer.tiles)
    assert set(codes("làm lại khai sinh")[:2]) == {"2.000635", "1.004884"}


@pytest.mark.parametrize(
    "around", ["cho tôi hỏi {}", "{} thì phải làm thế nào", "xin hỏi {} ở đâu ạ", "{} cần những gì"]
)
def test_politeness_around_the_words_changes_nothing(around: str) -> None:
    for query in ("căn cước", "nop phat nguoi", "mã otp không về"):
        assert SEARCH.answer(around.format(query)).kind is SEARCH.answer(query).kind


def test_saying_more_than_the_question_is_for_needs_no_question() -> None:
    assert SEARCH.answer("căn cước").kind is AnswerKind.ASK
    assert SEARCH.answer("căn cước hết hạn").kind is AnswerKind.RESULTS


@pytest.mark.parametrize(
    ("query", "lesson", "code"),
    [
        ("quên mật khẩu vneid", "vneid", "3.000228"),
        ("vneid bi khoa", "vneid", "3.000228"),
        ("không có mã otp", "otp", None),
        ("hồ sơ của tôi đến đâu rồi", "tracking", None),
        ("sợ bị lừa", "scams", None),
        ("công an giả, trang giả", "scams", None),
        ("không trả tiền được", "payment", None),
        ("mất mã hồ sơ", "tracking", None),
        ("sổ sức khỏe", "health", None),
    ],
)
def test_lessons_are_found_by_title_phrase_and_barrier(
    query: str, lesson: str, code: str | None
) -> None:
    answer = SEARCH.answer(query)
    assert (answer.kind, answer.lesson_id) == (AnswerKind.HELP, lesson)
    if code:
        assert answer.hits[0].code == code


def test_what_no_commune_does_is_answered_with_the_place() -> None:
    answer = SEARCH.answer("nop phat giao thong")
    assert answer.kind is AnswerKind.OUT_OF_SCOPE
    assert answer.say[0] == "Việc này do Cảnh sát giao thông làm."


def test_a_paper_leads_to_what_it_is_needed_for() -> None:
    assert "1.001193" in codes("giấy chứng sinh")[:2]


def test_a_synonym_word_for_word_is_that_procedure() -> None:
    assert SEARCH.answer("hkd").kind is AnswerKind.RESULTS
    assert SEARCH.answer("hộ kinh doanh").kind is AnswerKind.ASK


def test_topics_without_their_procedures_are_left_out() -> None:
    few = Search([p for p in PROCEDURES if p.code in {"1.001193", "3.000228"}], ())
    assert few.answer("làm lại khai sinh").kind is AnswerKind.RESULTS
    assert few.answer("quên mật khẩu vneid").kind is AnswerKind.RESULTS
    assert few.answer("ly hôn").kind is AnswerKind.OUT_OF_SCOPE


def test_without_any_content_nothing_is_found_and_nothing_breaks() -> None:
    assert Search((), ()).answer("khai sinh").hits == ()


# ---------------------------------------------------------------- hits


def test_hits_are_limited_and_the_best_come_first() -> None:
    hits = SEARCH.answer("giấy khai sinh cho con", limit=3).hits
    assert len(hits) == 3
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_hit_carries_the_plain_title() -> None:
    hit = SEARCH.answer("ct07").hits[0]
    assert (hit.title, hit.is_ours) == ("Giấy xác nhận cư trú (thay sổ hộ khẩu)", True)


@pytest.mark.parametrize(
    ("query", "found"),
    [("1.000894", "1.000894"), ("2.000986", "3.000722"), ("1.0008", "1.000894")],
)
def test_codes_are_found_begun_or_superseded(query: str, found: str) -> None:
    assert found in codes(query)


def test_the_longest_query_is_read_to_a_limit() -> None:
    assert codes("khai sinh cho con " * 2000)[0] in {"1.001193", "3.000722"}


# ---------------------------------------------------------------- the national catalogue


def test_what_has_no_guide_is_found_by_its_name() -> None:
    hits = WITH_NATIONAL.answer("giay phep khai thac cat soi").hits
    assert (hits[0].code, hits[0].title, hits[0].is_ours) == ("1.999001", SAND, False)
    assert codes("1.999001", WITH_NATIONAL) == ["1.999001"]


def test_the_national_catalogue_never_comes_before_what_fits_here() -> None:
    for query in ("đăng ký khai sinh", "đăng ký kết hôn", "khai sinh lưu động", "lien thong ks"):
        assert WITH_NATIONAL.answer(query).hits[0].is_ours, query
    assert "1.999003" in codes("dang ky ket hon co yeu to nuoc ngoai", WITH_NATIONAL)


def test_an_entry_with_a_guide_here_is_not_listed_twice() -> None:
    found = codes("liên thông khai sinh", WITH_NATIONAL)
    assert "2.000986" not in found
    assert codes("2.000986", WITH_NATIONAL) == ["3.000722"]


def test_the_order_of_ours_is_the_same_with_the_national_catalogue() -> None:
    for query in ("khai sinh cho cháu", "mất căn cước", "xin phép xây nhà", "tien nguoi gia"):
        assert codes(query, WITH_NATIONAL)[:3] == codes(query)[:3]


def test_many_threads_may_ask_at_once() -> None:
    queries = ["khai sinh", "ket hon", "ddawng kys", "căn cước", "mat otp"] * 8
    alone = [SEARCH.answer(query) for query in queries]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(SEARCH.answer, queries)) == alone
