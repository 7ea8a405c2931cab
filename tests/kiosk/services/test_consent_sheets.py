"""The sheet to take along: the last answers, the very words shown, and nobody's name."""

from __future__ import annotations

import pytest

from kiosk.domain.errors import KnownError
from kiosk.domain.person import PURPOSE_QUESTIONS, Purpose
from kiosk.domain.slip import Paper
from kiosk.services.consent_sheets import ConsentSheets
from kiosk.services.documents.consent_pdf import ConsentSheet, consent_pdf
from tests.stories import HOA, NAM, SHOWN, Story
from tests.support.pdf import page_texts


class Press:
    """Keeps what was to be printed, and prints it."""

    def __init__(self) -> None:
        self.sheets: list[ConsentSheet] = []

    def __call__(self, sheet: ConsentSheet, paper: Paper) -> bytes:
        self.sheets.append(sheet)
        return consent_pdf(sheet, paper)


@pytest.fixture
def story() -> Story:
    return Story()


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture
def sheets(story: Story, press: Press) -> ConsentSheets:
    return ConsentSheets(story.store, story.clock, counter="Quầy 1", render=press)


def test_a_visits_last_answers_with_the_words_shown(
    story: Story, sheets: ConsentSheets, press: Press
) -> None:
    story.agree("v1", Purpose.HOME_VISIT, Purpose.CALL_BACK)
    story.clock.advance(60)
    story.agree("v1", Purpose.HOME_VISIT)
    pdf = sheets.of_visit("v1", Paper.A4)
    (sheet,) = press.sheets
    assert dict(sheet.answers) == {PURPOSE_QUESTIONS[p]: p is Purpose.HOME_VISIT for p in Purpose}
    assert (sheet.lines, sheet.version, sheet.text_hash) == (
        SHOWN.lines, SHOWN.version, SHOWN.hash,
    )  # fmt: skip
    assert sheet.answered_at == story.clock.now()
    assert sheet.staff_name == HOA.name
    assert "Xã chỉ ghi tên." in page_texts(pdf)[0]


def test_a_visits_sheet_leaves_out_who_was_helped_before(
    story: Story, sheets: ConsentSheets, press: Press
) -> None:
    promised = story.promised_visit()
    (visit_id,) = {row.visit_id for row in story.store.records.consents.rows}
    assert promised.person
    with pytest.raises(KnownError):
        sheets.of_visit(visit_id, Paper.A4)


def test_a_persons_sheet_names_nobody(story: Story, sheets: ConsentSheets, press: Press) -> None:
    promised = story.promised_visit()
    assert promised.person
    pdf = sheets.of_person(promised.person.id, Paper.ROLL_80)
    text = page_texts(pdf)[0]
    assert PURPOSE_QUESTIONS[Purpose.HOME_VISIT] in text
    assert promised.person.name not in text
    assert promised.person.phone not in text


def test_a_withdrawal_is_printed_as_what_it_is(
    story: Story, sheets: ConsentSheets, press: Press
) -> None:
    promised = story.promised_visit()
    assert promised.person
    story.clock.advance(60)
    story.consents.withdraw(promised.person.id, (Purpose.CALL_BACK,), NAM)
    sheets.of_person(promised.person.id, Paper.ROLL_80)
    answers = dict(press.sheets[-1].answers)
    assert not answers[PURPOSE_QUESTIONS[Purpose.CALL_BACK]]
    assert answers[PURPOSE_QUESTIONS[Purpose.HOME_VISIT]]


def test_without_an_answer_there_is_nothing_to_print(sheets: ConsentSheets) -> None:
    with pytest.raises(KnownError):
        sheets.of_visit("v1", Paper.A4)
