"""Cards at the counter: not before consent, not on the citizen's screen, known again later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.assistance import AssistanceDraft, FollowUpDraft, HelpLevel, Outcome, PersonDraft
from kiosk.domain.flow import ScreenName
from kiosk.domain.follow_up import FollowUpKind
from kiosk.domain.person import Purpose
from kiosk.services.people import KnownPerson
from tests.support.cards import CARD, NUMBER, card_picture, frame
from tests.ui.shells.conftest import OpenCounter
from tests.ui.shells.counter import Counter, DemoFolder, words
from ui.citizen import wishes as cw
from ui.staff import wishes as sw
from ui.staff.models import StaffScreenName
from ui.staff.screens.assistance import AssistanceScreen
from ui.widgets.text_field import TextField

NAME = "Hồ Thị Huấn Ví Dụ"
BARE = f"{NUMBER}|012345678|Ho Thi Huan Vi Du|25121954|Nu|Thon Vi Du 1, Ha Noi|02052021"
ASKED = (Purpose.HOME_VISIT, Purpose.CALL_BACK)
VISIT = FollowUpDraft(FollowUpKind.HOME_VISIT, "2026-11-26", "morning", ("Giấy chứng sinh",))


def type_scan(window: QWidget, text: str) -> None:
    """Type as a keyboard wedge does, into whatever has the focus."""
    for character in text + "\r":
        key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_unknown
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(window.windowHandle(), event)


def draft_of(call_id: str) -> AssistanceDraft:
    """Return an entry that promises a home visit to nobody yet."""
    return AssistanceDraft(
        call_id, level=HelpLevel.HINT, outcome=Outcome.FOLLOW_UP, follow_up=VISIT
    )


def open_form(counter: Counter) -> str:
    """Log in, take a call and open its form with a home visit promised; return the call's id."""
    counter.log_in()
    counter.call()
    call = counter.take_call()
    counter.order(sw.DraftChanged(draft_of(call.id)))
    counter.settled()
    counter.order(sw.Open(StaffScreenName.CALLS))
    counter.see_console(StaffScreenName.CALLS)
    counter.order(sw.ShowCall(call.id))
    counter.see_console(StaffScreenName.ASSISTANCE, "Việc hẹn")
    return call.id


def agree(counter: Counter) -> None:
    """Ask on the citizen's screen; the citizen agrees to all."""
    counter.order(sw.AskConsent(ASKED))
    counter.see_citizen(ScreenName.CONSENT, "Cho phép cán bộ đến nhà giúp?")
    counter.wish(cw.GiveConsent(dict.fromkeys(ASKED, True)))
    counter.until(lambda: _answers(counter) == len(ASKED))


def _answers(counter: Counter) -> int:
    form = counter.staff.calls.form
    return len(form.consents) if form is not None else 0


def fields(counter: Counter) -> PersonDraft:
    """Return what stands in the form about the person."""
    page = counter.staff.window.page
    assert isinstance(page, AssistanceScreen)
    return page.draft().person


def store_person(counter: Counter) -> KnownPerson:
    """Store whoever the form is about with a scanned card, and go back to the queue."""
    call_id = open_form(counter)
    agree(counter)
    counter.desktop.scanners.serial.read.emit(CARD)
    counter.see_console(StaffScreenName.ASSISTANCE, "Đã điền từ thẻ")
    village = counter.staff.villages[0].id
    person = replace(
        fields(counter), phone="0912 345 678", phone_owner="family", village_id=village
    )
    counter.order(sw.SaveAssistance(replace(draft_of(call_id), person=person), False))
    counter.see_console(StaffScreenName.CALLS)
    counter.settled()
    known = counter.office.people.with_card(NUMBER, counter.staff.logged_in())
    assert known is not None
    return known


# In the form


