"""The lead's work on content: the list by day of review, the facts, their form, the export."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from kiosk.domain.calendar import office_day
from kiosk.domain.content_review import FactDraft, Plain, Verdict
from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.national import NationalImport
from kiosk.domain.staff import Role, Staff
from kiosk.domain.words import N_
from kiosk.services.content import ContentError, table_of
from kiosk.services.content_export import Export, write_files
from kiosk.services.content_facts import corrected, new_paper_path
from kiosk.services.content_form import cleaned, form_value, value_problems, wording_hints
from kiosk.services.content_review import ProcedureReview, ReviewLine
from kiosk.services.forms import FormRefused
from kiosk.services.ports import Topic
from ui.lanes import Lane
from ui.staff.content import wishes as cw
from ui.staff.content.kiosk_pages import KioskPages
from ui.staff.content.models import (
    ContentFactModel,
    ContentModel,
    ContentProcedureModel,
    KioskLook,
    KioskPage,
)
from ui.staff.content.words import VERDICTS, fact_label
from ui.staff.models import StaffScreenName
from ui.staff.one_change import OneChange

if TYPE_CHECKING:
    from ui.staff.shell import StaffShell

_EXPORTED = N_("Đã ghi {count} tệp vào {folder}")
_SAID = N_("{fact}: {verdict}.")
_MOST_HINTS = 3
_PAGES_WITH_FACTS = (StaffScreenName.CONTENT_PROCEDURE, StaffScreenName.CONTENT_FACT)


@dataclass(frozen=True, slots=True)
class _List:
    lines: tuple[ReviewLine, ...]
    imported: NationalImport | None


@dataclass(frozen=True, slots=True)
class _Fact:
    """The fact in the form: as it was opened, and as it is typed now."""

    review: ProcedureReview
    path: str
    value: Plain
    note: str
    draft_at: datetime | None = None

    @property
    def code(self) -> str:
        return self.review.merged.procedure.code

    @property
    def subject(self) -> tuple[str, str]:
        """Which fact it is."""
        return (self.code, self.path)

    @property
    def seen(self) -> str:
        """The entry that stood when the form was opened."""
        entry = self.review.merged.standing(self.path).entry
        return entry.id if entry else ""


class ContentWork(QObject):
    """Every method here is for the lead only."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._pages = KioskPages(shell.desk.profile, shell.desk.clock)
        self.forget()

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this part carries out."""
        wishes: dict[type, Callable[[Any], None]] = {
            cw.OpenContent: self._on_open,
            cw.MarkFact: self._on_mark,
            cw.TakeShipped: self._on_take_shipped,
            cw.UndoFact: self._on_undo,
            cw.SettleReport: self._on_settle,
            cw.OpenFact: self._on_open_fact,
            cw.AddPaper: self._on_add_paper,
            cw.SaveFact: self._on_save,
            cw.DropFactDraft: self._on_drop,
            cw.SetReviewDay: self._on_review_day,
            cw.ExportContent: self._on_export,
        }
        for_lead = {wish: partial(self._as_lead, handler) for wish, handler in wishes.items()}
        # What a page hands on as it goes is kept, even when it goes because the console locks.
        return {**for_lead, cw.FactTyped: self._on_typed}

    def forget(self) -> None:
        """Drop what is shown when the console is locked; drafts are stored."""
        self._list: ContentModel | None = None
        self._opened: ContentProcedureModel | None = None
        self._fact: _Fact | None = None
        self._author: Staff | None = None
        self._told = ("", "")
        self._saving = OneChange(self._shell.desk.lanes)

    def open(self) -> None:
        """Read the list and show it."""
        self._told = ("", "")
        self._shell.screen = StaffScreenName.CONTENT
        self._read_list()

    def follow(self, topics: set[Topic]) -> None:
        """Read again what others changed; a form that is being filled in is left alone."""
        if Topic.CONTENT not in topics:
            return
        if self._shell.is_showing(StaffScreenName.CONTENT):
            self._read_list()
        elif self._shell.is_showing(StaffScreenName.CONTENT_PROCEDURE) and self._opened:
            self._read_procedure(self._opened.procedure.code)

    def _as_lead(self, handler: Callable[[Any], None], wish: object) -> None:
        if self._shell.logged_in().role is Role.LEAD:
            handler(wish)

    # The list

    def _read_list(self) -> None:
        self._shell.desk.lanes.run(Lane.READ, self._load_list, self._on_list, self._on_list_failed)

    def _load_list(self) -> _List:
        desk = self._shell.desk
        return _List(desk.content.overview(), desk.national.latest())

    def _on_list(self, loaded: _List) -> None:
        if self._shell.is_showing(StaffScreenName.CONTENT):
            today = office_day(self._shell.desk.clock.now())
            message = self._told[0]
            model = ContentModel(loaded.lines, today, loaded.imported, message=message)
            self._show_list(model)

    def _on_list_failed(self, error: KnownError | BugError) -> None:
        if not self._shell.is_showing(StaffScreenName.CONTENT):
            return
        today = office_day(self._shell.desk.clock.now())
        self._show_list(ContentModel((), today, problem=self._shell.plain(error)))

    def _show_list(self, model: ContentModel) -> None:
        self._list = model
        self._shell.show(StaffScreenName.CONTENT, model)

    # One procedure

    def _on_open(self, wish: cw.OpenContent) -> None:
        self._told, self._fact = ("", ""), None
        self._go_to_procedure(wish.code)

    def _go_to_procedure(self, code: str) -> None:
        self._shell.screen = StaffScreenName.CONTENT_PROCEDURE
        self._read_procedure(code)

    def _read_procedure(self, code: str) -> None:
        job = partial(self._shell.desk.content.open, code)
        failed = partial(self._shell.on_not_opened, StaffScreenName.CONTENT_PROCEDURE)
        self._shell.desk.lanes.run(Lane.READ, job, self._on_procedure, failed)

    def _on_procedure(self, review: ProcedureReview) -> None:
        if not self._shell.is_showing(StaffScreenName.CONTENT_PROCEDURE):
            return
        message, undo_path = self._told
        today = office_day(self._shell.desk.clock.now())
        self._opened = ContentProcedureModel(review, today, undo_path, message)
        self._shell.show(StaffScreenName.CONTENT_PROCEDURE, self._opened)

    def _on_mark(self, wish: cw.MarkFact) -> None:
        job = partial(self._shell.desk.content.mark, wish.code, wish.path, wish.verdict)
        self._say(job, wish.code, wish.path, wish.verdict)

    def _on_take_shipped(self, wish: cw.TakeShipped) -> None:
        job = partial(self._shell.desk.content.take_shipped, wish.code, wish.path)
        self._say(job, wish.code, wish.path, Verdict.RIGHT)

    def _on_undo(self, wish: cw.UndoFact) -> None:
        job = partial(self._shell.desk.content.undo, wish.code, wish.path)
        self._say(job, wish.code, wish.path, Verdict.UNDONE)

    def _on_review_day(self, wish: cw.SetReviewDay) -> None:
        job = partial(self._shell.desk.content.set_review_day, wish.code, wish.day)
        told = self._shell.desk.t("Đã lưu ngày xem lại.")
        self._run(job, wish.code, (told, ""))

    def _on_settle(self, wish: cw.SettleReport) -> None:
        settle = self._shell.desk.portal_reports.settle
        job = partial(settle, wish.code, wish.step_id, wish.place)
        told = self._shell.desk.t("Đã ghi là xem lại rồi: {place}", place=wish.place)
        self._run(job, wish.code, (told, ""))

    def _say(self, job: Callable[[Staff], None], code: str, path: str, verdict: Verdict) -> None:
        """Store what was said of a fact; then tell so, with the way to take it back."""
        t, procedure = self._shell.desk.t, self._shell.procedure(code)
        fact = fact_label(t, procedure, path) if procedure else ""
        told = t(_SAID, fact=fact, verdict=t(VERDICTS[verdict]).lower())
        self._run(job, code, (told, "" if verdict is Verdict.UNDONE else path))

    def _run(self, job: Callable[[Staff], None], code: str, told: tuple[str, str]) -> None:
        by = self._shell.logged_in()
        done = partial(self._on_said, code, told)
        self._shell.desk.lanes.run(Lane.WRITE, partial(job, by), done, self._on_refused)

    def _on_said(self, code: str, told: tuple[str, str], _nothing: None) -> None:
        if not any(map(self._shell.is_showing, _PAGES_WITH_FACTS)):
            return  # they went on meanwhile, or locked
        self._told, self._fact = told, None
        self._go_to_procedure(code)

    def _on_refused(self, error: KnownError | BugError) -> None:
        """Show a form's problems at its fields, anything else above the page."""
        if isinstance(error, FormRefused) and self._fact is not None:
            t = self._shell.desk.plain
            self._show_fact({p.field: t(p.message, {}) for p in error.problems})
            if not any(problem.field for problem in error.problems):
                self._shell.on_failed(error)
        else:
            self._shell.on_failed(error)

    # The form of one fact

    def _on_open_fact(self, wish: cw.OpenFact) -> None:
        self._open_fact(wish.code, wish.path)

    def _on_add_paper(self, wish: cw.AddPaper) -> None:
        if self._opened is not None and self._opened.procedure.code == wish.code:
            self._open_fact(wish.code, new_paper_path(table_of(self._opened.procedure)))

    def _open_fact(self, code: str, path: str) -> None:
        self._shell.screen = StaffScreenName.CONTENT_FACT
        self._author = self._shell.logged_in()
        job = partial(self._shell.desk.content.open, code)
        done = partial(self._on_fact, path)
        failed = partial(self._shell.on_not_opened, StaffScreenName.CONTENT_FACT)
        self._shell.desk.lanes.run(Lane.READ, job, done, failed)

    def _on_fact(self, path: str, review: ProcedureReview) -> None:
        if not self._shell.is_showing(StaffScreenName.CONTENT_FACT):
            return
        standing, draft = review.merged.standing(path), review.drafts.get(path)
        value = draft.value if draft else standing.value
        full = form_value(review.merged.procedure, path, value)
        note = draft.note if draft else ""
        self._fact = _Fact(review, path, full, note, draft.at if draft else None)
        self._show_fact({})

    def _show_fact(self, problems: dict[str, str]) -> None:
        if self._fact is not None:
            model = self._fact_model(self._fact, problems)
            self._shell.show(StaffScreenName.CONTENT_FACT, model)

    def _fact_model(self, fact: _Fact, problems: dict[str, str]) -> ContentFactModel:
        desk, merged = self._shell.desk, fact.review.merged
        hints = list(wording_hints(fact.path, fact.value))[:_MOST_HINTS]
        return ContentFactModel(
            procedure=merged.procedure,
            standing=merged.standing(fact.path),
            value=fact.value,
            look=KioskLook(desk.kiosk_metrics, desk.profile),
            note=fact.note,
            history=fact.review.history_of(fact.path),
            page=self._page(fact),
            hints=tuple(desk.plain(hint.message, dict(hint.fields)) for hint in hints),
            problems=problems,
            draft_at=fact.draft_at,
        )

    def _page(self, fact: _Fact) -> KioskPage | None:
        """Return the kiosk's page of what is typed, None while it makes no whole fact."""
        merged = fact.review.merged
        value = cleaned(fact.path, fact.value)
        if any(value_problems(fact.path, value)):
            return None
        try:
            procedure = corrected(merged.procedure, fact.path, value)
        except ContentError:
            return None
        return self._pages.page_of(procedure, fact.path, value, merged.checks)

    def _on_typed(self, wish: cw.FactTyped) -> None:
        if self._author is None:
            return
        save = self._shell.desk.content.save_draft
        job = partial(save, wish.code, wish.path, wish.value, wish.note, self._author)
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_draft_saved, self._shell.on_failed)
        if self._fact is not None and self._fact.subject == (wish.code, wish.path):
            self._fact = replace(self._fact, value=wish.value, note=wish.note)
            self._show_fact({})

    def _on_draft_saved(self, draft: FactDraft) -> None:
        """Tell so on the form; a page that is back in front shows that there is a draft."""
        if self._shell.is_showing(StaffScreenName.CONTENT_PROCEDURE):
            self._read_procedure(draft.code)
        fact = self._fact
        if fact is not None and fact.subject == (draft.code, draft.path):
            self._fact = replace(fact, draft_at=draft.at)
            if self._shell.is_showing(StaffScreenName.CONTENT_FACT):
                self._show_fact({})

    def _on_save(self, wish: cw.SaveFact) -> None:
        """Store the fact once: a second tap before the answer would find it changed."""
        if self._fact is None or self._saving.is_under_way:
            return
        fact = self._fact
        if wish.value != {}:
            self._fact = replace(fact, value=wish.value, note=wish.note)
        job = partial(
            self._shell.desk.content.correct,
            fact.code,
            fact.path,
            wish.value,
            note=wish.note,
            seen=fact.seen,
        )
        t, procedure = self._shell.desk.t, fact.review.merged.procedure
        label = fact_label(t, procedure, fact.path)
        told = (t("Đã lưu: {fact}.", fact=label), fact.path)
        done = partial(self._on_said, fact.code, told)
        self._saving.run(partial(job, self._shell.logged_in()), done, self._on_refused)

    def _on_drop(self, _wish: cw.DropFactDraft) -> None:
        if self._fact is not None:
            fact = self._fact
            job = partial(self._shell.desk.content.drop_draft, fact.code, fact.path)
            self._run(job, fact.code, (self._shell.desk.t("Đã bỏ bản nháp."), ""))

    # Export

    def _on_export(self, wish: cw.ExportContent) -> None:
        job = partial(self._shell.desk.content_export.begin, wish.code, self._shell.logged_in())
        self._tell(is_exporting=True)
        self._shell.desk.lanes.run(Lane.WRITE, job, self._on_export_begun, self._on_export_failed)

    def _on_export_begun(self, export: Export) -> None:
        job = partial(write_files, export.procedures, export.folder)
        done = partial(self._on_exported, export)
        self._shell.desk.lanes.run(Lane.GENERAL, job, done, self._on_export_failed)

    def _on_exported(self, export: Export, count: int) -> None:
        fields: dict[str, object] = {"count": count, "folder": str(export.folder)}
        self._tell(message=self._shell.desk.plain(_EXPORTED, fields))

    def _on_export_failed(self, error: KnownError | BugError) -> None:
        self._tell(problem=self._shell.plain(error))

    def _tell(self, message: str = "", problem: str = "", *, is_exporting: bool = False) -> None:
        """Tell how the export goes, on whichever page asked for it."""
        shell = self._shell
        self._told = (message, "")
        if shell.is_showing(StaffScreenName.CONTENT) and self._list is not None:
            self._show_list(
                replace(self._list, message=message, problem=problem, is_exporting=is_exporting)
            )
        elif shell.is_showing(StaffScreenName.CONTENT_PROCEDURE) and self._opened is not None:
            self._opened = replace(self._opened, message=message, problem=problem, undo_path="")
            shell.show(StaffScreenName.CONTENT_PROCEDURE, self._opened)
        elif message or problem:
            shell.tell(message or problem)
