"""Kiosk and console as two processes on one SQLite file: fingers here, eyes there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.services.paths import DataPaths
from tests.support.counters import Opener, Place, counters, make_place

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("counters")]

BEGIN = "tap citizen Chạm vào màn hình để bắt đầu"
TO_A_STEP = (
    BEGIN,
    "tap citizen Sinh con",
    "tap citizen Đăng ký khai sinh",
    "tap citizen Làm ngay tại máy này",
    "see citizen Bước 1 trên",
)
CALL = ("tap citizen Tôi cần giúp đỡ", "tap citizen Gọi cán bộ")
LOG_IT = (
    "tap console Chỉ một câu",
    "tap console Tự làm tiếp",
    "tap console Lưu, không in",
    "see console Đang gọi giúp",
)


@pytest.fixture
def opener(tmp_path: Path) -> Iterator[Opener]:
    with counters(tmp_path) as found:
        yield found


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return the PC both processes run on."""
    return make_place(tmp_path / "pc", "quay-1", "Quầy 1")


def rows(place: Place, query: str) -> list[tuple[Any, ...]]:
    """Read the file over a connection of the test's own."""
    with closing(sqlite3.connect(DataPaths(place.folder).database)) as connection:
        return connection.execute(query).fetchall()


def test_a_call_goes_from_one_process_to_the_other_and_back(opener: Opener, place: Place) -> None:
    kiosk, console = opener.open(place, "kiosk"), opener.open(place, "staff")
    console.log_in("Lan")
    kiosk.tell(*TO_A_STEP, *CALL, "see citizen Đã báo cán bộ")
    console.tell("tap console Tôi đến ngay", "see console Ghi nhận hỗ trợ")
    kiosk.tell("see citizen Cán bộ Lan đang đến chỗ ông/bà.")

    # The power fails at the counter while Lan is on her way.
    kiosk.kill()
    kiosk = opener.open(place, "kiosk")
    kiosk.tell("see citizen Cán bộ Lan đang đến chỗ ông/bà.")
    # And at her desk while she writes.
    console.tell("tap console Làm giúp", "see console Tự lưu nháp")
    console.kill()
    console = opener.open(place, "staff")
    console.log_in("Lan")
    console.tell("tap console Ghi nhận hỗ trợ", *LOG_IT)
    kiosk.tell("see citizen Bước 1 trên", "tap citizen Kết thúc và xóa")
    kiosk.quit()
    console.quit()

    assert rows(place, "SELECT state, taken_by_name FROM calls") == [("closed", "Lan")]
    assert rows(place, "SELECT level, outcome, supporter_name FROM assistances") == [
        ("hint", "continued_alone", "Lan")
    ]
    assert rows(place, "SELECT how FROM visits") == [("finished",)]
    sequence = [row[0] for row in rows(place, "SELECT seq FROM visit_events ORDER BY seq")]
    assert sequence == list(range(len(sequence)))


def test_staff_call_it_off_in_one_process_and_the_screen_is_wiped_in_the_other(
    opener: Opener, place: Place
) -> None:
    kiosk, console = opener.open(place, "kiosk"), opener.open(place, "staff")
    kiosk.tell(*TO_A_STEP, *CALL, "see citizen Chưa có cán bộ nào mở máy.")
    console.tell("see console Quầy 1 cần giúp")
    console.log_in("Lan")
    kiosk.tell("see citizen Đã báo cán bộ")
    console.tell("tap console Hủy lời gọi", "tap console Người dân đã về")
    kiosk.tell("see citizen Chạm vào màn hình để bắt đầu")
    console.tell("see console Chưa có ai gọi.")
    assert rows(place, "SELECT state, cancel_reason FROM calls") == [("cancelled", "left")]
