"""Puts a sheet for staff on paper, or keeps it as a file where there is no printer.

A printed sheet leaves no file behind: it names people in plain text.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.domain.words import N_
from kiosk.services.atomic import write_bytes
from kiosk.services.kept_sheets import DAYS_KEPT
from ui.staff.desk import StaffDesk

KEPT = N_("Chưa có máy in. Bảng đã lưu ở {path} (tự xóa sau {days} ngày).")
PRINTED = N_("Bảng đã gửi đến máy in. Xem giấy đã ra chưa.")


def print_sheet(
    desk: StaffDesk,
    folder: Path,
    name: str,
    pdf: bytes,
    *,
    printed: str = PRINTED,
    kept: str = KEPT,
) -> str:
    """Print, or keep in `folder`, not on the window's thread; return `printed` or `kept` to tell.

    `name` begins the file's name; house-keeping knows the sheet by it. Raises what the printer
    raises; the sheet can be made again.
    """
    file_name = f"{name}-{desk.clock.now():%Y%m%d-%H%M%S}.pdf"
    printer = desk.printer_choice().name
    if printer:
        desk.printer.print_pdf(pdf, printer, file_name)
        return desk.t(printed)
    path = folder / file_name
    write_bytes(path, pdf)
    return desk.plain(kept, {"path": str(path), "days": DAYS_KEPT})
