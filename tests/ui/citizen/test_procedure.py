"""The procedure's page: honest facts, papers that depend on answers, ways that are really open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.domain.content_review import FactCheck
from kiosk.domain.flow import ScreenName
from kiosk.domain.procedure import (
    Channel,
    Choice,
    Fact,
    NotHere,
    Procedure,
    Question,
    RequiredPaper,
)
from tests.ui.citizen.hands import Citizen
from tests.ui.states_citizen import TODAY, citizen_states
from ui.citizen import wishes
from ui.citizen.models import ProcedureModel, StepModel
from ui.citizen.paged_screen import PagedScreen
from ui.widgets.touch_button import TouchButton

WHO = Question("who", "Ai đi đăng ký?", (Choice("parent", "Cha mẹ"), Choice("other", "Ông bà")))


@pytest.fixture
def usual(citizen: Citizen) -> Procedure:
    state = next(s for s in citizen_states(citizen.kit) if s.id == "procedure")
    assert isinstance(state.model, ProcedureModel)
    return state.model.procedure


def shown(procedure: Procedure, **answers: str) -> ProcedureModel:
    return ProcedureModel(procedure, "Sinh con", answers, frozenset(), TODAY)


def words(citizen: Citizen) -> str:
    return "\n".join(label.text() for label in citizen.all(QLabel))


def test_a_fee_without_a_source_is_a_question_for_staff(citizen: Citizen, usual: Procedure) -> None:
    citizen.show(ScreenName.PROCEDURE, shown(usual))
    assert "Lệ phí: hỏi cán bộ" in words(citizen)
    citizen.show(ScreenName.PROCEDURE, shown(replace(usual, fee=Fact("0 đồng"))))
    assert "Lệ phí: 0 đồng" in words(citizen)


def test_the_source_and_its_day_are_told(citizen: Citizen, usual: Procedure) -> None:
    citizen.show(ScreenName.PROCEDURE, shown(usual))
    for part in ("Mã thủ tục 1.001193", "Lấy ngày 18/07/2026", "Xã chưa kiểm tra lại"):
        assert part in words(citizen)


def test_unchecked_facts_are_marked(citizen: Citizen, usual: Procedure) -> None:
    notice = "Chưa thấy trang chính thức"
    citizen.show(ScreenName.PROCEDURE, shown(usual))
    assert notice not in words(citizen)
    unofficial = replace(usual, source=replace(usual.source, official=False))
    citizen.show(ScreenName.PROCEDURE, shown(unofficial))
    assert notice in words(citizen)


@pytest.mark.parametrize(("review_by", "is_due"), [(TODAY, False), (date(2026, 11, 22), True)])
def test_facts_past_their_review_day_say_so(
    citizen: Citizen, usual: Procedure, review_by: date, is_due: bool
) -> None:
    citizen.show(ScreenName.PROCEDURE, shown(replace(usual, review_by=review_by)))
    assert ("đến hạn xem lại" in words(citizen)) == is_due


@pytest.mark.parametrize(("last_day", "is_over"), [(TODAY, False), (date(2026, 11, 22), True)])
def test_what_is_no_longer_done_this_way_says_so(
    citizen: Citizen, usual: Procedure, last_day: date, is_over: bool
) -> None:
    ended = replace(usual, effective_to=last_day, review_by=date(2026, 11, 1))
    citizen.show(ScreenName.PROCEDURE, shown(ended))
    notice = f"Cách làm này dùng đến hết {last_day:%d/%m/%Y}. Hỏi cán bộ cách mới."
    assert (notice in words(citizen)) == is_over
    assert ("đến hạn xem lại" in words(citizen)) != is_over


def test_a_paper_is_ticked_and_taken_back(citizen: Citizen) -> None:
    citizen.show_state("procedure")
    assert citizen.tap("Giấy chứng nhận kết hôn") == [wishes.TickPaper("marriage", True)]
    assert citizen.tap("Giấy chứng sinh") == [wishes.TickPaper("birth", False)]


def test_papers_follow_the_answers(citizen: Citizen, usual: Procedure) -> None:
    paper = RequiredPaper("letter", "Văn bản ủy quyền", when={"who": ("other",)})
    asking = replace(usual, questions=(WHO,), papers=(paper,))
    citizen.show(ScreenName.PROCEDURE, shown(asking))
    assert not citizen.has_button("Văn bản ủy quyền")
    assert citizen.tap("Ông bà") == [wishes.AnswerQuestion("who", "other")]
    citizen.show(ScreenName.PROCEDURE, shown(asking, who="other"))
    assert citizen.has_button("Văn bản ủy quyền")
    assert citizen.button("Ông bà").isChecked()


def test_answering_anew_keeps_one_answer_marked(citizen: Citizen, usual: Procedure) -> None:
    citizen.show(ScreenName.PROCEDURE, shown(replace(usual, questions=(WHO,)), who="other"))
    citizen.tap("Ông bà")
    assert citizen.button("Ông bà").isChecked()


def test_the_guide_waits_for_answers_that_decide_its_steps(
    citizen: Citizen, usual: Procedure
) -> None:
    first, *others = usual.steps
    steps = (replace(first, when={"who": ("parent",)}), *others)
    asking = replace(usual, questions=(WHO,), steps=steps)
    citizen.show(ScreenName.PROCEDURE, shown(asking))
    assert citizen.tap("Làm ngay tại máy này") == []
    citizen.show(ScreenName.PROCEDURE, shown(asking, who="parent"))
    assert citizen.tap("Làm ngay tại máy này") == [wishes.StartHere()]


def test_an_answer_that_decides_nothing_does_not_hold_anyone_up(
    citizen: Citizen, usual: Procedure
) -> None:
    citizen.show(ScreenName.PROCEDURE, shown(replace(usual, questions=(WHO,))))
    assert citizen.tap("Làm ngay tại máy này") == [wishes.StartHere()]


def test_what_is_done_elsewhere_is_not_offered_here(citizen: Citizen, usual: Procedure) -> None:
    elsewhere = (
        shown(replace(usual, channel=Channel.COUNTER)),
        replace(shown(usual), not_here=NotHere("Công an xã", ())),
    )
    for model in elsewhere:
        citizen.show(ScreenName.PROCEDURE, model)
        assert citizen.has_button("Xem nơi làm và giờ làm")
        assert not citizen.has_button("Làm ngay tại máy này")
        assert citizen.has_button("In tờ giấy cần mang")


def test_without_a_guide_the_phone_comes_first(citizen: Citizen, usual: Procedure) -> None:
    citizen.show(ScreenName.PROCEDURE, shown(replace(usual, steps=())))
    assert not citizen.has_button("Làm ngay tại máy này")
    assert citizen.has_button("Làm trên điện thoại của tôi")


def test_with_the_largest_text_the_main_way_stays_on_every_page(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot, "small", 2)
    screen = citizen.show_state("procedure")
    pages = screen.pages  # type: ignore[attr-defined]
    assert pages.page_count > 2
    for _ in range(pages.page_count):
        assert citizen.has_button("Làm tại máy này")
        pages.next_page()


def test_other_ways_are_one_touch_away(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot, "small", 2)
    citizen.show_state("procedure")
    citizen.tap("Cách khác")
    assert citizen.has_button("Làm trên điện thoại của tôi")


def test_a_page_built_anew_stays_where_it_was(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot, "small", 2)
    first = citizen.show_state("procedure")
    first.pages.next_page()  # type: ignore[attr-defined]
    before = [b.text() for b in citizen.all(TouchButton)]
    second = citizen.show_state("procedure")
    assert second is not first
    assert [b.text() for b in citizen.all(TouchButton)] == before


def test_another_procedure_begins_at_its_first_page(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot, "small", 2)
    first = citizen.show_state("procedure")
    first.pages.next_page()  # type: ignore[attr-defined]
    usual = first._procedure  # type: ignore[attr-defined]
    other = citizen.show(ScreenName.PROCEDURE, shown(replace(usual, code="9.999999")))
    assert other.pages.page == 0  # type: ignore[attr-defined]


# The office's word on the facts

CHECKED = FactCheck(date(2026, 11, 12))
LATER = FactCheck(date(2026, 11, 20))
UNSURE = FactCheck(date(2026, 11, 12), is_sure=False)


def vouched(procedure: Procedure, **checks: FactCheck) -> ProcedureModel:
    papers = {f"papers[{paper.id}]": CHECKED for paper in procedure.papers}
    every = {"level": CHECKED, "time": CHECKED, "fee": CHECKED, **papers}
    return replace(shown(procedure), checks=checks or every)


def test_a_whole_check_is_told_with_its_day(citizen: Citizen, usual: Procedure) -> None:
    citizen.show(ScreenName.PROCEDURE, vouched(usual))
    assert "Xã đã kiểm tra ngày 12/11/2026" in words(citizen)
    assert "chưa kiểm tra" not in words(citizen)


def test_a_check_in_part_says_of_what_and_that_the_rest_is_not(
    citizen: Citizen, usual: Procedure
) -> None:
    """The oldest day is told: since then all of it stands."""
    citizen.show(ScreenName.PROCEDURE, vouched(usual, fee=LATER, time=CHECKED))
    told = "Xã đã kiểm tra thời gian, lệ phí ngày 12/11/2026, phần khác chưa kiểm tra lại"
    assert told in words(citizen)


def test_papers_count_as_checked_when_all_that_are_shown_are(
    citizen: Citizen, usual: Procedure
) -> None:
    some = {f"papers[{paper.id}]": CHECKED for paper in usual.papers[1:]}
    citizen.show(ScreenName.PROCEDURE, replace(shown(usual), checks=some))
    assert "Xã chưa kiểm tra lại" in words(citizen)


def test_a_doubt_says_of_what_and_whom_to_ask(citizen: Citizen, usual: Procedure) -> None:
    checks = {"fee": UNSURE, "time": CHECKED, "papers[identity]": UNSURE}
    page = citizen.show(ScreenName.PROCEDURE, replace(shown(usual), checks=checks))
    assert "Xã chưa chắc về lệ phí, giấy tờ. Hỏi cán bộ cho chắc." in words(citizen)
    assert "Xã đã kiểm tra thời gian ngày 12/11/2026" in words(citizen)
    assert isinstance(page, PagedScreen)
    assert page.pages is not None
    page.pages.show_words("Căn cước của bố và mẹ")
    paper = next(b for b in citizen.all(TouchButton) if b.text() == "Căn cước của bố và mẹ")
    assert "Hỏi cán bộ về giấy này." in paper.accessibleDescription()


def test_a_step_says_how_far_the_office_stands_behind_it(citizen: Citizen) -> None:
    state = next(s for s in citizen_states(citizen.kit) if s.id == "step")
    assert isinstance(state.model, StepModel)
    citizen.show(ScreenName.STEP, state.model)
    assert "Xã đã xem màn hình thật ngày 01/11/2026." in words(citizen)
    unseen = replace(state.model, step=replace(state.model.step, seen_on=None))
    citizen.show(ScreenName.STEP, unseen)
    assert "Màn hình thật có thể hơi khác." in words(citizen)
    citizen.show(ScreenName.STEP, replace(state.model, check=UNSURE))
    assert "Xã chưa chắc bước này còn đúng." in words(citizen)
    assert "Xã đã xem màn hình thật" not in words(citizen)
