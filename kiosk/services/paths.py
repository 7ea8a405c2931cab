"""Where this machine keeps its data: one root folder and fixed names inside it.

On Windows the root belongs to the machine, not to an account, because kiosk and staff may run under
different ones. The demonstration lives in a folder of its own and can be deleted whole.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from kiosk.domain.errors import KnownError
from kiosk.domain.words import N_

FOLDER_NAME = "DongHanhSo"
DEMO_FOLDER_NAME = "DongHanhSo-demo"


@dataclass(frozen=True, slots=True)
class DataPaths:
    """Every file and folder below the data folder `root`."""

    root: Path

    @property
    def settings(self) -> Path:
        """Facts of this machine."""
        return self.root / "settings.toml"

    @property
    def database(self) -> Path:
        """The embedded database."""
        return self.root / "dong-hanh-so.db"

    @property
    def key_file(self) -> Path:
        """The office's secret, wrapped by the system where it can be."""
        return self.root / "office.key"

    @property
    def journal(self) -> Path:
        """Marks of visits that wait for the database."""
        return self.root / "visits.jsonl"

    @property
    def last_known_office(self) -> Path:
        """What a kiosk shows of its office when it starts while the server is away."""
        return self.root / "last-known-office.json"

    @property
    def backups(self) -> Path:
        """Online backups of the database."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """Rotating log files."""
        return self.root / "logs"

    @property
    def slips(self) -> Path:
        """Slips and consent sheets as PDF, for a few days (`kept_sheets`)."""
        return self.root / "slips"

    @property
    def lists(self) -> Path:
        """Lists kept as PDF where there is no printer, for a few days (`kept_sheets`)."""
        return self.root / "lists"

    @property
    def audio(self) -> Path:
        """Recorded sentences for reading aloud."""
        return self.root / "audio"

    @property
    def exports(self) -> Path:
        """Exported tables."""
        return self.root / "exports"

    @property
    def visit(self) -> Path:
        """Files of the person at the kiosk; there only while a visit goes on."""
        return self.root / "visit"

    def make(self) -> DataPaths:
        """Create the folders that are missing; raises KnownError when the place refuses."""
        try:
            for folder in (self.backups, self.logs, self.slips, self.lists, self.exports):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError(
                N_("Không ghi được vào thư mục dữ liệu {folder}."),
                N_("Cấp quyền ghi cho thư mục này, rồi mở lại chương trình."),
                f"{self.root}: {error.strerror}",
                folder=str(self.root),
            ) from error
        return self


def default_data_paths(*, demo: bool = False) -> DataPaths:
    """Return the paths this machine uses when nobody named a data folder."""
    name = DEMO_FOLDER_NAME if demo else FOLDER_NAME
    for_machine = Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / name
    for_account = Path(platformdirs.user_data_dir(name, appauthor=False))
    return DataPaths(for_machine if sys.platform == "win32" else for_account)
