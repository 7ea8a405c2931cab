"""What a counter last knew of its office, kept on its own disk for a start without the server.

Guidance needs the office's name and hours and its word on the facts, and nothing of any person. The
file is written at every start that found the server, and whenever the content changes.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kiosk.domain.office import OfficeProfile
from kiosk.services.atomic import write_bytes
from kiosk.services.catalogue import OfficeContent

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """The office's profile and its content with the office's edits."""

    profile: OfficeProfile
    content: OfficeContent


_ADAPTER = TypeAdapter(KnownOffice)


def keep_known(path: Path, known: KnownOffice) -> None:
    """Write what is known to `path`; a disk that refuses is logged, and nothing else is lost."""
    try:
        write_bytes(path, _ADAPTER.dump_json(known))
    except OSError as error:
        log.warning("%s: %s", path.name, error.strerror)


def last_known(path: Path) -> KnownOffice | None:
    """Return what was known, None when there is nothing that this version can read."""
    try:
        return _ADAPTER.validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        log.warning("%s cannot be read: %s", path.name, type(error).__name__)
        return None
