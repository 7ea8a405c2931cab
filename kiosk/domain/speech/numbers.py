"""Vietnamese numbers in words, as people say them: 21 hai mươi mốt, 105 một trăm linh năm.

Northern usage ("nghìn", "linh"), which the offices' first voice speaks too. Only whole numbers and
decimals that are not negative: a citizen's page has no others.
"""

from __future__ import annotations

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", " nghìn", " triệu")
_BILLION = 1_000_000_000


def number_words(number: int) -> str:
    """Return a whole number, 0 or more, in words."""
    if number < _BILLION:
        return _below_billion(number, follows=False)
    billions, rest = divmod(number, _BILLION)
    words = f"{number_words(billions)} tỷ"
    return f"{words} {_below_billion(rest, follows=True)}" if rest else words


def decimal_words(whole: int, fraction: str) -> str:
    """Return a number with the digits after its comma: 12,5 is mười hai phẩy năm."""
    read = digit_words(fraction) if fraction.startswith("0") else number_words(int(fraction))
    return f"{number_words(whole)} phẩy {read}"


def digit_words(digits: str) -> str:
    """Return digits one by one: a telephone number or a code is not a quantity."""
    return " ".join(_DIGITS[int(digit)] for digit in digits)


def ordinal_words(number: int) -> str:
    """Return what is said after "thứ": thứ nhất, thứ tư."""
    return {1: "nhất", 4: "tư"}.get(number, number_words(number))


def _below_billion(number: int, *, follows: bool) -> str:
    """Return the groups of three digits; with `follows` something greater was said before."""
    if number == 0:
        return _DIGITS[0]
    parts: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            said_before = follows or bool(parts)
            parts.append(_below_thousand(group, follows=said_before) + _GROUPS[power])
    return " ".join(parts)


def _below_thousand(number: int, *, follows: bool) -> str:
    hundreds, rest = divmod(number, 100)
    if not (hundreds or follows):
        return _below_hundred(rest)
    said = f"{_DIGITS[hundreds]} trăm"
    if not rest:
        return said
    link = " linh" if rest < 10 else ""
    return f"{said}{link} {_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    tens, units = divmod(number, 10)
    if not tens:
        return _DIGITS[units]
    said = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    return f"{said} {_unit_after(tens, units)}" if units else said


def _unit_after(tens: int, unit: int) -> str:
    if unit == 5:
        return "lăm"
    if tens > 1:
        return {1: "mốt", 4: "tư"}.get(unit, _DIGITS[unit])
    return _DIGITS[unit]