def test_before_consent_nothing_of_a_card_is_taken(counter: Counter) -> None:
    open_form(counter)
    type_scan(counter.staff.window, CARD)
    counter.see_console(StaffScreenName.ASSISTANCE, "Người dân đồng ý rồi quét lại.")
    counter.settled()
    assert fields(counter) == PersonDraft()
    assert counter.rows("SELECT count(*) FROM people") == [(0,)]
    assert NAME not in words(counter.staff.window)


@pytest.mark.parametrize("source", ["keyboard", "serial", "camera"])
@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
def test_with_consent_the_form_is_filled_and_the_citizen_sees_nothing(
    counter: Counter, source: str
) -> None:
    open_form(counter)
    agree(counter)
    scanners = counter.desktop.scanners
    if source == "keyboard":
        type_scan(counter.staff.window, CARD)
    elif source == "serial":
        scanners.serial.read.emit(CARD)
    else:
        scanners.camera.watch(None)
        assert scanners.camera._sink is not None
        scanners.camera._sink.setVideoFrame(QVideoFrame(frame(card_picture(), degrees=9)))
    counter.see_console(StaffScreenName.ASSISTANCE, "Đã điền từ thẻ 000•••••0123.")
    person = fields(counter)
    assert (person.name, person.birth_year) == (NAME, "1954")
    assert person.card_mark == counter.office.people.card_mark(NUMBER)
    citizen = words(counter.citizen.window)
    assert not any(secret in citizen for secret in (NAME, "1954", NUMBER, "0123"))


def test_letters_lost_by_keys_are_asked_for(counter: Counter) -> None:
    open_form(counter)
    agree(counter)
    type_scan(counter.staff.window, BARE)
    counter.see_console(StaffScreenName.ASSISTANCE, "Hỏi và gõ họ tên")
    assert (fields(counter).name, fields(counter).birth_year) == ("", "1954")


def test_the_village_of_the_old_address_is_chosen(counter: Counter) -> None:
    lead = next(s for s in counter.office.accounts.staff() if s.role == "lead")
    villages = [replace(v, former_commune="Trung Tú") for v in counter.office.setup.villages()]
    counter.office.setup.save_villages(villages, lead)
    counter.settled()
    counter.until(lambda: all(v.former_commune for v in counter.staff.villages))
    open_form(counter)
    agree(counter)
    counter.desktop.scanners.serial.read.emit(CARD)
    counter.see_console(StaffScreenName.ASSISTANCE, "Đã điền từ thẻ")
    village = next(v for v in counter.staff.villages if v.id == fields(counter).village_id)
    assert village.name == "Thôn Ví Dụ 1"
    assert fields(counter).where_to_find == "Xóm 3"


def test_what_does_not_fit_is_said_and_hinders_nothing(counter: Counter) -> None:
    open_form(counter)
    agree(counter)
    counter.desktop.scanners.serial.read.emit(CARD.replace("25121954", "25121960"))
    counter.see_console(StaffScreenName.ASSISTANCE, "Số thẻ và năm sinh không khớp nhau.")
    assert fields(counter).birth_year == "1960"
    assert counter.console_says("Địa chỉ trên thẻ không thuộc thôn nào của xã.")


def test_half_a_card_is_asked_for_again(counter: Counter) -> None:
    open_form(counter)
    type_scan(counter.staff.window, NUMBER + "|")
    counter.see_console(StaffScreenName.ASSISTANCE, "Máy quét chưa đọc trọn thẻ.")


def test_a_wrong_card_is_waved_away(counter: Counter) -> None:
    open_form(counter)
    agree(counter)
    counter.desktop.scanners.serial.read.emit(CARD)
    counter.see_console(StaffScreenName.ASSISTANCE, "Đã điền từ thẻ")
    page = counter.staff.window.page
    assert isinstance(page, AssistanceScreen)
    page._strip.forgotten.emit()
    counter.settled()
    assert not counter.console_says("Đã điền từ thẻ")
    assert fields(counter).card_mark == ""


# Elsewhere


