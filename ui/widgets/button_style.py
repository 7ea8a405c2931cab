"""The kinds of buttons and the colours of each in every state, as one table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class ButtonKind(StrEnum):
    """What a button is for; the kind fixes its shape and colours."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    HELP = "help"
    DONE = "done"
    TILE = "tile"
    DANGER = "danger"
    RAIL = "rail"
    CHIP = "chip"
    CHOICE = "choice"
    CHECK = "check"
    RESULT = "result"
    FIELD = "field"
    BANNER = "banner"
    KEY = "key"
    KEY_MARK = "key_mark"
    KEY_DEED = "key_deed"
    KEY_DONE = "key_done"


class Align(StrEnum):
    """Where the content of a button stands when there is room to spare."""

    LEFT = "left"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class ButtonColours:
    """Palette tokens of one state; an empty border means none."""

    ground: str
    border: str
    text: str
    detail: str = "muted"
    icon: str = ""
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    normal: ButtonColours
    pressed: ButtonColours
    selected: ButtonColours


def _filled(ground: str, text: str, border: str = "") -> _Kind:
    """A button of one strong colour, darker while it is pressed."""
    normal = ButtonColours(ground, border or ground, text, detail=text, icon=text)
    deep = f"{ground}_deep"
    pressed = replace(normal, ground=deep, border=deep)
    return _Kind(normal, pressed, pressed)


def _outlined(border: str, text: str, tint: str, icon: str = "") -> _Kind:
    """A white button that takes on a tint while it is pressed or selected."""
    normal = ButtonColours("card", border, text, icon=icon or text)
    accent = tint.removesuffix("_tint")
    pressed = replace(normal, ground=tint, border=accent, heavy=True)
    return _Kind(normal, pressed, replace(pressed, icon=accent))


_RAIL = ButtonColours("rail", "", "rail_text", detail="rail_text", icon="rail_text")
_RAIL_ACTIVE = replace(_RAIL, ground="rail_active", text="on_fill", icon="on_fill")
_QUIET = _outlined("edge", "ink", "blue_tint")
_QUIET_SELECTED = replace(_QUIET.selected, text="blue")

_CHECK = _outlined("edge", "ink", "green_tint", icon="green")

_BANNER_NORMAL = ButtonColours("green_tint", "green_line", "ink", detail="muted", icon="green")
_BANNER_PRESSED = replace(_BANNER_NORMAL, border="green", heavy=True)
_BANNER = _Kind(_BANNER_NORMAL, _BANNER_PRESSED, _BANNER_PRESSED)
_KEY = _outlined("edge", "ink", "blue_tint")
_KEY_MARK = replace(_KEY, normal=ButtonColours("blue_tint", "blue_line", "ink", icon="ink"))
_KEY_DEED = replace(_KEY, normal=ButtonColours("paper", "edge", "ink", icon="ink"))

_KINDS = {
    ButtonKind.PRIMARY: _filled("blue", "on_fill"),
    ButtonKind.SECONDARY: _outlined("blue", "blue", "blue_tint"),
    ButtonKind.QUIET: replace(_QUIET, selected=_QUIET_SELECTED),
    ButtonKind.HELP: _filled("amber", "ink", border="amber_edge"),
    ButtonKind.DONE: _filled("green", "on_fill"),
    ButtonKind.TILE: _outlined("line", "ink", "blue_tint", icon="blue"),
    ButtonKind.DANGER: _outlined("red", "red", "red_tint"),
    ButtonKind.RAIL: _Kind(_RAIL, _RAIL_ACTIVE, _RAIL_ACTIVE),
    ButtonKind.CHIP: replace(_QUIET, selected=_QUIET_SELECTED),
    ButtonKind.CHOICE: _outlined("edge", "ink", "blue_tint", icon="muted"),
    ButtonKind.CHECK: replace(_CHECK, selected=replace(_CHECK.selected, heavy=False)),
    ButtonKind.RESULT: _outlined("line", "ink", "blue_tint", icon="blue"),
    ButtonKind.FIELD: _outlined("blue", "muted", "blue_tint", icon="blue"),
    ButtonKind.BANNER: _BANNER,
    ButtonKind.KEY: _KEY,
    ButtonKind.KEY_MARK: _KEY_MARK,
    ButtonKind.KEY_DEED: _KEY_DEED,
    ButtonKind.KEY_DONE: _filled("blue", "on_fill"),
}
_DISABLED = ButtonColours("sand", "line", "muted", icon="muted")


def button_colours(
    kind: ButtonKind, *, pressed: bool, selected: bool, enabled: bool
) -> ButtonColours:
    """Return the palette tokens to draw a button with."""
    states = _KINDS[kind]
    if not enabled:
        return states.normal if kind is ButtonKind.RAIL else _DISABLED
    if pressed:
        return states.pressed
    return states.selected if selected else states.normal
