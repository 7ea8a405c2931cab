"""The questions after a skill lesson: a choice, a kind word about it, and at the end a farewell."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.domain.lesson import QuizChoice, QuizQuestion
from kiosk.domain.words import N_
from ui.citizen import wishes
from ui.citizen.blocks import grouped, marked
from ui.citizen.models import QuizModel
from ui.citizen.paged_screen import PagedScreen
from ui.citizen.screen import ScreenKit
from ui.theme.tokens import TextRole, Tone
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.notice import Notice
from ui.widgets.progress import StepProgress
from ui.widgets.text_block import TextBlock
from ui.widgets.touch_button import ButtonKind, TouchButton

QUESTION_OF = N_("Câu {current} trên {total}")
_LEAST_MM = 140.0


class QuizScreen(PagedScreen):
    """Marks nobody: whatever was chosen, the right answer is shown calmly and with its reason."""

    def __init__(self, kit: ScreenKit, model: QuizModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._model = model
        self.subject = (model.lesson.id, model.number, model.chosen is not None)
        question = model.question
        if question is None:
            self._close()
        elif model.chosen is None:
            self._ask(question)
        else:
            self._tell(question, question.choices[model.chosen])

    def spoken_title(self) -> str:
        """Return the word about the answer once there is one, else the question."""
        question, chosen = self._model.question, self._model.chosen
        if question is None or chosen is None:
            return super().spoken_title()
        return question.choices[chosen].feedback

    def _head(self, question: QuizQuestion) -> list[QWidget]:
        number, total = self._model.number + 1, len(self._model.lesson.quiz)
        progress = StepProgress(self.theme, number, total, t=self.t, spoken=QUESTION_OF)
        where = f"{self.t(QUESTION_OF, current=number, total=total)} · {self._model.lesson.title}"
        place = TextBlock(self.theme, where, TextRole.LABEL, colour="blue")
        title = self.title(question.text)
        # Where each line counts, question and answer belong on one page.
        is_answered = self._model.chosen is not None
        return [title] if self.is_tight and is_answered else [progress, place, title]

    # The question

    def _ask(self, question: QuizQuestion) -> None:
        choices = [self._choice(at, one) for at, one in enumerate(question.choices)]
        head = self._head(question)
        # Below each other, as answers stand on paper, wherever a page has room for that.
        stacked = self.fit_on_one_page(head, choices, min_cell_mm=_LEAST_MM, max_columns=1)
        columns = 1 if stacked else len(choices)
        self.lay_out_choices(head, choices, min_cell_mm=_LEAST_MM, max_columns=columns)

    def _choice(self, number: int, choice: QuizChoice) -> TouchButton:
        return self.wishing(
            TouchButton(
                self.theme,
                choice.text,
                role=self.choice_role,
                kind=ButtonKind.CHOICE,
                min_mm=self.theme.main_button_mm,
                payload=wishes.ChooseAnswer(number),
            )
        )

    # What was chosen

    def _tell(self, question: QuizQuestion, chosen: QuizChoice) -> None:
        role = self.word_role
        icon = "smiley" if chosen.is_right else "lightbulb"
        feedback = Notice(self.theme, chosen.feedback, icon, Tone.BLUE, role=role)
        right = [self._right(one, role) for one in question.choices if one.is_right]
        self.lay_out(self._head(question), [feedback, *right], actions=self._onward())

    def _right(self, choice: QuizChoice, role: TextRole) -> QWidget:
        """Return the right choice, told by words and an icon as well as by green."""
        mark = IconMark(self.theme, "check", size_mm=12.0, tone=Tone.GREEN, filled=True, disc=True)
        label = TextBlock(self.theme, self.t("Câu trả lời đúng"), TextRole.LABEL, colour="green")
        answer = TextBlock(self.theme, choice.text, role)
        card = Card(self.theme, ground="green_tint")
        card.add(marked(mark, grouped([label, answer], 0), self.theme.gap))
        return card

    def _onward(self) -> QWidget:
        is_last = self._model.number + 1 == len(self._model.lesson.quiz)
        return self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("Đi tiếp") if is_last else self.t("Câu tiếp theo"),
                    trailing_icon="arrow-right",
                    kind=ButtonKind.PRIMARY,
                    payload=wishes.GoOnLearning(),
                )
            ]
        )

    # The end

    def _close(self) -> None:
        actions = self.rows(
            [
                TouchButton(
                    self.theme,
                    self.t("Học bài khác"),
                    icon="student",
                    kind=ButtonKind.PRIMARY,
                    payload=wishes.OpenLessons(),
                ),
                TouchButton(
                    self.theme,
                    self.t("Về đầu"),
                    icon="house",
                    min_mm=self.theme.main_button_mm,
                    payload=wishes.GoHome(),
                ),
            ],
            centred=True,
        )
        title = self.t("Ông/bà đã học xong một bài.")
        text = self.t("Nhớ được điều gì, ông/bà kể cho người nhà nhé.")
        self.lay_out_message("seal-check", title, text, actions)
