"""A calm list of folders and of the files wanted, in the place of the system's dialog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo, QStandardPaths, QStorageInfo, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.words import N_
from ui.staff.page_header import PageHeader
from ui.staff.screen import StaffKit
from ui.theme.tokens import TextRole
from ui.widgets.message_panel import MessagePanel
from ui.widgets.paged_grid import PagedGrid
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

_PLACES = (
    QStandardPaths.StandardLocation.HomeLocation,
    QStandardPaths.StandardLocation.DownloadLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.DesktopLocation,
)
_MOUNTS = ("/media", "/mnt", "/run/media", "/Volumes")
_MOST = 400
_CELL_MM = 90


@dataclass(frozen=True, slots=True)
class WantedFiles:
    """Which files are shown, and what is said where there are none; icons by ending."""

    title: str
    nothing: str
    cure: str
    icons: Mapping[str, str]


CSV_FILES = WantedFiles(
    N_("Chọn tệp CSV"),
    N_("Ở đây không có tệp CSV."),
    N_("Mở Excel, lưu kiểu “CSV UTF-8”, rồi chọn lại."),
    {"csv": "file-csv"},
)
TABLE_FILES = WantedFiles(
    N_("Chọn tệp danh mục"),
    N_("Ở đây không có tệp XLSX, CSV hay TSV."),
    N_("Chép tệp danh mục vào đây, hoặc mở thư mục khác."),
    {"xlsx": "file-xls", "csv": "file-csv", "tsv": "file-csv"},
)


class FileList(QWidget):
    """Opens folders by tapping them. Signals: `chosen(path of a file)`, `closed`."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self, kit: StaffKit, wanted: WantedFiles = CSV_FILES, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._wanted = wanted
        self._folder: QDir | None = None
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(kit.theme.gap)
        back = TouchButton(kit.theme, kit.t("Quay lại"), icon="arrow-left")
        back.activated.connect(self._on_back)
        self._page.addWidget(PageHeader(kit.theme, kit.t(wanted.title), (), [back]))
        self._where = TextBlock(kit.theme, "", TextRole.CAPTION)
        self._where.setMinimumWidth(1)
        self._page.addWidget(self._where)
        self._shown: QWidget | None = None
        self._show(places())

    def _show(self, found: list[QFileInfo]) -> None:
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        folder = self._folder
        t = self._kit.t
        self._where.set_text(folder.absolutePath() if folder else t("Những nơi hay để tệp"))
        self._shown = self._grid(found) if found else self._empty()
        self._page.addWidget(self._shown, 1)

    def _empty(self) -> QWidget:
        title, text = self._kit.t(self._wanted.nothing), self._kit.t(self._wanted.cure)
        return MessagePanel(self._kit.theme, "folder-open", title, text)

    def _grid(self, found: list[QFileInfo]) -> QWidget:
        grid = PagedGrid(
            self._kit.theme,
            self._kit.t,
            min_cell_mm=_CELL_MM,
            max_columns=3,
            max_per_page=18,
            stretch=False,
        )
        grid.set_items([self._button(info) for info in found])
        return grid

    def _button(self, info: QFileInfo) -> TouchButton:
        path = info.absoluteFilePath()
        button = TouchButton(
            self._kit.theme,
            info.fileName() or path,
            icon="folder" if info.isDir() else self._wanted.icons[info.suffix().lower()],
            kind=ButtonKind.CHOICE,
            payload=path,
        )
        button.activated_with.connect(self._on_entry)
        return button

    @Slot(object)
    def _on_entry(self, path: object) -> None:
        info = QFileInfo(str(path))
        if info.isDir():
            self._folder = QDir(info.absoluteFilePath())
            self._show(entries(self._folder, self._wanted))
        else:
            self.chosen.emit(Path(info.absoluteFilePath()))

    @Slot()
    def _on_back(self) -> None:
        """Go one folder up; from the usual places, leave the list."""
        folder = self._folder
        if folder is None:
            self.closed.emit()
            return
        starts = {info.absoluteFilePath() for info in places()}
        if folder.absolutePath() in starts or not folder.cdUp():
            self._folder = None
            self._show(places())
        else:
            self._show(entries(folder, self._wanted))


def places() -> list[QFileInfo]:
    """Return where files usually are: the person's folders and whatever is plugged in."""
    folders = [QStandardPaths.writableLocation(place) for place in _PLACES]
    volumes = (volume.rootPath() for volume in QStorageInfo.mountedVolumes())
    plugged = [root for root in volumes if root.startswith(_MOUNTS) or root[1:3] == ":/"]
    known = dict.fromkeys((*folders, *plugged))
    return [QFileInfo(folder) for folder in known if folder and QFileInfo(folder).isDir()]


def entries(folder: QDir, files: WantedFiles = CSV_FILES) -> list[QFileInfo]:
    """Return the folders and the files wanted in `folder`, folders first, by name."""
    wanted = QDir.Filter.AllDirs | QDir.Filter.Files | QDir.Filter.NoDotAndDotDot
    order = QDir.SortFlag.DirsFirst | QDir.SortFlag.Name | QDir.SortFlag.IgnoreCase
    patterns = [f"*.{ending}" for ending in files.icons]
    return folder.entryInfoList(patterns, wanted, order)[:_MOST]
