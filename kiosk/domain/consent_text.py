"""What a citizen is told before they agree: the words, their version, and the proof of them.

Consent must be provable (Luật 91/2025/QH15 Điều 9, NĐ 356/2025 Điều 6): every answer keeps the hash
of the very words shown, in the language shown, and the words are kept once beside it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kiosk.domain.words import N_

CONSENT_TEXT_VERSION = "2026-12"
"""Changes with every change of the words; a test holds the two together."""

CONSENT_TEXT = (
    N_("Xã chỉ ghi tên, năm sinh, điện thoại, thôn, chỗ ở."),
    N_("Ghi thêm nếu khó đi lại, ở một mình."),
    N_("Nếu quét thẻ, chỉ giữ mã ẩn để lần sau nhận ra."),
    N_("Chỉ dùng cho việc ông/bà đã đồng ý."),
    N_("Xã xóa sau {days} ngày kể từ khi xong việc."),
    N_("Không đồng ý vẫn được giúp như thường."),
    N_("Muốn rút lại, gọi {phone} hoặc đến quầy."),
)


@dataclass(frozen=True, slots=True)
class ConsentText:
    """The questions and lines as they were shown, filled in and translated."""

    version: str
    questions: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def whole(self) -> str:
        """All of it as one text: version, questions, lines, with a blank line between."""
        parts = (self.version, "\n".join(self.questions), "\n".join(self.lines))
        return "\n\n".join(parts)

    @property
    def hash(self) -> str:
        """SHA-256 of the whole text, 64 hexadecimal characters."""
        return hashlib.sha256(self.whole.encode()).hexdigest()

    @staticmethod
    def from_whole(whole: str) -> ConsentText:
        """Return the text that `whole` was made from."""
        version, questions, lines = whole.split("\n\n")
        return ConsentText(version, tuple(questions.split("\n")), tuple(lines.split("\n")))
