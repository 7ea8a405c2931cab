"""The names of the citizen's settings, shared by the header and the page "Tùy chỉnh"."""

from __future__ import annotations

from kiosk.domain.words import N_
from ui.citizen.models import CustomizeModel
from ui.theme.tokens import TextRole

LARGER_NAMES = (N_("Chữ vừa"), N_("Chữ lớn"), N_("Chữ rất lớn"))
"""Names of the three text sizes, 0 to 2."""

LETTER_ROLES = (TextRole.SOURCE, TextRole.BODY, TextRole.HEADING)
"""The letter A on each of the three buttons grows with the size it sets."""

ENGLISH = ("en", "English")
VIETNAMESE = ("vi", "Tiếng Việt")


def contrast_name(state: CustomizeModel) -> str:
    """Return the msgid of what the contrast button would do now."""
    return N_("Màu như thường") if state.high_contrast else N_("Tăng tương phản")


def other_language(state: CustomizeModel) -> tuple[str, str]:
    """Return the language to change to, and its name in its own words."""
    return VIETNAMESE if state.language == ENGLISH[0] else ENGLISH
