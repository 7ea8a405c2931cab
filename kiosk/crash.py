"""What nobody expected: it is logged, and the program ends with a code of its own.

Whatever started the program starts it anew then.
"""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

CRASHED = 3


def end_on_crash() -> None:
    """From now on end the running program at any error that nobody caught."""
    sys.excepthook = _log_and_leave


def _log_and_leave(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    log.critical("unexpected error", exc_info=(kind, error, trace))
    QApplication.exit(CRASHED)
