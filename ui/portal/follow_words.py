"""What the guide says of the page: that it is elsewhere, or that something is not to be seen."""

from __future__ import annotations

from kiosk.domain.follow import Standing
from kiosk.domain.words import N_
from ui.portal.models import FollowLook

_NEXT = N_("Trang đã sang bước sau.")
_ELSEWHERE = N_("Trang đang ở bước {n}.")
_MISSING = N_("Máy chưa thấy chỗ cần bấm.")

SAID_ICONS = {
    Standing.AHEAD: "arrow-right",
    Standing.BEHIND: "arrow-left",
    Standing.MISSING: "magnifying-glass",
}


def said(look: FollowLook) -> str:
    """Return the msgid of what there is to say; `{n}` is the place of the step."""
    if look.standing is Standing.MISSING:
        return _MISSING
    return _NEXT if look.standing is Standing.AHEAD and look.is_next else _ELSEWHERE


def onward(look: FollowLook) -> str:
    """Return the msgid of the button that leads to where the page is."""
    if look.standing is Standing.BEHIND:
        return N_("Về bước {n}")
    return N_("Sang bước sau") if look.is_next else N_("Sang bước {n}")
