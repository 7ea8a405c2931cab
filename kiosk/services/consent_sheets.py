"""The consent of a visit or of a person on paper: gathers what was asked, answered and shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from kiosk.domain.consent_text import ConsentText
from kiosk.domain.errors import KnownError
from kiosk.domain.person import PURPOSE_QUESTIONS, Consent
from kiosk.domain.slip import Paper
from kiosk.domain.words import N_
from kiosk.services.consents import latest_answers, text_key, unclaimed
from kiosk.services.documents.consent_pdf import ConsentSheet
from kiosk.services.office import known_profile
from kiosk.services.ports import Clock, Records, Store

RenderConsent = Callable[[ConsentSheet, Paper], bytes]


class ConsentSheets:
    """Makes the sheet to take along; `render` makes the PDF."""

    def __init__(self, store: Store, clock: Clock, *, counter: str, render: RenderConsent) -> None:
        self._store = store
        self._clock = clock
        self._counter = counter
        self._render = render

    def of_visit(self, visit_id: str, paper: Paper) -> bytes:
        """Return what was answered last in this visit by whoever is not stored yet.

        Raises KnownError before any answer.
        """
        with self._store.read() as records:
            return self._made(records, unclaimed(records.consents.of_visit(visit_id)), paper)

    def of_person(self, person_id: str, paper: Paper) -> bytes:
        """Return what this person answered last; KnownError when there is no answer."""
        with self._store.read() as records:
            return self._made(records, records.consents.of_person(person_id), paper)

    def _made(self, records: Records, consents: Sequence[Consent], paper: Paper) -> bytes:
        answers = latest_answers(consents)
        if not answers:
            raise KnownError(
                N_("Chưa có câu trả lời nào để in."),
                N_("Hỏi ý kiến người dân trước, rồi in."),
                "no consent to print",
            )
        newest = max(answers, key=_answered_at)
        office, staff = known_profile(records), records.staff.get(newest.staff_id)
        whole = records.office.value(text_key(newest.text_hash)) if newest.text_hash else ""
        sheet = ConsentSheet(
            office=office.name,
            counter=" · ".join(part for part in (office.desk, self._counter) if part),
            answers=tuple((PURPOSE_QUESTIONS[c.purpose], c.granted) for c in answers),
            lines=ConsentText.from_whole(whole).lines if whole else (),
            version=newest.text_version,
            text_hash=newest.text_hash,
            answered_at=newest.at,
            staff_name=staff.name if staff else "",
            phone=office.hotline,
            printed_at=self._clock.now(),
        )
        return self._render(sheet, paper)


def _answered_at(consent: Consent) -> tuple[datetime, str]:
    return (consent.at, consent.id)
