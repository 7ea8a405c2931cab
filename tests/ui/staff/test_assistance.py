"""Logging one help by touch and keys: from one tap to a promised home visit with consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.assistance import FollowUpDraft, PersonDraft
from kiosk.domain.barrier import BARRIERS
from kiosk.domain.follow_up import FollowUpKind
from kiosk.domain.person import Consent, Purpose
from tests.ui.staff_hands import LARGE, SMALL, Hands, console
from tests.ui.staff_samples import (
    ASSISTANCE,
    DRAFT,
    GRANTED,
    HA,
    LONG_CALL,
    NOW,
    PROBLEMS,
    VISIT_DRAFT,
    call,
    consent,
    rail,
    visit_model,
)
from ui.staff.assistance.person_fields import PersonFields
from ui.staff.models import AssistanceModel, StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.screens.assistance import AssistanceScreen
from ui.staff.window import StaffWindow
from ui.staff.wishes import AskConsent, DraftChanged, SaveAssistance
from ui.theme.metrics import PanelMetrics
from ui.widgets.chip import Chip
from ui.widgets.choice_field import ChoiceField
from ui.widgets.pager import PagedBody
from ui.widgets.text_field import TextField

NAME = StaffScreenName.ASSISTANCE


def _page(hands: Hands) -> AssistanceScreen:
    assert isinstance(hands.window, StaffWindow)
    assert isinstance(hands.window.page, AssistanceScreen)
    return hands.window.page


def _show(hands: Hands, model: AssistanceModel) -> None:
    assert isinstance(hands.window, StaffWindow)
    hands.window.show_screen(NAME, model, hands.kit, rail(NAME, HA))


def _saved(hands: Hands) -> SaveAssistance:
    wish = hands.last(SaveAssistance)
    assert isinstance(wish, SaveAssistance)
    return wish


def _field(hands: Hands, name: str) -> TextField:
    return next(field for field in hands.all(TextField) if field.accessibleName() == name)


def test_nothing_is_chosen_but_the_citizens_barriers(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    assert _page(hands).draft() == DRAFT
    assert all(field.value() is None for field in hands.all(ChoiceField))


def test_three_taps_log_a_simple_help(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    hands.tap("Chỉ một câu")
    hands.tap("Nộp xong trực tuyến")
    hands.tap("Lưu, không in")

    wish = _saved(hands)
    assert (wish.draft.level, wish.draft.outcome) == ("hint", "submitted")
    assert not wish.and_print


def test_every_change_is_handed_on_within_300_ms(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    with qtbot.waitSignal(hands.window.wished, timeout=5000) as caught:
        hands.tap("Ngồi cạnh cùng làm")

    assert caught.args == [DraftChanged(replace(DRAFT, level="side_by_side"))]


def test_a_change_still_under_way_is_handed_on_when_the_page_goes(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    hands.tap("Làm giúp")
    _page(hands).hide()

    wish = hands.last(DraftChanged)
    assert isinstance(wish, DraftChanged)
    assert wish.draft.level == "done_for"


def test_the_measured_minutes_can_be_corrected(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    hands.tap("Thêm")

    assert _page(hands).draft().minutes == 8


def test_all_31_barriers_are_one_tap_away(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE, metrics=LARGE)

    hands.tap("Tất cả vướng mắc")
    offered = {button.payload for button in hands.all(type(hands.button("Xong")))}
    hands.tap("Sợ lừa đảo")
    hands.tap("Xong")

    assert {barrier.code for barrier in BARRIERS} <= offered
    assert _page(hands).draft().barriers == ("L2", "H2")


def test_leaving_the_list_of_barriers_changes_nothing(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE, metrics=LARGE)

    hands.tap("Tất cả vướng mắc")
    hands.tap("Sợ lừa đảo")
    hands.tap("Quay lại")

    assert _page(hands).draft().barriers == ("L2",)


def test_age_band_and_village_are_optional(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    hands.tap("60–74")
    hands.tap("Chọn thôn")
    hands.tap("Thôn Kim Đường")

    draft = _page(hands).draft()
    assert (draft.age_band, draft.village_id) == ("from_60", "v-2")
    hands.tap("Không ghi")
    assert _page(hands).draft().age_band == ""


def test_the_slip_is_offered_only_with_a_promise(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    assert "Lưu và in phiếu hẹn" not in hands.texts()
    hands.tap("Hẹn làm tiếp")

    assert hands.button("Lưu và in phiếu hẹn").isVisible()


def test_a_return_to_the_counter_needs_no_person(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    hands.tap("Hẹn làm tiếp")
    hands.tap("Việc hẹn")
    hands.tap("Ông/bà quay lại quầy")
    hands.tap("Thứ Tư, 25/11/2026")
    hands.tap("buổi sáng")
    hands.tap("Giấy chứng sinh")
    _field(hands, "Mang thêm, nếu có").setFocus()
    hands.keys("kính đọc sách")
    hands.tap("Lưu và in phiếu hẹn")

    wish = _saved(hands)
    bring = ("Giấy chứng sinh", "kính đọc sách")
    expected = FollowUpDraft("return_to_counter", "2026-11-25", "morning", bring)
    assert wish.draft.follow_up == expected
    assert wish.and_print
    assert "Người dân" not in hands.texts()


def test_the_day_is_not_chosen_before_someone_does(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    hands.tap("Hẹn làm tiếp")
    hands.tap("Việc hẹn")
    hands.tap("Lưu và in phiếu hẹn")

    assert _saved(hands).draft.follow_up == FollowUpDraft()


def test_a_chosen_day_moves_by_steps(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)

    hands.tap("Hẹn làm tiếp")
    hands.tap("Việc hẹn")
    hands.tap("Thứ Hai, 23/11/2026")
    hands.tap("Thêm một ngày")

    assert _page(hands).draft().follow_up.due == "2026-11-24"


def test_a_home_visit_asks_the_citizen_first(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, visit_model())

    hands.tap("Người dân")
    assert not hands.all(PersonFields)
    hands.tap("Hỏi ý kiến trên màn hình người dân")

    assert hands.wishes == [AskConsent((Purpose.HOME_VISIT, Purpose.CALL_BACK))]


def test_while_the_citizen_decides_the_page_waits(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, visit_model())
    hands.tap("Người dân")

    _show(hands, visit_model(is_asking_consent=True))

    hands.wait_for("Đang chờ người dân trả lời trên màn hình.")
    assert not hands.all(PersonFields)


def test_with_consent_the_person_is_typed_and_saved(qtbot: QtBot) -> None:
    model = replace(visit_model(*GRANTED), draft=replace(VISIT_DRAFT, person=PersonDraft()))
    hands = console(qtbot, NAME, model)

    hands.tap("Người dân")
    for name, text in (
        ("Họ và tên", "Nguyễn Thị Hoa"),
        ("Năm sinh", "19x54"),
        ("Điện thoại", "0912 345 678"),
        ("Chỉ đường tới nhà (tối đa 80 chữ)", "sau đình " * 20),
    ):
        _field(hands, name).setFocus()
        hands.keys(text)
    hands.tap("của người nhà")
    hands.tap("Chọn thôn")
    hands.tap("Thôn Đông Lỗ")
    hands.tap("Khó đi lại")
    hands.tap("Lưu và in phiếu hẹn")

    person = _saved(hands).draft.person
    assert (person.name, person.birth_year) == ("Nguyễn Thị Hoa", "1954")
    assert (person.phone, person.phone_owner) == ("0912 345 678", "family")
    assert (person.village_id, person.hard_to_move, person.lives_alone) == ("v-1", True, False)
    assert len(person.where_to_find) <= 80


def test_refusal_blocks_the_person_and_nothing_else(qtbot: QtBot) -> None:
    refused = consent(Purpose.HOME_VISIT, granted=False)
    hands = console(qtbot, NAME, visit_model(refused))

    hands.tap("Người dân")
    assert "Người dân không đồng ý ghi tên." in hands.texts()
    hands.tap("Lưu và in phiếu hẹn")

    draft = _saved(hands).draft
    assert draft.person == PersonDraft()
    assert draft.follow_up.kind == FollowUpKind.HOME_VISIT


def test_the_newest_answer_counts(qtbot: QtBot) -> None:
    yes = replace(consent(Purpose.HOME_VISIT, granted=True), at=NOW - timedelta(minutes=1))
    withdrawn = consent(Purpose.HOME_VISIT, granted=False)

    assert _may_type(qtbot, yes)
    assert not _may_type(qtbot, yes, withdrawn)


def _may_type(qtbot: QtBot, *consents: Consent) -> bool:
    hands = console(qtbot, NAME, visit_model(*consents))
    hands.tap("Người dân")
    return bool(hands.all(PersonFields))


def test_no_person_before_the_recovery_sheet_was_typed_back(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, visit_model(*GRANTED, recovery_confirmed=False))

    hands.tap("Người dân")

    assert "Chưa ghi được tên người dân." in hands.texts()
    assert not hands.all(PersonFields)


def test_another_outcome_leaves_promise_and_person_behind(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, visit_model(*GRANTED))

    hands.tap("Làm xong tại quầy")
    hands.tap("Lưu, không in")

    draft = _saved(hands).draft
    assert (draft.follow_up, draft.person) == (FollowUpDraft(), PersonDraft())


def test_a_newer_model_keeps_what_is_being_typed(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, visit_model(*GRANTED))
    hands.tap("Người dân")
    field = _field(hands, "Họ và tên")
    field.clear()
    field.setFocus()
    hands.keys("Trần Thị")

    _show(hands, visit_model(*GRANTED, saved_at=NOW))

    assert field.isVisible()
    assert field.text() == "Trần Thị"
    assert hands.window.focusWidget() is field
    assert "Tự lưu nháp 08:14:02" in hands.texts()


def test_problems_stand_at_their_fields_and_lead_there(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, visit_model(*GRANTED))

    _show(hands, visit_model(*GRANTED, problems={"person.phone": PROBLEMS["person.phone"]}))

    assert PROBLEMS["person.phone"] in hands.texts()
    assert _field(hands, "Điện thoại").isVisible()
    _show(hands, visit_model(*GRANTED))
    assert PROBLEMS["person.phone"] not in hands.texts()


def test_another_call_is_another_form(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, ASSISTANCE)
    page = _page(hands)

    other = call("call-2", 20, barriers=("F1",))
    draft = replace(DRAFT, call_id=other.id, barriers=("F1",))
    _show(hands, replace(ASSISTANCE, call=other, draft=draft))

    assert _page(hands) is not page
    assert _page(hands).draft().barriers == ("F1",)


@pytest.mark.parametrize("metrics", [LARGE, SMALL], ids=["large", "small"])
def test_a_simple_help_needs_one_page(qtbot: QtBot, metrics: PanelMetrics) -> None:
    hands = console(qtbot, NAME, ASSISTANCE, metrics=metrics)

    assert [body.page_count for body in hands.all(PagedBody)] == [1]


def test_a_long_place_does_not_break_title_and_counter(qtbot: QtBot) -> None:
    model = replace(ASSISTANCE, call=LONG_CALL, draft=replace(DRAFT, call_id=LONG_CALL.id))

    hands = console(qtbot, NAME, model)

    (header,) = hands.all(PageHeader)
    counter, place = (chip for chip in hands.all(Chip))
    assert header.title.width() >= header.title.sizeHint().width()
    assert counter.width() >= counter.sizeHint().width()
    assert place.width() < place.sizeHint().width(), "the place is what wraps"
