"""The colours, and the capital heights of every role of text: the values screens never spell out.

Contrast is at least 7:1 for all text of the standard palette and 10:1 in high contrast; the pairs
that are really drawn are listed in `Palette.text_pairs`, and a test measures each of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Audience(Enum):
    """Who reads the screen: a citizen standing at the counter, or staff sitting close."""

    CITIZEN = auto()
    STAFF = auto()


class TextSize(Enum):
    """The three sizes of text a citizen can choose."""

    NORMAL = auto()
    LARGE = auto()
    LARGEST = auto()


class TextRole(Enum):
    """What a piece of text is for; the theme turns the role into a font."""

    DISPLAY = auto()
    TITLE = auto()
    HEADING = auto()
    BODY = auto()
    STRONG = auto()
    BUTTON = auto()
    LABEL = auto()
    CAPTION = auto()
    SOURCE = auto()


class Tone(StrEnum):
    """The meaning a ground carries: blue to act, green done, amber help, red staff only."""

    PLAIN = "plain"
    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    LOTUS = "lotus"


@dataclass(frozen=True, slots=True)
class ToneColours:
    """The palette tokens a tone is drawn with; icons take the colour of the text."""

    ground: str
    border: str
    text: str


_TONES = {
    Tone.PLAIN: ToneColours("sand", "line", "ink"),
    Tone.BLUE: ToneColours("blue_tint", "blue_line", "blue"),
    Tone.GREEN: ToneColours("green_tint", "green_line", "green"),
    Tone.AMBER: ToneColours("amber_tint", "amber_line", "ink"),
    Tone.RED: ToneColours("red_tint", "red_line", "red"),
    Tone.LOTUS: ToneColours("lotus_tint", "lotus_line", "lotus"),
}


def tone_colours(tone: Tone | str) -> ToneColours:
    """Return the palette tokens of a tone."""
    return _TONES[Tone(tone)]


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours as `#RRGGBB`; `*_line` borders a tint, `edge` borders what can be pressed.

    `mark` lies below the words that are read aloud at the moment.

    The widths of the two kinds of border belong to it, since high contrast needs stronger ones.
    """

    paper: str
    card: str
    ink: str
    muted: str
    line: str
    edge: str
    sand: str
    lotus: str
    lotus_tint: str
    lotus_line: str
    blue: str
    blue_deep: str
    blue_tint: str
    blue_line: str
    green: str
    green_deep: str
    green_tint: str
    green_line: str
    amber: str
    amber_deep: str
    amber_tint: str
    amber_line: str
    amber_edge: str
    red: str
    red_tint: str
    red_line: str
    mark: str
    mark_line: str
    on_fill: str
    rail: str
    rail_active: str
    rail_text: str
    line_mm: float
    edge_mm: float

    @staticmethod
    def border_of(ground: str) -> str:
        """Return the border token of the ground token `ground`, such as `card` or `blue_tint`."""
        return ground.replace("_tint", "_line") if ground.endswith("_tint") else "line"

    def text_pairs(self) -> tuple[tuple[str, str], ...]:
        """Return every (text token, ground token) pair the widgets draw."""
        on_light = tuple(
            (text, ground)
            for ground in _LIGHT_GROUNDS
            for text in ("ink", "muted", "blue", "lotus", "green", "red")
            if _drawn(text, ground)
        )
        return on_light + _ON_FILLS


_LIGHT_GROUNDS = (
    "paper",
    "card",
    "sand",
    "blue_tint",
    "green_tint",
    "amber_tint",
    "red_tint",
    "lotus_tint",
)
_ON_FILLS = (
    ("ink", "amber"),
    ("ink", "amber_deep"),
    ("ink", "mark"),
    ("on_fill", "blue"),
    ("on_fill", "blue_deep"),
    ("on_fill", "green"),
    ("on_fill", "green_deep"),
    ("on_fill", "lotus"),
    ("on_fill", "red"),
    ("rail_text", "rail"),
    ("on_fill", "rail_active"),
)


def _drawn(text: str, ground: str) -> bool:
    if text in ("ink", "muted") or ground in ("paper", "card"):
        return True
    return ground == f"{text}_tint"


