"""From the address on a card to one of the office's villages, or to none: nothing is guessed.

Cards issued before July 2025 name the old three levels ("Thôn Đông, Trung Tú, Ứng Hòa, Hà Nội");
the commune there is one of those that were merged, and villages keep it as `former_commune`. Newer
cards name the commune of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.domain.office import Village
from kiosk.domain.text import fold, nfc

_KINDS = (
    "thành phố", "thị trấn", "thị xã", "tổ dân phố", "phường", "huyện", "quận", "xã", "thôn",
    "làng", "ấp", "bản", "buôn", "xóm", "đội", "khu", "tỉnh", "tp.", "tp", "tt.", "tt",
)  # fmt: skip


def village_of(address: str, villages: Iterable[Village], commune: str) -> Village | None:
    """Return the one village that `address` names, None when there is none or more than one.

    `commune` is what the office calls itself, such as "UBND xã Ứng Hòa".
    """
    parts = [_bare(part) for part in address.split(",")]
    known = tuple(villages)
    if len(parts) < 3:
        return None
    of_old = [v for v in known if v.former_commune and _bare(v.former_commune) == parts[-3]]
    if of_old:
        return _only(v for v in of_old if _bare(v.name) in parts[:-3])
    is_here = f" {parts[-2]} " in f" {fold(commune)} "
    return _only(v for v in known if is_here and _bare(v.name) == parts[-3])


def place_before(address: str, village: Village) -> str:
    """Return what an address says before the village: a hamlet, a lane, a house; "" for nothing."""
    parts = [part.strip() for part in address.split(",")]
    bare = [_bare(part) for part in parts]
    at = bare.index(_bare(village.name)) if _bare(village.name) in bare else 0
    return ", ".join(parts[:at])


def _only(villages: Iterable[Village]) -> Village | None:
    found: Sequence[Village] = tuple(villages)
    return found[0] if len(found) == 1 else None


def _bare(part: str) -> str:
    """Return a part folded and without the word for its kind: "Thôn Đông" and "Đông" are one.

    The kind is looked for before folding, because "Xà Cầu" is a name and "Xã Cầu" a commune.
    """
    words = nfc(part).lower()
    kind = next((kind for kind in _KINDS if words.startswith(f"{kind} ")), "")
    return fold(words.removeprefix(kind))
