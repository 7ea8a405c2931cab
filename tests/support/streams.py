"""Recorded visits: the marks of one visit as lines of JSON, and what the rule notices in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.idle import WARN_AFTER_SECONDS
from kiosk.domain.stuck import StepKey, StuckPolicy, StuckSign, step_in_front, stuck_sign
from kiosk.domain.visit import VisitEvent, VisitEventKind
from tests.fakes import START

FOLDER = Path(__file__).parents[1] / "kiosk" / "domain" / "streams"
TOUCH = "touch"


@dataclass(frozen=True, slots=True)
class Noticed:
    """A sign, and the second of the visit it came at."""

    sign: StuckSign
    second: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A visit's marks, the milliseconds of its touches, and those of its end."""

    marks: tuple[VisitEvent, ...]
    touches: tuple[int, ...]

    @property
    def end_ms(self) -> int:
        """When the recording stops."""
        return max(self.touches)


def read_stream(name: str) -> Stream:
    """Return a recorded visit; every mark is a touch as well."""
    lines = [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text().splitlines()]
    marks = tuple(
        VisitEvent(
            "recorded",
            seq,
            START,
            line["ms"],
            VisitEventKind(line["kind"]),
            line.get("procedure", ""),
            line.get("step", ""),
        )
        for seq, line in enumerate(line for line in lines if line["kind"] != TOUCH)
    )
    return Stream(marks, tuple(line["ms"] for line in lines))


def stream_text(marks: Iterable[VisitEvent], touches: Iterable[int]) -> str:
    """Return the lines that `read_stream` reads."""
    told = [
        {
            "ms": mark.elapsed_ms,
            "kind": mark.kind.value,
            "procedure": mark.procedure_code,
            "step": mark.step_id,
        }
        for mark in marks
    ]
    told += [{"ms": at, "kind": TOUCH} for at in touches]
    told.sort(key=lambda line: int(str(line["ms"])))
    lines = ({key: value for key, value in line.items() if value != ""} for line in told)
    return "".join(json.dumps(line) + "\n" for line in lines)


def noticed(stream: Stream, usual_seconds: float, policy: StuckPolicy) -> list[Noticed]:
    """Return the signs a kiosk would show that looks once a second, the first of each step only."""
    limit = policy.quiet_limit(usual_seconds, WARN_AFTER_SECONDS)
    found: list[Noticed] = []
    offered: set[StepKey | None] = set()
    for second in range(stream.end_ms // 1000 + 1):
        marks = _until(stream.marks, second)
        touched = max((at for at in stream.touches if at <= second * 1000), default=0)
        sign = stuck_sign(marks, second - touched / 1000, limit, policy)
        step = step_in_front(marks)
        if sign is not None and step not in offered:
            offered.add(step)
            found.append(Noticed(sign, second))
    return found


def _until(marks: Sequence[VisitEvent], second: int) -> list[VisitEvent]:
    return [mark for mark in marks if mark.elapsed_ms <= second * 1000]
