"""Small pure rules on Vietnamese text: normal form, folding, initials, shortening.

Folding follows research on Vietnamese search: đ has no Unicode decomposition, so it is mapped by
hand before the combining marks are stripped.
"""

from __future__ import annotations

import re
import unicodedata

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """Return `text` in NFC with outer blanks cut and inner runs of blanks made one."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Return lower-case a–z and 0–9 words of `text`, without marks and with đ as d."""
    lowered = unicodedata.normalize("NFC", text).lower().replace("đ", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", bare).strip()


def shortened(text: str, length: int) -> str:
    """Return at most `length` characters of `text`, cut between words and marked with dots."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def initials(full_name: str) -> str:
    """Return the family name and the initials of the rest: "Nguyễn Thị Hoa" → "Nguyễn T. H."."""
    family, *rest = nfc(full_name).split(" ") if full_name.strip() else [""]
    return " ".join([family, *(f"{word[0].upper()}." for word in rest)])
