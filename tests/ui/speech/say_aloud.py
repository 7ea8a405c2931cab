"""Says its arguments, one sentence each, with the voices of this machine; a program of its own.

Qt finds its sound server once in a process, so a test with a server of its own needs one too. It
prints a line per sentence: whether it was said.

    python -m tests.ui.speech.say_aloud AUDIO_FOLDER SENTENCE...
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from kiosk.tour.driver import Driver
from ui.speech.voices import voices_here


def main() -> None:
    """Say everything."""
    app = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    voices = voices_here(Path(sys.argv[1]), app)
    ends: list[bool] = []
    for sentence in sys.argv[2:]:
        ends.clear()
        voices.say(sentence, "vi", ends.append)
        Driver().wait_for(lambda: bool(ends), "the end of a sentence")
        print("said" if ends == [True] else "failed")  # noqa: T201


if __name__ == "__main__":
    main()
