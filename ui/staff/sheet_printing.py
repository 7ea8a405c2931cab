"""Puts a sheet for staff on paper: saved as a file first, printed where there is a printer."""

from __future__ import annotations

from kiosk.domain.words import N_
from kiosk.services.atomic import write_bytes
from ui.staff.desk import StaffDesk

KEPT = N_("Chưa có máy in. Bảng đã lưu ở {path}")
PRINTED = N_("Bảng đã gửi đến máy in. Xem giấy đã ra chưa.")


def print_sheet(desk: StaffDesk, name: str, pdf: bytes) -> str:
    """Save and print, not on the window's thread; return what to tell.

    `name` begins the file's name. Raises what the printer raises; the file is there all the same.
    """
    file_name = f"{name}-{desk.clock.now():%Y%m%d-%H%M%S}.pdf"
    path = desk.paths.lists / file_name
    write_bytes(path, pdf)
    printer = desk.printer_choice().name
    if not printer:
        return desk.plain(KEPT, {"path": str(path)})
    desk.printer.print_pdf(pdf, printer, file_name)
    return desk.t(PRINTED)
