"""Persons found again by marks, on both kinds of database."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import text

from db.store import SqlStore
from kiosk.services.ports import Cipher
from kiosk.services.vault import AesGcmCipher
from tests.db.samples import PERSON, store_follow_up

CARD = "card mark of Bà Hoa"


def test_a_card_finds_its_person(store: SqlStore) -> None:
    owner = replace(PERSON, card_mark=CARD)
    with store.write() as records:
        records.people.save(owner)
        records.people.save(replace(PERSON, id="person-2"))
    with store.read() as records:
        assert records.people.with_card(CARD) == owner
        assert records.people.with_card("another") is None
        assert records.people.with_card("") is None, "no card is nobody's card"
        assert records.people.get("person-2") == replace(PERSON, id="person-2")


def test_a_telephone_finds_everyone_it_reaches_last_first(store: SqlStore) -> None:
    others = [replace(PERSON, id=f"person-{n}") for n in (2, 3)]
    with store.write() as records:
        for person in (PERSON, *others, replace(PERSON, id="person-4", phone="")):
            records.people.save(person)
    with store.read() as records:
        found = records.people.with_phone(PERSON.phone)
        assert [person.id for person in found] == ["person-3", "person-2", "person-1"]
        assert records.people.with_phone("0900000000") == ()
        assert records.people.with_phone("") == (), "no telephone is nobody's telephone"


def test_another_telephone_is_found_from_then_on(store: SqlStore) -> None:
    with store.write() as records:
        records.people.save(PERSON)
        records.people.save(replace(PERSON, phone="0987654321"))
    with store.read() as records:
        assert records.people.with_phone(PERSON.phone) == ()
        assert len(records.people.with_phone("0987654321")) == 1


def test_another_office_finds_nobody(store: SqlStore) -> None:
    with store.write() as records:
        records.people.save(PERSON)
    other = SqlStore(store._engine, AesGcmCipher(lambda: b"x" * 32))
    with other.read() as records:
        assert records.people.with_phone(PERSON.phone) == ()


def test_numbers_stored_before_marks_are_marked_once(store: SqlStore) -> None:
    with store.write() as records:
        records.people.save(PERSON)
        records.people.save(replace(PERSON, id="person-2", phone=""))
    with store._writing.begin() as connection:
        connection.execute(text("UPDATE people SET phone_mark = NULL"))
    with store.write() as records:
        assert records.people.with_phone(PERSON.phone) == ()
        assert records.people.mark_phones() == 2
        assert records.people.mark_phones() == 0
        assert [person.id for person in records.people.with_phone(PERSON.phone)] == [PERSON.id]


def test_the_follow_ups_of_one_person(store: SqlStore) -> None:
    with store.write() as records:
        follow_up = store_follow_up(records)
        records.people.save(replace(PERSON, id="person-2"))
    with store.read() as records:
        assert records.follow_ups.open_of_person(PERSON.id) == (follow_up,)
        assert records.follow_ups.open_of_person("person-2") == ()


def test_a_mark_depends_on_key_context_and_text(cipher: Cipher) -> None:
    number = "001154000123"
    marks = {
        cipher.mark(number, "people/card"),
        cipher.mark(number, "people/phone"),
        cipher.mark("001154000124", "people/card"),
        AesGcmCipher(lambda: b"x" * 32).mark(number, "people/card"),
    }
    assert len(marks) == 4
    assert all(len(mark) == 64 for mark in marks)
    assert cipher.mark(number, "people/card") in marks
    assert cipher.mark("", "people/card") == ""
