"""One procedure under review: its facts, and beside them the official page to compare with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.calendar import is_overdue
from kiosk.domain.content_review import FactStanding
from kiosk.domain.words import N_
from kiosk.services.content_facts import key_of
from ui.staff.content.fact_card import FactCard
from ui.staff.content.models import ContentProcedureModel
from ui.staff.content.official_card import OfficialCard
from ui.staff.content.review_day_form import ReviewDayForm
from ui.staff.content.wishes import AddPaper, ExportContent, SetReviewDay, UndoFact
from ui.staff.detour import Detour
from ui.staff.models import StaffScreenName
from ui.staff.page_header import PageHeader
from ui.staff.phrases import due_text
from ui.staff.screen import StaffKit, StaffScreen
from ui.staff.section_tabs import SectionTabs
from ui.staff.wishes import Open
from ui.theme.tokens import Tone
from ui.widgets.chip import Chip
from ui.widgets.notice import Notice
from ui.widgets.pager import PagedBody
from ui.widgets.touch_button import ButtonKind, TouchButton

_SIDE_MM = 68
_SECTIONS = (
    (N_("Chung"), ("level", "time", "fee", "summary", "next_steps")),
    (N_("Giấy tờ"), ("papers",)),
    (N_("Nơi làm"), ("not_here",)),
    (N_("Các bước"), ("steps",)),
)
_PAPERS = 1


class ContentProcedureScreen(StaffScreen):
    """The facts in sections at the left; the official address as QR and the review at the right."""

    def __init__(
        self, kit: StaffKit, model: ContentProcedureModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._code = model.procedure.code
        self._section = 0
        self._content_of(model)

    def refresh(self, model: object) -> bool:
        """Show the same procedure anew, in the same section and on the same page."""
        is_same = isinstance(model, ContentProcedureModel) and model.procedure.code == self._code
        if not is_same or not isinstance(model, ContentProcedureModel):
            return False
        at = self._bodies[self._section].page
        self._content_of(model)
        body = self._bodies[self._section]
        while body.page < min(at, body.page_count - 1):
            body.next_page()
        return True

    def _content_of(self, model: ContentProcedureModel) -> None:
        self._model = model
        self._detour = Detour(self._page())
        self.show_content(self._detour)

    def _page(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.gap)
        title = self._model.procedure.title
        column.addWidget(PageHeader(self.theme, title, (), self._actions()))
        column.addLayout(self._messages())
        line = QHBoxLayout()
        line.setSpacing(self.theme.section_gap)
        line.addLayout(self._facts(), 1)
        line.addWidget(self._side(), 0)
        column.addLayout(line, 1)
        return holder

    def _actions(self) -> list[QWidget]:
        export = TouchButton(self.theme, self.t("Xuất tệp"), icon="export")
        export.activated.connect(self._on_export)
        back = TouchButton(self.theme, self.t("Về danh sách"), icon="arrow-left")
        back.activated.connect(self._on_back)
        return [export, back]

    def _messages(self) -> QVBoxLayout:
        """Return what was just done, with the way to take it back."""
        column = QVBoxLayout()
        model = self._model
        if model.problem:
            column.addWidget(Notice(self.theme, model.problem, "warning-circle", Tone.RED))
        if model.message:
            line = QHBoxLayout()
            line.setSpacing(self.theme.gap)
            line.addWidget(Notice(self.theme, model.message, "check-circle", Tone.GREEN), 1)
            if model.undo_path:
                undo = TouchButton(self.theme, self.t("Hoàn tác"), icon="arrow-counter-clockwise")
                undo.activated.connect(self._on_undo)
                line.addWidget(undo)
            column.addLayout(line)
        return column

    # Facts

    def _facts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.gap)
        groups = [self._standings(keys) for _, keys in _SECTIONS]
        labels = [
            self.t("{name} ({count})", name=self.t(name), count=len(group))
            for (name, _), group in zip(_SECTIONS, groups, strict=True)
        ]
        self._tabs = SectionTabs(self.theme, labels)
        offered = [at for at, group in enumerate(groups) if group or at == _PAPERS]
        self._tabs.set_offered(offered)
        self._tabs.set_marked([at for at, group in enumerate(groups) if _has_open(group)])
        self._tabs.chosen.connect(self._on_section)
        self._stack = QStackedWidget()
        self._bodies = [self._body(group, at) for at, group in enumerate(groups)]
        for body in self._bodies:
            self._stack.addWidget(body)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._on_section(self._section)
        return column

    def _standings(self, keys: Sequence[str]) -> list[FactStanding]:
        return [one for one in self._model.review.merged.standings if key_of(one.path) in keys]

    def _body(self, standings: Sequence[FactStanding], section: int) -> PagedBody:
        body = PagedBody(self.theme, self.t, spacing=self.theme.small_gap)
        blocks: list[QWidget] = []
        for standing in standings:
            draft = self._model.review.drafts.get(standing.path)
            card = FactCard(self.kit, self._model.procedure, standing, draft)
            card.wished.connect(self.wished)
            blocks.append(card)
        if section == _PAPERS:
            add = TouchButton(self.theme, self.t("Thêm giấy tờ"), icon="plus")
            add.activated.connect(self._on_add)
            blocks.append(add)
        body.set_blocks(blocks)
        return body

    @Slot(int)
    def _on_section(self, section: int) -> None:
        self._section = section
        self._tabs.set_current(section)
        self._stack.setCurrentIndex(section)

    # The official page and the review

    def _side(self) -> QWidget:
        model = self._model
        by = model.procedure.review_by
        done = TouchButton(
            self.theme, self.t("Đã xem lại xong"), icon="calendar-check", kind=ButtonKind.PRIMARY
        )
        done.activated.connect(self._on_reviewed)
        due = self.t("Xem lại trước {day}", day=f"{by:%d/%m/%Y}")
        late = is_overdue(by, model.today)
        chip = Chip(
            self.theme,
            f"{due} · {due_text(self.t, by, model.today)}",
            "clock",
            Tone.RED if late else Tone.BLUE,
        )
        holder = QWidget()
        holder.setFixedWidth(self.theme.mm(_SIDE_MM))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.gap)
        column.addWidget(OfficialCard(self.kit, model.procedure))
        column.addWidget(chip)
        column.addWidget(done)
        column.addStretch(1)
        return holder

    # Wishes

    @Slot()
    def _on_reviewed(self) -> None:
        form = ReviewDayForm(self.kit, self._model.procedure, self._model.today, self._left())
        form.dated.connect(self._on_dated)
        form.closed.connect(self._on_closed)
        self._detour.open(form)

    def _left(self) -> int:
        """Return how many facts nobody of the office vouches for."""
        return sum(not standing.is_done for standing in self._model.review.merged.standings)

    @Slot(object)
    def _on_dated(self, day: date) -> None:
        self._detour.back()
        self.wished.emit(SetReviewDay(self._code, day))

    @Slot()
    def _on_closed(self) -> None:
        self._detour.back()

    @Slot()
    def _on_add(self) -> None:
        self.wished.emit(AddPaper(self._code))

    @Slot()
    def _on_undo(self) -> None:
        self.wished.emit(UndoFact(self._code, self._model.undo_path))

    @Slot()
    def _on_export(self) -> None:
        self.wished.emit(ExportContent(self._code))

    @Slot()
    def _on_back(self) -> None:
        self.wished.emit(Open(StaffScreenName.CONTENT))


def _has_open(standings: Sequence[FactStanding]) -> bool:
    return any(standing.is_open for standing in standings)