def test_a_card_read_on_another_page_finds_its_person(counter: Counter) -> None:
    known = store_person(counter)
    counter.order(sw.Open(StaffScreenName.MOBILE_LIST))
    counter.see_console(StaffScreenName.MOBILE_LIST)
    type_scan(counter.staff.window, CARD)
    counter.see_console(StaffScreenName.PERSON, NAME)
    assert counter.console_says("Dừng ở")
    assert counter.console_says("Mở việc hẹn")
    viewed = counter.rows("SELECT subject FROM audit WHERE action = 'person_viewed'")
    assert (known.id,) in viewed
    searched = counter.rows("SELECT detail FROM audit WHERE action = 'person_searched'")
    assert ("card found=1",) in searched


def test_an_unknown_card_is_not_kept(counter: Counter) -> None:
    counter.log_in()
    counter.see_console(StaffScreenName.CALLS)
    type_scan(counter.staff.window, CARD)
    counter.see_console(StaffScreenName.PERSON, "Chưa có ai trong sổ")
    assert not counter.console_says(NAME)


def test_nobody_logged_in_sees_no_card(counter: Counter) -> None:
    type_scan(counter.staff.window, CARD)
    counter.desktop.scanners.serial.read.emit(CARD)
    counter.settled()
    assert counter.staff.window.screen_name is StaffScreenName.LOG_IN
    assert counter.is_at(ScreenName.ATTRACT)
    assert counter.rows("SELECT count(*) FROM visits") == [(0,)]


def test_a_telephone_typed_into_the_form_is_known(counter: Counter) -> None:
    known = store_person(counter)
    counter.order(sw.Open(StaffScreenName.CALLS))
    call_id = _second_form(counter)
    page = counter.staff.window.page
    assert isinstance(page, AssistanceScreen)
    _type_phone(page, "0912345678")
    counter.see_console(StaffScreenName.ASSISTANCE, "Số điện thoại này đã có trong sổ.")
    assert counter.console_says("Hồ T. H. V. D. · 1954 · còn 1 việc hẹn")
    counter.order(sw.ThatIsThem(known.id))
    counter.until(lambda: fields(counter).person_id == known.id)
    assert fields(counter).name == NAME
    counter.order(sw.SaveAssistance(page.draft(), False))
    counter.see_console(StaffScreenName.CALLS)
    counter.settled()
    assert counter.rows("SELECT count(*) FROM people") == [(1,)]
    assert counter.rows("SELECT count(*) FROM follow_ups WHERE person_id = ?", known.id) == [(2,)]
    assert counter.office.log.draft(call_id) is None


def _second_form(counter: Counter) -> str:
    """The same citizen's screen calls again; the same form, the same consent."""
    counter.wish(cw.Finish())
    counter.see_citizen(ScreenName.ATTRACT)
    counter.call()
    call = counter.take_call()
    counter.order(sw.DraftChanged(draft_of(call.id)))
    counter.settled()
    counter.order(sw.Open(StaffScreenName.CALLS))
    counter.see_console(StaffScreenName.CALLS)
    counter.order(sw.ShowCall(call.id))
    counter.see_console(StaffScreenName.ASSISTANCE, "Việc hẹn")
    agree(counter)
    return call.id


def _type_phone(page: AssistanceScreen, number: str) -> None:
    field = next(f for f in page.findChildren(TextField) if f.accessibleName() == "Điện thoại")
    field.setText(number)


# Withdrawing


def test_found_by_telephone_consent_is_withdrawn_and_the_person_erased(counter: Counter) -> None:
    known = store_person(counter)
    counter.order(sw.Open(StaffScreenName.PERSON))
    counter.see_console(StaffScreenName.PERSON, "Gõ số hoặc quét thẻ")
    counter.order(sw.FindPerson("0912.345.678"))
    counter.see_console(StaffScreenName.PERSON, NAME)
    counter.order(sw.WithdrawConsent(known.id, ASKED))
    counter.see_console(StaffScreenName.PERSON, "Đã đóng 1 việc hẹn.")
    assert counter.console_says("Tên và số điện thoại đã xóa.")
    assert counter.rows("SELECT count(*) FROM people") == [(0,)]
    assert counter.rows("SELECT state, withdraw_reason FROM follow_ups") == [
        ("withdrawn", "consent_withdrawn")
    ]
    kept = counter.rows("SELECT granted, person_id, length(text_hash) FROM consents")
    assert kept == [(1, None, 64), (1, None, 64), (0, None, 64), (0, None, 64)]


