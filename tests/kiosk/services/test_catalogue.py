"""Looking procedures up by code, by superseded code and by life event."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import resources
from kiosk.domain.national import LONGEST_TITLE, NationalEntry
from kiosk.domain.procedure import LIFE_EVENT_CARDS, LifeEvent
from kiosk.services.catalogue import Catalogue
from kiosk.services.content import load_procedures
from tests.support.content_sample import changed, content_of, written


def test_an_alias_leads_to_the_procedure_that_replaced_it() -> None:
    catalogue = Catalogue(load_procedures(resources.procedure_files()))

    assert [getattr(catalogue.by_code(c), "code", None) for c in ("2.000986", "3.000722")] == [
        "3.000722",
        "3.000722",
    ]
    assert catalogue.by_code("0.000000") is None


def test_every_code_that_may_be_met_is_called_something() -> None:
    catalogue = Catalogue(load_procedures(resources.procedure_files()))
    births = catalogue.title_of("3.000722")
    long_name = "Cấp giấy phép " * 20
    names = (("8.000010", "Cấp giấy phép nuôi cá cảnh"), ("8.000020", long_name))
    listed = tuple(NationalEntry(code, name, "", "", "", "") for code, name in names)
    ours = NationalEntry("3.000722", "Tên trong danh mục", "", "", "", "")

    catalogue.take(replace(catalogue.content, national=(*listed, ours)))

    assert catalogue.title_of("3.000722") == births, "our own words come first"
    assert catalogue.title_of("2.000986") == births, "a former code"
    assert catalogue.title_of("8.000010") == "Cấp giấy phép nuôi cá cảnh"
    assert len(catalogue.title_of("8.000020")) <= LONGEST_TITLE
    assert catalogue.title_of("0.000000") == ""


def test_a_code_in_use_wins_over_an_alias(tmp_path: Path) -> None:
    second = changed('code = "9.000001"', 'code = "9.000009"')
    files = written(tmp_path), written(tmp_path, second, "9.000009.toml")

    found = Catalogue(content_of(*files).procedures).by_code("9.000009")

    assert found is not None
    assert found.code == "9.000009"


def test_events_list_and_count_their_procedures() -> None:
    catalogue = Catalogue(load_procedures(resources.procedure_files()))
    counts = catalogue.counts()

    death = [p.code for p in catalogue.of_event(LifeEvent.DEATH)]
    assert {"1.000656", "2.000635", "2.002307"} <= set(death)
    assert "1.001612" not in death
    assert set(counts) == set(LifeEvent)
    assert sum(counts.values()) == sum(len(p.life_events) for p in catalogue.all)


def test_what_belongs_first_to_an_event_is_listed_first() -> None:
    catalogue = Catalogue(load_procedures(resources.procedure_files()))
    codes = [p.code for p in catalogue.of_event(LifeEvent.DEATH)]

    assert codes.index("1.000656") < codes.index("1.000419")
    assert codes.index("2.002913") < codes.index("2.000635")


def test_an_event_without_procedures_counts_nought(tmp_path: Path) -> None:
    text = changed('"business", "death"]', '"business"]')
    catalogue = Catalogue(content_of(written(tmp_path, text)).procedures)

    assert catalogue.of_event(LifeEvent.DEATH) == ()
    assert catalogue.counts()[LifeEvent.DEATH] == 0


def test_every_leading_procedure_is_listed_first_under_its_tile() -> None:
    catalogue = Catalogue(load_procedures(resources.procedure_files()))

    for card in LIFE_EVENT_CARDS:
        listed = [p.code for p in catalogue.of_event(card.event)]
        assert listed[: len(card.leading)] == list(card.leading), card.title
