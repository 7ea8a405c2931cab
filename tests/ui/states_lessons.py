"""Every state of the skill lessons: the list, pages short and long, questions and their answers."""

from __future__ import annotations

from dataclasses import replace

from kiosk.domain.flow import ScreenName
from kiosk.domain.lesson import Lesson, LessonPage, QuizChoice, QuizQuestion
from kiosk.services.language import Translator
from ui.citizen.models import LessonModel, LessonsModel, QuizModel

_TITLES = (
    "VNeID và mức 2",
    "Công an giả, trang giả",
    "Trả tiền không cần tiền mặt",
    "Theo dõi hồ sơ của mình",
    "Sổ sức khỏe, thẻ BHYT trên VNeID",
)
_LESSON_PAGES = (
    ("Mật khẩu là chìa khóa", "Có mật khẩu là vào được.", "Giữ như giữ chìa khóa nhà."),
    (
        "Khi xã gửi bản nháp",
        "Khai sinh, khai tử thì xã gửi bản nháp để xem.",
        "Đọc kỹ từng chữ, đúng thì bấm “Xác nhận”.",
        "Quá một ngày thì coi như đã đồng ý.",
    ),
    ("Mã OTP là gì?", "OTP là mấy số gửi vào điện thoại."),
)
_QUIZ = (
    (
        "Mật khẩu nào khó đoán hơn?",
        2,
        (
            ("123456", "Mật khẩu này ai cũng đoán được. Chọn cái khác nhé."),
            ("Ngày sinh của mình", "Người quen đoán được ngày sinh. Chọn cái khác nhé."),
            ("Sáu số chỉ mình mình nhớ", "Đúng rồi. Không ai đoán được."),
        ),
    ),
    (
        "Người gọi xưng công an, bảo chuyển tiền. Ông/bà làm gì?",
        1,
        (
            ("Chuyển tiền ngay", "Khoan đã. Công an không bắt chuyển tiền."),
            ("Tắt máy, hỏi người nhà", "Đúng rồi. Rồi báo Công an xã nhé."),
        ),
    ),
)

State = tuple[str, ScreenName, object]
"""A name for the picture, the screen, and its model."""


def lesson_states(t: Translator) -> list[State]:
    """Return the states in the translator's language."""
    lesson = sample_lesson(t)
    others = [replace(lesson, id=f"l{n}", title=t(title)) for n, title in enumerate(_TITLES)]
    question = QuizModel(lesson, 0)
    return [
        ("lessons", ScreenName.LESSONS, LessonsModel((lesson, *others))),
        ("lessons-empty", ScreenName.LESSONS, LessonsModel(())),
        ("lesson", ScreenName.LESSON, LessonModel(lesson, 0)),
        ("lesson-longest", ScreenName.LESSON, LessonModel(lesson, 1)),
        ("lesson-last", ScreenName.LESSON, LessonModel(lesson, 2)),
        ("quiz", ScreenName.QUIZ, question),
        ("quiz-two", ScreenName.QUIZ, replace(question, number=1)),
        ("quiz-right", ScreenName.QUIZ, replace(question, chosen=2)),
        ("quiz-other", ScreenName.QUIZ, replace(question, chosen=0)),
        ("quiz-last", ScreenName.QUIZ, replace(question, number=1, chosen=0)),
        ("quiz-closed", ScreenName.QUIZ, replace(question, number=2)),
    ]


def sample_lesson(t: Translator) -> Lesson:
    """Return a lesson as long as real ones."""
    return Lesson(
        id="otp",
        order=1,
        title=t("Mật khẩu và mã OTP"),
        summary=t("Đặt mật khẩu khó đoán, giữ kín mã OTP."),
        icon="password",
        pages=tuple(_page(t, *texts) for texts in _LESSON_PAGES),
        quiz=tuple(_question(t, *told) for told in _QUIZ),
        tips=(),
    )


def _page(t: Translator, heading: str, *texts: str) -> LessonPage:
    return LessonPage(t(heading), tuple(map(t, texts)), "otp-message", t("Tin nhắn"))


def _question(
    t: Translator, text: str, right: int, choices: tuple[tuple[str, str], ...]
) -> QuizQuestion:
    made = tuple(
        QuizChoice(t(choice), t(feedback), is_right=number == right)
        for number, (choice, feedback) in enumerate(choices)
    )
    return QuizQuestion(t(text), made)