def test_one_of_two_withdrawn_leaves_the_person(counter: Counter) -> None:
    known = store_person(counter)
    counter.order(sw.OpenPerson(known.id))
    counter.see_console(StaffScreenName.PERSON, NAME)
    counter.order(sw.WithdrawConsent(known.id, (Purpose.CALL_BACK,)))
    counter.see_console(StaffScreenName.PERSON, "Đã ghi: người dân rút đồng ý.")
    assert counter.console_says("Cho phép cán bộ gọi điện lại? · Không đồng ý")
    assert counter.rows("SELECT state FROM follow_ups") == [("open",)]


def test_half_a_number_is_told_at_its_field(counter: Counter) -> None:
    counter.log_in()
    counter.order(sw.Open(StaffScreenName.PERSON))
    counter.see_console(StaffScreenName.PERSON)
    counter.order(sw.FindPerson("0912"))
    counter.see_console(StaffScreenName.PERSON, "Nhập đủ số điện thoại.")


def test_the_sheet_is_kept_without_a_printer(counter: Counter) -> None:
    known = store_person(counter)
    counter.order(sw.OpenPerson(known.id))
    counter.see_console(StaffScreenName.PERSON, NAME)
    counter.order(sw.PrintConsent(known.id))
    counter.see_console(StaffScreenName.PERSON, "Tờ đồng ý đã lưu ở")
    (sheet,) = counter.folder.paths.slips.glob("consent-*.pdf")
    assert sheet.read_bytes().startswith(b"%PDF")


def test_the_sheet_of_the_form_in_front(counter: Counter) -> None:
    open_form(counter)
    agree(counter)
    counter.order(sw.PrintConsent())
    counter.see_console(StaffScreenName.ASSISTANCE, "Tờ đồng ý đã lưu ở")


# One screen


def test_on_the_citizens_screen_a_card_fills_the_form_and_opens_nobody(
    open_counter: OpenCounter, folder: DemoFolder
) -> None:
    first = open_counter(folder)
    known = store_person(first)
    first.close()
    counter = open_counter(folder, "both")
    counter.call()
    counter.stored_call()
    counter.wish(cw.StaffHere())
    counter.log_in()
    counter.see_console(StaffScreenName.ASSISTANCE, "Ghi nhận hỗ trợ")
    type_scan(counter.staff.window, CARD)
    counter.see_console(StaffScreenName.ASSISTANCE, "Người dân đồng ý rồi quét lại.")
    assert counter.console_says("còn 1 việc hẹn")
    assert not counter.console_says("Xem hồ sơ")
    counter.order(sw.OpenPerson(known.id), sw.FindPerson("0912345678"))
    counter.settled()
    assert counter.staff.window.screen_name is StaffScreenName.ASSISTANCE


def test_old_telephones_are_marked_by_the_daily_job(
    open_counter: OpenCounter, folder: DemoFolder
) -> None:
    first = open_counter(folder)
    known = store_person(first)
    with first.office.store.write() as records:
        records.people._connection.exec_driver_sql(  # type: ignore[attr-defined]
            "UPDATE people SET phone_mark = NULL"
        )
    assert first.office.people.with_phone("0912345678", first.staff.logged_in()) == ()
    first.close()
    counter = open_counter(folder)
    counter.log_in()
    counter.settled()
    found = counter.office.people.with_phone("0912345678", counter.staff.logged_in())
    assert [k.id for k in found] == [known.id]


def test_the_promise_of_the_stored_person_is_for_the_day_chosen(counter: Counter) -> None:
    known = store_person(counter)
    assert [case.due for case in known.open_cases] == [date(2026, 11, 26)]
