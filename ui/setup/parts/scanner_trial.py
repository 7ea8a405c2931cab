"""What the sample card came to: before, and after it was scanned."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.sample_card import SampleResult
from kiosk.domain.words import N_
from ui.accessibility import announce
from ui.staff.screen import StaffKit
from ui.theme.tokens import Tone
from ui.widgets.notice import Notice


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    cure: str
    icon: str
    tone: Tone


_BEFORE = _Words(N_("Chưa quét thẻ mẫu"), "", "scan", Tone.PLAIN)
_RESULTS = {
    SampleResult.WHOLE: _Words(
        N_("Máy quét đọc đúng tất cả"),
        N_("Số, ngày và họ tên có dấu đều đủ."),
        "check-circle",
        Tone.GREEN,
    ),
    SampleResult.DIGITS_ONLY: _Words(
        N_("Số và ngày đúng, họ tên mất dấu"),
        N_("Vẫn dùng được: cán bộ gõ họ tên sau mỗi lần quét."),
        "info",
        Tone.BLUE,
    ),
    SampleResult.OTHER_CARD: _Words(
        N_("Đây không phải thẻ mẫu"),
        N_("Máy không giữ gì của thẻ này. Quét thẻ mẫu."),
        "info",
        Tone.BLUE,
    ),
    SampleResult.UNREADABLE: _Words(
        N_("Máy quét gửi chữ khác thẻ mẫu"),
        N_("Tắt bộ gõ tiếng Việt, chọn bàn phím tiếng Anh (Mỹ), rồi quét lại."),
        "warning-circle",
        Tone.RED,
    ),
}


class ScannerTrial(QWidget):
    """The outcome of the last scan, spoken when it changes."""

    def __init__(self, kit: StaffKit, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: Notice | None = None
        self._result: SampleResult | None = None
        self.show_result(None)

    def show_result(self, result: SampleResult | None) -> None:
        """Show how the sample came through; None before it was scanned."""
        words = _RESULTS[result] if result is not None else _BEFORE
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._notice(words)
        self._column.addWidget(self._shown)
        if result is not None and result is not self._result:
            announce(self, self._kit.t(words.title))
        self._result = result

    def _notice(self, words: _Words) -> Notice:
        t = self._kit.t
        text = f"**{t(words.title)}**"
        if words.cure:
            text = f"{text}\n{t(words.cure)}"
        return Notice(self._kit.theme, text, words.icon, words.tone)
