"""`search`: one line in, one object out, at once, whatever the line holds; and measured figures."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.kiosk.commands.running import PROGRAM, ROOT, Command, run

SEARCH = ("search", "--stdin", "--json")

Answers = Callable[[str | bytes], list[dict[str, Any]]]


@pytest.fixture
def answers(command: Command, monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Return what asks the search in this process, through a stream of bytes as a pipe is one."""

    def ask(stdin: str | bytes) -> list[dict[str, Any]]:
        given = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="ascii"))
        ran = command(*SEARCH)
        assert (ran.code, ran.err) == (0, "")
        return [json.loads(line) for line in ran.lines]

    return ask


def test_an_answer_looks_as_agreed() -> None:
    ran = run(*SEARCH, stdin="Đăng ký khai sinh\n")
    first, rest = ran.out.split("}", 1)
    assert first == (
        '{"query":"Đăng ký khai sinh","kind":"results",'
        '"results":[{"code":"1.001193","title":"Đăng ký khai sinh"'
    )
    assert rest.endswith("]}\n")
    answer = json.loads(ran.out)
    assert list(answer) == ["query", "kind", "results"]
    assert all(list(result) == ["code", "title"] for result in answer["results"])


def test_each_line_gets_its_own_answer_whatever_it_holds(answers: Answers) -> None:
    long = "làm khai sinh cho cháu " * 50_000
    odd = '"\\\t\x00\N{LINE SEPARATOR}\N{NEXT LINE}'
    lines = (
        "\N{BYTE ORDER MARK}dang ky khai sinh\r\n",
        "\n",
        "   \n",
        "đăng ký\rkết hôn\n",
        f"{odd}\n",
        "xyzzy\n",
        f"{long}\n",
        "đăng ký kết hôn",
    )
    found = answers("".join(lines))
    assert [answer["query"] for answer in found] == [
        "dang ky khai sinh",
        "",
        "   ",
        "đăng ký\rkết hôn",
        odd,
        "xyzzy",
        long,
        "đăng ký kết hôn",
    ]
    assert {answer["kind"] for answer in found} == {"results"}
    codes = [[result["code"] for result in answer["results"]] for answer in found]
    assert codes[0][0] == "1.001193"
    assert codes[1] == codes[2] == codes[5] == []
    assert codes[6][0] == "1.001193"
    assert codes[7][0] == "1.000894"


def test_bytes_that_are_no_text_do_not_stop_the_search(answers: Answers) -> None:
    found = answers(b"\xff\xfe khai sinh\nk\xe1\nkhai sinh\n")
    assert len(found) == 3
    assert "1.001193" in [result["code"] for result in found[2]["results"]]


def test_nothing_asked_nothing_answered(answers: Answers) -> None:
    assert answers("") == []


