"""Help without the kiosk, the note and its warning, today's entries and their correction."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from kiosk.domain.assistance import HelpChannel, Outcome
from kiosk.domain.note import NOTE_WARNINGS, NoteRisk
from tests.ui.staff_hands import LARGE, Hands, console, staff_kit
from tests.ui.staff_samples import (
    ASSISTANCE,
    BIRTH,
    CORRECTION,
    CORRECTIONS,
    DRAFT,
    MENDED,
    NAMES,
    VISIT_DRAFT,
    WITHOUT_CALL,
)
from ui.staff.models import EntryModel, StaffScreenName, TodayModel
from ui.staff.screens.assistance import AssistanceScreen
from ui.staff.window import StaffWindow
from ui.staff.wishes import CorrectEntry, LeaveForm, LogWithoutCall, Open, SaveAssistance
from ui.widgets.choice_field import ChoiceField
from ui.widgets.number_stepper import NumberStepper
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import TouchButton

FORM, TODAY = StaffScreenName.ASSISTANCE, StaffScreenName.TODAY


def _page(hands: Hands) -> AssistanceScreen:
    assert isinstance(hands.window, StaffWindow)
    assert isinstance(hands.window.page, AssistanceScreen)
    return hands.window.page


def _saved(hands: Hands) -> SaveAssistance:
    wish = hands.last(SaveAssistance)
    assert isinstance(wish, SaveAssistance)
    return wish


def _type_note(hands: Hands, text: str) -> None:
    (field,) = hands.all(TextField)
    field.setFocus()
    hands.keys(text)


# The minutes


def test_the_minutes_run_on_until_staff_say_how_many(qtbot: QtBot) -> None:
    now = [0.0]
    form = AssistanceScreen(staff_kit(), ASSISTANCE, clock=lambda: now[0])
    qtbot.addWidget(form)
    (stepper,) = form.findChildren(NumberStepper)
    assert stepper.value() == 7

    now[0] = 21.0
    form.tick()
    assert stepper.value() == 8
    assert form.draft().minutes is None

    form._help._on_minutes(5)
    now[0] = 600.0
    form.tick()
    assert form.draft().minutes == 5


# The note


def test_a_note_is_kept_with_the_form(qtbot: QtBot) -> None:
    hands = console(qtbot, FORM, ASSISTANCE)

    hands.tap("Thêm ghi chú")
    _type_note(hands, "  Con gái đọc giúp")
    hands.tap("Xong")

    assert _page(hands).draft() == replace(DRAFT, note="Con gái đọc giúp")
    assert "Con gái đọc giúp" in hands.texts()


def test_a_number_that_is_somebody_is_warned_of_before_it_is_saved(qtbot: QtBot) -> None:
    hands = console(qtbot, FORM, ASSISTANCE)
    warning = NOTE_WARNINGS[NoteRisk.IDENTITY_NUMBER]

    hands.tap("Thêm ghi chú")
    _type_note(hands, "căn cước 001068012345")
    assert warning in hands.texts()
    assert "Xong" not in hands.texts()
    hands.all(TextField)[0].setText("căn cước để ở nhà")
    assert warning not in hands.texts()
    hands.tap("Xong")

    assert _page(hands).draft().note == "căn cước để ở nhà"


def test_the_warning_blocks_nobody(qtbot: QtBot) -> None:
    hands = console(qtbot, FORM, ASSISTANCE)

    hands.tap("Thêm ghi chú")
    _type_note(hands, "gọi 0912345678")
    hands.tap("Vẫn giữ ghi chú")

    assert _page(hands).draft().note == "gọi 0912345678"


def test_leaving_the_note_changes_nothing(qtbot: QtBot) -> None:
    hands = console(qtbot, FORM, replace(ASSISTANCE, draft=replace(DRAFT, note="quên kính")))

    hands.tap("quên kính")
    _type_note(hands, " và căn cước")
    hands.tap("Quay lại")

    assert _page(hands).draft().note == "quên kính"


# Without the kiosk


def test_help_without_the_kiosk_is_logged_in_the_same_form(qtbot: QtBot) -> None:
    hands = console(qtbot, FORM, WITHOUT_CALL, metrics=LARGE)
    assert all(field.value() is None for field in hands.all(ChoiceField))

    for name in (
        "Qua điện thoại",
        "Chọn thủ tục",
        "Đăng ký khai sinh",
        "Chọn bước",
        "Đăng nhập bằng VNeID",
        "Chỉ một câu",
        "15",
        "Quên mật khẩu, mã khóa VNeID",
        "Làm ở nơi khác",
        "Lưu",
    ):
        hands.tap(name)

    draft = _saved(hands).draft
    assert (draft.channel, draft.procedure_code, draft.step_id) == ("phone", BIRTH, "log-in")
    assert (draft.level, draft.minutes, draft.outcome) == ("hint", 15, Outcome.NOT_HERE)
    assert draft.barriers == ("L4",)
    assert draft.call_id == WITHOUT_CALL.draft.call_id


def test_another_procedure_takes_the_step_away(qtbot: QtBot) -> None:
    draft = replace(WITHOUT_CALL.draft, procedure_code=BIRTH, step_id="log-in")
    hands = console(qtbot, FORM, replace(WITHOUT_CALL, draft=draft), metrics=LARGE)

    hands.tap("Đăng ký khai sinh")
    hands.tap("Không rõ thủ tục")

    assert (_page(hands).draft().procedure_code, _page(hands).draft().step_id) == ("", "")
    assert "Chọn bước" not in hands.texts()


def test_a_person_is_asked_at_the_kiosk_and_nowhere_else(qtbot: QtBot) -> None:
    draft = replace(VISIT_DRAFT, call_id=WITHOUT_CALL.draft.call_id, channel=HelpChannel.COUNTER)
    hands = console(qtbot, FORM, replace(WITHOUT_CALL, draft=draft), metrics=LARGE)

    hands.tap("Người dân")

    assert "Người dân cần đồng ý trên màn hình của máy." in hands.texts()
    assert "Hỏi ý kiến" not in hands.texts()


def test_a_form_without_a_call_can_be_left(qtbot: QtBot) -> None:
    hands = console(qtbot, FORM, WITHOUT_CALL)

    hands.tap("Quay lại")

    assert hands.wishes == [LeaveForm()]
    assert "Chuyển hoặc hủy lời gọi" not in hands.texts()


# Corrections


def test_todays_entries_open_to_be_mended(qtbot: QtBot) -> None:
    hands = console(qtbot, TODAY, TodayModel((MENDED,), NAMES))

    hands.tap(next(row for row in hands.all(TouchButton) if row.payload == MENDED.id))
    hands.tap("Ghi lượt giúp ngoài máy")
    hands.tap("Về lời gọi")

    expected = [CorrectEntry(MENDED.id), LogWithoutCall(), Open(StaffScreenName.CALLS)]
    assert hands.wishes == expected


def test_todays_list_says_when_it_is_empty_or_not_read(qtbot: QtBot) -> None:
    assert "Hôm nay chưa ghi lượt nào." in console(qtbot, TODAY, TodayModel((), NAMES)).texts()
    failed = console(qtbot, TODAY, TodayModel((), NAMES, "Ổ đĩa đang bận."))
    failed.tap("Thử lại")
    assert failed.wishes == [Open(TODAY)]


def test_a_correction_shows_the_entry_and_makes_no_promise(qtbot: QtBot) -> None:
    hands = console(qtbot, FORM, CORRECTION, metrics=LARGE)
    assert _page(hands).draft() == CORRECTION.draft
    assert "Hẹn làm tiếp" not in hands.texts()

    hands.tap("Chỉ một câu")
    hands.tap("Ra về")
    hands.tap("Lưu")

    expected = replace(CORRECTION.draft, level="hint", outcome="left")
    assert _saved(hands) == SaveAssistance(expected, and_print=False)


def test_an_entry_with_a_promise_keeps_it(qtbot: QtBot) -> None:
    promised = replace(CORRECTION, draft=replace(CORRECTION.draft, outcome=Outcome.FOLLOW_UP))
    hands = console(qtbot, FORM, promised, metrics=LARGE)

    assert "Ra về" not in hands.texts()
    assert "Việc hẹn" not in hands.texts()
    hands.tap("Lưu")
    assert _saved(hands).draft.outcome == Outcome.FOLLOW_UP


def test_the_lead_reads_what_an_entry_said_before(qtbot: QtBot) -> None:
    model = EntryModel(MENDED, NAMES, corrections=CORRECTIONS)
    hands = console(qtbot, StaffScreenName.ENTRY, model, metrics=LARGE)

    told = hands.texts()
    assert "22/11 08:14 · Nguyễn Thị Lan" in told
    assert "Mức hỗ trợ: trước là “Làm giúp”, nay là “Tự làm được”" in told
    assert "Thời gian: trước là “8 phút”, nay là “4 phút”" in told
    assert "Ghi chú: trước là “không ghi”, nay là “Con gái đọc giúp, quên kính”" in told
