"""The sentences of a slip, the same on a roll and on A4."""

from __future__ import annotations

from kiosk.domain.calendar import day_in_words, office_time
from kiosk.domain.slip import SlipContent

BRING = "Chuẩn bị sẵn"
CODE = "Mã phiếu"
_NO_PERSON = "Mã không chứa tên, số điện thoại."
_SCAN_HINTS = ("Cán bộ quét mã này là mở đúng việc.", _NO_PERSON)
_PLACE_HINTS = ("Đưa mã này vào máy đọc, máy mở đúng bước.", _NO_PERSON)
_SHORT_HOURS = 16
"""As long as "13:30 – 17:00" and a little; whole weeks stand on a line of their own."""

KEEP_HINT = "Ông/bà giữ phiếu này."


def number_line(content: SlipContent) -> str:
    """Return the number, and the version from the second on."""
    version = f" · bản {content.version}" if content.version >= 2 else ""
    return f"Số {content.number}{version}"


def printed_line(content: SlipContent) -> str:
    """Return when the slip was printed, on the office's clock."""
    return f"In lúc {office_time(content.printed_at):%H:%M, %d/%m/%Y}"


def facts(content: SlipContent) -> list[tuple[str, str]]:
    """Return (label, value) of what is known about the case; what is empty is left out."""
    pairs = [
        ("Ông/bà", content.who),
        ("Việc cần làm", content.procedure),
        ("Hình thức", content.how),
        ("Hôm nay", content.done_so_far),
        ("Người giúp", content.helped_by),
    ]
    return [(label, value) for label, value in pairs if value.strip()]


def scan_hints(content: SlipContent) -> tuple[str, ...]:
    """Return what the QR is good for, and that it tells nothing of a person."""
    return _PLACE_HINTS if content.valid_until else _SCAN_HINTS


def day_line(content: SlipContent) -> str:
    """Return the promised day in words, or the last day of a kept place, or nothing."""
    if content.valid_until:
        return f"Giữ đến hết {day_in_words(content.valid_until)}"
    return day_in_words(content.due) if content.due else ""


def time_line(content: SlipContent) -> str:
    """Return the promised half-day, with its hours when they are short."""
    half_day = content.half_day.label if content.due and content.half_day else ""
    return f"{half_day} ({content.hours.strip()})" if _is_beside(content) else half_day


def hours_line(content: SlipContent) -> str:
    """Return the office's hours when they do not stand beside the half-day."""
    hours = content.hours.strip()
    return f"Giờ làm việc: {hours}" if hours and not _is_beside(content) else ""


def _is_beside(content: SlipContent) -> bool:
    hours = content.hours.strip()
    return bool(content.due and content.half_day and 0 < len(hours) <= _SHORT_HOURS)


def ask_line(content: SlipContent) -> str:
    """Return the words before the telephone number; without one, to ask at the counter."""
    if content.phone.strip():
        return "Đổi hẹn, hỏi thêm, gọi:" if content.due else "Hỏi thêm, gọi:"
    return "Muốn đổi hẹn: hỏi tại quầy." if content.due else "Muốn biết thêm: hỏi tại quầy."
