"""What a card tells in the form: seen once, filled once, waved away, never before consent."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from kiosk.domain.assistance import PersonDraft
from tests.ui.staff_hands import Hands, console
from tests.ui.staff_samples import EARLY, FILLED, GRANTED, KNOWN, KNOWN_NEWS, visit_model
from ui.staff.models import AssistanceModel, CardNews, StaffScreenName
from ui.staff.screens.assistance import AssistanceScreen
from ui.staff.window import StaffWindow
from ui.staff.wishes import (
    DraftChanged,
    ForgetCard,
    LookWithCamera,
    OpenPerson,
    PrintConsent,
    ThatIsThem,
)
from ui.widgets.text_field import TextField

NAME = StaffScreenName.ASSISTANCE
WHOLE = PersonDraft("Hồ Thị Huấn", "1950", village_id="v-2", card_mark="mark")


def form(qtbot: QtBot, **changes: object) -> tuple[Hands, AssistanceModel]:
    """Return hands on the form of a promised visit with consent, and its model."""
    model = visit_model(*GRANTED, **changes)
    return console(qtbot, NAME, model), model


def show(hands: Hands, model: AssistanceModel, card: CardNews | None) -> None:
    """Let news come in."""
    assert isinstance(hands.window, StaffWindow)
    rail = hands.window._rail_model
    hands.window.show_screen(NAME, replace(model, card=card), hands.kit, rail)


def person(hands: Hands) -> PersonDraft:
    """Return what stands in the form about the person."""
    assert isinstance(hands.window, StaffWindow)
    page = hands.window.page
    assert isinstance(page, AssistanceScreen)
    return page.draft().person


def test_a_card_fills_what_it_says_and_leaves_the_rest(qtbot: QtBot) -> None:
    hands, model = form(qtbot)
    before = person(hands)
    show(hands, model, replace(FILLED, person=WHOLE))

    after = person(hands)
    assert (after.name, after.birth_year, after.village_id) == ("Hồ Thị Huấn", "1950", "v-2")
    assert (after.phone, after.where_to_find) == (before.phone, before.where_to_find)
    assert after.hard_to_move
    assert after.card_mark == "mark"
    assert "Họ và tên" in hands.texts(), "the person's fields are in front"
    assert FILLED.text in hands.texts()
    assert FILLED.warnings[0] in hands.texts()


def test_the_filled_form_is_handed_on_as_a_draft(qtbot: QtBot) -> None:
    hands, model = form(qtbot)
    show(hands, model, replace(FILLED, person=WHOLE))
    qtbot.waitUntil(lambda: any(isinstance(wish, DraftChanged) for wish in hands.wishes))
    draft = next(w for w in reversed(hands.wishes) if isinstance(w, DraftChanged)).draft
    assert draft.person.card_mark == "mark"


def test_the_same_news_does_not_fill_twice(qtbot: QtBot) -> None:
    hands, model = form(qtbot)
    news = replace(FILLED, person=WHOLE)
    show(hands, model, news)
    field = next(f for f in hands.all(TextField) if f.accessibleName() == "Họ và tên")
    field.setText("Hồ Thị Huân")
    show(hands, model, news)
    assert person(hands).name == "Hồ Thị Huân"
    show(hands, model, replace(news, number=99))
    assert person(hands).name == "Hồ Thị Huấn"


def test_a_wrong_card_is_waved_away_and_what_was_typed_stays(qtbot: QtBot) -> None:
    hands, model = form(qtbot)
    show(hands, model, replace(FILLED, person=replace(WHOLE, person_id="p-1")))
    hands.tap("Bỏ")
    assert hands.last(ForgetCard) == ForgetCard()
    show(hands, model, None)
    assert FILLED.text not in hands.texts()
    assert (person(hands).card_mark, person(hands).person_id) == ("", "")
    assert person(hands).name == "Hồ Thị Huấn"


def test_before_consent_nothing_is_filled(qtbot: QtBot) -> None:
    hands = console(qtbot, NAME, visit_model())
    show(hands, visit_model(), EARLY)
    assert EARLY.text in hands.texts()
    assert person(hands) == PersonDraft()


def test_who_is_known_can_be_taken_or_looked_at(qtbot: QtBot) -> None:
    hands, _ = form(qtbot, card=KNOWN_NEWS)
    assert "Nguyễn T. H. · 1954 · còn 2 việc hẹn" in hands.texts()
    assert "20/11 · Cán bộ đến tận nhà · Đăng ký khai sinh · Đăng nhập" in hands.texts()
    hands.tap("Đúng người này")
    assert hands.last(ThatIsThem) == ThatIsThem(KNOWN.id)
    hands.tap("Xem hồ sơ")
    assert hands.last(OpenPerson) == OpenPerson(KNOWN.id)


def test_who_may_not_be_seen_cannot_be_taken(qtbot: QtBot) -> None:
    hidden = replace(KNOWN, person=None, open_cases=())
    hands, _ = form(qtbot, card=replace(KNOWN_NEWS, known=(hidden,), may_open=False))
    assert "không còn việc hẹn" in hands.texts()
    assert "Đúng người này" not in hands.texts()
    assert "Xem hồ sơ" not in hands.texts()


def test_camera_and_sheet_are_offered_with_the_persons_fields(qtbot: QtBot) -> None:
    hands, _ = form(qtbot, has_camera=True)
    hands.tap("Người dân")
    hands.tap("Quét thẻ bằng camera")
    assert hands.last(LookWithCamera) == LookWithCamera()
    hands.tap("In tờ đồng ý")
    assert hands.last(PrintConsent) == PrintConsent()
