"""Counters that share one PostgreSQL, and what they do while it is away: real servers, real PCs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from kiosk.services.paths import DataPaths
from tests.db.postgres import PostgresServer, running_server, server_programs
from tests.e2e.test_processes import BEGIN, CALL, LOG_IT, TO_A_STEP
from tests.support.counters import CounterProcess, Opener, Place, counters, make_place

pytestmark = [
    pytest.mark.real,
    pytest.mark.timeout(420),
    pytest.mark.xdist_group("counters"),
]

DIRECTLY = "see citizen Ông/bà gọi trực tiếp người ở quầy."


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """Run a server of the test's own, which it may stop."""
    programs = server_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian package: postgresql)")
    with running_server(programs) as found:
        found.execute("CREATE DATABASE office TEMPLATE template0")
        yield found


@pytest.fixture
def url(server: PostgresServer) -> str:
    return server.url("office")


@pytest.fixture
def opener(tmp_path: Path) -> Iterator[Opener]:
    with counters(tmp_path) as found:
        yield found


def rows(url: str, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Read the server over a connection of the test's own."""
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode(), values or None).fetchall()


def waiting_lines(place: Place) -> int:
    """Return how many lines wait in a counter's journal."""
    path = DataPaths(place.folder).journal
    return len(path.read_bytes().splitlines()) if path.exists() else 0


def test_two_kiosks_and_two_of_staff_on_one_server(
    opener: Opener, url: str, tmp_path: Path
) -> None:
    first = make_place(tmp_path / "pc-1", "quay-1", "Quầy 1", url=url)
    second = make_place(tmp_path / "pc-2", "quay-2", "Quầy 2", url=url, like=first)
    desk = make_place(tmp_path / "pc-3", "phong-1", "Phòng 1", url=url, like=first)
    other = make_place(tmp_path / "pc-4", "phong-2", "Phòng 2", url=url, like=first)
    lan, tuan = opener.open(desk, "staff"), opener.open(other, "staff")
    lan.log_in("Lan")
    tuan.log_in("Tuấn")
    one, two = opener.open(first, "kiosk"), opener.open(second, "kiosk")
    one.tell(*TO_A_STEP, *CALL, "see citizen Đã báo cán bộ")
    lan.tell("see console Quầy 1", "tap console Tôi đến ngay")
    one.tell("see citizen Cán bộ Lan đang đến chỗ ông/bà.")
    two.tell(*TO_A_STEP, *CALL, "see citizen Đã báo cán bộ")
    lan.tell("see console Quầy 2 cần giúp")

    lan.tell("tap console Chuyển hoặc hủy lời gọi", "tap console Tuấn")
    one.tell("see citizen Cán bộ Tuấn đang đến chỗ ông/bà.")
    tuan.tell("see console Lan chuyển cho anh/chị lời gọi ở Quầy 1.")
    lan.tell("tap console Tôi đến ngay", "see console Ghi nhận hỗ trợ")
    two.tell("see citizen Cán bộ Lan đang đến chỗ ông/bà.")
    tuan.tell("see console Lan đang giúp", "tap console Ghi nhận hỗ trợ", *LOG_IT)
    one.tell("see citizen Bước 1 trên")
    lan.tell(*LOG_IT)
    two.tell("see citizen Bước 1 trên")

    helped = rows(
        url,
        "SELECT counter, taken_by_name, handed_by_name, supporter_name FROM calls"
        " JOIN assistances ON call_id = calls.id ORDER BY counter",
    )
    assert helped == [("Quầy 1", "Tuấn", "Lan", "Tuấn"), ("Quầy 2", "Lan", None, "Lan")]


