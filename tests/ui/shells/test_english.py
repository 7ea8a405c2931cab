"""English at a counter: what citizens read is English or marked, what is kept is Vietnamese."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.assistance import Outcome
from kiosk.domain.english import MARK
from kiosk.domain.flow import ScreenName
from kiosk.domain.procedure import LifeEvent
from tests.support.pdf import page_texts
from tests.ui.shells.counter import BIRTH, Counter
from ui.citizen import wishes as w


def test_a_procedure_is_read_in_english(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenLifeEvent(LifeEvent.BIRTH), w.SetLanguage("en"))
    counter.see_citizen(ScreenName.PROCEDURES, "Register a birth")
    counter.wish(w.OpenProcedure(BIRTH), w.AnswerQuestion("certificate", "paper"))
    assert counter.citizen_says("Apply online, in person or by post")
    titles = [paper.title for paper in counter.citizen.builder.found(BIRTH).papers]
    assert titles[0] == "Hospital's certificate of birth (Giấy chứng sinh)"

    counter.wish(w.SetLanguage("vi"))
    assert counter.citizen_says("Đăng ký khai sinh")
    assert counter.visit.answers == {"certificate": "paper"}


def test_what_has_no_english_is_vietnamese_and_says_so(counter: Counter) -> None:
    counter.wish(w.Begin(), w.SetLanguage("en"))
    asking = [one.code for one in counter.office.catalogue.all if one.questions]

    def shows_the_mark(code: str) -> bool:
        counter.wish(w.OpenProcedure(code))
        return counter.citizen_says(MARK)

    assert any(map(shows_the_mark, asking))
    counter.wish(w.SetLanguage("vi"))
    assert not counter.citizen_says(MARK)


def test_the_shared_steps_are_english_and_lead_on(counter: Counter) -> None:
    counter.wish(w.Begin(), w.SetLanguage("en"))
    counter.walk_to_step()
    assert counter.citizen_says("Before you begin")
    counter.wish(w.ConfirmStep())
    assert counter.citizen_says("Log in with VNeID")


def test_the_slip_that_is_printed_stays_vietnamese(counter: Counter) -> None:
    counter.wish(w.Begin(), w.SetLanguage("en"), w.OpenProcedure(BIRTH), w.PrintPapers())
    counter.until(lambda: any(counter.office.paths.slips.glob("*.pdf")))
    counter.settled()
    (slip,) = counter.office.paths.slips.glob("*.pdf")
    printed = " ".join(page_texts(slip.read_bytes()))

    assert "Đăng ký khai sinh" in printed
    assert "Register" not in printed


def test_staff_read_a_call_from_an_english_page_in_vietnamese(one_screen: Counter) -> None:
    one_screen.wish(w.Begin(), w.SetLanguage("en"))
    one_screen.walk_to_step()
    one_screen.call()

    band = one_screen.citizen.help.band_model()
    assert (band.procedure, band.step) == ("Đăng ký khai sinh", "Xem trước khi bắt đầu")


def test_papers_that_staff_have_noted_are_told_in_english(counter: Counter) -> None:
    counter.log_in()
    counter.wish(w.Begin(), w.SetLanguage("en"))
    counter.call()
    counter.take_call()
    counter.finish_help(Outcome.FOLLOW_UP)
    counter.see_citizen(ScreenName.FOLLOW_UP)

    assert counter.citizen_says("Hospital's certificate of birth")
    counter.wish(w.SetLanguage("vi"))
    assert counter.citizen_says("Giấy chứng sinh")


def test_the_office_s_correction_shows_at_once_in_its_own_words(counter: Counter) -> None:
    """There is no former English beside it: the text it was a translation of is gone."""
    catalogue = counter.office.catalogue
    procedure = catalogue.by_code(BIRTH)
    assert procedure is not None
    assert catalogue.in_language("en").by_code(BIRTH) is not procedure
    corrected = replace(procedure, summary="Mang bé đến quầy.")
    catalogue.take(replace(catalogue.content, procedures=(corrected,)))
    counter.wish(w.Begin(), w.SetLanguage("en"), w.OpenProcedure(BIRTH))

    assert counter.citizen_says(f"Mang bé đến quầy.{MARK}")
    assert counter.citizen_says("Register a birth")


def test_what_is_found_is_told_in_english(counter: Counter) -> None:
    counter.wish(w.Begin(), w.OpenSearch(), w.SearchFor("dang ky khai sinh"), w.SetLanguage("en"))
    counter.see_citizen(ScreenName.SEARCH, "Register a birth")


def test_a_lesson_without_english_says_so(counter: Counter) -> None:
    counter.wish(w.Begin(), w.SetLanguage("en"), w.OpenLessons())
    title = counter.office.lessons[0].title
    assert counter.citizen_says(f"{title}{MARK}")
    counter.wish(w.OpenLesson(counter.office.lessons[0].id))
    assert counter.citizen_says(MARK)
