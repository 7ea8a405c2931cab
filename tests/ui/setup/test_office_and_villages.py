"""The office's facts and its villages: typed, taken from a file, refused with the line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.office import EXAMPLE_OFFICE
from tests.ui.staff_hands import Hands, set_up
from tests.ui.staff_samples import VILLAGES
from tests.ui.states_setup import OFFICE, ROW_PROBLEMS, VILLAGE_PROBLEMS, VILLAGES_MODEL, progress
from ui.setup.models import SetupPageName, WelcomeModel
from ui.setup.wishes import (
    AddVillage,
    GoBack,
    GoNext,
    ImportVillages,
    RemoveVillage,
    SaveOffice,
)
from ui.setup.wizard import SetupWizard
from ui.widgets.text_field import TextField

NAME = SetupPageName


def _field(hands: Hands, name: str) -> TextField:
    return next(field for field in hands.all(TextField) if field.accessibleName() == name)


def _type(hands: Hands, name: str, text: str) -> None:
    field = _field(hands, name)
    field.clear()
    field.setFocus()
    hands.keys(text)


def _window(hands: Hands) -> SetupWizard:
    assert isinstance(hands.window, SetupWizard)
    return hands.window


def test_the_first_page_has_no_way_back(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.WELCOME, WelcomeModel(progress(NAME.WELCOME)))

    assert "Quay lại" not in hands.texts()
    assert "Bước 1 trên 9" in hands.texts()
    hands.tap("Bắt đầu")
    assert hands.wishes == [GoNext()]


def test_the_example_is_offered_and_can_be_changed(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.OFFICE, OFFICE)

    assert _field(hands, "Tên cơ quan").text() == "UBND xã Ứng Hòa"
    _type(hands, "Tên cơ quan", "UBND  xã Hòa Phú ")
    _type(hands, "Điện thoại để dân gọi", "024 1234 5678")
    hands.tap("Tiếp tục")

    expected = replace(EXAMPLE_OFFICE, name="UBND xã Hòa Phú", hotline="024 1234 5678")
    assert hands.wishes == [SaveOffice(expected)]


def test_nothing_is_invented_for_an_empty_line(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.OFFICE, OFFICE)

    assert _field(hands, "Điện thoại để dân gọi").text() == ""
    assert _field(hands, "Giờ làm việc").text() == ""


def test_what_is_refused_is_told_at_its_field_and_the_rest_stays(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.OFFICE, OFFICE)
    _type(hands, "Nơi tiếp dân", "Phòng 2")

    refused = replace(OFFICE, problems={"hotline": "Xem lại số điện thoại."})
    _window(hands).show_page(NAME.OFFICE, refused)

    hands.wait_for("Xem lại số điện thoại.")
    assert _field(hands, "Nơi tiếp dân").text() == "Phòng 2"


def test_a_page_left_and_opened_again_keeps_what_was_typed(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.OFFICE, OFFICE)
    _type(hands, "Giờ làm việc", "sáng thứ Hai")

    _window(hands).show_page(NAME.WELCOME, WelcomeModel(progress(NAME.WELCOME)))
    _window(hands).show_page(NAME.OFFICE, OFFICE)

    assert _field(hands, "Giờ làm việc").text() == "sáng thứ Hai"


def test_back_is_wished_for(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.VILLAGES, VILLAGES_MODEL)

    hands.tap("Quay lại")

    assert hands.wishes == [GoBack()]


def test_a_village_is_typed(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.VILLAGES, VILLAGES_MODEL)

    _type(hands, "Tên thôn", "Thôn Đông Lỗ")
    _type(hands, "Cách trụ sở (km)", "3,5")
    hands.tap("Thêm thôn")

    assert hands.wishes == [AddVillage("Thôn Đông Lỗ", km="3,5")]


def test_the_form_is_emptied_when_its_village_was_taken(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.VILLAGES, VILLAGES_MODEL)
    _type(hands, "Tên thôn", "Thôn Hoàng Dương")

    _window(hands).show_page(NAME.VILLAGES, replace(VILLAGES_MODEL, villages=VILLAGES[:1]))

    assert _field(hands, "Tên thôn").text() == ""
    hands.wait_for("Thôn Hoàng Dương")


def test_a_refused_village_stays_in_the_form(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.VILLAGES, VILLAGES_MODEL)
    _type(hands, "Tên thôn", "Thôn Hoàng Dương")

    _window(hands).show_page(NAME.VILLAGES, replace(VILLAGES_MODEL, problems=VILLAGE_PROBLEMS))

    hands.wait_for("Nhập số km, như 3.5.")
    assert _field(hands, "Tên thôn").text() == "Thôn Hoàng Dương"


def test_a_village_is_taken_off_the_list(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.VILLAGES, replace(VILLAGES_MODEL, villages=VILLAGES[:3]))

    hands.tap("Bỏ thôn Thôn Đông Lỗ")

    assert hands.wishes == [RemoveVillage("v-1")]


def test_a_file_is_found_without_the_systems_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    home = Path.home()
    folder = home / "Danh sách thôn"
    folder.mkdir()
    (folder / "thon.csv").write_text("thon\nĐông Lỗ\n", encoding="utf-8")
    (folder / "thơ.txt").write_text("", encoding="utf-8")
    hands = set_up(qtbot, NAME.VILLAGES, VILLAGES_MODEL)

    hands.tap("Nhập từ tệp CSV")
    hands.tap(home.name)
    hands.wait_for("Danh sách thôn")
    hands.tap("Danh sách thôn")
    hands.wait_for("thon.csv")
    assert "thơ.txt" not in hands.texts()
    hands.tap("thon.csv")

    assert hands.wishes == [ImportVillages(folder / "thon.csv")]
    assert hands.button("Thêm thôn").isVisible()


def test_a_folder_without_files_says_how_to_make_one(qtbot: QtBot) -> None:
    empty = Path.home() / "Trống"
    empty.mkdir()
    hands = set_up(qtbot, NAME.VILLAGES, VILLAGES_MODEL)

    hands.tap("Nhập từ tệp CSV")
    hands.tap(Path.home().name)
    hands.wait_for("Trống")
    hands.tap("Trống")

    hands.wait_for("Ở đây không có tệp CSV.")


def test_rows_left_out_stand_by_line_and_reason_and_the_good_ones_stay(qtbot: QtBot) -> None:
    hands = set_up(qtbot, NAME.VILLAGES, VILLAGES_MODEL)

    model = replace(VILLAGES_MODEL, villages=VILLAGES[:3], imported=3, row_problems=ROW_PROBLEMS)
    _window(hands).show_page(NAME.VILLAGES, model)

    hands.wait_for("Dòng 7: Số điện thoại “09123” chưa đúng.")
    assert "Đã nhập 3 thôn từ tệp." in hands.texts()
    hands.tap("Thôn (3)")
    assert "Thôn Kim Đường" in hands.texts()


def test_the_lead_leaves_the_pages_from_the_first_one(qtbot: QtBot) -> None:
    later = replace(OFFICE, progress=replace(OFFICE.progress, position=1, can_go_back=False))
    hands = set_up(qtbot, NAME.OFFICE, later)

    hands.tap("Quay lại")

    assert hands.wishes == [GoBack()]


def test_long_forms_go_on_further_pages(qtbot: QtBot) -> None:
    problems = dict.fromkeys(("name", "desk", "hotline", "address", "hours"), "Xem lại dòng này.")
    hands = set_up(qtbot, NAME.OFFICE, replace(OFFICE, problems=problems))

    window = hands.window
    fields = [field for field in window.findChildren(TextField) if field.isVisible()]
    feet = [_bottom(field, window) for field in fields]

    assert fields
    assert max(feet) < _top(hands.button("Tiếp tục"), window)


def _bottom(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, widget.rect().bottomLeft()).y()


def _top(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, widget.rect().topLeft()).y()
