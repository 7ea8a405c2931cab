"""The lead edits content at the console; running kiosks take it up between two visits."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain.content_review import Plain, Verdict
from kiosk.domain.flow import ScreenName
from kiosk.domain.procedure import LifeEvent
from kiosk.services.content import load_procedure
from kiosk.services.paths import DataPaths
from tests.ui.shells.counter import BIRTH, Counter, DemoFolder, write_settings
from ui.citizen import wishes as cw
from ui.citizen.paged_screen import PagedScreen
from ui.lanes import Lane
from ui.staff import wishes as sw
from ui.staff.content import wishes as rw
from ui.staff.models import StaffScreenName
from ui.staff.screens.content_fact import ContentFactScreen

Page = StaffScreenName
FEE: Plain = {"text": "Không thu tại xã"}


@pytest.fixture
def lead(counter: Counter) -> Counter:
    """Return a counter whose console the lead has opened on birth registration."""
    counter.log_in("Mai")
    counter.order(sw.Open(Page.CONTENT))
    counter.see_console(Page.CONTENT, "Xuất tệp")
    counter.order(rw.OpenContent(BIRTH))
    counter.see_console(Page.CONTENT_PROCEDURE, "Trang chính thức")
    return counter


def open_fact(counter: Counter, path: str, words: str) -> ContentFactScreen:
    """Open the form of a fact and return its page."""
    counter.order(rw.OpenFact(BIRTH, path))
    counter.see_console(Page.CONTENT_FACT, words)
    page = counter.staff.window.page
    assert isinstance(page, ContentFactScreen)
    return page


def correct_fee(counter: Counter, value: Plain = FEE) -> None:
    open_fact(counter, "fee", "Lệ phí")
    counter.order(rw.SaveFact(value, "Nghị quyết 05"))
    counter.see_console(Page.CONTENT_PROCEDURE, "Đã lưu: Lệ phí.")


def first_step(counter: Counter) -> str:
    """Return the path of the step that a citizen meets first."""
    procedure = counter.citizen.builder.found(BIRTH)
    answers = {question.id: question.choices[0].id for question in procedure.questions}
    return f"steps[{procedure.steps_for(answers)[0].id}]"


def answer_all(counter: Counter) -> None:
    """Give the first answer to every question."""
    for question in counter.citizen.builder.found(BIRTH).questions:
        counter.wish(cw.AnswerQuestion(question.id, question.choices[0].id))


def see_procedure(counter: Counter) -> None:
    counter.wish(cw.Begin(), cw.OpenLifeEvent(LifeEvent.BIRTH), cw.OpenProcedure(BIRTH))
    assert counter.is_at(ScreenName.PROCEDURE)


def page_says(counter: Counter, text: str) -> bool:
    """Return whether the citizen's page says `text` on one of the pages it turns."""
    shown = counter.citizen.window.shown
    assert isinstance(shown, PagedScreen)
    assert shown.pages is not None
    shown.pages.show_words(text)
    return counter.citizen_says(text)


# Reaching the kiosk


def test_a_correction_reaches_the_running_kiosk_with_the_next_visit(lead: Counter) -> None:
    correct_fee(lead)
    lead.settled()
    see_procedure(lead)

    assert page_says(lead, "Lệ phí: Không thu tại xã")
    assert page_says(lead, "Xã đã kiểm tra lệ phí ngày 23/11/2026")


def test_nothing_changes_under_a_finger_in_mid_visit(lead: Counter) -> None:
    see_procedure(lead)
    correct_fee(lead)
    lead.settled()
    lead.wish(cw.OnPhone(), cw.GoBack())
    assert page_says(lead, "Lệ phí: hỏi cán bộ")
    lead.wish(cw.Finish())
    see_procedure(lead)

    assert page_says(lead, "Lệ phí: Không thu tại xã")


