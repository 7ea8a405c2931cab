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
from ui.staff.arrange import row
from ui.staff.content.fact_card import FactCard
from ui.staff.content.models import ContentProcedureModel
from ui.staff.content.official_card import OfficialCard
from ui.staff.content.report_card import ReportCard
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
_PAPERS, _STEPS = 1, 3


class ContentProcedureScreen(StaffScreen):
    """The facts in sections at the left; the official address as QR and the review at the right."""

    def __init__(
        self, kit: StaffKit, model: ContentProcedureModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._code = model.procedure.code
        self._section = _STEPS if model.review.reports else 0
        self._model = model
        self._tabs: SectionTabs | None = None
        self._side: QWidget | None = None
        self._told: list[QWidget] = []
        self._detour = Detour(self._page())
        self.body.addWidget(self._detour, 1)
        self._show()

    def refresh(self, model: object) -> bool:
        """Show the same procedure anew, in the same section and on the same page."""
        if not isinstance(model, ContentProcedureModel) or model.procedure.code != self._code:
            return False
        self._model = model
        self._show()
        return True

    # Layout

    def _page(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.gap)
        title = self._model.procedure.title
        column.addWidget(PageHeader(self.theme, title, (), self._actions()))
        self._messages = QVBoxLayout()
        column.addLayout(self._messages)
        self._line = QHBoxLayout()
        self._line.setSpacing(self.theme.section_gap)
        self._line.addLayout(self._facts(), 1)
        column.addLayout(self._line, 1)
        return holder

    def _facts(self) -> QVBoxLayout:
        self._left = QVBoxLayout()
        self._left.setSpacing(self.theme.gap)
        self._stack = QStackedWidget()
        spacing = self.theme.small_gap
        self._bodies = [PagedBody(self.theme, self.t, spacing=spacing) for _ in _SECTIONS]
        for body in self._bodies:
            self._stack.addWidget(body)
        self._left.addWidget(self._stack, 1)
        return self._left

    def _actions(self) -> list[QWidget]:
        export = TouchButton(self.theme, self.t("Xuất tệp"), icon="export")
        export.activated.connect(self._on_export)
        back = TouchButton(self.theme, self.t("Về danh sách"), icon="arrow-left")
        back.activated.connect(self._on_back)
        return [export, back]

    # Showing

    def _show(self) -> None:
        """Show the model; parts that may differ are built anew, the bodies keep their page."""
        for widget in self._told:
            widget.hide()
            widget.deleteLater()
        self._told = self._message_widgets()
        for widget in self._told:
            self._messages.addWidget(widget)
        groups = [self._standings(keys) for _, keys in _SECTIONS]
        self._show_tabs(groups)
        for section, (body, group) in enumerate(zip(self._bodies, groups, strict=True)):
            at = body.page
            body.set_blocks(self._blocks(group, section))
            while body.page < min(at, body.page_count - 1):
                body.next_page()
        if self._side is not None:
            self._side.hide()
            self._side.deleteLater()
        self._side = self._review()
        self._line.addWidget(self._side)

    def _message_widgets(self) -> list[QWidget]:
        """Return what was just done, with the way to take it back."""
        model = self._model
        told: list[QWidget] = []
        if model.problem:
            told.append(Notice(self.theme, model.problem, "warning-circle", Tone.RED))
        if model.message:
            notice = Notice(self.theme, model.message, "check-circle", Tone.GREEN)
            told.append(self._with_undo(notice) if model.undo_path else notice)
        return told

    def _with_undo(self, notice: QWidget) -> QWidget:
        undo = TouchButton(self.theme, self.t("Hoàn tác"), icon="arrow-counter-clockwise")
        undo.activated.connect(self._on_undo)
        return row(self.theme, notice, undo, shares=(1, 0))

    def _show_tabs(self, groups: Sequence[Sequence[FactStanding]]) -> None:
        if self._tabs is not None:
            self._tabs.hide()
            self._tabs.deleteLater()
        labels = [
            self.t("{name} ({count})", name=self.t(name), count=len(group))
            for (name, _), group in zip(_SECTIONS, groups, strict=True)
        ]
        self._tabs = SectionTabs(self.theme, labels)
        reported = _STEPS if self._model.review.reports else None
        self._tabs.set_offered([at for at, group in enumerate(groups) if group or at == _PAPERS])
        self._tabs.set_marked(
            [at for at, group in enumerate(groups) if _has_open(group) or at == reported]
        )
        self._tabs.chosen.connect(self._on_section)
        self._left.insertWidget(0, self._tabs)
        self._on_section(self._section)

    def _standings(self, keys: Sequence[str]) -> list[FactStanding]:
        return [one for one in self._model.review.merged.standings if key_of(one.path) in keys]

    def _blocks(self, standings: Sequence[FactStanding], section: int) -> list[QWidget]:
        blocks: list[QWidget] = self._reports() if section == _STEPS else []
        for standing in standings:
            draft = self._model.review.drafts.get(standing.path)
            card = FactCard(self.kit, self._model.procedure, standing, draft)
            card.wished.connect(self.wished)
            blocks.append(card)
        if section == _PAPERS:
            add = TouchButton(self.theme, self.t("Thêm giấy tờ"), icon="plus")
            add.activated.connect(self._on_add)
            blocks.append(add)
        return blocks

    def _reports(self) -> list[QWidget]:
        """Return the pages of the portal that kiosks found changed, above the steps."""
        cards = [
            ReportCard(self.kit, self._model.procedure, report)
            for report in self._model.review.reports
        ]
        for card in cards:
            card.wished.connect(self.wished)
        return list(cards)

    @Slot(int)
    def _on_section(self, section: int) -> None:
        self._section = section
        if self._tabs is not None:
            self._tabs.set_current(section)
        self._stack.setCurrentIndex(section)

    # The official page and the review

    def _review(self) -> QWidget:
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
        form = ReviewDayForm(self.kit, self._model.procedure, self._model.today, self._open_facts())
        form.dated.connect(self._on_dated)
        form.closed.connect(self._on_closed)
        self._detour.open(form)

    def _open_facts(self) -> int:
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
