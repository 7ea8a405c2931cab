"""The lead's pages on content, touched and typed into: what they wish, and what they show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from pytestqt.qtbot import QtBot

from kiosk.domain.content_review import Verdict
from tests.ui.staff_hands import LARGE, Hands, console
from tests.ui.staff_samples import TODAY, rail
from tests.ui.states_content import (
    content_states,
    fact_model,
    imported,
    procedure_states,
)
from ui.staff.content import wishes as rw
from ui.staff.content.kiosk_preview import KioskPreview
from ui.staff.content.models import ContentFactModel, ContentProcedureModel, NationalModel
from ui.staff.models import StaffScreenName
from ui.staff.screens.content_fact import ContentFactScreen
from ui.staff.wishes import Open
from ui.widgets.chip import Chip
from ui.widgets.qr_view import QrView
from ui.widgets.row_table import RowTable
from ui.widgets.text_area import TextArea
from ui.widgets.text_block import TextBlock
from ui.widgets.text_field import TextField
from ui.widgets.touch_button import TouchButton

Page = StaffScreenName
BIRTH = "1.001193"
LIST = content_states()[0][2]
STATES = {state: model for state, _, model in procedure_states()}
REVIEWED = STATES["content_procedure-reviewed"]


def rows(hands: Hands) -> list[str]:
    """Return the rows of the list that are shown, as they are read aloud."""
    table = hands.all(RowTable)[0]
    shown = [row for row in table.findChildren(TouchButton) if row.isVisible()]
    return [row.accessibleName() for row in shown if "," in row.accessibleName()]


def fact_form(qtbot: QtBot, model: ContentFactModel) -> Hands:
    return console(qtbot, Page.CONTENT_FACT, model, metrics=LARGE)


# Pages of the portal that have changed


def test_a_report_tells_step_page_count_and_time_and_is_settled(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, STATES["content_procedure-reported"])
    shown = " ".join(card.accessibleName() for card in hands.all(TextBlock)).replace("\u200b", "")

    assert "Bước 2: Chọn nơi nhận hồ sơ" in shown
    assert "dichvucong.gov.vn/tim-kiem · 1 lượt, mới nhất 22/11" in shown
    hands.tap("Đã xem lại: Bước 2: Chọn nơi nhận hồ sơ")
    assert hands.wishes == [rw.SettleReport(BIRTH, "choose-agency", "dichvucong.gov.vn/tim-kiem")]


def test_a_report_is_among_what_has_to_be_looked_at(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT, LIST)

    assert any("2 trang Cổng đã khác" in row for row in rows(hands))
    assert "4 cần xem" in [chip.text() for chip in hands.all(Chip)]


# The list


def test_overdue_procedures_come_first_and_are_counted(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT, LIST)

    assert [row.split(",")[0] for row in rows(hands)[:2]] == [
        "Đăng ký khai tử",
        "Chứng thực bản sao",
    ]
    assert "quá 23 ngày" in rows(hands)[0]
    assert "2 quá hạn" in {chip.text() for chip in hands.all(Chip)}


def test_a_few_letters_without_marks_narrow_the_list(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT, LIST)
    field = hands.all(TextField)[0]
    field.setFocus()
    hands.keys("khai sinh")
    assert [row.split(",")[0] for row in rows(hands)] == ["Đăng ký khai sinh"]
    field.clear()
    hands.keys("1.000656")
    assert [row.split(",")[0] for row in rows(hands)] == ["Đăng ký khai tử"]


def test_a_row_opens_its_procedure(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT, LIST)
    row = next(b for b in hands.all(TouchButton) if b.payload == BIRTH)
    hands.tap(row)

    assert hands.wishes == [rw.OpenContent(BIRTH)]


def test_the_list_leads_to_the_export_and_to_the_national_catalogue(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT, LIST)
    hands.tap("Xuất tệp")
    hands.tap("Danh mục quốc gia")

    assert hands.wishes == [rw.ExportContent(), Open(Page.NATIONAL)]


# One procedure


@pytest.mark.parametrize(
    ("name", "wish"),
    [
        ("Đúng: Cách nộp", rw.MarkFact(BIRTH, "level", Verdict.RIGHT)),
        ("Chưa chắc: Lệ phí", rw.MarkFact(BIRTH, "fee", Verdict.UNSURE)),
        ("Sửa: Lệ phí", rw.OpenFact(BIRTH, "fee")),
        ("Giữ bản của xã: Thời gian", rw.MarkFact(BIRTH, "time", Verdict.RIGHT)),
        ("Dùng bản mới: Thời gian", rw.TakeShipped(BIRTH, "time")),
    ],
)
def test_each_fact_is_marked_corrected_or_chosen(qtbot: QtBot, name: str, wish: object) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, REVIEWED, metrics=LARGE)
    hands.tap(name)

    assert hands.wishes == [wish]


def test_a_changed_fact_shows_both_and_says_whose_is_whose(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, REVIEWED, metrics=LARGE)

    assert "Bản của xã: Nhận ngay trong buổi" in hands.texts()
    assert "Bản mới: 1 ngày; nộp sau 15 giờ" in hands.texts()
    assert "Có bản mới, cần xem · Phạm Thu Hà · 22/11 08:14" in hands.texts()


def test_the_official_address_stands_beside_the_facts_as_qr(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, REVIEWED)
    assert isinstance(REVIEWED, ContentProcedureModel)

    codes = [code.payload for code in hands.all(QrView)]
    assert codes == [REVIEWED.procedure.source.url]


def test_a_paper_is_added_from_the_papers(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, REVIEWED, metrics=LARGE)
    hands.tap("Giấy tờ (8)")
    while not [b for b in hands.all(TouchButton) if b.text() == "Thêm giấy tờ"]:
        hands.tap("Xem tiếp")
    hands.tap("Thêm giấy tờ")

    assert hands.wishes == [rw.AddPaper(BIRTH)]


def test_the_section_and_its_page_stay_when_the_facts_are_read_anew(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, REVIEWED)
    assert isinstance(REVIEWED, ContentProcedureModel)
    hands.tap("Các bước (4)")
    hands.tap("Xem tiếp")
    before = hands.texts()
    hands.window.show_screen(  # type: ignore[union-attr]
        Page.CONTENT_PROCEDURE,
        replace(REVIEWED, message="Đã lưu: Lệ phí."),
        hands.kit,
        rail(Page.CONTENT_PROCEDURE),
    )

    hands.wait_for("Đã lưu: Lệ phí.")
    step = next(line for line in before.split("\n") if line.startswith("Bước "))
    assert step in hands.texts()


def test_what_was_just_said_can_be_taken_back(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, STATES["content_procedure-said"])
    hands.tap("Hoàn tác")

    assert hands.wishes == [rw.UndoFact(BIRTH, "fee")]


def test_a_review_ends_with_the_day_of_the_next_one(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, STATES["content_procedure"])
    hands.tap("Đã xem lại xong")
    assert "Còn 17 mục xã chưa xác nhận." in hands.texts()
    hands.tap("Sau 90 ngày")
    hands.tap("Lưu ngày xem lại")

    assert hands.wishes == [rw.SetReviewDay(BIRTH, TODAY + timedelta(days=90))]


def test_half_a_year_is_offered_first(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.CONTENT_PROCEDURE, STATES["content_procedure"])
    hands.tap("Đã xem lại xong")
    hands.tap("Lưu ngày xem lại")

    assert hands.wishes == [rw.SetReviewDay(BIRTH, date(2027, 5, 23))]


# The form


def test_typing_is_told_after_a_short_rest(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("fee"))
    hands.all(TextArea)[0].setFocus()
    hands.key(Qt.Key.Key_End)
    hands.keys(" tại xã")
    assert hands.wishes == []
    qtbot.waitUntil(lambda: bool(hands.wishes))

    assert hands.wishes == [rw.FactTyped(BIRTH, "fee", {"text": "Không thu tại xã"}, "")]


def test_every_line_of_a_list_is_a_sentence_of_its_own(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("next_steps"))
    hands.all(TextArea)[0].setPlainText("Giữ giấy hẹn.\nĐợi tin nhắn.")
    hands.tap("Lưu")

    assert hands.wishes == [rw.SaveFact(["Giữ giấy hẹn.", "Đợi tin nhắn."], "")]


def test_a_step_is_saved_with_its_first_aid_and_the_paper_it_goes_by(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("steps[choose-agency]"))
    areas = {area.accessibleName(): area for area in hands.window.findChildren(TextArea)}
    areas["Lưu ý, nếu có"].setPlainText("")
    areas["Khi vướng “Chọn nhầm thủ tục”"].setPlainText("Gọi cán bộ.")
    note = next(f for f in hands.window.findChildren(TextField))
    note.setText("Công văn 12")
    hands.tap("Lưu")
    wish = hands.last(rw.SaveFact)

    assert isinstance(wish, rw.SaveFact)
    assert isinstance(wish.value, dict)
    assert wish.value["caution"] == ""
    first_aid = wish.value["first_aid"]
    assert isinstance(first_aid, dict)
    assert first_aid["N1"] == "Gọi cán bộ."
    assert wish.note == "Công văn 12"


def test_a_paper_can_be_taken_away_but_no_step(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("papers[identity]"))
    hands.tap("Bỏ mục này")
    assert hands.wishes == [rw.SaveFact({}, "")]
    other = fact_form(qtbot, fact_model("steps[submit]"))
    assert "Bỏ mục này" not in other.texts()


def test_typing_and_leaving_at_once_loses_nothing(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("fee"))
    hands.all(TextArea)[0].setPlainText("8.000 đồng")
    hands.window.show_screen(Page.CONTENT_PROCEDURE, REVIEWED, hands.kit)  # type: ignore[union-attr]

    assert hands.wishes == [rw.FactTyped(BIRTH, "fee", {"text": "8.000 đồng"}, "")]


def test_a_newer_model_leaves_what_is_typed_alone(qtbot: QtBot) -> None:
    model = fact_model("fee")
    hands = fact_form(qtbot, model)
    hands.all(TextArea)[0].setPlainText("Đang gõ")
    hands.window.show_screen(  # type: ignore[union-attr]
        Page.CONTENT_FACT, replace(model, hints=("Nên bỏ mã CT01.",)), hands.kit
    )

    assert hands.all(TextArea)[0].text() == "Đang gõ"
    assert "Nên bỏ mã CT01." in hands.texts()
    assert "Câu chữ ngắn gọn" not in hands.texts()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("fee", "Lệ phí: Không thu"),
        ("papers[birth-certificate]", "Giấy chứng sinh"),
        ("steps[choose-agency]", "Bước 2 trên 4 · Đăng ký khai sinh"),
        ("next_steps", "Nhận kết quả theo giấy hẹn hoặc tin nhắn."),
    ],
)
def test_the_preview_is_the_citizen_s_own_page_turned_to_the_fact(
    qtbot: QtBot, path: str, words: str
) -> None:
    hands = fact_form(qtbot, fact_model(path))
    preview = hands.all(KioskPreview)[0]

    assert words in preview.shown_words()
    assert not preview._picture.isNull()


def test_the_preview_paints_another_picture_for_another_page(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("fee"))
    preview = hands.all(KioskPreview)[0]
    before = preview.grab().toImage()
    page = fact_model("fee", {"text": "8.000 đồng mỗi bản"}).page
    assert page is not None
    preview.show_page(page)

    assert preview.grab().toImage() != before


def test_the_history_tells_who_when_what_and_takes_back(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("fee"))
    hands.tap("Lịch sử (1)")
    told = "Sửa · Phạm Thu Hà · 22/11 08:14 · Nghị quyết 05/2026/NQ-HĐND"
    assert told in hands.texts()
    hands.tap("Hoàn tác lần gần nhất")

    assert hands.wishes == [rw.UndoFact(BIRTH, "fee")]


def test_a_fact_nobody_spoke_of_has_no_history(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("steps[submit]"))
    hands.tap("Lịch sử (0)")

    assert "Mục này chưa ai xem lại." in hands.texts()


def test_a_changed_fact_is_chosen_on_its_form_too(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("time"))
    hands.tap("Dùng bản mới")
    hands.tap("Giữ bản đang dùng")

    assert hands.wishes == [
        rw.TakeShipped(BIRTH, "time"),
        rw.MarkFact(BIRTH, "time", Verdict.RIGHT),
    ]


def test_a_problem_turns_to_its_field(qtbot: QtBot) -> None:
    model = fact_model("steps[choose-agency]")
    hands = console(qtbot, Page.CONTENT_FACT, model)
    problem = {"first_aid.E5": "Câu này dài quá. Viết gọn lại."}
    hands.window.show_screen(  # type: ignore[union-attr]
        Page.CONTENT_FACT, replace(model, problems=problem), hands.kit
    )

    hands.wait_for("Câu này dài quá.")
    page = hands.window.page
    assert isinstance(page, ContentFactScreen)


def test_tab_leaves_a_field_instead_of_typing_into_it(qtbot: QtBot) -> None:
    hands = fact_form(qtbot, fact_model("papers[identity]"))
    first, second = hands.all(TextArea)
    first.setFocus()
    hands.key(Qt.Key.Key_Tab)

    assert hands.window.focusWidget() is second
    assert "\t" not in first.text()


# The national catalogue


def test_a_table_is_chosen_from_the_folders(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("danh-muc.xlsx", "danh-muc.tsv", "anh.png", "thon.csv"):
        (tmp_path / name).write_bytes(b"x")
    place = str(tmp_path)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: place)
    hands = console(qtbot, Page.NATIONAL, NationalModel())
    hands.tap("Nhập từ tệp")
    hands.tap(tmp_path.name)
    assert "anh.png" not in hands.texts()
    hands.tap("danh-muc.xlsx")

    assert hands.wishes == [rw.ImportNational(tmp_path / "danh-muc.xlsx")]


def test_the_last_import_and_its_bad_rows_are_told(qtbot: QtBot) -> None:
    refused = ((12, "Chưa có tên thủ tục."), (40, "Mã này đã có ở dòng 3."))
    hands = console(qtbot, Page.NATIONAL, NationalModel(imported(), refused))

    for told in ("2.642", "22/11 08:14", "Phạm Thu Hà", "danh-muc-2026-07.xlsx"):
        assert told in hands.texts()
    assert "Dòng 12: Chưa có tên thủ tục." in hands.texts()
    assert "Dòng 40: Mã này đã có ở dòng 3." in hands.texts()


def test_while_a_file_is_read_no_other_is_chosen(qtbot: QtBot) -> None:
    hands = console(qtbot, Page.NATIONAL, NationalModel(imported(), is_importing=True))

    assert not hands.button("Nhập từ tệp").isEnabled()