def test_a_kiosk_in_another_process_takes_it_up_too(
    lead: Counter, open_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    write_settings(folder.paths, device="quay-2")
    there = open_counter(folder, "kiosk")
    correct_fee(lead)
    there.until(lambda: bool(there.office.catalogue.checks(BIRTH)))
    see_procedure(there)

    assert page_says(there, "Lệ phí: Không thu tại xã")


def test_what_was_edited_before_is_there_when_the_program_starts(
    lead: Counter, open_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    correct_fee(lead)
    lead.close()
    again = open_counter(folder)
    see_procedure(again)

    assert page_says(again, "Lệ phí: Không thu tại xã")


def test_a_doubt_tells_the_citizen_to_ask_staff(lead: Counter) -> None:
    for path in ("time", first_step(lead)):
        lead.order(rw.MarkFact(BIRTH, path, Verdict.UNSURE))
    lead.see_console(Page.CONTENT_PROCEDURE, "chưa chắc.")
    lead.settled()
    see_procedure(lead)
    assert page_says(lead, "Xã chưa chắc về thời gian. Hỏi cán bộ cho chắc.")
    answer_all(lead)
    lead.wish(cw.StartHere())

    assert page_says(lead, "Xã chưa chắc bước này còn đúng.")


def test_undoing_brings_the_shipped_fact_back_to_the_kiosk(lead: Counter) -> None:
    correct_fee(lead)
    lead.see_console(Page.CONTENT_PROCEDURE, "Hoàn tác")
    lead.order(rw.UndoFact(BIRTH, "fee"))
    lead.see_console(Page.CONTENT_PROCEDURE, "Lệ phí: hoàn tác.")
    lead.settled()
    see_procedure(lead)

    assert page_says(lead, "Lệ phí: hỏi cán bộ")
    assert page_says(lead, "Xã chưa kiểm tra lại")


def test_a_paper_is_added_and_taken_away(lead: Counter) -> None:
    lead.order(rw.AddPaper(BIRTH))
    lead.see_console(Page.CONTENT_FACT, "Ghi đủ các ô để xem thử.")
    paper: Plain = {"title": "Sổ hộ khẩu cũ", "note": "", "when": {}}
    lead.order(rw.SaveFact(paper, ""))
    lead.see_console(Page.CONTENT_PROCEDURE, "Đã lưu: ")
    lead.settled()
    assert "Sổ hộ khẩu cũ" in [p.title for p in lead.citizen.builder.found(BIRTH).papers]
    lead.order(rw.OpenFact(BIRTH, "papers[office-1]"))
    lead.see_console(Page.CONTENT_FACT, "Sổ hộ khẩu cũ")
    lead.order(rw.SaveFact({}, ""))
    lead.see_console(Page.CONTENT_PROCEDURE, "Đã lưu: ")
    lead.settled()

    assert "Sổ hộ khẩu cũ" not in [p.title for p in lead.citizen.builder.found(BIRTH).papers]


# The form


def test_the_preview_follows_what_is_typed_before_it_is_stored(lead: Counter) -> None:
    page = open_fact(lead, "fee", "Lệ phí")
    lead.until(lambda: "Lệ phí: hỏi cán bộ" in page._preview.shown_words())
    lead.order(rw.FactTyped(BIRTH, "fee", FEE, ""))

    lead.until(lambda: "Lệ phí: Không thu tại xã" in page._preview.shown_words())
    assert lead.office.catalogue.checks(BIRTH) == {}


def test_hints_come_while_typing_and_keep_nothing_from_being_stored(lead: Counter) -> None:
    open_fact(lead, "summary", "Giới thiệu")
    told = "Có lỗi thì gọi cán bộ."
    lead.order(rw.FactTyped(BIRTH, "summary", told, ""))
    lead.see_console(Page.CONTENT_FACT, "Nên tránh chữ “lỗi”")
    lead.order(rw.SaveFact(told, ""))
    lead.see_console(Page.CONTENT_PROCEDURE, "Đã lưu: Giới thiệu.")


def test_what_cannot_stand_is_told_at_its_field_and_stays_typed(lead: Counter) -> None:
    step = first_step(lead)
    page = open_fact(lead, step, "Bước 1")
    value = {**_told(lead, step), "expect": ""}
    lead.order(rw.SaveFact(value, ""))
    lead.see_console(Page.CONTENT_FACT, "Ghi điều màn hình phải hiện.")

    assert lead.staff.window.page is page
    assert lead.rows("SELECT count(*) FROM content_entries") == [(0,)]


def _told(counter: Counter, path: str) -> dict[str, Plain]:
    value = counter.office.content.open(BIRTH).merged.standing(path).value
    assert isinstance(value, dict)
    return value


def test_a_draft_survives_a_crash_and_a_lock(
    lead: Counter, open_counter: Callable[..., Counter], folder: DemoFolder, tmp_path: Path
) -> None:
    """The folder is copied while the program runs: what a pulled plug would leave behind."""
    open_fact(lead, "fee", "Lệ phí")
    lead.order(rw.FactTyped(BIRTH, "fee", FEE, "NQ 05"))
    lead.see_console(Page.CONTENT_FACT, "Tự lưu nháp")
    left = DemoFolder(DataPaths(tmp_path / "left"), folder.pins)
    shutil.copytree(folder.paths.root, left.paths.root)
    lead.order(sw.LogOut())
    after = open_counter(left)
    after.log_in("Mai")
    after.order(sw.Open(Page.CONTENT))
    after.see_console(Page.CONTENT, "Xuất tệp")
    after.order(rw.OpenContent(BIRTH))
    after.see_console(Page.CONTENT_PROCEDURE, "Có bản nháp chưa lưu")
    page = open_fact(after, "fee", "Tự lưu nháp")

    assert page._form.value() == FEE
    assert page._form.note() == "NQ 05"


def test_what_was_typed_last_is_kept_when_the_console_locks(lead: Counter) -> None:
    page = open_fact(lead, "fee", "Lệ phí")
    area = page._form._areas["text"]
    area.setPlainText("Không thu")
    lead.order(sw.LogOut())
    lead.settled()

    assert lead.rows("SELECT value FROM content_drafts") == [('{"text": "Không thu"}',)]


def test_going_back_shows_that_there_is_a_draft_and_dropping_it_ends_that(lead: Counter) -> None:
    page = open_fact(lead, "fee", "Lệ phí")
    page._form._areas["text"].setPlainText("Không thu")
    lead.order(rw.OpenContent(BIRTH))
    lead.see_console(Page.CONTENT_PROCEDURE, "Có bản nháp chưa lưu")
    open_fact(lead, "fee", "Bỏ bản nháp")
    lead.order(rw.DropFactDraft())
    lead.see_console(Page.CONTENT_PROCEDURE, "Đã bỏ bản nháp.")

    assert not lead.console_says("Có bản nháp chưa lưu")


def test_a_fact_that_somebody_else_corrected_meanwhile_is_not_overwritten(
    lead: Counter, open_counter: Callable[..., Counter], folder: DemoFolder
) -> None:
    open_fact(lead, "fee", "Lệ phí")
    me = lead.staff.logged_in()
    lead.office.content.correct(BIRTH, "fee", {"text": "8.000 đồng"}, me)
    lead.order(rw.SaveFact(FEE, ""))
    lead.see_console(Page.CONTENT_FACT, "Mục này vừa có người khác sửa.")


# The review and the list


def test_going_through_a_procedure_moves_its_day_of_review(lead: Counter) -> None:
    lead.order(rw.SetReviewDay(BIRTH, date(2027, 5, 24)))
    lead.see_console(Page.CONTENT_PROCEDURE, "24/05/2027")
    lead.order(sw.Open(Page.CONTENT))
    lead.see_console(Page.CONTENT, "Xuất tệp")
    assert lead.office.content.overview()[-1].code == BIRTH


def test_past_its_day_of_review_the_citizen_is_told(counter: Counter) -> None:
    counter.clock.advance(days=400)
    see_procedure(counter)

    assert page_says(counter, "Thông tin này đến hạn xem lại. Hỏi cán bộ cho chắc.")


def test_another_lead_s_word_shows_on_the_open_page(lead: Counter) -> None:
    me = lead.staff.logged_in()
    lead.office.content.mark(BIRTH, "fee", Verdict.UNSURE, me)
    lead.see_console(Page.CONTENT_PROCEDURE, "Chưa chắc · Mai")


def test_all_files_are_exported_and_load_to_what_citizens_see(lead: Counter) -> None:
    correct_fee(lead)
    lead.settled()
    lead.order(sw.Open(Page.CONTENT))
    lead.see_console(Page.CONTENT, "Xuất tệp")
    lead.order(rw.ExportContent())
    lead.see_console(Page.CONTENT, "Đã ghi ")
    files = sorted(lead.folder.paths.exports.glob("content-*/*.toml"))
    assert len(files) == len(lead.office.catalogue.all)
    loaded = {file.stem: load_procedure(file, {}) for file in files}

    assert loaded == {p.code: p for p in lead.office.catalogue.all}
    assert loaded[BIRTH].fee is not None


def test_one_file_is_exported_from_its_page(lead: Counter) -> None:
    lead.order(rw.ExportContent(BIRTH))
    lead.see_console(Page.CONTENT_PROCEDURE, "Đã ghi 1 tệp vào ")


def test_an_export_that_fails_is_told_on_the_page(lead: Counter) -> None:
    shutil.rmtree(lead.folder.paths.exports)
    lead.folder.paths.exports.write_text("a file where a folder should be")
    lead.order(rw.ExportContent(BIRTH))
    lead.see_console(Page.CONTENT_PROCEDURE, "Chưa ghi được tệp nội dung")


# The national catalogue


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "danh-muc.csv"
    rows = ["code,name,url"]
    rows += [f"8.{n:06},Việc mẫu {n},https://dichvucong.gov.vn/{n}" for n in range(1, 60)]
    file.write_text("\n".join([*rows, "x,Việc hỏng,https://dichvucong.gov.vn/x"]), "utf-8")
    return file


def test_the_national_catalogue_is_imported_and_offered_to_the_search(
    lead: Counter, table: Path
) -> None:
    lead.order(sw.Open(Page.NATIONAL))
    lead.see_console(Page.NATIONAL, "Chưa nhập danh mục nào.")
    lead.order(rw.ImportNational(table))
    lead.see_console(Page.NATIONAL, "danh-muc.csv")
    assert lead.console_says("Dòng 61: Mã thủ tục “x” chưa đúng.")
    lead.until(lambda: len(lead.office.catalogue.national) == 59)
    lead.order(sw.Open(Page.CONTENT))
    lead.see_console(Page.CONTENT, "Danh mục quốc gia: 59 thủ tục")


def test_a_file_that_is_no_table_is_told_and_nothing_is_lost(
    lead: Counter, table: Path, tmp_path: Path
) -> None:
    lead.order(sw.Open(Page.NATIONAL), rw.ImportNational(table))
    lead.see_console(Page.NATIONAL, "danh-muc.csv")
    bad = tmp_path / "anh.xlsx"
    bad.write_bytes(b"\x89PNG\0\0")
    lead.order(rw.ImportNational(bad))
    lead.see_console(Page.NATIONAL, "Máy chưa đọc được tệp này.")
    assert lead.console_says("danh-muc.csv")
    assert lead.rows("SELECT count(*) FROM national_entries") == [(59,)]


def test_an_import_that_ends_after_the_lock_is_not_taken(lead: Counter, table: Path) -> None:
    lead.order(sw.Open(Page.NATIONAL))
    lead.see_console(Page.NATIONAL, "Nhập từ tệp")
    with lead.busy(Lane.GENERAL), lead.busy(Lane.GENERAL):
        lead.order(rw.ImportNational(table), sw.LogOut())
    lead.settled()

    assert lead.rows("SELECT count(*) FROM national_imports") == [(0,)]


# Who may


def test_a_supporter_opens_none_of_it(counter: Counter, table: Path) -> None:
    counter.log_in("Lan")
    counter.see_console(Page.CALLS)
    counter.order(sw.Open(Page.CONTENT), sw.Open(Page.NATIONAL), rw.OpenContent(BIRTH))
    counter.order(rw.MarkFact(BIRTH, "fee", Verdict.RIGHT), rw.ImportNational(table))
    counter.order(rw.FactTyped(BIRTH, "fee", FEE, ""), rw.ExportContent())
    counter.settled()

    assert counter.staff.window.screen_name is Page.CALLS
    for kept in ("content_entries", "content_drafts", "national_entries"):
        assert counter.rows(f"SELECT count(*) FROM {kept}") == [(0,)]  # noqa: S608 - a fixed name


def test_a_second_tap_on_the_same_correction_is_no_other_persons_change(lead: Counter) -> None:
    open_fact(lead, "fee", "Lệ phí")
    with lead.busy(Lane.WRITE):
        lead.order(rw.SaveFact(FEE, ""), rw.SaveFact(FEE, ""))
    lead.see_console(Page.CONTENT_PROCEDURE, "Đã lưu: Lệ phí.")
    lead.settled()
    assert lead.staff.window.told.text() == ""
    correct_fee(lead, {"text": "Thu tại xã"})


def test_a_correction_stored_after_the_lead_went_on_leaves_her_where_she_is(lead: Counter) -> None:
    open_fact(lead, "fee", "Lệ phí")
    lead.order(rw.SaveFact(FEE, ""), sw.Open(Page.SCAN))
    lead.settled()
    assert lead.staff.window.screen_name is Page.SCAN
    assert lead.rows("SELECT count(*) FROM content_entries") == [(1,)]
