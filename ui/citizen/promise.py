"""What was promised and what to bring, as blocks shared by the pages that end a visit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from kiosk.domain.calendar import HalfDay
from ui.citizen.blocks import grouped, marked
from ui.citizen.screen import ScreenKit
from ui.citizen.words import day_words
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.text_block import TextBlock

_SPAN = re.compile(r"(?<=\d) ([–-]) (?=\d)")


def marked_line(
    kit: ScreenKit, icon: str, text: str, role: TextRole = TextRole.BODY, tone: Tone = Tone.BLUE
) -> QWidget:
    """Return one line of text with an icon before it; quotes are bold."""
    size_mm = kit.theme.metrics.to_mm(kit.theme.line_px(role))
    mark = IconMark(kit.theme, icon, size_mm=size_mm, tone=tone, bare=True)
    return marked(mark, TextBlock(kit.theme, text, role, bold_quotes=True), kit.theme.small_gap)


def when_card(kit: ScreenKit, due: date, half_day: HalfDay | None, proviso: str = "") -> Card:
    """Return the day in large words, and below it the half-day and on what terms it holds."""
    card = Card(kit.theme, ground="blue_tint")
    day = day_words(kit.t, due)
    mark = IconMark(kit.theme, "calendar-check", size_mm=14.0, filled=True)
    lines: list[QWidget] = [TextBlock(kit.theme, day, TextRole.TITLE, colour="blue")]
    terms = ", ".join(part for part in (kit.t(half_day.label) if half_day else "", proviso) if part)
    if terms:
        lines.append(TextBlock(kit.theme, terms[:1].upper() + terms[1:], TextRole.HEADING))
    card.add(marked(mark, grouped(lines, 0), kit.theme.gap))
    return card


def bring_list(kit: ScreenKit, papers: Sequence[str]) -> list[QWidget]:
    """Return "Nhớ mang theo" with the papers below, or nothing."""
    if not papers:
        return []
    heading = TextBlock(kit.theme, kit.t("Nhớ mang theo"), TextRole.HEADING)
    return [heading, *(marked_line(kit, "file-text", paper) for paper in papers)]


def bring_card(kit: ScreenKit, papers: Sequence[str]) -> list[QWidget]:
    """Return the same on a card, for the right side of a page."""
    lines = bring_list(kit, papers)
    if not lines:
        return []
    card = Card(kit.theme)
    card.add(grouped(lines, kit.theme.gap))
    return [card]


def hours_line(kit: ScreenKit, hours: str) -> QWidget:
    """Return when the office is open; "8:00 – 11:30" is never broken in two."""
    return marked_line(kit, "clock", _SPAN.sub("\u00a0\\1\u00a0", hours))


def phone_line(kit: ScreenKit, phone: str) -> list[QWidget]:
    """Return whom to ring, or nothing where the office has no number."""
    if not phone:
        return []
    text = kit.t("Cần hỏi thì gọi **{phone}**", phone=phone)
    return [marked_line(kit, "phone", text)]
