"""Barriers with their hints, and consent that is asked and never assumed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.domain.person import Purpose
from tests.ui.citizen.hands import Citizen
from ui.citizen import wishes
from ui.citizen.screens.consent_screen import ConsentScreen
from ui.widgets.picture import Picture
from ui.widgets.touch_button import TouchButton

YES, NO = "Đồng ý", "Không đồng ý"


def words(citizen: Citizen) -> str:
    return "\n".join(label.text() for label in citizen.all(QLabel))


def test_a_barrier_shows_its_hint_at_once(citizen: Citizen) -> None:
    citizen.show_state("stuck")
    assert "Thử cách này trước" not in words(citizen)
    assert citizen.tap("Không có mã OTP") == [wishes.TapBarrier("L2", True)]
    assert "rồi bấm “Gửi lại mã”" in words(citizen)
    citizen.tap("Quên mật khẩu VNeID")
    assert "bấm “Quên mật khẩu”" in words(citizen)


def test_a_barrier_is_taken_back(citizen: Citizen) -> None:
    citizen.show_state("stuck-chosen")
    assert citizen.tap("Không có mã OTP") == [wishes.TapBarrier("L2", False)]
    assert "bấm “Quên mật khẩu”" in words(citizen)


def test_whom_a_hint_has_helped_goes_back(citizen: Citizen) -> None:
    citizen.show_state("stuck")
    assert not citizen.has_button("Tôi làm được rồi")
    citizen.tap("Không có mã OTP")
    assert citizen.tap("Tôi làm được rồi") == [wishes.GoBack()]


def test_with_the_largest_text_the_hint_is_turned_to(qtbot: QtBot) -> None:
    citizen = Citizen(qtbot, "small", 2)
    citizen.show_state("stuck")
    citizen.tap("Không có mã OTP")
    assert "rồi bấm “Gửi lại mã”" in words(citizen)


def test_a_step_that_differs_shows_what_was_expected(citizen: Citizen) -> None:
    citizen.show_state("stuck")
    assert not citizen.all(Picture)
    citizen.show_state("stuck-differs")
    assert len(citizen.all(Picture)) == 1
    assert "màn hình phải có chữ “Xin chào”" in words(citizen)


def test_no_answer_is_marked_beforehand_and_both_are_equal(citizen: Citizen) -> None:
    citizen.show_state("consent")
    yes, no = citizen.button(YES), citizen.button(NO)
    assert not yes.isCheckable()
    assert not no.isCheckable()
    assert yes.size() == no.size()
    assert yes.kind is no.kind
    assert not yes.hasFocus()


@pytest.mark.parametrize("first", [True, False])
def test_consent_is_given_purpose_by_purpose(citizen: Citizen, first: bool) -> None:
    screen = citizen.show_state("consent")
    assert isinstance(screen, ConsentScreen)
    asked = []
    for granted in (first, not first, True):
        asked.append(screen.asked)
        # The guard of a button is half a second of real time; a person is slower.
        answer = screen.yes if granted else screen.no
        answer.click()
        assert not citizen.wishes
    assert asked == list(Purpose)
    expected = dict(zip(Purpose, (first, not first, True), strict=True))
    assert citizen.tap("Đúng rồi") == [wishes.GiveConsent(expected)]


def test_one_touch_answers_one_question_only(citizen: Citizen) -> None:
    screen = citizen.show_state("consent")
    assert isinstance(screen, ConsentScreen)
    citizen.tap(YES)
    citizen.tap(YES)
    assert screen.asked is list(Purpose)[1]


def test_answers_survive_another_text_size(citizen: Citizen) -> None:
    citizen.show_state("consent")
    citizen.tap(NO)
    second = citizen.show_state("consent")
    assert isinstance(second, ConsentScreen)
    assert second.asked is list(Purpose)[1]


def test_the_summary_can_be_gone_through_again(citizen: Citizen) -> None:
    screen = citizen.show_state("consent-summary")
    assert isinstance(screen, ConsentScreen)
    assert not citizen.has_button(YES)
    citizen.tap("Chọn lại")
    assert screen.asked is next(iter(Purpose))
    assert not any(b.isChecked() for b in citizen.all(TouchButton) if screen.isAncestorOf(b))
