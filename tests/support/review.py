"""The office's words on a sample procedure, for the tests of reviewing content."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.domain.content_review import FactEntry, Plain, Verdict
from kiosk.domain.procedure import Procedure
from kiosk.domain.staff import Role, Staff
from kiosk.services.content import parse_procedure
from tests.support.content_sample import BLOCKS, SAMPLE, changed

CODE = "9.000001"
LEAD = Staff("s-ha", "Phạm Thu Hà", Role.LEAD, "hash")
SUPPORTER = Staff("s-lan", "Nguyễn Thị Lan", Role.SUPPORTER, "hash")
AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
"""08:00 at the office on the 22nd."""


def sample(old: str = "", new: str = "") -> Procedure:
    """Return the sample procedure, with one text replaced as a later release may do."""
    text = changed(old, new) if old else SAMPLE
    return parse_procedure(text, f"{CODE}.toml", BLOCKS)


def birth() -> Procedure:
    """Return a registration of birth with everything a procedure can have, in words of our own.

    The shipped one is no sample: whoever writes content may change it any day.
    """
    text = (Path(__file__).parent / "birth.toml").read_text("utf-8")
    return parse_procedure(text, "1.001193.toml", {})


def word(
    path: str,
    verdict: Verdict,
    shipped: Plain,
    value: Plain | None = None,
    *,
    number: int = 1,
    note: str = "",
) -> FactEntry:
    """Return one entry; `number` makes its id and puts it in order."""
    at = AT + timedelta(minutes=number)
    return FactEntry(
        f"e{number}", CODE, path, verdict, value, shipped, note, LEAD.id, LEAD.name, at
    )
