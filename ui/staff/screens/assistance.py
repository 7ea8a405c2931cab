"""Logging one help: in seconds when it is simple, with promise and person when it is not.

The same form serves help without the kiosk, and the correction of an entry; there nothing is
promised and the clock does not run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.assistance import (
    AssistanceDraft,
    FollowUpDraft,
    Outcome,
    PersonDraft,
    whole_minutes,
)
from kiosk.domain.calendar import office_time
from kiosk.domain.follow_up import NEEDS_PERSON
from kiosk.domain.help_call import CancelReason, HelpCall
from kiosk.domain.text import fold
from ui.staff.assistance.barrier_chips import all_barrier_choices
from ui.staff.assistance.call_summary import CallSummary
from ui.staff.assistance.card_strip import CardStrip
from ui.staff.assistance.follow_up_section import FollowUpSection
from ui.staff.assistance.help_section import HelpSection
from ui.staff.assistance.note_form import NoteForm
from ui.staff.assistance.person_section import PersonSection
from ui.staff.call_options import CallOptions
from ui.staff.detour import Detour
from ui.staff.models import AssistanceModel, FormKind
from ui.staff.page_header import PageHeader
from ui.staff.phrases import moment_text, place_text
from ui.staff.picker import Picker
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.section_tabs import SectionTabs
from ui.staff.wishes import (
    AskConsent,
    CancelCall,
    DraftChanged,
    ForgetCard,
    GiveTime,
    HandOver,
    LeaveForm,
    SaveAssistance,
    WorkOnScreen,
)
from ui.theme.tokens import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.choice import Choice
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

DRAFT_MS = 250
CLOCK_MS = 5000
_WIDE_MM = 420
_SUMMARY_MM = 84
_HELP, _FOLLOW_UP, _PERSON = range(3)
_Section = HelpSection | FollowUpSection | PersonSection


class AssistanceScreen(StaffScreen):
    """The form of one help; every change is handed on as a draft within 300 ms."""

    def __init__(
        self,
        kit: StaffKit,
        model: AssistanceModel,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._clock = clock
        self._village_for: HelpSection | PersonSection | None = None
        self._help = HelpSection(kit, model)
        self._follow_up = FollowUpSection(kit, model)
        self._person = PersonSection(kit, model)
        self._strip = CardStrip(kit, model.names)
        self._news = model.card.number if model.card is not None else 0
        self._tabs = SectionTabs(
            self.theme, (self.t("Hỗ trợ"), self.t("Việc hẹn"), self.t("Người dân"))
        )
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DRAFT_MS)
        self._delay.timeout.connect(self._send_draft)
        self._running = QTimer(self)
        self._running.setInterval(CLOCK_MS)
        self._running.timeout.connect(self.tick)
        if model.kind is FormKind.CALL:
            self._running.start()
        self._detour = Detour(self._page())
        self.body.addWidget(self._detour, 1)
        self._connect()
        self._was_promised = self._is_promised
        self._show_offered()
        self._show_model(model)

    # What the shell sees

    def draft(self) -> AssistanceDraft:
        """Return the entry as it stands on the screen."""
        shown = self._model.draft
        draft = AssistanceDraft(
            shown.call_id,
            channel=shown.channel,
            procedure_code=shown.procedure_code,
            step_id=shown.step_id,
        )
        for part in self._parts:
            draft = part.apply(draft)
        return draft

    def refresh(self, model: object) -> bool:
        """Take over consent, problems and the time of saving; what is filled in stays."""
        if not isinstance(model, AssistanceModel):
            return False
        if model.draft.call_id != self._model.draft.call_id or model.kind is not self._model.kind:
            return False
        self._show_model(model)
        return True

    @Slot()
    def tick(self) -> None:
        """Let the minutes of help run on."""
        self._help.show_helped(self._model.helped_seconds + self._clock() - self._shown_at)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand on the last change at once: the page may not come back."""
        super().hideEvent(event)
        if self._delay.isActive():
            self._delay.stop()
            self._send_draft()

    # Layout

    def _page(self) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.section_gap)
        if self._is_wide and self._model.call is not None:
            summary = CallSummary(self.kit, self._model.call, self._model.names)
            summary.setFixedWidth(self.theme.mm(_SUMMARY_MM))
            line.addWidget(summary, 0, Qt.AlignmentFlag.AlignTop)
        form = QVBoxLayout()
        form.setSpacing(self.theme.gap)
        form.addWidget(PageHeader(self.theme, self._title(), self._chips(), self._actions()))
        form.addWidget(self._strip)
        form.addWidget(self._tabs)
        self._sections = QStackedWidget()
        for index in (_HELP, _FOLLOW_UP, _PERSON):
            self._sections.insertWidget(index, self._parts[index])
        form.addWidget(self._sections, 1)
        form.addLayout(self._footer())
        line.addLayout(form, 1)
        return holder

    @property
    def _parts(self) -> tuple[_Section, ...]:
        return (self._help, self._follow_up, self._person)

    @property
    def _is_wide(self) -> bool:
        return self.theme.metrics.width_mm >= _WIDE_MM

    def _title(self) -> str:
        titles = {
            FormKind.CALL: self.t("Ghi nhận hỗ trợ"),
            FormKind.WITHOUT_CALL: self.t("Ghi lượt giúp ngoài máy"),
            FormKind.CORRECTION: self.t("Sửa lượt đã ghi"),
        }
        return titles[self._model.kind]

    def _chips(self) -> Sequence[QWidget]:
        call, entry, names = self._model.call, self._model.entry, self._model.names
        if entry is not None:
            place = place_text(self.t, names, entry.procedure_code, entry.step_id)
            moment = moment_text(entry.logged_at)
            return (Chip(self.theme, moment, "clock"), Chip(self.theme, place))
        if call is None or self._is_wide:
            return ()
        place = place_text(self.t, names, call.procedure_code, call.step_id)
        return (Chip(self.theme, call.counter, tone=Tone.AMBER), Chip(self.theme, place))

    def _actions(self) -> Sequence[QWidget]:
        if self._model.call is None:
            back = TouchButton(self.theme, self.t("Quay lại"), icon="arrow-left")
            back.activated.connect(self._on_leave)
            return (back,)
        name = self.t("Chuyển hoặc hủy lời gọi")
        more = TouchButton(self.theme, "", icon="dots-three", name=name)
        more.activated.connect(self._on_wants_options)
        return (more,)

    def _footer(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.theme.gap)
        is_call = self._model.kind is FormKind.CALL
        self._saved = TextBlock(self.theme, "", TextRole.CAPTION)
        line.addWidget(self._saved, 1, Qt.AlignmentFlag.AlignVCenter)
        self._save = TouchButton(
            self.theme,
            self.t("Lưu, không in") if is_call else self.t("Lưu"),
            icon="" if is_call else "check",
            kind=ButtonKind.SECONDARY if is_call else ButtonKind.PRIMARY,
            min_mm=self.theme.main_button_mm,
        )
        self._print = TouchButton(
            self.theme, self.t("Lưu và in phiếu hẹn"), icon="printer", kind=ButtonKind.PRIMARY
        )
        self._save.activated.connect(self._on_save)
        self._print.activated.connect(self._on_print)
        for button in (self._save, self._print):
            line.addWidget(button)
        return line

    def _connect(self) -> None:
        for part in self._parts:
            part.changed.connect(self._on_changed)
        self._help.wants_barriers.connect(self._on_wants_barriers)
        self._help.wants_village.connect(self._on_help_village)
        self._help.wants_note.connect(self._on_wants_note)
        if self._help.place is not None:
            self._help.place.wants_procedure.connect(self._on_wants_procedure)
            self._help.place.wants_step.connect(self._on_wants_step)
        self._person.wants_village.connect(self._on_person_village)
        self._person.asked.connect(self._on_asked)
        self._person.wished.connect(self.wished)
        self._strip.wished.connect(self.wished)
        self._strip.forgotten.connect(self._on_card_forgotten)
        self._tabs.chosen.connect(self._on_tab)

    # Showing

    def _show_model(self, model: AssistanceModel) -> None:
        self._model, self._shown_at = model, self._clock()
        self.tick()
        self._person.show_consent(model, self._follow_up.kind)
        self._show_card(model)
        parts = enumerate(self._parts)
        marked = [index for index, part in parts if part.show_problems(model.problems)]
        self._tabs.set_marked(marked)
        if marked and self._sections.currentIndex() not in marked:
            self._on_tab(marked[0])
        told = []
        if model.on_screen_seconds:
            minutes = whole_minutes(model.on_screen_seconds)
            told.append(self.t("Đã làm giúp trên máy {minutes} phút", minutes=minutes))
        if model.saved_at is not None:
            saved = f"{office_time(model.saved_at):%H:%M:%S}"
            told.append(self.t("Tự lưu nháp {time}", time=saved))
        self._saved.set_text(" · ".join(told))

    def _show_card(self, model: AssistanceModel) -> None:
        """Show what is new of a card, and fill it in once."""
        self._strip.show_news(model.card)
        news = model.card
        if news is not None and news.number != self._news:
            self._news = news.number
            if news.person is not None:
                self._person.fill(news.person)
                self._on_tab(_PERSON)

    @property
    def _is_promised(self) -> bool:
        """Whether a promise is being made here."""
        is_new = self._model.kind is not FormKind.CORRECTION
        return is_new and self._help.outcome == Outcome.FOLLOW_UP

    def _show_offered(self) -> None:
        """Offer the sections that this outcome and kind need."""
        promised = self._is_promised
        offered = [_HELP]
        if promised:
            offered.append(_FOLLOW_UP)
            if self._follow_up.kind in NEEDS_PERSON:
                offered.append(_PERSON)
        self._tabs.set_offered(offered)
        self._print.setVisible(promised)
        if self._sections.currentIndex() not in offered:
            self._on_tab(_HELP)

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        self._tabs.set_current(index)
        self._sections.setCurrentIndex(index)

    # Drafts

    @Slot()
    def _on_changed(self) -> None:
        self._show_offered()
        # Nothing is left to say about the help: the promise is next.
        if self._is_promised and not self._was_promised and self._help.is_told:
            self._on_tab(_FOLLOW_UP)
        self._was_promised = self._is_promised
        self._person.show_consent(self._model, self._follow_up.kind)
        self._delay.start()

    @Slot()
    def _send_draft(self) -> None:
        self.wished.emit(DraftChanged(self.draft()))

    @Slot()
    def _on_save(self) -> None:
        self._send(and_print=False)

    @Slot()
    def _on_print(self) -> None:
        self._send(and_print=True)

    def _send(self, *, and_print: bool) -> None:
        """Wish the entry logged, without a promise or a person it does not have."""
        self._delay.stop()
        draft = self.draft()
        if draft.outcome != Outcome.FOLLOW_UP:
            draft = replace(draft, follow_up=FollowUpDraft(), person=PersonDraft())
        self.wished.emit(SaveAssistance(draft, and_print))

    # Pickers

    @Slot()
    def _on_wants_barriers(self) -> None:
        picker = Picker(
            self.kit,
            self.t("Tất cả vướng mắc"),
            all_barrier_choices(self.kit),
            values=self._help.barriers,
            multiple=True,
        )
        picker.chosen.connect(self._on_barriers)
        self._open(picker)

    @Slot(object)
    def _on_barriers(self, codes: tuple[str, ...]) -> None:
        self._detour.back()
        self._help.set_barriers(codes)

    @Slot()
    def _on_help_village(self) -> None:
        self._pick_village(self._help, self._help.village_id)

    @Slot()
    def _on_person_village(self) -> None:
        self._pick_village(self._person, self._person.village_id)

    def _pick_village(self, section: HelpSection | PersonSection, chosen: str) -> None:
        self._village_for = section
        none = Choice("", self.t("Không ghi thôn"))
        villages = [Choice(v.id, v.name, detail=v.former_commune) for v in self._model.villages]
        picker = Picker(self.kit, self.t("Chọn thôn"), [*villages, none], values=(chosen,))
        picker.chosen.connect(self._on_village)
        self._open(picker)

    @Slot(object)
    def _on_village(self, village_id: str) -> None:
        self._detour.back()
        if self._village_for is not None:
            self._village_for.set_village(village_id)

    @Slot()
    def _on_wants_procedure(self) -> None:
        none = Choice("", self.t("Không rõ thủ tục"))
        titles = sorted(self._model.names.procedures.items(), key=lambda pair: fold(pair[1]))
        choices = [Choice(code, title) for code, title in titles]
        chosen = self._help.place.procedure_code if self._help.place else ""
        picker = Picker(self.kit, self.t("Chọn thủ tục"), [*choices, none], values=(chosen,))
        picker.chosen.connect(self._on_procedure)
        self._open(picker)

    @Slot(object)
    def _on_procedure(self, code: str) -> None:
        self._detour.back()
        if self._help.place is not None:
            self._help.place.set_procedure(code)

    @Slot()
    def _on_wants_step(self) -> None:
        place = self._help.place
        if place is None:
            return
        none = Choice("", self.t("Không rõ bước"))
        choices = [Choice(step_id, title) for step_id, title in place.steps]
        picker = Picker(self.kit, self.t("Chọn bước"), [*choices, none], values=(place.step_id,))
        picker.chosen.connect(self._on_step)
        self._open(picker)

    @Slot(object)
    def _on_step(self, step_id: str) -> None:
        self._detour.back()
        if self._help.place is not None:
            self._help.place.set_step(step_id)

    @Slot()
    def _on_wants_note(self) -> None:
        form = NoteForm(self.kit, self._help.note)
        form.noted.connect(self._on_note)
        form.closed.connect(self._on_closed)
        self._detour.open(form)
        form.field.setFocus()

    @Slot(str)
    def _on_note(self, note: str) -> None:
        self._detour.back()
        self._help.set_note(note)

    @Slot()
    def _on_wants_options(self) -> None:
        if self._model.call is None:
            return
        call = self._model.call
        offers = self._offers(call)
        options = CallOptions(self.kit, call, self._model.colleagues, is_mine=True, offers=offers)
        options.offered.connect(self._on_offered)
        options.handed.connect(self._on_handed)
        options.cancelled.connect(self._on_cancelled)
        options.closed.connect(self._on_closed)
        self._detour.open(options)

    def _offers(self, call: HelpCall) -> list[Choice]:
        """Return what can be done for whoever is at the machine."""
        time = self.t("Máy chưa hỏi trong 15 phút")
        offers = [Choice(GiveTime(call.visit_id), self.t("Cứ từ từ"), "hourglass", time)]
        if self._model.is_confined:
            told = self.t("Máy hiện khung vàng và tên")
            work = WorkOnScreen(call.visit_id)
            offers.append(Choice(work, self.t("Thao tác giúp trên máy này"), "user-check", told))
        return offers

    @Slot(object)
    def _on_offered(self, wish: object) -> None:
        self._detour.back()
        self.wished.emit(wish)

    @Slot(str)
    def _on_handed(self, staff_id: str) -> None:
        self._detour.back()
        if self._delay.isActive():
            self._delay.stop()
            self._send_draft()  # the colleague goes on with all of it
        self.wished.emit(HandOver(self._model.draft.call_id, staff_id))

    @Slot(object)
    def _on_cancelled(self, reason: CancelReason) -> None:
        self._detour.back()
        self._delay.stop()
        self.wished.emit(CancelCall(self._model.draft.call_id, reason))

    def _open(self, picker: Picker) -> None:
        picker.closed.connect(self._on_closed)
        self._detour.open(picker)

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()

    @Slot()
    def _on_card_forgotten(self) -> None:
        self._person.forget_card()
        self.wished.emit(ForgetCard())

    @Slot(object)
    def _on_asked(self, purposes: object) -> None:
        if isinstance(purposes, tuple):
            self.wished.emit(AskConsent(purposes))

    @Slot()
    def _on_leave(self) -> None:
        self.wished.emit(LeaveForm())
