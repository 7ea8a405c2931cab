"""Scenes at the console: logging in, a call, the log entry, the slip, scans, the mobile list."""

from __future__ import annotations

import shutil

from kiosk.domain.slip_code import ALPHABET, SlipMark, read, sign
from kiosk.tour import people
from kiosk.tour.stage import Stage


def log_in(stage: Stage, name: str) -> None:
    """Choose a name and tap its PIN."""
    stage.tap_console(name, *stage.pins[name])


def take_the_call(stage: Stage) -> None:
    """The call is announced; a supporter takes it and says how much help was needed."""
    stage.see_console("Tôi đến ngay")
    stage.keep_console("calls", "The call at the console")
    stage.tap_console("Tôi đến ngay")
    stage.see_citizen("đang đến chỗ ông/bà")
    stage.keep_citizen("waiting", "Who is coming")
    stage.tap_console("Ngồi cạnh cùng làm", "từ 75")
    stage.keep_console("assistance", "The log entry: level, barriers, minutes, outcome")
    stage.tap_console("Hẹn làm tiếp")


def promise_a_visit(stage: Stage) -> None:
    """The follow-up: kind, day, half-day, what to bring."""
    stage.tap_console("Việc hẹn", "Cán bộ đến tận nhà")
    stage.tap_console(stage.codes["day"], "buổi sáng", "Giấy chứng sinh")
    stage.keep_console("assistance", "The follow-up: kind, day, half-day, what to bring")
    stage.tap_console("Người dân", "Hỏi ý kiến trên màn hình người dân")


def enter_the_person(stage: Stage) -> None:
    """With consent given, a card fills in what it says; the telephone is typed."""
    people.fill_from_card(stage)
    stage.driver.type_into(stage.console, "Điện thoại", "0912 345 678")
    stage.tap_console("của người nhà")
    stage.keep_console("assistance", "The person, only with consent")


def print_the_slip(stage: Stage) -> None:
    """Save and print; the app asks whether paper came out, and a reprint is a new version."""
    stage.tap_console("Lưu và in phiếu hẹn")
    stage.see_console("Số phiếu")
    stage.keep_console("slip", "The slip, kept as PDF without a printer")
    stage.tap_console("In lại")
    stage.newest(stage.office.paths.slips, "*-v2.pdf")
    stage.keep_console("slip", "A reprint is a new version")
    slip = stage.newest(stage.office.paths.slips, "*-v2.pdf")
    shutil.copyfile(slip, stage.album.folder / "slip.pdf")


def scan_slips(stage: Stage) -> None:
    """The printed slip opens its case; damaged, foreign and forged ones are told apart."""
    key = stage.office.ring.key()
    newest = read(stage.payload, key.office_tag, key.slip_key)
    first = SlipMark(newest.code, newest.version - 1)
    other = next(c for c in ALPHABET if c != stage.payload[3])
    cards = {
        "A damaged slip": stage.payload[:3] + other + stage.payload[4:],
        "A forged slip": sign(newest, key.office_tag, b"a key of somebody else's"),
        "Another office's slip": sign(newest, key.office_tag ^ 1, key.slip_key),
        "A slip that was replaced": sign(first, key.office_tag, key.slip_key),
    }
    for what, payload in cards.items():
        stage.scan_for_news(payload, what)
        stage.keep_console("scan", what)
    stage.scan(stage.console, stage.payload)
    stage.see_console("Nguyễn Thị Ví Dụ")
    stage.keep_console("follow_up", "The scanned slip opens its case")


def read_the_log(stage: Stage) -> None:
    """The lead finds the entry, opens it and exports what is filtered."""
    stage.tap_console("Nhật ký")
    stage.see_console("Xuất Excel")
    stage.keep_console("log", "The assistance log with its filters and counts")
    stage.tap_console("Xuất Excel")
    export = stage.newest(stage.office.paths.exports, "assistance-*.xlsx")
    shutil.copyfile(export, stage.album.folder / "assistance.xlsx")
    stage.tap_console("Đăng ký khai sinh")
    stage.keep_console("entry", "One entry of the log")
    stage.tap_console("Nhân sự")
    stage.keep_console("accounts", "The accounts")
