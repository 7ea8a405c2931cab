"""`search --stdin --json`: one line in, one object out, at once, whatever the line holds."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable
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
    long = "khai sinh " * 100_000
    odd = '"\\\t\x00\N{LINE SEPARATOR}\N{NEXT LINE}'
    lines = (
        "\N{BYTE ORDER MARK}dang ky khai sinh\r\n",
        "\n",
        "   \n",
        "kết\rhôn\n",
        f"{odd}\n",
        "xyzzy\n",
        f"{long}\n",
        "kết hôn",
    )
    found = answers("".join(lines))
    assert [answer["query"] for answer in found] == [
        "dang ky khai sinh",
        "",
        "   ",
        "kết\rhôn",
        odd,
        "xyzzy",
        long,
        "kết hôn",
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
    assert found[2]["results"][0]["code"] == "1.001193"


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
