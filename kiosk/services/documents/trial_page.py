"""The page a lead prints while choosing the printer: a slip that promises nothing."""

from __future__ import annotations

from datetime import datetime

from kiosk.domain.office import OfficeProfile
from kiosk.domain.slip import Paper, SlipContent
from kiosk.domain.words import N_
from kiosk.services.documents.slip_pdf import slip_pdf

_PAYLOAD = "0123456789BCGHKLMNPQTV0123456789BC"
"""As long as a real one, and not a slip of any office."""


def trial_page_pdf(office: OfficeProfile, paper: Paper, printed_at: datetime) -> bytes:
    """Return a slip-sized page on `paper` that shows marks, bold text and a QR."""
    return slip_pdf(
        SlipContent(
            office=office.name,
            counter=office.desk,
            title=N_("TỜ IN THỬ"),
            number="0000-00-0000",
            version=1,
            who="",
            procedure=N_("Xem dấu có rõ không: Ế Ộ Ặ Ữ ỹ"),
            how="",
            done_so_far="",
            helped_by="",
            next_action="",
            due=None,
            half_day=None,
            hours="",
            bring=(N_("Chữ thẳng hàng"), N_("Mã vuông quét được")),
            phone=office.hotline,
            payload=_PAYLOAD,
            code="000000000",
            printed_at=printed_at,
        ),
        paper,
    )
