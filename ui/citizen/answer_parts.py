"""What an answer of the search says and offers: lines to read, and tiles to touch."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.lesson import Lesson
from kiosk.domain.search_answer import AnswerKind
from kiosk.domain.words import N_
from kiosk.services.language import Translator
from ui.citizen import wishes
from ui.citizen.models import FoundCard, SearchModel

EXAMPLES = (
    N_("làm giấy khai sinh"),
    N_("giấy xác nhận độc thân"),
    N_("trợ cấp người già"),
    N_("giấy xác nhận cư trú"),
)
"""What people ask for here, to be touched by who does not know how to begin."""

_HOW_TO_TYPE = N_("Gõ việc cần làm, có dấu hay không đều được.")
_LOOKING = N_("Đang tìm.")
_NOTHING = (
    N_("Máy chưa tìm thấy việc này."),
    N_("Ông/bà gõ cách khác, hoặc bấm nút vàng."),
)
_LESSON_HERE = N_("Bài này chỉ cách làm:")
_ASK_STAFF = N_("Cán bộ chỉ ông/bà cách làm. Bấm nút vàng.")
_ASK_FURTHER = N_("Cần hỏi thêm thì bấm nút vàng.")


@dataclass(frozen=True, slots=True)
class AnswerTile:
    """One tile: its words, a second line, an icon, and what touching it wishes for."""

    text: str
    detail: str
    icon: str
    wish: object


@dataclass(frozen=True, slots=True)
class AnswerParts:
    """Lines to read and tiles to choose from; `icon` is for a message that has no tiles.

    With `belongs_together` a question needs all its tiles; with `is_example` nobody asked for them.
    """

    lines: tuple[str, ...] = ()
    tiles: tuple[AnswerTile, ...] = ()
    icon: str = "magnifying-glass"
    belongs_together: bool = False
    is_example: bool = False


def answer_parts(model: SearchModel, t: Translator) -> AnswerParts:
    """Return what is shown for what was typed; without a word that is a few examples."""
    if not model.text.strip():
        examples = tuple(_example(text, t) for text in EXAMPLES)
        return AnswerParts((t(_HOW_TO_TYPE),), examples, is_example=True)
    tiles = tuple(map(_found, model.cards))
    if model.kind is None:
        return AnswerParts((t(_LOOKING),))
    if model.kind is AnswerKind.ASK:
        return AnswerParts((model.question,), tiles, belongs_together=True)
    if model.kind is AnswerKind.HELP and model.lesson is not None:
        return AnswerParts((t(_LESSON_HERE),), (_lesson(model.lesson), *tiles))
    if model.kind is AnswerKind.HELP:
        return AnswerParts((t(_ASK_STAFF),), tiles, "hand-waving")
    if model.kind is AnswerKind.OUT_OF_SCOPE:
        return AnswerParts((*model.say, t(_ASK_FURTHER)), tiles, "map-pin")
    return AnswerParts((), tiles) if tiles else AnswerParts(tuple(map(t, _NOTHING)))


def _example(text: str, t: Translator) -> AnswerTile:
    # What is searched for are the Vietnamese words, whatever language they are shown in.
    return AnswerTile(t(text), "", "magnifying-glass", wishes.SearchFor(text))


def _found(card: FoundCard) -> AnswerTile:
    opens = wishes.OpenProcedure if card.is_ours else wishes.OpenListed
    return AnswerTile(card.text, card.detail, card.icon, opens(card.code))


def _lesson(lesson: Lesson) -> AnswerTile:
    return AnswerTile(lesson.title, lesson.summary, lesson.icon, wishes.OpenLesson(lesson.id))
