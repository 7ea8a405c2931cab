"""Is a folder on a network drive? SQLite's locks and its WAL do not hold there.

Windows is asked for the type of the drive; Linux tells in /proc/mounts. Both are pure functions of
what the system says, so that each is tested on the other.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

from db.errors import NetworkPathRefused

DRIVE_REMOTE = 4
"""What GetDriveTypeW answers for a mapped network drive."""

NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "davfs", "ceph", "lustre"}
    | {"glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.davfs2", "fuse.smbnetfs"}
)


def refuse_network_path(path: Path) -> None:
    """Raise NetworkPathRefused, naming the reason, when `path` is not on a disk of this machine."""
    reason = network_reason(path)
    if reason:
        raise NetworkPathRefused(f"database on a network path: {reason}: {path}", reason=reason)


def network_reason(path: Path) -> str:
    """Return why `path` counts as a network path, "" when it is local."""
    if sys.platform == "win32" or str(path).startswith("\\\\"):
        return windows_reason(str(path), drive_type)
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return linux_reason(path.resolve(), mounts)


def drive_type(root: str) -> int:
    r"""Return what Windows says a drive ("Z:\") is; 0 (unknown) elsewhere."""
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    return 0


def windows_reason(path: str, kind_of_drive: Callable[[str], int]) -> str:
    r"""Return the share of a UNC path (\\server\share), or the mapped drive of `path`, or ""."""
    plain = re.sub(r"^\\\\[?.]\\(UNC\\)?", lambda m: "\\\\" if m[1] else "", path)
    drive = PureWindowsPath(plain).drive
    if drive.startswith("\\\\"):
        return drive
    return drive if drive and kind_of_drive(drive + "\\") == DRIVE_REMOTE else ""


def linux_reason(path: Path, mounts: str) -> str:
    """Return the network file system holding `path` ("nfs4 /srv/x"), by /proc/mounts, or ""."""
    holder, kind = Path("/"), ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[1]))
        # A later mount over the same point hides the earlier one.
        if path.is_relative_to(point) and len(point.parts) >= len(holder.parts):
            holder, kind = point, fields[2]
    return f"{kind} {holder}" if kind in NETWORK_FILE_SYSTEMS else ""
