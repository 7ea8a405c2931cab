"""Network drives are told apart by what the system says, on either system."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.engine import sqlite_engine
from db.errors import NetworkPathRefused
from db.migrate import prepare_sqlite
from db.network_path import DRIVE_REMOTE, linux_reason, network_reason, windows_reason
from tests.db.test_prepare import NoBackups

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/lan/local ext4 rw 0 0
//nas/data /mnt/dữ\040liệu cifs rw 0 0
lan@host:/ /mnt/ssh fuse.sshfs rw 0 0
/dev/sdc1 /mnt/over ext4 rw 0 0
nas:/over /mnt/over nfs rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/var/lib/dong-hanh-so/x.db", ""),
        ("/home/lan/x.db", "nfs4 /home"),
        ("/home/lan/local/x.db", ""),
        ("/homes/x.db", ""),
        ("/mnt/dữ liệu/x.db", "cifs /mnt/dữ liệu"),
        ("/mnt/ssh/a/b/x.db", "fuse.sshfs /mnt/ssh"),
        ("/mnt/over/x.db", "nfs /mnt/over"),
    ],
)
def test_linux_tells_by_its_mounts(path: str, reason: str) -> None:
    assert linux_reason(Path(path), MOUNTS) == reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (r"C:\ProgramData\DongHanhSo\x.db", ""),
        (r"Z:\DongHanhSo\x.db", "Z:"),
        (r"\\server\share\x.db", r"\\server\share"),
        (r"\\?\UNC\server\share\x.db", r"\\server\share"),
        (r"\\?\C:\DongHanhSo\x.db", ""),
        (r"\\?\Z:\DongHanhSo\x.db", "Z:"),
        (r"relative\x.db", ""),
    ],
)
def test_windows_tells_by_the_drive(path: str, reason: str) -> None:
    def kind_of_drive(root: str) -> int:
        return DRIVE_REMOTE if root == "Z:\\" else 3

    assert windows_reason(path, kind_of_drive) == reason


def test_a_folder_of_this_machine_is_accepted(tmp_path: Path) -> None:
    assert network_reason(tmp_path / "not yet" / "there" / "x.db") == ""


def test_a_share_is_refused_with_its_name_before_anything_is_touched() -> None:
    share = Path(r"\\server\share\x.db")
    with pytest.raises(NetworkPathRefused) as refused:
        sqlite_engine(share)
    assert refused.value.fields["reason"] == r"\\server\share"
    assert r"\\server\share" in refused.value.message.format(**refused.value.fields)
    with pytest.raises(NetworkPathRefused):
        prepare_sqlite(share, NoBackups())
