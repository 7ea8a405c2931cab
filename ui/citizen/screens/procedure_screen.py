"""One procedure: its facts, the papers to bring, and the ways to go about it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QWidget

from kiosk.domain.procedure import Question, RequiredPaper
from ui.citizen import wishes
from ui.citizen.blocks import grouped, pushed_up
from ui.citizen.button_rows import ButtonRows
from ui.citizen.models import ProcedureModel
from ui.citizen.office_word import UNSURE_PAPER, checked_words, is_unsure, unsure_words
from ui.citizen.page_plan import PagePlan
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.room import screen_room
from ui.citizen.screen import ScreenKit
from ui.citizen.ways import Way, undecided, ways_of
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow_row import FlowRow
from ui.widgets.notice import Notice
from ui.widgets.paged_area import height_in
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import Align, ButtonKind, TouchButton

_SHARES = (60, 40)


class ProcedureScreen(PagedScreen):
    """Facts and papers at the left, "Chọn cách làm" at the right or below.

    Where the ways do not all fit beside the text, the main one stays in view with "Cách làm khác",
    which turns to the others.
    """

    def __init__(
        self, kit: ScreenKit, model: ProcedureModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent)
        self._model = model
        self._procedure = model.procedure
        self.subject = model.procedure.code
        self._papers: dict[str, TouchButton] = {}
        self._undecided = undecided(model.procedure, model.answers)
        self._question_blocks: dict[str, QWidget] = {}
        self._other_ways: QWidget | None = None
        ways = ways_of(model)
        panel = self._panel_that_fits(ways)
        actions = self._short_actions(ways) if panel is None else None
        self._plan = PagePlan(self.theme, None, actions)
        content = [*self._notice(), *self._facts(), *self._questions(), *self._paper_list()]
        foot = [self._source_line()]
        if self._source_turns:
            content, foot = [*content, *foot], []
        if panel is not None:
            self.lay_out(
                self._head(),
                content,
                foot=foot,
                aside=panel,
                shares=_SHARES,
                aside_stays=True,
            )
            return
        content += self._others(ways[1:])
        self.lay_out(self._head(), content, foot=foot, actions=actions)

    def _notice(self) -> list[QWidget]:
        """Return what has become of a place that was kept here."""
        notice = self._model.notice
        return [Notice(self.theme, self.t(notice), "info", Tone.AMBER)] if notice else []

    # The ways

    def _panel_that_fits(self, ways: tuple[Way, ...]) -> QWidget | None:
        """Return the panel with all ways, without details where room is short, or None."""
        room = screen_room(self.theme)
        upright = self.theme.metrics.is_portrait
        width = room.width() if upright else self._aside_width(room.width())
        # Upright the panel stands below the papers, so it may only take part of the height.
        height = room.height()
        if upright:
            height = height * 2 // 5
        elif not self._source_turns:
            height -= self._source_line().heightForWidth(room.width()) + self.theme.gap
        for with_details, with_heading in ((True, True), (False, True), (False, False)):
            panel = self._panel(ways, with_details=with_details, with_heading=with_heading)
            if panel.heightForWidth(width) <= height and panel.minimumSizeHint().width() <= width:
                return panel if upright else pushed_up([panel], 0)
            panel.deleteLater()
        return None

    @property
    def _source_turns(self) -> bool:
        """Whether the source line is the last block of a low panel's pages."""
        return self.theme.is_compact

    def _aside_width(self, width: int) -> int:
        return (width - self.theme.section_gap) * _SHARES[1] // sum(_SHARES)

    def _panel(self, ways: tuple[Way, ...], *, with_details: bool, with_heading: bool) -> Card:
        panel = Card(self.theme)
        panel.body.setSpacing(self.theme.gap)
        if with_heading:
            panel.add(TextBlock(self.theme, self.t("Chọn cách làm"), TextRole.HEADING))
        columns = 2 if self.theme.metrics.is_portrait else 1
        buttons = [self._way(way, with_detail=with_details) for way in ways]
        panel.add(ButtonRows(self.theme, buttons, most_columns=columns, widest_mm=240.0))
        return panel

    def _way(self, way: Way, *, with_detail: bool) -> TouchButton:
        button = TouchButton(
            self.theme,
            self.t(way.text),
            icon=way.icon,
            detail=self.t(way.detail, steps=way.steps) if with_detail else "",
            kind=way.kind,
            align=Align.LEFT if way.icon else Align.CENTER,
            role=self.choice_role if way.kind is ButtonKind.PRIMARY else None,
            payload=way.wish,
        )
        if isinstance(way.wish, wishes.StartHere) and self._undecided is not None:
            button.activated.connect(self._show_question)
            return button
        return self.wishing(button)

    def _short_actions(self, ways: tuple[Way, ...]) -> ButtonRows:
        main = self._way(replace(ways[0], text=ways[0].short, icon=""), with_detail=False)
        others = TouchButton(self.theme, self.t("Cách khác"), min_mm=self.theme.main_button_mm)
        others.activated.connect(self._show_others)
        self.main_actions = ButtonRows(self.theme, [main, others], most_columns=2, widest_mm=190.0)
        return self.main_actions

    def _others(self, ways: tuple[Way, ...]) -> list[QWidget]:
        buttons = [self._way(way, with_detail=False) for way in ways]
        self._other_ways = buttons[0]
        heading = TextBlock(self.theme, self.t("Cách làm khác"), TextRole.HEADING)
        return [heading, *buttons]

    @Slot()
    def _show_others(self) -> None:
        if self.pages is not None and self._other_ways is not None:
            self.pages.show_block(self._other_ways)

    @Slot()
    def _show_question(self) -> None:
        """Turn to the question that has to be answered before the guide can be right."""
        if self.pages is not None and self._undecided is not None:
            self.pages.show_block(self._question_blocks[self._undecided.id])

    # The text

    def _head(self) -> list[QWidget]:
        above = "" if self.theme.is_compact else self.t(self._model.life_event_title)
        return self.head(self.title(self._procedure.title), above=above)

    def _facts(self) -> list[QWidget]:
        chips = FlowRow(self.theme, spacing=self.theme.small_gap)
        time = self._procedure.time.text if self._procedure.time else ""
        for path, text, icon, tone in (
            ("level", self._procedure.level.text, "check-circle", Tone.GREEN),
            ("time", time, "clock", Tone.BLUE),
            ("fee", self._fee(), "hand-coins", Tone.PLAIN),
        ):
            if text:
                mark = "question" if is_unsure(self._model, path) else icon
                chips.add(Chip(self.theme, text, mark, tone))
        return [self.muted(self._procedure.summary), chips, *self._warnings()]

    def _fee(self) -> str:
        fee = self._procedure.fee
        if fee is None:
            return self.t("Lệ phí: hỏi cán bộ")
        return self.t("Lệ phí: {fee}", fee=fee.text)

    def _warnings(self) -> list[QWidget]:
        told = []
        if not self._procedure.facts_checked:
            unseen = self.t("Chưa thấy trang chính thức của việc này. Hỏi lại cán bộ cho chắc.")
            told.append(unseen)
        last_day, today = self._procedure.effective_to, self._model.today
        if last_day is not None and today > last_day:
            day = f"{last_day:%d/%m/%Y}"
            told.append(self.t("Cách làm này dùng đến hết {day}. Hỏi cán bộ cách mới.", day=day))
        elif today > self._procedure.review_by:
            told.append(self.t("Thông tin này đến hạn xem lại. Hỏi cán bộ cho chắc."))
        if unsure := unsure_words(self.t, self._model):
            told.append(unsure)
        return [Notice(self.theme, text, "info", Tone.BLUE) for text in told]

    def _source_line(self) -> TextBlock:
        source = self._procedure.source
        parts = (
            self.t("Mã thủ tục {code}", code=self._procedure.code),
            self.t("Nguồn: {source}", source=source.name),
            self.t("Lấy ngày {day}", day=f"{source.taken_on:%d/%m/%Y}"),
            checked_words(self.t, self._model),
        )
        return TextBlock(self.theme, " · ".join(parts), TextRole.SOURCE)

    # Questions and papers

    def _questions(self) -> list[QWidget]:
        answers = self._model.answers
        questions = self._procedure.questions_for(answers)
        return [block for question in questions for block in self._question(question)]

    def _question(self, question: Question) -> list[QWidget]:
        """Return the question with its choices, apart only where a page cannot hold both."""
        chosen = self._model.answers.get(question.id)
        group = QButtonGroup(self)
        buttons = []
        for choice in question.choices:
            button = TouchButton(
                self.theme,
                choice.text,
                kind=ButtonKind.CHOICE,
                checkable=True,
                payload=wishes.AnswerQuestion(question.id, choice.id),
            )
            button.setChecked(choice.id == chosen)
            group.addButton(button)
            buttons.append(self.wishing(button))
        parts: list[QWidget] = [
            TextBlock(self.theme, question.text, TextRole.STRONG),
            ButtonRows(self.theme, buttons),
        ]
        plan, gap = self._plan, self.theme.small_gap
        height = sum(height_in(part, plan.width) for part in parts) + gap
        if not self.is_tight or height <= plan.page_height:
            parts = [grouped(parts, gap)]
        self._question_blocks[question.id] = parts[0]
        return parts

    def _paper_list(self) -> list[QWidget]:
        papers = self._procedure.papers_for(self._model.answers)
        if not papers and self._has_open_questions():
            return [self.muted(self.t("Trả lời câu hỏi trên để biết giấy cần mang."))]
        if not papers:
            return [self.muted(self.t("Việc này chưa cần mang giấy tờ gì."))]
        heading = TextBlock(
            self.theme, self.t("Ông/bà đã có những giấy này chưa?"), TextRole.HEADING
        )
        return [heading, *(block for paper in papers for block in self._paper(paper))]

    def _has_open_questions(self) -> bool:
        answers = self._model.answers
        return any(q.id not in answers for q in self._procedure.questions_for(answers))

    def _paper(self, paper: RequiredPaper) -> list[QWidget]:
        """Return the paper to tick; a long note stands below it where lines are few."""
        note = paper.note
        if is_unsure(self._model, f"papers[{paper.id}]"):
            note = ". ".join(part for part in (note.rstrip("."), self.t(UNSURE_PAPER)) if part)
        button = TouchButton(
            self.theme, paper.title, detail=note, kind=ButtonKind.CHECK, payload=paper.id
        )
        notes: list[QWidget] = []
        lines = 3.5 * self.theme.line_px(TextRole.BUTTON)
        if self.is_tight and button.heightForWidth(screen_room(self.theme).width()) > lines:
            button.set_detail("")
            notes = [self.muted(note)]
        button.setChecked(paper.id in self._model.ticked)
        button.activated_with.connect(self._on_paper)
        self._papers[paper.id] = button
        return [button, *notes]

    @Slot(object)
    def _on_paper(self, paper_id: object) -> None:
        is_there = self._papers[str(paper_id)].isChecked()
        self.wished.emit(wishes.TickPaper(str(paper_id), is_there))
