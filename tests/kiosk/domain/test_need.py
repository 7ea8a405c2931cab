"""What a trip takes along: whom, which things, and a form for everybody it is for."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.need import NEED_LABELS, PARTNERS, Form, Kit, kit_for
from kiosk.domain.procedure import Channel, Need, RequiredPaper
from tests.stories import BIRTH

FORM = RequiredPaper("form", "Tờ khai", is_form=True)
AT_HOME = replace(
    BIRTH,
    channel=Channel.COUNTER,
    papers=(FORM, RequiredPaper("card", "Căn cước")),
    needs=(Need.SIGNATURE, Need.CIVIL_STATUS),
)
ONLINE = replace(BIRTH, channel=Channel.PORTAL, papers=(), needs=())


def test_nobody_to_visit_takes_nothing() -> None:
    assert kit_for(()) == Kit()


def test_each_thing_is_named_once_and_each_form_counted() -> None:
    kit = kit_for((AT_HOME, AT_HOME))
    assert kit.forms == (Form("Tờ khai", 2),)
    assert kit.equipment == ("Bút, hộp mực điểm chỉ", "Sổ và biểu mẫu hộ tịch")
    assert kit.partners == ("Cán bộ hộ tịch",)


def test_one_case_counts_a_form_once_however_many_papers_are_it() -> None:
    either = replace(AT_HOME, papers=(FORM, replace(FORM, id="other")))
    assert kit_for((either,)).forms == (Form("Tờ khai", 1),)


def test_what_is_done_online_needs_a_machine_and_a_card_does_not() -> None:
    assert ONLINE.is_guided
    assert kit_for((ONLINE,)).equipment == ("Máy tính, mạng di động",)
    card = replace(ONLINE, channel=Channel.ID_CARD, needs=(Need.BIOMETRICS, Need.POLICE))
    kit = kit_for((card,))
    assert kit.equipment == ("Thiết bị lấy sinh trắc của công an",)
    assert kit.partners == ("Công an xã",)


def test_every_need_has_words_and_every_partner_is_a_need() -> None:
    assert set(NEED_LABELS) == set(Need)
    assert set(PARTNERS) == set(Need) - {Need.BIOMETRICS, Need.SIGNATURE}
