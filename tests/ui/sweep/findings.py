"""What the sweep found to be wrong, in words that name screen, state, configuration and widget."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass

_SHOWN = 80
_NAMED = 5
_QUOTED = re.compile("“.*”")


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule; `state` includes the page, `widget` says which part of it."""

    configuration: str
    state: str
    rule: str
    widget: str
    problem: str

    def __str__(self) -> str:
        return f"[{self.rule}] {self.state} @ {self.configuration}: {self.widget}: {self.problem}"

    def to_json(self) -> str:
        """Return the finding on one line."""
        return json.dumps(asdict(self), ensure_ascii=False)


def from_json(line: str) -> Finding:
    """Read what `to_json` wrote."""
    return Finding(**json.loads(line))


def report(findings: Iterable[Finding]) -> str:
    """Return the findings as text, the same fault of the same kind of widget told once."""
    together: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        together[finding.rule, _kind(finding.widget)].append(finding)
    lines = [_line(same) for _key, same in sorted(together.items())]
    more = [f"… and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
    return "\n".join([f"{len(lines)} problem(s)", *lines[:_SHOWN], *more])


def _kind(widget: str) -> str:
    """Return the widget's classes without its words, which differ from state to state."""
    return _QUOTED.sub("", widget)


def _line(same: list[Finding]) -> str:
    first = same[0]
    states = _some([one.state for one in same])
    configurations = _some([one.configuration for one in same])
    return f"[{first.rule}] {states}: {first.widget}: {first.problem}  @ {configurations}"


def _some(names: list[str]) -> str:
    different = list(dict.fromkeys(names))
    more = f" and {len(different) - _NAMED} more" if len(different) > _NAMED else ""
    return ", ".join(different[:_NAMED]) + more
