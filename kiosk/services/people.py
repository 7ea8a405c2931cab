"""Finding a person again: by the card's mark or the telephone, and what is still open for them.

Only stored persons are found, each of whom agreed to be stored. Every search and every view is
audited. A supporter sees a person's details while something is open; afterwards only initials, year
of birth and what they agreed to, so that a withdrawal can still be served.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.audit import AuditAction
from kiosk.domain.follow_up import FollowUp
from kiosk.domain.person import Consent, Person, Purpose, normal_phone
from kiosk.domain.staff import Staff
from kiosk.domain.text import initials
from kiosk.domain.words import N_
from kiosk.services.consents import granted_purposes, latest_answers
from kiosk.services.forms import FormProblem, FormRefused
from kiosk.services.ports import Cipher, Clock, Records, Store
from kiosk.services.roles import is_lead
from kiosk.services.trail import audit_entry

_CARD_MARK = "people/card"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A stored person as a viewer may see them; `person` is None where only initials may be seen.

    `answers` holds the last answer to each purpose; `open_cases` come oldest promise first.
    """

    id: str
    initials: str
    birth_year: int | None
    person: Person | None
    open_cases: tuple[FollowUp, ...] = ()
    answers: tuple[Consent, ...] = ()

    @property
    def granted(self) -> frozenset[Purpose]:
        """What they agree to now."""
        return granted_purposes(self.answers)


class People:
    """The persons of the office, to those who may see them."""

    def __init__(self, store: Store, clock: Clock, cipher: Cipher) -> None:
        self._store = store
        self._clock = clock
        self._cipher = cipher

    def card_mark(self, number: str) -> str:
        """Return the mark by which a card is known again; the number itself is never stored."""
        return self._cipher.mark(number, _CARD_MARK)

    def with_card(self, number: str, viewer: Staff) -> KnownPerson | None:
        """Return whose card this is."""
        mark = self.card_mark(number)
        with self._store.write() as records:
            person = records.people.with_card(mark)
            found = self._shown(records, [person] if person else [], viewer, "card")
            return found[0] if found else None

    def with_phone(self, typed: str, viewer: Staff) -> tuple[KnownPerson, ...]:
        """Return who is reached at a number, stored last first; raises FormRefused at `phone`."""
        phone = normal_phone(typed)
        if not phone:
            raise FormRefused([FormProblem("phone", N_("Nhập đủ số điện thoại."))])
        with self._store.write() as records:
            return self._shown(records, records.people.with_phone(phone), viewer, "phone")

    def view(self, person_id: str, viewer: Staff) -> KnownPerson | None:
        """Return one person again, None when they were erased meanwhile."""
        with self._store.write() as records:
            person = records.people.get(person_id)
            return self._view(records, person, viewer, "again") if person else None

    def mark_phones(self) -> int:
        """Mark the numbers stored before numbers were marked; return how many. Run once a day."""
        with self._store.write() as records:
            return records.people.mark_phones()

    def _shown(
        self, records: Records, people: Iterable[Person], viewer: Staff, how: str
    ) -> tuple[KnownPerson, ...]:
        found = tuple(self._view(records, person, viewer, how) for person in people)
        action, detail = AuditAction.PERSON_SEARCHED, f"{how} found={len(found)}"
        records.audit.add(audit_entry(self._clock, viewer.id, action, "", detail))
        return found

    def _view(self, records: Records, person: Person, viewer: Staff, how: str) -> KnownPerson:
        cases = records.follow_ups.open_of_person(person.id)
        action = AuditAction.PERSON_VIEWED
        records.audit.add(audit_entry(self._clock, viewer.id, action, person.id, how))
        return KnownPerson(
            person.id,
            initials(person.name),
            person.birth_year,
            person if cases or is_lead(viewer) else None,
            cases,
            latest_answers(records.consents.of_person(person.id)),
        )


def stored_person(records: Records, person_id: str, card_mark: str) -> Person | None:
    """Return who is stored already under a card or as the person staff recognised.

    The card is the better proof, so it comes first.
    """
    by_card = records.people.with_card(card_mark) if card_mark else None
    return by_card or (records.people.get(person_id) if person_id else None)
