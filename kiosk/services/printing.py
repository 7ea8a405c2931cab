"""What is said to people when a paper cannot be printed, and what to do next.

A slip is always saved first, so nothing is lost; the sentences say so where it calms.
"""

from __future__ import annotations

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_
from kiosk.services.ports import PrinterState

PRINT_MESSAGES = {
    PrinterState.UNKNOWN_PRINTER: N_("Máy tính không thấy máy in “{printer}”."),
    PrinterState.STOPPED: N_("Máy in “{printer}” đang dừng."),
    PrinterState.NO_SPOOLER: N_("Máy tính chưa thấy máy in nào."),
    PrinterState.NONE_CHOSEN: N_("Chưa chọn máy in."),
}

PRINT_CURES = {
    PrinterState.UNKNOWN_PRINTER: N_("Xem dây và nguồn máy in, rồi in lại."),
    PrinterState.STOPPED: N_("Xem giấy và nắp máy in, rồi in lại."),
    PrinterState.NO_SPOOLER: N_("Khởi động lại máy tính, rồi in lại."),
    PrinterState.NONE_CHOSEN: N_("Chọn máy in trong phần Thiết lập."),
}


class PrintRefused(KnownError):
    """Nothing was printed, or nobody can tell; `reason` is why (never READY)."""

    def __init__(self, reason: PrinterState, printer: str = "") -> None:
        super().__init__(
            PRINT_MESSAGES[reason],
            PRINT_CURES[reason],
            f"printing.refused reason={reason.value} printer={printer!r}",
            printer=printer,
        )
        self.reason = reason
