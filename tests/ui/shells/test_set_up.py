"""The set-up on a real folder: each page saves, bad rows are named, breaking off loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import Office, open_office
from kiosk.domain.office import EXAMPLE_OFFICE
from kiosk.domain.slip import Paper
from kiosk.domain.staff import Role, Staff
from kiosk.services.language import load_translator
from kiosk.services.paths import DataPaths
from kiosk.services.settings import load_settings
from resources import locale_dir
from tests.fakes import FakeClock
from tests.ui.busy import busy
from tests.ui.shells.counter import PANEL, PATIENCE_MS, words
from ui.lanes import Lane, Lanes
from ui.printing import QtSlipPrinter
from ui.setup import wishes as w
from ui.setup.models import SetupPageName
from ui.setup.shell import SetupDesk, SetupShell
from ui.setup.wizard import SetupWizard
from ui.widgets.touch_button import TouchButton

Page = SetupPageName
LEAD_PIN = "294075"
SHEET = "recovery-sheet.pdf"


class SetUp:
    """A set-up on a data folder, driven by wishes; `wishes` is how each page is left."""

    wishes: ClassVar[dict[Page, object]] = {
        Page.WELCOME: w.GoNext(),
        Page.OFFICE: w.SaveOffice(replace(EXAMPLE_OFFICE, name="UBND xã Thử")),
        Page.VILLAGES: w.GoNext(),
        Page.PANEL: w.SavePanel(512.34),
        Page.PRINTER: w.SavePrinter("", Paper.A4, "Quầy 3"),
        Page.LEAD: w.SaveLead("Trần Văn Nam", LEAD_PIN, LEAD_PIN),
    }

    def __init__(self, qtbot: QtBot, root: Path, *, as_lead: bool = False) -> None:
        self._qtbot = qtbot
        self.office: Office = open_office(DataPaths(root), demo=True, clock=FakeClock())
        self.lanes = Lanes()
        self.finished = 0
        lead = next(iter(self.office.accounts.staff()), None) if as_lead else None
        self.shell = SetupShell(self._desk(lead))
        self.shell.finished.connect(self._on_finished)
        self.shell.window.resize(PANEL.width_px, PANEL.height_px)
        self.shell.window.show()
        self.shell.start()

    def _desk(self, by: Staff | None) -> SetupDesk:
        office = self.office
        return SetupDesk(
            lanes=self.lanes,
            clock=office.clock,
            office=office.setup,
            accounts=office.accounts,
            printer=QtSlipPrinter(),
            paths=office.paths,
            settings=office.settings,
            hosts=office.portal_hosts,
            metrics=PANEL,
            t=load_translator("vi", locale_dir()),
            by=by,
        )

    def close(self) -> None:
        """Break off, as by closing the program."""
        self.lanes.close()
        self.shell.window.close()
        self.shell.window.deleteLater()
        self.shell.deleteLater()
        self.office.close()

    def _on_finished(self) -> None:
        self.finished += 1

    @property
    def window(self) -> QWidget:
        """The pages' window."""
        return self.shell.window

    def says(self, text: str) -> bool:
        """Return whether the page says `text` now."""
        return text in words(self.window)

    def see(self, page: Page, text: str = "") -> None:
        """Wait until `page` is there and says `text`."""
        self.until(lambda: self.shell.window.page_name is page and self.says(text))

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for `condition`."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def wish(self, wish: object) -> None:
        """Let the page wish something and wait until it is done."""
        self.shell.window.wished.emit(wish)
        self.until(lambda: self.lanes.is_quiet)

    def to(self, page: Page) -> None:
        """Go on to `page`, saving what each page on the way has to save."""
        self.until(lambda: self.shell.window.page_name is not None)
        names = list(Page)
        for name, wish in self.wishes.items():
            if names.index(self.shell.window.page_name or page) <= names.index(name):
                if name is page:
                    break
                self.see(name)
                self.wish(wish)
        self.see(page)

    def groups(self) -> str:
        """Wait for the recovery groups and return them as one would type them."""
        self.until(lambda: bool(self.shell.papers._groups))
        return " ".join(self.shell.papers._groups)


OpenSetUp = Callable[..., SetUp]


