"""What the program clears away by itself, at its start and every hour."""

from __future__ import annotations

import os

from kiosk.domain.assistance import AssistanceDraft, PersonDraft
from kiosk.domain.help_call import CancelReason
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder


def test_sheets_that_were_kept_long_enough_are_gone(
    open_counter: OpenCounter, folder: DemoFolder
) -> None:
    sheet = folder.paths.lists / "run-sheet-20261101-083000.pdf"
    sheet.write_bytes(b"%PDF")
    os.utime(sheet, (0, 0))
    counter = open_counter(folder)
    counter.until(lambda: not sheet.exists())


def test_a_name_half_typed_for_a_call_that_is_over_is_gone(counter: Counter) -> None:
    counter.log_in("Lan")
    counter.call()
    call = counter.take_call()
    typed = AssistanceDraft(call.id, person=PersonDraft(name="Phạm Thị Tư"))
    counter.office.log.save_draft(typed)
    counter.office.visits.take_back(call.id, CancelReason.ALONE)
    counter.clock.advance(days=1, seconds=1)
    counter.desktop._hourly.timeout.emit()
    counter.until(lambda: counter.rows("SELECT call_id FROM assistance_drafts") == [])
