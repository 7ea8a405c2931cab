"""The Qt side of the application: theme, widgets, screens and the adapters to devices.

PySide6 6.12 gives back `None`, `True` and `False` without counting the reference. Python 3.12 and
later do not count them either; Python 3.11 does, runs out, and aborts with "deallocating None"
after some ten thousand calls. Every Qt module of ours lies in this package: it is made safe here.
"""

from __future__ import annotations

import ctypes
import sys

_MORE_THAN_EVER_LOST = 1 << 60


def _make_constants_last() -> None:
    """Raise the reference counts of the constants out of reach, as Python 3.12 does by itself."""
    for constant in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < _MORE_THAN_EVER_LOST:
            count.value += _MORE_THAN_EVER_LOST


if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
    _make_constants_last()