@pytest.fixture
def open_set_up(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[OpenSetUp]:
    opened: list[SetUp] = []

    def open_one(*, as_lead: bool = False) -> SetUp:
        for former in opened:
            former.close()
        opened[:] = [SetUp(qtbot, tmp_path / "data", as_lead=as_lead)]
        return opened[0]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def pages(open_set_up: OpenSetUp) -> SetUp:
    """A set-up on a machine that has never seen the program."""
    return open_set_up()


def test_a_new_machine_is_offered_an_example_that_is_not_saved(pages: SetUp) -> None:
    pages.see(Page.WELCOME)
    pages.wish(w.GoNext())
    pages.see(Page.OFFICE)
    assert pages.office.setup.state().profile is None


def test_nothing_can_be_pressed_before_there_is_a_page(qtbot: QtBot, pages: SetUp) -> None:
    empty = SetupWizard(pages.shell.window.kit)
    qtbot.addWidget(empty)
    empty.show()
    assert [b for b in empty.findChildren(TouchButton) if b.isVisible()] == []


def test_the_office_is_saved_and_a_missing_name_is_told(pages: SetUp) -> None:
    pages.to(Page.OFFICE)
    pages.wish(w.SaveOffice(replace(EXAMPLE_OFFICE, name=" ")))
    pages.see(Page.OFFICE, "Nhập tên cơ quan.")
    pages.wish(w.SaveOffice(replace(EXAMPLE_OFFICE, name="UBND xã Thử")))
    pages.see(Page.VILLAGES)
    assert pages.office.setup.profile().name == "UBND xã Thử"


def test_villages_are_added_once_and_removed(pages: SetUp) -> None:
    pages.to(Page.VILLAGES)
    pages.wish(w.AddVillage(" "))
    pages.see(Page.VILLAGES, "Nhập tên thôn")
    pages.wish(w.AddVillage("Hậu Xá", "Xã Cũ A"))
    pages.wish(w.AddVillage("Hậu Xá", "Xã Cũ B"))
    pages.wish(w.AddVillage("hậu xá", "Xã cũ B", "Ông Ba"))
    villages = pages.office.setup.villages()
    assert [(v.former_commune, v.head_name) for v in villages] == [
        ("Xã Cũ A", ""),
        ("Xã cũ B", "Ông Ba"),
    ]
    pages.wish(w.RemoveVillage(villages[0].id))
    assert len(pages.office.setup.villages()) == 1


def test_bad_rows_of_a_file_are_named_and_good_ones_stay(pages: SetUp, tmp_path: Path) -> None:
    pages.to(Page.VILLAGES)
    pages.wish(w.AddVillage("Thanh Ấm", "Xã Cũ A"))
    file = tmp_path / "thon.csv"
    file.write_text(
        "thon,xa_cu,truong_thon,sdt,km\n"
        "Hậu Xá,Xã Cũ A,Bà Tư,0912345678,3\n"
        ",Xã Cũ A,Ông Năm,,\n"
        "Thanh Ấm,Xã Cũ B,,,1\n"
        "Lưu Khê,Xã Cũ A,,0912345678,xa lắm\n",
        "utf-8-sig",
    )
    pages.wish(w.ImportVillages(file))
    pages.see(Page.VILLAGES, "3")
    assert pages.says("Dòng 3: ")
    assert pages.says("Dòng 5: ")
    assert not pages.says("Dòng 2: ")
    kept = [(v.name, v.former_commune) for v in pages.office.setup.villages()]
    assert sorted(kept) == [
        ("Hậu Xá", "Xã Cũ A"),
        ("Thanh Ấm", "Xã Cũ A"),
        ("Thanh Ấm", "Xã Cũ B"),
    ]


def test_a_file_that_is_gone_is_told(pages: SetUp, tmp_path: Path) -> None:
    pages.to(Page.VILLAGES)
    pages.wish(w.ImportVillages(tmp_path / "nowhere.csv"))
    pages.see(Page.VILLAGES, "Không đọc được tệp này.")


def test_panel_and_printer_are_facts_of_the_machine(pages: SetUp) -> None:
    pages.to(Page.LEAD)
    settings = load_settings(pages.office.paths.settings)
    assert settings.panel_width_mm == pytest.approx(512.3)
    assert (settings.printer, settings.paper, settings.counter) == ("", Paper.A4, "Quầy 3")


@pytest.mark.parametrize("page", [Page.PANEL, Page.PRINTER])
def test_a_disk_that_takes_nothing_is_told_on_the_page(pages: SetUp, page: Page) -> None:
    pages.to(page)
    settings = pages.office.paths.settings
    settings.unlink(missing_ok=True)
    (settings / "in the way").mkdir(parents=True)
    wishes = {Page.PANEL: w.SavePanel(500.0), Page.PRINTER: w.SavePrinter("", Paper.A4, "Quầy 1")}
    pages.wish(wishes[page])
    pages.see(page, "Chưa lưu được cài đặt của máy này.")


@pytest.mark.parametrize(
    ("page", "following", "lane"),
    [
        (Page.WELCOME, Page.OFFICE, Lane.READ),
        (Page.OFFICE, Page.VILLAGES, Lane.WRITE),
        (Page.VILLAGES, Page.PANEL, Lane.READ),
        (Page.LEAD, Page.RECOVERY, Lane.WRITE),
    ],
)
def test_a_second_tap_while_a_page_is_saved_skips_no_page(
    pages: SetUp, page: Page, following: Page, lane: Lane
) -> None:
    pages.to(page)
    with busy(pages.lanes, lane):
        for _ in range(2):
            pages.shell.window.wished.emit(pages.wishes[page])
    pages.until(lambda: pages.lanes.is_quiet)
    pages.see(following)


def test_the_lead_chooses_a_pin_twice(pages: SetUp) -> None:
    pages.to(Page.LEAD)
    pages.wish(w.SaveLead("Trần Văn Nam", LEAD_PIN, "111222"))
    pages.see(Page.LEAD, "Hai lần nhập chưa giống nhau. Nhập lại.")
    pages.wish(w.SaveLead("Trần Văn Nam", "121212", "121212"))
    pages.see(Page.LEAD, "Chọn mã khác: số lặp lại quá nhiều.")
    assert pages.office.accounts.staff() == ()
    pages.wish(w.SaveLead("Trần Văn Nam", LEAD_PIN, LEAD_PIN))
    pages.see(Page.RECOVERY)
    (lead,) = pages.office.accounts.staff()
    assert lead.role is Role.LEAD
    assert pages.office.accounts.log_in(lead.id, LEAD_PIN) == lead


def test_the_kept_recovery_sheet_goes_once_it_was_typed_back(pages: SetUp) -> None:
    pages.to(Page.RECOVERY)
    groups = pages.groups()
    pages.wish(w.PrintRecovery())
    pages.see(Page.RECOVERY, "Phiếu đã lưu ở")
    sheet = pages.office.paths.lists / SHEET
    assert sheet.read_bytes().startswith(b"%PDF")
    assert sheet.stat().st_mode & 0o077 == 0
    wrong = ("1" if groups[0] != "1" else "2") + groups[1:]
    pages.wish(w.ConfirmRecovery(wrong))
    pages.see(Page.RECOVERY, "Nhóm thứ 1 chưa đúng.")
    assert sheet.exists()
    pages.wish(w.ConfirmRecovery(groups))
    pages.see(Page.SUPPORTERS)
    assert not sheet.exists()
    assert pages.office.setup.state().recovery_confirmed


def test_a_supporters_pin_is_shown_once(pages: SetUp) -> None:
    pages.to(Page.RECOVERY)
    pages.groups()
    pages.wish(w.GoNext())
    pages.see(Page.SUPPORTERS)
    pages.wish(w.AddSupporter("Lê Thị Lan"))
    pages.see(Page.SUPPORTERS, "Mã PIN của Lê Thị Lan")
    assert pages.shell._issued is not None
    lan, pin = pages.shell._issued.staff, pages.shell._issued.pin
    assert pages.office.accounts.log_in(lan.id, pin).id == lan.id
    pages.wish(w.PinSeen())
    pages.until(lambda: not pages.says(pin[:3]))
    pages.wish(w.BlockStaff(lan.id, is_blocked=True))
    assert [s.is_blocked for s in pages.office.accounts.staff() if s.id == lan.id] == [True]
    pages.wish(w.AddSupporter("Lê Thị Lan"))
    pages.see(Page.SUPPORTERS, "Đã có người tên này.")


def test_the_office_opens_at_the_end(pages: SetUp) -> None:
    pages.to(Page.RECOVERY)
    pages.groups()
    pages.wish(w.GoNext())
    pages.wish(w.GoNext())
    pages.see(Page.FINISH, "UBND xã Thử")
    assert not pages.office.setup.is_set_up()
    pages.wish(w.Finish())
    pages.until(lambda: pages.finished == 1)
    assert pages.office.setup.is_set_up()


def test_a_set_up_that_was_broken_off_finds_everything_again(open_set_up: OpenSetUp) -> None:
    first = open_set_up()
    first.to(Page.VILLAGES)
    first.wish(w.AddVillage("Hậu Xá"))
    first.to(Page.RECOVERY)
    groups = first.groups()
    again = open_set_up()
    again.see(Page.WELCOME)
    again.wish(w.GoNext())
    again.see(Page.OFFICE)
    assert again.says("UBND xã Thử") or again.shell.state().profile is not None
    for page in (Page.VILLAGES, Page.PANEL, Page.PRINTER, Page.LEAD, Page.RECOVERY):
        again.wish(w.GoNext())
        again.see(page)
    assert again.groups() == groups
    assert again.shell.settings.panel_width_mm == pytest.approx(512.3)
    assert [v.name for v in again.office.setup.villages()] == ["Hậu Xá"]
    assert [s.name for s in again.office.accounts.staff()] == ["Trần Văn Nam"]


def test_a_second_machine_joins_with_the_sheet(open_set_up: OpenSetUp) -> None:
    first = open_set_up()
    first.to(Page.RECOVERY)
    groups = first.groups()
    first.office.paths.key_file.unlink()
    again = open_set_up()
    again.see(Page.JOIN)
    wrong = ("1" if groups[0] != "1" else "2") + groups[1:]
    again.wish(w.JoinOffice(wrong))
    again.see(Page.JOIN, "Nhóm thứ 1 chưa đúng.")
    again.wish(w.JoinOffice(groups))
    again.see(Page.PANEL)
    assert again.office.ring.has_key()


def set_up_and_come_back(open_set_up: OpenSetUp) -> SetUp:
    """Set an office up to its end, and open the pages again as its lead."""
    first = open_set_up()
    first.to(Page.RECOVERY)
    first.groups()
    for _ in range(2):
        first.wish(w.GoNext())
    first.wish(w.Finish())
    later = open_set_up(as_lead=True)
    later.see(Page.OFFICE)
    return later


def test_the_lead_changes_the_office_later_in_their_own_name(open_set_up: OpenSetUp) -> None:
    later = set_up_and_come_back(open_set_up)
    later.wish(w.SaveOffice(replace(EXAMPLE_OFFICE, name="UBND xã Mới")))
    later.see(Page.VILLAGES)
    assert later.office.setup.profile().name == "UBND xã Mới"
    with closing(sqlite3.connect(later.office.paths.database)) as connection:
        query = "SELECT staff_id FROM audit WHERE action = 'office_changed' ORDER BY id"
        authors = [row[0] for row in connection.execute(query)]
    assert authors[-1] == later.office.accounts.staff()[0].id
    later.wish(w.GoBack())
    later.see(Page.OFFICE)
    later.wish(w.GoBack())
    later.until(lambda: later.finished == 1)


def test_the_lead_writes_the_list_of_sites(open_set_up: OpenSetUp) -> None:
    later = set_up_and_come_back(open_set_up)
    later.wish(w.SaveOffice(replace(EXAMPLE_OFFICE, name="UBND xã Mới")))
    later.wish(w.GoNext())
    later.wish(w.SavePanel(512.34))
    later.wish(w.SavePrinter("", Paper.A4, "Quầy 3"))
    later.see(Page.SITES, "Cổng Dịch vụ công quốc gia")
    later.wish(w.AddSite("https://tra.nganhangvidu.vn/cong"))
    later.see(Page.SITES, "tra.nganhangvidu.vn")
    later.wish(w.AddSite("*.gov.vn"))
    later.see(Page.SITES, "gồm quá nhiều trang")
    later.wish(w.RemoveSite("*.vneid.gov.vn"))

    entries = later.office.portal_hosts.entries()
    assert "tra.nganhangvidu.vn" in entries
    assert "*.vneid.gov.vn" not in entries
