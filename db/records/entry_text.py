"""An entry of the log as one text: how a correction keeps what the entry said before.

The note is left out: it is held encrypted in a column of its own.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from kiosk.domain.assistance import AgeBand, Assistance, HelpChannel, HelpLevel, Outcome


def text_of(entry: Assistance) -> str:
    """Return an entry without its note as JSON."""
    values = asdict(entry)
    del values["note"]
    values["logged_at"] = entry.logged_at.isoformat()
    return json.dumps(values, ensure_ascii=False)


def entry_from(text: str, note: str) -> Assistance:
    """Return the entry written by `text_of`, with its note."""
    stored: dict[str, Any] = json.loads(text)
    typed = {
        "barriers": tuple(stored["barriers"]),
        "level": HelpLevel(stored["level"]),
        "outcome": Outcome(stored["outcome"]),
        "logged_at": datetime.fromisoformat(stored["logged_at"]),
        "age_band": AgeBand(stored["age_band"]) if stored["age_band"] else None,
        "channel": HelpChannel(stored["channel"]),
    }
    return Assistance(**{**stored, **typed, "note": note})
