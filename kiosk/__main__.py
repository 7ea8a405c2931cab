"""`python -m kiosk` and the command `dong-hanh-so`: reads the command line and runs one command.

An error of the world's is one line on the error stream and exit code 2; `run` is the default.
"""

from __future__ import annotations

import sys

from kiosk.commands import main

if __name__ == "__main__":
    sys.exit(main())
