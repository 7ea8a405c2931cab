"""The slip's page: only a person says that paper came out, and a reprint is a new version."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.slip import PrintState
from tests.ui.staff_hands import console
from tests.ui.staff_samples import QUEUE_STOPPED, SLIP, SLIP_NOT_MADE
from ui.staff.models import StaffScreenName, StaffSlipModel
from ui.staff.window import StaffWindow
from ui.staff.wishes import Open, Reprint, SlipAnswer, TrySlip

NAME = StaffScreenName.SLIP
LEAVE = Open(StaffScreenName.CALLS)


@pytest.mark.parametrize(
    ("model", "text", "wish"),
    [
        (SLIP, "Đã ra", SlipAnswer(came_out=True)),
        (SLIP, "Chưa ra", SlipAnswer(came_out=False)),
        (replace(SLIP, state=PrintState.DID_NOT), "In lại (bản mới)", Reprint("slip-1")),
        (replace(SLIP, state=PrintState.DID_NOT), "Về lời gọi", LEAVE),
        (replace(SLIP, state=PrintState.KEPT_AS_PDF), "Về lời gọi", LEAVE),
        (replace(SLIP, state=PrintState.CAME_OUT), "Về lời gọi", LEAVE),
        (QUEUE_STOPPED, "In lại (bản mới)", Reprint("slip-1")),
        (SLIP_NOT_MADE, "Thử lại", TrySlip()),
        (SLIP_NOT_MADE, "Về lời gọi", LEAVE),
    ],
)
def test_each_state_offers_what_can_be_done(
    qtbot: QtBot, model: StaffSlipModel, text: str, wish: object
) -> None:
    hands = console(qtbot, NAME, model)

    hands.tap(text)

    assert hands.wishes == [wish]


def test_the_page_never_claims_that_paper_came_out(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, SLIP)

    assert "Phiếu đã ra chưa?" in hands.texts()
    assert "Đã đưa phiếu." not in hands.texts()


@pytest.mark.parametrize("model", [QUEUE_STOPPED, SLIP_NOT_MADE])
def test_what_failed_says_so_with_its_cure_and_asks_nothing(
    qtbot: QtBot, model: StaffSlipModel
) -> None:
    hands = console(qtbot, NAME, model)

    assert model.problem in hands.texts()
    assert model.cure in hands.texts()
    assert "Phiếu đã ra chưa?" not in hands.texts()


def test_a_slip_that_was_not_saved_has_no_number_to_read(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, SLIP_NOT_MADE)

    assert "Số phiếu" not in hands.texts()
    assert "In lại (bản mới)" not in hands.texts()


def test_number_version_code_and_path_can_be_read(qtbot: QtBot) -> None:
    kept = replace(SLIP, state=PrintState.KEPT_AS_PDF, version=2, path="/data/slips/0037-v2.pdf")
    hands = console(qtbot, NAME, kept)

    for text in ("2026-11-0037", "2", "7KM-2QT-4NB", "/data/slips/0037-v2.pdf"):
        assert text in hands.texts().split("\n")


def test_while_it_is_being_sent_nothing_can_be_answered(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, replace(SLIP, is_busy=True))
    assert "Đang gửi phiếu tới máy in." in hands.texts()
    assert "Đã ra" not in hands.texts()

    assert isinstance(hands.window, StaffWindow)
    page = hands.window.page
    assert page is not None
    assert page.refresh(SLIP)

    hands.wait_for("Phiếu đã ra chưa?")