STANDARD = Palette(
    paper="#FAF7F2",
    card="#FFFFFF",
    ink="#1D1B19",
    muted="#504A44",
    line="#E3DCD2",
    edge="#A69C90",
    sand="#F1ECE3",
    lotus="#8E2A3C",
    lotus_tint="#FCF0F2",
    lotus_line="#E6BCC4",
    blue="#084C91",
    blue_deep="#063967",
    blue_tint="#E8F1FB",
    blue_line="#B9D3EF",
    green="#105A36",
    green_deep="#0B4227",
    green_tint="#E8F5ED",
    green_line="#A9D6BC",
    amber="#FFC53D",
    amber_deep="#F5B31A",
    amber_tint="#FFF4D9",
    amber_line="#EFD38A",
    amber_edge="#D99A00",
    red="#8F1A15",
    red_tint="#FDEDEB",
    red_line="#EBBDB9",
    mark="#C4E1FF",
    mark_line="#084C91",
    on_fill="#FFFFFF",
    rail="#22201D",
    rail_active="#3D3934",
    rail_text="#E9E2D8",
    line_mm=0.25,
    edge_mm=0.5,
)

HIGH_CONTRAST = Palette(
    paper="#FFFFFF",
    card="#FFFFFF",
    ink="#000000",
    muted="#1D1B19",
    line="#504A44",
    edge="#000000",
    sand="#F4F4F4",
    lotus="#6B1526",
    lotus_tint="#FFF5F6",
    lotus_line="#6B1526",
    blue="#003366",
    blue_deep="#001E40",
    blue_tint="#EEF5FD",
    blue_line="#003366",
    green="#063D22",
    green_deep="#032816",
    green_tint="#EDF8F1",
    green_line="#063D22",
    amber="#FFC53D",
    amber_deep="#FFD873",
    amber_tint="#FFF8E5",
    amber_line="#000000",
    amber_edge="#000000",
    red="#6E0F0B",
    red_tint="#FFF3F2",
    red_line="#6E0F0B",
    mark="#A6D4FF",
    mark_line="#000000",
    on_fill="#FFFFFF",
    rail="#000000",
    rail_active="#2B2825",
    rail_text="#FFFFFF",
    line_mm=0.5,
    edge_mm=0.8,
)

_CITIZEN_BODY = {TextSize.NORMAL: 5.0, TextSize.LARGE: 6.6, TextSize.LARGEST: 8.6}
_STAFF_BODY = {TextSize.NORMAL: 2.9, TextSize.LARGE: 3.4, TextSize.LARGEST: 4.0}
# Headings grow less than the body, so that a large page keeps room for what must be read.
_TITLE = {TextSize.NORMAL: 1.75, TextSize.LARGE: 1.4, TextSize.LARGEST: 1.2}
_DISPLAY = {TextSize.NORMAL: 2.2, TextSize.LARGE: 1.8, TextSize.LARGEST: 1.5}
_HEADING = {TextSize.NORMAL: 1.25, TextSize.LARGE: 1.12, TextSize.LARGEST: 1.08}
_SOURCE = {Audience.CITIZEN: 0.82, Audience.STAFF: 0.97}
_CAPTION = 0.97
_EMPHASIS = 1.05
_COMPACT = 0.84


def cap_height_mm(role: TextRole, size: TextSize, audience: Audience, *, compact: bool) -> float:
    """Return the height of a capital letter in millimetres.

    Source: VVSG 2.0 sizes in research (4.8–5.6, 6.4–7.1, 8.5–9.0 mm); a `compact` panel (less than
    220 mm high) has smaller headings and the same body.
    """
    body = (_CITIZEN_BODY if audience is Audience.CITIZEN else _STAFF_BODY)[size]
    headings = {TextRole.TITLE: _TITLE, TextRole.DISPLAY: _DISPLAY, TextRole.HEADING: _HEADING}
    if role in headings:
        ratio = headings[role][size]
        return body * (max(1.05, ratio * _COMPACT) if compact else ratio)
    if role is TextRole.SOURCE:
        return body * _SOURCE[audience]
    if role in (TextRole.CAPTION, TextRole.LABEL):
        return body * _CAPTION
    return body * (_EMPHASIS if role is TextRole.BUTTON else 1.0)


def least_cap_height_mm(role: TextRole, size: TextSize, audience: Audience) -> float:
    """Return the capital height that rounding to whole pixels must not fall below."""
    if audience is Audience.STAFF:
        return 2.8
    if role is TextRole.SOURCE:
        return {TextSize.NORMAL: 4.0, TextSize.LARGE: 5.0, TextSize.LARGEST: 6.4}[size]
    return {TextSize.NORMAL: 4.8, TextSize.LARGE: 6.4, TextSize.LARGEST: 8.3}[size]
