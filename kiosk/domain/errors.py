"""The two families of failure.

`KnownError` is the world's fault: a full disk, a printer without paper, a mistyped code. It
carries a sentence for people and one line for the log. `BugError` is ours: a rule of the program
was broken.
"""

from __future__ import annotations


class KnownError(Exception):
    """The world's fault, told plainly.

    `message` is a Vietnamese msgid with named `{fields}`; `cure` says what to do next; `log_line`
    is one technical line with the key, or the file and line. None of them holds personal data.
    """

    def __init__(self, message: str, cure: str = "", log_line: str = "", **fields: object) -> None:
        super().__init__(log_line or message.format(**fields))
        self.message = message
        self.cure = cure
        self.log_line = log_line or message.format(**fields)
        self.fields = fields


class BugError(Exception):
    """Our fault: code was called against its contract."""
