"""What is said for a Vietnamese text as it is written: figures, dates, codes and signs in words.

One kind after the other is put into words, those that hold others first: a date before its
numbers, a telephone number before any number. What is said has no digits and no capitals, so a
later rule never touches it again. The result is also what a recording is named after.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kiosk.domain.speech.abbreviations import HOSTS, LEGAL, LETTERS, SPOKEN, UNITS, spelled
from kiosk.domain.speech.numbers import decimal_words, digit_words, number_words, ordinal_words
from kiosk.domain.speech.pauses import tidied

Match = re.Match[str]
Rule = tuple[re.Pattern[str], Callable[[Match], str]]

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_ALONE = r"(?<![\w.,/])"
_ENDS = r"(?![\w/]|[.,]\d)"


def spoken_vietnamese(text: str) -> str:
    """Return what is said for `text`, in lower case, with the marks a voice takes breath at."""
    said = text.replace("\u00a0", " ").replace("\u202f", " ")
    for pattern, in_words in _RULES:
        said = pattern.sub(in_words, said)
    said = _SIGNS.sub(_said_for_sign, said)
    return tidied(said).lower()


# ---------------------------------------------------------------- dates and times


def _full_date(match: Match) -> str:
    day, month, year = (int(part) for part in match.group("day", "month", "year"))
    if not _is_day(day, month, year):
        return " trên ".join(number_words(part) for part in (day, month, year))
    return f"{_day_words(day)} tháng {_month_words(month)} năm {number_words(year)}"


def _day_and_month(match: Match) -> str:
    day, month = int(match["day"]), int(match["month"])
    if not _is_day(day, month, 2024):
        return match.group()
    lead = match["lead"].removesuffix("ngày ").removesuffix("Ngày ")
    return f"{lead}{_day_words(day)} tháng {_month_words(month)}"


def _written_day(match: Match) -> str:
    return f"{_day_words(int(match['day']))} tháng {_month_words(int(match['month']))}"


def _month_of_year(match: Match) -> str:
    return f"tháng {_month_words(int(match['month']))} năm {number_words(int(match['year']))}"


def _month(match: Match) -> str:
    return f"{match['lead']}{_month_words(int(match['month']))}"


def _is_day(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _day_words(day: int) -> str:
    return f"ngày {'mùng ' if day <= 10 else ''}{number_words(day)}"


def _month_words(month: int) -> str:
    return ordinal_words(month) if month == 4 else number_words(month)


def _clock(match: Match) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    said = f"{number_words(hour)} giờ"
    return f"{said} {number_words(minute)} phút" if minute else said


def _clock_in_words(match: Match) -> str:
    return f"{number_words(int(match['hour']))} giờ {number_words(int(match['minute']))}"


# ---------------------------------------------------------------- codes and telephone numbers


def _phone(match: Match) -> str:
    plus = "cộng " if match.group().startswith("+") else ""
    groups = re.findall(r"\d+", match.group())
    if len(groups) == 1 and len(groups[0]) > 6:
        digits = groups[0]
        groups = [digits[:4], *(digits[at : at + 3] for at in range(4, len(digits), 3))]
    return plus + ", ".join(digit_words(group) for group in groups)


def _short_phone(match: Match) -> str:
    return match["lead"] + digit_words(match["digits"])


def _long_digits(match: Match) -> str:
    digits = match.group()
    return ", ".join(digit_words(digits[at : at + 4]) for at in range(0, len(digits), 4))


def _procedure_code(match: Match) -> str:
    return " chấm ".join(digit_words(part) for part in match.group().split("."))


def _legal_number(match: Match) -> str:
    """Return 123/2015/NĐ-CP in words; after "Nghị định" its kind has been said already."""
    number = " chấm ".join(number_words(int(part)) for part in match["number"].split("."))
    said = f"số {number} năm {number_words(int(match['year']))}"
    if match["lead"]:
        return match["lead"] + said
    kinds = (LEGAL.get(part) or _characters(part) for part in match["kind"].split("-"))
    return f"{said} {' '.join(kinds)}"


def _code(match: Match) -> str:
    """Return a code character by character, its groups apart."""
    return ", ".join(_characters(part) for part in match.group().split("-"))


def _characters(code: str) -> str:
    """Return CT01 as "xê tê không một" and QH13 as "quy hát mười ba"."""
    form = re.fullmatch(r"([A-ZĐ]+)([1-9]\d?)", code)
    if form:
        return f"{spelled(form[1])} {number_words(int(form[2]))}"
    return " ".join(digit_words(one) if one.isdigit() else spelled(one) for one in code)


def _address(match: Match) -> str:
    parts = match["host"].lower().split(".")
    return " chấm ".join(" gạch ".join(map(_of_address, part.split("-"))) for part in parts)


def _of_address(part: str) -> str:
    return HOSTS.get(part, part)


# ---------------------------------------------------------------- figures and words


def _figure(written: str) -> str:
    """Return 1.050.000 or 12,5 or 02 in words; dots stand between thousands."""
    whole, _, fraction = written.partition(",")
    plain = whole.replace(".", "")
    if fraction:
        return decimal_words(int(plain), fraction)
    if len(plain) > 1 and plain.startswith("0"):
        return digit_words(plain)
    return number_words(int(plain))


def _measured(match: Match) -> str:
    unit = match["unit"]
    each = f" một {match['each']}" if match["each"] else ""
    return f"{_figure(match['number'])} {UNITS.get(unit, unit)}{each}"


def _ordinal(match: Match) -> str:
    return match["lead"] + ordinal_words(int(match["number"]))


def _range(match: Match) -> str:
    return f"{_figure(match['low'])} đến {_figure(match['high'])}"


def _ratio(match: Match) -> str:
    return f"{_figure(match['part'])} trên {_figure(match['whole'])}"


def _number(match: Match) -> str:
    return _figure(match.group())


def _or(match: Match) -> str:
    """Return ông/bà as people say it, and any other pair with "hoặc"."""
    one, other = match["one"], match["other"]
    together = {one.lower(), other.lower()} in ({"ông", "bà"}, {"và", "hoặc"})
    return f"{one} {other}" if together else f"{one} hoặc {other}"


def _abbreviation(match: Match) -> str:
    return SPOKEN[match.group()]


def _capitals(match: Match) -> str:
    """Return capitals that are no word letter by letter: "KT", but "BẢN" and "BAN" are words."""
    word = match.group()
    is_word = not word.isupper() or any(letter not in _CONSONANTS for letter in word)
    return word if is_word else spelled(word)


def _letter(match: Match) -> str:
    return LETTERS[match.group()]


def _said_for_sign(match: Match) -> str:
    return {"&": " và ", "+": " cộng ", "=": " bằng ", "@": " a còng ", "“": "", "”": ""}.get(
        match.group(), ", "
    )


def _until(_match: Match) -> str:
    return " đến "


_CONSONANTS = frozenset("BCDFGHJKLMNPQRSTVWXZĐ")
_SIGNS = re.compile(r"[&+=@]|[()\[\]“”\"‘’·…*<>|_→~]|\s[-–—]\s|[–—]|(?<=\w)-(?=\w)|(?<!\w)/(?!\w)")
_ABBREVIATIONS = "|".join(map(re.escape, sorted(SPOKEN, key=len, reverse=True)))
_MEASURES = "|".join(map(re.escape, sorted({*UNITS, "đồng"}, key=len, reverse=True)))

_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_HOUR, _MINUTE = r"(?P<hour>\d{1,2})", r"(?P<minute>[0-5]\d)"
_BEFORE_A_DAY = r"(?P<lead>\b[Nn]gày |\b(?:[Tt]hứ \w+|[Cc]hủ nhật), )"
_BEFORE_A_PHONE = r"(?P<lead>\b(?:[Gg]ọi|[Tt]ổng đài|[Đđ]iện thoại|[Đđ]ường dây nóng)(?: số)? )"
_LAW = r"(?P<lead>\b(?:[Nn]ghị (?:định|quyết)|[Tt]hông tư|[Qq]uyết định|[Ll]uật) (?:số )?)?"
_LAW_NUMBER = r"(?<![\w.,/])(?P<number>\d+(?:\.\d+)?)"
_LAW_KIND = r"(?P<kind>[A-ZĐ]+\d*(?:-[A-ZĐ][A-ZĐg]*)*)"
_AMOUNT = rf"{_ALONE}(?P<number>(?:{_NUMBER})(?:,\d+)?)"
_UNIT = rf"\s?(?P<unit>{_MEASURES})(?!\w)(?:/(?P<each>\w+))?"

_DATES = (
    (r"(?<=\d)\s?[-–]\s?(?=\d{1,2}[:/h]\d)", _until),
    (rf"(?:[Nn]gày )?{_ALONE}{_DAY}/{_MONTH}/{_YEAR}(?!\d)", _full_date),
    (r"\b\d{4}-\d{2}-\d{4}\b", _code),
    (rf"{_BEFORE_A_DAY}{_DAY}/{_MONTH}(?![\d/])", _day_and_month),
    (rf"\b[Nn]gày {_DAY} tháng {_MONTH}\b", _written_day),
    (rf"(?:\b[Tt]háng )?{_ALONE}{_MONTH}/{_YEAR}\b(?!/)", _month_of_year),
    (rf"(?P<lead>\b[Tt]háng ){_MONTH}\b", _month),
    (rf"{_ALONE}{_HOUR}(?::|[hg](?=\d)){_MINUTE}\b", _clock),
    (rf"{_ALONE}{_HOUR}(?P<minute>)h\b", _clock),
    (rf"\b{_HOUR} giờ (?P<minute>[0-5]?\d)\b(?! (?:ngày|phút|người))", _clock_in_words),
)
_CODES = (
    (rf"{_ALONE}(?:\+84|0)[1-9]?\d{{0,3}}(?:[ .]\d{{2,4}}){{1,3}}{_ENDS}", _phone),
    (rf"{_ALONE}(?:\+84\d{{8,9}}|0\d{{8,10}}|1[89]00[ .]?\d{{4,6}}){_ENDS}", _phone),
    (rf"{_BEFORE_A_PHONE}(?P<digits>\d{{3,5}})\b(?![.,]\d)", _short_phone),
    (r"\b\d\.\d{6}\b", _procedure_code),
    (rf"{_LAW}{_LAW_NUMBER}/{_YEAR}/{_LAW_KIND}", _legal_number),
    (r"\b\d{5,}\b", _long_digits),
    (r"\b(?=[\dA-ZĐ-]*\d)(?=[\dA-ZĐ-]*[A-ZĐ])[\dA-ZĐ]+(?:-[\dA-ZĐ]+)*\b", _code),
)
_FIGURES = (
    (rf"{_AMOUNT}{_UNIT}", _measured),
    (r"(?P<lead>\b[Tt]hứ )(?P<number>\d{1,2})\b", _ordinal),
    (rf"{_ALONE}(?P<low>{_NUMBER})\s?[-–]\s?(?P<high>{_NUMBER}){_ENDS}", _range),
    (rf"{_ALONE}(?P<part>\d+)/(?P<whole>\d+){_ENDS}", _ratio),
    (rf"(?:{_NUMBER})(?:,\d+)?", _number),
)
_WORDS = (
    (r"(?P<one>[^\W\d_]+)\u2060?/\u2060?(?P<other>[^\W\d_]+)", _or),
    (rf"(?<!\w)(?:{_ABBREVIATIONS})(?!\w)", _abbreviation),
    (r"\b[^\W\d_]{2,}\b", _capitals),
    (r"(?<!\w)[B-DF-HJ-NP-TV-XZĐ](?!\w)", _letter),
)
_HOST = (
    r"(?:https?://)?\b(?P<host>[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.(?:vn|com|org|net))\b(?:/\S*)?"
)
_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), in_words)
    for pattern, in_words in ((_HOST, _address), *_DATES, *_CODES, *_FIGURES, *_WORDS)
)
