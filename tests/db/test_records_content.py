"""The office's words, drafts and the national catalogue, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.store import SqlStore
from kiosk.domain.content_review import FactDraft, Plain, Verdict
from kiosk.domain.errors import BugError
from kiosk.domain.national import NationalEntry, NationalImport
from kiosk.domain.web_address import WebAddress
from kiosk.services.content_review import ContentReview
from kiosk.services.portal_reports import PortalReports
from tests.fakes import FakeClock
from tests.support.review import AT, CODE, LEAD, sample, word

OWN: Plain = {"text": "Không thu", "lines": ["một", "hai"], "when": {"who": ["self"]}}
DRAFT = FactDraft(CODE, "fee", OWN, "NQ 05", LEAD.name, AT)
ENTRIES = tuple(
    NationalEntry(f"8.{n:06}", f"Việc số {n}", "Hộ tịch", "Cấp xã", "1/QĐ", "https://x.gov.vn")
    for n in range(2642)
)
IMPORT = NationalImport("i-1", AT, LEAD.id, LEAD.name, "danh-muc.tsv", len(ENTRIES), 3)


def test_a_history_comes_back_as_it_was_written_oldest_first(store: SqlStore) -> None:
    first = word("fee", Verdict.CORRECTED, {}, OWN, number=1, note="NQ 05")
    second = word("fee", Verdict.UNDONE, "chữ", None, number=2)
    other = replace(word("fee", Verdict.RIGHT, ["câu"], number=3), code="9.000002")
    with store.write() as records:
        for entry in (second, other, first):
            records.content.add(entry)
    with store.read() as records:
        assert records.content.history(CODE) == (first, second)
        assert records.content.history() == (first, second, other)


def test_a_report_of_a_kiosk_and_its_end_are_kept_beside_facts(store: SqlStore) -> None:
    reports = PortalReports(store, FakeClock())
    reports.file(CODE, "find", WebAddress("https", "cong.vn", path="/tim"))
    reports.settle(CODE, "find", "cong.vn/tim", LEAD)
    with store.read() as records:
        told = [(entry.path, entry.verdict, entry.value) for entry in records.content.history()]

    assert told == [
        ("portal[find]", Verdict.MISSED, "cong.vn/tim"),
        ("portal[find]", Verdict.SETTLED, "cong.vn/tim"),
    ]


def test_the_last_word_holds_though_the_clock_was_set_back(store: SqlStore) -> None:
    """The first word was said while the clock stood in the year 2035."""
    content = ContentReview(store, FakeClock(), (sample(),))
    early = replace(word("fee", Verdict.UNSURE, {}), id="01e3e5a2-b400-7aaa-8aaa-aaaaaaaaaaaa")
    with store.write() as records:
        records.content.add(early)
    content.mark(CODE, "fee", Verdict.RIGHT, LEAD)
    entry = content.open(CODE).merged.standing("fee").entry
    assert entry is not None
    assert entry.verdict is Verdict.RIGHT
    content.correct(CODE, "fee", {"text": "Không thu"}, LEAD, seen=entry.id)
    PortalReports(store, FakeClock()).file(CODE, "find", WebAddress("https", "cong.vn"))
    PortalReports(store, FakeClock()).settle(CODE, "find", "cong.vn/", LEAD)

    fee = content.load().procedures[0].fee
    assert fee is not None
    assert fee.text == "Không thu"
    assert content.open(CODE).reports == ()
    content.undo(CODE, "fee", LEAD)
    assert content.open(CODE).merged.standing("fee").entry == entry
    with store.read() as records:
        ids = [said.id for said in records.content.history(CODE)]
    assert ids == sorted(set(ids))
    assert len(ids) == 6
    assert ids[0] == early.id


def test_a_fact_has_one_draft_which_can_be_dropped(store: SqlStore) -> None:
    newer = replace(DRAFT, value={"text": "Khác"}, note="")
    other = replace(DRAFT, path="time")
    with store.write() as records:
        for draft in (DRAFT, other, newer):
            records.content.save_draft(draft)
    with store.read() as records:
        assert records.content.drafts(CODE) == (newer, other)
        assert records.content.drafts("9.000002") == ()
        assert records.content.drafts() == (newer, other)
    with store.write() as records:
        records.content.drop_draft(CODE, "fee")
    with store.read() as records:
        assert records.content.drafts() == (other,)


def test_a_whole_catalogue_is_stored_and_replaced(store: SqlStore) -> None:
    with store.write() as records:
        records.national.replace(reversed(ENTRIES), IMPORT)
    with store.read() as records:
        assert records.national.all() == ENTRIES
        assert records.national.latest_import() == IMPORT
    newer = replace(IMPORT, id="i-2", taken=1)
    with store.write() as records:
        records.national.replace(ENTRIES[:1], newer)
    with store.read() as records:
        assert records.national.all() == ENTRIES[:1]
        assert records.national.latest_import() == newer


def test_an_import_that_fails_leaves_all_of_the_former_one(store: SqlStore) -> None:
    with store.write() as records:
        records.national.replace(ENTRIES, IMPORT)
    twice = (*ENTRIES[:5], ENTRIES[0])
    with pytest.raises(BugError), store.write() as records:
        records.national.replace(twice, replace(IMPORT, id="i-2"))
    with store.read() as records:
        assert len(records.national.all()) == len(ENTRIES)
        assert records.national.latest_import() == IMPORT


def test_before_the_first_import_there_is_none(store: SqlStore) -> None:
    with store.read() as records:
        assert records.national.latest_import() is None
        assert records.national.all() == ()
