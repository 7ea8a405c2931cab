"""Things to look at: codes, pictures, progress, chips, notices and messages."""

from __future__ import annotations

import numpy as np
import pytest
import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from resources import ResourceMissing
from tests.ui.widgets.fitting import misfits
from tests.ui.widgets.kit import make_theme, picture
from ui.accessibility import describe
from ui.theme.tokens import HIGH_CONTRAST, Tone
from ui.widgets.busy import BusyNotice
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_panel import MessagePanel
from ui.widgets.notice import Notice
from ui.widgets.picture import Picture
from ui.widgets.progress import StepProgress
from ui.widgets.qr_view import QUIET_ZONE, QrView, qr_matrix
from ui.widgets.touch_button import TouchButton

_LINK = "https://dichvucong.gov.vn/p/home/dvc-trang-chu.html"


def _decoded(image: QImage) -> str:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return zxingcpp.read_barcodes(rows[:, : grey.width()].copy())[0].text


@pytest.mark.parametrize("size_mm", [30.0, 45.0, 71.3])
def test_a_code_is_read_from_its_pixels(qtbot: QtBot, size_mm: float) -> None:
    theme = make_theme(palette=HIGH_CONTRAST)
    view = QrView(theme, _LINK, size_mm=size_mm, name="Mã QR mở cổng")
    qtbot.addWidget(view)
    assert _decoded(picture(view)) == _LINK
    assert view.accessibleName() == "Mã QR mở cổng"
    assert theme.metrics.to_mm(view.width()) >= size_mm


def test_a_code_keeps_its_quiet_zone() -> None:
    matrix = qr_matrix(_LINK)
    border = [*matrix[:QUIET_ZONE], *matrix[-QUIET_ZONE:]]
    assert not any(any(row) for row in border)
    assert not any(any(row[:QUIET_ZONE]) or any(row[-QUIET_ZONE:]) for row in matrix)


def test_a_picture_keeps_its_proportions(qtbot: QtBot) -> None:
    theme = make_theme()
    view = Picture(theme, "vneid-login", "Màn hình đăng nhập")
    qtbot.addWidget(view)
    assert view.heightForWidth(480) == 320
    assert view.accessibleName() == "Màn hình đăng nhập"
    low = Picture(theme, "vneid-login", "", max_height_mm=20)
    qtbot.addWidget(low)
    assert low.heightForWidth(2000) == theme.mm(20)
    view.resize(480, 320)
    assert picture(view).pixelColor(240, 20) != theme.colour("paper")


def test_an_unknown_picture_is_named(qtbot: QtBot) -> None:
    with pytest.raises(ResourceMissing, match="no-such-picture"):
        Picture(make_theme(), "no-such-picture", "")


def test_progress_is_told_in_words_and_segments(qtbot: QtBot) -> None:
    theme = make_theme()
    progress = StepProgress(theme, 3, 7)
    qtbot.addWidget(progress)
    progress.resize(700, progress.sizeHint().height())
    assert progress.accessibleName() == "Bước 3 trên 7"
    image = picture(progress)
    middle = image.height() // 2
    seen = [image.pixelColor(n * 700 // 7 + 45, middle).name() for n in range(7)]
    tokens = ["green"] * 2 + ["blue"] + ["line"] * 4
    assert seen == [theme.colour(token).name() for token in tokens]
    progress.set_step(4, 7)
    assert progress.accessibleName() == "Bước 4 trên 7"


def test_chips_wrap_in_a_row(qtbot: QtBot) -> None:
    theme = make_theme()
    row = FlowRow(theme)
    qtbot.addWidget(row)
    for text in ("Trực tuyến toàn trình", "1 ngày làm việc", "Lệ phí: hỏi cán bộ"):
        row.add(Chip(theme, text, "clock", Tone.GREEN))
    one_line = row.sizeHint()
    assert row.heightForWidth(one_line.width()) == one_line.height()
    narrow = theme.mm(70)
    row.resize(narrow, row.heightForWidth(narrow))
    row.show()
    assert row.height() > 2 * one_line.height()
    assert misfits(row) == []


@pytest.mark.parametrize("tone", Tone)
def test_a_notice_holds_its_text_at_any_width(qtbot: QtBot, tone: Tone) -> None:
    theme = make_theme("small")
    notice = Notice(theme, "**Thử cách này:** đợi 2 phút rồi bấm “Gửi lại”.", "info", tone)
    qtbot.addWidget(notice)
    for width in (theme.mm(60), theme.mm(200)):
        notice.resize(width, notice.heightForWidth(width))
        notice.show()
        assert misfits(notice) == []
    assert notice.text() == "Thử cách này: đợi 2 phút rồi bấm “Gửi lại”."


def test_a_card_has_round_corners_and_room(qtbot: QtBot) -> None:
    theme = make_theme()
    card = Card(theme, ground="blue_tint")
    qtbot.addWidget(card)
    child = QWidget()
    card.add(child)
    card.resize(400, 300)
    card.show()
    image = picture(card)
    assert image.pixelColor(200, 150) == theme.colour("blue_tint")
    assert image.pixelColor(0, 0) != theme.colour("blue_tint")
    assert child.x() == child.y() == theme.padding


def test_a_message_offers_what_to_do_next(qtbot: QtBot) -> None:
    theme = make_theme("small")
    actions = [TouchButton(theme, text) for text in ("Làm tiếp bằng hình", "Thử lại")]
    panel = MessagePanel(theme, "wifi-slash", "Mạng tạm ngừng", "Vẫn làm tiếp được.", actions)
    qtbot.addWidget(panel)
    panel.resize(1200, 500)
    panel.show()
    assert misfits(panel) == []
    assert abs(actions[0].y() - actions[1].y()) == 0


def test_short_work_shows_nothing(qtbot: QtBot) -> None:
    busy = BusyNotice(make_theme(), "Máy đang tìm…", delay_ms=10_000)
    qtbot.addWidget(busy)
    busy.start()
    assert busy.isHidden()
    busy.stop()
    assert not busy._delay.isActive()


def test_long_work_is_told_until_it_ends(qtbot: QtBot) -> None:
    busy = BusyNotice(make_theme(), "Máy đang tìm…", delay_ms=1)
    qtbot.addWidget(busy)
    busy.start()
    qtbot.waitUntil(busy.isVisible)
    busy.set_text("Máy đang in…")
    assert busy.text() == "Máy đang in…"
    busy.stop()
    assert busy.isHidden()


def test_describing_names_a_widget(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    describe(widget, "Tên", "Giải thích")
    assert (widget.accessibleName(), widget.accessibleDescription()) == ("Tên", "Giải thích")
