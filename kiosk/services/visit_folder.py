"""The files of the person at the kiosk: one folder that is gone when the visit is over.

What the portal gives out and what is photographed for it lies here and nowhere else. The names are
ours, never the person's or the page's. A crash leaves a folder behind, so the start wipes them all.
"""

from __future__ import annotations

import logging
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VisitFolder:
    """The one folder of a visit; it is made when its first file comes."""

    path: Path

    def new_file(self, stem: str, suffix: str) -> Path:
        """Return where a new file goes, like `trang-1f0c9a52.pdf`; makes the folder."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self.path / f"{stem}-{secrets.token_hex(4)}{suffix}"

    def wipe(self) -> None:
        """Remove it with everything in it."""
        _remove(self.path)


@dataclass(frozen=True, slots=True)
class VisitFolders:
    """The folders of all visits of this kiosk, below `root`."""

    root: Path

    def of(self, visit_id: str) -> VisitFolder:
        """Return the folder of a visit."""
        return VisitFolder(self.root / visit_id)

    def wipe_all(self) -> None:
        """Remove what a crash, or a file that was held open, has left behind."""
        _remove(self.root)


def _remove(folder: Path) -> None:
    """Remove a folder; what another program holds open is tried again at the next start."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("a visit's folder could not be emptied: %s", error.strerror)
