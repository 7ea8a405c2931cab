"""The console's work with cards: reading one, filling the form from it, knowing a person again.

Nothing of a card is taken into the form before the citizen has agreed on their own screen, and the
citizen's screen never shows any of it. A card read elsewhere than in the form finds its person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from kiosk.domain.assistance import AssistanceDraft, PersonDraft
from kiosk.domain.card_address import place_before, village_of
from kiosk.domain.identity_card import CardReading, card_warnings
from kiosk.domain.person import WHERE_MAX_LENGTH, Person, normal_phone
from kiosk.domain.staff import Staff
from kiosk.domain.words import N_
from kiosk.services.consents import granted_purposes
from kiosk.services.people import KnownPerson
from ui.lanes import Lane
from ui.scanners.camera_feed import CameraState
from ui.scanners.scan import Scan
from ui.staff import wishes as w
from ui.staff.models import CardNews, StaffScreenName

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell

_HALF_READ = N_("Máy quét chưa đọc trọn thẻ. Quét lại một lần.")
_NOT_AGREED = N_("Thẻ {number}: chưa ghi gì. Người dân đồng ý rồi quét lại.")
_NO_NAME = N_("Thẻ {number}: chưa ghi gì. Mục này không ghi tên người dân.")
_FILLED = N_("Đã điền từ thẻ {number}.")
_ASK_NAME = N_("Đã điền từ thẻ {number}. Hỏi và gõ họ tên: máy quét này làm mất dấu.")
_NO_VILLAGE = N_("Địa chỉ trên thẻ không thuộc thôn nào của xã. Chọn thôn.")
_SAME_PHONE = N_("Số điện thoại này đã có trong sổ.")
_LINKED = N_("Đã lấy hồ sơ đã có. Xem lại từng ô.")
_NOT_LOOKING = (CameraState.NOT_FOUND, CameraState.NOT_OPEN, CameraState.NO_SUPPORT)
_NO_CAMERA = N_("Chưa dùng được camera. Xem trang “Xã”, mục camera.")


@dataclass(frozen=True, slots=True)
class _Recognised:
    """Whose card it is, if stored, and the mark to know it again by."""

    known: KnownPerson | None
    mark: str


class CardWork(QObject):
    """Cards and telephones in the form, and the camera."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._count = 0
        self._camera = shell.desk.scanners.camera
        self._camera.pictured.connect(self._on_pictured)
        self._camera.changed.connect(self._on_camera)
        self.forget()

    @property
    def has_camera(self) -> bool:
        """Whether a camera was chosen for this machine."""
        return bool(self._shell.desk.camera)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        return {
            w.ThatIsThem: self._on_that_is_them,
            w.ForgetCard: self._on_forget,
            w.LookWithCamera: self._on_look,
            w.StopCamera: self._on_stop,
        }

    def forget(self) -> None:
        """Drop what a card has told; the camera goes out."""
        self._call_id = ""
        self._news: CardNews | None = None
        self._looked_up = ""
        self._is_wanted = False
        self._camera.stop()

    def news_of(self, call_id: str) -> CardNews | None:
        """Return what is new in the form of this call."""
        return self._news if call_id == self._call_id else None

    def say(self, text: str) -> None:
        """Say something above the form in front."""
        self._tell(CardNews(0, text))

    def take(self, scan: Scan) -> None:
        """Take a scanned card, unless nobody is logged in to see it."""
        if self._shell.staff is None:
            return
        self._shell.touch()
        self._is_wanted = False
        reading = scan.card
        if reading is None:
            self._shell.window.tell(self._shell.desk.t(_HALF_READ))
        elif self._is_in_form():
            self._recognise(reading)
        elif not self._shell.is_confined:
            self._shell.people.find_card(reading)

    def look_up(self, draft: AssistanceDraft) -> None:
        """Look whether a telephone typed into the form is known; each number once."""
        staff = self._shell.staff
        if staff is None:
            return  # the console is being locked: what was typed is kept, nobody is looked for
        phone = normal_phone(draft.person.phone)
        if not phone or phone == self._looked_up or draft.person.person_id:
            return
        self._looked_up = phone
        job = partial(self._shell.desk.people.with_phone, phone, staff)
        self._shell.desk.lanes.run(
            Lane.WRITE, job, partial(self._on_phone, draft.call_id), self._shell.on_failed
        )

    def _is_in_form(self) -> bool:
        is_shown = self._shell.is_showing(StaffScreenName.ASSISTANCE)
        return is_shown and self._shell.calls.form is not None

    def _recognise(self, reading: CardReading) -> None:
        form = self._shell.calls.form
        if form is None:
            return
        job = partial(self._load, reading.number, self._shell.logged_in())
        told = partial(self._on_card, reading, form.draft.call_id)
        self._shell.desk.lanes.run(Lane.WRITE, job, told, self._shell.on_failed)

    def _load(self, number: str, viewer: Staff) -> _Recognised:
        people = self._shell.desk.people
        known = people.with_card(number, viewer)
        return _Recognised(known, people.card_mark(number))

    def _on_card(self, reading: CardReading, call_id: str, found: _Recognised) -> None:
        form, t = self._shell.calls.form, self._shell.desk.t
        if form is None or form.draft.call_id != call_id:
            return
        known = (found.known,) if found.known is not None else ()
        warnings = [t(warning) for warning in card_warnings(reading)]
        number = reading.masked_number
        if not granted_purposes(form.consents):
            missing = _NO_NAME if form.call is None else _NOT_AGREED
            text = t(missing, number=number)
            early = CardNews(0, text, known=known, warnings=tuple(warnings))
            self._tell(early)
            return
        person = replace(self._filled(reading, found.known), card_mark=found.mark)
        if reading.address and not person.village_id:
            warnings.append(t(_NO_VILLAGE))
        told = _FILLED if person.name else _ASK_NAME
        text = t(told, number=number)
        self._tell(CardNews(0, text, person, known, tuple(warnings)))

    def _filled(self, reading: CardReading, known: KnownPerson | None) -> PersonDraft:
        """Return what the form is to hold: who is stored comes first, the card on top of it."""
        born = str(reading.born_on.year)
        if known is not None and known.person is not None:
            stored = draft_of(known.person)
            return replace(stored, name=reading.name or stored.name, birth_year=born)
        office = self._shell.desk.profile
        village = village_of(
            reading.address, self._shell.villages, f"{office.name} {office.address}"
        )
        where = place_before(reading.address, village) if village else ""
        return PersonDraft(
            name=reading.name,
            birth_year=born,
            village_id=village.id if village else "",
            where_to_find=where[:WHERE_MAX_LENGTH],
        )

    def _on_phone(self, call_id: str, found: tuple[KnownPerson, ...]) -> None:
        form = self._shell.calls.form
        if found and form is not None and form.draft.call_id == call_id:
            self._tell(CardNews(0, self._shell.desk.t(_SAME_PHONE), known=found, may_link=True))

    def _tell(self, news: CardNews) -> None:
        """Show news above the form, as the newest; on the citizen's own screen nobody is opened."""
        form = self._shell.calls.form
        if form is None:
            return
        self._count += 1
        self._call_id = form.draft.call_id
        may_open = bool(news.known) and not self._shell.is_confined
        self._news = replace(news, number=self._count, may_open=may_open)
        self._shell.calls.refresh_form()

    def _on_that_is_them(self, wish: w.ThatIsThem) -> None:
        known = self._news.known if self._news is not None else ()
        chosen = next((k for k in known if k.id == wish.person_id), None)
        if chosen is not None and chosen.person is not None:
            linked = draft_of(chosen.person)
            self._tell(CardNews(0, self._shell.desk.t(_LINKED), linked, (chosen,)))

    def _on_forget(self, _wish: w.ForgetCard) -> None:
        self._news = None
        self._shell.calls.refresh_form()

    def _on_look(self, _wish: w.LookWithCamera) -> None:
        self._camera.stop()
        self._is_wanted = True
        self._camera.look(self._shell.desk.camera)

    def _on_stop(self, _wish: w.StopCamera) -> None:
        self._camera.stop()

    @Slot(QImage)
    def _on_pictured(self, image: QImage) -> None:
        """Show what is seen, unless somebody else looks: no picture of theirs stays here."""
        if self._is_wanted:
            self._shell.window.show_picture(image)

    @Slot(object)
    def _on_camera(self, state: CameraState) -> None:
        """Show what the camera sees while it looks for us; the office's pages have a view too."""
        is_looking = state is CameraState.LOOKING
        was_wanted, self._is_wanted = self._is_wanted, self._is_wanted and is_looking
        if not was_wanted:
            return
        self._shell.window.show_camera(is_looking=is_looking)
        if state in _NOT_LOOKING:
            self._shell.window.tell(self._shell.desk.t(_NO_CAMERA))


def draft_of(person: Person) -> PersonDraft:
    """Return a stored person as the form shows them."""
    return PersonDraft(
        name=person.name,
        birth_year=str(person.birth_year or ""),
        phone=person.phone,
        phone_owner=person.phone_owner if person.phone else "",
        village_id=person.village_id,
        where_to_find=person.where_to_find,
        hard_to_move=person.hard_to_move,
        lives_alone=person.lives_alone,
        card_mark=person.card_mark,
        person_id=person.id,
    )
