"""Every button of every screen wishes what it says, by touch alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.domain.flow import ScreenName
from kiosk.domain.help_call import WaitingStage
from kiosk.domain.procedure import LIFE_EVENT_CARDS, LifeEvent
from tests.ui.citizen.hands import Citizen
from tests.ui.states_citizen import CODE, HOTLINE, NOW, OFFICE, PAYLOAD
from ui.citizen import models, wishes
from ui.citizen.registry import SCREENS
from ui.citizen.screens.attract_screen import AttractScreen
from ui.citizen.screens.step_screen import StepScreen
from ui.widgets.page_bar import PageBar
from ui.widgets.qr_view import QrView
from ui.widgets.touch_button import TouchButton


@pytest.mark.parametrize(
    ("state", "button", "wish"),
    [
        ("attract", "Chạm vào màn hình", wishes.Begin()),
        ("home", "Nhà ở, chuyển nơi ở", wishes.OpenLifeEvent(LifeEvent.HOUSING)),
        ("home-resume", "Làm tiếp", wishes.ResumeVisit()),
        ("procedures", "Đăng ký lại khai sinh", wishes.OpenProcedure("1.000003")),
        ("procedure", "Làm ngay tại máy này", wishes.StartHere()),
        ("procedure", "Làm trên điện thoại của tôi", wishes.OnPhone()),
        ("procedure", "Cùng làm với cán bộ", wishes.WithStaff()),
        ("procedure", "In tờ giấy cần mang", wishes.PrintPapers()),
        ("procedure", "Tôi đi lấy giấy tờ", wishes.FetchPapers()),
        ("procedure-counter", "Xem nơi làm và giờ làm", wishes.ShowPlace()),
        ("procedure-counter", "Xem trên điện thoại của tôi", wishes.OnPhone()),
        ("phone-read", "In tờ giấy cần mang", wishes.PrintPapers()),
        ("phone-keeps", "In phiếu giữ chỗ", wishes.KeepPlace()),
        ("fetch", "Tôi quay lại ngay", wishes.HoldHere()),
        ("fetch", "Hôm khác tôi quay lại", wishes.KeepPlace()),
        ("step", "Có rồi, đi tiếp", wishes.ConfirmStep()),
        ("step", "Không giống", wishes.StepDiffers()),
        ("step", "Tôi đi lấy giấy tờ", wishes.FetchPapers()),
        ("waiting-received", "Tôi tự làm tiếp được", wishes.ManageAlone()),
        ("waiting-received", "Tôi là cán bộ", wishes.AskTakeOver()),
        ("waiting-ways-out", "Tôi là cán bộ", wishes.AskTakeOver()),
        ("stuck", "Tôi là cán bộ", wishes.AskTakeOver()),
        ("waiting-ways-out", "Chờ tiếp", wishes.KeepWaiting()),
        ("waiting-ways-out", "In tờ giấy cần mang", wishes.PrintPapers()),
        ("waiting-ways-out-keeps", "In phiếu giữ chỗ", wishes.KeepPlace()),
        ("done", "In phiếu mang về", wishes.PrintPapers()),
        ("done", "Xong, không cần in", wishes.Finish()),
        ("done", "Rất dễ", wishes.Rate(5)),
        ("not-here", "In tờ giấy cần mang", wishes.PrintPapers()),
        ("not-here", "Xong, không cần in", wishes.Finish()),
        ("follow-up", "Xong", wishes.Finish()),
        ("slip-asking", "Có, tôi đã cầm", wishes.SlipCameOut(came_out=True)),
        ("slip-asking", "Chưa ra", wishes.SlipCameOut(came_out=False)),
        ("slip-not-made", "Thử lại", wishes.TrySlip()),
        ("slip-kept", "Xong", wishes.Finish()),
        ("home", "Tôi có phiếu hẹn", wishes.HaveSlip()),
        ("appointment", "Xin đổi ngày", wishes.AskToMove()),
        ("appointment-fixed", "Làm việc khác", wishes.GoHome()),
        ("move_date", "Thứ Hai, 30/11/2026", wishes.MoveTo(date(2026, 11, 30))),
        ("move_date", "Để cán bộ chọn ngày", wishes.MoveTo(None)),
        ("lessons", "Theo dõi hồ sơ của mình", wishes.OpenLesson("l3")),
        ("lesson", "Đi tiếp", wishes.GoOnLearning()),
        ("lesson-longest", "Phần trước", wishes.PageBefore()),
        ("lesson-last", "Trả lời vài câu hỏi", wishes.GoOnLearning()),
        ("quiz", "Sáu số chỉ mình mình nhớ", wishes.ChooseAnswer(2)),
        ("quiz-other", "Câu tiếp theo", wishes.GoOnLearning()),
        ("quiz-last", "Đi tiếp", wishes.GoOnLearning()),
        ("quiz-closed", "Học bài khác", wishes.OpenLessons()),
        ("quiz-closed", "Về đầu", wishes.GoHome()),
        ("hold", "Làm tiếp", wishes.ResumeVisit()),
        ("hold", "Người khác dùng", wishes.SomeoneElse()),
        ("customize", "Chữ rất lớn", wishes.SetTextSize(2)),
        ("customize", "Tương phản cao", wishes.ToggleContrast()),
    ],
)
def test_a_button_wishes_what_it_says(
    citizen: Citizen, state: str, button: str, wish: object
) -> None:
    screen = citizen.show_state(state)
    inside = [b for b in citizen.all(TouchButton) if screen.isAncestorOf(b)]
    named = [b for b in inside if b.accessibleName().startswith(button)]
    assert citizen.touch(named[0] if named else citizen.button(button)) == [wish]


def test_every_screen_of_the_flow_can_be_shown(citizen: Citizen) -> None:
    assert set(SCREENS) == set(ScreenName)


def test_the_resting_screen_begins_wherever_it_is_touched(citizen: Citizen) -> None:
    screen = citizen.show_state("attract")
    assert citizen.touch(screen, QPoint(1500, 300)) == [wishes.Begin()]


def test_the_resting_screen_tells_the_time_of_the_office(citizen: Citizen) -> None:
    citizen.show(ScreenName.ATTRACT, models.AttractModel(OFFICE, NOW))
    texts = [label.text() for label in citizen.all(QLabel)]
    assert "08:05" in texts
    assert "Thứ Hai, 23/11/2026" in texts


def test_the_resting_screen_asks_for_a_new_tip_at_midnight_of_the_office(citizen: Citizen) -> None:
    late = datetime(2026, 11, 23, 16, 59, 59, tzinfo=UTC)
    screen = citizen.show(ScreenName.ATTRACT, models.AttractModel(OFFICE, late))
    assert isinstance(screen, AttractScreen)
    screen._on_clock()
    assert citizen.wishes == []
    screen._built_at -= timedelta(seconds=2)
    screen._on_clock()
    assert citizen.wishes == [wishes.NewDay()]


@pytest.mark.parametrize("state", ["quiz-right", "quiz-other"])
def test_whatever_was_chosen_the_right_answer_is_shown(citizen: Citizen, state: str) -> None:
    screen = citizen.show_state(state)
    texts = [label.text() for label in citizen.all(QLabel)]
    at = texts.index("Câu trả lời đúng")
    assert texts[at + 1] == "Sáu số chỉ mình mình nhớ"
    assert screen.spoken_title() in texts


def test_home_counts_the_procedures_of_each_life_event(citizen: Citizen) -> None:
    citizen.show(ScreenName.HOME, models.HomeModel(LIFE_EVENT_CARDS, {LifeEvent.MARRIAGE: 3}))
    assert "3 thủ tục" in citizen.button("Kết hôn").accessibleDescription()
    assert "0 thủ tục" in citizen.button("Sinh con").accessibleDescription()


def test_at_most_six_procedures_stand_on_a_page(citizen: Citizen) -> None:
    screen = citizen.show_state("procedures")

    def shown() -> int:
        return sum(isinstance(b.payload, wishes.OpenProcedure) for b in citizen.all(TouchButton))

    assert screen.isVisible()
    assert shown() == 6
    citizen.tap("Xem tiếp")
    assert shown() == 2


def test_an_empty_life_event_says_what_to_do(citizen: Citizen) -> None:
    citizen.show_state("procedures-empty")
    assert "Bấm nút vàng, cán bộ sẽ chỉ giúp." in [b.text() for b in citizen.all(QLabel)]


def test_a_long_list_turns_pages_and_never_scrolls(citizen: Citizen) -> None:
    citizen.show_state("procedures")
    assert len(citizen.all(PageBar)) == 1


def test_the_phone_page_carries_the_official_address(citizen: Citizen) -> None:
    citizen.show_state("phone")
    payloads = [view.payload for view in citizen.all(QrView)]
    assert payloads == [
        "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7"
    ]


@pytest.mark.parametrize("stage", list(WaitingStage))
def test_only_a_received_call_is_said_to_be_received(citizen: Citizen, stage: WaitingStage) -> None:
    citizen.show_state(f"waiting-{stage.value.replace('_', '-')}")
    told = any("Đã báo cán bộ lúc" in label.text() for label in citizen.all(QLabel))
    assert told == (stage not in (WaitingStage.CALLING, WaitingStage.NOBODY))


def test_who_is_coming_is_named(citizen: Citizen) -> None:
    citizen.show_state("waiting-coming")
    assert any("Nguyễn Thị Lan" in label.text() for label in citizen.all(QLabel))


def test_the_ways_out_show_the_hotline_only_where_there_is_one(citizen: Citizen) -> None:
    model = models.WaitingModel(WaitingStage.WAYS_OUT, "", NOW, "", HOTLINE, ())
    citizen.show(ScreenName.WAITING, model)
    assert HOTLINE in [label.text() for label in citizen.all(QLabel)]
    citizen.show(ScreenName.WAITING, replace(model, hotline=""))
    assert HOTLINE not in [label.text() for label in citizen.all(QLabel)]


def test_without_a_procedure_there_are_no_papers_to_print(citizen: Citizen) -> None:
    model = models.WaitingModel(WaitingStage.WAYS_OUT, "", NOW, "", HOTLINE, ())
    citizen.show(ScreenName.WAITING, model)
    assert not citizen.has_button("In tờ giấy cần mang")


@pytest.mark.parametrize("stretch", [False, True])
def test_the_first_page_of_a_long_step_says_what_to_do(qtbot: QtBot, *, stretch: bool) -> None:
    citizen = Citizen(qtbot, "small", 0, stretch=stretch)
    screen = citizen.show_state("step-longest")
    assert isinstance(screen, StepScreen)
    assert screen.pages is not None
    assert screen.pages.page == 0
    assert "Bấm nút đỏ" in "".join(label.text() for label in citizen.all(QLabel))


def test_a_busy_slip_says_beforehand_what_to_do(citizen: Citizen) -> None:
    citizen.show_state("slip-printing")
    texts = [label.text() for label in citizen.all(QLabel)]
    assert "Cầm tờ giấy ở khe máy in." in texts
    assert not citizen.has_button("Có, tôi đã cầm")


def test_without_paper_the_code_is_large_and_can_be_photographed(citizen: Citizen) -> None:
    citizen.show_state("slip-kept")
    assert CODE in [label.text() for label in citizen.all(QLabel)]
    assert [view.payload for view in citizen.all(QrView)] == [PAYLOAD]


def test_the_page_that_holds_a_place_tells_nothing_of_the_visit(citizen: Citizen) -> None:
    citizen.show_state("hold")
    assert "Đăng ký khai sinh" not in " ".join(label.text() for label in citizen.all(QLabel))
    assert not citizen.has_button("Quay lại")


def test_the_end_claims_a_dossier_only_when_one_was_submitted(citizen: Citizen) -> None:
    citizen.show_state("done")
    assert any("Hồ sơ đã nộp" in label.text() for label in citizen.all(QLabel))
    citizen.show_state("done-longest")
    assert not any("Hồ sơ đã nộp" in label.text() for label in citizen.all(QLabel))


def test_an_unreadable_slip_gives_its_reason(citizen: Citizen) -> None:
    citizen.show_state("appointment-unreadable")
    texts = [label.text() for label in citizen.all(QLabel)]
    assert "Phiếu này đã được thay bằng phiếu mới." in texts