def test_while_the_server_is_away_guidance_runs_and_everything_arrives_once(
    opener: Opener, server: PostgresServer, url: str, tmp_path: Path
) -> None:
    place = make_place(tmp_path / "pc-1", "quay-1", "Quầy 1", url=url)
    kiosk = opener.open(place, "kiosk")
    kiosk.tell(*TO_A_STEP)
    server.stop()
    kiosk.tell("tap citizen Có rồi, đi tiếp", "see citizen Bước 2 trên", *CALL, DIRECTLY)
    kiosk.tell("tap citizen Kết thúc và xóa", "see citizen Chạm vào màn hình để bắt đầu")
    before = waiting_lines(place)
    assert before >= 3

    # The kiosk is started anew while the server is still away, and loses its power in a visit.
    kiosk.quit()
    kiosk = opener.open(place, "kiosk")
    kiosk.tell(*TO_A_STEP, "tap citizen Có rồi, đi tiếp", "see citizen Bước 2 trên")
    kiosk.kill()
    assert waiting_lines(place) > before
    kiosk = opener.open(place, "kiosk")
    kiosk.tell(*TO_A_STEP, *CALL, DIRECTLY)

    server.start()
    _see_that_the_call_got_through(opener, place, kiosk, url, tmp_path)
    kiosk.quit()
    _see_that_everything_arrived_once(place, url)


def _see_that_the_call_got_through(
    opener: Opener, place: Place, kiosk: CounterProcess, url: str, tmp_path: Path
) -> None:
    """The citizen has only waited: the machine has called again by itself."""
    kiosk.tell("see citizen Chưa có cán bộ nào mở máy.")
    desk = make_place(tmp_path / "pc-2", "phong-1", "Phòng 1", url=url, like=place)
    console = opener.open(desk, "staff")
    console.tell("see console Quầy 1 cần giúp")
    console.log_in("Lan")
    console.tell("tap console Tôi đến ngay")
    kiosk.tell("see citizen Cán bộ Lan đang đến chỗ ông/bà.")
    console.tell(*LOG_IT)
    kiosk.tell("see citizen Bước 1 trên", "tap citizen Kết thúc và xóa")
    # Nobody stands there: the office is opened anew, with all its checks.
    kiosk.tell("see citizen Chạm vào màn hình để bắt đầu", BEGIN, "see citizen Sinh con")
    kiosk.tell("tap citizen Kết thúc và xóa")


def _see_that_everything_arrived_once(place: Place, url: str) -> None:
    assert waiting_lines(place) == 0
    visits = rows(url, "SELECT id, how FROM visits ORDER BY id")
    assert [how for _, how in visits] == ["finished", "interrupted", "finished", "finished"]
    for visit_id, _how in visits:
        query = "SELECT seq, elapsed_ms FROM visit_events WHERE visit_id = %s ORDER BY seq"
        marks = rows(url, query, visit_id)
        assert [seq for seq, _ in marks] == list(range(len(marks))), "each once, none missing"
        assert [at for _, at in marks] == sorted(at for _, at in marks)
    called = rows(url, "SELECT visit_id FROM visit_events WHERE kind = 'help_called' ORDER BY at")
    assert called == [(visits[0][0],), (visits[2][0],)]
    assert rows(url, "SELECT visit_id, state FROM calls") == [(visits[2][0], "closed")]


def test_a_call_taken_back_while_the_server_is_away_sends_nobody(
    opener: Opener, server: PostgresServer, url: str, tmp_path: Path
) -> None:
    place = make_place(tmp_path / "pc-1", "quay-1", "Quầy 1", url=url)
    desk = make_place(tmp_path / "pc-2", "phong-1", "Phòng 1", url=url, like=place)
    kiosk, console = opener.open(place, "kiosk"), opener.open(desk, "staff")
    console.log_in("Lan")
    kiosk.tell(*TO_A_STEP, *CALL, "see citizen Đã báo cán bộ")
    console.tell("see console Quầy 1")
    server.stop()
    kiosk.tell(DIRECTLY, "tap citizen Kết thúc và xóa", "see citizen Chạm vào màn hình để bắt đầu")
    server.start()
    console.tell("see console Chưa có ai gọi.")
    assert rows(url, "SELECT state, cancel_reason FROM calls") == [("cancelled", "left")]
    kiosk.quit()
    assert waiting_lines(place) == 0


def test_a_console_without_its_server_says_so_and_tries_again(
    opener: Opener, server: PostgresServer, url: str, tmp_path: Path
) -> None:
    place = make_place(tmp_path / "pc-1", "phong-1", "Phòng 1", url=url)
    server.stop()
    console = opener.open(place, "staff")
    console.tell("see front Không nối được máy chủ dữ liệu.")
    server.start()
    console.tell("tap front Thử lại", "see console Ai đang trực?")
    console.quit()