def test_an_answer_comes_before_the_next_question() -> None:
    with subprocess.Popen(
        [*PROGRAM, *SEARCH], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        for query in ("khai sinh", "kết hôn"):
            process.stdin.write(f"{query}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["query"] == query
        process.stdin.close()
        assert process.wait(60) == 0


def test_a_reader_that_went_away_ends_the_search_quietly() -> None:
    with subprocess.Popen(
        [*PROGRAM, *SEARCH],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"khai sinh\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b"khai sinh\n")
        process.stdin.flush()
        assert process.wait(60) == 2
        assert process.stderr.read() == b""
        process.stdin.close()


# ---------------------------------------------------------------- kinds of answers


def test_a_question_comes_with_its_tiles(answers: Answers) -> None:
    (found,) = answers("làm lại khai sinh\n")
    assert list(found) == ["query", "kind", "results", "question", "tiles"]
    assert (found["kind"], found["question"]) == ("ask", "Xã còn sổ gốc khai sinh không?")
    assert [list(tile) for tile in found["tiles"]] == [["text", "detail", "code"]] * 2
    assert [tile["code"] for tile in found["tiles"]] == ["2.000635", "1.004884"]
    assert found["results"]


def test_help_names_the_lesson_and_elsewhere_says_where(answers: Answers) -> None:
    helped, elsewhere = answers("quên mật khẩu vneid\nly hôn\n")
    assert list(helped) == ["query", "kind", "results", "lesson"]
    assert (helped["kind"], helped["lesson"]) == ("help", "vneid")
    assert helped["results"][0]["code"] == "3.000228"
    assert list(elsewhere) == ["query", "kind", "results", "say"]
    assert elsewhere["kind"] == "out_of_scope"
    assert elsewhere["say"][0] == "Ly hôn do Tòa án nhân dân giải quyết."


def test_people_may_read_the_answers_too(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    queries = "1.000894\nlàm lại khai sinh\nquên mật khẩu vneid\nly hôn\nxyzzy\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(queries))
    result, question, lesson, elsewhere, nothing = command("search", "--stdin").lines
    assert result == "1.000894: 1.000894 Đăng ký kết hôn"
    assert question.startswith("làm lại khai sinh: Xã còn sổ gốc khai sinh không? 2.000635 ")
    assert lesson.startswith("quên mật khẩu vneid: [vneid] 3.000228 ")
    assert elsewhere.startswith("ly hôn: Ly hôn do Tòa án nhân dân giải quyết. ")
    assert nothing == "xyzzy:"


# ---------------------------------------------------------------- the catalogue, and figures

HEADING = "code\tname\tfield\tlevel\tdecision\turl\n"
ROW = "1.999001\tCấp giấy phép khai thác cát sỏi\tKhoáng sản\tCấp tỉnh\t\thttps://a.gov.vn/1\n"


def test_the_national_catalogue_is_searched_and_its_bad_rows_told(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "catalogue.tsv"
    file.write_text(f"{HEADING}{ROW}no code\tname\t\t\t\thttps://a.gov.vn/2\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("giay phep khai thac cat\n"))
    ran = command(*SEARCH, "--catalogue", file)
    assert json.loads(ran.lines[0])["results"][0]["code"] == "1.999001"
    assert ran.err.startswith("warning: catalogue.tsv: line 3: ")


@pytest.fixture
def phrases(tmp_path: Path) -> Path:
    file = tmp_path / "phrases.tsv"
    rows = (
        "phrase\tcodes",
        "giấy độc thân\t1.004873",
        "giấy độc thân nhé\t1.000656",
        "làm lại khai sinh\t2.000635,1.004884",
        "ly hôn\tHELP-OTP",
    )
    file.write_text("\n".join(rows), "utf-8")
    return file


def test_both_figures_are_told_with_what_was_missed(command: Command, phrases: Path) -> None:
    ran = command("search", "--evaluate", phrases)
    assert (ran.code, ran.err) == (0, "")
    shipped, _, without = ran.out.partition("without the phrases:\n")
    assert shipped.startswith("as shipped:\n")
    assert "  first         50.0%  (1 of 2)\n" in shipped
    assert "  not guessed   50.0%  (1 of 2)\n" in shipped
    assert "  missed: “giấy độc thân nhé” wants 1.000656, got results 1.004873" in shipped
    assert "  missed: “ly hôn” wants HELP-OTP, got out_of_scope" in without


def test_figures_are_told_to_programs_too(command: Command, phrases: Path) -> None:
    ran = command("search", "--evaluate", phrases, "--json")
    shipped, without = map(json.loads, ran.lines)
    assert (shipped["measured"], without["measured"]) == ("as shipped", "without the phrases")
    assert {key: shipped[key] for key in ("clear", "first", "ambiguous", "separated")} == {
        "clear": 2,
        "first": 1,
        "ambiguous": 2,
        "separated": 1,
    }
    assert len(shipped["missed"]) == 2


def test_a_file_without_phrases_is_told_in_one_line(command: Command, tmp_path: Path) -> None:
    missing = tmp_path / "nothing.tsv"
    assert str(missing) in command("search", "--evaluate", missing).told()
