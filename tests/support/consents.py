"""A consent to print in tests: two questions, one of them agreed to."""

from __future__ import annotations

from datetime import UTC, datetime

from kiosk.domain.consent_text import CONSENT_TEXT, CONSENT_TEXT_VERSION
from kiosk.services.documents.consent_pdf import ConsentSheet

SHEET = ConsentSheet(
    office="UBND xã Ứng Hòa",
    counter="Bộ phận Một cửa · Quầy 1",
    answers=(("Cho phép cán bộ đến nhà giúp?", True), ("Cho phép cán bộ gọi điện lại?", False)),
    lines=tuple(line.format(days=180, phone="024 3388 1234") for line in CONSENT_TEXT),
    version=CONSENT_TEXT_VERSION,
    text_hash="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    answered_at=datetime(2026, 11, 23, 1, 30, tzinfo=UTC),
    staff_name="Nguyễn Thị Lan",
    phone="024 3388 1234",
    printed_at=datetime(2026, 11, 23, 1, 45, tzinfo=UTC),
)
