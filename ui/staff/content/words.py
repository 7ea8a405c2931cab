"""How the console names facts, their fields and their states."""

from __future__ import annotations

from kiosk.domain.content_review import FactState, Plain, Verdict
from kiosk.domain.procedure import Procedure
from kiosk.domain.words import N_
from kiosk.services.content_facts import item_of, key_of
from kiosk.services.content_form import fields_of
from kiosk.services.language import Translator
from ui.staff.phrases import barrier_text
from ui.theme.tokens import Tone

FACT_LABELS = {
    "level": N_("Cách nộp"),
    "time": N_("Thời gian"),
    "fee": N_("Lệ phí"),
    "summary": N_("Giới thiệu"),
    "next_steps": N_("Việc tiếp theo"),
    "papers": N_("Giấy tờ"),
    "not_here": N_("Nơi làm"),
}
_FIELD_LABELS = {
    "title": N_("Tên"),
    "note": N_("Ghi chú"),
    "text": N_("Lời hiện trên màn hình"),
    "where": N_("Nơi đến"),
    "say": N_("Lời dặn, mỗi dòng một câu"),
    "instruction": N_("Việc cần làm, mỗi dòng một câu"),
    "expect": N_("Bây giờ màn hình phải có gì"),
    "caution": N_("Lưu ý, nếu có"),
}
_NAMES = ("title", "where")
"""Fields by which a paper, a step or a place is called."""

STATES = {
    FactState.UNCHECKED: (N_("Xã chưa kiểm tra"), "circle-half", Tone.PLAIN),
    FactState.RIGHT: (N_("Đúng"), "check-circle", Tone.GREEN),
    FactState.CORRECTED: (N_("Xã đã sửa"), "note-pencil", Tone.GREEN),
    FactState.UNSURE: (N_("Chưa chắc"), "question", Tone.BLUE),
    FactState.CHANGED: (N_("Có bản mới, cần xem"), "arrows-clockwise", Tone.RED),
}
VERDICTS = {
    Verdict.RIGHT: N_("Xác nhận đúng"),
    Verdict.CORRECTED: N_("Sửa"),
    Verdict.UNSURE: N_("Chưa chắc"),
    Verdict.UNDONE: N_("Hoàn tác"),
}
"""What is said of facts; reports of the portal's pages are no facts and have cards of their own."""


def fact_label(t: Translator, procedure: Procedure, path: str) -> str:
    """Return a fact's name: "Lệ phí", "Giấy chứng sinh", "Bước 3: Chọn nơi nhận hồ sơ"."""
    key, item = key_of(path), item_of(path)
    if key == "steps":
        return _step_label(t, procedure, item)
    papers = {paper.id: paper.title for paper in procedure.papers}
    places = {str(at): place.where for at, place in enumerate(procedure.not_here)}
    named = {"papers": papers, "not_here": places}.get(key, {})
    return named.get(item) or t(FACT_LABELS[key])


def _step_label(t: Translator, procedure: Procedure, step_id: str) -> str:
    ids = [step.id for step in procedure.steps]
    if step_id not in ids:
        return t("Bước đã bỏ")
    number = ids.index(step_id) + 1
    return t("Bước {n}: {title}", n=number, title=procedure.steps[number - 1].title)


def field_label(t: Translator, name: str) -> str:
    """Return the label of one field of the form."""
    outer, _, inner = name.partition(".")
    if inner:
        return t("Khi vướng “{barrier}”", barrier=barrier_text(t, inner))
    return t(_FIELD_LABELS[outer]) if outer else t("Lời hiện trên màn hình, mỗi dòng một câu")


def told_text(t: Translator, path: str, value: Plain, *, named: bool = True) -> str:
    """Return a fact's value on a few lines, as the list and the history show it.

    Without `named` the name is left out, because it stands as a heading above.
    """
    if value == {}:
        return t("Hỏi cán bộ") if key_of(path) == "fee" else t("Không có")
    told = ((name, text) for name, text in fields_of(value) if text and "." not in name)
    return "\n".join(_line(text) for name, text in told if named or name not in _NAMES)


def _line(value: Plain) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
