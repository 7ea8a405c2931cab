"""Slips on a real CUPS: they come out, scan, and never on a printer nobody asked for."""

from __future__ import annotations

from functools import partial

import pytest

from kiosk.domain.errors import BugError
from kiosk.domain.slip import Paper
from kiosk.services.documents.slip_pdf import slip_pdf
from kiosk.services.ports import PrinterState
from kiosk.services.printing import PrintRefused
from tests.support.cups import PrivateCups, cups, in_fresh_thread
from tests.support.pdf import page_sizes_mm, qr_texts
from tests.support.slips import slip_content
from ui.printing import QtSlipPrinter

__all__ = ["cups"]

pytestmark = [pytest.mark.real, pytest.mark.xdist_group("cups"), pytest.mark.usefixtures("qapp")]


def _print(pdf: bytes, printer: str, title: str, adapter: QtSlipPrinter | None = None) -> None:
    job = partial((adapter or QtSlipPrinter()).print_pdf, pdf, printer, title)
    in_fresh_thread(job)


def _refusal(pdf: bytes, printer: str, title: str) -> PrinterState:
    with pytest.raises(PrintRefused) as caught:
        _print(pdf, printer, title)
    return caught.value.reason


@pytest.mark.parametrize("paper", list(Paper))
def test_a_printed_slip_scans_and_keeps_its_size(cups: PrivateCups, paper: Paper) -> None:
    content = slip_content()
    pdf = slip_pdf(content, paper)
    title = cups.new_title()
    _print(pdf, cups.printer, title)
    printed = cups.printed(title).read_bytes()
    assert qr_texts(printed, dpi=300) == [content.payload]
    wanted, got = page_sizes_mm(pdf)[0], page_sizes_mm(printed)[0]
    assert got == pytest.approx(wanted, abs=0.5)


def test_the_printer_is_listed_and_ready(cups: PrivateCups) -> None:
    adapter = QtSlipPrinter()
    assert in_fresh_thread(adapter.printers) == (cups.printer,)
    assert in_fresh_thread(partial(adapter.state, cups.printer)) is PrinterState.READY


def test_an_unknown_name_never_prints_on_the_default_printer(cups: PrivateCups) -> None:
    title = cups.new_title()
    reason = _refusal(slip_pdf(slip_content(), Paper.ROLL_80), "Nope", title)
    assert reason is PrinterState.UNKNOWN_PRINTER
    assert cups.waiting_jobs() == []
    assert cups.finished_jobs() == []
    assert cups.nothing_printed(title)


def test_no_name_is_no_printer(cups: PrivateCups) -> None:
    reason = _refusal(slip_pdf(slip_content(), Paper.ROLL_80), "", cups.new_title())
    assert reason is PrinterState.NONE_CHOSEN
    assert cups.waiting_jobs() == []


def test_a_stopped_queue_is_refused_before_anything_is_spooled(cups: PrivateCups) -> None:
    cups.stop_queue()
    reason = _refusal(slip_pdf(slip_content(), Paper.A4), cups.printer, cups.new_title())
    assert reason is PrinterState.STOPPED
    assert cups.waiting_jobs() == []


def test_a_queue_prints_again_once_it_is_resumed(cups: PrivateCups) -> None:
    cups.stop_queue()
    cups.resume_queue()
    title = cups.new_title()
    _print(slip_pdf(slip_content(), Paper.ROLL_80), cups.printer, title)
    assert cups.printed(title).stat().st_size > 0


def test_a_missing_spooler_is_noticed(cups: PrivateCups) -> None:
    cups.kill()
    reason = _refusal(slip_pdf(slip_content(), Paper.ROLL_80), cups.printer, cups.new_title())
    assert reason is PrinterState.NO_SPOOLER
    assert in_fresh_thread(QtSlipPrinter().printers) == ()


class _StoppedOnTheWay(QtSlipPrinter):
    """Somebody opens the printer's lid while the slip is on its way."""

    def __init__(self, cups: PrivateCups) -> None:
        self.cups = cups

    def _spool(self, pdf: bytes, printer: str, title: str) -> None:
        self.cups.stop_queue()
        super()._spool(pdf, printer, title)


class _SpoolerDiesOnTheWay(_StoppedOnTheWay):
    """The scheduler crashes after it took the slip."""

    def _spool(self, pdf: bytes, printer: str, title: str) -> None:
        super()._spool(pdf, printer, title)
        self.cups.kill()


def test_a_queue_stopped_on_the_way_is_noticed_after(cups: PrivateCups) -> None:
    title = cups.new_title()
    with pytest.raises(PrintRefused) as caught:
        _print(slip_pdf(slip_content(), Paper.ROLL_80), cups.printer, title, _StoppedOnTheWay(cups))
    assert caught.value.reason is PrinterState.STOPPED
    assert len(cups.waiting_jobs()) == 1
    assert cups.nothing_printed(title)


def test_a_spooler_gone_on_the_way_is_noticed_after(cups: PrivateCups) -> None:
    pdf = slip_pdf(slip_content(), Paper.ROLL_80)
    with pytest.raises(PrintRefused) as caught:
        _print(pdf, cups.printer, cups.new_title(), _SpoolerDiesOnTheWay(cups))
    assert caught.value.reason is PrinterState.NO_SPOOLER


def test_bytes_that_are_no_pdf_are_our_fault(cups: PrivateCups) -> None:
    with pytest.raises(BugError):
        _print(b"not a PDF", cups.printer, cups.new_title())
    assert cups.waiting_jobs() == []
