"""Finding a person, seeing where they stopped, and withdrawing what they agreed to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.domain.person import Purpose
from kiosk.services.people import KnownPerson
from tests.ui.staff_hands import Hands, console
from tests.ui.staff_samples import KNOWN, NAMES, NOW, TODAY, consent
from ui.staff.models import PersonModel, StaffScreenName
from ui.staff.wishes import (
    FindPerson,
    LookWithCamera,
    Open,
    OpenFollowUp,
    OpenPerson,
    PrintConsent,
    WithdrawConsent,
)
from ui.widgets.text_field import TextField

NAME = StaffScreenName.PERSON
EMPTY = PersonModel(NAMES, TODAY, has_camera=True)
FOUND = replace(EMPTY, typed="0912345678", found=(KNOWN,), chosen=KNOWN)
BOTH = tuple(consent(purpose, granted=True) for purpose in (Purpose.HOME_VISIT, Purpose.CALL_BACK))


def test_a_number_is_typed_at_once_and_searched_by_button_or_enter(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, EMPTY)

    hands.keys("0912345678")
    hands.tap("Tìm")
    assert hands.last(FindPerson) == FindPerson("0912345678")
    hands.all(TextField)[0].setFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.wishes == [FindPerson("0912345678")] * 2


def test_the_camera_is_offered_where_there_is_one(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, EMPTY)
    hands.tap("Quét thẻ bằng camera")
    assert hands.last(LookWithCamera) == LookWithCamera()

    without = console(qtbot, NAME, replace(EMPTY, has_camera=False))
    assert "camera" not in without.texts()


def test_the_person_found_tells_what_is_open_and_where_they_stopped(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, FOUND)

    for text in (
        "Nguyễn Thị Hoa",
        "0912 345 678 (của người nhà)",
        "Đăng ký khai sinh · Đăng nhập bằng VNeID",
        "Thứ Sáu, 20/11/2026 · buổi sáng",
        "Giấy chứng sinh, Căn cước của mẹ",
    ):
        assert text in hands.texts()
    _turn_to(hands, "Cho phép cán bộ đến nhà giúp? · Đồng ý")
    assert "Cho phép cán bộ gọi điện lại? · Không đồng ý" in hands.texts()


def test_each_open_promise_can_be_opened(qtbot: QtBot) -> None:
    one = replace(KNOWN, open_cases=KNOWN.open_cases[:1])
    hands = console(qtbot, NAME, replace(FOUND, chosen=one))

    hands.tap("Mở việc hẹn")
    assert hands.last(OpenFollowUp) == OpenFollowUp(one.open_cases[0].id)


def test_whose_cases_are_closed_is_known_by_initials_only(qtbot: QtBot) -> None:
    hidden = replace(KNOWN, person=None, open_cases=())
    hands = console(qtbot, NAME, replace(FOUND, found=(hidden,), chosen=hidden))

    assert "Nguyễn T. H." in hands.texts()
    assert "Hoa" not in hands.texts()
    assert "0912345678" not in hands.texts().replace("Số điện thoại", "")
    hands.tap("In tờ đồng ý")
    assert hands.last(PrintConsent) == PrintConsent(KNOWN.id)


def test_of_several_one_is_chosen(qtbot: QtBot) -> None:
    others = tuple(replace(KNOWN, id=f"q-{n}", initials=f"Lê T. {n}.") for n in range(3))
    hands = console(qtbot, NAME, replace(EMPTY, found=others))

    assert "Chọn một người ở bên trái." in hands.texts()
    hands.tap("Lê T. 2. · 1954 · còn 2 việc hẹn")
    assert hands.last(OpenPerson) == OpenPerson("q-2")


def test_nobody_found_says_that_nothing_is_kept(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(EMPTY, found=()))

    assert "Chưa có ai trong sổ" in hands.texts()
    assert "Máy không giữ số vừa tìm." in hands.texts()


# Withdrawing


def test_withdrawing_takes_a_purpose_and_a_second_tap(qtbot: QtBot) -> None:
    known = replace(KNOWN, open_cases=(), answers=BOTH)
    hands = console(qtbot, NAME, replace(FOUND, chosen=known))

    hands.tap("Rút đồng ý")
    assert "Không còn việc nào thì xóa tên" in hands.texts()
    hands.tap("Cho phép cán bộ gọi điện lại?")
    hands.tap("Ghi: rút đồng ý")
    assert hands.wishes == [WithdrawConsent(KNOWN.id, (Purpose.CALL_BACK,))]


def test_nothing_is_withdrawn_without_a_purpose(qtbot: QtBot) -> None:
    known = replace(KNOWN, open_cases=(), answers=BOTH)
    hands = console(qtbot, NAME, replace(FOUND, chosen=known))

    hands.tap("Rút đồng ý")
    hands.tap("Ghi: rút đồng ý")
    assert "Chọn ít nhất một điều." in hands.texts()
    assert hands.wishes == []


def test_both_may_be_withdrawn_at_once(qtbot: QtBot) -> None:
    known = replace(KNOWN, open_cases=(), answers=BOTH)
    hands = console(qtbot, NAME, replace(FOUND, chosen=known))

    hands.tap("Rút đồng ý")
    hands.tap("Cho phép cán bộ đến nhà giúp?")
    hands.tap("Cho phép cán bộ gọi điện lại?")
    hands.tap("Ghi: rút đồng ý")
    (wish,) = hands.wishes
    assert isinstance(wish, WithdrawConsent)
    assert set(wish.purposes) == {Purpose.HOME_VISIT, Purpose.CALL_BACK}


def test_only_what_is_agreed_to_now_can_be_withdrawn(qtbot: QtBot) -> None:
    known = replace(KNOWN, open_cases=())
    hands = console(qtbot, NAME, replace(FOUND, chosen=known))

    hands.tap("Rút đồng ý")
    assert "Cho phép cán bộ gọi điện lại?" not in hands.texts()

    refused = replace(known, answers=(consent(Purpose.HOME_VISIT, granted=False),))
    other = console(qtbot, NAME, replace(FOUND, chosen=refused))
    assert "Rút đồng ý" not in other.texts()


def test_the_form_is_left_without_anything_done(qtbot: QtBot) -> None:
    known = replace(KNOWN, open_cases=(), answers=BOTH)
    hands = console(qtbot, NAME, replace(FOUND, chosen=known))

    hands.tap("Rút đồng ý")
    hands.tap("Quay lại")
    assert "Nguyễn Thị Hoa" in hands.texts()
    assert hands.wishes == []


@pytest.mark.parametrize("found", [(), (KNOWN,)])
def test_what_was_done_is_told(qtbot: QtBot, found: tuple[KnownPerson, ...]) -> None:
    done = "Đã ghi: người dân rút đồng ý."
    model = replace(EMPTY, found=found, chosen=found[0] if found else None, message=done)
    assert done in console(qtbot, NAME, model).texts()


def test_a_problem_stands_at_the_number_and_what_was_typed_stays(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, EMPTY)
    hands.keys("0912")
    model = replace(EMPTY, typed="0912", problem="Nhập đủ số điện thoại.")

    hands.window.show_screen(NAME, model, hands.kit, None)  # type: ignore[union-attr]
    assert "Nhập đủ số điện thoại." in hands.texts()
    assert hands.all(TextField)[0].text() == "0912"


def test_the_way_back_leads_to_the_slips(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, EMPTY)

    hands.tap("Về quét phiếu")
    assert hands.last(Open) == Open(StaffScreenName.SCAN)


def _turn_to(hands: Hands, text: str) -> None:
    """Turn pages until `text` is seen."""
    while text not in hands.texts():
        hands.tap("Xem tiếp")


def test_the_answers_tell_when_they_were_given(qtbot: QtBot) -> None:
    known = replace(KNOWN, open_cases=())
    hands = console(qtbot, NAME, replace(FOUND, chosen=known))
    assert f"{NOW:%d/%m} 08:14" in hands.texts()
